/** SQL that hides what it does, beside the same change that doesn't. */
import { type Change, type Input, TABLE } from '../input.js';

/** Red for its SHARE lock and its ACCESS EXCLUSIVE lock. */
const LOCKS: Change = {
  base: TABLE,
  up: "SET lock_timeout = '2s';\nCREATE INDEX ix ON t (v);\n",
  down: 'DROP INDEX CONCURRENTLY ix;\n',
};
const REWRITE: Change = {
  base: TABLE,
  up: "SET lock_timeout = '2s';\nALTER TABLE t ALTER COLUMN v TYPE varchar(10);\n",
  down: 'SELECT 1;\n',
};
const LEFTOVER: Change = {
  base: TABLE,
  up: 'CREATE TABLE IF NOT EXISTS keepme (id bigint PRIMARY KEY);\nCREATE TABLE other (id bigint PRIMARY KEY);\n',
  down: 'DROP TABLE other;\n',
};
const LOSS: Change = {
  base: `${TABLE}ALTER TABLE t ADD CONSTRAINT kept CHECK (n > 0);\n`,
  up: "SET lock_timeout = '2s';\nCREATE TABLE other (id bigint PRIMARY KEY);\n",
  down: "SET lock_timeout = '2s';\nALTER TABLE t DROP CONSTRAINT kept;\nDROP TABLE other;\n",
};

/** `before` stands at the head of the up script, `after` at its end. */
const hiding = (name: string, honest: Change, before: string, after = '', down = ''): Input => ({
  name,
  ...honest,
  up: `${before}${honest.up}${after}`,
  down: `${down}${honest.down ?? ''}`,
  honest,
});

const EVIL_PATH =
  'CREATE SCHEMA IF NOT EXISTS evil;\nCREATE OR REPLACE VIEW evil.pg_locks AS SELECT * FROM pg_catalog.pg_locks WHERE false;\nSET search_path = evil, pg_catalog, public;\n';
const EMPTY = (relation: string) =>
  `CREATE TEMP VIEW ${relation} AS SELECT * FROM pg_catalog.${relation} WHERE false;\n`;
const REPREPARE = (filter: string) => `DO $$ DECLARE r record; BEGIN
  FOR r IN SELECT name FROM pg_catalog.pg_prepared_statements LOOP
    EXECUTE 'DEALLOCATE ' || quote_ident(r.name);
    EXECUTE 'PREPARE ' || quote_ident(r.name) || ' AS ${filter}';
  END LOOP; END $$;\n`;

/** Code that runs where nobody stands beside it: it commits by itself, or runs at COMMIT. */
const PROCEDURE = (body: string, end = 'COMMIT;') =>
  `CREATE PROCEDURE p() LANGUAGE plpgsql AS $f$ BEGIN ${body} ${end} END $f$;\n`;
const BUILDS = (volatile: string) =>
  `CREATE FUNCTION builds() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN ${volatile} RETURN 1; END $f$;\n`;
const ON_ROW = `CREATE TABLE helper (id int);
CREATE FUNCTION builds() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN EXECUTE 'CREATE INDEX ix ON public.t (v)'; RETURN NULL; END $f$;\n`;
const WITH_BACK = (up: string): Change => ({
  base: TABLE,
  up: `SET lock_timeout = '2s';\n${up}`,
  down: 'DROP INDEX CONCURRENTLY ix;\n',
});
const unseen = (name: string, hostile: string, honest: string): Input => ({
  name,
  ...WITH_BACK(hostile),
  honest: WITH_BACK(honest),
});

