// PGlite's run-time files. It stays outside the bundles: ncc breaks its imports, and only a run without any server loads it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The file and what it imports statically, relative to `folder`. Dynamic imports are file systems that we don't use. */
function closure(folder, file, found = new Map()) {
  if (found.has(file)) return found;
  const content = readFileSync(path.join(folder, file));
  found.set(file, content);
  for (const [, target] of content.toString().matchAll(/(?:\bfrom|\bimport)"(\.[^"]+\.js)"/g)) {
    closure(folder, path.posix.join(path.posix.dirname(file), target), found);
  }
  return found;
}

/** An extension's module and the archive that it names; nothing where the package ships no such archive. */
function extension(folder, file) {
  const files = closure(folder, file);
  const archive = files
    .get(file)
    .toString()
    .match(/new URL\("\.\.\/([^"]+\.tar\.gz)"/)?.[1];
  if (archive === undefined || !existsSync(path.join(folder, archive))) return [];
  return [...files, [archive, readFileSync(path.join(folder, archive))]];
}

/** PGlite's files by their name in the package's `dist` folder, sorted. */
export function pgliteFiles(folder) {
  const files = closure(folder, 'index.js');
  for (const name of ['initdb.wasm', 'pglite.data', 'pglite.wasm']) {
    files.set(name, readFileSync(path.join(folder, name)));
  }
  for (const name of readdirSync(path.join(folder, 'contrib')).filter((file) => file.endsWith('.js'))) {
    for (const [file, content] of extension(folder, `contrib/${name}`)) files.set(file, content);
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}
