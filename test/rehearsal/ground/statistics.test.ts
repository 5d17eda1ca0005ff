/** Production's statistics, exported and restored, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportStatistics } from '../../../src/rehearsal/ground/statistics/export.js';
import { restoreStatistics } from '../../../src/rehearsal/ground/statistics/restore.js';
import { parseStatistics } from '../../../src/rehearsal/ground/statistics/schema.js';
import type { ChangeSession, ScratchDatabase, Server } from '../../../src/servers/server.js';
import { has } from '../../../src/sql/versions.js';
import { SERVERS } from '../../support/servers.js';

const SCHEMA = `CREATE TABLE "T" (id int PRIMARY KEY, kind text NOT NULL, note text); CREATE INDEX "T_kind" ON "T" (kind);`;
const PRODUCTION = `${SCHEMA} INSERT INTO "T" SELECT g, CASE WHEN g % 1000 = 0 THEN 'rare' ELSE 'common''s' END, NULL FROM generate_series(1, 20000) g; ANALYZE "T";`;
const QUERY = (kind: string) => `EXPLAIN (FORMAT JSON) SELECT * FROM "T" WHERE kind = '${kind}'`;

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  const opened: (ChangeSession | ScratchDatabase)[] = [];

  async function database(sql: string): Promise<{ session: ChangeSession; scratch: ScratchDatabase }> {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    opened.push(session, scratch);
    await session.query(sql);
    return { session, scratch };
  }

  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(async () => {
    for (const one of opened) await ('drop' in one ? one.drop() : one.close());
    await server?.close();
  });

  async function plan(session: ChangeSession, kind: string): Promise<{ node: string; rows: number }> {
    const { rows } = await session.query(QUERY(kind));
    const [{ Plan }] = JSON.parse(rows.map(([line]) => line).join('\n'));
    return { node: Plan['Node Type'], rows: Plan['Plan Rows'] };
  }

  it.skipIf(skip)('gives a few rows production’s plans, and leaves values out unless they are wanted', async () => {
    const production = await database(PRODUCTION);
    const observer = await production.scratch.observe();
    const plain = await exportStatistics(observer, { withValues: false });
    expect(JSON.stringify(plain)).not.toMatch(/rare|common'/);
    expect(plain.tables).toMatchObject([
      { schema: 'public', table: 'T', rows: 20000, columns: { note: { nullFraction: 1 } } },
    ]);
    const full = parseStatistics(JSON.stringify(await exportStatistics(observer, { withValues: true })), 'stats.json');

    const scratch = await database(`${SCHEMA} INSERT INTO "T" SELECT g, 'x' FROM generate_series(1, 3) g;`);
    const restored = await restoreStatistics(scratch, server.major, full);
    expect(restored.tables).toEqual(['T']);
    if (!has('restoresStatistics', server.major)) {
      expect(restored.notChecked).toMatch(/^PostgreSQL \d+ takes over how many rows there are/);
      const { rows } = await scratch.session.query(`EXPLAIN (FORMAT JSON) SELECT * FROM "T"`);
      expect(JSON.parse(rows.map(([line]) => line).join('\n'))[0].Plan['Plan Rows']).toBe(20000);
      return;
    }
    expect(restored.notChecked).toBeUndefined();
    for (const kind of ['rare', "common''s"]) {
      const [wanted, got] = [await plan(production.session, kind), await plan(scratch.session, kind)];
      expect(Math.abs(got.rows / wanted.rows - 1)).toBeLessThan(0.05);
    }
    expect((await restoreStatistics(scratch, server.major, plain)).notChecked).toMatch(/hold no values/);
  });

  it.skipIf(skip)('leaves alone what isn’t there, and tables without a row', async () => {
    const empty = await database(SCHEMA);
    const tables = [
      { schema: 'public', table: 'T', rows: 5, columns: {} },
      { schema: 'gone', table: 'x', rows: 5, columns: {} },
    ];
    expect(
      (await restoreStatistics(empty, server.major, { statisticsVersion: 1, withValues: false, tables })).tables,
    ).toEqual([]);
  });
});

it('says what is wrong with a file', () => {
  expect(() => parseStatistics('{', 's.json')).toThrow('statistics: s.json is not JSON');
  expect(() => parseStatistics('{"statisticsVersion":2}', 's.json')).toThrow(
    /^statistics: s.json: statisticsVersion: .*stats export/,
  );
});
