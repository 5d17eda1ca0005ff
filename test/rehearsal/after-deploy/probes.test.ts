/** What applies cleanly and breaks those who write: shown on a row before the migration and after it, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const STAMP = `CREATE TABLE it (id serial PRIMARY KEY, name text NOT NULL, legacy text, seen timestamptz NOT NULL DEFAULT now());
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  NEW.legacy := upper(NEW.name);
  RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON it FOR EACH ROW EXECUTE FUNCTION stamp();`;

const SYNC = `CREATE SCHEMA au;
CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE TABLE au.users (id int PRIMARY KEY, mail text);
CREATE FUNCTION sync() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO public.users (id, email) VALUES (NEW.id, NEW.mail) ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE TRIGGER sync AFTER INSERT ON au.users FOR EACH ROW EXECUTE FUNCTION sync();`;

const AUDIT = `CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE TABLE audit (at timestamptz DEFAULT now(), a text);
CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO audit (a) VALUES (NEW.a); RETURN NULL;
END $$;
CREATE TRIGGER log AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION log();`;

const HISTORY = `CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE TABLE t_hist (id int, a text);
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  EXECUTE format('INSERT INTO %I SELECT ($1).*', TG_TABLE_NAME || '_hist') USING NEW; RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION keep();`;

/** `breaks`: the finding's line, and what its message holds. */
const BREAKS: { name: string; setup: string; sql: string; line: number; words: string[] }[] = [
  {
    name: 'a trigger assigns to the dropped column',
    setup: STAMP,
    sql: 'ALTER TABLE it DROP COLUMN legacy;',
    line: 1,
    words: ['INSERT and UPDATE on `it`', '42703', 'record "new" has no field "legacy"', '`stamp()`'],
  },
  {
    name: 'a trigger of another schema writes the dropped column',
    setup: SYNC,
    sql: 'ALTER TABLE users ADD COLUMN x int;\nALTER TABLE users DROP COLUMN email;',
    line: 2,
    words: ['INSERT on `au.users`', '42703', '`sync()`, line 2'],
  },
  {
    name: 'a trigger of another table writes the renamed table',
    setup: SYNC,
    sql: 'ALTER TABLE users RENAME TO people;',
    line: 1,
    words: ['INSERT on `au.users`', '42P01'],
  },
  {
    name: 'a trigger of the server’s own is given the configuration that goes',
    setup: `CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
CREATE TABLE t (id int PRIMARY KEY, a text, found tsvector);
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(found, 'public.words', a);`,
    sql: 'DROP TEXT SEARCH CONFIGURATION words;',
    line: 1,
    words: ['INSERT on `t`', '42704', 'text search configuration "public.words" does not exist'],
  },
  {
    name: 'a trigger puts the name of the table together whose column goes',
    setup: HISTORY,
    sql: 'ALTER TABLE t_hist DROP COLUMN a;',
    line: 1,
    words: ['INSERT on `t`', '42601', '`keep()`'],
  },
  {
    name: 'a trigger puts the name of the renamed sequence together',
    setup: `CREATE SEQUENCE t_seq; CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE FUNCTION number() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id := nextval(TG_TABLE_NAME || '_seq'); RETURN NEW; END $$;
CREATE TRIGGER number BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION number();`,
    sql: 'ALTER SEQUENCE t_seq RENAME TO t_id_seq;',
    line: 1,
    words: ['INSERT on `t`', '42P01', '`number()`'],
  },
  {
    name: 'the audited table gets a column that the trigger doesn’t fill',
    setup: AUDIT,
    sql: 'ALTER TABLE audit ADD COLUMN who text NOT NULL DEFAULT current_user;\nALTER TABLE audit ALTER who DROP DEFAULT;',
    line: 2,
    words: ['INSERT and UPDATE on `t`', '23502', '`log()`'],
  },
  {
    name: 'an enum label that stored code writes is renamed',
    setup: `CREATE TYPE mood AS ENUM ('new', 'old');
CREATE TABLE t (id int PRIMARY KEY, m mood);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.m := 'new'; RETURN NEW; END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    sql: "ALTER TYPE mood RENAME VALUE 'new' TO 'fresh';",
    line: 1,
    words: ['INSERT on `t`', '22P02', '"new"'],
  },
  {
    name: 'the default breaks a new CHECK',
    setup: "CREATE TABLE t (id int PRIMARY KEY, state text NOT NULL DEFAULT 'new');",
    sql: "ALTER TABLE t ADD CONSTRAINT known CHECK (state IN ('open', 'closed')) NOT VALID;",
    line: 1,
    words: ['INSERT on `t`', '23514', '"known"'],
  },
  {
    name: 'a new trigger’s function names what is not there',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a text);',
    sql: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO nowhere VALUES (NEW.a); RETURN NEW;
END $$;
CREATE TRIGGER f AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    line: 4,
    words: ['INSERT on `t`', '42P01'],
  },
  {
    name: 'a function that a trigger calls is replaced by one that fails',
    setup: `CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE FUNCTION key_of(a text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN lower(a); END $$;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.a := key_of(NEW.a); RETURN NEW; END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    sql: 'CREATE OR REPLACE FUNCTION key_of(a text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN no_such(a); END $$;',
    line: 1,
    words: ['INSERT on `t`', '42883', '`key_of(text)`'],
  },
  {
    name: 'a trigger that sets itself off',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, n int);',
    sql: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET n = n WHERE id = NEW.id; RETURN NEW; END $$;
CREATE TRIGGER f AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    line: 2,
    words: ['UPDATE on `t`', '54001'],
  },
  {
    name: 'the key of a table with a foreign key’s cascade goes',
    setup: `CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int REFERENCES p ON DELETE CASCADE);
CREATE TABLE gone (id int, note text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO gone (id, note) VALUES (OLD.id, 'x'); RETURN OLD; END $$;
CREATE TRIGGER f AFTER DELETE ON c FOR EACH ROW EXECUTE FUNCTION f();`,
    sql: 'ALTER TABLE gone DROP COLUMN note;',
    line: 1,
    words: ['DELETE on `c`', '42703'],
  },
  {
    name: 'a column becomes generated',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int);',
    sql: 'ALTER TABLE t DROP COLUMN b;\nALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED;',
    line: 2,
    words: ['INSERT', '428C9'],
  },
  {
    name: 'the published table loses its key',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);\nCREATE PUBLICATION p FOR TABLE t;',
    sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
    line: 1,
    words: ['UPDATE and DELETE on `t`', '55000'],
  },
];

