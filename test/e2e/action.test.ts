import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TOKENS } from '../support/github/state.js';
import { newestMajor, startService } from '../support/postgres.js';
import { type ActionRun, installAction, nodeBinaries, removeRuns } from '../support/runner.js';
import { newScene, type Scene } from '../support/scene.js';

const BASELINE = 'db/migrations/001_orders.sql';
const CHANGED = 'db/migrations/002_orders_index.sql';
const MAIN = {
  'README.md': '# Shop\n',
  [BASELINE]: 'CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL, note text);\n',
};
const BAD = 'BEGIN;\n\nCREATE INDEX CONCURRENTLY orders_customer_idx\n  ON orders (customer_id);\n\nCOMMIT;\n';
const GOOD = 'CREATE INDEX CONCURRENTLY orders_customer_idx\n  ON orders (customer_id);\n';
const MARKER = '<!-- migration-safety:default -->';

let action: string;
let scene: Scene;

beforeAll(() => {
  action = installAction();
});
afterAll(() => {
  rmSync(action, { recursive: true, force: true });
  removeRuns();
});
afterEach(async () => {
  expect(scene.github.violations).toEqual([]);
  await scene.close();
});

function errors(run: ActionRun) {
  return run.commands.filter(({ name }) => name === 'error');
}

function warnings(run: ActionRun) {
  return run.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
}

