import { expect, it } from 'vitest';
import { forPostgres } from '../../src/migrations/layouts/dialects.js';
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
