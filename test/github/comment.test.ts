import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/github/client.js';
import { commentMarker, writeComment } from '../../src/github/comment.js';
import { type GitHubDouble, startGitHub } from '../support/github/double.js';
import { pullOf } from '../support/github/pull.js';
import { ACTIONS_BOT, type Account, TOKENS } from '../support/github/state.js';

let github: GitHubDouble;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

const MARKER = commentMarker('default');
const OCTAVIA: Account = { login: 'octavia', type: 'User' };
const STRANGER: Account = { login: 'stranger', type: 'User' };

function write(body: string, { key = 'default', token = TOKENS.workflow, createIfMissing = true } = {}) {
  const client = connect(token, { baseUrl: github.url });
  return writeComment(client, { pull: pullOf(github.state), key, body, createIfMissing });
}

function someoneWrote(body: string, author: Account): void {
  github.state.comments.push({ id: github.state.comments.length + 1, body, author });
}

function bodies(): string[] {
  return github.state.comments.map(({ body }) => body);
}

describe('writeComment', () => {
  it('creates the comment once, with its marker as the first line', async () => {
    expect(await write('red')).toBe('created');
    expect(bodies()).toEqual([`${MARKER}\nred`]);
  });

  it('updates its own comment in place', async () => {
    await write('red');
    expect(await write('green', { createIfMissing: false })).toBe('updated');
    expect(bodies()).toEqual([`${MARKER}\ngreen`]);
  });

  it('writes nothing where it says the same already', async () => {
    await write('line 1\nline 2\n');
    expect(await write('line 1\r\nline 2')).toBe('unchanged');
    expect(github.writes()).toHaveLength(1);
  });

  it('does not write only because the times or the run differ', async () => {
    await write('applied in 412 ms, 8.1 kB of WAL, see https://github.test/acme/shop/actions/runs/1');
    const again = 'applied in 1.3 s, 9 kB of WAL, see https://github.test/acme/shop/actions/runs/2';
    expect(await write(again)).toBe('unchanged');
    expect(await write(`${again}, 3 statements`)).toBe('updated');
  });

  it('does not comment only to say that all is well', async () => {
    expect(await write('green', { createIfMissing: false })).toBe('not needed');
    expect(github.writes()).toEqual([]);
  });

  it('keeps one comment per key', async () => {
    await write('red');
    expect(await write('red', { key: 'billing' })).toBe('created');
    expect(bodies()).toEqual([`${MARKER}\nred`, `${commentMarker('billing')}\nred`]);
  });

  it('finds its comment behind a hundred others', async () => {
    for (let i = 0; i < 150; i++) someoneWrote('hello', STRANGER);
    someoneWrote(`${MARKER}\nred`, ACTIONS_BOT);
    expect(await write('green')).toBe('updated');
  });

  it('does not touch a comment in which somebody else wrote the marker', async () => {
    someoneWrote(`${MARKER}\nforged`, STRANGER);
    someoneWrote(`${MARKER}\nforged`, { login: 'github-actions', type: 'User' });
    someoneWrote(`quoting\n${MARKER}`, ACTIONS_BOT);
    expect(await write('red')).toBe('created');
    expect(bodies().slice(0, 3)).toEqual([`${MARKER}\nforged`, `${MARKER}\nforged`, `quoting\n${MARKER}`]);
  });

  it("knows its comment by the token's login where it is no bot", async () => {
    someoneWrote(`${MARKER}\nforged`, STRANGER);
    someoneWrote(`${MARKER}\nred`, OCTAVIA);
    expect(await write('green', { token: TOKENS.personal })).toBe('updated');
    expect(bodies()).toEqual([`${MARKER}\nforged`, `${MARKER}\ngreen`]);
  });

  it('writes nothing where a newer commit was pushed', async () => {
    const pull = pullOf(github.state);
    github.state.pull.headSha = 'f'.repeat(40);
    const client = connect(TOKENS.workflow, { baseUrl: github.url });
    expect(await writeComment(client, { pull, key: 'default', body: 'red', createIfMissing: true })).toBe('stale');
    expect(github.writes()).toEqual([]);
  });

  it('tries again after a server error', async () => {
    github.faults.push({ on: 'POST', times: 1, answer: { status: 502, body: { message: 'Bad Gateway' } } });
    expect(await write('red')).toBe('created');
    expect(bodies()).toEqual([`${MARKER}\nred`]);
  });

  it('does not comment twice where the server error came after the writing', async () => {
    const answer = { status: 502, body: { message: 'Bad Gateway' } };
    github.faults.push({ on: 'POST', times: 1, answer, afterwards: true });
    expect(await write('red')).toBe('created');
    expect(bodies()).toEqual([`${MARKER}\nred`]);
  });

  it('is one, where two runs write at the same moment', async () => {
    github.faults.push({ on: 'POST', times: 2, delayMs: 200 });
    expect(await Promise.all([write('red'), write('red')])).toEqual(['created', 'created']);
    expect(bodies()).toEqual([`${MARKER}\nred`]);
    expect(github.calls.filter(({ name }) => name.startsWith('POST'))).toHaveLength(2);
  });

  it('is tidied by the next run, the oldest stays, and other people’s comments too', async () => {
    someoneWrote(`${MARKER}\nred`, ACTIONS_BOT);
    someoneWrote(`${MARKER}\nred`, STRANGER);
    someoneWrote(`${MARKER}\nred`, ACTIONS_BOT);
    const [oldest, stranger] = github.state.comments.map(({ id }) => id);
    expect(await write('green')).toBe('updated');
    expect(github.state.comments.map(({ id }) => id)).toEqual([oldest, stranger]);
    expect(bodies()).toEqual([`${MARKER}\ngreen`, `${MARKER}\nred`]);
  });

  it('stands although a second one can’t be deleted', async () => {
    someoneWrote(`${MARKER}\nred`, ACTIONS_BOT);
    someoneWrote(`${MARKER}\nred`, ACTIONS_BOT);
    github.faults.push({ on: 'DELETE', times: 9, answer: { status: 404, body: { message: 'Not Found' } } });
    expect(await write('red')).toBe('unchanged');
  });

  it('passes a refusal on', async () => {
    await expect(write('red', { token: TOKENS.fork })).rejects.toThrow(/not accessible/);
    expect(bodies()).toEqual([]);
  });
});
