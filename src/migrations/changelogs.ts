/** Liquibase's projects: its changelogs, whatever they are called and wherever they stand, and the scripts that they name. */
import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { BaseFiles } from '../settings/base-files.js';
import { readText } from '../system/read-file.js';
import { displayPath, readSource } from '../system/source.js';
import type { ChangedFile } from './changes.js';
import { withIncluded } from './included.js';
import { FORMATTED } from './layouts/liquibase-changesets.js';
import { isChangelog } from './layouts/liquibase-includes.js';
import { changelogFiles, searchPaths } from './layouts/liquibase-settings.js';
import { folderOf } from './layouts/names.js';
import { type OneHistory, rootOf } from './roots.js';

/** What a changelog begins with stands in front of all else but comments. */
const HEAD = 8192;

export const mayHoldChangelog = (path: string): boolean => /\.(ya?ml|json|xml)$/i.test(path);

/** Whether a file's beginning says that it is a changelog: in SQL, XML, YAML or JSON. */
export async function saysItIsChangelog(absolute: string): Promise<boolean> {
  const isSql = /\.sql$/i.test(absolute);
  if (!isSql && !mayHoldChangelog(absolute)) return false;
  const text = await headOf(absolute);
  return isSql ? FORMATTED.test(text) : isChangelog({ path: absolute, text });
}

/** Whether it was one on the base branch: one that is gone, or by its name. */
export async function wasChangelog(
  absolute: string,
  status: ChangedFile['status'],
  base: BaseFiles | null | undefined,
): Promise<boolean> {
  const isLikely = status === 'removed' || (status === 'modified' && /change-?log|liquibase/i.test(absolute));
  if (!isLikely || !mayHoldChangelog(absolute)) return false;
  const text = await base?.read(absolute).catch(() => null);
  return typeof text === 'string' && isChangelog({ path: absolute, text: text.slice(0, HEAD) });
}

async function headOf(absolute: string): Promise<string> {
  const found = await stat(absolute).catch(() => null);
  if (!found?.isFile()) return '';
  const file = await open(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null);
  if (file === null) return '';
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
  } catch {
    return '';
  } finally {
    await file.close();
  }
}

/** A changelog that no other includes, and all that it includes, as reports name them. */
interface Project {
  list: string;
  files: Set<string>;
}

/**
 * The projects that hold one of the files. Looked for are changelogs in the files' folders, in those above and in the folders there that
 * are called as Liquibase's mostly are, and those that its settings name.
 */
export async function liquibaseProjects(
  files: readonly string[],
  { top, cwd }: { top: string; cwd: string },
): Promise<OneHistory[]> {
  const mine: string[] = [];
  for (const file of files)
    if (/\.sql$/i.test(file) || (mayHoldChangelog(file) && (await saysItIsChangelog(file)))) mine.push(file);
  const lists = new Set<string>();
  // All below a folder of changelogs is one project by its name: what lies in it needn't be looked for.
  const starts = mine.map((file) => {
    const root = rootOf(displayPath(file, cwd));
    return ALL_OF_IT.test(root) ? resolve(cwd, root) : file;
  });
  for (const folder of foldersAbove(starts, top)) for (const list of await changelogsIn(folder, top)) lists.add(list);
  const shown = mine.map((file) => displayPath(file, cwd));
  const roots = new Set([...shown, ...[...lists].map((list) => displayPath(list, cwd))].map((path) => rootOf(path)));
  if (roots.size === 1 && [...roots].every((root) => ALL_OF_IT.test(root))) return [];
  let projects: Project[] = [];
  for (const list of [...lists].sort(likelierFirst)) {
    const path = displayPath(list, cwd);
    if (projects.some((project) => project.files.has(path))) continue;
    const read = await readSource(list, cwd);
    if (!('file' in read)) continue;
    const { files: all } = await withIncluded({ root: '', files: [{ ...read.file, path }], configs: [] }, cwd);
    const included = new Set(all.map(({ path }) => path));
    projects = [...projects.filter((other) => !included.has(displayPath(other.list, cwd))), { list, files: included }];
  }
  return projects.map((project) => historyOf(project, cwd)).filter((one) => shown.some((path) => isOf(path, one)));
}

const ALL_OF_IT = /(^|[/_-])changelogs?\/$/i;

function historyOf({ list, files }: Project, cwd: string): OneHistory {
  const all = [...files];
  const scripts = all.filter((path) => /\.sql$/i.test(path));
  return {
    root: rootOf(displayPath(list, cwd)),
    folders: [],
    files,
    flat: [...new Set(scripts.map(folderOf))],
    changelogs: all.filter(mayHoldChangelog).map((path) => resolve(cwd, path)),
  };
}

const isOf = (path: string, { files, flat = [] }: OneHistory): boolean =>
  files?.has(path) === true || flat.includes(folderOf(path));

/** The files' folders and those above them up to the top, each once. */
function foldersAbove(files: readonly string[], top: string): Set<string> {
  const found = new Set<string>();
  for (const file of files) {
    for (let at = dirname(file); !found.has(at); at = dirname(at)) {
      if (at !== top && !at.startsWith(top + sep)) break;
      found.add(at);
    }
  }
  return found;
}

/** Those that include others are mostly called so, and stand above them. */
function likelierFirst(a: string, b: string): number {
  const rank = (path: string) => (/master|root|main|index/i.test(basename(path)) ? 0 : 1);
  const depth = (path: string) => path.split(sep).length;
  return rank(a) - rank(b) || depth(a) - depth(b) || (a < b ? -1 : 1);
}

/** What Liquibase's folders are mostly called. */
const ITS_FOLDER = /^(.*[-_.])?(change-?logs?|liquibase|migrations?|db|database)$/i;

async function changelogsIn(folder: string, top: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.flatMap((entry) => (entry.isFile() ? [join(folder, entry.name)] : []));
  for (const entry of entries) {
    if (!entry.isDirectory() || !ITS_FOLDER.test(entry.name)) continue;
    const inside = await readdir(join(folder, entry.name), { withFileTypes: true }).catch(() => []);
    found.push(...inside.flatMap((one) => (one.isFile() ? [join(folder, entry.name, one.name)] : [])));
  }
  found.push(...(await namedBySettings(folder, top)));
  const changelogs: string[] = [];
  for (const file of found) if (mayHoldChangelog(file) && (await saysItIsChangelog(file))) changelogs.push(file);
  return changelogs;
}

/** Where settings stand, seen from a folder above the scripts. */
const SETTINGS = ['', 'liquibase', 'src/main/resources', 'src/main/resources/liquibase', 'config'].flatMap((folder) =>
  ['liquibase.properties', 'application.properties', 'application.yml', 'application.yaml'].map((name) =>
    join(folder, name),
  ),
);

async function namedBySettings(folder: string, top: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of [...SETTINGS, 'pom.xml', 'build.gradle', 'build.gradle.kts']) {
    const settings = join(folder, name);
    const read = (await stat(settings).catch(() => null))?.isFile() ? await readText(settings, top) : null;
    if (read === null || !('text' in read)) continue;
    const above = [dirname(settings), folder, join(folder, 'src/main/resources'), top];
    const from = [...searchPaths(read.text).flatMap((path) => above.map((one) => resolve(one, path))), ...above];
    found.push(...changelogFiles(read.text).flatMap((path) => from.map((one) => resolve(one, path))));
  }
  return found.filter((path) => path.startsWith(top + sep));
}