const UNSEEN: Input[] = [
  unseen(
    'a procedure that commits',
    `${PROCEDURE("EXECUTE 'CREATE INDEX ix ON public.t (v)';")}CALL p();\n`,
    `${PROCEDURE("EXECUTE 'CREATE INDEX ix ON public.t (v)';", '')}CALL p();\n`,
  ),
  unseen(
    'a procedure that rewrites a table and commits',
    `${PROCEDURE('ALTER TABLE public.t ALTER COLUMN n TYPE bigint;')}CREATE INDEX CONCURRENTLY ix ON t (v);\nCALL p();\n`,
    `${PROCEDURE('ALTER TABLE public.t ALTER COLUMN n TYPE bigint;', '')}CREATE INDEX CONCURRENTLY ix ON t (v);\nCALL p();\n`,
  ),
  unseen(
    'a DO block that commits',
    "DO $$ BEGIN EXECUTE 'CREATE INDEX ' || 'ix ON t (v)'; COMMIT; END $$;\n",
    "DO $$ BEGIN EXECUTE 'CREATE INDEX ' || 'ix ON t (v)'; END $$;\n",
  ),
  unseen(
    'a trigger that is deferred to COMMIT',
    `${ON_ROW}CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON helper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION builds();\nINSERT INTO helper VALUES (1);\n`,
    `${ON_ROW}CREATE TRIGGER tr AFTER INSERT ON helper FOR EACH ROW EXECUTE FUNCTION builds();\nINSERT INTO helper VALUES (1);\n`,
  ),
  unseen(
    'a trigger that is deferred to a COMMIT of the script',
    `${ON_ROW}CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON helper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION builds();\nBEGIN;\nINSERT INTO helper VALUES (1);\nCOMMIT;\n`,
    `${ON_ROW}CREATE TRIGGER tr AFTER INSERT ON helper FOR EACH ROW EXECUTE FUNCTION builds();\nBEGIN;\nINSERT INTO helper VALUES (1);\nCOMMIT;\n`,
  ),
  unseen(
    'a cursor that outlives its transaction',
    `${BUILDS("EXECUTE 'CREATE INDEX IF NOT EXISTS ix ON public.t (v)';")}DECLARE c CURSOR WITH HOLD FOR SELECT builds();\n`,
    `${BUILDS("EXECUTE 'CREATE INDEX IF NOT EXISTS ix ON public.t (v)';")}SELECT builds();\n`,
  ),
  {
    name: 'a table that is made a member of an extension',
    base: `CREATE EXTENSION citext;\n${TABLE}`,
    up: 'CREATE TABLE leftover (id bigint PRIMARY KEY);\nALTER EXTENSION citext ADD TABLE leftover;\n',
    down: 'SELECT 1;\n',
    honest: {
      base: `CREATE EXTENSION citext;\n${TABLE}`,
      up: 'CREATE TABLE leftover (id bigint PRIMARY KEY);\n',
      down: 'SELECT 1;\n',
    },
  },
  {
    name: 'an error that says that an extension is not available',
    base: TABLE,
    up: `DO $$ BEGIN RAISE EXCEPTION 'could not open extension control file "/x/foo.control": extension "foo" is not available' USING ERRCODE = '58P01'; END $$;\n`,
    honest: { base: TABLE, up: "DO $$ BEGIN RAISE EXCEPTION 'no'; END $$;\n" },
  },
];

