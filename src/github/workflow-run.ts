/** The pull request that a finished workflow run was about: for the workflow that comments on behalf of forks. */
import * as v from 'valibot';
import type { GitHub } from './client.js';
import { type PullRequest, parse, type Repository, type TriggeringEvent } from './event.js';

const Payload = v.object({
  workflow_run: v.object({
    id: v.number(),
    event: v.string(),
    conclusion: v.nullish(v.string()),
    head_sha: v.string(),
    head_branch: v.nullish(v.string()),
    head_repository: v.nullish(v.object({ full_name: v.string(), owner: v.object({ login: v.string() }) })),
  }),
});

export interface FinishedRun extends Repository {
  id: number;
  /** What started it. */
  event: string;
  /** How it ended; null where GitHub doesn't say. */
  conclusion: string | null;
  sha: string;
  branch: string | null;
  /** The repository that the commit is in; null where the fork is gone. */
  head: { fullName: string; owner: string } | null;
}

/** The run as GitHub describes it, the only source that counts: an artifact is the fork's. */
export function finishedRun(event: TriggeringEvent): FinishedRun {
  const { workflow_run: run } = parse(Payload, event);
  const [owner = '', repo = ''] = event.repository.split('/');
  const head = run.head_repository;
  return {
    ...{ owner, repo, id: run.id, event: run.event, conclusion: run.conclusion ?? null },
    ...{ sha: run.head_sha, branch: run.head_branch ?? null },
    head: head ? { fullName: head.full_name, owner: head.owner.login } : null,
  };
}

/** The open pull requests whose head is the run's commit; none where a newer one was pushed. */
export async function pullRequestsOf(github: GitHub, run: FinishedRun): Promise<PullRequest[]> {
  const { owner, repo, head, branch, sha } = run;
  if (head === null || branch === null) return [];
  const open = await github.paginate(github.rest.pulls.list, {
    owner,
    repo,
    state: 'open',
    head: `${head.owner}:${branch}`,
    per_page: 100,
  });
  return open
    .filter((pull) => pull.head.sha === sha && pull.head.repo?.full_name === head.fullName)
    .map(({ number, base }) => ({
      ...{ kind: 'pull_request', owner, repo, number, base: base.sha, head: sha, fileCount: null },
      // The token is the repository's own here.
      isFork: false,
    }));
}
