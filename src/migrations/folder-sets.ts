/** Reads the files of the folders that a check is about. */
import { resolve } from 'node:path';
import type { SourceFile } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import { readText } from '../system/read-file.js';
import { displayPath, readSource } from '../system/source.js';
import type { Folder } from './files.js';
import { withIncluded } from './included.js';
import type { FileSet } from './layouts/layout.js';
import { isBookkeeping, mayBeChangelog, rootOf } from './roots.js';

/** Each folder with its files. What another folder's changelogs include is theirs. */
export async function folderSets(
  folders: Folder[],
  { cwd, texts }: { cwd: string; texts: ReadonlyMap<string, string> },
  unreadable: { path: string; problem: string }[],
  notChecked: NotChecked[],
): Promise<{ folder: Folder; set: FileSet }[]> {
  const sets: { folder: Folder; set: FileSet }[] = [];
  const included = new Set<string>();
  for (const folder of folders) {
    const own = await readSet(folder, { cwd, texts }, unreadable, notChecked);
    const read = await withIncluded(own, cwd);
    const set = { ...read, files: read.files.map((file) => withText(file, texts)) };
    const paths = new Set(own.files.map(({ path }) => path));
    for (const { path } of set.files) if (!paths.has(path)) included.add(path);
    sets.push({ folder, set });
  }
  const isOwn = (path: string, { root }: Folder) => !included.has(path) || rootOf(path) !== root;
  return sets.map(({ folder, set }) => ({
    folder,
    set: { ...set, files: set.files.filter(({ path }) => isOwn(path, folder)) },
  }));
}

/** The file as it would be with another text. */
export function withText(file: SourceFile, texts: ReadonlyMap<string, string>): SourceFile {
  const text = texts.get(file.path);
  return text === undefined ? file : { ...file, text };
}

async function readSet(
  { root, files, configs }: Folder,
  { cwd, texts: given }: { cwd: string; texts: ReadonlyMap<string, string> },
  unreadable: { path: string; problem: string }[],
  notChecked: NotChecked[],
): Promise<FileSet> {
  const read = async (absolute: string) => {
    const result = await readSource(absolute, cwd);
    const text = given.get(displayPath(absolute, cwd));
    // A file that isn't there yet.
    return 'problem' in result && text !== undefined ? { file: { path: result.path, text } } : result;
  };
  const results = await Promise.all(files.map(read));
  const sources = results.flatMap((result) => {
    if ('file' in result) return [result.file];
    unreadable.push(result);
    return [];
  });
  const texts = configs.map(async (config): Promise<SourceFile[]> => {
    const read = await readSource(config, cwd);
    if ('file' in read) return [read.file];
    const { path, problem } = read;
    // One of the folder's own files is said already, and its text on the base branch may do.
    if (files.includes(config)) return [];
    const reason = `it may say how the migrations are to be read, and was not read: ${problem}`;
    notChecked.push({ check: path, reason });
    return [{ path, text: '' }];
  });
  return { root, files: sources, configs: (await Promise.all(texts)).flat() };
}

/**
 * A folder whose tool's list can't be read is read by the list of the base branch: it says which tool it is, and what was before.
 * What changelogs include is followed anew, or not at all.
 */
export function withListsOfBase(set: FileSet, base: FileSet | null, unreadable: { path: string }[]): FileSet {
  const broken = unreadable.flatMap(({ path }) => (isBookkeeping(path) && rootOf(path) === set.root ? [path] : []));
  if (broken.length === 0) return set;
  const lists = (base?.files ?? []).filter(({ path }) => broken.includes(path) && !mayBeChangelog(path));
  return { ...set, files: [...set.files, ...lists], unreadable: broken };
}

/** The texts of a folder's migrations in code. */
export async function codeOf(code: Folder['code'], cwd: string): Promise<SourceFile[]> {
  const texts = await Promise.all(code.map((path) => readText(resolve(cwd, path), cwd)));
  return texts.flatMap((read, index) => ('text' in read ? [{ path: code[index] as string, text: read.text }] : []));
}
