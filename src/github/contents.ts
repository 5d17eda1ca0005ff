/** A file of a commit that isn't checked out. */
import type { GitHub } from './client.js';
import { statusOf } from './errors.js';
import type { Repository } from './event.js';

/** The file's text, or null where the commit has no such file. Throws where GitHub can't answer or refuses. */
export async function fileAt(
  github: GitHub,
  { owner, repo }: Repository,
  path: string,
  commit: string,
): Promise<string | null> {
  try {
    const { data } = await github.rest.repos.getContent({ owner, repo, path, ref: commit });
    if (Array.isArray(data) || !('content' in data)) return null;
    // Above 1 MB GitHub leaves the content out.
    if (data.encoding !== 'base64') throw new Error(`GitHub does not hand out ${path}: it is too large`);
    return Buffer.from(data.content, 'base64').toString('utf8');
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}
