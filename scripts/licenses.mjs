// Licence texts of what is bundled: ncc writes a list per entry, which are merged here.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const manifest = (modules, name) => {
  const file = path.join(modules, name, 'package.json');
  return name !== '' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

/** ncc's list as [package, text] pairs. A block starts with a package's name above its licence's, after a blank line. */
export function licenseBlocks(list, modules) {
  const lines = list.split('\n');
  const starts = lines.flatMap((line, index) => {
    if (index > 0 && lines[index - 1] !== '') return [];
    const found = /^[@\w./-]+$/.test(line) ? manifest(modules, line) : undefined;
    return found !== undefined && found.license === lines[index + 1] ? [index] : [];
  });
  return starts.map((start, index) => [
    lines[start],
    lines
      .slice(start, starts[index + 1])
      .join('\n')
      .trim(),
  ]);
}

/** The block of a package that is copied, not bundled. */
export function packageLicense(folder) {
  const { name, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return `${name}\n${license}\n${readFileSync(path.join(folder, 'LICENSE'), 'utf8').trim()}`;
}

/** All blocks as one text, sorted by package. */
export function licenseText(blocks) {
  const names = [...blocks.keys()].sort();
  return `${names.map((name) => blocks.get(name)).join('\n\n')}\n`;
}
