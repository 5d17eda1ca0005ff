import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/github/client.js';
import { type GitHubDouble, startGitHub } from '../support/github/double.js';
import { TOKENS } from '../support/github/state.js';

let github: GitHubDouble;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

const GET = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
const secondary = {
  status: 403,
  body: { message: 'You have exceeded a secondary rate limit' },
  headers: { 'retry-after': '1' },
};

function ask({ retries, ...options }: { patience?: number; timeout?: number; retries?: number } = {}) {
  const { owner, repo, pull } = github.state;
  const client = connect(TOKENS.workflow, { baseUrl: github.url, ...options });
  const request = retries === undefined ? {} : { request: { retries } };
  return client.rest.pulls.get({ owner, repo, pull_number: pull.number, ...request });
}

describe('connect', () => {
  it('tries again after a server error', async () => {
    github.faults.push({ on: GET, times: 1, answer: { status: 500, body: { message: 'Server Error' } } });
    expect((await ask()).status).toBe(200);
    expect(github.calls.map(({ status }) => status)).toEqual([500, 200]);
  });

  it('waits for a rate limit as long as GitHub says', async () => {
    github.faults.push({ on: GET, times: 1, answer: secondary });
    expect((await ask()).status).toBe(200);
    expect(github.calls).toHaveLength(2);
  });

  it('waits until a primary rate limit is reset', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000)) };
    const answer = { status: 403, body: { message: 'API rate limit exceeded for user' }, headers };
    github.faults.push({ on: GET, times: 1, answer });
    expect((await ask()).status).toBe(200);
    expect(github.calls.map(({ status }) => status)).toEqual([403, 200]);
  });

  it('asks no second time where it may not', async () => {
    github.faults.push({ on: GET, times: 1, answer: { status: 403, body: { message: 'Resource not accessible' } } });
    await expect(ask()).rejects.toThrow(/not accessible/);
    expect(github.calls).toHaveLength(1);
  });

  it('asks no second time where the first may have been carried out', async () => {
    github.faults.push({ on: GET, times: 1, answer: { status: 500, body: { message: 'Server Error' } } });
    await expect(ask({ retries: 0 })).rejects.toThrow(/Server Error/);
    expect(github.calls).toHaveLength(1);
  });

  it('gives up where a rate limit is longer than its patience', async () => {
    github.faults.push({ on: GET, times: 1, answer: { ...secondary, headers: { 'retry-after': '60' } } });
    await expect(ask()).rejects.toThrow(/secondary rate limit/);
    expect(github.calls).toHaveLength(1);
  });

  it('gives up on a server that stays broken when its patience is spent', async () => {
    github.faults.push({ on: GET, times: 9, answer: { status: 500, body: { message: 'Server Error' } } });
    await expect(ask({ patience: 1 })).rejects.toThrow(/Server Error/);
    expect(github.calls).toHaveLength(2);
  });

  it('does not wait for an answer that never comes', async () => {
    github.faults.push({ on: GET, times: 9, delayMs: 60_000 });
    await expect(ask({ timeout: 0.1, patience: 0 })).rejects.toThrow(/timeout/);
    expect(github.calls).toHaveLength(1);
  });
});
