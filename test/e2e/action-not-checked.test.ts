/** A change that could not be checked must not stand under the green comment of an earlier run. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOKENS } from '../support/github/state.js';
import { newestMajor, startService } from '../support/postgres.js';
import { type ActionRun, installAction, removeRuns } from '../support/runner.js';
import { newScene, type RunOptions, type Scene } from '../support/scene.js';

const CHANGED = 'migrations/0002_invoices_due.sql';
const MAIN = { 'migrations/0001_invoices.sql': 'CREATE TABLE invoices (id bigint PRIMARY KEY, due date);\n' };
const GOOD = 'CREATE INDEX CONCURRENTLY invoices_due_idx ON invoices (due);\n';
const BAD = 'CREATE INDEX invoices_due_idx ON invoices (due);\n';
const LINT = { server: 'none', comment: 'always' };
/** A password that no text may show, and a server that nobody answers at. */
const PASSWORD = 'kV9-tru%24t';
const AWAY = { server: 'service', 'database-url': `postgres://ci:${PASSWORD}@127.0.0.1:1/app`, 'connect-timeout': '1' };

let action: string;
let scene: Scene;

beforeAll(() => {
  action = installAction();
});
afterAll(() => {
  rmSync(action, { recursive: true, force: true });
  removeRuns();
});
beforeEach(async () => {
  scene = await newScene(MAIN, { action, node: process.execPath });
});
afterEach(async () => {
  expect(scene.github.violations).toEqual([]);
  await scene.close();
});

const bodies = () => scene.github.state.comments.map(({ body }) => body);
const general = (run: ActionRun, kind: string) =>
  run.commands.flatMap(({ name, message, properties }) => (name === kind && !properties.file ? [message] : []));
const sha = () => scene.github.state.pull.headSha.slice(0, 7);

async function greenFirst(): Promise<void> {
  scene.push({ [CHANGED]: GOOD });
  const run = await scene.run({ inputs: LINT });
  expect(run.exitCode, run.log).toBe(0);
  expect(bodies()).toEqual([expect.stringContaining('✅')]);
  scene.push({ [CHANGED]: `${GOOD}-- on every page\n` });
}

function expectNotDone(run: ActionRun, reason: RegExp): void {
  expect(run.exitCode, run.log).toBe(1);
  expect(general(run, 'error')).toEqual([expect.stringMatching(reason)]);
  expect(run.outputs).toEqual({
    ...{ verdict: 'error', errors: '', warnings: '' },
    ...{ 'report-json': '', 'report-sarif': '', 'report-markdown': '', 'report-html': '' },
  });
  expect(run.summary).toMatch(/could not check/);
  expect(run.summary).toMatch(reason);
  expect(run.summary).not.toContain('✅');
}

