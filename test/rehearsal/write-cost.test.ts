/** What writes cost with and without an index, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScratchDatabase, Server, Session } from '../../src/rehearsal/servers/server.js';
import { measureWrites } from '../../src/rehearsal/write-cost/measure.js';
import { SERVERS } from '../support/servers.js';

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  let scratch: ScratchDatabase;
  let admin: Session;

  beforeAll(async () => {
    if (skip) return;
    server = await start();
    scratch = await server.createScratch();
    admin = await scratch.connectAdmin();
    await admin.query(`CREATE TABLE p (id int PRIMARY KEY); INSERT INTO p VALUES (1);
      CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int NOT NULL, b text, p_id int REFERENCES p,
        twice int GENERATED ALWAYS AS (a * 2) STORED);
      INSERT INTO t (a, b, p_id) SELECT g, 'text ' || g, 1 FROM generate_series(1, 100) g;
      CREATE TABLE child (t_id int REFERENCES t); INSERT INTO child SELECT id FROM t;`);
  });
  afterAll(async () => {
    await admin?.close();
    await scratch?.drop();
    await server?.close();
  });

  const table = { schema: 'public', name: 't', columns: ['a', 'b', 'id', 'twice'] };

  it.skipIf(skip)('grows with an index, the same each time, and leaves the rows as they were', async () => {
    const plain = await measureWrites(admin, table);
    expect(plain?.rows).toBe(50);
    expect(plain?.updates.get('a')?.hotPercent).toBe(100);
    // A generated column can't be written, and a primary key has no neighbour's value to take.
    expect([...(plain?.updates.keys() ?? [])]).toEqual(['a', 'b']);
    await admin.query('CREATE INDEX i ON t (a)');
    const indexed = await measureWrites(admin, table);
    expect(indexed?.insertBytes).toBeGreaterThan((plain?.insertBytes ?? 0) + 40);
    expect(indexed?.updates.get('a')).toMatchObject({ hotPercent: 0 });
    expect(indexed?.updates.get('b')).toMatchObject({ hotPercent: 100 });
    expect(indexed?.updates.get('a')?.bytes).toBeGreaterThan(plain?.updates.get('a')?.bytes ?? 0);
    // What was rolled back stays in the index's pages: a few bytes more are logged.
    const again = (await measureWrites(admin, table))?.insertBytes ?? 0;
    expect(Math.abs(again / (indexed?.insertBytes ?? 0) - 1)).toBeLessThan(0.1);
    const { rows } = await admin.query('SELECT count(*), (SELECT count(*) FROM child) FROM t');
    expect(rows).toEqual([['100', '100']]);
  });

  it.skipIf(skip)('measures a partitioned table’s inserts, and nothing of an empty table', async () => {
    await admin.query(`CREATE TABLE parts (a int) PARTITION BY RANGE (a); CREATE TABLE part PARTITION OF parts DEFAULT;
      INSERT INTO parts SELECT generate_series(1, 20); CREATE TABLE nothing (a int)`);
    const cost = await measureWrites(admin, { schema: 'public', name: 'parts', columns: ['a'] });
    expect(cost?.rows).toBe(20);
    expect(cost?.insertBytes).toBeGreaterThan(20);
    expect(cost?.updates.size).toBe(0);
    expect(await measureWrites(admin, { schema: 'public', name: 'nothing', columns: ['a'] })).toBeNull();
    expect(await measureWrites(admin, { schema: 'public', name: 'gone', columns: ['a'] })).toBeNull();
  });
});