describe.each(nodeBinaries)('the Action on $name', ({ path: node }) => {
  beforeEach(async () => {
    scene = await newScene(MAIN, { action, node });
  });

  it('fails a migration that cannot run, comments, and turns green with the fix', async () => {
    const inputs = { server: 'embedded' };
    scene.push({ [CHANGED]: BAD });
    const red = await scene.run({ inputs });
    expect(red.exitCode, red.log).toBe(1);
    expect(scene.github.state.comments).toHaveLength(1);
    const comment = scene.github.state.comments[0];
    expect(comment?.body).toMatch(new RegExp(`^${MARKER}\n### ❌`));
    const file = createHash('sha256').update(CHANGED).digest('hex');
    expect(comment?.body).toContain(`https://github.com/acme/shop/pull/7/files#diff-${file}R3`);
    expect(errors(red)[0]?.properties).toMatchObject({ file: CHANGED, line: '3' });
    expect(red.summary).toContain('### ❌');
    expect(red.outputs).toMatchObject({ verdict: 'fail', errors: expect.stringMatching(/^[1-9]/) });
    expect(JSON.parse(read(red, 'report-json'))).toMatchObject({ verdict: 'fail', schemaVersion: 2 });
    expect(JSON.parse(read(red, 'report-sarif'))).toMatchObject({ version: '2.1.0' });
    expect(read(red, 'report-markdown')).toContain('### ❌');
    expect(read(red, 'report-html')).toMatch(/^<!doctype html>[\s\S]*<h1>.*Fail/);

    scene.push({ [CHANGED]: GOOD });
    const green = await scene.run({ inputs });
    expect(green.exitCode, green.log).toBe(0);
    expect(green.outputs.verdict).toBe('pass');
    expect(scene.github.state.comments).toEqual([{ ...comment, body: expect.not.stringContaining('❌') }]);
    expect(scene.github.writes().map(({ name }) => name.split(' ')[0])).toEqual(['POST', 'PATCH']);

    const again = await scene.run({ inputs });
    expect(again.exitCode, again.log).toBe(0);
    expect(scene.github.writes()).toHaveLength(2);
  });

  it.runIf(newestMajor())('rehearses on a service container, whose password stays secret', async () => {
    const service = await startService(newestMajor() ?? 0);
    try {
      scene.push({ [CHANGED]: GOOD });
      const run = await scene.run({ inputs: { server: 'service', 'database-url': service.url } });
      expect(run.exitCode, run.log).toBe(0);
      expect(JSON.parse(read(run, 'report-json'))).toMatchObject({ postgres: { server: { kind: 'service' } } });
      const masks = run.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
      expect(masks).toEqual([service.password]);
      expect(run.log.split(service.password)).toHaveLength(2);
      expect(run.summary).not.toContain(service.password);
    } finally {
      await service.stop();
    }
  });

  it('lets its comment lead to the page that was uploaded, and to nothing else', async () => {
    scene.push({ [CHANGED]: BAD });
    await scene.run({ inputs: { server: 'none' } });
    const body = () => scene.github.state.comments[0]?.body ?? '';
    const before = body();
    const page = 'https://github.com/acme/shop/actions/runs/7/artifacts/12345';
    const [, run = ''] = /\[Full report\]\(([^)]*)\)/.exec(before) ?? [];
    expect(run).toMatch(/^https:\/\/github\.com\/acme\/shop\/actions\/runs\/\d+$/);
    const link = (url: string) => scene.run({ inputs: { mode: 'link', 'report-url': url } });

    const wrong = await link('https://evil.example/acme/shop/actions/runs/7/artifacts/1');
    expect([wrong.exitCode, body()]).toEqual([1, before]);
    expect(errors(wrong)[0]?.message).toMatch(/^report-url: expected the artifact-url /);
    expect((await link('')).exitCode).toBe(0);
    expect(body()).toBe(before);

    expect((await link(page)).exitCode).toBe(0);
    expect(body()).toBe(before.replaceAll(`](${run})`, `](${page})`));
    // A later run's page takes its place, and a check that says the same leaves the comment alone.
    const later = page.replace('12345', '99');
    await link(later);
    expect(body()).toContain(`[Full report](${later})`);
    const again = await scene.run({ inputs: { server: 'none' } });
    expect(again.log).toContain('Comment on the pull request: unchanged.');
    expect(scene.github.state.comments).toHaveLength(1);
  });

  it('passes where no migration changed, and asks no server', async () => {
    scene.push({ 'README.md': '# The shop\n' });
    // Nobody listens there: whoever needs the server fails.
    const inputs = { server: 'service', 'database-url': 'postgres://postgres@127.0.0.1:1/postgres' };
    const run = await scene.run({ inputs });
    expect(run.exitCode, run.log).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'pass', errors: '0', warnings: '0' });
    expect(scene.github.writes()).toEqual([]);
  });

  it('turns its comment green where the migration is gone', async () => {
    scene.push({ [CHANGED]: BAD });
    await scene.run({ inputs: { server: 'none' } });
    scene.push({ [CHANGED]: null });
    const run = await scene.run({ inputs: { server: 'none' } });
    expect(run.exitCode, run.log).toBe(0);
    expect(scene.github.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('✅')]);
  });

  it("reports for a fork, whose token can't comment", async () => {
    scene.push({ [CHANGED]: BAD });
    const run = await scene.run({ inputs: { server: 'none' }, token: TOKENS.fork, isFork: true });
    expect(run.exitCode, run.log).toBe(1);
    expect(run.summary).toContain('### ❌');
    expect(scene.github.state.comments).toEqual([]);
    expect(warnings(run).filter((text) => text.includes('pull-requests: write'))).toHaveLength(1);

    scene.push({ [CHANGED]: `${GOOD}-- no more\nSELECT 1;\n` });
    const fixed = await scene.run({ inputs: { server: 'none' }, token: TOKENS.fork, isFork: true });
    expect(fixed.exitCode, fixed.log).toBe(0);
  });

  it('writes nothing where a newer commit was pushed meanwhile', async () => {
    scene.push({ [CHANGED]: BAD });
    const run = await scene.run({
      inputs: { server: 'none' },
      meanwhile: () => {
        scene.github.state.pull.headSha = 'f'.repeat(40);
      },
    });
    expect(run.exitCode, run.log).toBe(1);
    expect(scene.github.writes()).toEqual([]);
  });

  it('keeps its verdict when GitHub is down', async () => {
    scene.push({ [CHANGED]: BAD });
    const broken = { status: 500, body: { message: 'Server Error' } };
    scene.github.faults.push({ on: 'POST /repos/', times: 9, answer: broken });
    const run = await scene.run({ inputs: { server: 'none' } });
    expect(run.exitCode, run.log).toBe(1);
    expect(warnings(run).filter((text) => text.includes('Server Error'))).toHaveLength(1);
  });

  it('asks git in a merge queue, and does not comment', async () => {
    scene.push({ [CHANGED]: BAD });
    const { headSha: sha } = scene.github.state.pull;
    const payload = { action: 'checks_requested', merge_group: { base_sha: scene.workspace.base, head_sha: sha } };
    const event = { name: 'merge_group', payload, sha, ref: 'refs/heads/gh-readonly-queue/main/pr-7-x' };
    const run = await scene.run({ inputs: { server: 'none' }, event });
    expect(run.exitCode, run.log).toBe(1);
    expect(errors(run)[0]?.properties).toMatchObject({ file: CHANGED, line: '3' });
    expect(scene.github.calls).toEqual([]);
  });

  it('names files from the top of the repository where it works in a folder', async () => {
    scene.push({
      'services/billing/migrations/001_init.sql': MAIN[BASELINE] ?? '',
      'services/billing/migrations/002_index.sql': BAD,
    });
    const run = await scene.run({ inputs: { server: 'none', 'working-directory': 'services/billing' } });
    expect(run.exitCode, run.log).toBe(1);
    expect(errors(run)[0]?.properties).toMatchObject({ file: 'services/billing/migrations/002_index.sql', line: '3' });
  });

  it.each([
    [{ 'fail-on': 'sometimes' }, /fail-on/],
    [{ comment: 'perhaps' }, /comment: "perhaps" is none of on-findings, always, never/],
    [{ 'working-directory': 'nowhere' }, /working-directory: there is no folder/],
    [{ layout: 'gose' }, /layout/],
  ])('says what is wrong with %j', async (inputs, message) => {
    scene.push({ [CHANGED]: GOOD });
    const run = await scene.run({ inputs: inputs as unknown as Record<string, string> });
    expect(run.exitCode, run.log).toBe(1);
    expect(errors(run).map((error) => error.message)).toEqual([expect.stringMatching(message)]);
    // Where nobody can tell what `comment` should have been, none is made.
    expect(scene.github.state.comments.map(({ body }) => body)).toEqual(
      'comment' in inputs ? [] : [expect.stringMatching(/could not check[\s\S]*Could not check `/)],
    );
  });

  it('does not pass what the job forgot to check out', async () => {
    scene.push({ [CHANGED]: BAD });
    const empty = mkdtempSync(join(tmpdir(), 'empty-'));
    const run = await scene.run({ inputs: { server: 'none' }, checkout: empty });
    rmSync(empty, { recursive: true });
    expect(run.exitCode, run.log).toBe(1);
    expect(errors(run).map(({ message }) => message)).toEqual([expect.stringContaining('actions/checkout')]);
  });

  it('masks the password of the database', async () => {
    scene.push({ 'README.md': '# The shop\n' });
    const run = await scene.run({ inputs: { 'database-url': 'postgres://me:p%40ss-w0rd@127.0.0.1:1/app' } });
    expect(run.exitCode, run.log).toBe(0);
    const masks = run.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
    expect(masks).toEqual(['p%40ss-w0rd', 'p@ss-w0rd']);
  });

  it('lets no SQL speak to the runner', async () => {
    const forged = '::set-output name=verdict::pass';
    scene.push({ [CHANGED]: `${BAD}/*\n${forged}\n::error::forged\n*/ SELECT '\n${forged}';\n` });
    const run = await scene.run({ inputs: { server: 'none' } });
    expect(run.outputs.verdict).toBe('fail');
    expect(run.commands.map(({ name }) => name)).not.toContain('set-output');
    expect(run.commands.map(({ message }) => message)).not.toContain('forged');
  });
});

function read(run: ActionRun, output: string): string {
  const path = run.outputs[output] ?? '';
  expect(existsSync(path)).toBe(true);
  return readFileSync(path, 'utf8');
}
