import { alterCommands } from '../lint/facts/alter-table.js';
import { schemaAtEnd } from '../lint/facts/script-end.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'drop-expression',
  harm: 'decision',
  summary: 'Nothing computes the column any more',
  why: `The values that are there stay. A row that is written afterwards gets the column’s default, or NULL where it has none, and an UPDATE of what
the expression reads leaves the old value as it was: both without an error, so that it shows when somebody reads it.`,
  fix: 'Let a trigger compute it in the same transaction, or deploy first the release that writes the column itself.',
  roles: ['up'],
  statements: ['AlterTableStmt'],
  check(statement, { schema, script, report }) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const name = command.name ?? '';
      const known = schema.find('column', `${table}.${name}`);
      if (subtype !== 'AT_DropExpression' || schema.isNew(table) || known?.origin === 'change') continue;
      // IF EXISTS may find a plain column.
      if (known?.facts && !known.facts.generated) continue;
      const before = new Set(schema.partsOf(table, 'trigger').map((trigger) => trigger.name));
      // A trigger that comes along may compute it; a column that goes need not be written.
      const isWritten = (end: Schema) =>
        end.wasDropped('column', `${table}.${name}`) ||
        end.partsOf(table, 'trigger').some((trigger) => !before.has(trigger.name));
      if (isWritten(schemaAtEnd(script, schema, statement.index))) continue;
      report({
        message: `Once this has run, nothing computes ${code(name)} of ${code(shortName(table))}. Rows that the deployed release writes get NULL there, or its default, without an error.`,
        help: `Let a trigger compute it in the same transaction, or deploy first the release that writes ${code(name)} itself.`,
        mended: isWritten,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);',
        sql: 'ALTER TABLE t ALTER COLUMN b DROP EXPRESSION;',
      },
      {
        setup:
          'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED); CREATE TRIGGER same BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
        sql: 'ALTER TABLE t ALTER COLUMN b DROP EXPRESSION;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);',
        sql: 'BEGIN;\nALTER TABLE t ALTER COLUMN b DROP EXPRESSION;\nCREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.b := NEW.a * 2; RETURN NEW; END $$;\nCREATE TRIGGER f BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t ALTER COLUMN b DROP EXPRESSION IF EXISTS;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);',
        sql: 'ALTER TABLE t ALTER COLUMN b DROP EXPRESSION;\nALTER TABLE t DROP COLUMN b;',
      },
    ],
  },
});
