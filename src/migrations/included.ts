/** Files that a folder's changelogs include from elsewhere in the repository. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isOfRepository } from '../system/read-file.js';
import { displayPath, readSource } from '../system/source.js';
import { filesUnder } from './files-under.js';
import type { FileSet } from './layouts/layout.js';
import { elsewhere, isChangelog } from './layouts/liquibase-includes.js';
import { loadReaders } from './layouts/readers.js';
import { isScript } from './roots.js';

/** As many as a repository may sensibly include from another folder. */
const MOST_FILES = 2000;

/** The set with what its changelogs include, and what those include in turn. What can't be read stays missing. */
export async function withIncluded(set: FileSet, cwd: string): Promise<FileSet> {
  const files = [...set.files];
  const known = new Set(files.map(({ path }) => path));
  for (let looked = -1; looked < files.length && files.length < MOST_FILES && files.some(isChangelog); ) {
    looked = files.length;
    await loadReaders(files);
    for (const { paths, folder } of elsewhere(files)) {
      for (const path of await firstThere(paths, folder, cwd)) {
        if (known.has(path)) continue;
        const read = await readSource(resolve(cwd, path), cwd);
        if ('file' in read) files.push({ ...read.file, path });
        known.add(path);
      }
    }
  }
  return files.length === set.files.length ? set : { ...set, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

async function firstThere(paths: string[], folder: boolean, cwd: string): Promise<string[]> {
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    if (!(await isOfRepository(absolute, cwd))) continue;
    const found = await stat(absolute).catch(() => null);
    if (folder && found?.isDirectory()) {
      const inside = (await filesUnder(absolute).catch(() => [])).map((file) => displayPath(file, cwd));
      return inside.filter((file) => isScript(file) || /\.(ya?ml|json|xml)$/i.test(file));
    }
    if (!folder && found?.isFile()) return [path];
  }
  return [];
}
