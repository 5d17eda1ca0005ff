/** The sticky comment: one per pull request and key, found again by its marker and its author. */
import type { GitHub } from './client.js';
import { statusOf } from './errors.js';
import type { PullRequest } from './event.js';
import { isHeadCurrent } from './is-head-current.js';
import { ours } from './ownership.js';

export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'not needed' | 'stale';

export interface CommentRequest {
  pull: PullRequest;
  key: string;
  /** Markdown without the marker. */
  body: string;
  /** False: there is nothing to say, so only a comment that is already there is brought up to date. */
  createIfMissing: boolean;
}

type FoundComment = Awaited<ReturnType<GitHub['rest']['issues']['listComments']>>['data'][number];

/** The comment's hidden first line. */
export function commentMarker(key: string): string {
  return `<!-- migration-safety:${key} -->`;
}

/** Creates or updates the comment; writes nothing where it says the same already, or where a newer commit was pushed. */
export async function writeComment(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  const marker = commentMarker(request.key);
  const body = request.body.startsWith(marker) ? request.body : `${marker}\n${request.body}`;
  const [existing, ...extra] = await findComments(github, request.pull, marker);
  if (!existing && !request.createIfMissing) return 'not needed';
  // Editing notifies everyone who watches, even where the text is the same.
  const isNew = !existing || !sameText(existing.body ?? '', body);
  if (!isNew && extra.length === 0) return 'unchanged';
  if (!(await isHeadCurrent(github, request.pull))) return 'stale';
  if (existing) {
    if (isNew) await update(github, request.pull, existing, body);
    await remove(github, request.pull, extra);
    return isNew ? 'updated' : 'unchanged';
  }
  await create(github, request.pull, marker, body);
  await settle(github, request.pull, marker, body);
  return 'created';
}

/** Changes the words of the comment that is there, where they change; makes none. */
export async function editComment(
  github: GitHub,
  pull: PullRequest,
  key: string,
  edited: (body: string) => string,
): Promise<'updated' | 'unchanged' | 'not needed' | 'stale'> {
  const [existing] = await findComments(github, pull, commentMarker(key));
  if (!existing?.body) return 'not needed';
  const body = edited(existing.body);
  if (body === existing.body) return 'unchanged';
  if (!(await isHeadCurrent(github, pull))) return 'stale';
  await update(github, pull, existing, body);
  return 'updated';
}

async function create(github: GitHub, pull: PullRequest, marker: string, body: string): Promise<void> {
  const { owner, repo, number } = pull;
  const wanted = { owner, repo, issue_number: number, body, request: { retries: 0 } };
  try {
    await github.rest.issues.createComment(wanted);
  } catch (error) {
    // After a server error it is unknown whether it was written: look again before a second one appears.
    if ((statusOf(error) ?? 0) < 500) throw error;
    const [written] = await findComments(github, pull, marker);
    if (!written) await github.rest.issues.createComment(wanted);
  }
}

/** Another run may have created one at the same moment: the oldest stays, whichever run gets here. */
async function settle(github: GitHub, pull: PullRequest, marker: string, body: string): Promise<void> {
  try {
    const [oldest, ...extra] = await findComments(github, pull, marker);
    if (!oldest || extra.length === 0) return;
    if (!sameText(oldest.body ?? '', body)) await update(github, pull, oldest, body);
    await remove(github, pull, extra);
  } catch {
    // The report is there; the next run tidies up.
  }
}

async function update(github: GitHub, { owner, repo }: PullRequest, { id }: FoundComment, body: string): Promise<void> {
  await github.rest.issues.updateComment({ owner, repo, comment_id: id, body });
}

/** What can't be deleted, or is gone already, is no error. */
async function remove(github: GitHub, { owner, repo }: PullRequest, comments: FoundComment[]): Promise<void> {
  for (const { id } of comments) {
    await github.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => {});
  }
}

/** Our comments that start with the marker, the oldest first. */
async function findComments(github: GitHub, pull: PullRequest, marker: string): Promise<FoundComment[]> {
  const { owner, repo, number } = pull;
  const listed = await github.paginate(github.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
  const marked = listed.filter(({ body }) => (body ?? '').startsWith(marker));
  return (await ours(github, marked)).sort((a, b) => a.id - b.id);
}

/** What differs from run to run and is no news: durations, sizes, tries, the run itself. */
const PASSING = /\d[\d.,]*\s?(?:µs|ms|s|min|B|kB|MB|GB|tries|try)\b|\/actions\/runs\/\d+(?:\/artifacts\/\d+)?/g;

function sameText(a: string, b: string): boolean {
  const lasting = (text: string) => text.replaceAll('\r\n', '\n').replaceAll(PASSING, '…').trim();
  return lasting(a) === lasting(b);
}
