/** Pairs of up and down over every kind of object that the snapshot knows: what is left over, and that nothing is. */

export interface Kinds {
  what: string;
  up: string;
  down: string;
  /** `change kind name` after the migration with an empty rollback, in order. */
  left: string[];
  /** How many of them SQL is shown for that undoes them. */
  repaired: number;
}

export const SETUP = `CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (id serial PRIMARY KEY, a int NOT NULL DEFAULT 1, b text, feels mood);
CREATE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE SEQUENCE s;
CREATE TABLE p (id int) PARTITION BY RANGE (id);
CREATE TABLE q (t_id int REFERENCES t);
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
CREATE FUNCTION same(a mood, b mood) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION as_int(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1';`;

/** What the owner of a database may do. */
export const OWNER: Kinds[] = [
  {
    what: 'objects of their own',
    up: `CREATE SCHEMA app;
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE pair AS (x int, y int);
CREATE TYPE span AS RANGE (subtype = int);
CREATE SEQUENCE counter;
CREATE FUNCTION g() RETURNS int LANGUAGE sql RETURN 1;
CREATE PROCEDURE h() LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE VIEW w AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
CREATE RULE nothing AS ON DELETE TO t DO INSTEAD NOTHING;
CREATE STATISTICS pairs ON a, b FROM t;
CREATE PUBLICATION pub FOR TABLE t;
CREATE OPERATOR === (leftarg = mood, rightarg = mood, function = same);
CREATE CAST (mood AS int) WITH FUNCTION as_int(mood);
CREATE COLLATION latin (provider = libc, locale = 'C');
CREATE TEXT SEARCH CONFIGURATION plain (parser = default);
CREATE TEXT SEARCH DICTIONARY words (template = simple);
CREATE POLICY own ON t USING (a = 1);
CREATE TRIGGER again AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER on_view INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION touch();
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
COMMENT ON INDEX t_b IS 'an index';
COMMENT ON CONSTRAINT t_pkey ON t IS 'a key';`,
    down: `COMMENT ON CONSTRAINT t_pkey ON t IS NULL;
COMMENT ON INDEX t_b IS NULL;
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC;
DROP TRIGGER on_view ON v; DROP TRIGGER again ON t; DROP POLICY own ON t;
DROP TEXT SEARCH DICTIONARY words; DROP TEXT SEARCH CONFIGURATION plain; DROP COLLATION latin;
DROP CAST (mood AS int); DROP OPERATOR === (mood, mood); DROP PUBLICATION pub; DROP STATISTICS pairs;
DROP RULE nothing ON t; DROP MATERIALIZED VIEW m; DROP VIEW w; DROP AGGREGATE total(int); DROP PROCEDURE h();
DROP FUNCTION g(); DROP SEQUENCE counter; DROP TYPE span; DROP TYPE pair; DROP DOMAIN positive; DROP SCHEMA app;`,
    left: [
      'extra cast (public.mood AS integer)',
      'extra collation public.latin',
      'extra comment index public.t_b',
      'extra comment table constraint t_pkey on public.t',
      'extra default acl for role … on tables',
      'extra domain public.positive',
      'extra function public.g()',
      'extra function public.h()',
      'extra function public.total(integer)',
      'extra materialized view public.m',
      'extra operator public.===(public.mood,public.mood)',
      'extra policy public.t.own',
      'extra publication pub',
      'extra rule nothing on public.t',
      'extra schema app',
      'extra sequence public.counter',
      'extra statistics object public.pairs',
      'extra text search configuration public.plain',
      'extra text search dictionary public.words',
      'extra trigger public.t.again',
      'extra trigger public.v.on_view',
      'extra type public.pair',
      'extra type public.span',
      'extra view public.w',
    ],
    repaired: 23,
  },
  {
    what: 'properties of what was there',
    up: `ALTER TABLE t ALTER b SET STATISTICS 500, ALTER b SET STORAGE EXTERNAL, ALTER b SET (n_distinct = 5);
ALTER TABLE t SET (fillfactor = 70, toast.autovacuum_enabled = false);
ALTER TABLE t REPLICA IDENTITY FULL;
ALTER TABLE t DISABLE TRIGGER touched;
ALTER TABLE q SET UNLOGGED;
ALTER TABLE q FORCE ROW LEVEL SECURITY;
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
GRANT SELECT (a) ON t TO PUBLIC;
GRANT EXECUTE ON FUNCTION f(int) TO CURRENT_USER WITH GRANT OPTION;
ALTER TABLE t CLUSTER ON t_pkey;
ALTER INDEX t_b SET (fillfactor = 50);
ALTER INDEX t_pkey SET (fillfactor = 50);
ALTER SEQUENCE s INCREMENT 5 CYCLE OWNED BY t.a;
ALTER VIEW v SET (security_barrier = true);
ALTER VIEW v ALTER a SET DEFAULT 7;
ALTER FUNCTION f(int) STABLE;
COMMENT ON SCHEMA public IS 'ours';
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = app, public', current_database()); END $$;`,
    down: `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET search_path', current_database()); END $$;
COMMENT ON SCHEMA public IS 'standard public schema';
ALTER FUNCTION f(int) VOLATILE;
ALTER VIEW v ALTER a DROP DEFAULT; ALTER VIEW v RESET (security_barrier);
ALTER SEQUENCE s INCREMENT 1 NO CYCLE OWNED BY NONE;
ALTER INDEX t_pkey RESET (fillfactor); ALTER INDEX t_b RESET (fillfactor);
ALTER TABLE t SET WITHOUT CLUSTER;
REVOKE GRANT OPTION FOR EXECUTE ON FUNCTION f(int) FROM CURRENT_USER; REVOKE SELECT (a) ON t FROM PUBLIC;
DROP TABLE p1; ALTER TABLE q NO FORCE ROW LEVEL SECURITY; ALTER TABLE q SET LOGGED;
ALTER TABLE t ENABLE TRIGGER touched; ALTER TABLE t REPLICA IDENTITY DEFAULT;
ALTER TABLE t RESET (fillfactor, toast.autovacuum_enabled);
ALTER TABLE t ALTER b SET STATISTICS -1, ALTER b SET STORAGE EXTENDED, ALTER b RESET (n_distinct);`,
    left: [
      'changed column public.t.a',
      'changed column public.t.b',
      'changed comment schema public',
      'changed constraint public.t.t_pkey',
      'extra database setting search_path',
      'changed function public.f(x integer)',
      'changed index public.t_b',
      'changed sequence public.s',
      'extra table public.p1',
      'changed table public.q',
      'changed table public.t',
      'changed trigger public.t.touched',
      'changed view public.v',
    ],
    repaired: 2,
  },
];