/** What a role of the application, or another value, shows. */
const MORE_BREAKS: typeof BREAKS = [
  {
    name: 'the default of a domain is dropped',
    setup: "CREATE DOMAIN d AS text NOT NULL DEFAULT 'x'; CREATE TABLE t (id int PRIMARY KEY, a d);",
    sql: 'ALTER DOMAIN d DROP DEFAULT;',
    line: 1,
    words: ['INSERT', 'on `t`', '23502'],
  },
  {
    name: 'the trigger that fills a column is dropped',
    setup: `CREATE TABLE t (id int PRIMARY KEY, a text, slug text NOT NULL);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.slug := lower(NEW.a); RETURN NEW; END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.a IS NOT NULL) EXECUTE FUNCTION f();`,
    sql: 'ALTER TABLE t ADD COLUMN z int;\nDROP TRIGGER f ON t;',
    line: 2,
    words: ['INSERT', 'on `t`', '23502', '"slug"'],
  },
  {
    name: 'a foreign key sets NULL where none may be any more',
    setup:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, p int REFERENCES p ON DELETE SET NULL);',
    sql: 'ALTER TABLE c ALTER p SET NOT NULL;',
    line: 1,
    words: ['DELETE of a row that others refer to on `p`', '23502'],
  },
  {
    name: 'a foreign key is made again without ON DELETE CASCADE',
    setup:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL REFERENCES p ON DELETE CASCADE);',
    sql: `SET lock_timeout = '2s';
ALTER TABLE c DROP CONSTRAINT c_p_fkey;
ALTER TABLE c ADD CONSTRAINT again FOREIGN KEY (p) REFERENCES p NOT VALID;`,
    line: 3,
    words: ['DELETE of a row that others refer to on `p`', '23503'],
  },
  {
    name: 'a trigger function whose names are quoted',
    setup: `CREATE SCHEMA "S"; CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE log (n int);
CREATE FUNCTION "S"."Fn"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); RETURN NEW; END $$;
CREATE TRIGGER f AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION "S"."Fn"();`,
    sql: 'ALTER TABLE log RENAME TO logged;',
    line: 1,
    words: ['INSERT', 'on `t`', 'in the function `"S"."Fn"()`, line 1.'],
  },
  {
    name: 'a function in SQL that a default calls',
    setup: `CREATE TABLE conf (n int); INSERT INTO conf VALUES (1);
CREATE FUNCTION dv() RETURNS int LANGUAGE sql AS 'SELECT n FROM conf'; CREATE TABLE t (id int DEFAULT dv());`,
    sql: 'ALTER TABLE conf RENAME COLUMN n TO m;',
    line: 1,
    words: ['INSERT', 'on `t`', '42703', 'in the function `dv`.'],
  },
  {
    name: 'the statement that does it has none of the words of the refusal',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a text); CREATE TABLE log (id int);',
    sql: `SET lock_timeout = '2s';
CREATE TABLE audit (id int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('INSERT INTO %I VALUES (1)', reverse('tidua')); RETURN NEW; END $$;
CREATE TRIGGER f AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t ADD COLUMN z int;
DO $$ BEGIN EXECUTE 'DROP TABLE ' || reverse('tidua'); END $$;
ALTER TABLE log ADD COLUMN q int;`,
    line: 6,
    words: ['INSERT', 'on `t`', '42P01'],
  },
  {
    name: 'what breaks it is taken back and done again',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL DEFAULT 1);',
    sql: `ALTER TABLE t ALTER a DROP DEFAULT;
ALTER TABLE t ALTER a SET DEFAULT 'x';
ALTER TABLE t ADD COLUMN z int;
ALTER TABLE t ALTER a DROP DEFAULT;
ALTER TABLE t ADD COLUMN y int;`,
    line: 4,
    words: ['INSERT', 'on `t`', '23502'],
  },
  {
    name: 'the function of a trigger on a table whose name has a hyphen, a quote and capitals',
    setup: `CREATE SCHEMA "My App"; CREATE TABLE "My App"."Order-""Line" (id int PRIMARY KEY, "Some Text" text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO "My App"."log-of" VALUES (NEW.id); RETURN NEW; END $$;
CREATE TABLE "My App"."log-of" (id int);
CREATE TRIGGER f AFTER INSERT ON "My App"."Order-""Line" FOR EACH ROW EXECUTE FUNCTION f();`,
    sql: 'ALTER TABLE "My App"."log-of" RENAME TO "log-was";',
    line: 1,
    words: ['INSERT', 'on `My App.Order-"Line`', '42P01'],
  },
  {
    name: 'a touch trigger fires only where something changes',
    setup: 'CREATE TABLE o (id int PRIMARY KEY, s text NOT NULL);',
    sql: `CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON o FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION t();`,
    line: 2,
    words: ['UPDATE on `o`', '42703', 'record "new" has no field "updated_at"'],
  },
  {
    name: 'a trigger on one column that has a default',
    setup: "CREATE TABLE o (id int PRIMARY KEY, s text NOT NULL DEFAULT 'x');",
    sql: `CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.nope := 1; RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE OF s ON o FOR EACH ROW EXECUTE FUNCTION t();`,
    line: 2,
    words: ['UPDATE on `o`', '42703'],
  },
  {
    name: 'what writes for a view finds its column no more',
    setup: `CREATE TABLE o (id int PRIMARY KEY, legacy text);
CREATE VIEW v AS SELECT id, legacy FROM o ORDER BY id;
CREATE FUNCTION w() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'UPDATE o SET legacy = $1 WHERE id = $2' USING NEW.legacy, NEW.id; RETURN NEW; END $$;
CREATE TRIGGER w INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION w();`,
    sql: 'ALTER TABLE o RENAME COLUMN legacy TO note;',
    line: 1,
    words: ['UPDATE on `v`', '42703'],
  },
  {
    name: 'RETURNING no longer works',
    setup: 'CREATE TABLE o (id int PRIMARY KEY, a int);\nCREATE TABLE l (n int);',
    sql: 'CREATE RULE r AS ON INSERT TO o DO INSTEAD INSERT INTO l VALUES (NEW.a);',
    line: 1,
    words: ['INSERT … RETURNING on `o`', '0A000'],
  },
  {
    name: 'a trigger behind a trigger',
    setup: `CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE l1 (id int);
CREATE TABLE l2 (id int, x int);
CREATE FUNCTION f1() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO l1 VALUES (NEW.id); RETURN NEW; END $$;
CREATE FUNCTION f2() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO l2 (id, x) VALUES (NEW.id, 1); RETURN NEW; END $$;
CREATE TRIGGER a AFTER INSERT ON o FOR EACH ROW EXECUTE FUNCTION f1();
CREATE TRIGGER b AFTER INSERT ON l1 FOR EACH ROW EXECUTE FUNCTION f2();`,
    sql: 'ALTER TABLE l2 DROP COLUMN x;',
    line: 1,
    words: ['INSERT on `o`', '42703'],
  },
  {
    name: 'a view stands in for the table and takes no writes',
    setup: 'CREATE TABLE o (id int PRIMARY KEY, a int);',
    sql: 'ALTER TABLE o RENAME TO o_t;\nCREATE VIEW o AS SELECT id, a, row_number() OVER () AS n FROM o_t;',
    line: 2,
    words: ['on `o`', '55000'],
  },
  {
    name: 'a procedure that commits in a trigger',
    setup: 'CREATE TABLE o (id int PRIMARY KEY, a int);',
    sql: `CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN CALL p(); RETURN NEW; END $$;
CREATE TRIGGER f BEFORE INSERT ON o FOR EACH ROW EXECUTE FUNCTION f();`,
    line: 3,
    words: ['INSERT', 'on `o`', '2D000'],
  },
];

