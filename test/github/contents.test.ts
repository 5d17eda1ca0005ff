import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/github/client.js';
import { fileAt } from '../../src/github/contents.js';
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

describe('fileAt', () => {
  const read = (path: string, commit = 'b'.repeat(40), token = TOKENS.workflow) =>
    fileAt(connect(token, { baseUrl: github.url }), { owner: 'acme', repo: 'shop' }, path, commit);

  it('reads a file of a commit', async () => {
    github.state.contents['b'.repeat(40)] = { 'db/ä b.sql': `SELECT 'ä😀';\n`.repeat(20) };
    expect(await read('db/ä b.sql')).toBe(`SELECT 'ä😀';\n`.repeat(20));
  });

  it('says which is not there', async () => {
    github.state.contents['b'.repeat(40)] = { 'a.sql': '' };
    expect(await read('b.sql')).toBeNull();
    expect(await read('a.sql')).toBe('');
    expect(await read('a.sql', 'c'.repeat(40))).toBeNull();
  });

  it('throws what GitHub refuses', async () => {
    await expect(read('a.sql', 'b'.repeat(40), 'nobody')).rejects.toThrow('Bad credentials');
  });
});
