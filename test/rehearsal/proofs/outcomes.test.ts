/** Each line of the checklist, proven, failed and not checked, by running something that makes it so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedServer } from '../../../src/servers/embedded/embedded.js';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';

let server: Server;
beforeAll(async () => {
  server = recycled(await embeddedServer({ statementTimeout: 20 }));
});
afterAll(() => server?.close());

type Options = Parameters<typeof rehearseSql>[3];
interface Case {
  setup?: string;
  sql: string;
  options?: Options;
  /** `status reason: detail`; null where the line is absent. */
  line: RegExp | null;
}

const TABLE = 'CREATE TABLE t (id int PRIMARY KEY, a int, b text);';
const ADD = 'ALTER TABLE t ADD COLUMN c int;';
const REMOVE = 'ALTER TABLE t DROP COLUMN c;';
const INDEX = 'CREATE INDEX i ON t (a);';

const CASES: Record<string, Case[]> = {
  applied: [
    { sql: `${ADD}\n${INDEX}`, line: /^proven: 2 statements applied$/ },
    { sql: ADD, line: /^proven: 1 statement applied$/ },
    { sql: '-- nothing', line: /^not checked no-statement: it holds no statement$/ },
    { sql: 'COPY t FROM STDIN;', line: /^failed: Postgres refused 1 statement \(not sent\)$/ },
    { sql: 'ALTER TABLE nowhere ADD COLUMN c int;', line: /^failed: Postgres refused 1 statement \(42P01\)$/ },
    {
      sql: 'CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (b);',
      options: { transaction: 'per-script' },
      line: /^failed: Postgres refused 2 statements \(25001\); its statements were then run outside the transaction/,
    },
  ],
  objects: [
    { sql: 'UPDATE t SET a = 1;', line: null },
    { sql: INDEX, line: /^proven: 1 index: `i`$/ },
    {
      sql: 'CREATE TABLE u (id int PRIMARY KEY, t int REFERENCES t);\nCREATE INDEX i ON u (t);',
      line: /^proven: 1 table, 2 columns, 2 constraints, 1 index: `i`, `u\.u_pkey`, `u\.u_t_fkey`$/,
    },
    {
      sql: Array.from({ length: 13 }, (_, at) => `CREATE INDEX i${at} ON t (a);`).join('\n'),
      line: /^proven: 13 indexes$/,
    },
    {
      sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
      line: /^proven: 1 constraint: `t\.positive`; not validated yet: constraint `t\.positive`$/,
    },
    {
      setup: 'CREATE TABLE p (a int, b int) PARTITION BY RANGE (b); CREATE TABLE p1 PARTITION OF p DEFAULT;',
      sql: 'CREATE INDEX i ON ONLY p (a);',
      line: /^failed: not valid: index `i`$/,
    },
    {
      setup: `${TABLE} CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';`,
      sql: 'CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();\nALTER TABLE t DISABLE TRIGGER g;',
      line: /^failed: disabled: trigger `t\.g`$/,
    },
    {
      setup: `${TABLE} CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE t DISABLE TRIGGER g;`,
      sql: 'ALTER TABLE t RENAME TO t2;\nCREATE INDEX i ON t2 (a);',
      line: /^proven: .*1 index/,
    },
  ],
  rollback: [
    { sql: ADD, line: /^not checked no-script: there is no rollback script$/ },
    { sql: '-- nothing', options: { down: 'SELECT 1;' }, line: /^not checked no-statement: the migration holds no/ },
    {
      sql: `-- migration-safety: irreversible we keep no copy\n${ADD}`,
      line: /^not checked irreversible: its author says so: we keep no copy$/,
    },
    {
      sql: ADD,
      options: { down: REMOVE },
      line: /^proven: catalogs compared before the migration and after its rollback: no difference; what is written to `t\.c` after/,
    },
    { sql: INDEX, options: { down: 'DROP INDEX i;' }, line: /: no difference$/ },
    {
      sql: 'ALTER TABLE t DROP COLUMN a;',
      options: { down: 'ALTER TABLE t ADD COLUMN a int;' },
      line: /^proven: .*, but for the order of columns in `t`, which counts for SELECT \*/,
    },
    {
      setup: `${TABLE} ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID;`,
      sql: 'ALTER TABLE t DROP CONSTRAINT k;',
      options: { down: 'ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0);' },
      line: /^proven: .*: no difference but that `t\.k` holds for all rows now$/,
    },
    { sql: INDEX, options: { down: 'SELECT 1;' }, line: /^failed: the index `i` is left behind$/ },
    { sql: INDEX, options: { down: 'DROP INDEX nowhere;' }, line: /^failed: line 1: .* \(42704\)$/ },
  ],
  rerun: [
    { sql: ADD, line: /^not checked no-script: / },
    { sql: ADD, options: { down: REMOVE }, line: /^proven: up, down, up: the same schema$/ },
    { sql: ADD, options: { down: 'DROP TABLE nowhere;' }, line: /^not checked incomplete: / },
    { sql: ADD, options: { down: 'SELECT 1;' }, line: /^failed: the second time it fails$/ },
    {
      sql: 'CREATE TABLE IF NOT EXISTS u (id int);\nALTER TABLE u ADD COLUMN IF NOT EXISTS c int;',
      options: { down: 'ALTER TABLE u DROP COLUMN id;' },
      line: /^failed: the column `u\.id` is gone$/,
    },
  ],
  data: [
    { sql: ADD, line: null },
    { sql: ADD, options: { down: REMOVE }, line: /^proven: tried on rows/ },
    { sql: 'CREATE TABLE u (id int);', options: { down: 'DROP TABLE u;' }, line: null },
    {
      sql: 'ALTER TABLE t DROP COLUMN b;',
      options: { down: 'ALTER TABLE t ADD COLUMN b text;' },
      line: /^failed: `t\.b`: \d of \d values lost$/,
    },
    {
      sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
      options: { down: 'ALTER TABLE t ALTER COLUMN a TYPE int;' },
      line: /^failed: it fails once there is the number 2147483648 in `t\.a` \(22003\)$/,
    },
    {
      setup: `${TABLE} CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''reserved''; END';
        CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION no(); CREATE TABLE u (id int, a int);`,
      sql: `${ADD}\nALTER TABLE u ADD COLUMN c int;`,
      options: { down: `${REMOVE}\nALTER TABLE u DROP COLUMN c;` },
      line: /^not checked no-rows: not tried: sample rows of `t` \(reserved\) could not be inserted$/,
    },
    {
      sql: 'UPDATE t SET b = lower(b) WHERE id < 0;',
      options: { down: 'SELECT 1;' },
      line: /^not checked no-rows: the migration changes none of the sample rows of `t`$/,
    },
    { sql: 'ALTER TABLE t ADD COLUMN c int;\nUPDATE t SET c = a;', options: { down: REMOVE }, line: /^proven/ },
    {
      sql: 'ALTER TABLE t ADD COLUMN c int NOT NULL;',
      options: { down: REMOVE },
      line: /^not checked fails-with-rows: on rows the migration fails$/,
    },
    { sql: ADD, options: { down: `${REMOVE}\nROLLBACK;` }, line: /^not checked cannot-be-tried: / },
    {
      sql: `-- migration-safety: irreversible known\nALTER TABLE t DROP COLUMN b;`,
      options: { down: 'ALTER TABLE t ADD COLUMN b text;' },
      line: /^failed: /,
    },
  ],
  validation: [
    { sql: ADD, line: /^not checked no-script: there is no validation script$/ },
    { sql: ADD, options: { verify: '-- expect: empty\nSELECT * FROM t;' }, line: /^proven: 1 of 1 passed$/ },
    {
      sql: ADD,
      options: { verify: '-- expect: empty\nSELECT * FROM t;\nSELECT a FROM t;' },
      line: /^not checked nothing-expected: 1 of 2 passed, 1 can’t fail$/,
    },
    {
      sql: ADD,
      options: { verify: '-- expect: not empty\nSELECT * FROM t;\nSELECT nowhere FROM t;\nSELECT a FROM t;' },
      line: /^failed: 0 of 3 passed, 2 failed, 1 can’t fail$/,
    },
  ],
  plans: [
    { sql: INDEX, options: { verify: '-- expect: empty\nSELECT * FROM t;' }, line: null },
    {
      sql: INDEX,
      options: { verify: '-- expect: uses index i\nSELECT * FROM t WHERE a = 1;' },
      line: /^proven: line 2 (?:can use|uses) `i`$/,
    },
    {
      sql: INDEX,
      options: { verify: '-- expect: uses index i\nSELECT * FROM t WHERE b IS NULL;' },
      line: /^failed: line 2 does not use `i`$/,
    },
  ],
  probes: [
    { sql: 'CREATE TABLE other (a int);', line: null },
    { sql: ADD, line: /^proven: on one row, as before: INSERT, UPDATE and DELETE on `t`$/ },
    {
      setup: "CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL DEFAULT 'x');",
      sql: 'ALTER TABLE t ALTER a DROP DEFAULT;',
      line: /^failed: INSERT on `t` fails \(23502\): null value in column "a" .*; on one row, as before: UPDATE and DELETE on `t`$/,
    },
    {
      sql: 'ALTER TABLE t ADD COLUMN c int NOT NULL;',
      line: /^not checked fails-with-rows: nothing was written to `t`$/,
    },
  ],
  queries: [
    { sql: ADD, line: null },
    {
      sql: ADD,
      options: { queries: '-- name: one\nSELECT a FROM t;' },
      line: /^proven: 1 of 1 work, run on rows before and after$/,
    },
    {
      sql: 'ALTER TABLE t DROP COLUMN b;',
      options: { queries: '-- name: one\nSELECT b FROM t;\n-- name: two\nSELECT a FROM t;' },
      line: /^failed: 1 of 2 work, run on rows before and after; `one` breaks \(42703\)/,
    },
    {
      sql: ADD,
      options: { queries: '-- name: one\nSELECT nowhere FROM t;\n-- name: two\nSELECT nope FROM t;' },
      line: /^not checked cannot-be-tried: 0 of 2 work; `one`, `two` fail on the old schema, too/,
    },
    {
      sql: ADD,
      options: { queries: '-- name: put\nINSERT INTO t (id) VALUES ($1);\n-- name: get\nSELECT a FROM t;' },
      line: /^proven: 2 of 2 work, run on rows before and after/,
    },
    {
      setup: `CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'closed'; END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
      sql: ADD,
      options: { queries: '-- name: put\nINSERT INTO t (id) VALUES ($1);\n-- name: get\nSELECT a FROM t;' },
      line: /^not checked cannot-be-tried: 2 of 2 work, 1 of them run on rows before and after; `put` is refused on the rows here, which may be their own doing: closed \(P0001\)/,
    },
    {
      sql: 'CREATE INDEX i ON t (a);\nCREATE INDEX j ON t (b);',
      options: {
        queries: '-- name: get\nSELECT id FROM t WHERE a = $1;',
        seed: 'INSERT INTO t SELECT g, g FROM generate_series(1, 5000) g;',
      },
      line: /^proven: 1 of 1 work, run on rows before and after; `get` have another plan; no query uses the new index `j`$/,
    },
  ],
  writes: [
    { sql: ADD, options: { down: REMOVE }, line: null },
    {
      sql: INDEX,
      line: /^proven: an insert into `t` writes \d+ bytes of WAL instead of \d+, an update of `a` \d+ instead of \d+/,
    },
    { sql: INDEX, options: { maxWriteCost: 1.01 }, line: /^failed: an insert into `t` writes/ },
    { sql: INDEX, options: { maxWriteCost: 1000 }, line: /^proven: an insert into `t` writes/ },
    {
      setup: `${TABLE} CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''reserved''; END';
        CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION no();`,
      sql: INDEX,
      line: /^not checked not-measured: not measured: the rows of `t` could not be written anew, or not counted$/,
    },
    {
      sql: `ALTER TABLE t ADD COLUMN c int NOT NULL;\n${INDEX}`,
      line: /^not checked fails-with-rows: not measured: nothing was written to `t`$/,
    },
  ],
  bloat: [
    { sql: ADD, line: /^proven: no existing row is updated, deleted or rewritten$/ },
    { sql: 'CREATE TABLE u (id int);', line: /^proven: no existing row is updated, deleted or rewritten$/ },
    { sql: 'UPDATE t SET a = 1;', line: /^proven: `t`: 100 dead row versions for each 100 rows$/ },
    { sql: 'DELETE FROM t;', line: /^proven: `t`: 100 dead row versions/ },
    { sql: 'INSERT INTO t SELECT 1000 + g FROM generate_series(1, 9) g;', line: /^proven: `t`: 0 dead row versions/ },
    {
      sql: 'UPDATE t SET b = 1 WHERE id < 0;',
      line: /^not checked no-rows: it changes none of the sample rows of `t`$/,
    },
    { sql: 'TRUNCATE t;', line: /^proven: no existing row is updated, deleted or rewritten/ },
    { sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;', line: /^proven: `t` is rewritten: no dead rows/ },
    {
      sql: 'UPDATE t SET a = 1;\nDROP TABLE t;',
      line: /^not checked no-rows: not measured: there were no rows to see it on in `t`$/,
    },
    {
      setup: `${TABLE} CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''reserved''; END';
        CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION no();`,
      sql: 'UPDATE t SET a = 1;',
      line: /^not checked no-rows: not measured: sample rows of `t` could not be inserted$/,
    },
    {
      sql: 'UPDATE t SET a = 1;\nALTER TABLE t ADD COLUMN c int NOT NULL;',
      line: /^not checked fails-with-rows: not measured: there were no rows to see it on in `t`$/,
    },
  ],
};

describe.each(Object.entries(CASES))('%s', (check, cases) => {
  it.each(cases)('$line of $sql', async ({ setup = TABLE, sql, options, line }) => {
    const { report } = await rehearseSql(server, setup, sql, options);
    const proof = report.proofs.find((one) => one.check === check);
    const told = proof && `${proof.status}${proof.reason ? ` ${proof.reason}` : ''}: ${proof.detail}`;
    if (line === null) expect(told).toBeUndefined();
    else expect(told).toMatch(line);
  });
});

it('the lines stand in the order of the checklist', async () => {
  const { report } = await rehearseSql(server, TABLE, `${ADD}\n${INDEX}`, {
    down: `DROP INDEX i;\n${REMOVE}`,
    verify: '-- expect: uses index i\nSELECT * FROM t WHERE a = 1;',
    queries: 'SELECT a FROM t;',
  });
  expect(report.proofs.map(({ check }) => check)).toEqual([
    'applied',
    'objects',
    'rollback',
    'data',
    'rerun',
    'validation',
    'plans',
    'queries',
    'probes',
    'writes',
    'bloat',
  ]);
  const written = report.proofs.find(({ check }) => check === 'writes');
  expect(written?.table?.rows.map(([table, write]) => `${table} ${write}`)).toEqual(['t INSERT', 't UPDATE of a']);
});
