/** What rules say of statements that no lock, scan or refusal of their own shows: what other statements then answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresError, type Server } from '../../src/servers/server.js';
import { SERVERS } from '../support/servers.js';

interface Hazard {
  rule: string;
  setup: string;
  /** The change. */
  sql: string;
  /** What ran before it, and the SQLSTATE that it answers afterwards. */
  query: string;
  sqlstate: string;
}

const HAZARDS: Hazard[] = [
  {
    rule: 'drop-view',
    setup: 'CREATE VIEW v AS SELECT 1 AS a',
    sql: 'DROP VIEW v',
    query: 'SELECT a FROM v',
    sqlstate: '42P01',
  },
  {
    rule: 'drop-function',
    setup: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    sql: 'DROP FUNCTION f()',
    query: 'SELECT f()',
    sqlstate: '42883',
  },
  {
    rule: 'function-overload',
    setup: "CREATE FUNCTION f(a text DEFAULT '') RETURNS int LANGUAGE sql AS 'SELECT 1'",
    sql: "CREATE OR REPLACE FUNCTION f(a text DEFAULT '', b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 2'",
    query: 'SELECT f()',
    sqlstate: '42725',
  },
  {
    rule: 'function-overload, without a default before',
    setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
    sql: "CREATE FUNCTION f(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 2'",
    query: 'SELECT f(1)',
    sqlstate: '42725',
  },
  {
    rule: 'index-row-too-large, afterwards',
    setup: 'CREATE TABLE t (v text)',
    sql: 'CREATE INDEX i ON t (v)',
    query: "INSERT INTO t SELECT string_agg(md5(i::text), '') FROM generate_series(1, 300) i",
    sqlstate: '54000',
  },
  {
    rule: 'index-row-too-large, a document',
    setup: 'CREATE TABLE t (v jsonb)',
    sql: 'CREATE INDEX i ON t (v)',
    query: 'INSERT INTO t SELECT jsonb_agg(md5(i::text)) FROM generate_series(1, 300) i',
    sqlstate: '54000',
  },
  {
    rule: 'create-materialized-view-scans, WITH NO DATA',
    setup: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW v AS SELECT a FROM t',
    sql: 'REFRESH MATERIALIZED VIEW v WITH NO DATA',
    query: 'SELECT a FROM v',
    sqlstate: '55000',
  },
];

/** Row counts that a role sees before and after. */
const SEEN = [
  {
    rule: 'disable-row-level-security',
    policy: 'PERMISSIVE USING (false)',
    sql: 'ALTER TABLE t DISABLE ROW LEVEL SECURITY',
    rows: [0, 1],
  },
  { rule: 'drop-policy', policy: 'PERMISSIVE USING (true)', sql: 'DROP POLICY p ON t', rows: [1, 0] },
  { rule: 'drop-policy, restrictive', policy: 'RESTRICTIVE USING (false)', sql: 'DROP POLICY p ON t', rows: [0, 1] },
];

describe.each(SERVERS)('on $name', ({ skip, real, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  const inScratch = async (work: (run: (sql: string) => Promise<unknown[]>) => Promise<void>) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await work(async (sql) => (await session.query(sql)).rows);
    } finally {
      await session.close();
      await scratch.drop();
    }
  };

  it.skipIf(skip).each(HAZARDS)('$rule: $query', async ({ setup, sql, query, sqlstate }) => {
    await inScratch(async (run) => {
      await run(setup);
      await run(query);
      if (/^INSERT/.test(query)) await run('TRUNCATE t');
      await run(sql);
      const answer = await run(query).catch((error: unknown) => error);
      expect(answer).toBeInstanceOf(PostgresError);
      expect((answer as PostgresError).sqlstate).toBe(sqlstate);
    });
  });

  // The embedded server has one role, who may everything.
  it.skipIf(skip || !real).each(SEEN)('$rule: rows that a role sees', async ({ policy, sql, rows }) => {
    await inScratch(async (run) => {
      // FORCE counts for the owner too, who needs no other role for it.
      await run('CREATE TABLE t (a int); INSERT INTO t VALUES (1)');
      await run('ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY');
      if (policy.startsWith('RESTRICTIVE')) await run('CREATE POLICY shown ON t USING (true)');
      await run(`CREATE POLICY p ON t AS ${policy}`);
      const seen = async () => (await run('SELECT a FROM t')).length;
      const before = await seen();
      await run(sql);
      expect([before, await seen()]).toEqual(rows);
    });
  });
});
