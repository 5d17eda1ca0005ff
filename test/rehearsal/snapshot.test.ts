/** The picture of a schema: its rows as text, its objects told apart by what they are. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SameKey, snapshotOf, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import { SNAPSHOT_PIECES } from '../../src/servers/catalogs/snapshot/index.js';
import type { ScratchDatabase, Server } from '../../src/servers/server.js';
import { SERVERS } from '../support/servers.js';

const LONG = 'x'.repeat(60);

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  let scratch: ScratchDatabase;
  beforeAll(async () => {
    if (skip) return;
    server = await start();
    scratch = await server.createScratch();
    const session = await scratch.connect();
    await session.query(`CREATE SCHEMA "a.b"; CREATE SCHEMA a; CREATE TABLE "a.b".c (id int); CREATE TABLE a."b.c" ("a.b" int);
      CREATE FUNCTION a."b.f"(x int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION "a.b".f(y int) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE SCHEMA ${LONG}; CREATE TABLE ${LONG}.${LONG} (${LONG} int); COMMENT ON TABLE ${LONG}.${LONG} IS 'long'; CREATE SEQUENCE s; COMMENT ON SEQUENCE s IS 'counts';
      CREATE PUBLICATION news FOR TABLE a."b.c" ("a.b") WHERE ("a.b" > 1); CREATE DOMAIN d AS int CONSTRAINT "c on" CHECK (VALUE > 0); COMMENT ON CONSTRAINT "c on" ON DOMAIN d IS 'x';`);
    await session.close();
  });
  afterAll(async () => {
    await scratch?.drop();
    await server?.close();
  });

  it.skipIf(skip)('every query gives text, which cuts nothing', async () => {
    const session = await scratch.connect();
    await session.query('SET search_path = pg_catalog');
    for (const { query } of Object.values(SNAPSHOT_PIECES)) {
      const columns = ['kind', 'parts', 'tables', 'oid', 'attributes'];
      const types = columns.map((column) => `pg_typeof(q.${column})::text`).join(', ');
      const branch = query.replaceAll(/\$[12]/g, "''");
      const sql = `SELECT ${types} FROM (SELECT) one LEFT JOIN (${branch}) q(${columns.join(', ')}) ON true LIMIT 1`;
      const { rows } = await session.query(sql);
      // A kind that the query spells out has no type of its own until it is text.
      expect(rows[0], query).toEqual(columns.map(() => 'text'));
    }
    await session.close();
  });

  it.skipIf(skip)('names whose dots fall together are two objects, and long ones stay whole', async () => {
    const snapshot = await takeSnapshot(scratch);
    const named = (kind: string, name: string) =>
      [...snapshot.values()].filter((entry) => entry.kind === kind && entry.name === name);
    expect(named('table', 'a.b.c').map(({ parts }) => parts)).toEqual(
      expect.arrayContaining([
        ['a.b', 'c'],
        ['a', 'b.c'],
      ]),
    );
    expect(named('column', 'a.b.c.a.b').map(({ tableParts }) => tableParts)).toEqual([['a', 'b.c']]);
    expect(named('function', 'a.b.f(x integer)')).toMatchObject([{ parts: ['a', 'b.f', 'integer'] }]);
    expect(named('column', `${LONG}.${LONG}.${LONG}`)).toHaveLength(1);
    expect(named('comment', `table ${LONG}.${LONG}`)).toMatchObject([{ table: `${LONG}.${LONG}` }]);
    expect(named('comment', 'sequence public.s')).toMatchObject([{ table: null }]);
    expect(named('table', 'a.b.c').map(({ oid }) => /^\d+$/.test(oid ?? ''))).toEqual([true, true]);
    expect(snapshot.get('table ["a","b.c"]')?.facts.published).toEqual([
      JSON.stringify(['news', ' ("a.b") WHERE ("a.b" > 1)']).replace(',', ', '),
    ]);
    expect([...snapshot.values()].filter(({ definition }) => /migration_safety_/.test(definition))).toEqual([]);
  });
});

it('two objects with one key are an error of ours', () => {
  const row = (oid: string) => ['table', '["public","t"]', null, oid, '{"owner":"me"}'];
  expect(() => snapshotOf([row('1'), row('2')])).toThrow(SameKey);
  expect(() => snapshotOf([row('1'), row('2')])).toThrow(
    /table \["public","t"\].*1: “owner me” and 2: “owner me”.*bug/,
  );
});
