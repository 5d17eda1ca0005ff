/** What succeeds on empty tables and fails once rows exist. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../src/servers/server.js';
import { recycled } from '../support/recycled.js';
import { rehearseSql } from '../support/rehearse.js';
import { SERVERS } from '../support/servers.js';

const SETUP =
  'CREATE TABLE t (id int PRIMARY KEY, kind text NOT NULL, n int);\nCREATE TABLE parent (k text PRIMARY KEY);';
const TIMEOUT = "SET lock_timeout = '2s';\n";

const CASES: { sql: string; severity: 'error' | 'warning' | 'info'; words: string }[] = [
  {
    sql: 'ALTER TABLE t ADD COLUMN c int NOT NULL;',
    severity: 'error',
    words:
      'succeeds on an empty table and fails as soon as there is a row: column "c" of relation "t" contains null values (SQLSTATE 23502)',
  },
  {
    sql: 'ALTER TABLE t ADD COLUMN q int NOT NULL DEFAULT 0 CHECK (q > 0);',
    severity: 'error',
    words: 'fails as soon as there is a row: check constraint "t_q_check" of relation "t" is violated by some row',
  },
  {
    sql: "ALTER TABLE t ADD COLUMN c text NOT NULL DEFAULT 'x' UNIQUE;",
    severity: 'error',
    words:
      'fails as soon as there are two rows: could not create unique index "t_c_key" (SQLSTATE 23505). All rows have the same value in `c`.',
  },
  {
    sql: "ALTER TABLE t ADD COLUMN k text DEFAULT 'x' REFERENCES parent;",
    severity: 'warning',
    words: 'Each row does unless `parent` holds the default of `k`.',
  },
  {
    sql: 'ALTER TABLE t ADD COLUMN q int CHECK (q > n) DEFAULT -2000000000;',
    severity: 'info',
    words: 'Whether it does in production depends on the rows there',
  },
  {
    sql: "ALTER TABLE t ADD CONSTRAINT c CHECK (kind IN ('a', 'b'));",
    severity: 'info',
    words: 'Whether it does in production depends on the rows there',
  },
  {
    sql: 'DO $$ BEGIN ALTER TABLE t ADD COLUMN c int NOT NULL; END $$;',
    severity: 'info',
    words: '(SQLSTATE 23502)',
  },
];

/** What is wrong in the code is so for any row, except where a row's value is the code. */
const OF_CODE: { setup: string; sql: string; severity: 'error' | 'info'; words: string }[] = [
  {
    setup: `CREATE FUNCTION t_f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := NEW.gone; RETURN NEW; END $$;
      CREATE TRIGGER t_t BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION t_f();`,
    sql: "UPDATE t SET kind = 'x';",
    severity: 'error',
    words: 'record "new" has no field "gone" (SQLSTATE 42703). The error lies in the code',
  },
  {
    setup: `CREATE FUNCTION t_f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO nowhere VALUES (1); RETURN NULL; END $$;
      CREATE TRIGGER t_t AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION t_f();`,
    sql: 'DELETE FROM t WHERE id IS NOT NULL;',
    severity: 'error',
    words: 'relation "nowhere" does not exist (SQLSTATE 42P01). The error lies in the code',
  },
  {
    setup: `CREATE FUNCTION t_f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = '55000'; END $$;
      CREATE TRIGGER t_t BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION t_f();`,
    sql: "UPDATE t SET kind = 'x';",
    severity: 'info',
    words: 'not now (SQLSTATE 55000). Whether it does in production depends on the rows there',
  },
  {
    setup: '',
    sql: "DO $$ DECLARE r record; BEGIN FOR r IN SELECT kind FROM t LOOP EXECUTE format('ANALYZE %I', r.kind); END LOOP; END $$;",
    severity: 'info',
    words: 'depends on the rows there',
  },
  {
    setup: '',
    sql: 'UPDATE t SET n = kind::regclass::oid::int;',
    severity: 'info',
    words: 'depends on the rows there',
  },
];

const SILENT = [
  'ALTER TABLE t ADD COLUMN c int;',
  'ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 0;',
  'ALTER TABLE t ALTER n SET NOT NULL;',
  'ALTER TABLE t ALTER kind TYPE int USING kind::int;',
  'CREATE TABLE fresh (a int);\nALTER TABLE fresh ADD COLUMN c int NOT NULL;',
  'CREATE UNIQUE INDEX u ON t (kind, id);',
];