const WORKS: { name: string; setup: string; sql: string }[] = [
  { name: 'a new nullable column', setup: STAMP, sql: 'ALTER TABLE it ADD COLUMN x int;' },
  { name: 'a new column with a default', setup: STAMP, sql: 'ALTER TABLE it ADD COLUMN x int NOT NULL DEFAULT 0;' },
  {
    name: 'the trigger’s function comes along',
    setup: STAMP,
    sql: `BEGIN;
CREATE OR REPLACE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
ALTER TABLE it DROP COLUMN legacy;
COMMIT;`,
  },
  {
    name: 'a CHECK that made-up rows can satisfy',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL);',
    sql: 'ALTER TABLE t ADD CONSTRAINT enough CHECK (n > 1000 AND n < 1005) NOT VALID;',
  },
  {
    name: 'a CHECK that the default satisfies',
    setup: "CREATE TABLE t (id int PRIMARY KEY, state text NOT NULL DEFAULT 'new');",
    sql: "ALTER TABLE t ADD CONSTRAINT known CHECK (state IN ('new', 'closed')) NOT VALID;",
  },
  {
    name: 'an index',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a text);',
    sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
  },
  {
    name: 'a trigger fills the new column',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a text);',
    sql: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.b := coalesce(NEW.b, 'x'); RETURN NEW; END $$;
