import { describe, expect, it } from 'vitest';
import { scriptsOf } from '../../src/migrations/find.js';
import { plain } from '../../src/migrations/layouts/plain.js';
import { setOf } from '../support/file-set.js';

const read = (...paths: string[]) => plain.read(setOf(Object.fromEntries(paths.map((path) => [path, `-- ${path}`]))));
/** Each migration's files, `up` first. */
const grouped = (...paths: string[]) =>
  read(...paths).migrations.map((migration) => scriptsOf(migration).map(({ role, file }) => `${role} ${file.path}`));

describe('the scripts of one migration', () => {
  it.each<[string, string[], string[]]>([
    ['by suffix', ['m/1_a.up.sql', 'm/1_a.down.sql'], ['up m/1_a.up.sql', 'down m/1_a.down.sql']],
    [
      'by suffix, up without one',
      ['m/1_a.sql', 'm/1_a.rollback.sql', 'm/1_a.validate.sql', 'm/1_a.maintenance.sql'],
      ['up m/1_a.sql', 'verify m/1_a.validate.sql', 'maintenance m/1_a.maintenance.sql', 'down m/1_a.rollback.sql'],
    ],
    ['in any case', ['m/1_a.SQL', 'm/1_a.Down.Sql'], ['up m/1_a.SQL', 'down m/1_a.Down.Sql']],
    [
      'by folder',
      ['m/1_a.sql', 'm/rollback/1_a.sql', 'm/Verify/1_a.sql'],
      ['up m/1_a.sql', 'verify m/Verify/1_a.sql', 'down m/rollback/1_a.sql'],
    ],
    ['by folder, up too', ['m/up/1_a.sql', 'm/down/1_a.sql'], ['up m/up/1_a.sql', 'down m/down/1_a.sql']],
    [
      'as sqitch does',
      ['deploy/a.sql', 'revert/a.sql', 'verify/a.sql'],
      ['up deploy/a.sql', 'verify verify/a.sql', 'down revert/a.sql'],
    ],
    [
      'by underscore',
      ['m/1_a.sql', 'm/1_a_rollback.sql', 'm/1_a-verify.sql'],
      ['up m/1_a.sql', 'verify m/1_a-verify.sql', 'down m/1_a_rollback.sql'],
    ],
    ['at the top', ['1.sql', '1.down.sql'], ['up 1.sql', 'down 1.down.sql']],
    ['with dots in the name', ['m/V2.1__a.sql', 'm/V2.1__a.undo.sql'], ['up m/V2.1__a.sql', 'down m/V2.1__a.undo.sql']],
    [
      'with hostile names',
      ["m/1 'a' $(x) é.sql", "m/1 'a' $(x) é.down.sql"],
      ["up m/1 'a' $(x) é.sql", "down m/1 'a' $(x) é.down.sql"],
    ],
  ])('%s', (_, paths, expected) => {
    expect(grouped(...paths)).toEqual([expected]);
    expect(grouped(...paths.toReversed())).toEqual([expected]);
  });

  it.each<[string, string[]]>([
    ['an underscored name without a base', ['m/1_server_down.sql']],
    ['a folder `up` or `deploy` alone', ['m/up/1_a.sql', 'deploy/2.sql']],
    ['equal names in other folders', ['a/1.sql', 'b/1.sql']],
    ['names that objects have', ['m/a.constructor.sql', 'm/a_constructor.sql', 'm/toString/a.sql']],
    ['unknown suffixes', ['m/1_a.sql', 'm/1_a.mysql.sql']],
  ])('are not taken from %s', (_, paths) => {
    expect(
      grouped(...paths)
        .flat()
        .sort(),
    ).toEqual(paths.map((path) => `up ${path}`).sort());
    expect(read(...paths).notChecked).toEqual([]);
  });

  it('are said to be left out where they have no migration', () => {
    const { migrations, notChecked } = read('m/1_a.down.sql', 'm/2_b.sql', 'm/verify/3.sql');
    expect(migrations.map(({ id }) => id)).toEqual(['2_b']);
    expect(notChecked).toEqual([
      { check: 'm/1_a.down.sql', reason: 'it is a down script, and no migration of that name stands beside it' },
      { check: 'm/verify/3.sql', reason: 'it is a verify script, and no migration of that name stands beside it' },
    ]);
  });

  it('are never passed over in silence where there are two of a kind', () => {
    const { migrations, notChecked } = read('m/1.sql', 'm/1.down.sql', 'm/1.rollback.sql', 'm/1.up.sql');
    expect(migrations).toHaveLength(1);
    expect(notChecked).toEqual([
      { check: 'm/1.rollback.sql', reason: 'm/1.down.sql is the down script of the same migration' },
      { check: 'm/1.up.sql', reason: 'm/1.sql is the up script of the same migration' },
    ]);
  });
});

describe('the order of migrations', () => {
  it.each<[string, string[]]>([
    ['numbers', ['m/1_z.sql', 'm/2_b.sql', 'm/10_a.sql', 'm/1000_a.sql']],
    ['padded numbers', ['m/0009-b.sql', 'm/00010-a.sql', 'm/0011-a.sql']],
    ['dates', ['m/2025-12-31_z.sql', 'm/2026-01-02_b.sql', 'm/2026-01-10_a.sql']],
    ['timestamps', ['m/20251231235959_z.sql', 'm/20260101000000_a.sql']],
    ['versions', ['m/V1__c.sql', 'm/V2__b.sql', 'm/V2.1__a.sql', 'm/V10__a.sql']],
    ['folders', ['m/2/1.sql', 'm/10/1.sql']],
    ['numbers beyond what a double holds', ['m/99999999999999999998_b.sql', 'm/99999999999999999999_a.sql']],
  ])('%s', (_, paths) => {
    expect(read(...paths.toReversed()).migrations.map(({ path }) => path)).toEqual(paths);
  });
});

it('names a migration as its tool does, and keeps its text', () => {
  const [migration] = read('db/migrations/20260101_add.up.sql').migrations;
  expect(migration).toMatchObject({
    id: '20260101_add',
    path: 'db/migrations/20260101_add.up.sql',
    layout: 'plain',
    up: { role: 'up', sql: '-- db/migrations/20260101_add.up.sql', transaction: 'autocommit' },
  });
});
