/** The pull request of a run whose event can't be read: the ref names it, and git says which commit was checked out. */
import { tryGit } from '../system/git.js';
import type { GitHub } from './client.js';
import type { PullRequest } from './event.js';

/** Null where the ref is none of a pull request, or where its head is not what this run is about. */
export async function pullRequestOfRef(github: GitHub, env: NodeJS.ProcessEnv): Promise<PullRequest | null> {
  const { GITHUB_REF = '', GITHUB_REPOSITORY = '', GITHUB_SHA = '', GITHUB_WORKSPACE } = env;
  const number = Number(/^refs\/pull\/(\d+)\/(?:merge|head)$/.exec(GITHUB_REF)?.[1] ?? Number.NaN);
  const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
  if (!Number.isSafeInteger(number) || !/^[0-9a-f]{40,64}$/.test(GITHUB_SHA)) return null;
  const { data: pull } = await github.rest.pulls.get({ owner, repo, pull_number: number });
  // The runner's commit is the merge of the head into the base, or the head itself.
  const parents = await tryGit(['rev-list', '--parents', '-n', '1', GITHUB_SHA], GITHUB_WORKSPACE || process.cwd());
  const mine = [GITHUB_SHA, ...(parents ?? '').trim().split(/\s+/)];
  if (!mine.includes(pull.head.sha) && pull.merge_commit_sha !== GITHUB_SHA) return null;
  return {
    ...{ kind: 'pull_request', owner, repo, number, base: pull.base.sha, head: pull.head.sha },
    isFork: pull.head.repo?.full_name !== pull.base.repo.full_name,
    fileCount: null,
  };
}
