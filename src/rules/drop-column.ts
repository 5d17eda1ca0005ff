import { droppedOld } from '../lint/facts/dropped.js';
import { predicted } from '../lint/facts/predicted.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-column',
  harm: 'loses',
  summary: 'Code that still knows a dropped column fails at once',
  why: `While a deployment goes on, the old version of the application still reads and writes the column. From the moment that
it is gone, each of these queries fails with SQLSTATE 42703; ORMs often name every column that they found when they started.
The values are gone as well: a rollback brings back an empty column.`,
  fix: `First release code that neither reads nor writes the column (ORMs have a list of columns to ignore). Drop it in a later
migration, when nothing that runs knows it any more.`,
  statements: ['AlterTableStmt'],
  roles: ['up', 'maintenance'],
  check(statement, context) {
    for (const { kind, name, table } of droppedOld(statement, context.schema)) {
      const found = kind === 'column' && table !== undefined ? predicted(table, context) : undefined;
      if (!found || !table) continue;
      const column = quoteIdentifier(lastName(name));
      context.report({
        message: `Code that reads or writes ${code(lastName(name))} of ${code(shortName(table))} fails as soon as this has run. The values are gone.`,
        help: `Release code that doesn’t know ${column} first, and drop it in a later migration. If that has happened, silence this with the release since which no code uses it.`,
        claim: lock(found.lock, table),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int, "B" int);',
        sql: 'ALTER TABLE app.t DROP COLUMN a, DROP COLUMN IF EXISTS "B";',
        claim: lock('ACCESS EXCLUSIVE', 'app.t'),
      },
    ],
    good: [
      { sql: 'CREATE TABLE t (a int, b int);\nALTER TABLE t DROP COLUMN b;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE t DROP COLUMN b;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;' },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'ALTER TABLE t ADD COLUMN b int;',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        role: 'down',
      },
    ],
  },
});
