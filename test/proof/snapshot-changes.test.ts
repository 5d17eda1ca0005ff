/** A snapshot that is read only where something has changed is the one that is read whole, whatever changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Snapshot, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import { PostgresError, type ScratchDatabase, type Server } from '../../src/servers/server.js';
import { OWNER, SETUP } from '../rehearsal/rollback/kinds.js';
import { recycled } from '../support/recycled.js';
import { SERVERS } from '../support/servers.js';
import { PAIRS } from './rollback-corpus.js';

/** Nothing that is compared is left out of the comparison. */
const asList = (snapshot: Snapshot) => [...snapshot.values()].map((entry) => JSON.stringify(entry)).sort();

const ANYWAY = { few: 0 };
const TRIED = [SERVERS[0], SERVERS.findLast(({ real }) => real), SERVERS.at(-1)].flatMap((one) => one ?? []);

/** Beyond what the pairs change. */
const MORE = [
  [
    'CREATE TABLE t (a int PRIMARY KEY, b text)',
    'ALTER TABLE t SET (toast.autovacuum_enabled = false)',
    'ALTER TABLE t RESET (toast.autovacuum_enabled)',
  ],
  [
    'CREATE TABLE t (a int PRIMARY KEY)',
    'CREATE PUBLICATION news FOR TABLE t',
    'ALTER PUBLICATION news DROP TABLE t',
    'DROP PUBLICATION news',
  ],
  [
    'CREATE TABLE t (a int); CREATE SEQUENCE s',
    'ALTER SEQUENCE s OWNED BY t.a',
    'ALTER SEQUENCE s OWNED BY NONE',
    'DROP TABLE t',
  ],
  [
    'CREATE TABLE p (a int); CREATE TABLE c () INHERITS (p)',
    'ALTER TABLE c NO INHERIT p',
    'ALTER TABLE c INHERIT p',
    'DROP TABLE p CASCADE',
  ],
  [
    'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p DEFAULT; CREATE INDEX i ON p (a)',
    'ALTER TABLE p DETACH PARTITION c',
    'ALTER TABLE p ATTACH PARTITION c DEFAULT',
    'ALTER TABLE p RENAME COLUMN a TO z',
  ],
  [
    'CREATE TABLE t (a int); COMMENT ON COLUMN t.a IS $$x$$',
    'COMMENT ON COLUMN t.a IS NULL',
    'COMMENT ON TABLE t IS $$y$$',
    'ALTER TABLE t RENAME TO u',
    'COMMENT ON TABLE u IS NULL',
  ],
  [
    'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM v',
    'ALTER VIEW v RENAME COLUMN a TO b',
    'ALTER TABLE t RENAME COLUMN a TO c',
    'ALTER VIEW v RENAME TO x',
    'DROP TABLE t CASCADE',
  ],
  [
    'CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE u (a int REFERENCES t)',
    'ALTER TABLE t RENAME COLUMN a TO b',
    'ALTER TABLE u DISABLE TRIGGER USER',
    'ALTER INDEX t_pkey RENAME TO k',
    'CLUSTER t USING k',
    'DROP TABLE t CASCADE',
  ],
  [
    'CREATE DOMAIN d AS int; CREATE TABLE t (a d)',
    'ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID',
    'ALTER DOMAIN d VALIDATE CONSTRAINT c',
    'ALTER DOMAIN d RENAME CONSTRAINT c TO e',
    'ALTER DOMAIN d DROP CONSTRAINT e',
  ],
  [
    'CREATE TYPE pair AS (x int); CREATE TABLE t (a pair)',
    'ALTER TYPE pair ADD ATTRIBUTE y int',
    'ALTER TYPE pair RENAME ATTRIBUTE y TO z',
    'ALTER TYPE pair DROP ATTRIBUTE z',
  ],
  [
    "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (m mood DEFAULT 'a', CHECK (m = 'a'))",
    "ALTER TYPE mood ADD VALUE 'b'",
    "ALTER TYPE mood RENAME VALUE 'a' TO 'c'",
    'ALTER TYPE mood RENAME TO feeling',
  ],
  [
    'CREATE FUNCTION f(i int) RETURNS int LANGUAGE sql IMMUTABLE RETURN i; CREATE TABLE t (a int, b int GENERATED ALWAYS AS (f(a)) STORED, CHECK (f(a) > 0)); CREATE INDEX i ON t (f(a))',
    'ALTER FUNCTION f(int) RENAME TO g',
    'CREATE SCHEMA app',
    'ALTER FUNCTION g(int) SET SCHEMA app',
    'ALTER SCHEMA app RENAME TO core',
  ],
  [
    'CREATE SCHEMA app; CREATE TABLE app.t (a int PRIMARY KEY); CREATE TABLE u (a int REFERENCES app.t)',
    'ALTER SCHEMA app RENAME TO core',
    'DROP SCHEMA core CASCADE',
  ],
  [
    'CREATE TABLE t (a int, b int); CREATE STATISTICS s ON a, b FROM t',
    'ALTER TABLE t RENAME COLUMN b TO c',
    'ALTER STATISTICS s RENAME TO z',
    'ALTER TABLE t DROP COLUMN c',
  ],
  [
    'CREATE TABLE t (a int)',
    'VACUUM FULL t',
    'ANALYZE t',
    'ALTER TABLE t REPLICA IDENTITY FULL',
    'GRANT SELECT (a) ON t TO PUBLIC',
    'REVOKE SELECT (a) ON t FROM PUBLIC',
  ],
  [
    'CREATE TABLE t (a int)',
    'SELECT lo_create(0)',
    'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC',
    'CREATE TABLE u (a int)',
    'TRUNCATE t',
  ],
];

