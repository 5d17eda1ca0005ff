/** Changes that break code in the database, and harmless neighbours of them. */

export interface Case {
  what: string;
  setup: string;
  sql: string;
  /** Parts of the message. */
  says: string[];
  severity?: 'error' | 'warning';
  /** The line of the statement that did it. */
  line?: number;
}

const ITEMS = 'CREATE TABLE it (id bigint PRIMARY KEY, legacy text, name text);';
const routine = (name: string, body: string, rest = 'RETURNS void LANGUAGE plpgsql') =>
  `CREATE FUNCTION ${name} ${rest} AS $$ ${body} $$;`;
const trigger = (body: string, events = 'BEFORE INSERT OR UPDATE') =>
  `${ITEMS} ${routine('it_t()', body, 'RETURNS trigger LANGUAGE plpgsql')} CREATE TRIGGER it_b ${events} ON it FOR EACH ROW EXECUTE FUNCTION it_t();`;
const MOODS = "CREATE TYPE mood AS ENUM ('ok', 'bad'); CREATE TABLE person (id int, feels mood);";

export const BREAKS: Case[] = [
  {
    what: 'a trigger on the UPDATE of some columns',
    setup: trigger('BEGIN NEW.name := NEW.legacy; RETURN NEW; END', 'BEFORE INSERT OR UPDATE OF name'),
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
    says: ['Each INSERT and UPDATE of `name` in `it` fails'],
  },
  {
    what: 'a function is given a search_path that doesn’t lead to what it names',
    setup: `${ITEMS} ${routine('f(a bigint)', 'BEGIN INSERT INTO it (id) VALUES (a); END')} ${routine('g()', 'BEGIN END')}`,
    sql: "ALTER FUNCTION g() SET search_path = '';\nALTER FUNCTION f(bigint) SET search_path = '';",
    says: ['`f(a bigint)` fails', 'relation "it" does not exist (SQLSTATE 42P01)'],
    line: 2,
  },
  {
    what: 'a cast goes that a trigger uses, and names nowhere',
    setup: `CREATE TYPE mood AS ENUM ('ok', 'bad'); CREATE CAST (text AS mood) WITH INOUT AS IMPLICIT; CREATE TABLE person (id int PRIMARY KEY, said text, feels mood);
${routine('p_t()', 'BEGIN UPDATE person SET feels = NEW.said WHERE id = NEW.id; RETURN NULL; END', 'RETURNS trigger LANGUAGE plpgsql')}
CREATE TRIGGER p_t AFTER INSERT ON person FOR EACH ROW EXECUTE FUNCTION p_t();`,
    sql: 'DROP CAST (text AS mood);',
    says: ['Each INSERT of `person` fails', 'SQLSTATE 42804'],
  },
  {
    what: 'a BEFORE trigger reads a dropped column of NEW',
    setup: trigger('BEGIN NEW.name := coalesce(NEW.name, NEW.legacy); RETURN NEW; END'),
    sql: "SET lock_timeout = '2s';\nALTER TABLE it DROP COLUMN legacy;",
    says: [
      'Each INSERT and UPDATE of `it` fails',
      '`it_b`',
      '`it_t()`',
      'record "new" has no field "legacy" (SQLSTATE 42703)',
    ],
    line: 2,
  },
  {
    what: 'a trigger writes a renamed column of NEW',
    setup: trigger('BEGIN NEW.legacy := upper(NEW.name); RETURN NEW; END'),
    sql: 'ALTER TABLE it RENAME COLUMN legacy TO old_name;',
    says: ['`it_b`', 'record "new" has no field "legacy"'],
  },
  {
    what: 'a trigger reads it under a condition',
    setup: trigger("BEGIN IF TG_OP = 'UPDATE' THEN NEW.name := OLD.legacy; END IF; RETURN NEW; END"),
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
    says: ['fails where it comes to line 1 of `it_t()`', 'record "old" has no field "legacy"'],
  },
  {
    what: 'a trigger of another schema writes a dropped column',
    setup: `CREATE SCHEMA au; CREATE TABLE au.users (id bigint PRIMARY KEY, email text); CREATE TABLE users (id bigint PRIMARY KEY, email text);
      ${routine('sync()', 'BEGIN INSERT INTO public.users (id, email) VALUES (NEW.id, NEW.email); RETURN NEW; END', 'RETURNS trigger LANGUAGE plpgsql')}
      CREATE TRIGGER s AFTER INSERT ON au.users FOR EACH ROW EXECUTE FUNCTION sync();`,
    sql: 'ALTER TABLE public.users DROP COLUMN IF EXISTS email;',
    says: ['Each INSERT of `au.users`', '`s`', '`sync()`', 'column "email" of relation "users" does not exist'],
  },
  {
    what: 'a trigger writes a table that is renamed',
    setup: `CREATE TABLE log (at timestamptz, who text); ${trigger("BEGIN INSERT INTO log VALUES (now(), 'x'); RETURN NULL; END", 'AFTER DELETE')}`,
    sql: 'ALTER TABLE log RENAME TO journal;',
    says: ['Each DELETE of `it`', 'relation "log" does not exist (SQLSTATE 42P01)'],
  },
  {
    what: 'a copying trigger meets a new column',
    setup: `CREATE TABLE it_old (id bigint, legacy text, name text); ${trigger('BEGIN INSERT INTO it_old VALUES (OLD.*); RETURN OLD; END', 'BEFORE DELETE')}`,
    sql: 'ALTER TABLE it ADD COLUMN more int;',
    says: ['Each DELETE of `it`', 'INSERT has more expressions than target columns (SQLSTATE 42601)'],
  },
  {
    what: 'a function in SQL reads a dropped column',
    setup: `${ITEMS} ${routine('old_names()', 'SELECT legacy FROM it', 'RETURNS SETOF text LANGUAGE sql')}`,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
    says: ['The function `old_names()` fails', 'column "legacy" does not exist (SQLSTATE 42703)'],
  },
  {
    what: 'a function in SQL that gives back the rows of a table which gains a column',
    setup: `${ITEMS} ${routine('rows_of()', 'SELECT * FROM it', 'RETURNS TABLE (a bigint, b text, c text) LANGUAGE sql')}`,
    sql: 'ALTER TABLE it ADD COLUMN more int;',
    says: ['`rows_of()` fails', '42P13'],
  },
  {
    what: 'the same in PL/pgSQL',
    setup: `${ITEMS} ${routine('rows_of()', 'BEGIN RETURN QUERY SELECT * FROM it; END', 'RETURNS TABLE (a bigint, b text, c text) LANGUAGE plpgsql')}`,
    sql: 'ALTER TABLE it ADD COLUMN more int;',
    says: ['`rows_of()` fails', 'structure of query does not match function result type (SQLSTATE 42804)'],
  },
  {
    what: 'a declaration has the type of a dropped column',
    setup: `${ITEMS} ${routine('f()', 'DECLARE v it.legacy%TYPE; BEGIN v := NULL; END')}`,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
    // Before 17 Postgres calls it a syntax error.
    says: ['`f()` fails', '(SQLSTATE 42'],
  },
  {
    what: 'a label is renamed that a body compares with',
    setup: `${MOODS} ${routine('sad()', "BEGIN RETURN (SELECT count(*) FROM person WHERE feels = 'bad'); END", 'RETURNS bigint LANGUAGE plpgsql')}`,
    sql: "ALTER TYPE mood RENAME VALUE 'bad' TO 'low';",
    says: ['`sad()` fails', 'invalid input value for enum mood: "bad" (SQLSTATE 22P02)'],
  },
  {
    what: 'a label that CASE compares with an argument',
    setup: `${MOODS} ${routine('say(m mood)', "BEGIN CASE m WHEN 'bad' THEN RETURN 1; ELSE RETURN 0; END CASE; END", 'RETURNS int LANGUAGE plpgsql')}`,
    sql: "ALTER TYPE mood RENAME VALUE 'bad' TO 'low';",
    says: ['`say(m mood)` fails', '22P02'],
  },
  {
    what: 'a label that a variable of the type is compared with, beside others after INTO',
    setup: `${MOODS} ${routine('sad()', "DECLARE m public.mood; n int; BEGIN SELECT feels, id INTO m, n FROM person; FOR n, m IN SELECT id, feels FROM person LOOP IF m = 'bad' THEN n := 1; END IF; END LOOP; END")}`,
    sql: "ALTER TYPE mood RENAME VALUE 'bad' TO 'low';",
    says: ['`sad()` fails', 'where it comes to line 1', 'invalid input value for enum'],
  },
  {
    what: 'a view that a body reads is dropped',
    setup: `${ITEMS} CREATE VIEW named AS SELECT id, name FROM it; ${routine('n()', 'SELECT count(*) FROM named', 'RETURNS bigint LANGUAGE sql')}`,
    sql: 'DROP VIEW named;',
    says: ['`n()` fails', 'relation "named" does not exist'],
  },
  {
    what: 'a function that another calls is dropped',
    setup: `${routine('inner_f(a int)', 'SELECT a', 'RETURNS int LANGUAGE sql')} ${routine('outer_f()', 'BEGIN RETURN inner_f(1); END', 'RETURNS int LANGUAGE plpgsql')}`,
    sql: 'DROP FUNCTION inner_f(int);',
    says: ['`outer_f()` fails', 'function inner_f(integer) does not exist (SQLSTATE 42883)'],
  },
  {
    what: 'a function that a policy rests on',
    setup: `${ITEMS} CREATE TABLE owners (who text, own bigint); ${routine('mine(i bigint)', 'SELECT EXISTS (SELECT FROM owners WHERE own = i)', 'RETURNS bool LANGUAGE sql STABLE')}
      ALTER TABLE it ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON it USING (mine(id)); CREATE VIEW shown AS SELECT id FROM it WHERE mine(id);`,
    sql: 'ALTER TABLE owners RENAME COLUMN own TO item;',
    says: ['`mine(i bigint)` fails', 'So does what calls it', 'the policy `own` of `it`', 'the view `shown`'],
  },
  {
    what: 'a function that a trigger’s function calls',
    setup: `${routine('clean(t text)', 'SELECT word FROM words WHERE word = t', 'RETURNS text LANGUAGE sql').replace('CREATE', 'CREATE TABLE words (word text); CREATE')}
      ${trigger('BEGIN NEW.name := clean(NEW.name); RETURN NEW; END')}`,
    sql: 'ALTER TABLE words RENAME COLUMN word TO term;',
    says: ['`clean(t text)` fails', 'the trigger `it_b` of `it`'],
  },
  {
    what: 'a row in a loop has the columns of its query',
    setup: `${ITEMS} ${routine('walk()', "DECLARE r record; BEGIN FOR r IN SELECT * FROM it LOOP RAISE NOTICE '%', r.legacy; END LOOP; END")}`,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
    says: ['`walk()` fails', 'record "r" has no field "legacy"'],
  },
  {
    what: 'another type has no such operator',
    setup: `${ITEMS.replace('legacy text', 'legacy int')} ${routine('f()', 'BEGIN UPDATE it SET name = NULL WHERE legacy % 2 = 0; END')}`,
    sql: 'ALTER TABLE it ALTER COLUMN legacy TYPE text;',
    says: ['`f()` fails', 'operator does not exist: text % integer'],
  },
  {
    what: 'a schema is renamed',
    setup: `CREATE SCHEMA app; CREATE TABLE app.t (a int); ${routine('f()', 'BEGIN DELETE FROM app.t; END')}`,
    sql: 'ALTER SCHEMA app RENAME TO core;',
    says: ['`f()` fails', 'relation "app.t" does not exist'],
  },
  {
    what: 'a procedure names a dropped table',
    setup: 'CREATE TABLE t (a int); CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN DELETE FROM t; COMMIT; END $$;',
    sql: 'DROP TABLE t;',
    says: ['`p()` fails', 'relation "t" does not exist'],
  },
  {
    what: 'a block builds the statement that does it',
    setup: `${ITEMS} ${routine('f()', 'SELECT legacy FROM it', 'RETURNS SETOF text LANGUAGE sql')}`,
    sql: "DO $$ DECLARE c text := 'leg' || 'acy'; BEGIN EXECUTE format('ALTER TABLE it DROP COLUMN %I', c); END $$;",
    says: ['`f()` fails', 'column "legacy" does not exist'],
  },
  {
    what: 'an error that the body catches',
    setup: trigger(
      "BEGIN BEGIN NEW.name := NEW.legacy; EXCEPTION WHEN others THEN NEW.name := 'none'; END; RETURN NEW; END",
    ),
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
    says: ['`it_t()`', 'an error that it catches', 'has no field "legacy"'],
    severity: 'warning',
  },
  {
    what: 'SQL that is made up at run time only names it',
    setup: `${ITEMS} ${routine('f(c text)', "BEGIN EXECUTE 'UPDATE it SET legacy = ' || quote_literal(c); END")}`,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
    says: ['`f(c text)`', 'names in line 1 the column `legacy` of `it`', 'could not be tried'],
    severity: 'warning',
  },
  {
    what: 'a new trigger function names what there never was',
    setup: ITEMS,
    sql: `${routine('touch()', 'BEGIN NEW.updated_at := now(); RETURN NEW; END', 'RETURNS trigger LANGUAGE plpgsql')}\nCREATE TRIGGER touched BEFORE UPDATE ON it FOR EACH ROW EXECUTE FUNCTION touch();`,
    says: ['Each UPDATE of `it` fails', 'record "new" has no field "updated_at"'],
    line: 2,
  },
  {
    what: 'a new trigger with an older function',
    setup: `${ITEMS} ${routine('touch()', 'BEGIN NEW.updated_at := now(); RETURN NEW; END', 'RETURNS trigger LANGUAGE plpgsql')}`,
    sql: 'CREATE TRIGGER touched BEFORE UPDATE ON it FOR EACH ROW EXECUTE FUNCTION touch();',
    says: ['Each UPDATE of `it` fails', '`touched`'],
  },
  {
    what: 'a new function names an unknown column',
    setup: ITEMS,
    sql: routine('f()', 'BEGIN UPDATE it SET nmae = upper(name); END'),
    says: ['The function `f()` is made here and fails', 'column "nmae" of relation "it" does not exist'],
  },
  {
    what: 'a new function calls what nobody knows here',
    setup: ITEMS,
    sql: routine('f()', 'BEGIN PERFORM nobody_knows(1); END'),
    says: ['`f()` is made here and fails', 'function nobody_knows(integer) does not exist'],
    severity: 'warning',
  },
  {
    what: 'a new function compares with a label that there is not',
    setup: MOODS,
    sql: routine(
      'f()',
      "BEGIN RETURN (SELECT count(*) FROM person WHERE feels = 'sad'); END",
      'RETURNS bigint LANGUAGE plpgsql',
    ),
    says: ['`f()` is made here and fails', 'invalid input value for enum mood: "sad"'],
  },
  {
    what: 'a new trigger function with a bare name that only its session finds',
    setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE app.log (a int);',
    sql: `SET search_path = app;\n${routine('app.l()', 'BEGIN INSERT INTO log VALUES (NEW.a); RETURN NEW; END', 'RETURNS trigger LANGUAGE plpgsql')}\nCREATE TRIGGER l BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION app.l();`,
    says: ['Each INSERT of `app.t` fails', 'relation "log" does not exist'],
    line: 3,
  },
];

