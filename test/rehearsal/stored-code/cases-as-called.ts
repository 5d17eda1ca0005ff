/** What only a call would show: names of variables and columns, types of rows, indexes of ON CONFLICT, and what nobody can try. */
import type { Case } from './cases.js';

const T = 'CREATE TABLE t (id int PRIMARY KEY, k text NOT NULL, a varchar(9), n int NOT NULL DEFAULT 0);';
const routine = (name: string, body: string, rest = 'RETURNS void LANGUAGE plpgsql') =>
  `CREATE FUNCTION ${name} ${rest} AS $$ ${body} $$;`;

export const BREAKS_AS_CALLED: Case[] = [
  {
    what: 'a new column has the name of an argument',
    setup: `${T} ${routine('f(pid int, total int)', 'BEGIN UPDATE t SET a = total::text WHERE id = pid; END')}`,
    sql: "SET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN total int;",
    says: [
      '`f(pid integer, total integer)` fails',
      '"total" is ambiguous',
      'a PL/pgSQL variable or a table column',
      '42702',
    ],
    line: 2,
  },
  {
    what: 'a renamed column has the name of a variable, under a condition',
    setup: `${T} ${routine('f()', 'DECLARE total int := 1; BEGIN IF total > 1 THEN PERFORM 1 FROM t WHERE n = total; END IF; END')}`,
    sql: 'ALTER TABLE t RENAME COLUMN a TO total;',
    says: ['`f()` fails once this has run, where it comes to line 1', '42702'],
  },
  {
    what: 'a new column has the name of a column of RETURNS TABLE',
    setup: `${T} ${routine('f()', 'BEGIN RETURN QUERY SELECT id, length(k) FROM t ORDER BY size; END', 'RETURNS TABLE (i int, size int) LANGUAGE plpgsql')}`,
    sql: 'ALTER TABLE t ADD COLUMN size int;',
    says: ['`f()` fails', '"size" is ambiguous'],
  },
  {
    what: 'a function in SQL whose argument has the name of a new column',
    setup: `${T} ${routine('f(pid int, total int)', 'UPDATE t SET a = total::text WHERE id = pid', 'RETURNS void LANGUAGE sql')}`,
    sql: 'ALTER TABLE t ADD COLUMN more int;\nALTER TABLE t ADD COLUMN total int;',
    says: [
      '`total` is a column to the function `f(pid integer, total integer)`',
      'no longer its own argument',
      'other values',
    ],
    line: 2,
  },
  {
    what: 'a body that takes columns first',
    setup: `${T} ${routine('f(total int)', '#variable_conflict use_column\n BEGIN UPDATE t SET n = total; END')}`,
    sql: 'ALTER TABLE t ADD COLUMN total int;',
    says: ['`total` is a column to the function `f(total integer)`, line 2'],
  },
  {
    what: 'RETURN QUERY gives another type',
    setup: `${T} ${routine('f()', 'BEGIN RETURN QUERY SELECT t.id, t.k FROM t; END', 'RETURNS TABLE (i int, w text) LANGUAGE plpgsql')}`,
    sql: 'ALTER TABLE t ADD COLUMN more int;\nALTER TABLE t ALTER COLUMN id TYPE bigint;',
    says: [
      'structure of query does not match',
      'Returned type bigint does not match expected type integer in column 1',
      '42804',
    ],
    line: 2,
  },
  {
    what: 'RETURN QUERY of what an UPDATE gives back',
    setup: `${T} ${routine('f()', 'BEGIN RETURN QUERY UPDATE t SET n = 1 RETURNING id; END', 'RETURNS SETOF int LANGUAGE plpgsql')}`,
    sql: 'ALTER TABLE t ALTER COLUMN id TYPE bigint;',
    says: ['`f()` fails', '42804'],
  },
  {
    what: 'RETURN QUERY EXECUTE of a constant',
    setup: `${T} ${routine('f()', "BEGIN RETURN QUERY EXECUTE 'SELECT id FROM t'; END", 'RETURNS SETOF int LANGUAGE plpgsql')}`,
    sql: 'ALTER TABLE t ALTER COLUMN id TYPE bigint;',
    says: ['`f()` fails', '42804'],
  },
  {
    what: 'the row type of SETOF a table has another length than what is selected',
    setup: `${T} ${routine('f()', "BEGIN RETURN QUERY SELECT id, k, 'x'::varchar(9), n FROM t; END", 'RETURNS SETOF t LANGUAGE plpgsql')}`,
    sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(5);',
    says: ['`f()` fails', 'character varying(9) does not match expected type character varying(5) in column 3'],
  },
  {
    what: 'a row is made up for a type that gains an attribute',
    setup: `CREATE TYPE addr AS (s text, z text); ${routine('f()', "BEGIN RETURN ROW('a'::text, 'b'::text); END", 'RETURNS addr LANGUAGE plpgsql')}`,
    sql: 'ALTER TYPE addr ADD ATTRIBUTE c text;',
    says: ['`f()` fails', 'returned record type does not match expected record type', '42804'],
  },
  {
    what: 'RETURN NEXT of a record whose query has another type',
    setup: `${T} CREATE TYPE pair AS (i int, w text); ${routine('f()', 'DECLARE r record; BEGIN FOR r IN SELECT id, k FROM t LOOP RETURN NEXT r; END LOOP; END', 'RETURNS SETOF pair LANGUAGE plpgsql')}`,
    sql: 'ALTER TABLE t ALTER COLUMN id TYPE bigint;',
    says: ['where it comes to line 1', 'wrong record type supplied in RETURN NEXT', '42804'],
  },
  {
    what: 'a record’s column has another type where a function takes it',
    setup: `${T} ${routine('g(i int)', 'SELECT', 'RETURNS void LANGUAGE sql')} ${routine('f()', 'DECLARE r record; BEGIN FOR r IN SELECT id FROM t LOOP PERFORM g(r.id); END LOOP; END')}`,
    sql: 'ALTER TABLE t ALTER COLUMN id TYPE bigint;',
    says: ['function g(bigint) does not exist', '42883'],
  },
  {
    what: 'the index of ON CONFLICT is dropped',
    setup: `${T} CREATE UNIQUE INDEX t_k ON t (k); ${routine('f(p text)', 'BEGIN INSERT INTO t (id, k) VALUES (1, p) ON CONFLICT (k) DO UPDATE SET n = t.n + 1; END')}`,
    sql: "SET lock_timeout = '2s';\nDROP INDEX CONCURRENTLY t_k;",
    says: ['`f(p text)` fails', 'no unique or exclusion constraint matching the ON CONFLICT', '42P10'],
    line: 2,
  },
  {
    what: 'the constraint of ON CONFLICT in a function in SQL',
    setup: `${T} ALTER TABLE t ADD CONSTRAINT t_k UNIQUE (k); ${routine('f(p text)', 'INSERT INTO t (id, k) VALUES (1, p) ON CONFLICT (k) DO NOTHING', 'RETURNS void LANGUAGE sql')}`,
    sql: 'ALTER TABLE t DROP CONSTRAINT t_k;',
    says: ['`f(p text)` fails', '42P10'],
  },
  {
    what: 'an operator is dropped',
    setup: `${routine('eqq(a text, b text)', 'SELECT a = b', 'RETURNS bool LANGUAGE sql IMMUTABLE')} CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = eqq);
      ${routine('f(a text)', "BEGIN RETURN a === 'x'; END", 'RETURNS bool LANGUAGE plpgsql')}`,
    sql: 'DROP OPERATOR === (text, text);',
    says: ['`f(a text)` fails', 'operator does not exist: text === unknown', '42883'],
  },
  {
    what: 'a text search configuration is dropped',
    setup: `CREATE TEXT SEARCH CONFIGURATION myc (COPY = simple); ${routine('f(x text)', "BEGIN RETURN to_tsvector('myc', x); END", 'RETURNS tsvector LANGUAGE plpgsql')}`,
    sql: 'DROP TEXT SEARCH CONFIGURATION myc;',
    says: ['`f(x text)` fails', '42704'],
  },
  {
    what: 'EXECUTE of a constant reads a dropped column',
    setup: `${T} ${routine('f()', "DECLARE v text; BEGIN EXECUTE 'SELECT a FROM t LIMIT 1' INTO v; END")}`,
    sql: 'ALTER TABLE t DROP COLUMN a;',
    says: ['`f()` fails', 'column "a" does not exist'],
  },
  {
    what: 'EXECUTE of a constant gets the trigger’s row',
    setup: `${T} ${routine('f()', "DECLARE v text; BEGIN EXECUTE 'SELECT ($1).a' INTO v USING NEW; RETURN NEW; END", 'RETURNS trigger LANGUAGE plpgsql')} CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    sql: 'ALTER TABLE t DROP COLUMN a;',
    says: ['Each INSERT of `t` fails', '42703'],
  },
  {
    what: 'a name that format() gets is gone everywhere',
    setup: `${T} ${routine('f(tab text)', "DECLARE v text; BEGIN EXECUTE format('SELECT %I FROM %I', 'a', tab) INTO v; END")}`,
    sql: 'ALTER TABLE t DROP COLUMN a;',
    says: ['names in line 1 the column `a`', 'could not be tried'],
    severity: 'warning',
  },
  {
    what: 'a column that a body writes is generated now',
    setup: `${T} ${routine('f(p int)', 'BEGIN UPDATE t SET n = p; END')}`,
    sql: 'ALTER TABLE t DROP COLUMN n;\nALTER TABLE t ADD COLUMN n int GENERATED ALWAYS AS (id + 1) STORED;',
    says: ['`f(p integer)` fails', 'column "n" can only be updated to DEFAULT', '428C9'],
    line: 2,
  },
  {
    what: 'COPY names a dropped column',
    setup: `${T} ${routine('f()', "BEGIN COPY t (id, a) TO '/nowhere'; END")}`,
    sql: 'ALTER TABLE t DROP COLUMN a;',
    says: ['`f()` fails', 'column "a" does not exist'],
  },
  {
    what: 'what a handler does itself is not caught',
    setup: `${T} ${routine('f()', "BEGIN NULL; EXCEPTION WHEN others THEN UPDATE t SET a = 'e'; END")}`,
    sql: 'ALTER TABLE t DROP COLUMN a;',
    says: ['`f()` fails once this has run, where it comes to line 1', '42703'],
  },
  {
    what: 'a replaced function calls what there is not',
    setup: routine('f(x text)', 'BEGIN RETURN lower(x); END', 'RETURNS text LANGUAGE plpgsql'),
    sql: routine('f(x text)', 'BEGIN RETURN lowr(x); END', 'RETURNS text LANGUAGE plpgsql').replace(
      'CREATE',
      'CREATE OR REPLACE',
    ),
    says: ['`f(x text)` is made here and fails', 'function lowr(text) does not exist', '42883'],
    severity: 'warning',
  },
  {
    what: 'a new function gives back another type than it declares',
    setup: T,
    sql: routine('f()', 'BEGIN RETURN QUERY SELECT t.k FROM t; END', 'RETURNS SETOF int LANGUAGE plpgsql'),
    says: ['`f()` is made here and fails', 'Returned type text does not match expected type integer', '42804'],
  },
  {
    what: 'the column’s type is what a comparison fails for, not its default',
    setup: `${T} ALTER TABLE t ALTER COLUMN k SET DEFAULT 'a'; ${routine('f(p text)', 'BEGIN PERFORM 1 FROM t WHERE k = p; END')}`,
    sql: "CREATE TYPE st AS ENUM ('a');\nALTER TABLE t ALTER COLUMN k DROP DEFAULT;\nALTER TABLE t ALTER COLUMN k TYPE st USING k::st;\nALTER TABLE t ALTER COLUMN k SET DEFAULT 'a';",
    says: ['`f(p text)` fails', 'operator does not exist: st = text'],
    line: 3,
  },
  {
    what: 'a block renames the column, among others that are added',
    setup: `${T} ${routine('f()', "BEGIN UPDATE t SET a = 'x'; END")}`,
    sql: 'ALTER TABLE t ADD COLUMN c1 int;\nDO $$ BEGIN ALTER TABLE t RENAME COLUMN a TO b; END $$;\nALTER TABLE t ADD COLUMN c2 int;',
    says: ['`f()` fails', 'column "a" of relation "t" does not exist'],
    line: 2,
  },
  {
    what: 'two statements change the column alike, and only the second breaks the code',
    setup: `${T} ${routine('f()', "BEGIN INSERT INTO t (id, k, n) VALUES (1, 'x', 2); END")}`,
    sql: 'ALTER TABLE t ALTER COLUMN n DROP DEFAULT;\nALTER TABLE t ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY;',
    says: ['`f()` fails', 'cannot insert a non-DEFAULT value into column "n"', '428C9'],
    line: 2,
  },
  {
    what: 'a procedure is called one',
    setup: `${T} CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM t LOOP IF r.a IS NULL THEN COMMIT; END IF; END LOOP; END $$;`,
    sql: 'ALTER TABLE t DROP COLUMN a;',
    says: ['The procedure `p()` fails', 'record "r" has no field "a" (SQLSTATE 42703)'],
  },
];

/** Nothing is said of these, and the line has this status. */
export const SILENT: { what: string; setup: string; sql: string; status: 'proven' | 'not checked'; detail?: string }[] =
  [
    {
      what: 'the body says whose a name is',
      setup: `${T} ${routine('f(total int)', '#variable_conflict use_variable\n BEGIN UPDATE t SET n = total; END')} ${routine('g(total int)', 'BEGIN UPDATE t SET n = g.total; END')}
      ${routine('h(total int)', 'BEGIN INSERT INTO t AS x (id, k) VALUES (total, $1::text); END')}`,
      sql: 'ALTER TABLE t ADD COLUMN total int;',
      status: 'proven',
    },
    {
      what: 'rows of the types that are declared',
      setup: `${T} ${routine('f()', 'BEGIN RETURN QUERY SELECT * FROM t; END', 'RETURNS SETOF t LANGUAGE plpgsql')}
      ${routine('g()', 'DECLARE r t; BEGIN SELECT * INTO r FROM t; RETURN r; END', 'RETURNS t LANGUAGE plpgsql')}
      ${routine('h()', 'BEGIN RETURN NULL; END', 'RETURNS t LANGUAGE plpgsql')}
      ${routine('i()', 'BEGIN RETURN NEXT 1; RETURN QUERY WITH w AS (UPDATE t SET n = 2 RETURNING id) SELECT w.id FROM w; END', 'RETURNS SETOF int LANGUAGE plpgsql')}`,
      sql: 'ALTER TABLE t ADD COLUMN more int;',
      status: 'proven',
    },
    {
      what: 'a variable of another type has the name of a new column, and comes first',
      setup: `${T} CREATE DOMAIN small AS int NOT NULL; ${routine('f(total date, s small)', "#variable_conflict use_variable\n BEGIN UPDATE t SET n = extract(day FROM total - interval '1 day') WHERE id = 3; END")}`,
      sql: 'ALTER TABLE t ADD COLUMN total int;',
      status: 'proven',
    },
    {
      what: 'another index serves ON CONFLICT',
      setup: `${T} CREATE UNIQUE INDEX t_k ON t (k); CREATE UNIQUE INDEX t_k2 ON t (k); ${routine('f()', "BEGIN INSERT INTO t (id, k) VALUES (1, 'a') ON CONFLICT (k) DO NOTHING; END")}`,
      sql: 'DROP INDEX CONCURRENTLY t_k;',
      status: 'proven',
    },
    {
      what: 'EXECUTE makes up its SQL',
      setup: `${T} ${routine('f(c text)', "BEGIN EXECUTE 'SELECT ' || c || ' FROM t'; END")}`,
      sql: 'ALTER TABLE t ADD COLUMN more int;',
      status: 'not checked',
      detail: '`f(c text)` (line 1, SQL that is made up at run time)',
    },
    {
      what: 'a record that only a run fills',
      setup: `${T} ${routine('f()', "DECLARE r record; BEGIN EXECUTE 'SELECT * FROM t' INTO r; PERFORM r.id; END")}`,
      sql: 'ALTER TABLE t ADD COLUMN more int;',
      status: 'not checked',
      detail: 'the row of r, which only a run fills',
    },
    {
      what: 'a statement that Postgres analyses only when it runs',
      setup: `${T} ${routine('f()', 'BEGIN ALTER TABLE t ALTER COLUMN n SET DEFAULT 1; END')}`,
      sql: 'ALTER TABLE t ADD COLUMN more int;',
      status: 'not checked',
      detail: 'a statement that Postgres analyses only when it runs',
    },
    {
      what: 'what was refused before as well',
      setup: `${T} ${routine('f()', 'BEGIN CREATE TEMP TABLE x ON COMMIT DROP AS SELECT id FROM t; DELETE FROM x; END')}`,
      sql: 'ALTER TABLE t ADD COLUMN more int;',
      status: 'not checked',
      detail: 'refused before as well when it is tried alone: relation "x" does not exist',
    },
  ];
