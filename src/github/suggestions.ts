/** Suggested changes: one review whose comments hold repairs that its reader accepts with a click, each at most once. */
import { createHash } from 'node:crypto';
import type { GitHub } from './client.js';
import type { PullRequest } from './event.js';
import { isHeadCurrent } from './is-head-current.js';
import { ours } from './ownership.js';

/** A review with more of them is not read. */
const PER_REVIEW = 20;

/** Lines `from` to `to` of a file become `after`; `text` says why, in Markdown. */
export interface SuggestedLines {
  path: string;
  from: number;
  to: number;
  before: string[];
  after: string[];
  text: string;
}

/** Writes those that were not written before. Returns how many; null where a newer commit was pushed. */
export async function writeSuggestions(
  github: GitHub,
  pull: PullRequest,
  key: string,
  replacements: readonly SuggestedLines[],
): Promise<number | null> {
  if (replacements.length === 0) return 0;
  const { owner, repo, number } = pull;
  const written = await markersOf(github, pull, key);
  const fresh = replacements.filter((it) => !written.has(markerOf(key, it))).slice(0, PER_REVIEW);
  if (fresh.length === 0) return 0;
  if (!(await isHeadCurrent(github, pull))) return null;
  await github.rest.pulls.createReview({
    owner,
    repo,
    pull_number: number,
    commit_id: pull.head,
    event: 'COMMENT',
    body: `${fresh.length === 1 ? 'One repair' : `${fresh.length} repairs`} that can be accepted with a click. The check itself waits for none of them.`,
    comments: fresh.map((it) => ({ ...anchorOf(it), path: it.path, body: bodyOf(key, it) })),
    // After an error it is unknown whether it was written, and a review can't be taken back.
    request: { retries: 0 },
  });
  return fresh.length;
}

function anchorOf({ from, to }: SuggestedLines) {
  const end = { line: to, side: 'RIGHT' };
  return from === to ? end : { ...end, start_line: from, start_side: 'RIGHT' };
}

/** The lines are in the fence unchanged: GitHub puts them into the file. */
function bodyOf(key: string, it: SuggestedLines): string {
  const runs = it.after.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [markerOf(key, it), it.text, '', `${fence}suggestion`, ...it.after, fence].join('\n');
}

/** The same repair of the same lines has the same marker, wherever they have moved to. */
function markerOf(key: string, { path, before, after }: SuggestedLines): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([path, before, after]))
    .digest('hex')
    .slice(0, 16);
  return `<!-- migration-safety:${key}:suggestion:${hash} -->`;
}

async function markersOf(github: GitHub, { owner, repo, number }: PullRequest, key: string): Promise<Set<string>> {
  const listed = await github.paginate(github.rest.pulls.listReviewComments, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
  });
  const marked = listed.filter(({ body }) => body.startsWith(`<!-- migration-safety:${key}:suggestion:`));
  return new Set((await ours(github, marked)).map(({ body }) => body.split('\n')[0]?.trim() ?? ''));
}
