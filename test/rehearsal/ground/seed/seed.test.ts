import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedTables } from '../../../../src/rehearsal/ground/seed/seed.js';
import type { ChangeSession, ScratchDatabase, Server } from '../../../../src/servers/server.js';
import { NEWEST } from '../../../../src/sql/versions.js';
import { recycled } from '../../../support/recycled.js';
import { SERVERS } from '../../../support/servers.js';
import { FEWER, NASTY, UNSEEDED } from './nasty.js';

describe.each(SERVERS)('seeding on $name', ({ skip, start, real, major }) => {
  let server: Server;
  let scratch: ScratchDatabase;
  let session: ChangeSession;

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });
  beforeEach(async () => {
    if (skip) return;
    scratch = await server.createScratch();
    session = await scratch.connect();
  });
  afterEach(async () => {
    await scratch?.drop();
  });

  const seed = (rows = 3, hints: Record<string, string> = {}) => seedTables(session, { rows, hints });
  const value = async (sql: string) => (await session.query(sql)).rows[0]?.[0];

  it.skipIf(skip)('fills what can be filled and says why the rest stays empty', async () => {
    await session.query(NASTY);
    const hints = { 'hinted.num': "'n-' || g" };
    const { seeded, unseeded } = await seed(3, hints);
    const reasons = Object.fromEntries(unseeded.map(({ table, reason }) => [table, reason]));
    expect(reasons).toEqual(
      Object.fromEntries(Object.entries(UNSEEDED).map(([table, reason]) => [table, expect.stringMatching(reason)])),
    );
    const rows = Object.fromEntries(seeded.map(({ table, rows }) => [table, rows]));
    const wanted = Object.keys(rows).map((table) => [table, FEWER[table] ?? 3]);
    expect(rows).toEqual(Object.fromEntries(wanted));
    expect(seeded.length).toBeGreaterThan(30);
    // Links that had to wait.
    expect(await value('SELECT count(*) FROM employees WHERE boss_id = 1')).toBe('2');
    expect(await value('SELECT count(*) FROM chain WHERE next_id = id - 1')).toBe('2');
    expect(await value('SELECT count(*) FROM hen JOIN egg ON egg.id = hen.egg_id')).toBe('3');
    expect(await value('SELECT count(*) FROM rooted WHERE root_id = id')).toBe('3');
    expect(await value("SELECT string_agg(DISTINCT mood::text, ',' ORDER BY mood::text) FROM users")).toBe(
      "happy,it's ok,sad",
    );
    // The sequence knows of the numbers that were given.
    await session.query(
      'INSERT INTO tasks (tenant_id, project_id, user_id) SELECT tenant_id, project_id, user_id FROM tasks',
    );
    expect(Number(await value('INSERT INTO ranged_id DEFAULT VALUES RETURNING id'))).toBeGreaterThan(1000);
  });

  // It takes those ten seconds: one server is enough.
  it.skipIf(skip || !real || major !== NEWEST)('a trigger that loops is waited for once, and not long', async () => {
    await session.query(`CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN LOOP PERFORM pg_sleep(0.1); END LOOP; END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`);
    const start = performance.now();
    const { unseeded } = await seed();
    expect(unseeded).toMatchObject([{ table: 't', reason: 'it took more than ten seconds, perhaps in a trigger' }]);
    expect(performance.now() - start).toBeLessThan(19_000);
  });

  it.skipIf(skip)('gives the same rows each time', async () => {
    const contents = async () => {
      await session.query(NASTY);
      const { seeded } = await seed();
      const hashes: unknown[] = [];
      for (const { table } of seeded) {
        const name = table
          .split('.')
          .map((part) => `"${part}"`)
          .join('.');
        hashes.push([table, await value(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${name} t`)]);
      }
      await scratch.drop();
      return hashes;
    };
    expect(await contents()).toEqual(await contents());
  });

  it.skipIf(skip)('takes hints, the qualified ones first, and says which name nothing', async () => {
    await session.query(`CREATE TABLE phone (id int PRIMARY KEY, num text NOT NULL DEFAULT 'x' CHECK (md5(num) <> 'x'));
      CREATE SCHEMA other; CREATE TABLE other.phone (id int PRIMARY KEY, num text)`);
    const result = await seed(2, {
      'phone.num': "'+49' || (100 + g)",
      'other.phone.num': "'o' || g",
      'phone.nmu': '1',
    });
    expect(result.unseeded).toEqual([{ table: 'phone.nmu', reason: 'the hint names no column of any table' }]);
    expect(await value("SELECT string_agg(num, ' ' ORDER BY id) FROM phone")).toBe('+49101 +49102');
    expect(await value("SELECT string_agg(num, ' ' ORDER BY id) FROM other.phone")).toBe('o1 o2');
  });

  it.skipIf(skip)('names the error of a hint that is no SQL', async () => {
    await session.query('CREATE TABLE phone (num text NOT NULL)');
    expect((await seed(1, { 'phone.num': 'nonsense(' })).unseeded[0]?.reason).toMatch(/syntax error/);
  });

  it.skipIf(skip)('has nothing to do in an empty database', async () => {
    expect(await seed()).toMatchObject({ seeded: [], unseeded: [] });
  });

  it.skipIf(skip)('fills one row, and ten thousand', async () => {
    const schema = `CREATE TABLE a (id serial PRIMARY KEY, email text UNIQUE CHECK (email LIKE '%@%'), n numeric(10,2) CHECK (n > 0));
      CREATE TABLE b (id uuid PRIMARY KEY, a_id int NOT NULL REFERENCES a, one int NOT NULL UNIQUE REFERENCES a, from_ date, to_ date, CHECK (from_ < to_));
      CREATE TABLE ab (a_id int REFERENCES a, b_id uuid REFERENCES b, kind text NOT NULL CHECK (kind IN ('x', 'y')), PRIMARY KEY (a_id, b_id));`;
    for (const rows of [1, 10_000]) {
      await session.query(schema);
      const { seeded } = await seed(rows);
      expect(Object.fromEntries(seeded.map(({ table, rows }) => [table, rows]))).toEqual({
        a: rows,
        ab: rows,
        b: rows,
      });
      await scratch.drop();
    }
  });
});
