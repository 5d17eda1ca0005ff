/** The folders that a run works in. */
import { realpathSync, statSync } from 'node:fs';
import type { ActionInputs } from '../github/inputs.js';
import { whyNot } from '../system/faults.js';
import { repositoryRoot } from '../system/git.js';
import { UsageError } from '../system/usage-error.js';

/** The working directory, and the repository's top (else the workspace). Throws `UsageError` where there is no such folder. */
export async function foldersOf(
  { workingDirectory }: Pick<ActionInputs, 'workingDirectory'>,
  env: NodeJS.ProcessEnv,
): Promise<{ cwd: string; top: string }> {
  const stats = statSync(workingDirectory, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`working-directory: there is no folder ${workingDirectory}.`);
  if (!stats.isDirectory()) throw new UsageError(`working-directory: ${workingDirectory} is a file. Name a folder.`);
  // git answers with real paths: ours have to begin the same.
  const cwd = realpathSync.native(workingDirectory);
  return { cwd, top: (await repositoryRoot(cwd)) ?? workspaceOf(env) ?? cwd };
}

function workspaceOf({ GITHUB_WORKSPACE: workspace }: NodeJS.ProcessEnv): string | null {
  if (!workspace) return null;
  try {
    return realpathSync.native(workspace);
  } catch (error) {
    throw new UsageError(`GITHUB_WORKSPACE: ${workspace}: ${whyNot(error)}.`);
  }
}
