/** What the tracer sees of each statement, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LockMode } from '../../../src/model.js';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, v varchar(20), n int, at timestamptz);
CREATE INDEX t_v ON t (v);
INSERT INTO parent VALUES (1); INSERT INTO t VALUES (1, 'a', 1, '2026-01-01');`;

interface Case {
  sql: string;
  setup?: string;
  locks: Record<string, LockMode>;
  scans?: string[];
  rewrites?: string[];
}

const AX = 'ACCESS EXCLUSIVE';
const SRX = 'SHARE ROW EXCLUSIVE';
const SUX = 'SHARE UPDATE EXCLUSIVE';

/** Facts of the manual and of the servers; where versions differ, a test of its own says how. */
const CASES: Case[] = [
  { sql: 'ALTER TABLE t ADD COLUMN c int', locks: { t: AX } },
  { sql: 'ALTER TABLE t ADD COLUMN c timestamptz DEFAULT now()', locks: { t: AX } },
  {
    sql: 'ALTER TABLE t ADD COLUMN c float DEFAULT random()',
    locks: { t: AX },
    scans: ['t'],
    rewrites: ['t', 't_pkey', 't_v'],
  },
  {
    sql: 'ALTER TABLE t ADD COLUMN c timestamptz DEFAULT clock_timestamp()',
    locks: { t: AX },
    scans: ['t'],
    rewrites: ['t', 't_pkey', 't_v'],
  },
  { sql: 'ALTER TABLE t ALTER n SET NOT NULL', locks: { t: AX }, scans: ['t'] },
  {
    setup: 'ALTER TABLE t ADD CONSTRAINT n_there CHECK (n IS NOT NULL);',
    sql: 'ALTER TABLE t ALTER n SET NOT NULL',
    locks: { t: AX },
  },
  { sql: 'ALTER TABLE t ADD CHECK (n > 0)', locks: { t: AX }, scans: ['t'] },
  { sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (n > 0) NOT VALID', locks: { t: AX } },
  {
    setup: 'ALTER TABLE t ADD CONSTRAINT c CHECK (n > 0) NOT VALID;',
    sql: 'ALTER TABLE t VALIDATE CONSTRAINT c',
    locks: { t: SUX },
    scans: ['t'],
  },
  {
    sql: 'ALTER TABLE t ADD FOREIGN KEY (n) REFERENCES parent',
    locks: { t: SRX, parent: SRX },
    scans: ['parent', 't'],
  },
  { sql: 'ALTER TABLE t ADD FOREIGN KEY (n) REFERENCES parent NOT VALID', locks: { t: SRX, parent: SRX } },
  { sql: 'CREATE INDEX i ON t (n)', locks: { t: 'SHARE' }, scans: ['t'] },
  { sql: 'ALTER TABLE t ADD UNIQUE (n)', locks: { t: AX }, scans: ['t'] },
  {
    setup: 'CREATE UNIQUE INDEX u ON t (n);',
    sql: 'ALTER TABLE t ADD UNIQUE USING INDEX u',
    locks: { t: AX },
  },
  // The index gets a new catalog entry over the same file: no rewrite.
  { sql: 'ALTER TABLE t ALTER v TYPE varchar(50)', locks: { t: AX } },
  { sql: 'ALTER TABLE t ALTER v TYPE text', locks: { t: AX } },
  { sql: 'ALTER TABLE t ALTER n TYPE bigint', locks: { t: AX }, scans: ['t'], rewrites: ['t', 't_pkey', 't_v'] },
  { sql: 'DROP INDEX t_v', locks: { t: AX, t_v: AX } },
  { sql: 'REINDEX TABLE t', locks: { t: 'SHARE', t_v: AX, t_pkey: AX }, scans: ['t'], rewrites: ['t_pkey', 't_v'] },
  { sql: 'DROP TABLE t', locks: { t: AX } },
  // Empty files, and indexes built over them.
  { sql: 'TRUNCATE t', locks: { t: AX }, scans: ['t'], rewrites: ['t', 't_pkey', 't_v'] },
  { sql: 'UPDATE t SET n = 2', locks: { t: 'ROW EXCLUSIVE' }, scans: ['t'] },
  { sql: 'DO $$ BEGIN LOCK TABLE t; END $$', locks: { t: AX } },
  // Inside a DO block as well.
  { sql: "DO $$ BEGIN EXECUTE 'CREATE INDEX i ON t (n)'; END $$", locks: { t: 'SHARE' }, scans: ['t'] },
  {
    setup:
      'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p_rest PARTITION OF p DEFAULT; CREATE TABLE p1 (a int);',
    sql: 'ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1)',
    locks: { p: SUX, p1: AX, p_rest: AX },
    scans: ['p1', 'p_rest'],
  },
  {
    setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p_rest PARTITION OF p DEFAULT;',
    sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)',
    locks: { p: AX, p_rest: AX },
    scans: ['p_rest'],
  },
];

