/** What the commands say and write, as a user runs them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report-schema/types.js';
import { checkJson, ROOT, runCli } from '../support/cli.js';

const work = mkdtempSync(join(tmpdir(), 'commands-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
mkdirSync(join(work, 'migrations'));
writeFileSync(join(work, 'migrations/001_base.sql'), 'CREATE TABLE t (id bigint PRIMARY KEY, a int);\n');

/** With this text on its standard input. */
function piped(input: string | Buffer, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    cwd: work,
    input,
    encoding: 'utf8',
    timeout: 590_000,
  });
  return { status, stdout, stderr };
}

describe('in a folder of a repository', () => {
  const top = mkdtempSync(join(tmpdir(), 'repository-'));
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  const folder = join(top, 'services/db');
  mkdirSync(join(folder, 'migrations'), { recursive: true });
  execFileSync('git', ['init', '-q', top]);
  writeFileSync(join(folder, 'migrations/1.sql'), 'CREATE TABLE t (a int);\n');
  writeFileSync(join(folder, 'migrations/2.sql'), 'CREATE INDEX i ON t (a);\n');

  it.each([
    ['github', 'file=services/db/migrations/2.sql,'],
    ['gitlab', '"path": "services/db/migrations/2.sql"'],
    ['sarif', '"uri": "services/db/migrations/2.sql"'],
    ['text', '\nmigrations/2.sql:1:1 '],
  ])('%s names files as those do who read it', async (format, path) => {
    const args = ['check', 'migrations/2.sql', '--server', 'none', '--format', format];
    const { exitCode, stdout } = await runCli(args, { cwd: folder });
    expect(exitCode).toBe(1);
    expect(`\n${stdout}`).toContain(path);
  });
});