describe.each(TRIED)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  /** After each step both ways of reading must agree; each goes on from the one before it. */
  async function hold(setup: string, steps: readonly string[]): Promise<void> {
    const scratch: ScratchDatabase = await server.createScratch();
    try {
      const session = await scratch.connect();
      const run = async (sql: string) => {
        // What a version refuses changes nothing.
        await session.query(sql).catch((error: unknown) => {
          if (!(error instanceof PostgresError)) throw error;
        });
        await session.query('ROLLBACK; RESET ALL');
      };
      await run(setup);
      let known = await takeSnapshot(scratch);
      for (const step of steps) {
        await run(step);
        known = await takeSnapshot(scratch, known, ANYWAY);
        expect(asList(known), step).toEqual(asList(await takeSnapshot(scratch)));
      }
    } finally {
      await scratch.drop();
    }
  }

  it.skipIf(skip).each(PAIRS)('$up / $down', ({ setup, up, down }) => hold(setup, [up, down]));
  it.skipIf(skip).each(OWNER)('$what', ({ up, down }) => hold(SETUP, [up, down]));
  it.skipIf(skip).each(MORE.map(([setup = '', ...steps]) => ({ setup, steps })))('$steps', ({ setup, steps }) =>
    hold(setup, steps),
  );

  it.skipIf(skip).each(MORE.map(([setup = '', ...steps]) => ({ setup, steps })))(
    'from one copy of a database to another: $steps',
    async ({ setup, steps }) => {
      if (!server.capabilities.templates) return;
      const base = await server.createScratch();
      const copied = async <T>(work: (copy: ScratchDatabase) => Promise<T>) => {
        const copy = await base.copy?.();
        if (!copy) throw new Error('no copy');
        return work(copy).finally(() => copy.drop());
      };
      const run = async (database: ScratchDatabase, queries: readonly string[]) => {
        const session = await database.connect();
        for (const sql of queries) await session.query(sql).catch(() => session.query('ROLLBACK'));
        await session.close();
      };
      try {
        await run(base, [setup, 'CREATE TABLE unchanged (a int)']);
        const known = await copied(async (first) => {
          const start = await takeSnapshot(first);
          await run(first, steps);
          return start;
        });
        await copied(async (second) => {
          await run(second, steps);
          const found = await takeSnapshot(second, known, ANYWAY);
          expect(asList(found)).toEqual(asList(await takeSnapshot(second)));
          const [key] = [...known.keys()].filter((one) => one.startsWith('table ') && one.includes('unchanged'));
          expect(found.get(String(key))).toBe(known.get(String(key)));
        });
      } finally {
        await base.drop();
      }
    },
  );

  it.skipIf(skip)('reads only what has changed', async () => {
    const scratch = await server.createScratch();
    try {
      const session = await scratch.connect();
      await session.query('CREATE TABLE t (a int); CREATE TABLE u (a int)');
      const before = await takeSnapshot(scratch);
      await session.query('ALTER TABLE t ADD COLUMN b int');
      const after = await takeSnapshot(scratch, before, ANYWAY);
      const read = [...after].filter(([key, entry]) => before.get(key) !== entry).map(([key]) => key);
      expect(read).toContain('table ["public","t"]');
      expect(read).not.toContain('table ["public","u"]');
    } finally {
      await scratch.drop();
    }
  });
});
