import { alterCommands } from '../lint/facts/alter-table.js';
import { predicted } from '../lint/facts/predicted.js';
import { ruleOutNull } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-not-null',
  harm: 'note',
  preset: 'strict',
  summary: 'A column that was never NULL may be from now on',
  why: `Code that was written while the column was NOT NULL doesn’t expect NULL: it fails, or counts wrongly, when it meets the
first one. The way back needs SET NOT NULL, which fails as soon as there is a NULL.`,
  fix: 'Release code that can do with NULL first. Let the rollback decide what becomes of NULLs before it rules them out again.',
  statements: ['AlterTableStmt'],
  roles: ['up', 'maintenance'],
  check(statement, context) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const known = context.schema.find('column', `${table}.${command.name}`);
      if (subtype !== 'AT_DropNotNull' || context.schema.isNew(table)) continue;
      if (known?.origin === 'change' || known?.facts?.notNull === false) continue;
      const found = predicted(table, context);
      if (!found) continue;
      context.report({
        message: `Once this has run, ${code(command.name ?? '')} of ${code(shortName(table))} may be NULL. Code that doesn’t expect it gets it, too.`,
        help: `Release code that can do with NULL first. The way back, once no row has a NULL:\n${wayBack(table, command.name ?? '')}`,
        claim: lock(found.lock, table),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int NOT NULL);',
        sql: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;' },
      { sql: 'CREATE TABLE t (a int NOT NULL);\nALTER TABLE t ALTER COLUMN a DROP NOT NULL;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int NOT NULL DEFAULT 0;\nALTER TABLE t ALTER COLUMN b DROP NOT NULL;',
      },
    ],
  },
});

/** To be run statement by statement. */
function wayBack(table: string, column: string): string {
  return ruleOutNull(table, [column])
    .map(({ sql }) => sql)
    .join('\n');
}
