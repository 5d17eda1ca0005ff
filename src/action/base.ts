/** Where the Action's settings come from: for a change that is only proposed, from the commit that it is proposed to. */

import { join } from 'node:path';
import type { GitHub } from '../github/client.js';
import { fileAt } from '../github/contents.js';
import type { GitHubChange } from '../github/event.js';
import { type BaseFiles, gitFiles } from '../settings/base-files.js';
import { FILE_NAME } from '../settings/find-file.js';
import { displayPath } from '../system/source.js';

/** git where the commit is checked out, else GitHub; `base: null` where neither has it. Nothing for what is merged already. */
export async function trustedSettings(
  change: GitHubChange,
  github: GitHub | null,
  top: string,
): Promise<{ base?: BaseFiles | null }> {
  const { base } = change;
  if ((change.kind !== 'pull_request' && change.kind !== 'merge_group') || base === null) return {};
  const name = `the base branch (${base.slice(0, 7)})`;
  const local = await gitFiles(base, top, name);
  if (local !== null) return { base: local };
  if (github === null) return { base: null };
  const known = new Map<string, Promise<string | null>>();
  const read = (path: string) => {
    const shown = displayPath(path, top);
    const text = known.get(shown) ?? fileAt(github, change, shown, base);
    known.set(shown, text);
    return text;
  };
  try {
    // Whether GitHub answers at all shows with the first file.
    await read(join(top, FILE_NAME));
    return { base: { name, read } };
  } catch {
    return { base: null };
  }
}
