/** Files as a commit holds them: a change must not bring the settings of its own check. */
import { realpath } from 'node:fs/promises';
import { posix } from 'node:path';
import { git, tryGit } from '../system/git.js';
import { displayPath } from '../system/source.js';

export interface BaseFiles {
  /** For messages, for example `the base branch (4f1c2ab)`. */
  name: string;
  /** A file's text by its absolute path; null where the commit has no such file. */
  read(path: string): Promise<string | null>;
}

/** How many links lead on to a file at most. */
const MOST_LINKS = 10;

/** The object of a file in a commit; a link to another file of it is that file. Null for what is no file there. */
async function fileAt(commit: string, path: string, top: string): Promise<string | null> {
  let at = path;
  for (let links = 0; links <= MOST_LINKS; links++) {
    const entry = await tryGit(['ls-tree', '-z', '--full-tree', commit, '--', at], top);
    // A folder has a name, too, and a link's text is the path that it leads to.
    const [, mode, type, object] = /^(\d+) (\w+) ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
    if (type !== 'blob' || object === undefined) return null;
    if (mode !== '120000') return object;
    at = posix.join(posix.dirname(at), await git(['cat-file', 'blob', object], top));
    if (at === '..' || at.startsWith('../') || posix.isAbsolute(at)) return null;
  }
  return null;
}

/** The files of a commit of the repository at `top`; null where git doesn't have the commit, as in a shallow clone. */
export async function gitFiles(commit: string, top: string, name: string): Promise<BaseFiles | null> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return null;
  const known = await tryGit(['cat-file', '-e', `${commit}^{commit}`], top);
  if (known === null) return null;
  const root = await realpath(top);
  return {
    name,
    async read(path) {
      const object = await fileAt(commit, displayPath(path, root), top);
      return object === null ? null : git(['cat-file', 'blob', object], top);
    },
  };
}
