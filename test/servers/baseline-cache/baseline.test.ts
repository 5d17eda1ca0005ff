/** A baseline that an earlier run kept is the one that would be built: on every server that keeps them in files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import { type Ground, KEEPING, type KeptOptions, onGround, scriptsOf, wholeState } from '../../support/kept.js';

const FIRST = `CREATE SEQUENCE counter; SELECT nextval('counter'), nextval('counter'), nextval('counter');
CREATE TABLE t (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE, big text);
INSERT INTO t (name, big) SELECT 'row ' || g, repeat(md5(g::text), 200) FROM generate_series(1, 50) g;
DELETE FROM t WHERE id % 7 = 0;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;`;
const SECOND = `CREATE VIEW v AS SELECT name FROM t; CREATE MATERIALIZED VIEW m AS SELECT count(*) FROM t;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE e AS ENUM ('a', 'b');
SET search_path = pg_catalog; COMMENT ON TABLE public.t IS 'äß😀';`;
const SEED = `INSERT INTO t (name) VALUES ('seed'); SELECT setval('counter', 40);`;
const GROUND: Ground = { bootstrap: ['CREATE EXTENSION IF NOT EXISTS plpgsql;'], scripts: [FIRST, SECOND, SEED] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'migration-safety-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(KEEPING)('on $name', ({ name, start }) => {
  const run = async (ground: Ground, where: string | null = folder, options?: KeptOptions) => {
    const server = await start(where, ground, options);
    try {
      return await onGround(server, ground, wholeState);
    } finally {
      await server.close();
    }
  };
  const files = () => readdirSync(folder).filter((name) => name.startsWith('baseline-'));

  it('is the same state, and the second run starts from it', async () => {
    const built = await run(GROUND, null);
    const cold = await run(GROUND);
    const warm = await run(GROUND);
    expect([built, cold, warm].map(({ fromCache }) => fromCache)).toEqual([0, 0, 3]);
    expect(cold.seen).toEqual(built.seen);
    expect(warm.seen).toEqual(built.seen);
    expect(files()).toHaveLength(1);
  });

  it('is another one after a changed byte, and starts from what is the same', async () => {
    await run(GROUND);
    const changed = async (ground: Ground) => (await run(ground)).fromCache;
    expect(await changed({ ...GROUND, bootstrap: ['CREATE EXTENSION IF NOT EXISTS  plpgsql;'] })).toBe(0);
    expect(await changed({ ...GROUND, scripts: [`${FIRST} `, SECOND, SEED] })).toBe(0);
    expect(await changed({ ...GROUND, scripts: [FIRST, SECOND, `${SEED} `] })).toBe(0);
    const longer = { ...GROUND, scripts: [...GROUND.scripts, 'ALTER TABLE t ADD COLUMN later int;'] };
    const grown = await run(longer);
    expect(grown.fromCache).toBe(3);
    expect(grown.seen).toEqual((await run(longer, null)).seen);
    expect((await run(longer)).fromCache).toBe(4);
  });

  it('is built anew where its file is damaged', async () => {
    const cold = await run(GROUND);
    const [name = ''] = files();
    const whole = readFileSync(path.join(folder, name));
    whole[Math.floor(whole.length / 2)] = (whole[Math.floor(whole.length / 2)] ?? 0) ^ 1;
    writeFileSync(path.join(folder, name), whole);
    expect(await run(GROUND)).toEqual(cold);
    expect((await run(GROUND)).fromCache).toBe(3);
  });

  it('is not kept where it fails, or needs what is not there', async () => {
    await run({ scripts: [FIRST, 'SELECT 1/0;'] });
    await run({ scripts: ['CREATE EXTENSION no_such_extension;', 'CREATE TABLE t (a int);'] });
    expect(files()).toEqual([]);
  });

  it('is built from the beginning where its last part relies on more than the database', async () => {
    await run({ scripts: [FIRST] });
    const relying = { scripts: [FIRST, `SELECT currval('counter');`] };
    const run2 = await run(relying);
    expect(run2).toMatchObject({ fromCache: 0, seen: expect.anything() });
  });

  it('is not kept where a copy would lack something', async () => {
    const unlogged = { scripts: ['CREATE UNLOGGED TABLE u (a int); INSERT INTO u VALUES (1), (2);'] };
    await run(unlogged);
    expect(files()).toEqual([]);
    expect((await run(unlogged)).seen).toMatchObject({ content: { u: [['1'], ['2']] } });
  });

  it('holds nothing of the change, however often it is used', async () => {
    const change = `ALTER TABLE t ADD COLUMN mine int; INSERT INTO t (name) VALUES ('mine'); SELECT nextval('counter');`;
    const changed = scriptsOf('change', [change]).map((up) => ({
      id: 'change',
      path: 'change1.sql',
      layout: 'plain',
      up,
    }));
    const rehearsals = [];
    for (let i = 0; i < 3; i++) {
      const server = await start(folder, GROUND);
      const [baseline, seed] = [scriptsOf('', [FIRST, SECOND]), scriptsOf('seed', [SEED])];
      const bootstrap = scriptsOf('bootstrap', GROUND.bootstrap ?? []);
      rehearsals.push(await rehearse(server, { changed, bootstrap, baseline, seed }));
      await server.close();
    }
    // A cluster is kept as it is before the seed's database is copied from the baseline's.
    const copied = name === 'the embedded server';
    expect(rehearsals.map(({ baseline }) => baseline?.fromCache)).toEqual(copied ? [0, 3, 3] : [0, 2, 2]);
    const verdicts = rehearsals.map(({ migrations, observations, notChecked }) => ({
      rollback: migrations[0]?.rollback.verdict,
      statements: migrations[0]?.statements.map(({ status, role, line }) => ({ status, role, line })),
      interrupted: migrations[0]?.rerun.interrupted,
      rules: observations.map(({ finding }) => finding.rule),
      notChecked,
    }));
    expect(verdicts[1]).toEqual(verdicts[0]);
    expect(verdicts[2]).toEqual(verdicts[0]);
    expect((await run(GROUND)).seen).toEqual((await run(GROUND, null)).seen);
  });

  it('may be built by two runs at once', async () => {
    const both = await Promise.all([run(GROUND), run(GROUND)]);
    const again = await Promise.all([run(GROUND), run(GROUND)]);
    expect(again.map(({ fromCache }) => fromCache)).toEqual([3, 3]);
    for (const { seen } of [...both, ...again]) expect(seen).toEqual(both[0].seen);
    expect(files()).toHaveLength(1);
  });
});
