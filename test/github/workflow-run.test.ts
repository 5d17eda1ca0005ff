import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/github/client.js';
import { finishedRun, pullRequestsOf } from '../../src/github/workflow-run.js';
import { type GitHubDouble, startGitHub } from '../support/github/double.js';
import { TOKENS } from '../support/github/state.js';

let github: GitHubDouble;
beforeEach(async () => {
  github = await startGitHub();
  Object.assign(github.state.pull, { headRepo: 'stranger/shop', headRef: 'topic' });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

function payload(over: object = {}) {
  const repository = { full_name: 'stranger/shop', owner: { login: 'stranger' } };
  const run = {
    ...{ id: 4711, event: 'pull_request', head_sha: github.state.pull.headSha, head_branch: 'topic' },
    head_repository: repository,
    ...over,
  };
  return { name: 'workflow_run', repository: 'acme/shop', sha: 'c'.repeat(40), payload: { workflow_run: run } };
}

function find(over: object = {}) {
  return pullRequestsOf(connect(TOKENS.workflow, { baseUrl: github.url }), finishedRun(payload(over)));
}

describe('the pull request of a finished run', () => {
  it('is the open one whose head is the run’s commit', async () => {
    const { baseSha, headSha } = github.state.pull;
    expect(await find()).toEqual([
      {
        ...{ kind: 'pull_request', owner: 'acme', repo: 'shop', number: 7 },
        ...{ base: baseSha, head: headSha, isFork: false, fileCount: null },
      },
    ]);
  });

  it('is none where a newer commit was pushed, it was closed, or the branch is another fork’s', async () => {
    expect(await find({ head_sha: 'f'.repeat(40) })).toEqual([]);
    expect(await find({ head_repository: { full_name: 'stranger/other', owner: { login: 'stranger' } } })).toEqual([]);
    expect(await find({ head_branch: 'other' })).toEqual([]);
    github.state.pull.isOpen = false;
    expect(await find()).toEqual([]);
  });

  it('is none where the fork is gone', async () => {
    expect(await find({ head_repository: null })).toEqual([]);
    expect(await find({ head_branch: null })).toEqual([]);
    expect(github.calls).toEqual([]);
  });

  it('is asked for by what GitHub says, and refused where that is no workflow run', () => {
    expect(() => finishedRun({ ...payload(), payload: { workflow_run: { id: 'x' } } })).toThrow(/workflow_run.id/);
  });
});
