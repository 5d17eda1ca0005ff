import { describe, expect, it } from 'vitest';
import { forPostgres } from '../../src/migrations/layouts/dialects.js';
import { otherDatabase } from '../../src/migrations/layouts/other-database.js';
import { foundOnBranch } from '../support/branch.js';
import { setOf } from '../support/file-set.js';

function read(...names: string[]) {
  const { set, leftOut } = forPostgres(setOf(Object.fromEntries(names.map((name) => [name, 'SELECT 1;']))));
  return {
    taken: set.files.map(({ path }) => path),
    leftOut: leftOut.map(({ check, reason }) => `${check}: ${reason}`),
  };
}

it('takes the file for Postgres, and the general one where there is none', () => {
  expect(read('1_a.postgres.up.sql', '1_a.mysql.up.sql', '1_a.up.sql', '2_b.up.sql', '2_b.sqlite3.up.sql')).toEqual({
    taken: ['1_a.postgres.up.sql', '2_b.up.sql'],
    leftOut: [
      '1_a.mysql.up.sql: its name says that it is for mysql',
      '1_a.up.sql: the file of that name for Postgres is taken instead',
      '2_b.sqlite3.up.sql: its name says that it is for sqlite3',
    ],
  });
});

it('ours may run without a transaction where the general one does not', () => {
  expect(read('1_a.pg.autocommit.up.sql', '1_a.up.sql').taken).toEqual(['1_a.pg.autocommit.up.sql']);
});

it.each(['1_drop_mysql.sql', 'V1.2__pg.sql', '1_a.mysql', 'mysql.sql'])('%s names no dialect', (name) => {
  expect(read(name)).toEqual({ taken: [name], leftOut: [] });
});

describe('a folder is another database’s', () => {
  const other = (root: string, files: Record<string, string> = {}, configs: Record<string, string> = {}) =>
    otherDatabase(setOf({ [`${root}1_a.sql`]: '', ...files }, root, configs));

  it.each<[string, string | undefined]>([
    ['migrations/mysql/', 'mysql'],
    ['db/mysql/migrations/', 'mysql'],
    ['db/migration/h2/', 'h2'],
    ['db/sqlite/', 'sqlite'],
    ['migrations-mysql/', 'mysql'],
    ['sqlite_migrations/', 'sqlite'],
    ['packages/clickhouse/migrations/clustered/', 'clickhouse'],
    ['migrations/mysql/v2/', 'mysql'],
    ['migrations/postgres/', undefined],
    ['migrations/mysql/pg/', undefined],
    ['postgres/migrations/', undefined],
    ['oracle/migrations/', undefined],
    ['h2/', undefined],
    ['mysql/service/db/migrations/', undefined],
    ['mysql-connector/migrations/', undefined],
    ['', undefined],
  ])('%s by its place: %s', (root, name) => {
    expect(other(root)?.name).toBe(name);
  });

  it('by what its tool says', () => {
    expect(other('m/', { 'm/migration_lock.toml': 'provider = "sqlite"' })).toEqual({
      name: 'sqlite',
      says: 'm/migration_lock.toml',
    });
    expect(other('m/', { 'm/migration_lock.toml': 'provider = "postgresql"' })).toBeUndefined();
    expect(other('m/', { 'm/meta/_journal.json': '{"dialect": "mysql"}' })?.name).toBe('mysql');
    expect(other('m/', { 'm/meta/_journal.json': '{"dialect": "postgresql"}' })).toBeUndefined();
    expect(other('m/', {}, { 'flyway.conf': 'flyway.url=jdbc:mysql://x' })).toEqual({
      name: 'mysql',
      says: 'flyway.conf',
    });
    expect(other('m/', {}, { 'flyway.toml': 'url = "jdbc:postgresql://x"' })).toBeUndefined();
  });
});

it('what a change adds to other databases is named once for each folder, and not checked', async () => {
  const main = { 'migrations/mysql/001_a.sql': 'CREATE TABLE `a` (id int);', 'migrations/pg/001_a.sql': 'SELECT 1;' };
  const change = {
    'migrations/mysql/002_b.sql': 'CREATE TABLE `b` (id int);',
    'migrations/mysql/003_c.sql': 'CREATE TABLE `c` (id int);',
    'migrations/pg/002_b.sql': 'SELECT 2;',
  };
  const { changed, baseline, notChecked, layouts, problems } = await foundOnBranch(main, change);
  expect([changed, baseline].map((scripts) => scripts.map((it) => ('path' in it ? it.path : it.file.path)))).toEqual([
    ['migrations/pg/002_b.sql'],
    ['migrations/pg/001_a.sql'],
  ]);
  expect([layouts.map(({ root }) => root), problems]).toEqual([['migrations/pg/'], []]);
  expect(notChecked).toEqual([
    {
      check: 'migrations/mysql/002_b.sql, migrations/mysql/003_c.sql',
      path: 'migrations/mysql/002_b.sql',
      reason: 'the folder mysql/ says that it is for mysql, not for PostgreSQL',
    },
  ]);
  const named = await foundOnBranch(main, change, { migrations: ['migrations/mysql/*.sql'] });
  expect(named.changed.map(({ path }) => path)).toEqual(['migrations/mysql/002_b.sql', 'migrations/mysql/003_c.sql']);
});

it('folders for versions are one chain of their tool, one after the other', async () => {
  const goose = (n: number) => `-- +goose Up\nSELECT ${n};\n`;
  const main = {
    'migrations/v1/001_a.sql': goose(1),
    'migrations/v1/002_b.sql': goose(2),
    'migrations/v2/001_c.sql': goose(3),
  };
  const found = await foundOnBranch(main, { 'migrations/v2/002_d.sql': goose(4) });
  expect(found.layouts.map(({ layout }) => layout)).toEqual(['goose']);
  expect(found.baseline.map(({ file }) => file.path)).toEqual(Object.keys(main));
  expect(found.changed.map(({ path }) => path)).toEqual(['migrations/v2/002_d.sql']);
  expect(found.problems).toEqual([]);
  const beside = await foundOnBranch({ 'migrations/003_e.sql': goose(5) }, { 'migrations/v2/002_d.sql': goose(4) });
  expect(beside.notChecked).toEqual([
    {
      check: 'migrations/v2/002_d.sql',
      path: 'migrations/v2/002_d.sql',
      reason: expect.stringContaining('goose reads the files beside each other'),
    },
  ]);
});
