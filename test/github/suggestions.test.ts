import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/github/client.js';
import { type SuggestedLines, writeSuggestions } from '../../src/github/suggestions.js';
import { type GitHubDouble, startGitHub } from '../support/github/double.js';
import { pullOf } from '../support/github/pull.js';
import { TOKENS } from '../support/github/state.js';

let github: GitHubDouble;
beforeEach(async () => {
  github = await startGitHub();
  const patch = '@@ -0,0 +1,4 @@\n+BEGIN;\n+CREATE INDEX i ON t (a);\n+COMMIT;\n+-- end';
  github.state.pull.files = [{ filename: 'a.sql', status: 'added', patch }];
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

const one: SuggestedLines = {
  path: 'a.sql',
  from: 2,
  to: 2,
  before: ['CREATE INDEX i ON t (a);'],
  after: ['CREATE INDEX CONCURRENTLY i ON t (a);'],
  text: '`a-rule`: Build it concurrently',
};
const many: SuggestedLines = { ...one, from: 1, to: 3, before: ['BEGIN;', 'x', 'COMMIT;'], after: ['a ``` b', 'c'] };

function write(replacements: SuggestedLines[], key = 'default', token = TOKENS.workflow) {
  const client = connect(token, { baseUrl: github.url });
  return writeSuggestions(client, pullOf(github.state), key, replacements);
}

describe('suggested changes', () => {
  it('stand on their lines, one or several', async () => {
    expect(await write([one, many])).toBe(2);
    const [first, second] = github.state.reviewComments;
    expect(first).toMatchObject({ path: 'a.sql', line: 2 });
    expect(first).not.toHaveProperty('start_line');
    expect(first?.body.split('\n').slice(1)).toEqual([
      '`a-rule`: Build it concurrently',
      '',
      '```suggestion',
      'CREATE INDEX CONCURRENTLY i ON t (a);',
      '```',
    ]);
    expect(second).toMatchObject({ line: 3, start_line: 1 });
    // A longer fence than any in the lines.
    expect(second?.body.split('\n').slice(-4)).toEqual(['````suggestion', 'a ``` b', 'c', '````']);
    expect(github.writes()).toHaveLength(1);
  });

  it('are written once, wherever the lines have moved to', async () => {
    expect(await write([one])).toBe(1);
    expect(await write([{ ...one, from: 3, to: 3 }])).toBe(0);
    expect(await write([one], 'billing')).toBe(1);
    expect(github.state.reviewComments).toHaveLength(2);
  });

  it('are written although somebody else forged their mark', async () => {
    await write([one]);
    for (const comment of github.state.reviewComments) comment.author = { login: 'eve', type: 'User' };
    expect(await write([one])).toBe(1);
  });

  it('take lines away with an empty block', async () => {
    await write([{ ...one, after: [] }]);
    expect(github.state.reviewComments[0]?.body.split('\n').slice(-2)).toEqual(['```suggestion', '```']);
  });

  it('are left to the run for a newer commit', async () => {
    const pull = pullOf(github.state);
    github.state.pull.headSha = 'f'.repeat(40);
    const client = connect(TOKENS.workflow, { baseUrl: github.url });
    expect(await writeSuggestions(client, pull, 'default', [one])).toBeNull();
    expect(github.writes()).toEqual([]);
  });

  it('ask GitHub nothing where there are none', async () => {
    expect(await write([])).toBe(0);
    expect(github.calls).toEqual([]);
  });

  it('fail as a whole where GitHub refuses one, and are not tried twice', async () => {
    await expect(write([one, { ...one, from: 9, to: 9 }])).rejects.toThrow(/Unprocessable/);
    expect(github.state.reviewComments).toEqual([]);
    expect(github.writes()).toHaveLength(1);
  });
});
