/** The application's queries are run on rows, before a migration and after it, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer int NOT NULL REFERENCES customer,
  state text NOT NULL DEFAULT 'new', url text UNIQUE, at timestamptz NOT NULL DEFAULT now(), tags text[]);`;

interface Case {
  name: string;
  sql: string;
  query: string;
}

const BREAKS: (Case & { sqlstate: string })[] = [
  {
    name: 'an INSERT leaves the new column out',
    sql: "ALTER TABLE orders ADD COLUMN st text NOT NULL DEFAULT 'a';\nALTER TABLE orders ALTER st DROP DEFAULT;",
    query: 'INSERT INTO orders (customer, url) VALUES ($1, $2)',
    sqlstate: '23502',
  },
  {
    name: 'an INSERT without a column list puts values elsewhere',
    sql: 'ALTER TABLE customer ADD COLUMN x int NOT NULL DEFAULT 1;\nALTER TABLE customer ALTER x DROP DEFAULT;',
    query: 'INSERT INTO customer VALUES ($1, $2)',
    sqlstate: '23502',
  },
  {
    name: 'the value of the query breaks the new CHECK',
    sql: "ALTER TABLE orders ADD CONSTRAINT known CHECK (state IN ('new', 'sent')) NOT VALID;",
    query: "INSERT INTO orders (customer, state) VALUES ($1, 'draft')",
    sqlstate: '23514',
  },
  {
    name: 'an UPDATE writes what the new CHECK forbids',
    sql: "ALTER TABLE orders ADD CONSTRAINT known CHECK (state IN ('new', 'sent')) NOT VALID;",
    query: "UPDATE orders SET state = 'draft' WHERE id = $1",
    sqlstate: '23514',
  },
  {
    name: 'ON CONFLICT no longer has its key',
    sql: 'CREATE UNIQUE INDEX u ON orders (url) WHERE url IS NOT NULL;\nALTER TABLE orders DROP CONSTRAINT orders_url_key;',
    query:
      'INSERT INTO orders (customer, url) VALUES ($1, $2) ON CONFLICT (url) DO UPDATE SET customer = $1 RETURNING id',
    sqlstate: '42P10',
  },
  {
    name: 'a trigger fails on the row that the query writes',
    sql: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.nothing := 1; RETURN NEW; END $$;
CREATE TRIGGER f BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION f();`,
    query: 'UPDATE orders SET url = $2 WHERE id = $1',
    sqlstate: '42703',
  },
  {
    name: 'a function in a SELECT fails when it is called',
    sql: `CREATE OR REPLACE FUNCTION shown(o orders) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN o.nothing; END $$;`,
    query: 'SELECT shown(o) FROM orders o WHERE o.customer = $1',
    sqlstate: '42703',
  },
];

const WORKS: Case[] = [
  {
    name: 'a new nullable column',
    sql: 'ALTER TABLE orders ADD COLUMN x int;',
    query: 'INSERT INTO orders (customer, url, tags) VALUES ($1, $2, $3)',
  },
  {
    name: 'a CHECK that the parameter can satisfy',
    sql: "ALTER TABLE orders ADD CONSTRAINT known CHECK (state IN ('new', 'sent')) NOT VALID;",
    query: 'INSERT INTO orders (customer, state) VALUES ($1, $2)',
  },
  {
    name: 'a read of several rows',
    sql: 'CREATE INDEX CONCURRENTLY i ON orders (customer);',
    query: 'SELECT o.id FROM orders o JOIN customer c ON c.id = o.customer WHERE c.id = ANY($1) AND o.at > $2 LIMIT $3',
  },
  { name: 'a DELETE', sql: 'ALTER TABLE orders ADD COLUMN x int;', query: 'DELETE FROM orders WHERE id = $1' },
];

const FUNCTION = 'CREATE FUNCTION shown(o orders) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN o.url; END $$;';

describe.each(SERVERS)('on $name', ({ skip, start, real }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  const run = async ({ sql, query }: Case) => {
    const { rehearsal, report, up } = await rehearseSql(server, `${SETUP}\n${FUNCTION}`, sql, {
      queries: `-- name: q\n${query};`,
    });
    expect(up.map(({ status }) => status)).not.toContain('failed');
    const findings = rehearsal.observations.map(({ finding }) => finding).filter(({ rule }) => rule === 'query-breaks');
    return { findings, query: report.queries[0], lines: report.proofs.filter(({ check }) => check === 'queries') };
  };

  test.each(BREAKS)('$name: an error that names the query', async ({ sqlstate, ...example }) => {
    const { findings, query, lines } = await run(example);
    expect(query).toMatchObject({ status: 'breaks', sqlstate });
    expect(findings.map(({ severity, message }) => [severity, message.includes('`q`')])).toEqual([['error', true]]);
    expect(lines.map(({ status }) => status)).toEqual(['failed']);
  });

  test.each(WORKS)('$name: proven by running it', async (example) => {
    const { findings, query, lines } = await run(example);
    expect(findings).toEqual([]);
    expect(query).toMatchObject({ status: 'works', onRows: 'works' });
    expect(lines).toMatchObject([{ status: 'proven' }]);
    expect(lines[0]?.detail).toContain('1 of 1 work, run on rows before and after');
  });

  test('a parameter that may be anything is not blamed', async () => {
    const { findings, query, lines } = await run({
      name: '',
      sql: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.url <> 'good' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW;
END $$;
CREATE TRIGGER f BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f();`,
      query: 'INSERT INTO orders (customer, url) VALUES ($1, $2)',
    });
    expect(findings).toEqual([]);
    expect(query).toMatchObject({ status: 'works', onRows: 'not checked', sqlstate: 'P0001' });
    expect(lines[0]?.detail).toContain('`q` is refused on the rows here');
  });

  test.each([
    ['SELECT * FROM customer', 'ALTER TABLE customer ADD COLUMN x int;', 'x integer'],
    ['SELECT id FROM customer', 'ALTER TABLE customer ALTER id TYPE bigint;', 'id bigint'],
    [
      'INSERT INTO customer (id, name) VALUES ($1, $2) RETURNING *',
      'ALTER TABLE customer ADD COLUMN x int;',
      'x integer',
    ],
  ])('%s says what else it returns', async (query, sql, column) => {
    const { query: shown, lines } = await run({ name: '', query, sql });
    expect(shown?.result?.before).not.toContain(column);
    expect(shown?.result?.after).toContain(column);
    expect(lines[0]?.detail).toContain(`\`q\` returns (${shown?.result?.after}) and no longer (`);
  });

  test('an UPDATE is not blamed for what it leaves alone', async () => {
    const { findings, query, lines } = await run({
      name: '',
      sql: "ALTER TABLE orders ADD CONSTRAINT coded CHECK (state ~ '^[A-Z]{5}$') NOT VALID;",
      query: 'UPDATE orders SET url = $1 WHERE id = $2',
    });
    expect(findings).toEqual([]);
    expect(query).toMatchObject({ status: 'works', onRows: 'not checked', sqlstate: '23514' });
    expect(lines).toMatchObject([
      { status: 'not checked', detail: expect.stringContaining('is refused on the rows here') },
    ]);
  });

  test('TRUNCATE is run, too', async () => {
    const query = 'TRUNCATE customer, orders';
    const { query: shown, lines } = await run({ name: '', sql: 'ALTER TABLE orders ADD COLUMN x int;', query });
    expect(shown).toMatchObject({ status: 'works', onRows: 'works' });
    expect(lines).toMatchObject([{ status: 'proven' }]);
    const sql = 'CREATE TABLE line (orders bigint REFERENCES orders);';
    const { findings } = await run({ name: '', sql, query });
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('0A000')]);
  });

  test('an UPDATE that meets no row is not called run', async () => {
    const { query, lines } = await run({
      name: '',
      sql: 'ALTER TABLE orders ADD COLUMN x int;',
      query: "UPDATE orders SET url = $1 WHERE state = 'no such state'",
    });
    expect(query).toMatchObject({ status: 'works', onRows: 'not checked' });
    expect(lines).toMatchObject([{ status: 'not checked', reason: 'planned-only' }]);
  });

  test('what Postgres can’t prepare is not called broken before', async () => {
    const { query, lines } = await run({
      name: '',
      sql: 'ALTER TABLE orders ADD COLUMN x int;',
      query: 'SELECT id FROM orders WHERE url LIKE ?',
    });
    expect(query).toMatchObject({ status: 'not checked', sqlstate: '42601' });
    expect(lines).toMatchObject([{ status: 'not checked' }]);
  });

  test('what never ran is told apart', async () => {
    const { findings, query } = await run({
      name: '',
      sql: 'ALTER TABLE orders ADD COLUMN x int;',
      query: 'INSERT INTO orders (customer, nothing) VALUES ($1, $2)',
    });
    expect(findings).toEqual([]);
    expect(query).toMatchObject({ status: 'fails already', sqlstate: '42703' });
  });

  it.skipIf(skip || !real)('a query that ends its own session takes only itself along', async () => {
    const queries = `-- name: ends\nSELECT pg_terminate_backend(pg_backend_pid());\n-- name: add\nINSERT INTO orders (customer, state) VALUES ($1, 'draft');\n`;
    const sql = "ALTER TABLE orders ADD CONSTRAINT known CHECK (state IN ('new', 'sent')) NOT VALID;";
    // A database that is used again would miss the session.
    const { rehearsal, report } = await rehearseSql(await start(), SETUP, sql, { queries });
    const rules = rehearsal.observations.map(({ finding }) => finding.rule);
    expect(rules).toContain('query-breaks');
    expect(rules).not.toContain('rehearsal-stopped');
    expect(report.queries.map(({ name, onRows }) => [name, onRows])).toEqual([
      ['ends', undefined],
      ['add', 'breaks'],
    ]);
    expect(rehearsal.notChecked).toContainEqual(
      expect.objectContaining({ check: 'query ends on rows', reason: expect.stringContaining('ends its own session') }),
    );
  });
});
