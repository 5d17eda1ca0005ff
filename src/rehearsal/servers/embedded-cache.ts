/** Keeps the embedded server's fresh data folder between runs: unpacking it takes a third of the time of making it. */
import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

const digestBytes = 32;

/** The cache file for this PGlite; null where there is no folder that only we can write to. */
export function cacheFile(pglite: string, parent: string = tmpdir()): string | null {
  const folder = path.join(parent, `migration-safety-${userName()}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or it can't be made: the check below tells.
  }
  try {
    const stat = lstatSync(folder);
    const ours = process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
    return stat.isDirectory() && ours ? path.join(folder, `pglite-${edition(pglite)}.tar`) : null;
  } catch {
    return null;
  }
}

/** What was kept, if it is whole. */
export function readCache(file: string): Buffer | undefined {
  try {
    const content = readFileSync(file);
    const kept = content.subarray(digestBytes);
    return digest(kept).equals(content.subarray(0, digestBytes)) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `content`. Readers see the old file or the new one, never a part. */
export function writeCache(file: string, content: Uint8Array): void {
  const partial = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(partial, Buffer.concat([digest(content), content]), { mode: 0o600, flag: 'wx' });
    renameSync(partial, file);
  } catch {
    // A full disk costs the next run a second, no more.
    rmSync(partial, { force: true });
  }
}

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Another PGlite makes another data folder: told apart by its entry, which names its chunks by their hashes, and sizes. */
function edition(pglite: string): string {
  const hash = createHash('sha256').update(readFileSync(path.join(pglite, 'index.js')));
  for (const name of ['initdb.wasm', 'pglite.data', 'pglite.wasm']) {
    hash.update(`${name} ${statSync(path.join(pglite, name)).size}`);
  }
  return hash.digest('hex').slice(0, 16);
}

function userName(): string {
  return process.getuid === undefined ? userInfo().username : String(process.getuid());
}
