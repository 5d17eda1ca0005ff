/** A pull request neither switches off its own check nor speaks to the runner. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';
import { installAction, removeRuns } from '../support/runner.js';
import { newScene, type Scene } from '../support/scene.js';

const FILE = '.migration-safety.yml';
const MAIN = {
  [FILE]: 'fail-on: warning\nserver: embedded\n',
  'db/migrations/001_orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\n',
};
const FAILING = { 'db/migrations/002_fails.sql': 'ALTER TABLE ordres ADD total int;\n' };
const LENIENT = { [FILE]: 'fail-on: never\nserver: none\nrules: { migration-fails: off }\n' };

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

describe('the settings of a pull request', () => {
  it('are those of the base branch, and the report says so', async () => {
    scene.push({ ...FAILING, ...LENIENT });
    const run = await scene.run();
    expect(run.exitCode, run.log).toBe(1);
    expect(run.log).toContain('the version of the base branch');
    expect(run.summary).toContain('the version of the base branch');
  });

  it('are those of the base branch in a merge group', async () => {
    scene.push({ ...FAILING, ...LENIENT });
    const { headSha, baseSha } = scene.github.state.pull;
    const payload = { merge_group: { base_sha: baseSha, head_sha: headSha } };
    const event = { name: 'merge_group', payload, sha: headSha, ref: 'refs/heads/gh-readonly-queue/main/pr-7' };
    const run = await scene.run({ event });
    expect(run.exitCode, run.log).toBe(1);
  });

  describe('in a shallow clone', () => {
    let checkout: string;
    beforeEach(() => {
      scene.push({ ...FAILING, ...LENIENT });
      checkout = mkdtempSync(join(tmpdir(), 'shallow-'));
      execFileSync('git', [
        '-c',
        'advice.detachedHead=false',
        'clone',
        '--quiet',
        '--depth',
        '1',
        `file://${scene.workspace.dir}`,
        checkout,
      ]);
    });
    afterEach(() => rmSync(checkout, { recursive: true, force: true }));

    it('come from GitHub', async () => {
      const { github } = scene;
      github.state.contents[github.state.pull.baseSha] = { [FILE]: 'fail-on: warning\nserver: embedded\n' };
      const run = await scene.run({ checkout });
      expect(run.exitCode, run.log).toBe(1);
      expect(run.log).toContain('the version of the base branch');
    });

    it('don’t count where they could switch the check off and GitHub doesn’t answer', async () => {
      scene.github.faults.push({ on: 'GET /repos/{owner}/{repo}/contents', times: 9, answer: refusal });
      const run = await scene.run({ checkout, inputs: { server: 'embedded' } });
      expect(run.exitCode, run.log).toBe(1);
      expect(run.log).toContain('fail-on, rules, server did not count');
    });
  });
});

const refusal = { status: 403, body: { message: 'Resource not accessible by integration', status: '403' } };

describe('a database that others may depend on', () => {
  const url = 'postgres://app:s3cret@shop.example.com:5432/shop';
  const check = (...args: string[]) =>
    runCli(['check', 'db', '--server', 'service', '--connect-timeout', '1', ...args], {
      cwd: scene.workspace.dir,
      env: { MIGRATION_SAFETY_DATABASE_URL: url },
    });

  it('is refused on the command line and in the Action', async () => {
    const cli = await check();
    expect(cli.exitCode).toBe(2);
    expect(cli.stderr).toContain('database-url names shop.example.com');
    expect(cli.stderr).toContain('allow-remote-database');
    expect(cli.stderr).not.toContain('s3cret');
    scene.push(FAILING);
    const run = await scene.run({ inputs: { 'database-url': url, server: 'service' } });
    expect(run.exitCode).toBe(1);
    expect(run.commands.find(({ name }) => name === 'error')?.message).toContain('shop.example.com');
  });

  it('is asked for where the user says so, not where the change does', async () => {
    const { exitCode, stderr } = await check(
      '--allow-remote-database',
      '--database-url',
      url.replace('shop.', 'no.such.'),
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('No PostgreSQL answers at no.such.example.com:5432');
    scene.push({ ...FAILING, [FILE]: 'allow-remote-database: true' });
    const run = await scene.run({ inputs: { 'database-url': url, server: 'service' } });
    expect(run.commands.find(({ name }) => name === 'error')?.message).toContain('allow-remote-database');
  });
});

it('what a migration makes the server say is no command to the runner', async () => {
  scene.push({
    'db/migrations/002_notices.sql': `DO $$ BEGIN
  RAISE NOTICE E'hello\\n::error file=a.sql::forged\\n::set-output name=verdict::pass\\n  ::add-mask::orders';
END $$;
DO $$ BEGIN
  RAISE EXCEPTION E'no\\n::error::forged\\n::stop-commands::x' USING HINT = E'\\n::warning::forged';
END $$;
`,
  });
  const run = await scene.run();
  expect(run.exitCode, run.log).toBe(1);
  expect(run.log).toContain('forged');
  const told = run.commands.map(({ name, message }) => `${name} ${message}`);
  expect(told.filter((line) => /^(set-output|add-mask|stop-commands)/.test(line))).toEqual([]);
  expect(run.commands.filter(({ message }) => message === 'forged')).toEqual([]);
  expect(run.outputs.verdict).toBe('fail');
});
