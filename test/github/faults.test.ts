/** Whatever GitHub does, the report is published elsewhere, one line says what is missing, and nothing is thrown. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConnectOptions, connect } from '../../src/github/client.js';
import { publish } from '../../src/github/publish.js';
import { failingReport } from '../report/fixtures.js';
import { parseCommands, parseOutputs } from '../support/commands.js';
import { type Fault, type GitHubDouble, startGitHub } from '../support/github/double.js';
import { pullOf } from '../support/github/pull.js';
import { TOKENS } from '../support/github/state.js';

const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const message = (text: string) => ({ message: text });

let github: GitHubDouble;
// @actions/core remembers where the summary is.
const folder = mkdtempSync(join(tmpdir(), 'faults-'));
let log: string;

beforeEach(async () => {
  github = await startGitHub();
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
  expect(github.violations).toEqual([]);
  await github.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(faults: Fault[], options: ConnectOptions = {}, token = TOKENS.workflow): Promise<string[]> {
  github.faults.push(...faults);
  const client = connect(token, { baseUrl: github.url, patience: 4, ...options });
  const rendered = {
    ...{ comment: 'the comment', summary: 'the summary', json: '{}', sarif: '{}', markdown: '', html: '', log: '' },
    annotations: { commands: ['::error file=a.sql,line=1::bad'], dropped: 0 },
    suggestions: [],
  };
  await publish(failingReport, {
    change: pullOf(github.state),
    rendered,
    folder: join(folder, 'reports'),
    github: client,
    comment: { key: 'default', when: 'on-findings' },
  });
  expect(readFileSync(join(folder, 'summary'), 'utf8').trim()).toBe('the summary');
  expect(parseOutputs(readFileSync(join(folder, 'output'), 'utf8')).verdict).toBe('fail');
  const commands = parseCommands(log);
  expect(commands.filter(({ name }) => name === 'error')).toHaveLength(1);
  return commands.filter(({ name }) => name === 'warning').map((warning) => warning.message);
}

describe('what GitHub does, and mends itself', () => {
  const answers: [string, Fault][] = [
    ['a slow answer', { on: 'GET', times: 1, delayMs: 600 }],
    ['a server error while reading', { on: 'GET', times: 1, answer: { status: 502, body: message('Bad Gateway') } }],
    ['a server error while writing', { on: 'POST', times: 1, answer: { status: 503, body: message('Unavailable') } }],
    [
      'a server error after it wrote',
      { on: 'POST', times: 1, answer: { status: 500, body: message('x') }, afterwards: true },
    ],
    [
      'too many requests, for a second',
      { on: 'POST', times: 1, answer: { status: 429, body: message('slow'), headers: { 'retry-after': '1' } } },
    ],
    [
      'a secondary rate limit, for a second',
      {
        on: 'POST',
        times: 1,
        answer: {
          status: 403,
          body: message('You have exceeded a secondary rate limit'),
          headers: { 'retry-after': '1' },
        },
      },
    ],
    ['half an answer while reading', { on: 'GET', times: 1, answer: { status: 200, body: [], raw: '[{"id": 1, "bo' } }],
  ];

  it.each(answers)('%s', async (_, fault) => {
    expect(await run([fault])).toEqual([]);
    expect(github.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('the comment')]);
  });

  it('half an answer while writing, and does not comment twice', async () => {
    const created = { on: `POST ${COMMENTS}`, times: 1, afterwards: true };
    // The answer is as GitHub describes it, and is cut off on the way.
    github.faults.push({ ...created, answer: { status: 500, body: message('lost'), raw: '{"id": 10' } });
    expect(await run([])).toEqual([]);
    expect(github.state.comments).toHaveLength(1);
  });
});

describe('what GitHub does, and one line says what is to be done', () => {
  const always = (on: string, status: number, text: string, headers = {}): Fault => ({
    on,
    times: 99,
    answer: { status, body: message(text), headers },
  });

  it.each([
    ['401', always('GET', 401, 'Bad credentials'), /The input "github-token" needs a valid one/],
    ['403', always('POST', 403, 'Resource not accessible by integration'), /"permissions: pull-requests: write"/],
    ['404', always('GET', 404, 'Not Found'), /"permissions: pull-requests: write"/],
    ['a locked conversation', always('POST', 403, 'Unable to create comment because issue is locked'), /is locked/],
    ['a rate limit that lasts', always('GET', 429, 'API rate limit exceeded', { 'retry-after': '600' }), /rate limit/],
    [
      'a secondary one that lasts',
      always('POST', 403, 'a secondary rate limit', { 'retry-after': '600' }),
      /rate limit/,
    ],
    ['500, for ever', always('GET', 500, 'Server Error'), /Server Error/],
  ])('%s', async (_, fault, expected) => {
    const warnings = await run([fault]);
    expect(warnings).toEqual([expect.stringMatching(expected)]);
    expect(warnings[0]).toMatch(
      /^The comment on the pull request could not be written: .*the verdict does not change\.$/,
    );
    expect(github.state.comments).toEqual([]);
  });

  it('422', async () => {
    const answer = {
      status: 422,
      body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com' },
    };
    expect(await run([{ on: 'POST', times: 1, answer }])).toEqual([expect.stringContaining('Validation Failed')]);
  });

  it('answers that never come', async () => {
    const warnings = await run([{ on: 'GET', times: 99, delayMs: 60_000 }], { timeout: 0.2, patience: 0 });
    expect(warnings).toEqual([expect.stringContaining('timeout')]);
  });

  it('answers that are always cut off', async () => {
    const half = { status: 200, body: [], raw: '[{"id"' };
    expect(await run([{ on: 'GET', times: 99, answer: half }], { patience: 1 })).toEqual([
      expect.stringContaining('GitHub’s answer was cut off'),
    ]);
  });

  it('nobody listens', async () => {
    const closed = await startGitHub();
    await closed.close();
    expect(await run([], { baseUrl: closed.url, patience: 0 })).toEqual([
      expect.stringMatching(/could not be written: .*(ECONNREFUSED|fetch failed|connect)/),
    ]);
  });

  it('a token that may only read, said once although suggestions would be refused, too', async () => {
    expect(await run([], {}, TOKENS.fork)).toEqual([expect.stringContaining('pull-requests: write')]);
    expect(github.writes()).toHaveLength(1);
  });
});
