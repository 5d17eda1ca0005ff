/** Files as a commit holds them: a change must not bring the settings of its own check. */
import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import { displayPath } from '../migrations/source.js';

export interface BaseFiles {
  /** For messages, for example `the base branch (4f1c2ab)`. */
  name: string;
  /** A file's text by its absolute path; null where the commit has no such file. */
  read(path: string): Promise<string | null>;
}

const run = promisify(execFile);

/** The files of a commit of the repository at `top`; null where git doesn't have the commit, as in a shallow clone. */
export async function gitFiles(commit: string, top: string, name: string): Promise<BaseFiles | null> {
  const git = (...args: string[]) => run('git', args, { cwd: top, maxBuffer: 64 * 1024 * 1024, windowsHide: true });
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return null;
  const known = await git('cat-file', '-e', `${commit}^{commit}`).catch(() => null);
  if (known === null) return null;
  const root = await realpath(top);
  return {
    name,
    async read(path) {
      const object = `${commit}:${displayPath(path, root)}`;
      // A folder has a name, too, and git would show its list.
      const type = await git('cat-file', '-t', object).catch(() => null);
      if (type?.stdout.trim() !== 'blob') return null;
      return (await git('cat-file', 'blob', object)).stdout;
    },
  };
}
