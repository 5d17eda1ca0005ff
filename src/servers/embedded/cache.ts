/** Keeps the embedded server's fresh data folder between runs: unpacking it takes a third of the time of making it. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ownFolder } from '../baseline-cache/folder.js';

/** The cache file for this PGlite; null where there is no folder that only we can write to. */
export function cacheFile(pglite: string, folder: string | null = ownFolder()): string | null {
  return folder === null ? null : path.join(folder, `pglite-${edition(pglite)}.tar`);
}

/** Another PGlite makes another data folder: identified by its entry, which names its chunks by their hashes, and sizes. */
export function edition(pglite: string): string {
  const hash = createHash('sha256').update(readFileSync(path.join(pglite, 'index.js')));
  for (const name of ['initdb.wasm', 'pglite.data', 'pglite.wasm']) {
    hash.update(`${name} ${statSync(path.join(pglite, name)).size}`);
  }
  return hash.digest('hex').slice(0, 16);
}