export const FORGED: Input[] = [
  ...UNSEEN,
  hiding('a temporary view named pg_locks', LOCKS, EMPTY('pg_locks'), 'DROP VIEW pg_temp.pg_locks;\n'),
  hiding(
    'a temporary table named pg_locks',
    LOCKS,
    'CREATE TEMP TABLE pg_locks AS SELECT * FROM pg_catalog.pg_locks LIMIT 0;\n',
    'DROP TABLE pg_temp.pg_locks;\n',
  ),
  hiding(
    'a temporary view named pg_locks, before a rewrite',
    REWRITE,
    EMPTY('pg_locks'),
    'DROP VIEW pg_temp.pg_locks;\n',
  ),
  hiding(
    'a temporary view named pg_class, before a rewrite',
    REWRITE,
    EMPTY('pg_class'),
    'DROP VIEW pg_temp.pg_class;\n',
  ),
  hiding('a temporary view named pg_index', LOCKS, EMPTY('pg_index'), 'DROP VIEW pg_temp.pg_index;\n'),
  hiding(
    'a temporary view named pg_class that stays',
    LEFTOVER,
    EMPTY('pg_class'),
    '',
    EMPTY('pg_class').replace('CREATE TEMP', 'CREATE OR REPLACE TEMP'),
  ),
  hiding('a temporary view named pg_constraint in the rollback', LOSS, '', '', EMPTY('pg_constraint')),
  hiding(
    'a schema before pg_catalog',
    { ...LOCKS, down: 'DROP INDEX CONCURRENTLY ix;\nDROP SCHEMA IF EXISTS evil CASCADE;\n' },
    EVIL_PATH,
  ),
  hiding(
    'set_config instead of SET',
    { ...LOCKS, down: 'DROP INDEX CONCURRENTLY ix;\nDROP SCHEMA IF EXISTS evil CASCADE;\n' },
    `${EVIL_PATH.replace(/SET search_path.*\n/, '')}SELECT pg_catalog.set_config('search_path', 'evil, pg_catalog, public', false);\n`,
  ),
  hiding(
    'an operator before that of pg_catalog',
    { ...LOCKS, down: 'DROP INDEX CONCURRENTLY ix;\nDROP SCHEMA IF EXISTS evil CASCADE;\n' },
    `CREATE SCHEMA IF NOT EXISTS evil;
CREATE OR REPLACE FUNCTION evil.never(int, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT false';
DO $$ BEGIN CREATE OPERATOR evil.= (LEFTARG = int, RIGHTARG = int, FUNCTION = evil.never); EXCEPTION WHEN OTHERS THEN NULL; END $$;
SET search_path = evil, pg_catalog, public;\n`,
  ),
  hiding(
    'prepared statements that are made anew',
    LEFTOVER,
    REPREPARE('SELECT 1 WHERE false'),
    '',
    REPREPARE('SELECT 1, 2, 3, 4 WHERE false'),
  ),
  hiding('prepared statements that are dropped', LOCKS, "DO $$ BEGIN EXECUTE 'DEALLOCATE ALL'; END $$;\n"),
  hiding(
    'statements within what we read as one text',
    { ...LOCKS, up: "SET lock_timeout = '2s';\nCREATE INDEX ix ON t (v);\n" },
    '',
    '',
  ),
  {
    name: 'a text that the server reads as several statements',
    base: TABLE,
    up: "SET lock_timeout = '2s';\nSET standard_conforming_strings = off;\nSELECT '\\' || ' ; CREATE INDEX ix ON t (v); SELECT 1; --';\n",
    down: 'DROP INDEX CONCURRENTLY ix;\n',
    honest: LOCKS,
  },
  {
    name: 'a text that ends its transaction and begins another',
    base: TABLE,
    up: "SET lock_timeout = '2s';\nSET standard_conforming_strings = off;\nSELECT '\\' || ' ; COMMIT; CREATE INDEX ix ON t (v); BEGIN; SELECT 1; --';\n",
    down: 'DROP INDEX CONCURRENTLY ix;\n',
    honest: LOCKS,
  },
  {
    name: 'a lock that a caught error gives back',
    base: TABLE,
    up: "SET lock_timeout = '2s';\nDO $$ BEGIN CREATE INDEX ix ON t (v); RAISE EXCEPTION 'undone'; EXCEPTION WHEN raise_exception THEN NULL; END $$;\n",
    down: 'SELECT 1;\n',
    honest: {
      base: TABLE,
      up: "SET lock_timeout = '2s';\nDO $$ BEGIN CREATE INDEX ix ON t (v); END $$;\n",
      down: 'DROP INDEX CONCURRENTLY ix;\n',
    },
  },
  hiding(
    'a function that counts no rows',
    {
      base: TABLE,
      up: "SET lock_timeout = '2s';\nCREATE TABLE other (id bigint PRIMARY KEY);\nLOCK TABLE t IN ROW EXCLUSIVE MODE;\n",
      down: 'DELETE FROM t;\nDROP TABLE other;\n',
    },
    `CREATE SCHEMA IF NOT EXISTS evil;
CREATE OR REPLACE FUNCTION evil.hashtextextended(pg_catalog.text, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint';
DO $$ BEGIN EXECUTE pg_catalog.format('ALTER ROLE %I SET search_path = evil, pg_catalog, public', session_user); END $$;\nSET search_path = evil, pg_catalog, public;\n`,
    '',
    'DROP SCHEMA IF EXISTS evil CASCADE;\n',
  ),
];
