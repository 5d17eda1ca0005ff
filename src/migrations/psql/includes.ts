/** The files that scripts name for psql to read in their middle. */
import { posix, resolve } from 'node:path';
import type { ScriptSource, SourceFile } from '../../model.js';
import { inSentence, isOfRepository } from '../../system/read-file.js';
import { displayPath, readSource } from '../../system/source.js';
import type { Change } from '../changes.js';
import type { FileSet, IncludedFiles } from '../layouts/layout.js';
import type { PsqlRequest } from './follow.js';

const INCLUDE = /\\(i|ir|include|include_relative)[ \t]+(?:'([^'\n]+)'|([^\s\\'`]+))/gm;

/** The values that a script gives to what its includes name. */
const SET = /\\set[ \t]+(\w+)[ \t]+'?([^\s'\\]+)'?/g;
const COPY = /^[ \t]*\\copy[ \t][^\n]*?[ \t]from[ \t]+'([^'\n]+)'/gim;

/** More than that is no migration any more. */
const MOST_FILES = 1000;

/** All files that the set's scripts include, and those that these include, by their paths; why one can't be read in its place. */
export async function readIncluded({ root, files }: FileSet, cwd: string): Promise<IncludedFiles> {
  const read = new Map<string, SourceFile | string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined && read.size < MOST_FILES; file = waiting.pop()) {
    for (const { path, isRelative } of includesOf(file)) {
      for (const candidate of candidates(path, file, isRelative, root)) {
        if (read.has(candidate)) continue;
        const found = await readOne(candidate, cwd);
        if (found === null) continue;
        read.set(candidate, found);
        if (typeof found !== 'string') waiting.push(found);
      }
    }
  }
  return read;
}

/** The same files as the base branch has them. `top`: the repository's, which the changes' paths begin at. */
export async function includedAtBase(
  included: IncludedFiles,
  change: Change,
  { top, cwd }: { top: string; cwd: string },
): Promise<IncludedFiles> {
  const before = new Map(included);
  if (!('files' in change)) return before;
  for (const { path } of change.files) {
    const shown = displayPath(resolve(top, path), cwd);
    if (!included.has(shown)) continue;
    const text = await change.base?.read(resolve(top, path)).catch(() => null);
    if (text) before.set(shown, { path: shown, text: text.replace(/^\ufeff/, '') });
    else before.delete(shown);
  }
  return before;
}

/** The files that are read in the middle of these scripts. */
export function includedPaths(scripts: readonly ScriptSource[]): Set<string> {
  const paths = new Set<string>();
  const waiting = [...scripts];
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    for (const one of script.included ?? []) {
      paths.add(one.script.file.path);
      waiting.push(one.script);
    }
  }
  return paths;
}

/** Finds what a command of a script names. */
export function lookupIn(included: IncludedFiles, root: string): PsqlRequest['include'] {
  return (path, from, isRelative) => {
    const found = candidates(path, from, isRelative, root).flatMap((candidate) => included.get(candidate) ?? []);
    const [file = `it names ${path}, and the repository has no such file: what it holds was not run`] = found;
    return file;
  };
}

function includesOf({ text }: SourceFile): { path: string; isRelative: boolean }[] {
  const copied = [...text.matchAll(COPY)].map(([, path = '']) => ({ path, isRelative: false }));
  const values = new Map([...text.matchAll(SET)].map(([, name = '', value = '']) => [name, value]));
  const filled = (path: string) => path.replace(/:(?:'(\w+)'|(\w+))/g, (whole, a, b) => values.get(a ?? b) ?? whole);
  const included = [...text.matchAll(INCLUDE)].map(([, command, quoted, plain]) => ({
    path: filled(quoted ?? plain ?? ''),
    isRelative: command === 'ir' || command === 'include_relative',
  }));
  return [...included, ...copied];
}

/** `\ir` counts from the script's folder, `\i` from where psql is run: the top, the migrations' folder, or one between. */
function candidates(path: string, from: SourceFile, isRelative: boolean, root: string): string[] {
  const own = posix.dirname(from.path);
  const folders = [own];
  if (!isRelative) {
    for (let folder = posix.normalize(root || '.'); ; folder = posix.dirname(folder)) {
      folders.unshift(folder);
      if (folder === posix.dirname(folder)) break;
    }
  }
  return [...new Set(folders.map((folder) => posix.normalize(posix.join(folder, path))))];
}

/** Null where there is none. */
async function readOne(path: string, cwd: string): Promise<SourceFile | string | null> {
  const absolute = resolve(cwd, path);
  if (posix.isAbsolute(path) || !(await isOfRepository(absolute, cwd))) {
    return 'it names a file outside of the repository, which is never read';
  }
  const read = await readSource(absolute, cwd);
  if ('file' in read) return read.file;
  return read.problem === NO_FILE ? null : `it names ${path}: ${inSentence(read.problem)}`;
}

const NO_FILE = 'There is no such file.';
