import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../src/github/client.js';
import { type PublishOptions, publish } from '../../src/github/publish.js';
import type { Report } from '../../src/report-schema/types.js';
import { parseCommands, parseOutputs } from '../support/commands.js';
import { type GitHubDouble, startGitHub } from '../support/github/double.js';
import { pullOf } from '../support/github/pull.js';
import { TOKENS } from '../support/github/state.js';

let github: GitHubDouble;
let folder: string;
let log: string;

beforeEach(async () => {
  github = await startGitHub();
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
  vi.stubEnv('GITHUB_OUTPUT', join(folder, 'output'));
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(folder, 'summary'));
  log = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += text;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  expect(github.violations).toEqual([]);
  await github.close();
});

function report(verdict: Report['verdict'], errors: number, warnings = 0): Report {
  return {
    schemaVersion: 2,
    tool: { name: 'migration-safety', version: '0.0.0' },
    verdict,
    failOn: 'error',
    postgres: { target: null, server: null },
    comparedWith: null,
    layouts: [],
    counts: { error: errors, warning: warnings, info: 0 },
    statements: { checked: 1, notUnderstood: 0 },
    notChecked: [],
    findings: [],
    migrations: [],
    durationMs: 1,
  };
}

function options(overrides: Partial<PublishOptions> = {}): PublishOptions {
  const rendered = {
    comment: 'the comment',
    summary: 'the summary',
    annotations: { commands: ['::error file=a.sql,line=1::bad'], dropped: 2 },
    json: '{}',
    sarif: '{"version":"2.1.0"}',
    markdown: 'the report',
    html: '<!doctype html>',
    log: '::error::forged',
    suggestions: [],
  };
  const client = connect(TOKENS.workflow, { baseUrl: github.url });
  const comment = { key: 'default', when: 'on-findings' } as const;
  const change = pullOf(github.state);
  return { change, rendered, folder: join(folder, 'reports'), github: client, comment, ...overrides };
}

describe('publish', () => {
  it('tells it everywhere', async () => {
    await publish(report('fail', 1, 3), options());
    expect(parseCommands(log)).toEqual([{ name: 'error', properties: { file: 'a.sql', line: '1' }, message: 'bad' }]);
    expect(log).toContain('2 more in the step summary.');
    expect(readFileSync(join(folder, 'summary'), 'utf8').trim()).toBe('the summary');
    const outputs = parseOutputs(readFileSync(join(folder, 'output'), 'utf8'));
    expect(outputs).toMatchObject({ verdict: 'fail', errors: '1', warnings: '3' });
    expect(readFileSync(outputs['report-sarif'] ?? '', 'utf8')).toBe('{"version":"2.1.0"}');
    expect(readFileSync(outputs['report-html'] ?? '', 'utf8')).toBe('<!doctype html>');
    expect(github.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('the comment')]);
  });

  it.each([
    ['passes', report('pass', 0), 0],
    ['passes with warnings', report('pass', 0, 1), 1],
    ['fails', report('fail', 1), 1],
  ])('where the check %s', async (_, result, comments) => {
    await publish(result, options());
    expect(github.state.comments).toHaveLength(comments);
  });

  it('comments nowhere but on a pull request, and only if it is wanted', async () => {
    const { owner, repo } = github.state;
    const change = { kind: 'merge_group', owner, repo, base: 'b', head: 'h' } as const;
    await publish(report('fail', 1), options({ change }));
    await publish(report('fail', 1), options({ github: null }));
    await publish(report('fail', 1), options({ comment: { key: 'default', when: 'never' } }));
    expect(github.calls).toEqual([]);
  });

  it('comments on a green change where that is wanted', async () => {
    await publish(report('pass', 0), options({ comment: { key: 'default', when: 'always' } }));
    expect(github.state.comments).toHaveLength(1);
  });

  it('makes one warning of each thing that the runner or GitHub refuses', async () => {
    rmSync(join(folder, 'summary'));
    writeFileSync(join(folder, 'reports'), 'a file where the folder should be');
    const client = connect(TOKENS.fork, { baseUrl: github.url });
    await publish(report('fail', 1), options({ github: client }));
    const warnings = parseCommands(log).filter(({ name }) => name === 'warning');
    expect(warnings.map(({ message }) => message.split(' could')[0])).toEqual([
      'The outputs',
      'The step summary',
      'The comment on the pull request',
    ]);
  });
});