/** A function of a name that plpgsql_check has, as an extension would bring it. */
const CHECKER = `CREATE FUNCTION plpgsql_check_function_tb(f regprocedure, on_table regclass)
  RETURNS TABLE (lineno int, sqlstate text, message text, level text) LANGUAGE sql AS $$
    SELECT 3, '42703', 'record "r" has no field "legacy"', 'error' WHERE NOT EXISTS (SELECT FROM pg_attribute WHERE attname = 'legacy' AND NOT attisdropped)
    UNION ALL SELECT 1, '00000', 'unused variable "x"', 'warning' $$;`;

export const WITH_CHECKER: Case = {
  what: 'plpgsql_check sees what nothing else does',
  setup: `${ITEMS} ${routine('it_f()', "DECLARE r record; BEGIN EXECUTE 'SELECT * FROM it' INTO r; RAISE NOTICE '%', r.legacy; END")} ${CHECKER}`,
  sql: 'ALTER TABLE it DROP COLUMN legacy;',
  says: ['`it_f()` fails', 'where it comes to line 3', 'record "r" has no field "legacy" (SQLSTATE 42703)'],
};

export const HARMLESS: Omit<Case, 'says'>[] = [
  {
    what: 'the function is replaced first',
    setup: trigger('BEGIN NEW.name := coalesce(NEW.name, NEW.legacy); RETURN NEW; END'),
    sql: `${routine('it_t()', 'BEGIN RETURN NEW; END', 'RETURNS trigger LANGUAGE plpgsql').replace('CREATE', 'CREATE OR REPLACE')}\nALTER TABLE it DROP COLUMN legacy;`,
  },
  {
    what: 'the trigger goes first, and its function',
    setup: trigger('BEGIN NEW.name := NEW.legacy; RETURN NEW; END'),
    sql: 'DROP TRIGGER it_b ON it;\nDROP FUNCTION it_t();\nALTER TABLE it DROP COLUMN legacy;',
  },
  {
    what: 'another table has the column',
    setup: `${ITEMS} CREATE TABLE other (id int, legacy text); ${routine('f()', 'SELECT legacy FROM other', 'RETURNS SETOF text LANGUAGE sql')}`,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
  },
  {
    what: 'SQL made up at run time, of another table that has the column',
    setup: `${ITEMS} CREATE TABLE other (id int, legacy text); ${routine('f(c text)', "BEGIN EXECUTE 'UPDATE other SET legacy = it.name FROM it WHERE x = ' || c; END")}`,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
  },
  {
    what: 'a variable has the column’s name',
    setup: `${ITEMS} ${routine('f(legacy text)', 'BEGIN UPDATE it SET name = f.legacy WHERE name <> f.legacy; END')}`,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
  },
  {
    what: 'what was broken before',
    setup: `${ITEMS} ${routine('f()', 'BEGIN UPDATE it SET gone = 1; END')} ${routine('g()', 'BEGIN PERFORM legacy FROM nowhere; END')}`,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
  },
  {
    what: 'a view keeps its columns’ names',
    setup: `${ITEMS} CREATE VIEW v AS SELECT id, legacy FROM it; ${routine('f()', 'SELECT legacy FROM v', 'RETURNS SETOF text LANGUAGE sql')}`,
    sql: 'ALTER TABLE it RENAME COLUMN legacy TO old_name;',
  },
  {
    what: 'a body that is bound to what it names',
    setup: `${ITEMS} CREATE FUNCTION f() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT legacy FROM it; END;`,
    sql: 'ALTER TABLE it RENAME COLUMN legacy TO old_name;',
  },
  {
    what: 'a function that makes its own table',
    setup: ITEMS,
    sql: routine('f()', 'BEGIN CREATE TEMP TABLE found ON COMMIT DROP AS SELECT id FROM it; DELETE FROM found; END'),
  },
  {
    what: 'new code that names what is there',
    setup: `${MOODS} ${ITEMS}`,
    sql: `${routine('f(p int, m mood)', "DECLARE r record; n int; w it; BEGIN FOR r IN SELECT id, name AS called FROM it LOOP n := r.id + p; UPDATE it SET name = r.called WHERE id = n RETURNING * INTO w; w.name := m; END LOOP; IF m = 'ok' THEN RETURN QUERY EXECUTE 'SELECT 1'; END IF; RETURN QUERY SELECT person.id FROM person WHERE feels = m; END", 'RETURNS SETOF int LANGUAGE plpgsql')}\n${routine('t()', "BEGIN IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; NEW.name := coalesce(NEW.name, TG_TABLE_NAME || TG_ARGV[0]); RETURN NEW; END", 'RETURNS trigger LANGUAGE plpgsql')}\nCREATE TRIGGER t BEFORE INSERT OR DELETE ON it FOR EACH ROW EXECUTE FUNCTION t('x');`,
  },
  {
    what: 'code that fills in records, cursors and arrays',
    setup: ITEMS,
    sql: `${routine('f(VARIADIC xs int[])', "DECLARE c CURSOR (k int) FOR SELECT id FROM it WHERE id > k; r record; s text; x int; rows it[]; BEGIN <<outer_loop>> FOR r IN c(3) LOOP s := s || r.id; END LOOP; EXECUTE 'SELECT 1 AS a' INTO r; s := r.a; FOREACH x IN ARRAY xs LOOP CONTINUE WHEN x = 1; END LOOP; SELECT array_agg(it) INTO rows FROM it; s := rows[1].name; GET DIAGNOSTICS x = ROW_COUNT; SELECT id, name INTO x, s FROM it LIMIT 1; BEGIN x := 1 / 0; EXCEPTION WHEN division_by_zero THEN s := SQLERRM; END; END")}\n${routine('g(anyelement, OUT a anyelement, OUT b int)', 'BEGIN a := $1; b := 2; END', 'LANGUAGE plpgsql')}\n${routine('h(v json)', 'BEGIN RETURN QUERY SELECT j.a FROM json_to_recordset(v) AS j (a int); END', 'RETURNS SETOF int LANGUAGE plpgsql')}`,
  },
  {
    what: 'a schema that the platform brings',
    setup: ITEMS,
    sql: routine('f()', "BEGIN PERFORM net.http_post('x'); DELETE FROM vault.secrets; END"),
  },
  {
    what: 'a trigger’s function goes with its table, all but itself',
    setup: trigger('BEGIN NEW.name := NEW.legacy; RETURN NEW; END'),
    sql: 'DROP TABLE it;',
  },
  {
    what: 'a function with its own search_path',
    setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE app.log (a int);',
    sql: `${routine('app.l()', 'BEGIN INSERT INTO log VALUES (NEW.a); RETURN NEW; END', 'RETURNS trigger LANGUAGE plpgsql SET search_path = app, pg_temp')}\nCREATE TRIGGER l BEFORE INSERT ON app.t FOR EACH ROW EXECUTE FUNCTION app.l();`,
  },
  {
    what: 'a trigger with tables of all its rows',
    setup: `${ITEMS} CREATE TABLE log (n bigint);`,
    sql: `${routine('l()', 'BEGIN INSERT INTO log SELECT id FROM fresh; RETURN NULL; END', 'RETURNS trigger LANGUAGE plpgsql')}\nCREATE TRIGGER l AFTER INSERT ON it REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION l();`,
  },
  {
    what: 'columns that are called as their types, which are enums',
    setup: `CREATE TYPE kind AS ENUM ('a', 'b'); CREATE TABLE x (id int PRIMARY KEY, kind kind NOT NULL DEFAULT 'a', note text);`,
    sql: `${routine('f()', "DECLARE kept kind := 'b'; BEGIN IF NEW.kind = 'a' AND kept = 'b' THEN NEW.note := 'k'; END IF; UPDATE x SET kind = 'b' WHERE kind = 'a' AND id <> NEW.id; RETURN NEW; END", 'RETURNS trigger LANGUAGE plpgsql')}\nCREATE TRIGGER f BEFORE INSERT ON x FOR EACH ROW EXECUTE FUNCTION f();\n${routine('g(k kind)', 'BEGIN RETURN QUERY SELECT x.id FROM x WHERE kind = k; END', 'RETURNS SETOF int LANGUAGE plpgsql')}`,
  },
  {
    what: 'one function for several tables',
    setup: `${ITEMS} CREATE TABLE other (id int, slug text); ${routine('t()', "BEGIN IF TG_TABLE_NAME = 'it' THEN NEW.name := NEW.legacy; ELSE NEW.slug := 'x'; END IF; RETURN NEW; END", 'RETURNS trigger LANGUAGE plpgsql')}
      CREATE TRIGGER a BEFORE INSERT ON it FOR EACH ROW EXECUTE FUNCTION t(); CREATE TRIGGER b BEFORE INSERT ON other FOR EACH ROW EXECUTE FUNCTION t();`,
    sql: 'ALTER TABLE other ADD COLUMN more int;\nALTER TABLE it ADD COLUMN more int;',
  },
];
