import { endOf, nameOfDown } from '../lint/facts/down.js';
import { dropSql, renameBackSql } from '../lint/facts/drop-sql.js';
import { inCatalog } from '../lint/facts/in-catalog.js';
import { rolledBack } from '../lint/facts/rolled-back.js';
import { defineRule } from '../lint/rule.js';
import type { Script } from '../model.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { leaves } from '../verdict/fact.js';
import { SHARED_CHECKS } from '../verdict/shared-checks.js';

export default defineRule({
  id: 'down-leaves-object',
  ...SHARED_CHECKS['down-leaves-object'],
  roles: ['up'],
  check(statement, context) {
    const { up, down } = context.migration;
    const known = rolledBack(context.migration, context.schema);
    if (known === undefined || down === undefined) return;
    const left = known.left.get(statement) ?? [];
    for (const { object, was } of left) {
      const root = object.facts?.inherited;
      // What its children have by it is told with it.
      if (root !== undefined && left.some(({ object: { name } }) => name === root)) continue;
      const followers = left.filter(({ object: { facts } }) => facts?.inherited === object.name);
      const name = shortName(object.name);
      context.report({
        message: was
          ? `The rollback leaves ${code(shortName(was.name))} under its new name ${code(name)}. Nothing in ${nameOfDown(up, down)} renames it back.`
          : `The rollback leaves the ${object.kind} ${code(name)} behind. Nothing in ${nameOfDown(up, down)} drops it.`,
        help: `Add to the rollback:\n${was ? renameBackSql(object, was.name) : dropSql(object, runsOutside(down))}`,
        claim: [object, ...followers.map((it) => it.object)].map((it) => leaves(inCatalog(it))),
        related: [{ ...endOf(down), message: `The rollback ends here without dropping ${code(name)}` }],
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (b);',
        down: 'DROP INDEX CONCURRENTLY i;',
        claim: leaves({ kind: 'index', name: 'public.j' }),
      },
      {
        sql: "CREATE TYPE mood AS ENUM ('ok');\nCREATE TABLE person (feels mood);",
        down: 'DROP TABLE person;',
        claim: leaves({ kind: 'type', name: 'public.mood' }),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int, ADD COLUMN c int;',
        down: 'ALTER TABLE t DROP COLUMN b;',
        claim: leaves({ kind: 'column', name: 'public.t.c' }),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t RENAME COLUMN a TO b;',
        down: 'SELECT 1;',
        claim: leaves({ kind: 'column', name: 'public.t.b' }),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;',
        down: 'SELECT 1;',
        claim: leaves({ kind: 'constraint', name: 'public.t.positive' }),
      },
      {
        sql: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;\nCREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        down: 'DROP FUNCTION f(int);',
        claim: leaves({ kind: 'function', name: 'public.f' }),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE POLICY readers ON t FOR SELECT USING (true);\nCREATE TRIGGER noop BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
        down: 'DROP POLICY readers ON t;',
        claim: leaves({ kind: 'trigger', name: 'public.t.noop' }),
      },
      {
        sql: 'CREATE SEQUENCE s;\nCREATE VIEW v AS SELECT 1 AS a;\nCREATE SCHEMA app;',
        down: 'DROP VIEW v;\nDROP SCHEMA app;',
        claim: leaves({ kind: 'sequence', name: 'public.s' }),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE STATISTICS ab ON a, b FROM t;\nCREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING;',
        down: 'DROP STATISTICS ab;',
        claim: leaves({ kind: 'rule', name: 'quiet on public.t' }),
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE STATISTICS ab ON a, b FROM t;\nCREATE PUBLICATION changes;',
        down: 'DROP PUBLICATION changes;',
        claim: leaves({ kind: 'statistics object', name: 'public.ab' }),
      },
      {
        sql: "CREATE COLLATION german (provider = icu, locale = 'de');",
        down: 'SELECT 1;',
        claim: leaves({ kind: 'collation', name: 'public.german' }),
      },
    ],
    good: [
      {
        sql: 'CREATE TABLE t (a int, b int);\nCREATE STATISTICS ab ON a, b FROM t;\nCREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING;',
        down: 'DROP TABLE t;',
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a;',
        sql: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a;',
        down: 'CREATE OR REPLACE VIEW v AS SELECT 1 AS a;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE TABLE IF NOT EXISTS t (a int);',
        down: 'SELECT 1;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t RENAME COLUMN a TO b;',
        down: 'ALTER TABLE t RENAME COLUMN b TO a;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        down: "DO $$ BEGIN IF EXISTS (SELECT FROM pg_indexes WHERE indexname = 'i') THEN DROP INDEX i; END IF; END $$;",
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        down: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
      },
      { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);', down: 'DROP TABLE t;' },
      { sql: 'CREATE SCHEMA app;\nCREATE TABLE app.t (a int);', down: 'DROP SCHEMA app CASCADE;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;\nCREATE TRIGGER stamped BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION stamp();',
        down: 'DROP FUNCTION stamp CASCADE;',
      },
      {
        sql: 'CREATE TABLE a (i int);\nCREATE SEQUENCE a_nr OWNED BY a.i;\nCREATE VIEW v AS SELECT i FROM a;\nCREATE MATERIALIZED VIEW m AS SELECT i FROM v;',
        down: 'DROP VIEW v CASCADE;\nDROP TABLE a;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER INDEX IF EXISTS no_such_index RENAME TO other_index;',
        down: 'SELECT 1;',
      },
      { sql: 'CREATE TABLE a (i int);\nDROP TABLE a;', down: 'SELECT 1;' },
      { sql: 'CREATE TEMP TABLE scratch (i int);\nCREATE INDEX i ON scratch (i);', down: 'SELECT 1;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
    ],
  },
});

/** Whether CONCURRENTLY can run in the script. */
function runsOutside({ statements, transaction }: Script): boolean {
  return transaction === 'autocommit' && statements.every((statement) => statement.transaction.kind === 'none');
}
