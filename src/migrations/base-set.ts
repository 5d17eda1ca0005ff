/** A folder as the base branch has it: the files of today, with what the change did to them undone. */
import { join } from 'node:path';
import type { SourceFile } from '../model.js';
import type { BaseFiles } from '../settings/base-files.js';
import { displayPath } from '../system/source.js';
import { mayHoldChangelog } from './changelogs.js';
import type { ChangedFile } from './changes.js';
import type { FileSet } from './layouts/layout.js';
import { isBookkeeping, isScript, type OneHistory, rootOf } from './roots.js';

/** Null where the base branch can't be read. `top`: what the changes' paths are relative to. */
export async function setAtBase(
  set: FileSet,
  changes: ReadonlyMap<string, ChangedFile>,
  {
    base,
    top,
    cwd,
    together,
  }: { base: BaseFiles | null | undefined; top: string; cwd: string; together: readonly OneHistory[] },
): Promise<FileSet | null> {
  if (!base) return null;
  const files = set.files.filter(({ path }) => !changes.has(path));
  for (const [path, { status, path: full, previousPath }] of changes) {
    if (status === 'added') continue;
    const before = status === 'renamed' ? (previousPath ?? full) : full;
    const shown = status === 'renamed' ? displayPath(join(top, before), cwd) : path;
    // What is included from elsewhere belongs to it, too.
    const isMine = rootOf(shown, together) === set.root || set.files.some((file) => file.path === path);
    // Of other files, the changes hold changelogs only.
    if (!isMine || !(isScript(shown) || isBookkeeping(shown) || mayHoldChangelog(shown))) continue;
    const text = await read(base, join(top, before));
    if (text === null) return null;
    files.push({ path: shown, text });
  }
  return { ...set, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

async function read(base: BaseFiles, path: string): Promise<SourceFile['text'] | null> {
  const text = await base.read(path).catch(() => null);
  return text?.replace(/^\ufeff/, '') ?? null;
}
