import { alterCommands } from '../lint/facts/alter-table.js';
import { columnUsers } from '../lint/facts/column-users.js';
import { changedTypes } from '../lint/facts/type-changes.js';
import { secondColumn } from '../lint/help/new-type.js';
import { together } from '../lint/help/together.js';
import { viewsAnew } from '../lint/help/views-of-column.js';
import { defineRule } from '../lint/rule.js';
import { dependentsOf } from '../schema/dependents.js';
import { shortName } from '../schema/objects.js';
import { enumerated } from '../schema/sql-name.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-column-type-used-by-view',
  harm: 'stops',
  summary: 'Postgres changes no column type while a view, policy or trigger uses the column',
  why: `A view keeps the types of its columns. Postgres refuses to change the type of a column that a view or materialized view
names (SQLSTATE 0A000), even to the type that it has already, and the migration stops there. So it does where a policy, a
trigger’s WHEN or UPDATE OF, or a generated column names it.`,
  fix: `Drop what uses the column, change the type, and create it again, in one transaction. Grants on a view and its comments go
with it: give them again.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema, script, report } = context;
    for (const { table, subtype, command } of alterCommands(statement)) {
      const { name } = command;
      if (subtype !== 'AT_AlterColumnType' || !name) continue;
      const views = dependentsOf({ kind: 'column', name: `${table}.${name}`, table }, schema).filter(
        ({ owner }) => schema.find('view', owner) ?? schema.find('materialized view', owner),
      );
      const others = columnUsers(table, name, schema);
      if (views.length === 0 && others.length === 0) continue;
      const { drop, create } = viewsAnew(table, name, schema);
      const again = others.map(
        (one) => one.create ?? `-- Here make ${one.words.replaceAll('`', '')} again, as it was.`,
      );
      const anew = together(
        [...drop, ...others.map((one) => one.drop), `${statement.sql};`, ...again, ...create],
        script,
      );
      // Where the table would be rewritten, or a view would be filled meanwhile, a second column spares that as well.
      const change = changedTypes(statement, context).find((one) => one.table === table && one.column === name);
      const waits = change?.work === 'rewrite' || views.some(({ owner }) => schema.find('materialized view', owner));
      const recipe = change && !change.needsUsing && waits && secondColumn(change, schema);
      const words = [...views, ...others].map((one) => one.words);
      report({
        message: `Postgres refuses to change the type of ${code(name)} in ${code(shortName(table))}, because ${enumerated(words)} ${words.length > 1 ? 'use' : 'uses'} it. The migration stops here.`,
        help:
          recipe || `Drop what uses the column, change the type, and create it again, all in one transaction:\n${anew}`,
        claim: refused('0A000'),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE t (a varchar(9)); CREATE MATERIALIZED VIEW v AS SELECT t.a FROM t;',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
        claim: refused('0A000'),
      },
      {
        setup: "CREATE TABLE t (a int); CREATE POLICY own ON t USING (a = current_setting('app.a')::int);",
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
        claim: refused('0A000'),
      },
      {
        setup:
          "CREATE TABLE t (a varchar(9)); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.a <> OLD.a) EXECUTE FUNCTION f();",
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE t (a int PRIMARY KEY, b int); CREATE PUBLICATION p FOR TABLE t (a) WHERE (a > 0);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
        claim: refused('0A000'),
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE t (a int, b int); CREATE TABLE u (a int); CREATE POLICY own ON t USING (b IN (SELECT a FROM u));',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'ALTER TABLE t ALTER COLUMN b TYPE bigint;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'BEGIN;\nDROP VIEW v;\nALTER TABLE t ALTER COLUMN a TYPE bigint;\nCREATE VIEW v AS SELECT a FROM t;\nCOMMIT;',
      },
    ],
  },
});
