import type { PullRequest } from '../../../src/github/event.js';
import type { GitHubState } from './state.js';

/** The double's pull request, as the event names it. */
export function pullOf({ owner, repo, pull }: GitHubState): PullRequest {
  const { number, baseSha: base, headSha: head, files } = pull;
  return { kind: 'pull_request', owner, repo, number, base, head, isFork: false, fileCount: files.length };
}
