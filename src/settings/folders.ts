/** Which folders of a commit hold settings: each is a database of its own. */
import { execFile } from 'node:child_process';
import { posix } from 'node:path';
import { promisify } from 'node:util';
import { FILE_NAME, hasSettings, PACKAGE_FILE } from './find-file.js';

const run = promisify(execFile);

/** Relative to the repository's top, `.` for the top itself, in order; null where git doesn't know the commit. */
export async function settingsFolders(commit: string, top: string): Promise<string[] | null> {
  const git = (...args: string[]) => run('git', args, { cwd: top, maxBuffer: 256 * 1024 * 1024, windowsHide: true });
  const listed = await git('ls-tree', '-r', '-z', '--name-only', '--full-tree', commit).catch(() => null);
  if (listed === null) return null;
  const folders = new Set<string>();
  for (const path of listed.stdout.split('\0')) {
    const name = posix.basename(path);
    const holds = name === FILE_NAME || (name === PACKAGE_FILE && hasSettings(await textOf(path)));
    if (holds) folders.add(posix.dirname(path));
  }
  return [...folders].sort();

  async function textOf(path: string): Promise<string> {
    return (await git('cat-file', 'blob', `${commit}:${path}`)).stdout;
  }
}