function expectOneComment(reason: RegExp): void {
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toMatch(/^<!-- migration-safety:default -->\n### ⚠️ Migration safety: could not check\n/);
  expect(bodies()[0]).toContain(`Could not check \`${sha()}\`: `);
  expect(bodies()[0]).toMatch(reason);
  expect(bodies()[0]).not.toContain('✅');
}

describe('the comment of the run before', () => {
  it('is not green any more where the server can’t be reached, shows no password, and turns green again', async () => {
    await greenFirst();
    const run = await scene.run({ inputs: AWAY });
    expectNotDone(run, /127\.0\.0\.1:1/);
    expectOneComment(/127\.0\.0\.1:1/);
    const log = run.log.replaceAll(/^::add-mask::.*$/gm, '');
    for (const text of [log, run.summary, ...bodies()]) expect(text).not.toMatch(/kV9|tru(%24|\$)t/);
    const again = await scene.run({ inputs: AWAY });
    expect(again.exitCode).toBe(1);
    expect(scene.github.writes().map(({ name }) => name.split(' ')[0])).toEqual(['POST', 'PATCH']);
    await scene.run({ inputs: LINT });
    expect(bodies()).toEqual([expect.stringContaining('✅')]);
  });

  it.each<[string, RunOptions, RegExp]>([
    ['an input', { inputs: { ...LINT, 'fail-on': 'loudly' } }, /fail-on: expected one of/],
    ['the mode', { inputs: { ...LINT, mode: 'chekc' } }, /mode: "chekc" is none of/],
    ['the comment’s own input', { inputs: { ...LINT, comment: 'sometimes' } }, /comment: "sometimes" is none of/],
    ['the workspace', { checkout: '/nowhere' }, /nowhere/],
    ['the event', { env: { GITHUB_EVENT_PATH: '/nowhere' } }, /GITHUB_EVENT_PATH/],
  ])('is not green any more where %s is wrong', async (what, options, reason) => {
    await greenFirst();
    // The process has to start somewhere.
    const { checkout, ...rest } = options;
    const env = { ...rest.env, ...(checkout && { GITHUB_WORKSPACE: checkout }) };
    const run = await scene.run({ inputs: LINT, ...rest, env });
    expectNotDone(run, reason);
    expectOneComment(reason);
    expect(what).not.toBe('');
  });

  it('is left to the run for a newer commit', async () => {
    await greenFirst();
    const before = bodies();
    const run = await scene.run({
      inputs: AWAY,
      meanwhile: () => {
        scene.github.state.pull.headSha = 'd'.repeat(40);
      },
    });
    expectNotDone(run, /127/);
    expect(bodies()).toEqual(before);
    expect(run.log).toContain('left to the run for a newer commit');
  });

  it('is that of its own key', async () => {
    await greenFirst();
    await scene.run({ inputs: { ...AWAY, 'comment-key': 'billing' } });
    expect(bodies()).toEqual([expect.stringContaining('✅'), expect.stringMatching(/:billing -->\n### ⚠️/)]);
    const run = await scene.run({ inputs: { ...LINT, 'comment-key': 'no key' } });
    expect(general(run, 'error')).toEqual([expect.stringContaining('comment-key: "no key" is not a name')]);
    expect(bodies()).toHaveLength(2);
  });

  it('is none where comments are switched off', async () => {
    scene.push({ [CHANGED]: GOOD });
    expectNotDone(await scene.run({ inputs: { ...AWAY, comment: 'never' } }), /127/);
    expect(scene.github.calls.filter(({ name }) => name.includes('comments'))).toEqual([]);
  });

  it('holds nothing that lives', async () => {
    scene.push({ [CHANGED]: GOOD });
    const layout = '@octavia #12 <img src=x> <!-- migration-safety:default --> `x` https://evil.example';
    await scene.run({ inputs: { ...LINT, layout } });
    const [body = ''] = bodies();
    expect(body.split('<!--')).toHaveLength(2);
    expect(body).not.toMatch(/(?<!`)@octavia|<img|(?<!`)https:\/\/evil/);
    expect(body.length).toBeLessThan(2500);
  });
});

describe('the first run of a pull request', () => {
  it('comments that nothing is known', async () => {
    scene.push({ [CHANGED]: GOOD });
    expectNotDone(await scene.run({ inputs: AWAY }), /127\.0\.0\.1:1/);
    expectOneComment(/127\.0\.0\.1:1/);
  });

  it('warns once where a fork’s token may not comment', async () => {
    scene.push({ [CHANGED]: GOOD });
    const run = await scene.run({ inputs: AWAY, token: TOKENS.fork, isFork: true });
    expectNotDone(run, /127/);
    expect(bodies()).toEqual([]);
    expect(general(run, 'warning')).toEqual([expect.stringContaining('nothing to mend here')]);
  });

  it.each([
    ['GET /repos/{owner}/{repo}/issues', 503],
    ['POST /repos', 500],
    ['POST /repos', 404],
  ])('warns once where %s answers %d', async (on, status) => {
    scene.push({ [CHANGED]: GOOD });
    scene.github.faults.push({ on, times: 99, answer: { status, body: { message: 'Out of order' } } });
    const run = await scene.run({ inputs: AWAY });
    expectNotDone(run, /127/);
    expect(general(run, 'warning')).toEqual([expect.stringMatching(/^The comment on the pull request could not be/)]);
    expect(general(run, 'warning')[0]).not.toContain('verdict does not change');
  });
});

describe('a fork’s second workflow', () => {
  async function afterwards(conclusion: string) {
    const { pull } = scene.github.state;
    Object.assign(pull, { headRepo: 'stranger/shop' });
    const head_repository = { full_name: 'stranger/shop', owner: { login: 'stranger' } };
    const workflow_run = {
      ...{ id: 512, event: 'pull_request', conclusion, head_sha: pull.headSha, head_branch: 'topic' },
      head_repository,
    };
    const payload = { action: 'completed', workflow_run };
    const event = { name: 'workflow_run', payload, sha: 'd'.repeat(40), ref: 'refs/heads/main' };
    return scene.run({ inputs: { mode: 'report' }, event });
  }

  it('says that the fork’s own run had no report', async () => {
    scene.push({ [CHANGED]: GOOD });
    expect((await afterwards('skipped')).exitCode).toBe(0);
    expect(bodies()).toEqual([]);
    expect((await afterwards('failure')).exitCode).toBe(0);
    expectOneComment(/ended before it had a report/);
    expect(bodies()[0]).toContain('/actions/runs/512');
  });

  it('takes the green away where the next run left none, or none that can be read', async () => {
    await greenFirst();
    expect((await afterwards('skipped')).exitCode).toBe(0);
    expectOneComment(/ended before it had a report/);
    await scene.run({ inputs: LINT });
    const folder = join(scene.workspace.dir, 'reports');
    mkdirSync(folder);
    writeFileSync(join(folder, 'report.json'), '{}');
    expect((await afterwards('failure')).exitCode).toBe(1);
    expectOneComment(/left a report that can’t be read/);
  });
});

describe.skipIf(process.platform === 'win32')('a cancelled job', () => {
  const asked = async (name: string) => {
    while (!scene.github.calls.some((call) => call.name.startsWith(name))) await sleep(20);
  };

  it.each(['SIGINT', 'SIGTERM'] as const)('%s takes the green away in time', async (name) => {
    await greenFirst();
    scene.github.calls.splice(0);
    const files = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
    scene.github.faults.push({ on: files, times: 1, delayMs: 60_000 });
    const run = await scene.run({ inputs: LINT, signal: { name, when: asked(files) } });
    expect(run.exitCode).not.toBe(0);
    expectOneComment(/the run was cancelled/);
    expect(run.outputs.verdict).toBe('error');
    expect(run.durationMs).toBeLessThan(20_000);
  });

  it('leaves the comment to the run that overtook it, and makes none', async () => {
    const files = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
    const cancelled = () => {
      scene.github.calls.splice(0);
      scene.github.faults.push({ on: files, times: 1, delayMs: 60_000 });
      return { name: 'SIGINT', when: asked(files) } as const;
    };
    scene.push({ [CHANGED]: GOOD });
    await scene.run({ inputs: LINT, signal: cancelled() });
    expect(bodies()).toEqual([]);
    await greenFirst();
    const before = bodies();
    const meanwhile = () => {
      scene.github.state.pull.headSha = 'd'.repeat(40);
    };
    await scene.run({ inputs: LINT, signal: cancelled(), meanwhile });
    expect(bodies()).toEqual(before);
  });

  it('waits no longer for a GitHub that hangs', async () => {
    await greenFirst();
    scene.github.calls.splice(0);
    scene.github.faults.push({ on: 'GET', times: 99, delayMs: 60_000 });
    const run = await scene.run({ inputs: LINT, signal: { name: 'SIGINT', when: asked('GET') } });
    expect(run.exitCode).not.toBe(0);
    expect(run.durationMs).toBeLessThan(20_000);
  });

  it.runIf(newestMajor())('tells nothing of a rehearsal whose server went with it', async () => {
    await greenFirst();
    const service = await startService(newestMajor() ?? 0);
    const { server, connected } = await listener(service.port);
    try {
      scene.push({ [CHANGED]: 'SELECT pg_sleep(30);\n' });
      const url = service.url.replace(`:${service.port}/`, `:${server.port}/`);
      const when = connected.then(() => sleep(3000));
      const run = await scene.run({
        inputs: { server: 'service', 'database-url': url },
        signal: { name: 'SIGINT', when },
      });
      expect(run.exitCode).not.toBe(0);
      expectOneComment(/the run was cancelled/);
      expect(run.durationMs).toBeLessThan(20_000);
    } finally {
      server.close();
      await service.stop();
    }
  });
});

/** Passes everything on to a port of this machine, and says when somebody has connected. */
async function listener(to: number) {
  const { connect } = await import('node:net');
  let here = () => {};
  const connected = new Promise<void>((resolve) => {
    here = resolve;
  });
  const server: Server = createServer((inner) => {
    here();
    const outer = connect(to, '127.0.0.1');
    for (const socket of [inner, outer]) socket.on('error', () => [inner, outer].map((it) => it.destroy()));
    inner.pipe(outer).pipe(inner);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { server: { port, close: () => server.close() }, connected };
}

describe('red findings', () => {
  it('are replaced, too: they are of another commit', async () => {
    scene.push({ [CHANGED]: BAD });
    await scene.run({ inputs: LINT });
    expect(bodies()).toEqual([expect.stringContaining('❌')]);
    scene.push({ [CHANGED]: GOOD });
    await scene.run({ inputs: AWAY });
    expectOneComment(/127/);
  });
});
