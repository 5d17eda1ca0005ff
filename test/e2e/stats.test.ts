/** `stats export` as a user runs it, against a real server, and what `check` makes of its file. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkJson, runCli } from '../support/cli.js';
import { newestMajor, startService, type TestService } from '../support/postgres.js';

const newest = newestMajor();

describe.skipIf(newest === undefined)('stats export', () => {
  let service: TestService;
  let folder: string;

  beforeAll(async () => {
    service = await startService(newest ?? 0);
    folder = await mkdtemp(join(tmpdir(), 'stats '));
    const client = new pg.Client({ connectionString: service.url });
    await client.connect();
    await client.query(`CREATE TABLE customers (id int PRIMARY KEY, email text);
      INSERT INTO customers SELECT g, CASE WHEN g < 900 THEN 'secret@example.org' ELSE 'x' || g END FROM generate_series(1, 1000) g;
      ANALYZE customers;`);
    await client.end();
  });
  afterAll(async () => {
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const stats = (...args: string[]) => runCli(['stats', ...args], { cwd: folder });

  it('writes what the planner knows, without a value of any row', async () => {
    const { exitCode, stdout, stderr } = await stats('export', '--database-url', service.url);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).not.toContain('secret@example.org');
    expect(JSON.parse(stdout)).toMatchObject({
      statisticsVersion: 1,
      withValues: false,
      tables: [{ schema: 'public', table: 'customers', rows: 1000, columns: { email: { nullFraction: 0 } } }],
    });
  });

  it('has common values where they are asked for, and writes a file that check takes', async () => {
    const env = { MIGRATION_SAFETY_DATABASE_URL: service.url };
    const args = ['stats', 'export', '--with-values', '--output', 'statistics.json'];
    expect(await runCli(args, { cwd: folder, env })).toMatchObject({ exitCode: 0, stdout: '' });
    const text = await readFile(join(folder, 'statistics.json'), 'utf8');
    expect(text).toContain('secret@example.org');
    await writeFile(join(folder, 'schema.sql'), 'CREATE TABLE customers (id int PRIMARY KEY, email text);');
    await writeFile(join(folder, '1.sql'), 'ALTER TABLE customers ADD COLUMN note text;');
    const { report } = await checkJson(
      ['1.sql', '--baseline', 'schema.sql', '--statistics', 'statistics.json', '--database-url', service.url],
      { cwd: folder },
    );
    expect(report.migrations[0]?.proofs[0]).toMatchObject({ check: 'applied', status: 'proven' });
    expect(report.notChecked.map(({ check }) => check)).toContain('production’s statistics');
  });

  it.each([
    [['export'], /give the database with --database-url/],
    [['import'], /say what to do: migration-safety stats export/],
    [
      ['export', '--database-url', 'postgres://postgres:pw@127.0.0.1:1/x'],
      /^migration-safety: stats export: no connection to .*127\.0\.0\.1:1/,
    ],
  ])('%j is told what is wrong', async (args, message) => {
    const { exitCode, stderr, stdout } = await stats(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('pw');
  });
});