describe('check -', () => {
  const json = (input: string, ...args: string[]): Report =>
    JSON.parse(piped(input, 'check', '-', ...args, '--format', 'json').stdout);
  const rules = ({ findings }: Report) => findings.map(({ rule, path, line }) => `${rule} ${path}:${line}`);
  const index = "SET lock_timeout = '2s';\nCREATE INDEX i ON t (a);\n";

  it('reads a migration that isn’t there yet, after those of its folder', () => {
    const report = json(index, '--stdin-path', 'migrations/002_index.sql', '--server', 'embedded');
    expect(rules(report)).toContain('index-not-concurrent migrations/002_index.sql:2');
    expect(report.findings.find(({ rule }) => rule === 'index-not-concurrent')?.evidence).toBe('confirmed');
    expect(report.baseline?.scripts).toBe(1);
  });

  it('takes the place of a file that is there', () => {
    writeFileSync(join(work, 'migrations/003_x.sql'), 'SELECT 1;\n');
    expect(rules(json(index, '--stdin-path', 'migrations/003_x.sql', '--server', 'none'))).toContain(
      'index-not-concurrent migrations/003_x.sql:2',
    );
    rmSync(join(work, 'migrations/003_x.sql'));
  });

  it('needs no path', () => {
    const report = json('ALTER TABLE t ADD COLUMN;', '--server', 'none');
    expect(rules(report)[0]).toBe('syntax-error stdin.sql:1');
    // What has no place has no history, and that is no secret.
    const alone = { check: 'what comes before the standard input', reason: expect.stringContaining('--stdin-path') };
    expect(report.notChecked).toContainEqual(alone);
    const placed = json('SELECT 1;', '--stdin-path', 'migrations/009_x.sql', '--server', 'none');
    expect(placed.notChecked).not.toContainEqual(alone);
  });

  it.each([
    [
      'what is no text',
      Buffer.from([0x61, 0, 0x62]),
      ['check', '-'],
      /^migration-safety: -: The file holds a NUL byte/,
    ],
    [
      'a path for nothing',
      '',
      ['check', 'migrations', '--stdin-path', 'x.sql'],
      /--stdin-path: it says which file - stands for/,
    ],
  ])('refuses %s', (_, input, args, message) => {
    const { status, stderr } = piped(input, ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('settings', () => {
  it('may quote the version, as workflows do', async () => {
    for (const version of ['"17"', "'17'", '17']) {
      writeFileSync(join(work, '.migration-safety.yml'), `postgres-version: ${version}\n`);
      const { report } = await checkJson(['migrations/001_base.sql', '--server', 'none'], { cwd: work });
      expect(report.postgres.target).toBe(17);
    }
    for (const [version, message] of [
      [
        '"seventeen"',
        '.migration-safety.yml:1:1: postgres-version: expected a major version, such as 17, got "seventeen".',
      ],
      [
        '"12"',
        '.migration-safety.yml:1:1: postgres-version: expected 15 or later (older servers are not supported), got 12.',
      ],
      [
        '12',
        '.migration-safety.yml:1:1: postgres-version: expected 15 or later (older servers are not supported), got 12.',
      ],
    ]) {
      writeFileSync(join(work, '.migration-safety.yml'), `postgres-version: ${version}\n`);
      const { exitCode, stderr } = await runCli(['check', 'migrations/001_base.sql', '--server', 'none'], {
        cwd: work,
      });
      expect([exitCode, stderr]).toEqual([2, `migration-safety: ${message}\n`]);
    }
    rmSync(join(work, '.migration-safety.yml'));
  });
});

describe('the output', () => {
  it('goes into a folder that isn’t there yet', async () => {
    const { exitCode } = await runCli(
      ['check', 'migrations/001_base.sql', '--server', 'none', '--format', 'json', '--output', 'no/dir/x.json'],
      { cwd: work },
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(readFileSync(join(work, 'no/dir/x.json'), 'utf8')).verdict).toBe('pass');
    await runCli(['rules', '--format', 'json', '--output', 'other/rules.json'], { cwd: work });
    expect(JSON.parse(readFileSync(join(work, 'other/rules.json'), 'utf8')).length).toBeGreaterThan(100);
  });

  it('says in one line why a folder can’t be made', async () => {
    writeFileSync(join(work, 'file'), '');
    const { exitCode, stderr } = await runCli(
      ['check', 'migrations/001_base.sql', '--server', 'none', '--output', 'file/x.json'],
      { cwd: work },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^migration-safety: --output file\/x\.json: .+\.$/m);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('the commands', () => {
  it('speak JSON, are helped with, and are guessed', async () => {
    const explained = JSON.parse((await runCli(['explain', 'set-not-null', '--format', 'json'])).stdout);
    expect(explained).toMatchObject({ id: 'set-not-null', severity: 'error' });
    expect((await runCli(['check', '--help'])).stdout).toMatch(/^migration-safety check \[path…\]\n/);
    expect((await runCli(['help', 'init'])).stdout).toMatch(/^migration-safety init\n[\s\S]*--yes/);
    const { exitCode, stderr } = await runCli(['chekc']);
    expect([exitCode, stderr]).toEqual([
      2,
      'migration-safety: There is no command "chekc". Did you mean migration-safety check? Commands: check, rules, explain, init, stats.\n',
    ]);
  });

  it('write what the repository says: init, and then a check by what it wrote', async () => {
    const shop = join(work, 'shop');
    mkdirSync(join(shop, 'db/migrations'), { recursive: true });
    writeFileSync(join(shop, 'db/migrations/001.sql'), 'CREATE TABLE t (id bigint PRIMARY KEY);\n');
    writeFileSync(join(shop, 'compose.yaml'), 'services:\n  db:\n    image: postgres:16\n');
    execFileSync('git', ['init', '--quiet'], { cwd: shop });
    const { exitCode, stdout } = await runCli(['init'], { cwd: shop });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('PostgreSQL 16, as compose.yaml:3 says.');
    const { report } = await checkJson(['db/migrations/001.sql', '--server', 'none'], { cwd: shop });
    expect(report.postgres.target).toBe(16);
  });
});
