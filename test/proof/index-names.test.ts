/** The name that a fix or a recipe gives an index is the one that Postgres would have chosen, held against real servers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexName } from '../../src/lint/facts/index-names.js';
import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { nodeOf } from '../../src/sql/ast.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const { parseScript } = await loadGrammar();
const long = 'a_table_whose_name_is_as_long_as_postgres_takes_it_and_no_longer';

const CASES: readonly { setup: string; sql: string; unsure?: true }[] = [
  { setup: 'CREATE TABLE t (a int, b int);', sql: 'CREATE INDEX ON t (a, b);' },
  { setup: 'CREATE TABLE t (a int, b int);', sql: 'CREATE UNIQUE INDEX ON t (a) INCLUDE (b);' },
  { setup: 'CREATE TABLE t (a int); CREATE INDEX ON t (a);', sql: 'CREATE INDEX ON t (a);' },
  { setup: 'CREATE TABLE t (a int); CREATE TABLE t_a_idx (b int);', sql: 'CREATE INDEX ON t (a);' },
  { setup: 'CREATE TABLE t (a int); CREATE VIEW t_a_idx AS SELECT 1;', sql: 'CREATE INDEX ON t (a);' },
  { setup: 'CREATE TABLE t (a text, "B" text);', sql: 'CREATE INDEX ON t (lower(a), upper("B"));' },
  { setup: 'CREATE TABLE t (a text);', sql: 'CREATE INDEX ON t (a, a, lower(a), lower(a));' },
  {
    setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t_a_idx (b int);',
    sql: 'CREATE INDEX ON app.t (a);',
  },
  {
    setup: `CREATE TABLE ${long.slice(0, 63)} (a_column_of_the_table int);`,
    sql: `CREATE INDEX ON ${long.slice(0, 63)} (a_column_of_the_table);`,
  },
  { setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;', sql: 'CREATE INDEX ON v (a);' },
  { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX ON t ((a + 1));', unsure: true },
  { setup: '', sql: 'CREATE INDEX ON t (a);', unsure: true },
];

function named(setup: string, sql: string) {
  const script = (text: string) =>
    parseScript({ role: 'up', file: { path: 'x.sql', text }, sql: text, transaction: 'autocommit' });
  const schema = new Schema();
  schema.replay(script(setup).statements, 'baseline');
  const index = nodeOf(script(sql).statements[0]?.node, 'IndexStmt');
  if (!index) throw new Error('no index');
  return indexName(index, schema);
}

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(CASES.filter(({ unsure }) => !unsure))('$setup $sql', async ({ setup, sql }) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await session.query(setup);
      const all = async () => {
        const { rows } = await session.query("SELECT relname FROM pg_class WHERE relkind = 'i' AND oid >= 16384");
        return rows.map((row) => String(row[0]));
      };
      const before = await all();
      await session.query(sql);
      const made = (await all()).filter((name) => !before.includes(name));
      expect(made).toEqual([named(setup, sql).name]);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });
});

it.each(CASES)('$setup $sql is as sure as it says', ({ setup, sql, unsure = false }) => {
  expect(named(setup, sql).isSure).toBe(!unsure);
});
