/** Baselines as files: found by key, bounded in number, size and age. */
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { readKept, writeKept } from './file.js';

const limits = { files: 20, bytes: 1024 ** 3, fileBytes: 512 * 1024 ** 2, ageMs: 14 * 24 * 60 * 60 * 1000 };

export interface KeptFile {
  key: string;
  data: Buffer;
}

/** The baselines of one kind of server, each of its versions by itself. */
export interface Store {
  /** What was kept under the first of these keys that there is. What is damaged is as good as not there. */
  find(keys: readonly string[]): KeptFile | null;
  /** Keeps it, and drops what is too old or too much. */
  write(key: string, data: Uint8Array): void;
  remove(key: string): void;
}

/** `server`: distinguishes what must not be started by one another; it goes into file names. */
export function openStore(folder: string, server: string): Store {
  const fileOf = (key: string) => path.join(folder, `baseline-${server}-${key}`);
  const remove = (key: string) => rmSync(fileOf(key), { force: true });
  return {
    find(keys) {
      const there = new Set(filesIn(folder));
      for (const key of keys) {
        if (!there.has(path.basename(fileOf(key)))) continue;
        const data = readKept(fileOf(key));
        if (data === undefined) {
          remove(key);
          continue;
        }
        touch(fileOf(key));
        return { key, data };
      }
      return null;
    },
    write(key, data) {
      if (data.length > limits.fileBytes || !writeKept(fileOf(key), data)) return;
      for (const name of superfluous(folder)) rmSync(path.join(folder, name), { force: true });
    },
    remove,
  };
}

/** The baselines of all servers that are to go: the newest stay, as many as there is room for. */
function superfluous(folder: string, now = Date.now()): string[] {
  const files = filesIn(folder).flatMap((name) => {
    const stat = statSync(path.join(folder, name), { throwIfNoEntry: false });
    return stat ? [{ name, bytes: stat.size, usedAt: stat.mtimeMs }] : [];
  });
  let bytes = 0;
  return files
    .sort((a, b) => b.usedAt - a.usedAt)
    .flatMap((file, index) => {
      bytes += file.bytes;
      const fits = index < limits.files && (bytes <= limits.bytes || index === 0);
      return fits && now - file.usedAt <= limits.ageMs ? [] : [file.name];
    });
}

/** Also what a writer that was killed has left half done, which grows old like the others. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith('baseline-'));
  } catch {
    return [];
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Another run has dropped it: we have read it.
  }
}
