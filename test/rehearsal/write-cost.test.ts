/** What writes cost with and without an index, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MeasuredTable, measureWrites } from '../../src/rehearsal/write-cost/measure.js';
import type { ChangeSession, ScratchDatabase, Server } from '../../src/servers/server.js';
import { SERVERS } from '../support/servers.js';

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  let scratch: ScratchDatabase;
  let session: ChangeSession;

  beforeAll(async () => {
    if (skip) return;
    server = await start();
    scratch = await server.createScratch();
    session = await scratch.connect();
    await session.query(`CREATE TABLE p (id int PRIMARY KEY); INSERT INTO p VALUES (1);
      CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int NOT NULL, b text, p_id int REFERENCES p,
        twice int GENERATED ALWAYS AS (a * 2) STORED);
      INSERT INTO t (a, b, p_id) SELECT g, 'text ' || g, 1 FROM generate_series(1, 100) g;
      CREATE TABLE child (t_id int REFERENCES t); INSERT INTO child SELECT id FROM t;`);
  });
  afterAll(async () => {
    await session?.close();
    await scratch?.drop();
    await server?.close();
  });

  const measured = (table: MeasuredTable) => scratch.asReplica(() => measureWrites(session, table));
  const table = { schema: 'public', name: 't', columns: ['a', 'b', 'id', 'twice'] };

  it.skipIf(skip)('grows with an index, the same each time, and leaves the rows as they were', async () => {
    const plain = await measured(table);
    expect(plain?.rows).toBe(4);
    expect(plain?.updates.get('a')?.hotPercent).toBe(100);
    // A generated column can't be written, and a primary key has no neighbour's value to take.
    expect([...(plain?.updates.keys() ?? [])]).toEqual(['a', 'b']);
    await session.query('CREATE INDEX i ON t (a)');
    const indexed = await measured(table);
    expect(indexed?.insertBytes).toBeGreaterThan((plain?.insertBytes ?? 0) + 40);
    expect(indexed?.updates.get('a')).toMatchObject({ hotPercent: 0 });
    expect(indexed?.updates.get('b')).toMatchObject({ hotPercent: 100 });
    expect(indexed?.updates.get('a')?.bytes).toBeGreaterThan(plain?.updates.get('a')?.bytes ?? 0);
    expect(await measured(table)).toEqual(indexed);
    const { rows } = await session.query('SELECT count(*), (SELECT count(*) FROM child) FROM t');
    expect(rows).toEqual([['100', '100']]);
  });

  it.skipIf(skip)('leaves nothing of its own in the session', async () => {
    await measured(table);
    const { rows } = await session.query(`SELECT proname FROM pg_proc WHERE proname LIKE 'migration\\_safety\\_%'`);
    expect(rows).toEqual([]);
  });

  it.skipIf(skip)('is the same whatever the search_path finds first', async () => {
    await session.query(`CREATE SCHEMA evil;
      CREATE FUNCTION evil.zero(int8, int8) RETURNS int8 LANGUAGE sql AS 'SELECT 0::int8';
      CREATE FUNCTION evil.never(int8, int8) RETURNS bool LANGUAGE sql AS 'SELECT false';
      CREATE FUNCTION evil.never(text, text) RETURNS bool LANGUAGE sql AS 'SELECT false';
      CREATE FUNCTION evil.never(tid, tid) RETURNS bool LANGUAGE sql AS 'SELECT false';
      CREATE FUNCTION evil.nothing(json, int) RETURNS json LANGUAGE sql AS 'SELECT NULL::json';
      CREATE FUNCTION evil.hashtext(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION evil.cardinality(anyarray) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE OPERATOR evil.+ (LEFTARG = int8, RIGHTARG = int8, FUNCTION = evil.zero);
      CREATE OPERATOR evil.= (LEFTARG = int8, RIGHTARG = int8, FUNCTION = evil.never);
      CREATE OPERATOR evil.<> (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.never);
      CREATE OPERATOR evil.= (LEFTARG = tid, RIGHTARG = tid, FUNCTION = evil.never);
      CREATE OPERATOR evil.-> (LEFTARG = json, RIGHTARG = int, FUNCTION = evil.nothing);
      CREATE TYPE evil.int8 AS ENUM ('x')`);
    const honest = await measured(table);
    await session.query('SET search_path = evil, pg_catalog');
    expect(await measured(table)).toEqual(honest);
    await session.query('RESET search_path');
  });

  it.skipIf(skip)('measures a row that hangs on another of its table, and what a trigger counts', async () => {
    await session.query(`CREATE TABLE total (n int); INSERT INTO total VALUES (0);
      CREATE TABLE tree (id int PRIMARY KEY, above int REFERENCES tree, name text);
      INSERT INTO tree SELECT g, nullif(g / 2, 0), 'name ' || g FROM generate_series(1, 60) g;
      CREATE FUNCTION counted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE total SET n = n + 1; RETURN NULL; END $$`);
    const tree = { schema: 'public', name: 'tree', columns: ['above'] };
    const plain = await measured(tree);
    expect(plain?.updates.get('above')?.hotPercent).toBe(100);
    await session.query('CREATE TRIGGER counts AFTER INSERT ON tree FOR EACH ROW EXECUTE FUNCTION counted()');
    const counting = await measured(tree);
    // A row version of one column that stays in its page, of which the log holds what differs.
    expect((counting?.insertBytes ?? 0) - (plain?.insertBytes ?? 0)).toBeGreaterThanOrEqual(60);
    expect((counting?.insertBytes ?? 0) - (plain?.insertBytes ?? 0)).toBeLessThan(100);
    expect(await measured(tree)).toEqual(counting);
    expect((await session.query('SELECT n FROM total')).rows).toEqual([['0']]);
  });

  it.skipIf(skip)('tells nothing where a write never costs the same', async () => {
    await session.query(`CREATE TABLE odd (a int); INSERT INTO odd SELECT generate_series(1, 20);
      CREATE SEQUENCE drawn; CREATE TABLE grows (a text);
      CREATE FUNCTION grow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO grows VALUES (repeat('x', nextval('drawn')::int)); RETURN NULL; END $$;
      CREATE TRIGGER grows AFTER INSERT ON odd FOR EACH ROW EXECUTE FUNCTION grow()`);
    expect(await measured({ schema: 'public', name: 'odd', columns: [] })).toBeNull();
  });

  it.skipIf(skip)('measures a partitioned table’s inserts, and nothing of an empty table', async () => {
    await session.query(`CREATE TABLE parts (a int) PARTITION BY RANGE (a); CREATE TABLE part PARTITION OF parts DEFAULT;
      INSERT INTO parts SELECT generate_series(1, 20); CREATE TABLE nothing (a int)`);
    const cost = await measured({ schema: 'public', name: 'parts', columns: ['a'] });
    expect(cost?.rows).toBe(4);
    expect(cost?.insertBytes).toBeGreaterThan(20);
    expect(cost?.updates.size).toBe(0);
    expect(await measured({ schema: 'public', name: 'nothing', columns: ['a'] })).toBeNull();
    expect(await measured({ schema: 'public', name: 'gone', columns: ['a'] })).toBeNull();
  });
});
