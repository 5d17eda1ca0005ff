import { dropped } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'down-drops-data',
  harm: 'note',
  preset: 'strict',
  summary: 'The rollback deletes what was written since the migration',
  why: `A rollback that drops a new table or column takes away everything that the new release has stored there. That is what a
rollback does, and whoever runs it a week after the release should know.`,
  fix: 'Roll the code back and leave the table or column, or copy its rows aside first.',
  roles: ['down'],
  statements: ['DropStmt', 'AlterTableStmt'],
  check(statement, context) {
    for (const { object } of dropped(statement)) {
      const known = context.schema.find(object.kind, object.name);
      if (!['table', 'column'].includes(object.kind) || known?.origin !== 'change') continue;
      if (context.schema.isTemporary(object.table ?? object.name)) continue;
      context.report({
        message: `The rollback deletes all that was written to the ${object.kind} ${code(shortName(object.name))} since the migration.`,
        help: 'Copy it aside first where it must not be lost.',
      });
    }
  },
  examples: {
    bad: [
      { up: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;', role: 'down' },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'ALTER TABLE t ADD COLUMN b int;',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        role: 'down',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i;',
        role: 'down',
      },
      { up: 'CREATE TEMP TABLE t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
    ],
  },
});
