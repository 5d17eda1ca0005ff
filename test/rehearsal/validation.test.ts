/** Validation queries and what their results say of themselves, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../src/servers/server.js';
import { recycled } from '../support/recycled.js';
import { rehearseSql } from '../support/rehearse.js';
import { SERVERS } from '../support/servers.js';

/** Functions that speak TAP as pgTAP's do, and count in a table as they do. */
const SETUP = `CREATE TABLE t (a int);
CREATE FUNCTION plan(n int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN CREATE TEMP TABLE tap (n int); RETURN '1..' || n; END $$;
CREATE FUNCTION is(a int, b int, what text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE k int; BEGIN
  INSERT INTO tap VALUES (1); SELECT count(*) INTO k FROM tap;
  RETURN CASE WHEN a = b THEN 'ok ' ELSE 'not ok ' END || k || ' - ' || what; END $$;
CREATE FUNCTION finish() RETURNS SETOF text LANGUAGE sql AS $$ SELECT '# Looks like you planned 9 tests' WHERE false $$;`;

const CASES: { verify: string; statuses: string[]; detail?: string; rules?: string[] }[] = [
  { verify: 'SELECT count(*) = 0 AS ok FROM t;', statuses: ['passed'] },
  {
    verify: 'SELECT count(*) > 0 AS ok FROM t;',
    statuses: ['failed'],
    detail: 'ok is f in row 1',
    rules: ['validation-fails'],
  },
  {
    verify: 'SELECT true AS ok FROM t;',
    statuses: ['failed'],
    detail: 'it returned no rows',
    rules: ['validation-fails'],
  },
  { verify: 'SELECT count(*) FROM t;', statuses: ['unchecked'] },
  { verify: 'SELECT a, b FROM t WHERE FALSE;', statuses: ['passed'] },
  // More rows than are read: they are counted, and none of them is taken for true unseen.
  { verify: '-- expect: rows = 5000\nSELECT generate_series(1, 5000);', statuses: ['passed'] },
  {
    verify: 'SELECT g > 0 AS ok FROM generate_series(1, 5000) g;',
    statuses: ['failed'],
    detail: 'it returned 5000 rows, of which only the first 1000 are looked at',
    rules: ['validation-fails'],
  },
  {
    verify: 'SELECT 1 / (4000 - g) FROM generate_series(1, 5000) g;',
    statuses: ['failed'],
    detail: 'division by zero',
    rules: ['validation-fails'],
  },
  {
    verify: 'SELECT 1 / count(*) FROM t;',
    statuses: ['failed'],
    detail: 'division by zero',
    rules: ['validation-fails'],
  },
  { verify: 'DO $$ BEGIN ASSERT (SELECT count(*) = 0 FROM t); END $$;', statuses: ['passed'] },
  {
    verify: "DO $$ BEGIN ASSERT false, 'wrong'; END $$;",
    statuses: ['failed'],
    detail: 'wrong',
    rules: ['validation-fails'],
  },
  {
    verify:
      "BEGIN;\nSELECT plan(2);\nSELECT is(1, 1, 'one');\nSELECT is(1, 2, 'two');\nSELECT * FROM finish();\nROLLBACK;",
    statuses: ['passed', 'passed', 'failed', 'passed'],
    detail: 'not ok 2 - two',
    rules: ['validation-fails'],
  },
  {
    verify: 'INSERT INTO t VALUES (1, 1);',
    statuses: ['failed'],
    detail: 'cannot execute INSERT in a read-only transaction',
    rules: ['validation-fails'],
  },
  // One that fails leaves the others of its transaction alone, and nothing of it stays.
  {
    verify:
      'BEGIN;\nINSERT INTO t VALUES (1, 1);\nSELECT 1 / 0;\n-- expect: value = 1\nSELECT count(*) FROM t;\nROLLBACK;\n-- expect: value = 0\nSELECT count(*) FROM t;',
    statuses: ['unchecked', 'failed', 'passed', 'passed'],
    detail: 'division by zero',
    rules: ['validation-fails'],
  },
];

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  it.skipIf(skip).each(CASES)('$verify', async ({ verify, statuses, detail, rules = [] }) => {
    const { report, rules: found } = await rehearseSql(server, SETUP, 'ALTER TABLE t ADD b int;', { verify });
    expect(report.validations.map(({ status }) => status)).toEqual(statuses);
    expect(report.validations.find(({ status }) => status === 'failed')?.detail).toEqual(detail);
    expect(found.filter((rule) => rule === 'validation-fails')).toEqual(rules);
  });
});
