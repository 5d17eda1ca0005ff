/** Whatever the runner, the workflow or GitHub have wrong: one sentence says it, and no finding is lost. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOKENS } from '../support/github/state.js';
import { type ActionRun, installAction, removeRuns } from '../support/runner.js';
import { newScene, type RunOptions, type Scene } from '../support/scene.js';

const CHANGED = 'sql/20260301_parcels_weight.sql';
const MAIN = { 'sql/20260101_parcels.sql': 'CREATE TABLE parcels (id bigint PRIMARY KEY, weight int);\n' };
const BAD = 'CREATE INDEX parcels_weight_idx ON parcels (weight);\n';
const GOOD = 'CREATE INDEX CONCURRENTLY parcels_weight_idx ON parcels (weight);\n';
const LINT = { server: 'none' };
const isRoot = process.getuid?.() === 0;

let action: string;
let scene: Scene;
let folder: string;

beforeAll(() => {
  action = installAction();
});
afterAll(() => {
  rmSync(action, { recursive: true, force: true });
  removeRuns();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fault '));
  scene = await newScene(MAIN, { action, node: process.execPath });
  scene.push({ [CHANGED]: BAD });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  expect(scene.github.violations).toEqual([]);
  await scene.close();
});

const said = (run: ActionRun, kind: string) => run.commands.filter(({ name }) => name === kind);
/** Without those that stand beside a line. */
const messages = (run: ActionRun, kind: string) =>
  said(run, kind).flatMap(({ message, properties }) => (properties.file ? [] : [message]));
const bodies = () => scene.github.state.comments.map(({ body }) => body);
const lint = (options: RunOptions = {}) => scene.run({ ...options, inputs: { ...LINT, ...options.inputs } });

/** The findings are where they belong, and the verdict is the change's. */
function expectFindings(run: ActionRun): void {
  expect(run.exitCode, run.log).toBe(1);
  expect(said(run, 'error').map(({ properties }) => properties.file)).toEqual([CHANGED]);
  expect(run.log).not.toMatch(/^\s+at .*(?:\.js|node:)/m);
}

/** One error without a place, and nothing that only a programmer reads. */
function expectSentence(run: ActionRun, text: RegExp): void {
  expect(run.exitCode, run.log).toBe(1);
  expect(messages(run, 'error')).toEqual([expect.stringMatching(text)]);
  expect(said(run, 'error')[0]?.properties.file).toBeUndefined();
  expect(run.log).not.toMatch(/^\s+at .*(?:\.js|node:)/m);
  expect(run.log).not.toContain('This is a bug');
  expect(run.outputs.verdict).toBe('error');
  expect(run.outputs['report-json']).toBe('');
}

describe('the event file', () => {
  const file = (text: string) => {
    writeFileSync(join(folder, 'payload.json'), text);
    return join(folder, 'payload.json');
  };

  it.each<[string, () => string, RegExp]>([
    ['cut off', () => file('{"pull_request": {"num'), /payload\.json \(GITHUB_EVENT_PATH\) is not JSON\. .*again/],
    ['empty', () => file(''), /payload\.json \(GITHUB_EVENT_PATH\) is empty/],
    ['blank', () => file(' \n'), /payload\.json \(GITHUB_EVENT_PATH\) is empty/],
    ['no text', () => file('\0\u0001\uFFFF'), /payload\.json .*is not JSON/],
    ['a list', () => file('[{}]'), /payload of the event "pull_request" \(GITHUB_EVENT_PATH: .*payload\.json\)/],
    ['null', () => file('null'), /payload\.json\) is not what GitHub sends/],
    ['a word', () => file('"hello"'), /payload\.json\) is not what GitHub sends/],
    ['of another event', () => file('{"issue": {}}'), /payload\.json\) is not what GitHub sends: at pull_request/],
    ['not there', () => join(folder, 'nothing.json'), /nothing\.json .*can’t be read: there is no such file/],
    ['below a file', () => join(file('{}'), 'x'), /can’t be read: a part of this path is a file/],
    ['a folder', () => folder, /\(GITHUB_EVENT_PATH\) is no file/],
    ['endless', () => '/dev/zero', /\/dev\/zero \(GITHUB_EVENT_PATH\) is no file/],
    ['not named', () => '', /GITHUB_EVENT_PATH names no event file/],
  ])('%s', async (_, path, text) => {
    expectSentence(await lint({ env: { GITHUB_EVENT_PATH: path() } }), text);
    // The ref still says which pull request this is about.
    expect(bodies()).toEqual([expect.stringMatching(/Could not check `[0-9a-f]{7}`: .*GITHUB_EVENT_PATH/)]);
  });

  it('is not needed by an event that tells nothing in it', async () => {
    const { headSha: sha } = scene.github.state.pull;
    const event = { name: 'workflow_dispatch', payload: null, sha, ref: 'refs/heads/topic' };
    expectFindings(await lint({ event, env: { GITHUB_EVENT_PATH: join(folder, 'nothing.json') } }));
  });

  it('leaves a pull request alone whose head is another commit than the run’s', async () => {
    const run = await lint({
      env: { GITHUB_EVENT_PATH: folder },
      meanwhile: () => {
        scene.github.state.pull.headSha = 'e'.repeat(40);
      },
    });
    expectSentence(run, /is no file/);
    expect(scene.github.writes()).toEqual([]);
  });
});

