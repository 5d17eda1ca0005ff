/** Findings that follow from what the server did, whatever the SQL looks like. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { migrationOf } from '../../support/examples.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE TABLE child (id int, parent_id int REFERENCES parent);
CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p_rest PARTITION OF p DEFAULT;
INSERT INTO parent VALUES (1); INSERT INTO t VALUES (1, 1);`;

const TIMEOUT = "SET lock_timeout = '2s';\n";

interface Case {
  sql: string;
  /** Rule, line, and a part of the message, in order. */
  finds: [string, number, string][];
}

const CASES: Case[] = [
  { sql: `${TIMEOUT}ALTER TABLE t ADD c int;`, finds: [] },
  {
    sql: `${TIMEOUT}ALTER TABLE t ADD CONSTRAINT c CHECK (n > 0) NOT VALID;`,
    finds: [['constraint-not-validated', 2, 'the constraint `c` of `t` unvalidated']],
  },
  {
    sql: `${TIMEOUT}ALTER TABLE t ADD CONSTRAINT c CHECK (n > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;`,
    finds: [],
  },
  // Once, of the table that names it; and of a partition that has it alone.
  {
    sql: `${TIMEOUT}ALTER TABLE p ADD CONSTRAINT c CHECK (a > 0) NOT VALID;`,
    finds: [
      ['lock-on-unnamed-table', 2, 'ACCESS EXCLUSIVE on `p_rest`'],
      ['constraint-not-validated', 2, 'the constraint `c` of `p` unvalidated'],
    ],
  },
  {
    sql: `${TIMEOUT}ALTER TABLE p_rest ADD CONSTRAINT c CHECK (a > 0) NOT VALID;`,
    finds: [['constraint-not-validated', 2, 'the constraint `c` of `p_rest` unvalidated']],
  },
  {
    sql: `${TIMEOUT}ALTER TABLE t ALTER n SET NOT NULL;`,
    finds: [
      ['blocking-scan', 2, 'held ACCESS EXCLUSIVE on `t` while reading all of `t`. Reads and writes of `t` wait'],
    ],
  },
  {
    sql: `${TIMEOUT}ALTER TABLE t ALTER n TYPE bigint;`,
    finds: [['blocking-scan', 2, 'while rewriting `t`']],
  },
  {
    sql: `BEGIN;\n${TIMEOUT}ALTER TABLE t ADD CONSTRAINT c CHECK (n > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\nCOMMIT;`,
    finds: [['lock-held-during-scan', 4, 'still holds ACCESS EXCLUSIVE on `t` from line 3 while reading all of `t`']],
  },
  {
    sql: `BEGIN;\n${TIMEOUT}ALTER TABLE t ADD c int;\nUPDATE t SET c = 1;\nCOMMIT;`,
    finds: [['lock-held-during-scan', 4, 'while working through the rows of `t`']],
  },
  { sql: `${TIMEOUT}TRUNCATE t;`, finds: [] },
  {
    sql: `${TIMEOUT}ALTER TABLE t ADD FOREIGN KEY (n) REFERENCES parent NOT VALID;`,
    finds: [['constraint-not-validated', 2, 't_n_fkey']],
  },
  {
    sql: `${TIMEOUT}DROP TABLE child;`,
    finds: [['lock-on-unnamed-table', 2, 'took ACCESS EXCLUSIVE on `parent`, which it doesn’t name']],
  },
  {
    sql: `${TIMEOUT}CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);`,
    finds: [
      ['blocking-scan', 2, 'on `p` while reading all of `p_rest`'],
      ['blocking-scan', 2, 'on `p_rest`'],
      // The made-up row of p_rest has the value that the new partition is for.
      ['fails-with-rows', 2, 'depends on the rows there'],
    ],
  },
  {
    sql: 'ALTER TABLE t ADD c int;\nALTER TABLE t ADD d int;',
    finds: [['no-lock-timeout', 1, 'Behind one long query on `t`']],
  },
  {
    sql: `ALTER TABLE t ADD c int;\n${TIMEOUT}ALTER TABLE t ADD d int;`,
    finds: [['no-lock-timeout', 1, 'queue behind it']],
  },
  { sql: 'CREATE TABLE fresh (a int);\nCREATE INDEX ON fresh (a);\nALTER TABLE fresh ADD CHECK (a > 0);', finds: [] },
  { sql: 'CREATE INDEX CONCURRENTLY i ON t (n);', finds: [] },
  {
    sql: `${TIMEOUT}DO $$ BEGIN CREATE INDEX i ON t (n); END $$;`,
    finds: [['blocking-scan', 2, 'held SHARE on `t` while reading all of `t`. Writes of `t` wait']],
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

  test.each(CASES)('$sql', async ({ sql, finds }) => {
    const { rehearsal } = await rehearseSql(server, SETUP, sql);
    const found = rehearsal.observations.map(({ finding }) => finding);
    expect(found.map(({ rule, line }) => [rule, line])).toEqual(finds.map(([rule, line]) => [rule, line]));
    for (const [i, [, , words]] of finds.entries()) expect(found[i]?.message).toContain(words);
  });

  test('the partitions that several statements lock by naming their table are one cause; what else is locked is not', async () => {
    const sql = `${TIMEOUT}ALTER TABLE p ADD b int;\nALTER TABLE p ADD c int;\nALTER TABLE child DROP CONSTRAINT child_parent_id_fkey;`;
    const { rehearsal } = await rehearseSql(server, SETUP, sql);
    const causes = rehearsal.observations.map(({ finding: { rule, line }, cause }) => [rule, line, cause]);
    const [two, three, four] = causes.map(([, , cause]) => cause);
    expect(causes.map(([rule, line]) => [rule, line])).toEqual([2, 3, 4].map((at) => ['lock-on-unnamed-table', at]));
    expect(two).toMatch(/partitions of p$/);
    expect(three).toBe(two);
    expect(four).not.toBe(two);
  });

  test('downs are traced like ups', async () => {
    const { rules, report } = await rehearseSql(server, SETUP, 'CREATE INDEX CONCURRENTLY i ON t (n);', {
      down: 'DROP INDEX i;',
    });
    expect(rules).toEqual(['lock-on-unnamed-table', 'no-lock-timeout']);
    expect(report.lockTimeline.filter(({ role, relation }) => role === 'down' && relation === 't')).toMatchObject([
      { mode: 'ACCESS EXCLUSIVE', from: 1, until: 1 },
    ]);
  });

  test('two migrations that lock the same tables in opposite order', async () => {
    const grammar = await loadGrammar();
    const order = (a: string, b: string) =>
      `BEGIN;\n${TIMEOUT}ALTER TABLE ${a} ADD ${a}_x int;\nALTER TABLE ${b} ADD ${a}_y int;\nCOMMIT;`;
    const [first, second] = [order('t', 'parent'), order('parent', 't')].map((sql) =>
      migrationOf({ setup: SETUP, sql }, grammar),
    );
    if (first === undefined || second === undefined) throw new Error('two examples make two migrations');
    const { observations } = await rehearse(server, {
      changed: [first.migration, { ...second.migration, path: 'second.sql' }],
      baseline: first.baseline,
      seed: [],
    });
    expect(observations.map(({ finding }) => [finding.rule, finding.line])).toEqual([['lock-order', 4]]);
    expect(observations[0]?.finding.message).toContain(
      'locks `parent` before `t`, and `up.sql` locks them the other way round (line 4)',
    );
  });

  it.skipIf(skip || !real)('lock_timeout decides, as a queue behind a reader shows', async () => {
    const scratch = await server.createScratch();
    const [reader, migration] = [await scratch.connect(), await scratch.connect()];
    try {
      await reader.query('CREATE TABLE q (a int)');
      await reader.query('BEGIN; SELECT * FROM q');
      await expect(migration.query("SET lock_timeout = '50ms'; ALTER TABLE q ADD b int")).rejects.toMatchObject({
        sqlstate: '55P03',
      });
      await migration.query('SET lock_timeout = 0');
      const waiting = migration.query('ALTER TABLE q ADD b int').then(() => 'done');
      const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, 'still waiting'))]);
      expect(first).toBe('still waiting');
      await reader.query('ROLLBACK');
      expect(await waiting).toBe('done');
    } finally {
      await migration.close();
      await scratch.drop();
    }
  });
});
