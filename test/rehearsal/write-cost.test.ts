/** What writes cost with and without an index, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeSession, ScratchDatabase, Server } from '../../src/rehearsal/servers/server.js';
import { type MeasuredTable, measureWrites } from '../../src/rehearsal/write-cost/measure.js';
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
    expect(plain?.rows).toBe(50);
    expect(plain?.updates.get('a')?.hotPercent).toBe(100);
    // A generated column can't be written, and a primary key has no neighbour's value to take.
    expect([...(plain?.updates.keys() ?? [])]).toEqual(['a', 'b']);
    await session.query('CREATE INDEX i ON t (a)');
    const indexed = await measured(table);
    expect(indexed?.insertBytes).toBeGreaterThan((plain?.insertBytes ?? 0) + 40);
    expect(indexed?.updates.get('a')).toMatchObject({ hotPercent: 0 });
    expect(indexed?.updates.get('b')).toMatchObject({ hotPercent: 100 });
    expect(indexed?.updates.get('a')?.bytes).toBeGreaterThan(plain?.updates.get('a')?.bytes ?? 0);
    // What was rolled back stays in the index's pages: a few bytes more are logged.
    const again = (await measured(table))?.insertBytes ?? 0;
    expect(Math.abs(again / (indexed?.insertBytes ?? 0) - 1)).toBeLessThan(0.1);
    const { rows } = await session.query('SELECT count(*), (SELECT count(*) FROM child) FROM t');
    expect(rows).toEqual([['100', '100']]);
  });

  it.skipIf(skip)('measures a partitioned table’s inserts, and nothing of an empty table', async () => {
    await session.query(`CREATE TABLE parts (a int) PARTITION BY RANGE (a); CREATE TABLE part PARTITION OF parts DEFAULT;
      INSERT INTO parts SELECT generate_series(1, 20); CREATE TABLE nothing (a int)`);
    const cost = await measured({ schema: 'public', name: 'parts', columns: ['a'] });
    expect(cost?.rows).toBe(20);
    expect(cost?.insertBytes).toBeGreaterThan(20);
    expect(cost?.updates.size).toBe(0);
    expect(await measured({ schema: 'public', name: 'nothing', columns: ['a'] })).toBeNull();
    expect(await measured({ schema: 'public', name: 'gone', columns: ['a'] })).toBeNull();
  });
});
