/** Which folders of a commit hold settings: each is a database of its own. */
import { posix } from 'node:path';
import { git, tryGit } from '../system/git.js';
import { FILE_NAME, hasSettings, PACKAGE_FILE } from './find-file.js';

/** Relative to the repository's top, `.` for the top itself, in order; null where git doesn't know the commit. */
export async function settingsFolders(commit: string, top: string): Promise<string[] | null> {
  const listed = await tryGit(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit], top);
  if (listed === null) return null;
  const folders = new Set<string>();
  for (const path of listed.split('\0')) {
    const name = posix.basename(path);
    const holds = name === FILE_NAME || (name === PACKAGE_FILE && hasSettings(await textOf(path)));
    if (holds) folders.add(posix.dirname(path));
  }
  return [...folders].sort();

  function textOf(path: string): Promise<string> {
    return git(['cat-file', 'blob', `${commit}:${path}`], top);
  }
}
