/** The referee has to see a foul, or every other test that relies on it proves nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../support/github/contract.js';
import { type GitHubDouble, startGitHub } from '../support/github/double.js';
import { TOKENS } from '../support/github/state.js';

let github: GitHubDouble;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.close());

function send(method: string, path: string, body?: unknown, token = TOKENS.workflow) {
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' };
  return fetch(`${github.url}${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
}

const COMMENTS = '/repos/acme/shop/issues/7/comments';

describe('the GitHub double', () => {
  it.each([
    ['POST', COMMENTS, { body: 'hello', bdoy: 'typo' }, 'body bdoy: unknown'],
    ['POST', COMMENTS, { body: 7 }, 'body: /body must be string'],
    ['POST', COMMENTS, {}, "body: / must have required property 'body'"],
    ['GET', `${COMMENTS}?perpage=100`, undefined, 'query perpage: unknown'],
    ['GET', `${COMMENTS}?page=two`, undefined, 'query page: / must be integer'],
    ['GET', '/repos/acme/shop/pulls/seven', undefined, 'path pull_number: / must be integer'],
    ['DELETE', '/repos/acme/shop', undefined, 'not in the contract'],
    ['POST', '/graphql', { query: 'query { viewer { email } }' }, 'unknown query'],
  ])('reports %s %s %j', async (method, path, body, violation) => {
    await send(method, path, body);
    expect(github.violations).toEqual([expect.stringContaining(violation)]);
  });

  it("checks its own answers against GitHub's schema", async () => {
    github.faults.push({ on: 'GET', times: 1, answer: { status: 200, body: [{ id: 'one' }] } });
    await send('GET', COMMENTS);
    expect(github.violations.join()).toContain('response 200: /0 must have required property');
  });

  it('refuses as GitHub does', async () => {
    expect((await send('GET', COMMENTS, undefined, 'nobody')).status).toBe(401);
    expect((await send('GET', '/repos/acme/other/issues/7/comments')).status).toBe(404);
    expect((await send('POST', COMMENTS, { body: 'hello' }, TOKENS.fork)).status).toBe(403);
    expect((await send('POST', COMMENTS, { body: 'x'.repeat(70_000) })).status).toBe(422);
    expect(github.violations).toEqual([]);
  });

  it('knows every call of the contract', () => {
    expect(Object.keys(contract.operations)).toHaveLength(10);
  });
});
