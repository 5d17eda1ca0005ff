/** The gate and the report in every circumstance: the exit code is the verdict, whatever GitHub does. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NEWEST } from '../../src/sql/versions.js';
import type { Fault } from '../support/github/double.js';
import { TOKENS } from '../support/github/state.js';
import { type ActionRun, installAction, removeRuns } from '../support/runner.js';
import { newScene, type Scene } from '../support/scene.js';

const CHANGED = 'db/migrations/002_orders_index.sql';
const MAIN = { 'db/migrations/001_orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);\n' };
const BAD = 'CREATE INDEX orders_customer_idx ON orders (customer_id);\n';
const GOOD = 'CREATE INDEX CONCURRENTLY orders_customer_idx ON orders (customer_id);\n';
const LINT = { server: 'none' };

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

const warnings = (run: ActionRun) =>
  run.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
const bodies = () => scene.github.state.comments.map(({ body }) => body);
const failure = (status: number, text: string, headers = {}) => ({ status, body: { message: text }, headers });

describe('the exit code', () => {
  it('is red where a required check could not be made, and says why', async () => {
    scene.push({ [CHANGED]: GOOD });
    const inputs = { ...LINT, 'required-checks': 'rehearsal, rollback' };
    const run = await scene.run({ inputs });
    expect(run.exitCode, run.log).toBe(1);
    const [error] = run.commands.filter(({ name }) => name === 'error');
    expect(error?.properties).toMatchObject({ file: CHANGED, title: expect.stringMatching(/^required-check-missing/) });
    expect(error?.message).toContain('rehearsal (server is none');
    expect((await scene.run({ inputs: LINT })).exitCode).toBe(0);
  });

  it('is green where the required checks were made', async () => {
    const files = {
      [CHANGED]: GOOD,
      [CHANGED.replace('.sql', '.down.sql')]: 'DROP INDEX CONCURRENTLY orders_customer_idx;',
    };
    scene.push(files);
    const run = await scene.run({
      inputs: { server: 'embedded', 'required-checks': 'rehearsal,applied,rollback,rerun' },
    });
    expect(run.exitCode, run.log).toBe(0);
  });

  it.each<[string, Fault]>([
    ['down', { on: 'POST /repos', times: 99, answer: failure(503, 'Unavailable') }],
    ['refusing', { on: 'POST /repos', times: 99, answer: failure(403, 'Resource not accessible by integration') }],
    ['hiding', { on: 'POST /repos', times: 99, answer: failure(404, 'Not Found') }],
    ['flooded', { on: 'POST /repos', times: 99, answer: failure(429, 'slow down', { 'retry-after': '600' }) }],
    ['cut off', { on: 'GET /repos/{owner}/{repo}/issues', times: 99, answer: { status: 200, body: [], raw: '[{' } }],
  ])('is the verdict while GitHub is %s', async (_, fault) => {
    for (const [sql, exitCode] of [
      [BAD, 1],
      [`${GOOD}SELECT 1;\n`, 0],
    ] as const) {
      scene.github.faults.splice(0, 9, { ...fault });
      scene.push({ [CHANGED]: sql });
      const run = await scene.run({ inputs: { ...LINT, comment: 'always' } });
      expect(run.exitCode, run.log).toBe(exitCode);
      expect(warnings(run).filter((text) => text.includes('The comment on the pull request'))).toHaveLength(1);
      expect(run.summary).toContain('Migration safety');
    }
  });

  it.each<[string, Fault['answer'] & object]>([
    ['may not be asked', failure(403, 'Resource not accessible by integration')],
    ['does not answer', failure(500, 'Server Error')],
  ])('comes from git’s list of files where GitHub %s', async (_, answer) => {
    scene.push({ [CHANGED]: BAD });
    scene.github.faults.push({ on: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files', times: 99, answer });
    const run = await scene.run({ inputs: LINT });
    expect(run.exitCode, run.log).toBe(1);
    expect(run.commands.filter(({ name }) => name === 'error')[0]?.properties.file).toBe(CHANGED);
    expect(warnings(run)[0]).toContain('The changed files are those that git finds');
  });

  it('comes from git’s list where there are more files than GitHub lists', async () => {
    scene.push({ [CHANGED]: BAD });
    const file = (at: number) => ({ filename: `docs/${at}.md`, status: 'added' as const });
    scene.github.state.pull.files = Array.from({ length: 3100 }, (_, at) => file(at));
    const run = await scene.run({ inputs: LINT });
    expect(run.exitCode, run.log).toBe(1);
    expect(warnings(run)[0]).toContain('GitHub lists only the first 3000');
  });
});

describe('the comment', () => {
  it('is one where two runs end at the same moment', async () => {
    scene.push({ [CHANGED]: BAD });
    scene.github.faults.push({ on: 'POST /repos', times: 2, delayMs: 1500 });
    const runs = await Promise.all([scene.run({ inputs: LINT }), scene.run({ inputs: LINT })]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([1, 1]);
    expect(scene.github.calls.filter(({ name }) => name.startsWith('POST /repos'))).toHaveLength(2);
    expect(bodies()).toHaveLength(1);
  });

  it('names the permission once for Dependabot, whose token reads only unless the workflow grants more', async () => {
    scene.push({ [CHANGED]: BAD });
    const run = await scene.run({ inputs: { ...LINT, suggestions: 'true' }, token: TOKENS.fork });
    expect(run.exitCode, run.log).toBe(1);
    const said = warnings(run).filter((text) => text.includes('pull-requests: write'));
    expect(said).toHaveLength(1);
    expect(said[0]).not.toContain('fork');
  });

  it('is written for a green change only where that is wanted', async () => {
    scene.push({ [CHANGED]: GOOD });
    await scene.run({ inputs: { ...LINT, 'fail-on': 'error', comment: 'never' } });
    expect(bodies()).toEqual([]);
    await scene.run({ inputs: { ...LINT, comment: 'always' } });
    expect(bodies()).toEqual([expect.stringContaining('✅')]);
  });
});

describe('suggested changes', () => {
  it('are written once, on the lines of the diff, and only where they are wanted', async () => {
    scene.push({ [CHANGED]: BAD });
    await scene.run({ inputs: LINT });
    expect(scene.github.state.reviewComments).toEqual([]);
    const run = await scene.run({ inputs: { ...LINT, suggestions: 'true' } });
    expect(run.exitCode, run.log).toBe(1);
    const [suggestion, ...others] = scene.github.state.reviewComments;
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({ path: CHANGED, line: 1 });
    expect(suggestion?.body).toContain(`\`\`\`suggestion\n${GOOD}\`\`\``);
    await scene.run({ inputs: { ...LINT, suggestions: 'true' } });
    expect(scene.github.state.reviewComments).toHaveLength(1);
  });

  it('never fail the run', async () => {
    scene.push({ [CHANGED]: BAD });
    scene.github.faults.push({
      on: 'POST /repos/{owner}/{repo}/pulls',
      times: 9,
      answer: { status: 422, body: { message: 'Unprocessable Entity', documentation_url: 'https://docs.github.com' } },
    });
    const run = await scene.run({ inputs: { ...LINT, suggestions: 'true' } });
    expect(run.exitCode, run.log).toBe(1);
    expect(warnings(run).filter((text) => text.includes('could not be written'))).toEqual([
      expect.stringMatching(/^The suggested changes could not be written: .*verdict does/),
    ]);
  });
});

describe('the application’s own program', () => {
  const APPLICATION = { '.migration-safety.yml': 'application-command: [sh, -c, "touch ran"]\n' };
  const reportOf = (run: ActionRun) => JSON.parse(readFileSync(run.outputs['report-json'] ?? '', 'utf8'));
  const checksOf = (run: ActionRun) => reportOf(run).migrations[0].proofs.map(({ check }: { check: string }) => check);

  it('is asked for where a colleague proposes the change, and never for a fork', async () => {
    const own = await newScene({ ...MAIN, ...APPLICATION }, { action, node: process.execPath });
    own.push({ [CHANGED]: GOOD });
    const colleague = await own.run({ inputs: { server: 'embedded' } });
    expect(checksOf(colleague)).toContain('application');
    const stranger = await own.run({ inputs: { server: 'embedded' }, token: TOKENS.fork, isFork: true });
    expect(checksOf(stranger)).not.toContain('application');
    expect(reportOf(stranger).notChecked).toContainEqual({
      check: 'the application’s program',
      reason: 'application-command is never run for a fork',
    });
    await own.close();
  });
});

describe('mode: report', () => {
  const reports = (name: string) => join(scene.workspace.dir, 'reports', name);

  /** What a fork's run leaves as its artifact. */
  async function artifactOf(sql: string, folder = '.'): Promise<ActionRun> {
    scene.push({ [CHANGED]: sql });
    const run = await scene.run({ inputs: LINT, token: TOKENS.fork, isFork: true });
    mkdirSync(reports(folder), { recursive: true });
    writeFileSync(join(reports(folder), 'report.json'), readFileSync(run.outputs['report-json'] ?? '', 'utf8'));
    return run;
  }

  function afterwards(over: object = {}) {
    const { pull } = scene.github.state;
    Object.assign(pull, { headRepo: 'stranger/shop' });
    const head_repository = { full_name: 'stranger/shop', owner: { login: 'stranger' } };
    const run = { id: 99, event: 'pull_request', head_sha: pull.headSha, head_branch: 'topic', head_repository };
    const payload = { action: 'completed', workflow_run: { ...run, ...over } };
    const event = { name: 'workflow_run', payload, sha: 'd'.repeat(40), ref: 'refs/heads/main' };
    return scene.run({ inputs: { mode: 'report' }, event });
  }

  it('comments for a fork, whose own run could not', async () => {
    expect((await artifactOf(BAD)).exitCode).toBe(1);
    expect(bodies()).toEqual([]);
    const run = await afterwards();
    expect(run.exitCode, run.log).toBe(0);
    expect(bodies()).toEqual([expect.stringMatching(/^<!-- migration-safety:default -->\n### ❌/)]);
    expect(bodies()[0]).toContain('https://github.com/acme/shop/actions/runs/99');
    expect(bodies()[0]).toContain('the required status is what counts');

    await artifactOf(`${GOOD}-- mended\n`);
    expect((await afterwards()).exitCode).toBe(0);
    expect(bodies()).toEqual([expect.stringContaining('### ✅')]);
  });

  it('writes nothing where a newer commit was pushed, or the artifact is somebody else’s', async () => {
    await artifactOf(BAD);
    expect((await afterwards({ head_sha: 'e'.repeat(40) })).exitCode).toBe(0);
    expect((await afterwards({ event: 'push' })).exitCode).toBe(0);
    expect(bodies()).toEqual([]);
  });

  it('takes no artifact that is not a report', async () => {
    await artifactOf(BAD);
    writeFileSync(join(reports('.'), 'report.json'), JSON.stringify({ schemaVersion: 2, verdict: 'pass' }));
    const run = await afterwards();
    expect(run.exitCode, run.log).toBe(1);
    expect(run.log).toContain('is no report of this version of migration-safety');
    expect(bodies()).toEqual([]);
  });

  it('makes one comment and one verdict of several databases', async () => {
    await artifactOf(BAD, 'migration-safety-billing');
    await artifactOf(`${GOOD}-- mended\n`, 'migration-safety-orders');
    const inputs = { mode: 'report', databases: '["billing","orders"]' };
    const red = await scene.run({ inputs });
    expect(red.exitCode, red.log).toBe(1);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toMatch(/\| billing \| ❌ failed: [^|]+\|[\s\S]*\| orders \| ✅ passed: /);

    rmSync(reports('migration-safety-billing'), { recursive: true });
    const missing = await scene.run({ inputs });
    expect(missing.exitCode, missing.log).toBe(1);
    expect(bodies()[0]).toContain('| billing | ❌ no report |');

    const green = await scene.run({ inputs: { mode: 'report', databases: '["orders"]' } });
    expect(green.exitCode, green.log).toBe(0);
    expect(bodies()).toEqual([expect.stringContaining('### ✅')]);
  });

  it('fails where no job has left a report, and passes where there is no database', async () => {
    scene.push({ [CHANGED]: GOOD });
    expect((await scene.run({ inputs: { mode: 'report' } })).exitCode).toBe(1);
    expect((await scene.run({ inputs: { mode: 'report', databases: '[]' } })).exitCode).toBe(0);
  });
});

describe('mode: plan', () => {
  it('lists a database for each settings file, also those that the change deletes', async () => {
    await scene.close();
    const settings = 'fail-on: error\n';
    scene = await newScene(
      {
        'services/billing/.migration-safety.yml': settings,
        'services/billing/a.sql': 'SELECT 1;',
        'services/orders/package.json': '{"migration-safety": {}}',
        'services/users/package.json': '{"devDependencies": {"migration-safety": "1"}}',
        'examples/x/.migration-safety.yml': settings,
      },
      { action, node: process.execPath },
    );
    scene.push({
      'services/billing/.migration-safety.yml': null,
      'db/.migration-safety.yml': `${settings}postgres-version: "16"\n`,
      'services/orders/package.json': '{"migration-safety": {"postgres-version": "new"}}',
    });
    const run = await scene.run({ inputs: { mode: 'plan', ignore: 'examples/**' } });
    expect(run.exitCode, run.log).toBe(0);
    expect(JSON.parse(run.outputs.databases ?? '')).toEqual(['db', 'services-billing', 'services-orders']);
    // The version of each is its own settings': the newest where they say none, or no version, which the job itself reports.
    expect(JSON.parse(run.outputs.matrix ?? '').include).toEqual([
      { database: 'db', 'working-directory': 'db', 'postgres-version': 16 },
      { database: 'services-billing', 'working-directory': 'services/billing', 'postgres-version': NEWEST },
      { database: 'services-orders', 'working-directory': 'services/orders', 'postgres-version': NEWEST },
    ]);
  });
});