describe('the addresses in the environment', () => {
  it.each<[string, Record<string, string>]>([
    ['GITHUB_API_URL', { GITHUB_API_URL: 'no address' }],
    ['GITHUB_API_URL', { GITHUB_API_URL: 'api.github.com' }],
    ['GITHUB_API_URL', { GITHUB_API_URL: 'file:///etc' }],
    ['GITHUB_REPOSITORY', { GITHUB_REPOSITORY: 'shop' }],
    ['GITHUB_REPOSITORY', { GITHUB_REPOSITORY: '' }],
  ])('%s is wrong: %j', async (name, env) => {
    const run = await lint({ env });
    expectFindings(run);
    expect(messages(run, 'warning')[0]).toContain(name);
    expect(run.outputs.verdict).toBe('fail');
  });

  it.each([
    { GITHUB_SERVER_URL: 'no address', GITHUB_GRAPHQL_URL: 'no address' },
    { GITHUB_SERVER_URL: '//' },
    { ACTIONS_RESULTS_URL: '::', ACTIONS_CACHE_URL: '::', ACTIONS_RUNTIME_TOKEN: 'x' },
    { GITHUB_RUN_ID: 'x y', GITHUB_SHA: '', GITHUB_REF: '' },
  ])('are wrong, and only links are missing: %j', async (env) => {
    const run = await lint({ env });
    expectFindings(run);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).not.toContain('no address');
  });

  it('a proxy that is none', async () => {
    // A name: nothing goes through a proxy to an address of this machine.
    const env = { GITHUB_API_URL: 'http://github.example', http_proxy: 'http://[', HTTP_PROXY: 'http://[' };
    const run = await lint({ env });
    expectFindings(run);
    expect(messages(run, 'warning')).not.toEqual([]);
  });
});

