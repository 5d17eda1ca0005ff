/** How the double shows its pull request, alone and in a list. */
import type { Asked } from './answers.js';
import { sample } from './samples.js';
import type { GitHubState } from './state.js';

export function pullBody({ pull }: GitHubState): unknown {
  const body = sample('pull-request', { number: pull.number, changed_files: pull.files.length });
  return withSides(body, pull);
}

/** Open ones, filtered by head as GitHub does it: `owner:branch`. */
export function listPulls({ state, query }: Asked): unknown[] {
  const { pull } = state;
  const head = query.get('head');
  const isAsked = head === null || head === `${pull.headRepo.split('/')[0]}:${pull.headRef}`;
  if (!pull.isOpen || !isAsked) return [];
  return [withSides(sample('pull-request-simple', { number: pull.number }), pull)];
}

function withSides(body: Record<string, unknown>, pull: GitHubState['pull']): unknown {
  const { head, base } = body as { head: object; base: object };
  const repo = sample('repository', { full_name: pull.headRepo });
  Object.assign(head, { sha: pull.headSha, ref: pull.headRef, repo });
  Object.assign(base, { sha: pull.baseSha });
  return body;
}