describe.each(SERVERS)('on $name', ({ skip, real, start }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  test.each(CASES)('$setup $sql', async ({ setup = '', sql, locks, scans = [], rewrites = [] }) => {
    const { up } = await rehearseSql(server, SETUP + setup, sql);
    const [statement] = up;
    expect(statement?.status, statement?.error).toBe('applied');
    const taken = Object.fromEntries((statement?.locks ?? []).map(({ relation, mode }) => [relation, mode]));
    expect(taken).toMatchObject(locks);
    expect(statement?.scans).toEqual(scans);
    expect(statement?.rewrites.filter((name) => !name.startsWith('pg_toast'))).toEqual(rewrites);
  });

  test('names relations that are new in the change, and those that it dropped', async () => {
    const { up } = await rehearseSql(
      server,
      SETUP,
      'CREATE TABLE fresh (a int);\nALTER TABLE fresh ADD b int;\nDROP TABLE t;',
    );
    expect(up[1]?.locks).toEqual([
      { relation: 'fresh', mode: AX, blocks: ['reads', 'writes', 'ddl', 'vacuum'], isNew: true },
    ]);
    expect(up[2]?.locks?.find(({ relation }) => relation === 't')).toMatchObject({ mode: AX, isNew: false });
    expect(up.map(({ objects }) => objects.map(({ change, kind, name }) => `${change} ${kind} ${name}`))).toEqual([
      ['extra table fresh'],
      ['extra column fresh.b'],
      ['missing index t_pkey', 'missing index t_v', 'missing table t'],
    ]);
  });

  test('takes an index over the same file for the same index', async () => {
    const { up } = await rehearseSql(
      server,
      SETUP,
      'ALTER TABLE t ALTER v TYPE varchar(50);\nALTER TABLE t ALTER v TYPE int USING length(v);',
    );
    expect(up[0]?.objects).toEqual([{ change: 'changed', kind: 'column', name: 't.v' }]);
    expect(up[0]?.rewrites).toEqual([]);
    expect(up[1]?.rewrites).toContain('t_v');
  });

  test('keeps a lock to the end of its transaction', async () => {
    const sql = 'BEGIN;\nALTER TABLE t ADD c int;\nUPDATE parent SET id = 2;\nCOMMIT;\nALTER TABLE t ADD d int;';
    const { report } = await rehearseSql(server, SETUP, sql);
    expect(report.lockTimeline.filter(({ mode }) => mode === AX)).toMatchObject([
      { relation: 't', transaction: 1, from: 2, until: 3 },
      { relation: 't', transaction: 2, from: 5, until: 5 },
    ]);
  });

  test('counts the rows that a statement writes', async () => {
    const sql =
      "INSERT INTO t SELECT g, 'x', g FROM generate_series(2, 5) g;\nUPDATE t SET n = 0 WHERE id > 3;\nDELETE FROM t WHERE id = 5;";
    const { up } = await rehearseSql(server, SETUP, sql);
    expect(up.flatMap(({ rows }) => rows)).toEqual([
      { relation: 't', inserted: 4, updated: 0, deleted: 0 },
      { relation: 't', inserted: 0, updated: 2, deleted: 0 },
      { relation: 't', inserted: 0, updated: 0, deleted: 1 },
    ]);
  });

  test('does not report a rolled-back transaction’s scans again', async () => {
    const { up } = await rehearseSql(
      server,
      SETUP,
      'BEGIN;\nCREATE INDEX i ON t (n);\nROLLBACK;\nALTER TABLE t ADD c int;',
    );
    expect(up.map(({ scans }) => scans)).toEqual([[], ['t'], [], []]);
    expect(up[3]?.objects).toMatchObject([{ change: 'extra', kind: 'column', name: 't.c' }]);
  });

  test('keeps what it saw of a transaction over SET and savepoints', async () => {
    const sql = `BEGIN;
ALTER TABLE t ADD a int;
SET LOCAL lock_timeout = '1s';
SAVEPOINT s;
ALTER TABLE t ADD b int;
CREATE INDEX i ON parent (id);
ROLLBACK TO s;
ALTER TABLE t ADD c int;
ALTER TABLE parent ADD c int;
COMMIT;`;
    const { up } = await rehearseSql(server, SETUP, sql);
    expect(up.map(({ locks }) => locks?.map(({ relation, mode }) => `${relation} ${mode}`) ?? null)).toEqual([
      null,
      [`t ${AX}`],
      null,
      null,
      [],
      ['i ACCESS EXCLUSIVE', 'parent SHARE'],
      null,
      [],
      [`parent ${AX}`],
      null,
    ]);
    expect(up.map(({ scans }) => scans)).toEqual([[], [], [], [], [], ['parent'], [], [], [], []]);
    expect(up[7]?.objects).toEqual([{ change: 'extra', kind: 'column', name: 't.c' }]);
  });

  test('counts the tuples of a scan that Postgres would share out among workers', async () => {
    const setup = `${SETUP} CREATE TABLE big AS SELECT g AS n FROM generate_series(1, 3000) g;`;
    const force = 'SET min_parallel_table_scan_size = 0; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;';
    const { up } = await rehearseSql(
      server,
      setup,
      `${force}\nSELECT count(*) FROM big;\nCREATE INDEX i ON big (n);\nCREATE TABLE copy AS SELECT * FROM big;`,
    );
    expect(up.slice(3).map(({ scans }) => scans)).toEqual([['big'], ['big'], ['big']]);
  });

  test('lets SET TRANSACTION come first', async () => {
    const { up } = await rehearseSql(
      server,
      SETUP,
      'BEGIN;\nSET TRANSACTION ISOLATION LEVEL SERIALIZABLE;\nALTER TABLE t ADD c int;\nCOMMIT;',
    );
    expect(up.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied']);
  });

  test('sees an invalid index that a failed build leaves', async () => {
    const setup = `${SETUP} INSERT INTO t VALUES (2, 'b', 1);`;
    const { up, rules } = await rehearseSql(server, setup, 'CREATE UNIQUE INDEX CONCURRENTLY u ON t (n);');
    expect(up[0]).toMatchObject({ status: 'failed', sqlstate: '23505' });
    expect(rules).toContain('migration-fails');
    expect(rules).toContain('invalid-index');
  });

  test('sees the lock_timeout in force', async () => {
    const sql =
      "ALTER TABLE t ADD a int;\nSET lock_timeout = '2s';\nALTER TABLE t ADD b int;\nBEGIN;\nSET LOCAL lock_timeout = '50ms';\nALTER TABLE t ADD c int;\nCOMMIT;";
    const { up } = await rehearseSql(server, SETUP, sql);
    expect(up.filter(({ kind }) => kind === 'AlterTableStmt').map(({ lockTimeoutMs }) => lockTimeoutMs)).toEqual([
      0, 2000, 50,
    ]);
  });

  describe('outside transactions', () => {
    const OUTSIDE: { sql: string; setup?: string; locks: Record<string, LockMode>; waits: RegExp }[] = [
      {
        sql: 'CREATE INDEX CONCURRENTLY i ON t (n)',
        locks: { t: SUX },
        waits: /writers of public\.t.*older transactions/,
      },
      { sql: 'DROP INDEX CONCURRENTLY t_v', locks: { t: SUX, t_v: SUX }, waits: /writers of public\.t/ },
      { sql: 'REINDEX TABLE CONCURRENTLY t', locks: { t: SUX }, waits: /writers of public\.t.*older transactions/ },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY',
        locks: { p: SUX, p1: AX },
        waits: /writers of public\.p.*its lock on/,
      },
      { sql: 'VACUUM t', locks: { t: SUX }, waits: /its lock on t/ },
      { sql: 'VACUUM FULL t', locks: { t: AX }, waits: /its lock on t/ },
    ];

    it.skipIf(skip || !real).each(OUTSIDE)(
      '$sql is stopped wherever it waits',
      async ({ setup = '', sql, locks, waits }) => {
        const { up } = await rehearseSql(server, SETUP + setup, sql);
        expect(up[0]?.status, up[0]?.error).toBe('applied');
        expect(Object.fromEntries((up[0]?.locks ?? []).map(({ relation, mode }) => [relation, mode]))).toMatchObject(
          locks,
        );
        expect(up[0]?.waits.join(', ')).toMatch(waits);
        // A barrier that isn't recognised as one stands for five seconds.
        expect(up[0]?.durationMs).toBeLessThan(4000);
      },
    );

    it.skipIf(skip || real)('locks are “not observed” on a server of one session, never guessed', async () => {
      const { up } = await rehearseSql(server, SETUP, 'CREATE INDEX CONCURRENTLY i ON t (n)');
      expect(up[0]).toMatchObject({ status: 'applied', locks: null, waits: [] });
    });

    test('scans are seen', async () => {
      const { up } = await rehearseSql(server, SETUP, 'CREATE INDEX CONCURRENTLY i ON t (n)');
      expect(up[0]?.scans).toEqual(['t']);
    });
  });
});