ALTER TABLE t ADD COLUMN b text NOT NULL DEFAULT 'x';
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t ALTER b DROP DEFAULT;`,
  },
  {
    name: 'a default takes over from the trigger that filled the column',
    setup: `CREATE TABLE t (id int PRIMARY KEY, slug text NOT NULL);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.slug := coalesce(NEW.slug, 'x'); RETURN NEW; END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    sql: "ALTER TABLE t ALTER slug SET DEFAULT 'x';\nDROP TRIGGER f ON t;",
  },
  {
    name: 'a foreign key is made again as it was',
    setup:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL REFERENCES p ON DELETE CASCADE);',
    sql: 'ALTER TABLE c DROP CONSTRAINT c_p_fkey;\nALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE NOT VALID;',
  },
  {
    name: 'serial becomes identity',
    setup: 'CREATE TABLE t (id serial PRIMARY KEY, a text);',
    sql: 'BEGIN;\nALTER TABLE t ALTER id DROP DEFAULT;\nALTER TABLE t ALTER id ADD GENERATED BY DEFAULT AS IDENTITY (START 100000);\nCOMMIT;',
  },
];

const MAYBE = 'is refused, which may be the made-up row’s or session’s own doing';
const TOO_LONG = `UPDATE on \`t\` ${MAYBE}: canceling statement due to statement timeout (57014)`;
const CANT_SAY: { name: string; setup: string; sql: string; words: string }[] = [
  {
    name: 'a new trigger refuses the made-up row',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a text);',
    sql: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.a <> 'the one' THEN RAISE EXCEPTION 'not the one'; END IF; RETURN NEW;
END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    words: `INSERT on \`t\` ${MAYBE}: not the one (P0001)`,
  },
  {
    name: 'a trigger raises with the SQLSTATE of something else, looking at the row',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL);',
    sql: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.a NOT IN ('draft', 'done') THEN RAISE EXCEPTION 'no such state' USING ERRCODE = '55000'; END IF; RETURN NEW;
