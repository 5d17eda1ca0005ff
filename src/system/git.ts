/** Runs git, and finds the repository that a folder is in. */
import { access, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { whyNot } from './faults.js';
import { runProgram } from './run-program.js';
import { UsageError } from './usage-error.js';

/** A partial clone may have to fetch what is asked for. */
const patienceMs = 300_000;

/** Runs git without a shell: file names are hostile. Returns what it prints. Throws `UsageError` with what git says. */
export async function git(args: string[], cwd: string): Promise<string> {
  // Its messages are parsed below, and there is no user to type a password.
  const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
  try {
    return await runProgram('git', args, { cwd, env, maxBuffer: 256 * 1024 * 1024, timeout: patienceMs });
  } catch (error) {
    throw new UsageError(explainGit(args, cwd, error as GitError), { cause: error });
  }
}

type GitError = NodeJS.ErrnoException & { stderr?: string; killed?: boolean };

function explainGit([command = '']: string[], cwd: string, error: GitError): string {
  if (error.syscall?.startsWith('spawn')) {
    return error.code === 'ENOENT'
      ? 'git was not found: install it, or put it on the PATH of this check.'
      : `git could not be started: ${whyNot(error)}.`;
  }
  const said = (error.stderr ?? '').trim();
  if (/dubious ownership/.test(said)) {
    return `git refuses to read ${cwd}, which belongs to another user: run "git config --global --add safe.directory ${cwd}" before this check.`;
  }
  if (error.killed)
    return `git ${command} did not end within ${patienceMs / 1000} s in ${cwd}: run it there by hand to see why.`;
  const reason = /^(?:fatal|error): (.*)$/m.exec(said)?.[1] ?? (said.split('\n')[0] || error.message);
  return `git ${command} fails in ${cwd}: ${reason}. Run it there by hand to see why.`;
}

/** Why git can do nothing at all here, with the remedy; null where it works, and where there is no repository. */
export async function gitTrouble(cwd: string): Promise<string | null> {
  try {
    await git(['rev-parse', '--git-dir'], cwd);
    return null;
  } catch (error) {
    const { message, cause } = error as Error;
    return /not a git repository/.test((cause as GitError | undefined)?.stderr ?? '') ? null : message;
  }
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
