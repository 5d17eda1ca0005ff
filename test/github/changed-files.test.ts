import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestFiles } from '../../src/github/changed-files.js';
import { connect } from '../../src/github/client.js';
import { type GitHubDouble, startGitHub } from '../support/github/double.js';
import { pullOf } from '../support/github/pull.js';
import { type ListedFile, TOKENS } from '../support/github/state.js';

let github: GitHubDouble;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

async function list(fileCount: number | null = null) {
  const client = connect(TOKENS.workflow, { baseUrl: github.url });
  return (await pullRequestFiles(client, { ...pullOf(github.state), fileCount })).files;
}

function many(count: number): ListedFile[] {
  return Array.from({ length: count }, (_, i) => ({ filename: `f/${i}.sql`, status: 'added' as const }));
}

describe('pullRequestFiles', () => {
  it('reads what happened to each file', async () => {
    github.state.pull.files = [
      { filename: 'a.sql', status: 'added' },
      { filename: 'b.sql', status: 'copied' },
      { filename: 'c.sql', status: 'modified' },
      { filename: 'd.sql', status: 'changed' },
      { filename: 'e.sql', status: 'removed' },
      { filename: 'f.sql', status: 'renamed', previous_filename: 'old.sql' },
      { filename: 'g.sql', status: 'unchanged' },
    ];
    expect(await list()).toEqual([
      { path: 'a.sql', status: 'added' },
      { path: 'b.sql', status: 'added' },
      { path: 'c.sql', status: 'modified' },
      { path: 'd.sql', status: 'modified' },
      { path: 'e.sql', status: 'removed' },
      { path: 'f.sql', status: 'renamed', previousPath: 'old.sql' },
    ]);
  });

  it('reads every page', async () => {
    github.state.pull.files = many(250);
    expect(await list(250)).toHaveLength(250);
    expect(github.calls).toHaveLength(3);
  });

  it('fails closed where GitHub lists only a part', async () => {
    github.state.pull.files = many(3100);
    await expect(list(3100)).rejects.toThrow(/changes 3100 files, and GitHub lists only the first 3000/);
  });

  it('accepts exactly as many files as GitHub lists', async () => {
    github.state.pull.files = many(3000);
    expect(await list(3000)).toHaveLength(3000);
  });

  it('names the permission that is missing', async () => {
    const refused = { status: 403, body: { message: 'Resource not accessible by integration' } };
    github.faults.push({ on: 'GET', times: 1, answer: refused });
    await expect(list()).rejects.toThrow(/pull-requests: write/);
  });
});
