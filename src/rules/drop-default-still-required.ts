import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'drop-default-still-required',
  harm: 'breaks',
  summary: 'Without its default a NOT NULL column refuses every INSERT that leaves it out',
  why: `The application that runs leaves the column to its default or to its identity. Once that is dropped, each of its INSERTs puts
NULL there and fails with SQLSTATE 23502, from the commit on.`,
  fix: `Release code that writes the column first, and drop the default after that. Where only the value changes, SET DEFAULT does
it in one step.`,
  roles: ['up', 'maintenance'],
  statements: ['AlterTableStmt'],
  check(statement, { schema, report }) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const isDefault = subtype === 'AT_ColumnDefault' && command.def === undefined;
      if ((!isDefault && subtype !== 'AT_DropIdentity') || schema.isNew(table)) continue;
      const column = `${table}.${command.name}`;
      const known = schema.find('column', column);
      const fills = isDefault ? known?.facts?.default || known?.facts?.type?.serial : known?.facts?.identity;
      if (!known || known.origin === 'change' || !known.facts?.notNull || !fills) continue;
      const name = command.name ?? '';
      report({
        message: `Every INSERT into ${code(shortName(table))} that leaves ${code(name)} out fails as soon as this has run (SQLSTATE 23502).`,
        help: isDefault
          ? `Release code that writes the column first. Where the default only changes, set the new one instead:\nALTER TABLE ${sqlName(table)} ALTER COLUMN ${quoteIdentifier(name)} SET DEFAULT …;`
          : 'Release code that writes the column first, or give it a default in the same transaction.',
        mended: (end) => !isRequired(end, table, column),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int, a int NOT NULL DEFAULT 0);',
        sql: 'ALTER TABLE t ALTER COLUMN a DROP DEFAULT;',
      },
      {
        setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
        sql: 'ALTER TABLE t ALTER COLUMN id DROP IDENTITY;',
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int DEFAULT 0);', sql: 'ALTER TABLE t ALTER COLUMN a DROP DEFAULT;' },
      { setup: 'CREATE TABLE t (a int NOT NULL);', sql: 'ALTER TABLE t ALTER COLUMN a DROP DEFAULT;' },
      {
        setup: 'CREATE TABLE t (a int NOT NULL DEFAULT 0);',
        sql: 'ALTER TABLE t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a SET DEFAULT 1;',
      },
      {
        setup: 'CREATE TABLE t (id serial PRIMARY KEY);',
        sql: 'BEGIN;\nALTER TABLE t ALTER COLUMN id DROP DEFAULT;\nALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (START WITH 1000);\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int NOT NULL DEFAULT 0;\nALTER TABLE t ALTER COLUMN b DROP DEFAULT;',
      },
      {
        setup: 'CREATE TABLE t (a int NOT NULL DEFAULT 0);',
        sql: 'ALTER TABLE t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a DROP NOT NULL;',
      },
    ],
  },
});

/** At the end of the change the column is there, must not be null, and nothing fills it. */
function isRequired(end: Schema, table: string, column: string): boolean {
  if (end.wasDropped('table', table)) return false;
  const facts = end.find('column', column)?.facts;
  return facts !== undefined && facts.notNull === true && !facts.default && !facts.identity;
}
