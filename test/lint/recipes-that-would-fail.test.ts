/** Where the written-out steps would fail on a server, none are written. */
import { expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample } from '../support/examples.js';

const grammar = await loadGrammar();

it.each([
  {
    rule: 'rename-column',
    setup: 'CREATE TABLE u (id bigint PRIMARY KEY, name text NOT NULL); CREATE VIEW v AS SELECT id, name FROM u;',
    sql: 'ALTER TABLE u RENAME COLUMN name TO full_name;',
    never: 'CREATE VIEW',
  },
  {
    rule: 'update-whole-table',
    setup: 'CREATE TABLE o (id bigint PRIMARY KEY, status text);',
    sql: "DO $$ DECLARE r record; BEGIN FOR r IN SELECT id FROM o LOOP UPDATE o SET status = 'x' WHERE id = r.id; END LOOP; END $$;",
    never: 'r.id',
  },
])('$rule', ({ rule, never, ...example }) => {
  const found = lintExample(example, RULES, grammar).filter(({ finding }) => finding.rule === rule);
  expect(found).toHaveLength(1);
  expect(found[0]?.finding.help).not.toContain(never);
});

const HELP = (setup: string, sql: string) =>
  lintExample({ setup, sql }, RULES, grammar).find(({ finding }) => /^(alter-column-type|rename)/.test(finding.rule))
    ?.finding.help ?? '';

it.each([
  {
    sql: 'ALTER TABLE t RENAME COLUMN a TO c;',
    setup: `CREATE TABLE t (a text); CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.a := ''; RETURN NEW; END $$; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch();`,
    missing: 'the function `touch`, whose body says `a`',
  },
  {
    sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
    setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);',
    missing: 'the column `b`, which is computed from it',
  },
  {
    sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
    setup:
      'CREATE TABLE t (a int); CREATE TABLE u (b int); CREATE POLICY own ON u USING (b IN (SELECT a FROM t)); CREATE VIEW v AS SELECT * FROM u, t;',
    missing: 'the policy `own` of `u` and the view `v`',
  },
  {
    sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
    setup:
      'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t; CREATE MATERIALIZED VIEW m AS SELECT a FROM v;',
    missing: 'the materialized view `m`',
  },
  {
    sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
    setup: 'CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2));',
    missing: 'its identity with these options',
  },
])('what no SQL is known for is named, and the change is called unfinished: $missing', ({ sql, setup, missing }) => {
  const help = HELP(setup, sql);
  expect(help).toContain('the last one is left to be written by hand');
  expect(help).toContain(`isn’t changed yet: no SQL is known for ${missing}.`);
  expect(help).toContain(`-- here make anew: ${missing.replaceAll('`', '').split(' and ')[0]}`);
});

it.each([
  ['a', 'CREATE TABLE t (a int GENERATED ALWAYS AS (1) STORED);', 'Postgres computes it later'],
  ['a', "CREATE TABLE t (a text DEFAULT 'x');", 'No trigger can tell a NULL'],
])('a name that can’t be kept equal has its reason', (column, setup, reason) => {
  expect(HELP(setup, `ALTER TABLE t RENAME COLUMN ${column} TO c;`)).toContain(reason);
});