/** What only a superuser may do. */
export const SUPERUSER: Kinds[] = [
  {
    what: 'roles and what the server keeps',
    up: `CREATE ROLE reader; CREATE ROLE writer LOGIN; GRANT reader TO writer;
ALTER ROLE writer SET lock_timeout = '5s';
DO $$ BEGIN EXECUTE format('ALTER ROLE reader IN DATABASE %I SET search_path = app', current_database()); END $$;
COMMENT ON ROLE reader IS 'reads';`,
    down: 'DROP ROLE writer; DROP ROLE reader;',
    left: ['extra database setting search_path of reader', 'extra role reader', 'extra role writer'],
    repaired: 3,
  },
  {
    what: 'what only a superuser makes',
    up: `CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION watch();
CREATE FOREIGN DATA WRAPPER elsewhere; CREATE SERVER far FOREIGN DATA WRAPPER elsewhere OPTIONS (host 'h');
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (who 'me');
CREATE FOREIGN TABLE ft (a int OPTIONS (name 'b')) SERVER far OPTIONS (name 'other');
CREATE OPERATOR CLASS ints FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(int);
ALTER TABLE q DISABLE TRIGGER ALL;
SELECT lo_create(0);`,
    down: `SELECT lo_unlink(oid) FROM pg_largeobject_metadata; ALTER TABLE q ENABLE TRIGGER ALL;
DROP OPERATOR FAMILY ints USING hash;
DROP FOREIGN TABLE ft; DROP USER MAPPING FOR PUBLIC SERVER far; DROP SERVER far; DROP FOREIGN DATA WRAPPER elsewhere;
DROP EVENT TRIGGER watching; DROP FUNCTION watch();`,
    left: [
      'changed constraint public.q.q_t_id_fkey',
      'extra event trigger watching',
      'extra foreign table public.ft',
      'extra foreign-data wrapper elsewhere',
      'extra function public.watch()',
      'extra large objects of the database',
      'extra operator class public.ints USING hash',
      'extra operator family public.ints USING hash',
      'extra server far',
      'extra user mapping for public on server far',
    ],
    repaired: 8,
  },
];
