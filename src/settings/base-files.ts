/** Files as a commit holds them: a change must not bring the settings of its own check. */
import { realpath } from 'node:fs/promises';
import { git, tryGit } from '../git.js';
import { displayPath } from '../migrations/source.js';

export interface BaseFiles {
  /** For messages, for example `the base branch (4f1c2ab)`. */
  name: string;
  /** A file's text by its absolute path; null where the commit has no such file. */
  read(path: string): Promise<string | null>;
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
      const object = `${commit}:${displayPath(path, root)}`;
      // A folder has a name, too, and git would show its list.
      const type = await tryGit(['cat-file', '-t', object], top);
      return type?.trim() === 'blob' ? git(['cat-file', 'blob', object], top) : null;
    },
  };
}
