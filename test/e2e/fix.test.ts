/** `check --fix` as users run it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.js';
import { runCli } from '../support/cli.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fix '));
  // Other rules have repairs, too.
  const others = RULES.filter(({ id }) => id !== 'index-not-concurrent').map(({ id }) => `  ${id}: off\n`);
  await writeFile(join(folder, '.migration-safety.yml'), `rules:\n${others.join('')}`);
});
afterEach(() => rm(folder, { recursive: true }));

const check = (...args: string[]) => runCli(['check', '1.sql', '--server', 'none', ...args], { cwd: folder });
const BAD = 'CREATE INDEX i ON t (a);\n';
const GOOD = 'CREATE INDEX CONCURRENTLY i ON t (a);\n';

describe('check --fix', () => {
  it('mends the file; the exit code and the report tell what is left', async () => {
    await writeFile(join(folder, '1.sql'), BAD);
    expect((await check()).exitCode).toBe(1);
    const { exitCode, stdout, stderr } = await check('--fix', '--format', 'json');
    expect(await readFile(join(folder, '1.sql'), 'utf8')).toBe(GOOD);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^fixed 1\.sql:1 index-not-concurrent: Add CONCURRENTLY\nfixed 1 in 1 file; \d+ left for you\n$/,
    );
    const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
    expect(findings.map(({ rule }) => rule)).not.toContain('index-not-concurrent');
  });

  it('ends with 1 where something is left that fails the check', async () => {
    await writeFile(join(folder, '1.sql'), `${BAD}SELEC 1;\n`);
    const { exitCode, stdout } = await check('--fix');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('syntax-error');
    expect(await readFile(join(folder, '1.sql'), 'utf8')).toBe(`${GOOD}SELEC 1;\n`);
  });

  it('never runs for a workflow', async () => {
    await writeFile(join(folder, '1.sql'), BAD);
    const { exitCode, stderr } = await check('--fix', '--format', 'github');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--fix and --format github');
    expect(await readFile(join(folder, '1.sql'), 'utf8')).toBe(BAD);
  });
});
