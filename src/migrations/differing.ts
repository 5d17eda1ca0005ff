/** The change that nobody has named: what differs from a base. */
import { gitFiles } from '../settings/base-files.js';
import { gitTrouble, repositoryRoot } from '../system/git.js';
import { UsageError } from '../system/usage-error.js';
import { type Change, changedSince, defaultBase, mergeBase } from './changes.js';

/** Without a base, what differs from the default branch. Throws `UsageError` where git can't say it. */
export async function differing(base: string | undefined, cwd: string): Promise<Change> {
  const trouble = await gitTrouble(cwd);
  if (trouble !== null) throw new UsageError(`check: ${trouble} Or name files or folders.`);
  const ref = base ?? (await defaultBase(cwd));
  if (ref === null) {
    const isGit = (await repositoryRoot(cwd)) !== null;
    throw new UsageError(
      isGit
        ? 'check: name files or folders, or say with --base what to compare with: git finds no default branch here.'
        : 'check: name files or folders: this is no git repository, so that nothing can be compared.',
    );
  }
  const commit = await mergeBase(ref, cwd);
  const comparedWith = `the merge base with ${ref} (${commit.slice(0, 7)})`;
  const top = (await repositoryRoot(cwd)) ?? cwd;
  return { files: await changedSince(ref, cwd), comparedWith, base: await gitFiles(commit, top, comparedWith) };
}