describe('the runner’s files', () => {
  const emptyFile = () => {
    writeFileSync(join(folder, 'file'), '');
    return join(folder, 'file');
  };
  /** Where nothing can be written, also by root. */
  const places: [string, () => string][] = [
    ['missing', () => join(folder, 'a/b')],
    ['a file', () => emptyFile()],
    ['on a read-only file system', () => '/proc/self'],
  ];

  it.each(places.slice(0, process.platform === 'linux' ? 3 : 2))('RUNNER_TEMP is %s', async (_, place) => {
    const run = await lint({ env: { RUNNER_TEMP: place() } });
    expectFindings(run);
    expect(messages(run, 'warning')).toEqual([expect.stringMatching(/^RUNNER_TEMP: .*verdict does not change/)]);
    // The report's files are elsewhere.
    expect(existsSync(run.outputs['report-json'] ?? '')).toBe(true);
    rmSync(join(run.outputs['report-json'] ?? '', '..'), { recursive: true });
    expect(bodies()).toHaveLength(1);
  });

  it('RUNNER_TEMP and the machine’s own folder can’t be written', async () => {
    const none = join(folder, 'none');
    const run = await lint({ env: { RUNNER_TEMP: none, TMPDIR: none, TEMP: none, TMP: none } });
    expectFindings(run);
    expect(messages(run, 'warning')).toEqual([expect.stringContaining('The report has no files')]);
    expect(run.outputs).toMatchObject({ verdict: 'fail' });
    expect(run.outputs['report-json']).toBeUndefined();
  });

  it.each([
    ['GITHUB_OUTPUT', 'The outputs'],
    ['GITHUB_STEP_SUMMARY', 'The step summary'],
  ])('%s is missing, a folder, or full', async (name, what) => {
    const full = existsSync('/dev/full') ? ['/dev/full'] : [];
    for (const path of [join(folder, 'nothing'), folder, ...full]) {
      const run = await lint({ env: { [name]: path } });
      expectFindings(run);
      expect(messages(run, 'warning')).toEqual([
        expect.stringMatching(new RegExp(`^${what} could not be written: .*`)),
      ]);
    }
  });

  it.skipIf(process.platform !== 'linux' || !isRoot)('the disk is full', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return; // This machine mounts nothing.
    }
    try {
      writeFileSync(join(disk, 'output'), '');
      writeFileSync(join(disk, 'filler'), Buffer.alloc(4096));
      const run = await lint({ env: { RUNNER_TEMP: disk, GITHUB_OUTPUT: join(disk, 'output') } });
      expectFindings(run);
      expect(messages(run, 'warning').join()).toContain('no space is left');
      expect(bodies()).toHaveLength(1);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it.skipIf(isRoot)('a folder that others own', async () => {
    chmodSync(folder, 0o500);
    const run = await lint({ env: { RUNNER_TEMP: folder } });
    chmodSync(folder, 0o700);
    expectFindings(run);
    expect(messages(run, 'warning')).toEqual([expect.stringContaining('permission denied')]);
  });
});

describe('GitHub', () => {
  /** Something at GitHub's address that is no GitHub. */
  async function impostor(answer: (send: (body: string, type: string) => void) => void) {
    const server = createServer((_, response) => {
      answer((body, type) => response.writeHead(200, { 'content-type': type }).end(body));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const close = () => {
      server.closeAllConnections();
      server.close();
    };
    return { url, close };
  }

  it.each<[string, string, string]>([
    ['a page', '<html>Sign in</html>', 'text/html'],
    ['JSON of another kind', '{"files": 1}', 'application/json'],
    ['null', 'null', 'application/json'],
    ['an empty list', '[]', 'application/json'],
    ['nothing', '', 'application/json'],
    ['half of it', '[{"filename": "a', 'application/json'],
  ])('answers with %s', async (_, body, type) => {
    const server = await impostor((send) => send(body, type));
    try {
      const run = await lint({ env: { GITHUB_API_URL: server.url } });
      expectFindings(run);
      expect(messages(run, 'warning').join('\n')).toContain('git finds');
    } finally {
      server.close();
    }
  });

  it('does not accept the token', async () => {
    const run = await lint({ token: 'ghs_nobody' });
    expectFindings(run);
    expect(messages(run, 'warning').join()).toContain('github-token');
  });

  it('has lost the comment in between', async () => {
    await lint();
    scene.push({ [CHANGED]: `${BAD}ALTER TABLE parcels ADD COLUMN a int NOT NULL;\n` });
    const answer = { status: 404, body: { message: 'Not Found', status: '404' } };
    scene.github.faults.push({ on: 'PATCH', times: 9, answer });
    const run = await lint();
    expect(run.exitCode, run.log).toBe(1);
    expect(said(run, 'error').length).toBeGreaterThan(1);
    expect(messages(run, 'warning').filter((text) => text.startsWith('The comment'))).toHaveLength(1);
  });
});

describe('git', () => {
  const event = () => {
    const { baseSha: before, headSha: sha } = scene.github.state.pull;
    return { name: 'push', payload: { before, forced: false }, sha, ref: 'refs/heads/topic' };
  };

  it('is not there', async () => {
    expectSentence(await lint({ event: event(), env: { PATH: folder } }), /git was not found: install it/);
    expectFindings(await lint({ env: { PATH: folder } }));
  });

  it('finds no repository', async () => {
    writeFileSync(join(folder, 'x.sql'), 'SELECT 1;');
    expectSentence(await lint({ event: event(), checkout: folder }), /no git repository/);
  });

  it('does not have the commit before', async () => {
    const payload = { before: 'c'.repeat(40), forced: false };
    expectSentence(await lint({ event: { ...event(), payload } }), /git doesn't know the base .*fetch-depth: 0/);
  });

  it('refuses a folder of somebody else', async () => {
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    expectSentence(await lint({ event: event(), env }), /belongs to another user: run "git config --global --add safe/);
    expectFindings(await lint({ env }));
  });
});

describe('a bug of ours', () => {
  const bug = (when: string) => {
    const file = join(folder, 'bug.mjs');
    writeFileSync(file, when);
    return `--import=${encodeURI(`file://${file}`)}`;
  };
  const THROWN = "setTimeout(() => { throw new TypeError('parcels of undefined'); }, 1200);";
  const REJECTED = "setTimeout(() => { Promise.reject(new TypeError('parcels of undefined')); }, 1200);";

  it.each([THROWN, REJECTED])('is one line: %s', async (when) => {
    // GitHub is slow once, so that the run is still at work.
    scene.github.faults.push({ on: 'GET', times: 1, delayMs: 4000 });
    const run = await lint({ env: { NODE_OPTIONS: bug(when) } });
    expect(run.exitCode, run.log).toBe(1);
    expect(messages(run, 'error')).toEqual([
      'This is a bug of migration-safety, please report it: parcels of undefined',
    ]);
    expect(run.log).not.toContain('TypeError');
    expect(run.outputs.verdict).toBe('error');
    expect(bodies()).toEqual([expect.stringContaining('This is a bug of migration-safety')]);
  });

  it('shows its stack where the job has debug logging', async () => {
    scene.github.faults.push({ on: 'GET', times: 1, delayMs: 4000 });
    const run = await lint({ env: { NODE_OPTIONS: bug(THROWN), RUNNER_DEBUG: '1' } });
    expect(messages(run, 'error')).toHaveLength(1);
    expect(messages(run, 'debug').join('\n')).toMatch(/TypeError: parcels of undefined\n\s+at /);
  });

  it('is said where a part of the Action is missing', async () => {
    const broken = installAction();
    rmSync(join(broken, 'dist/libpg-query.wasm'));
    const other = await newScene(MAIN, { action: broken, node: process.execPath });
    try {
      other.push({ [CHANGED]: BAD });
      const run = await other.run({ inputs: LINT });
      expect(run.exitCode, run.log).toBe(1);
      expect(messages(run, 'error')).toEqual([
        expect.stringMatching(/is missing, .*libpg-query\.wasm: install it again/),
      ]);
      expect(run.log).not.toMatch(/^\s+at /m);
    } finally {
      await other.close();
      rmSync(broken, { recursive: true });
    }
  });
});

describe('settings and files that they name', () => {
  it.each<[Record<string, string>, RegExp]>([
    [{ config: 'none.yml' }, /config: none\.yml: there is no such file/],
    [{ config: 'sql' }, /config: sql: this is a folder/],
    [{ seed: 'rows.sql' }, /seed: rows\.sql: There is no such file/],
    [{ seed: 'sql' }, /seed: sql: This is a folder/],
    [{ baseline: 'none.sql' }, /baseline: none\.sql: There is no such file/],
    [{ statistics: 'none.json' }, /statistics: none\.json: there is no such file/],
    [{ statistics: CHANGED }, /JSON/],
    [{ 'postgres-version': 'new' }, /postgres-version: expected a major version/],
    [{ 'working-directory': CHANGED }, /working-directory: .* is a file/],
    [
      { 'database-url': 'postgres://me:s3cret#hidden@localhost/app', server: 'service' },
      /database-url is not a valid URL/,
    ],
  ])('%j', async (inputs, text) => {
    const run = await scene.run({ inputs: { server: 'embedded', ...inputs } });
    expectSentence(run, text);
    expect(bodies()).toEqual([expect.stringContaining('could not check')]);
    for (const place of [run.log.replaceAll(/^::add-mask::.*$/gm, ''), run.summary, ...bodies()]) {
      expect(place).not.toMatch(/s3cret|hidden/);
    }
  });

  it('is green again where the settings are mended', async () => {
    scene.push({ '.migration-safety.yml': 'fail-on: [', [CHANGED]: GOOD });
    expectSentence(await lint(), /\.migration-safety\.yml:1:\d+: /);
    expect(bodies()).toEqual([expect.stringContaining('could not check')]);
    scene.push({ '.migration-safety.yml': 'fail-on: error\n' });
    const run = await lint();
    expect(run.exitCode, run.log).toBe(0);
    expect(bodies()).toEqual([expect.stringContaining('✅')]);
    expect(readFileSync(run.outputs['report-json'] ?? '', 'utf8')).toContain('"pass"');
  });
});

describe('a token that only reads', () => {
  it('costs a warning', async () => {
    const run = await lint({ token: TOKENS.fork, isFork: true, env: { RUNNER_TEMP: join(folder, 'none') } });
    expectFindings(run);
    expect(messages(run, 'warning')).toHaveLength(2);
    rmSync(join(run.outputs['report-json'] ?? '', '..'), { recursive: true, force: true });
  });
});
