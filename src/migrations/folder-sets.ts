/** Reads the files of the folders that a check is about. */
import { resolve } from 'node:path';
import type { SourceFile } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import { readText } from '../system/read-file.js';
import { displayPath, readSource } from '../system/source.js';
import type { Folder } from './files.js';
import { withIncluded } from './included.js';
import type { FileSet } from './layouts/layout.js';
import { rootOf } from './roots.js';

/** Each folder with its files. What another folder's changelogs include is theirs. */
export async function folderSets(
  folders: Folder[],
  cwd: string,
  unreadable: { path: string; problem: string }[],
  notChecked: NotChecked[],
): Promise<{ folder: Folder; set: FileSet }[]> {
  const sets: { folder: Folder; set: FileSet }[] = [];
  const included = new Set<string>();
  for (const folder of folders) {
    const own = await readSet(folder, cwd, unreadable, notChecked);
    const set = await withIncluded(own, cwd);
    for (const { path } of set.files) if (!own.files.some((file) => file.path === path)) included.add(path);
    sets.push({ folder, set });
  }
  const isOwn = (path: string, { root }: Folder) => !included.has(path) || rootOf(path) !== root;
  return sets.map(({ folder, set }) => ({
    folder,
    set: { ...set, files: set.files.filter(({ path }) => isOwn(path, folder)) },
  }));
}

async function readSet(
  { root, files, configs }: Folder,
  cwd: string,
  unreadable: { path: string; problem: string }[],
  notChecked: NotChecked[],
): Promise<FileSet> {
  const results = await Promise.all(files.map((path) => readSource(path, cwd)));
  const sources = results.flatMap((result) => {
    if ('file' in result) return [result.file];
    unreadable.push(result);
    return [];
  });
  const texts = configs.map(async (config) => {
    const read = await readText(config, cwd);
    const path = displayPath(config, cwd);
    if ('text' in read) return { path, text: read.text };
    notChecked.push({
      check: path,
      reason: `it may say how the migrations are to be read, and was not read: ${read.problem}`,
    });
    return { path, text: '' };
  });
  return { root, files: sources, configs: await Promise.all(texts) };
}

/** The texts of a folder's migrations in code. */
export async function codeOf(code: Folder['code'], cwd: string): Promise<SourceFile[]> {
  const texts = await Promise.all(code.map((path) => readText(resolve(cwd, path), cwd)));
  return texts.flatMap((read, index) => ('text' in read ? [{ path: code[index] as string, text: read.text }] : []));
}
