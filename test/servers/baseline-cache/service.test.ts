/** Baselines on a server that outlives the run: templates that nobody connects to, few of them, and nothing else. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectClient } from '../../../src/servers/postgres/client.js';
import { serviceServer } from '../../../src/servers/postgres/service.js';
import { superfluous } from '../../../src/servers/postgres/template-cache.js';
import type { ChangeSession } from '../../../src/servers/server.js';
import { type Ground, onGround, wholeState } from '../../support/kept.js';
import { newestMajor, sessionAt, startService, type TestService } from '../../support/postgres.js';

const newest = newestMajor();
const GROUND: Ground = {
  scripts: [
    `CREATE TABLE t (id bigserial PRIMARY KEY, name text); INSERT INTO t (name) VALUES ('a'), ('b'); CREATE SCHEMA s;`,
    `CREATE VIEW v AS SELECT name FROM t; CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT nextval('t_id_seq');`,
  ],
};

describe.skipIf(newest === undefined)('on a service', () => {
  let service: TestService;
  let superuser: ChangeSession;
  beforeAll(async () => {
    service = await startService(newest as number);
    superuser = await sessionAt(service.url);
  });
  afterAll(async () => {
    await superuser?.close();
    await service?.stop();
  });
  const names = async (sql: string) => (await superuser.query(sql)).rows.map(([name]) => String(name));
  const kept = () => names(`SELECT datname FROM pg_database WHERE datname LIKE 'migration\\_safety\\_%' ORDER BY 1`);
  beforeEach(async () => {
    for (const name of await kept()) await superuser.query(`DROP DATABASE ${name}`);
  });
  const run = async (
    ground: Ground,
    { keep = true, minUptime = 0, as = {} }: { keep?: boolean; minUptime?: number; as?: { superuser?: boolean } } = {},
  ) => {
    const baselines = keep ? { folder: '', keys: [], worthMs: 0 } : null;
    const limits = { connectTimeout: 5, statementTimeout: 20, baselines, minUptime };
    const server = await serviceServer({ databaseUrl: service.url, ...limits, ...as });
    try {
      return await onGround(server, ground, wholeState);
    } finally {
      await server.close();
    }
  };

  it.each([false, true])('is the same state, and the second run starts from it (superuser: %s)', async (superuser) => {
    const as = { superuser };
    const [built, cold, warm] = [
      await run(GROUND, { keep: false, as }),
      await run(GROUND, { as }),
      await run(GROUND, { as }),
    ];
    expect([built, cold, warm].map(({ fromCache }) => fromCache)).toEqual([0, 0, 2]);
    expect(cold.seen).toEqual(built.seen);
    expect(warm.seen).toEqual(built.seen);
    expect(await kept()).toEqual([expect.stringMatching(/^migration_safety_kept_[0-9a-f]{32}$/)]);
    // With other rights, other state.
    expect((await run(GROUND, { as: { superuser: !superuser } })).fromCache).toBe(0);
    expect((await run({ scripts: [...GROUND.scripts, 'SELECT 1;'] }, { as })).fromCache).toBe(2);
  });

  it('keeps more relations than a transaction can lock', async () => {
    const many = Array.from(
      { length: 20 },
      (_, part) =>
        `DO $$ BEGIN FOR i IN 1 .. 100 LOOP EXECUTE format('CREATE TABLE many_${part}_%s (id bigserial PRIMARY KEY, name text)', i); END LOOP; END $$;`,
    );
    const ground = { scripts: [...GROUND.scripts, ...many] };
    expect((await run(ground)).fromCache).toBe(0);
    expect((await run(ground)).fromCache).toBe(ground.scripts.length);
  });

  it('leaves no role of a run behind, and nobody gets into what is kept', async () => {
    await run(GROUND);
    await run(GROUND);
    expect(await names(`SELECT rolname FROM pg_roles WHERE rolname LIKE 'migration\\_safety\\_%'`)).toEqual([
      'migration_safety_keeper',
    ]);
    const [name = ''] = await kept();
    const url = Object.assign(new URL(service.url), { pathname: `/${name}` }).href;
    await expect(connectClient({ connectionString: url })).rejects.toThrow('not currently accepting connections');
  });

  it('keeps nothing that holds a role fast, or that a copy would lose', async () => {
    for (const sql of [
      'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;',
      `DO $$ BEGIN EXECUTE format('ALTER ROLE %I SET search_path = s', current_user); END $$;`,
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = s', current_database()); END $$;`,
      "CREATE TABLE p (a int); DO $$ BEGIN EXECUTE format('CREATE POLICY q ON p TO %I', current_user); END $$;",
    ]) {
      await run({ scripts: [...GROUND.scripts, sql] });
      expect(await kept(), sql).toEqual([]);
    }
    await run({ ...GROUND, bootstrap: ['CREATE ROLE made_by_bootstrap;'] });
    expect(await kept()).toEqual([]);
    expect(await names(`SELECT rolname FROM pg_roles WHERE rolname = 'made_by_bootstrap'`)).toEqual([]);
  });

  it('keeps nothing on a server that is new, as a service container is', async () => {
    await run(GROUND, { minUptime: 3600 });
    expect(await kept()).toEqual([]);
  });

  it('may be built and used by runs at once', async () => {
    const first = await Promise.all([run(GROUND), run(GROUND), run(GROUND)]);
    const then = await Promise.all([run(GROUND), run(GROUND), run(GROUND)]);
    expect(then.map(({ fromCache }) => fromCache)).toEqual([2, 2, 2]);
    for (const { seen } of [...first, ...then]) expect(seen).toEqual(first[0]?.seen);
    expect(await kept()).toHaveLength(1);
  });

  it('keeps five, and drops no database of another name', async () => {
    await superuser.query('CREATE DATABASE migration_safety_kept_notes');
    for (let i = 0; i < 6; i++) await run({ scripts: [`CREATE TABLE t${i} (a int);`] });
    const left = await kept();
    expect(left).toHaveLength(6);
    expect(left).toContain('migration_safety_kept_notes');
    expect((await run({ scripts: ['CREATE TABLE t5 (a int);'] })).fromCache).toBe(1);
  });
});

describe('what is dropped', () => {
  it('is what nobody used for a week, and what is more than five', () => {
    const now = 1e9;
    const all = Array.from({ length: 7 }, (_, i) => ({ name: `n${i}`, usedAt: now - i * 3600 }));
    expect(superfluous(all, now)).toEqual(['n5', 'n6']);
    expect(
      superfluous(
        [
          { name: 'old', usedAt: now - 8 * 86400 },
          { name: 'unknown', usedAt: 0 },
        ],
        now,
      ),
    ).toEqual(['old', 'unknown']);
  });
});
