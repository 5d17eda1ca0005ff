/** What help writes to bring an object back makes the one that was there, held against real servers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asItWas } from '../../src/lint/help/as-it-was.js';
import { createViewWithout } from '../../src/lint/help/views-anew.js';
import { compareSnapshots, type Snapshot, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';

import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const { parseScript } = await loadGrammar();

const TABLE = 'CREATE SCHEMA "App"; CREATE TABLE "App"."order" (id int, a text, "B" int);';
const FUNCTION = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";
interface Case {
  kind: Parameters<Schema['find']>[0];
  name: string;
  made: string;
  drop: string;
}
const ON = '"App"."order"';
const policy = (terms: string): Case => ({
  kind: 'policy',
  name: 'App.order.Own',
  made: `CREATE POLICY "Own" ON ${ON} ${terms};`,
  drop: `DROP POLICY "Own" ON ${ON};`,
});
const trigger = (terms: string): Case => ({
  kind: 'trigger',
  name: 'App.order.g',
  made: `${FUNCTION} CREATE TRIGGER g ${terms};`,
  drop: `DROP TRIGGER g ON ${ON};`,
});
const index = (terms: string): Case => ({
  kind: 'index',
  name: 'App.i',
  made: `CREATE ${terms};`,
  drop: 'DROP INDEX "App".i;',
});
const view = (made: string): Case => ({ kind: 'view', name: 'public.v', made, drop: 'DROP VIEW v;' });

const CASES: Case[] = [
  policy('USING (a = current_user)'),
  policy('AS RESTRICTIVE FOR UPDATE TO CURRENT_USER, pg_monitor USING ("B" > 1) WITH CHECK ("B" > 2 OR a IS NULL)'),
  policy('FOR INSERT WITH CHECK (EXISTS (SELECT FROM "App"."order" o WHERE o.id = "B"))'),
  trigger(`BEFORE INSERT OR UPDATE OF a, "B" ON ${ON} FOR EACH ROW WHEN (NEW.id > 1) EXECUTE FUNCTION f()`),
  trigger(`AFTER DELETE ON ${ON} REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION f('x')`),
  index(`INDEX i ON ${ON} (a DESC NULLS LAST, ("B" + 1)) INCLUDE (id) WHERE a IS NOT NULL`),
  index(`UNIQUE INDEX i ON ${ON} (lower(a), "B") NULLS NOT DISTINCT`),
  index(`INDEX i ON ${ON} USING hash ("B")`),
  {
    kind: 'materialized view',
    name: 'public.m',
    made: `CREATE MATERIALIZED VIEW m AS SELECT a AS "X", count(*) AS n FROM ${ON} GROUP BY a; CREATE UNIQUE INDEX k ON m ("X");`,
    drop: 'DROP MATERIALIZED VIEW m;',
  },
  {
    kind: 'materialized view',
    name: 'public.m',
    made: `CREATE MATERIALIZED VIEW m (x, "Y") AS SELECT a, count(*) FROM ${ON} GROUP BY a;`,
    drop: 'DROP MATERIALIZED VIEW m;',
  },
  view(`CREATE VIEW v (x, "Y") WITH (security_invoker = true) AS SELECT a, count(*) FROM ${ON} GROUP BY a;`),
];

function sqlFor({ kind, name, made }: Case): string | undefined {
  const text = `${TABLE}\n${made}`;
  const script = parseScript({ role: 'up', file: { path: 'x.sql', text }, sql: text, transaction: 'autocommit' });
  const schema = new Schema();
  schema.replay(script.statements, 'baseline');
  const object = schema.find(kind, name);
  return object && asItWas(object, schema, false);
}

/** A view that a column stands in, and what is left of it. */
const WITHOUT = [
  { view: 'SELECT t.a, t.b, a + c AS d FROM t WHERE c > 0', left: 'SELECT t.a, a + c AS d FROM t WHERE c > 0' },
  { view: 'SELECT a, b AS "B" FROM t AS x ORDER BY a', left: 'SELECT a FROM t AS x ORDER BY a' },
  { view: 'SELECT a, b FROM t WHERE b > 1' },
  { view: 'SELECT b FROM t' },
  { view: 'SELECT * FROM t' },
  { view: 'SELECT t.a, t.b FROM t JOIN t AS u USING (b)' },
];
const without = ({ view: query }: (typeof WITHOUT)[number]) => {
  const text = `CREATE TABLE t (a int, b int, c int); CREATE VIEW v AS ${query};`;
  const script = parseScript({ role: 'up', file: { path: 'x.sql', text }, sql: text, transaction: 'autocommit' });
  const schema = new Schema();
  schema.replay(script.statements, 'baseline');
  const known = schema.find('view', 'public.v');
  return { text, sql: known && createViewWithout(known, 'b', schema) };
};

it.each(WITHOUT)('$view without b is known where it is no more than shown', (one) => {
  expect(without(one).sql === undefined).toBe(one.left === undefined);
});

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(CASES)('$made', async (one) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      const look = (): Promise<Snapshot> => takeSnapshot(scratch);
      await session.query(`${TABLE}\n${one.made}`);
      const before = await look();
      await session.query(one.drop);
      expect(compareSnapshots(before, await look())).not.toEqual([]);
      await session.query(sqlFor(one) ?? 'nothing is known');
      expect(compareSnapshots(before, await look())).toEqual([]);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });

  it.skipIf(skip).each(WITHOUT.filter(({ left }) => left))('$view without b', async (one) => {
    const lookAt = async (sql: string): Promise<Snapshot> => {
      const scratch = await server.createScratch();
      const session = await scratch.connect();
      try {
        await session.query(sql);
        return await takeSnapshot(scratch);
      } finally {
        await session.close();
        await scratch.drop();
      }
    };
    const { text, sql } = without(one);
    const got = await lookAt(`${text} DROP VIEW v; ALTER TABLE t DROP COLUMN b; ${sql}`);
    const asked = await lookAt(
      `CREATE TABLE t (a int, b int, c int); ALTER TABLE t DROP COLUMN b; CREATE VIEW v AS ${one.left};`,
    );
    expect(compareSnapshots(asked, got)).toEqual([]);
  });
});