describe.each(SERVERS)('on $name', ({ skip, start, major }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  const LATER: { sql: string; severity: 'error' | 'info' }[] = [
    {
      sql: 'ALTER TABLE t ADD COLUMN q int DEFAULT 1;\nCREATE UNIQUE INDEX CONCURRENTLY u ON t (q);',
      severity: 'error',
    },
    {
      sql: 'ALTER TABLE t ADD COLUMN q int DEFAULT 0;\nALTER TABLE t ADD CONSTRAINT c CHECK (q > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;',
      severity: 'error',
    },
    { sql: 'ALTER TABLE t ADD COLUMN q int;\nALTER TABLE t ALTER q SET NOT NULL;', severity: 'error' },
    {
      sql: 'ALTER TABLE t ADD COLUMN q int;\nUPDATE t SET q = 1 WHERE n = 1;\nALTER TABLE t ALTER q SET NOT NULL;',
      severity: 'info',
    },
  ];

  test.each(LATER)('$sql fails at its last statement', async ({ sql, severity }) => {
    const findings = await found(sql);
    expect(findings.map((finding) => [finding.severity, finding.line])).toEqual([
      [severity, sql.split('\n').length + 1],
    ]);
  });

  const found = async (sql: string) => {
    const { rehearsal, up } = await rehearseSql(server, SETUP, TIMEOUT + sql);
    expect(up.map(({ status }) => status)).not.toContain('failed');
    return rehearsal.observations.map(({ finding }) => finding).filter(({ rule }) => rule === 'fails-with-rows');
  };

  test.each(CASES)('$sql', async ({ sql, severity, words }) => {
    const findings = await found(sql);
    expect(findings.map((finding) => [finding.severity, finding.line])).toEqual([[severity, 2]]);
    expect(findings[0]?.message).toContain(words);
  });

  test.each(OF_CODE)('$words', async ({ setup, sql, severity, words }) => {
    const { rehearsal } = await rehearseSql(server, `${SETUP}\n${setup}`, TIMEOUT + sql);
    const findings = rehearsal.observations
      .map(({ finding }) => finding)
      .filter(({ rule }) => rule === 'fails-with-rows');
    expect(findings.map((finding) => [finding.severity, finding.line])).toEqual([[severity, 2]]);
    expect(findings[0]?.message).toContain(words);
  });

  test('an index on a function whose body finds names by search_path is refused since 17', async () => {
    const setup = `CREATE FUNCTION norm(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) $$;
      CREATE FUNCTION key_of(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN norm(t); END $$;`;
    const { rehearsal } = await rehearseSql(
      server,
      `${SETUP}\n${setup}`,
      'CREATE INDEX CONCURRENTLY k ON t (key_of(kind));',
    );
    const said = rehearsal.observations.flatMap(({ finding: { rule, severity, message } }) =>
      rule === 'fails-with-rows' ? [[severity, message.includes('whatever the row holds')]] : [],
    );
    expect(said).toEqual(major < 17 ? [] : [['error', true]]);
  });

  test.each([
    [
      'ALTER TABLE t ADD COLUMN c int NOT NULL;',
      'failed',
      'on empty tables only: with a row in them, line 2 fails (SQLSTATE 23502)',
    ],
    [
      "ALTER TABLE t ADD CONSTRAINT c CHECK (kind IN ('a', 'b'));",
      'proven',
      '2 statements applied, on empty tables; with made-up rows line 2 fails (SQLSTATE 23514)',
    ],
    ['ALTER TABLE t ADD COLUMN c int;', 'proven', '2 statements applied'],
  ])('the checklist says of what it was shown that %s applies', async (sql, status, detail) => {
    const { rehearsal } = await rehearseSql(server, SETUP, TIMEOUT + sql);
    const applied = rehearsal.migrations[0]?.proofs.find(({ check }) => check === 'applied');
    expect(applied).toMatchObject({ status, detail });
  });

  test.each(SILENT)('nothing is said of %s', async (sql) => {
    expect(await found(sql)).toEqual([]);
  });

  test('a table for which no row can be made up is said to be unchecked', async () => {
    const setup = "CREATE TABLE odd (a text NOT NULL CHECK (md5(a) = 'x'));";
    const { rehearsal } = await rehearseSql(server, setup, `${TIMEOUT}ALTER TABLE odd ADD b int;`);
    expect(rehearsal.notChecked.map(({ check }) => check)).toContain('rows in odd');
  });
});
