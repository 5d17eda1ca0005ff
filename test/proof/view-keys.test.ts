/** The unique index that help writes for a materialized view can be built, and lets it be refreshed beside its readers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uniqueIndexOf } from '../../src/lint/facts/refresh.js';
import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const { parseScript } = await loadGrammar();
const TABLES = `CREATE TABLE t (id int, "Part" int, a int, at timestamptz, PRIMARY KEY (id, "Part"));
  CREATE TABLE u (id int PRIMARY KEY, c int); CREATE TABLE child (n int) INHERITS (u);`;
const ROWS = `INSERT INTO t SELECT n, n % 7, n % 5, timestamptz '2026-01-01' + n * interval '1 hour' FROM generate_series(1, 500) n;
  INSERT INTO u SELECT n, n % 5 FROM generate_series(1, 50) n; INSERT INTO child VALUES (1, 1, 1);`;

const KNOWN = [
  { view: 'm AS SELECT a, count(*) FROM t GROUP BY a', key: 'a' },
  { view: 'm AS SELECT t.a AS "A", max(id) FROM t GROUP BY a', key: '"A"' },
  {
    view: 'm AS SELECT count(*) AS n, a, "Part" FROM t WHERE id > 3 GROUP BY t."Part", t.a HAVING count(*) > 1',
    key: '"Part", a',
  },
  { view: 'm AS SELECT a, "Part", count(*) FROM t GROUP BY 2, 1', key: '"Part", a' },
  { view: "m AS SELECT date_trunc('day', at) AS day, count(*) FROM t GROUP BY date_trunc('day', at)", key: 'day' },
  { view: "m AS SELECT date_trunc('day', at) AS day, sum(a) FROM t GROUP BY day", key: 'day' },
  { view: 'm (x, y) AS SELECT a, count(*) FROM t GROUP BY a', key: 'x' },
  { view: 'm AS SELECT u.c, count(*) FROM t JOIN u ON u.id = t.a GROUP BY u.c', key: 'c' },
  { view: 'm AS SELECT a, "Part", id AS nr FROM t WHERE a > 1 ORDER BY a', key: 'nr, "Part"' },
  { view: 'm AS SELECT x."Part", x.id FROM t AS x LIMIT 10', key: 'id, "Part"' },
];
const UNKNOWN = [
  "m AS SELECT date_trunc('day', at) AS at, count(*) FROM t GROUP BY at",
  'm AS SELECT a, count(*) FROM t GROUP BY a, "Part"',
  'm AS SELECT a, count(*) FROM t GROUP BY ROLLUP (a)',
  'm AS SELECT a, generate_series(1, 2) FROM t GROUP BY a',
  'm (x) AS SELECT a, count(*) FROM t GROUP BY a',
  'm AS SELECT * FROM t',
  'm AS SELECT id, a FROM t',
  'm AS SELECT t.id, t."Part" FROM t JOIN u ON true',
  'm AS SELECT id FROM u',
  'm AS SELECT a FROM t UNION ALL SELECT id FROM u GROUP BY id',
  'm AS SELECT DISTINCT id, "Part" FROM t',
];

function indexOf(view: string): { sql: string; isKnown: boolean } {
  const text = `${TABLES} CREATE MATERIALIZED VIEW ${view};`;
  const script = parseScript({ role: 'up', file: { path: 'x.sql', text }, sql: text, transaction: 'autocommit' });
  const schema = new Schema();
  schema.replay(script.statements, 'baseline');
  return uniqueIndexOf('public.m', schema);
}

it.each(KNOWN)('$view by $key', ({ view, key }) => {
  expect(indexOf(view).sql).toBe(`CREATE UNIQUE INDEX CONCURRENTLY m_unique ON m (${key});`);
});

it.each(UNKNOWN)('%s: nobody knows', (view) => {
  expect(indexOf(view).isKnown).toBe(false);
});

describe.each(SERVERS.filter(({ real }) => real))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(KNOWN)('$view', async ({ view }) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      for (const sql of [TABLES, ROWS, `CREATE MATERIALIZED VIEW ${view}`, indexOf(view).sql]) await session.query(sql);
      await session.query('UPDATE t SET a = a + 1');
      await session.query('REFRESH MATERIALIZED VIEW CONCURRENTLY m');
      const { rows } = await session.query('SELECT count(*) > 0 FROM m');
      expect(rows).toEqual([['t']]);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });
});
