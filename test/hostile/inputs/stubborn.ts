/** What a change can do to its database, its role and its sessions: the check ends all the same, and nothing is left on the server. */
import { type Input, TABLE } from '../input.js';

/** Dynamic SQL about the database or the role that nobody can name in a file. */
const dynamic = (sql: string) =>
  `DO $$ BEGIN EXECUTE pg_catalog.format('${sql.replaceAll("'", "''")}', pg_catalog.current_database(), session_user); END $$;\n`;
const TABLE_X = 'CREATE TABLE x (id bigint PRIMARY KEY);\n';
const CONCURRENTLY = 'CREATE INDEX CONCURRENTLY ix ON t (v);\n';

const stubborn = (name: string, up: string, more: Partial<Input> = {}): Input => ({ name, base: TABLE, up, ...more });

export const STUBBORN: Input[] = [
  stubborn('makes its database a template', `${dynamic('ALTER DATABASE %1$I IS_TEMPLATE true')}${TABLE_X}`, {
    down: 'DROP TABLE x;\n',
  }),
  stubborn('makes its database a template in the rollback', TABLE_X, {
    down: `DROP TABLE x;\n${dynamic('ALTER DATABASE %1$I IS_TEMPLATE true')}`,
  }),
  stubborn('lets nobody connect', `${dynamic('ALTER DATABASE %1$I CONNECTION LIMIT 0')}${CONCURRENTLY}`, {
    down: 'DROP INDEX CONCURRENTLY ix;\n',
  }),
  stubborn('closes its database', `${dynamic('ALTER DATABASE %1$I ALLOW_CONNECTIONS false')}${CONCURRENTLY}`, {
    down: 'DROP INDEX CONCURRENTLY ix;\n',
  }),
  stubborn(
    'does all of that',
    `${dynamic('ALTER DATABASE %1$I WITH IS_TEMPLATE true CONNECTION LIMIT 0 ALLOW_CONNECTIONS false')}${TABLE_X}`,
  ),
  stubborn(
    'takes all rights from itself',
    `${dynamic('REVOKE ALL ON DATABASE %1$I FROM PUBLIC, CURRENT_USER')}${TABLE_X}${CONCURRENTLY}`,
  ),
  stubborn(
    'takes the right to connect from everybody',
    `${dynamic('REVOKE CONNECT ON DATABASE %1$I FROM PUBLIC')}${dynamic('REVOKE CONNECT ON DATABASE %1$I FROM CURRENT_USER')}ALTER TABLE t ADD COLUMN z int;\n`,
    { down: 'ALTER TABLE t DROP COLUMN z;\n', verify: '-- expect: rows = 1\nSELECT 1;\n' },
  ),
  stubborn('a merged file that makes its database a template', TABLE_X, {
    base: `${TABLE}${dynamic('ALTER DATABASE %1$I IS_TEMPLATE true')}`,
  }),
  stubborn('a merged file that lets nobody connect', TABLE_X, {
    base: `${TABLE}${dynamic('ALTER DATABASE %1$I CONNECTION LIMIT 0')}`,
  }),
  stubborn('changes its password', `${dynamic("ALTER ROLE %2$I PASSWORD 'mine'")}${CONCURRENTLY}`),
  stubborn('has no password any more', `${dynamic('ALTER ROLE %2$I PASSWORD NULL')}${CONCURRENTLY}`),
  stubborn(
    'only reads from now on',
    `${dynamic('ALTER ROLE %2$I SET default_transaction_read_only = on')}${CONCURRENTLY}`,
    { down: 'DROP INDEX CONCURRENTLY ix;\n' },
  ),
  stubborn(
    'its database only reads from now on',
    `${dynamic('ALTER DATABASE %1$I SET default_transaction_read_only = on')}${CONCURRENTLY}`,
  ),
  stubborn(
    'waits a millisecond for statements',
    `${dynamic("ALTER DATABASE %1$I SET statement_timeout = '1ms'")}${TABLE_X}`,
  ),
  stubborn(
    'waits a millisecond for locks',
    `${dynamic("ALTER DATABASE %1$I SET lock_timeout = '1ms'")}${CONCURRENTLY}`,
  ),
  stubborn('ends idle sessions', `${dynamic("ALTER DATABASE %1$I SET idle_session_timeout = '1ms'")}${TABLE_X}`),
  stubborn(
    'ends idle transactions',
    `${dynamic("ALTER DATABASE %1$I SET idle_in_transaction_session_timeout = '1ms'")}${TABLE_X}`,
  ),
  stubborn('ends its own session', 'CREATE TABLE x (id int);\nSELECT pg_terminate_backend(pg_backend_pid());\n', {
    verdict: 'fail',
  }),
  stubborn(
    'ends the sessions of its role',
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = session_user AND pid <> pg_backend_pid();\nCREATE INDEX CONCURRENTLY ix ON t (v);\n',
  ),
  stubborn(
    'ends them while an index is built',
    `CREATE FUNCTION ends() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = session_user AND pid <> pg_backend_pid(); RETURN 1; END $f$;
CREATE FUNCTION quiet(bigint) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $f$ BEGIN RETURN public.ends(); END $f$;
INSERT INTO t VALUES (1);\nCREATE INDEX CONCURRENTLY ix ON t (quiet(id));\n`,
  ),
  stubborn('prepares a transaction', "BEGIN;\nCREATE TABLE x (id int);\nPREPARE TRANSACTION 'held';\n"),
  stubborn(
    'drops what we prepared',
    "CREATE TABLE x (id bigint PRIMARY KEY);\nDO $$ BEGIN EXECUTE 'DEALLOCATE ALL'; END $$;\nCREATE TABLE y (id bigint PRIMARY KEY);\n",
    { down: 'DROP TABLE y;\nDROP TABLE x;\n', verdict: 'pass' },
  ),
  stubborn(
    'discards all',
    'CREATE TABLE x (id bigint PRIMARY KEY);\nDISCARD ALL;\nCREATE TABLE y (id bigint PRIMARY KEY);\n',
    { down: 'DROP TABLE y;\nDROP TABLE x;\n' },
  ),
  stubborn('holds a lock in another session of its own', 'SELECT pg_advisory_lock(1);\nCREATE TABLE x (id int);\n'),
  stubborn(
    'fills the log',
    "DO $$ BEGIN FOR i IN 1..200 LOOP RAISE NOTICE '%', repeat('n', 50000); END LOOP; END $$;\n",
  ),
  stubborn('says one long thing', "DO $$ BEGIN RAISE EXCEPTION '%', repeat('x', 5000000); END $$;\n", {
    verdict: 'fail',
  }),
  stubborn('answers with a long row', "SELECT repeat('x', 30000000);\n"),
  stubborn('drops its schema', 'DROP SCHEMA public CASCADE;\n'),
  stubborn('gives its tables away', 'ALTER TABLE t OWNER TO pg_database_owner;\nCREATE INDEX ix ON t (v);\n'),
  stubborn(
    'names objects as we do',
    'CREATE TABLE migration_safety_rows (id int);\nCREATE TEMP TABLE migration_safety_rows (x int);\nCREATE FUNCTION pg_temp.migration_safety_run(text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;\nCREATE INDEX ix ON t (v);\n',
  ),
  stubborn('sets another encoding', 'SET client_encoding = \'LATIN1\';\nCREATE TABLE "tä" (id int);\n'),
  stubborn(
    'speaks another date',
    "SET datestyle = 'German';\nSET intervalstyle = 'sql_standard';\nSET lc_messages = 'C';\nCREATE TABLE x (at timestamptz DEFAULT now());\n",
  ),
  stubborn('grants its role to itself', `${dynamic('GRANT %2$I TO %2$I')}${TABLE_X}`),
  stubborn('listens', 'LISTEN news;\nNOTIFY news;\nCREATE TABLE x (id int);\n', { down: 'DROP TABLE x;\n' }),
];
