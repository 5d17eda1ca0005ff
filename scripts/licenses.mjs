// Licence texts of what is bundled. ncc's own list holds the packages of one chunk only, so they are looked up here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the package that a file belongs to; undefined for our own files. */
function packageFolder(file) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

/** The package folders of all modules in a webpack compilation, those inside concatenated modules too. */
export function bundledPackages(stats) {
  const files = [...stats.compilation.modules].flatMap((module) => [module, ...(module.modules ?? [])]);
  const folders = files.map(({ resource }) => (resource === undefined ? undefined : packageFolder(resource)));
  return new Set(folders.filter((folder) => folder !== undefined && existsSync(path.join(folder, 'package.json'))));
}

/** Name, version and licence of a package, and the text where the package has one. */
function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version}\n${license}\n\n${text}`.trim();
}

/** The licences of all these packages as one text, sorted. */
export function licenseText(folders) {
  const blocks = [...new Set([...folders].map(licence))].sort();
  return `${blocks.join('\n\n----\n\n')}\n`;
}
