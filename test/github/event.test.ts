import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/github/event.js';

const SHA = 'c'.repeat(40);

function read(name: string, payload: unknown) {
  return readEvent({ name, repository: 'acme/shop', sha: SHA, payload });
}

function pullRequest(headRepo: string | null) {
  const side = (sha: string, name: string | null) => ({ sha, repo: name === null ? null : { full_name: name } });
  return {
    pull_request: { number: 7, head: side('head', headRepo), base: side('base', 'acme/shop'), changed_files: 3 },
  };
}

describe('readEvent', () => {
  it('reads a pull request', () => {
    expect(read('pull_request', pullRequest('acme/shop'))).toEqual({
      kind: 'pull_request',
      owner: 'acme',
      repo: 'shop',
      number: 7,
      base: 'base',
      head: 'head',
      isFork: false,
      fileCount: 3,
    });
  });

  it.each([
    ['a fork', 'stranger/shop'],
    ['a fork that is gone', null],
  ])('knows %s', (_, repo) => {
    expect(read('pull_request', pullRequest(repo))).toMatchObject({ isFork: true });
  });

  it.each([
    [
      'merge_group',
      { merge_group: { base_sha: 'base', head_sha: 'head' } },
      { kind: 'merge_group', base: 'base', head: 'head' },
    ],
    ['push', { before: 'base' }, { kind: 'push', base: 'base', head: SHA }],
    ['push', { before: '0'.repeat(40) }, { kind: 'push', base: null, head: SHA }],
    ['push', { before: 'base', forced: true }, { kind: 'push', base: null, head: SHA }],
    ['workflow_dispatch', { inputs: null }, { kind: 'workflow_dispatch', base: null, head: SHA }],
  ])('reads %s %j', (name, payload, expected) => {
    expect(read(name, payload)).toEqual({ owner: 'acme', repo: 'shop', ...expected });
  });

  it.each([
    ['pull_request_target', {}, /Use "on: pull_request"/],
    ['schedule', {}, /Run it on pull_request, merge_group, push or workflow_dispatch/],
    ['push', {}, /at before/],
    ['pull_request', null, /not what GitHub sends/],
  ])('refuses %s %j', (name, payload, message) => {
    expect(() => read(name, payload)).toThrow(message);
  });
});
