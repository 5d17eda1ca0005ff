/** The sticky comment: one per pull request and key, found again by its marker and its author. */
import type { GitHub } from './client.js';
import { statusOf } from './errors.js';
import type { PullRequest } from './event.js';

export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'not needed' | 'stale';

export interface CommentRequest {
  pull: PullRequest;
  key: string;
  /** Markdown without the marker. */
  body: string;
  /** False: there is nothing to say, so only a comment that is already there is brought up to date. */
  createIfMissing: boolean;
}

type Found = Awaited<ReturnType<GitHub['rest']['issues']['listComments']>>['data'][number];

/** The comment's hidden first line. */
export function commentMarker(key: string): string {
  return `<!-- migration-safety:${key} -->`;
}

/** Creates or updates the comment; writes nothing where it says the same already, or where a newer commit was pushed. */
export async function writeComment(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  const { owner, repo, number } = request.pull;
  const marker = commentMarker(request.key);
  const body = request.body.startsWith(marker) ? request.body : `${marker}\n${request.body}`;

  const existing = await findComment(github, request.pull, marker);
  if (!existing && !request.createIfMissing) return 'not needed';
  // Editing notifies everyone who watches, even where the text is the same.
  if (existing && sameText(existing.body ?? '', body)) return 'unchanged';
  if (await isStale(github, request.pull)) return 'stale';
  if (existing) {
    await github.rest.issues.updateComment({ owner, repo, comment_id: existing.id, body });
    return 'updated';
  }
  const create = { owner, repo, issue_number: number, body, request: { retries: 0 } };
  try {
    await github.rest.issues.createComment(create);
  } catch (error) {
    // After a server error nobody knows whether it was written: look again before a second one appears.
    if ((statusOf(error) ?? 0) < 500) throw error;
    if (!(await findComment(github, request.pull, marker))) await github.rest.issues.createComment(create);
  }
  return 'created';
}

/** The oldest comment that starts with the marker and is ours: anybody can write the marker. */
async function findComment(github: GitHub, pull: PullRequest, marker: string): Promise<Found | null> {
  const { owner, repo, number } = pull;
  const pages = github.paginate.iterator(github.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
  const marked: Found[] = [];
  for await (const { data } of pages) {
    for (const comment of data) {
      if (!(comment.body ?? '').startsWith(marker)) continue;
      if (comment.user?.login === 'github-actions[bot]' && comment.user.type === 'Bot') return comment;
      marked.push(comment);
    }
  }
  if (marked.length === 0) return null;
  const login = await ownLogin(github);
  return marked.find((comment) => login !== null && comment.user?.login === login) ?? null;
}

/** Whose token this is; null where it may not ask. */
async function ownLogin(github: GitHub): Promise<string | null> {
  try {
    const { viewer } = await github.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login;
  } catch {
    return null;
  }
}

/** Another run may be writing about a newer commit at this moment: it has the last word. */
async function isStale(github: GitHub, { owner, repo, number, head }: PullRequest): Promise<boolean> {
  const { data } = await github.rest.pulls.get({ owner, repo, pull_number: number });
  return data.head.sha !== head;
}

/** What differs from run to run and tells nothing new: durations, sizes, the run itself. */
const PASSING = /\d[\d.,]*\s?(?:µs|ms|s|min|B|kB|MB|GB)\b|\/actions\/runs\/\d+/g;

function sameText(a: string, b: string): boolean {
  const lasting = (text: string) => text.replaceAll('\r\n', '\n').replaceAll(PASSING, '…').trim();
  return lasting(a) === lasting(b);
}