END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    words: `INSERT on \`t\` ${MAYBE}: no such state (55000)`,
  },
  {
    name: 'rows of a third table keep those that would go along',
    setup:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL REFERENCES p ON DELETE CASCADE); CREATE TABLE d (id int PRIMARY KEY, c int NOT NULL); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1); INSERT INTO d VALUES (1, 1);',
    sql: 'ALTER TABLE d ADD FOREIGN KEY (c) REFERENCES c NOT VALID;\nALTER TABLE p ADD COLUMN z int;',
    words: 'DELETE of a row that others refer to on `p` is refused',
  },
  {
    name: 'a trigger that takes too long',
    setup: 'CREATE TABLE t (id int PRIMARY KEY, n int);',
    sql: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(3); RETURN NEW; END $$;
CREATE TRIGGER f AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    words: TOO_LONG,
  },
  {
    name: 'a trigger that never lets a row in',
    setup: `CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'closed'; END $$;
CREATE TRIGGER f BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();`,
    sql: 'ALTER TABLE t ADD COLUMN x int;',
    words: '`t` was not tried (INSERT: closed)',
  },
];

describe.each(SERVERS)('on $name', ({ skip, start, real }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  const run = async ({ setup, sql }: { setup: string; sql: string }) => {
    const { rehearsal, report, up } = await rehearseSql(server, setup, sql);
    expect(up.map(({ status }) => status)).not.toContain('failed');
    const findings = rehearsal.observations.map(({ finding }) => finding).filter(({ rule }) => rule === 'write-breaks');
    return { findings, proof: report.proofs.find(({ check }) => check === 'probes') };
  };

  test.each([...BREAKS, ...MORE_BREAKS])('$name: an error', async ({ setup, sql, line, words }) => {
    const { findings, proof } = await run({ setup, sql });
    const found = findings.filter(({ message }) => words.every((word) => message.includes(word)));
    expect(found.map((finding) => [finding.severity, finding.line])).toEqual([['error', line]]);
    expect(proof?.status).toBe('failed');
  });

  test.each(WORKS)('$name: proven', async (example) => {
    const { findings, proof } = await run(example);
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({ status: 'proven' });
    expect(proof?.detail).toMatch(/^on one row, as before: INSERT, UPDATE and DELETE on /);
  });

  test('a trigger that fills the column refutes the rule about its default', async () => {
    const setup = `CREATE TABLE o (id int PRIMARY KEY, s text NOT NULL DEFAULT 'n');
CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.s := coalesce(NEW.s, 'n'); RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT ON o FOR EACH ROW EXECUTE FUNCTION t();`;
    const { rehearsal } = await rehearseSql(server, setup, 'ALTER TABLE o ALTER s DROP DEFAULT;');
    expect(rehearsal.seen.leftOut({ path: 'up.sql', start: 0 }, 'o.s')).toBe(true);
  });

  test('a partition by itself is not called proven', async () => {
    const setup = `CREATE TABLE ev (id bigint NOT NULL, k text NOT NULL) PARTITION BY LIST (k);
CREATE TABLE ev_a PARTITION OF ev FOR VALUES IN ('a');
CREATE TABLE ev_b PARTITION OF ev FOR VALUES IN ('b');`;
    const sql = `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.nope := 1; RETURN NEW; END $$;
CREATE TRIGGER f BEFORE INSERT ON ev_b FOR EACH ROW EXECUTE FUNCTION f();`;
    const { report } = await rehearseSql(server, setup, sql);
    expect(report.proofs.find(({ check }) => check === 'probes')?.status).not.toBe('proven');
    // Where they are all alike, rows come to them by way of the whole table.
    const { report: whole } = await rehearseSql(server, setup, 'ALTER TABLE ev ADD COLUMN note text;');
    expect(whole.proofs.find(({ check }) => check === 'probes')).toMatchObject({
      status: 'proven',
      detail: expect.stringContaining('on `ev`'),
    });
  });

  test.each([
    ['that forgets the new row', 'NEW.a := upper(NEW.a); RETURN OLD;'],
    ['that guards', "IF OLD.a = 'locked' THEN RAISE EXCEPTION 'locked'; END IF; RETURN OLD;"],
  ])('a trigger that puts back what was written is a warning: one %s', async (_, body) => {
    const setup = 'CREATE TABLE o (id int PRIMARY KEY, a text, b int);';
    const trigger = `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$;
CREATE TRIGGER f BEFORE UPDATE ON o FOR EACH ROW EXECUTE FUNCTION f();`;
    const { findings, proof } = await run({ setup, sql: trigger });
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(findings[0]?.message).toContain('UPDATE on `o` keeps the old values, and no error says so');
    expect(proof?.status).toBe('not checked');
    expect(proof?.detail).toContain('UPDATE on `o` keeps the old values');
  });

  test('a CHECK that no older row meets is an error, whatever a new one has', async () => {
    const setup = 'CREATE TABLE o (id int PRIMARY KEY, a text);';
    const column = "ALTER TABLE o ADD COLUMN c text;\nALTER TABLE o ALTER c SET DEFAULT 'x';\n";
    const check = 'ALTER TABLE o ADD CONSTRAINT c_there CHECK (c IS NOT NULL) NOT VALID;';
    const { findings } = await run({ setup, sql: column + check });
    expect(findings.map(({ severity, line }) => [severity, line])).toEqual([['error', 3]]);
    expect(findings[0]?.message).toContain('UPDATE on `o`');
    // Filled in time, or about what rows had before.
    const filled = await run({ setup, sql: `${column}UPDATE o SET c = 'x';\n${check}` });
    expect(filled.findings).toEqual([]);
    const own = 'ALTER TABLE o ADD CONSTRAINT a_short CHECK (length(a) > 1000) NOT VALID;';
    expect((await run({ setup, sql: own })).findings).toEqual([]);
  });

  test('a CHECK on what is generated depends on the row', async () => {
    const setup = 'CREATE TABLE b (id int PRIMARY KEY, starts date NOT NULL, ends date NOT NULL);';
    const sql = `ALTER TABLE b ADD COLUMN nights int GENERATED ALWAYS AS (ends - starts) STORED;
ALTER TABLE b ADD CONSTRAINT nights_ok CHECK (nights BETWEEN 1 AND 60) NOT VALID;`;
    expect((await run({ setup, sql })).findings).toEqual([]);
  });

  test.each([
    ['a default that goes', 'ALTER TABLE audit ALTER at DROP DEFAULT;', 'ALTER TABLE audit ALTER at SET NOT NULL;'],
    [
      'a CHECK',
      'ALTER TABLE audit ADD CONSTRAINT c CHECK (who IS NOT NULL) NOT VALID;',
      'ALTER TABLE audit ADD COLUMN who text;',
    ],
  ])('what a trigger’s INSERT leaves out is so for every row: %s', async (_, sql, more) => {
    const { findings } = await run({ setup: AUDIT + more, sql });
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('INSERT and UPDATE on `t` worked'),
    );
  });

  test('what a trigger wrote over may be generated from now on', async () => {
    const setup = `CREATE TABLE g (id int PRIMARY KEY, first text, last text, whole text);
CREATE FUNCTION whole() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.whole := NEW.first || NEW.last; RETURN NEW; END $$;
CREATE TRIGGER whole BEFORE INSERT OR UPDATE ON g FOR EACH ROW EXECUTE FUNCTION whole();`;
    const sql = `DROP TRIGGER whole ON g;
ALTER TABLE g DROP COLUMN whole, ADD COLUMN whole text GENERATED ALWAYS AS (first || last) STORED;`;
    const { findings, proof } = await run({ setup, sql });
    expect(findings).toEqual([]);
    expect(proof?.status).toBe('proven');
  });

  test('a view of what isn’t deleted shows a row', async () => {
    const setup = `CREATE TABLE p (id int PRIMARY KEY, a text, deleted_at timestamptz);
CREATE VIEW live AS SELECT * FROM p WHERE deleted_at IS NULL;`;
    const { proof } = await run({ setup, sql: 'ALTER TABLE p ADD COLUMN b int;' });
    expect(proof).toMatchObject({
      status: 'proven',
      detail: expect.stringContaining('INSERT, UPDATE and DELETE on `live`'),
    });
  });

  test('a partition that comes with triggers is not called proven', async () => {
    const setup =
      'CREATE TABLE ev (id int NOT NULL) PARTITION BY RANGE (id); CREATE TABLE ev_a PARTITION OF ev DEFAULT;';
    const attached = 'CREATE TABLE ev_b (LIKE ev); ALTER TABLE ev ATTACH PARTITION ev_b FOR VALUES FROM (10) TO (20);';
    const refusing = `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
CREATE TRIGGER f BEFORE INSERT ON ev_b FOR EACH ROW EXECUTE FUNCTION f();`;
    expect((await run({ setup, sql: attached })).proof?.status).toBe('proven');
    const { proof } = await run({ setup, sql: `${attached}\n${refusing}` });
    expect(proof?.status).toBe('not checked');
    expect(proof?.detail).toContain('`ev_b` was not tried');
  });

  test('what a new foreign key keeps is not said to be deleted', async () => {
    const setup = 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, p_id int);';
    const key = (more: string) => `ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p ${more} NOT VALID;`;
    const { proof } = await run({ setup, sql: key('') });
    expect(proof?.detail).toContain('DELETE on `p` (of a row that `c` doesn’t refer to)');
    const { proof: cascading } = await run({ setup, sql: key('ON DELETE CASCADE') });
    expect(cascading?.detail).not.toContain('refer');
  });

  test.each([
    ['INSERT', 'BEFORE INSERT', 'RETURN NULL;'],
    ['DELETE', 'BEFORE INSERT OR UPDATE OR DELETE', 'RETURN NEW;'],
    ['UPDATE', 'BEFORE UPDATE', 'IF NEW IS DISTINCT FROM OLD THEN RETURN NULL; END IF; RETURN NEW;'],
  ])('a trigger that keeps out every %s is a warning', async (operation, when, body) => {
    const setup = 'CREATE TABLE o (id int PRIMARY KEY, a text);';
    const trigger = `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$;
CREATE TRIGGER f ${when} ON o FOR EACH ROW EXECUTE FUNCTION f();`;
    const { findings } = await run({ setup, sql: trigger });
    expect(findings.map(({ severity, line, message }) => [severity, line, message])).toEqual([
      ['warning', 2, expect.stringMatching(new RegExp(`^${operation} on \`o\` (writes|deletes) no row any more`))],
    ]);
  });

  test.each([
    [
      'leaves out what changes nothing',
      'BEFORE UPDATE',
      'IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF; RETURN NEW;',
    ],
    ['lets a row go that it has seen', 'BEFORE DELETE', 'RETURN OLD;'],
  ])('a trigger that %s is no finding', async (_, when, body) => {
    const setup = 'CREATE TABLE o (id int PRIMARY KEY, a text);';
    const trigger = `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$;
CREATE TRIGGER f ${when} ON o FOR EACH ROW EXECUTE FUNCTION f();`;
    expect((await run({ setup, sql: trigger })).findings).toEqual([]);
  });

  test.each([
    [
      'a check option that the new default breaks',
      'CREATE VIEW v AS SELECT id, a FROM t WHERE live WITH CHECK OPTION;',
      'ALTER TABLE t ALTER live SET DEFAULT false;',
      '44000',
    ],
    [
      'a new trigger that refuses',
      'CREATE VIEW v AS SELECT id, a FROM t;',
      "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;\nCREATE TRIGGER f INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();",
      'INSERT on `v`',
    ],
    [
      'a rule that does nothing',
      'CREATE VIEW v AS SELECT id, a FROM t;',
      'CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING;',
      'INSERT on `v`',
    ],
  ])('what a view takes is run, and nothing is proven of it: %s', async (_, view, sql, words) => {
    const setup = `CREATE TABLE t (id int PRIMARY KEY, a text, live boolean NOT NULL DEFAULT true); ${view}`;
    const { proof } = await run({ setup, sql });
    expect(proof?.status).toBe('not checked');
    expect(proof?.detail).toContain(words);
  });

  test.each([
    ['NOT NULL', 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;', 'is refused now (23502'],
    ['a CHECK', 'ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;', 'is refused now (23514'],
  ])('an INSERT that leaves out what may be NULL until now is not proven: %s', async (_, sql, words) => {
    const { proof, findings } = await run({ setup: 'CREATE TABLE t (id int PRIMARY KEY, a text);', sql });
    expect(findings).toEqual([]);
    expect(proof?.status).toBe('not checked');
    expect(proof?.detail).toContain('INSERT, UPDATE and DELETE on `t`');
    expect(proof?.detail).toContain(`one that leaves out what may be NULL worked before and ${words}`);
  });

  test('what a view takes as before is proven', async () => {
    const setup =
      'CREATE TABLE t (id int PRIMARY KEY, a text, live boolean NOT NULL DEFAULT true); CREATE VIEW v AS SELECT id, a FROM t WHERE live;';
    const { proof, findings } = await run({ setup, sql: 'ALTER TABLE t ADD COLUMN note text;' });
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({
      status: 'proven',
      detail: expect.stringContaining('INSERT, UPDATE and DELETE on `v`'),
    });
  });

  test.each(CANT_SAY)('$name: not checked', async ({ words, ...example }) => {
    // The embedded server stops nothing by the clock.
    if (!real && words === TOO_LONG) return;
    const { findings, proof } = await run(example);
    expect(findings).toEqual([]);
    expect(proof?.status).toBe('not checked');
    expect(proof?.detail).toContain(words);
  });
});
