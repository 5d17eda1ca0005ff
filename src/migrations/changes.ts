/** Which files differ from a base commit, as git sees it. */

import type { BaseFiles } from '../settings/base-files.js';
import { git, tryGit } from '../system/git.js';
import { UsageError } from '../system/usage-error.js';

export interface ChangedFile {
  /** Relative to the repository's top folder, with forward slashes. */
  path: string;
  status: 'added' | 'modified' | 'removed' | 'renamed';
  previousPath?: string;
}

/** What to check: paths that were named, or the files that differ from a base, whose texts `base` has. */
export type Change = { paths: string[] } | { files: ChangedFile[]; comparedWith: string; base?: BaseFiles | null };

/**
 * The files that differ between the merge base of `base` with HEAD and the working tree, new untracked files included.
 * Throws `UsageError` where git doesn't know `base` or the history is too shallow to have a merge base.
 */
export async function changedSince(base: string, cwd: string): Promise<ChangedFile[]> {
  const from = await mergeBase(base, cwd);
  const diff = await git(
    ['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--no-relative', from, '--'],
    cwd,
  );
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/'], cwd);
  const added = untracked.split('\0').filter((path) => path !== '');
  return [...parseNameStatus(diff), ...added.map((path): ChangedFile => ({ path, status: 'added' }))];
}

/** The base to compare with when none is named: the remote's default branch, else a local main or master. */
export async function defaultBase(cwd: string): Promise<string | null> {
  const head = await tryGit(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], cwd);
  const candidates = [head?.trim() ?? '', 'origin/main', 'origin/master', 'main', 'master'];
  for (const ref of candidates) {
    if (ref !== '' && (await tryGit(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], cwd)) !== null) return ref;
  }
  return null;
}

/** The abbreviated commit that `base` and HEAD share. Throws `UsageError` as `changedSince` does. */
export async function mergeBase(base: string, cwd: string): Promise<string> {
  if (base.startsWith('-')) throw new UsageError(`--base ${base}: not a git ref`);
  if ((await tryGit(['rev-parse', '--git-dir'], cwd)) === null) {
    throw new UsageError(
      `--base ${base}: there is no git repository here. Name the files or folders to check instead.`,
    );
  }
  if ((await tryGit(['rev-parse', '--verify', '--quiet', `${base}^{commit}`], cwd)) === null) {
    throw new UsageError(
      `git doesn't know the base "${base}" here. Fetch it (git fetch origin ${base}), or name another one with --base. In a workflow: actions/checkout with "fetch-depth: 0".`,
    );
  }
  const shared = await tryGit(['merge-base', base, 'HEAD'], cwd);
  if (shared !== null) return shared.trim();
  throw new UsageError(
    `git finds no commit that "${base}" and HEAD share: the clone is probably shallow. Fetch the whole history (git fetch --unshallow; in a workflow: actions/checkout with "fetch-depth: 0").`,
  );
}

/** Reads `git diff --name-status -z`: a status, then one path, or two for a rename or a copy. */
export function parseNameStatus(output: string): ChangedFile[] {
  const fields = output.split('\0');
  const files: ChangedFile[] = [];
  for (let i = 0; i + 1 < fields.length; ) {
    const status = fields[i++] ?? '';
    const path = fields[i++] ?? '';
    if (status.startsWith('R')) files.push({ path: fields[i++] ?? '', status: 'renamed', previousPath: path });
    else if (status.startsWith('C')) files.push({ path: fields[i++] ?? '', status: 'added' });
    else if (status === 'D') files.push({ path, status: 'removed' });
    else files.push({ path, status: status === 'A' ? 'added' : 'modified' });
  }
  return files;
}
