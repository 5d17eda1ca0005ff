/** Runs git, and finds the repository that a folder is in. */
import { access, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runProgram } from './run-program.js';

/** Runs git without a shell: file names are hostile. Returns what it prints. */
export async function git(args: string[], cwd: string): Promise<string> {
  return runProgram('git', args, { cwd, maxBuffer: 256 * 1024 * 1024 });
}

/** Like `git`, with null where git refuses. */
export async function tryGit(args: string[], cwd: string): Promise<string | null> {
  try {
    return await git(args, cwd);
  } catch {
    return null;
  }
}

/** Say that the repository isn't where the folders say; git knows. */
const ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_CEILING_DIRECTORIES'];

/** The repository's top folder, or null outside a repository. Looking for it spares a small check the start of git. */
export async function repositoryRoot(cwd: string): Promise<string | null> {
  if (ELSEWHERE.some((name) => process.env[name])) {
    return (await tryGit(['rev-parse', '--show-toplevel'], cwd))?.replace(/\r?\n$/, '') || null;
  }
  let folder = await realpath(cwd).catch(() => cwd);
  while (!(await isTop(folder))) {
    const above = dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
  return folder;
}

/** A repository has a folder `.git`; a worktree and a submodule have a file that says where theirs is. */
async function isTop(folder: string): Promise<boolean> {
  const place = join(folder, '.git');
  const readable = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    );
  if (await readable(join(place, 'HEAD'))) return true;
  return (await readFile(place, 'utf8').catch(() => '')).startsWith('gitdir:');
}
