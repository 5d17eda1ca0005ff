/** What a folder holds, at any depth. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', '.git']);

/** All files below a folder, also what only seems to be one: the reader reports that. Links to folders are not followed. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesUnder(path);
    const isFolder = entry.isSymbolicLink() && ((await stat(path).catch(() => null))?.isDirectory() ?? false);
    return isFolder ? [] : [path];
  });
  return (await Promise.all(nested)).flat().sort();
}
