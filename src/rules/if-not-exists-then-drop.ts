import { effectsFrom } from '../lint/facts/down.js';
import { dropped } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';

/** What holds data. */
const HOLDERS = ['table', 'column', 'schema'];

export default defineRule({
  id: 'if-not-exists-then-drop',
  harm: 'decision',
  preset: 'strict',
  summary: 'The rollback may drop data that IF NOT EXISTS had found there',
  why: `Where the object exists already, CREATE … IF NOT EXISTS does nothing and reports success. The rollback can’t know that:
it drops the old table, column or schema with all its data. The scripts don’t show that it exists, but a hotfix by hand, a
restored copy or another service may have made it.`,
  fix: `Create it without IF NOT EXISTS: where the name is taken, the migration stops at once instead of the rollback destroying
what was there.`,
  roles: ['down'],
  statements: ['DropStmt', 'AlterTableStmt'],
  check(statement, context) {
    for (const { object } of dropped(statement)) {
      const known = context.schema.find(object.kind, object.name);
      if (!HOLDERS.includes(object.kind) || known?.origin !== 'change' || context.schema.isTemporary(object.name))
        continue;
      const maker = effectsFrom(context.migration.up).find(
        ({ change, object: made, implied }) =>
          change === 'create' && !implied && made.kind === object.kind && made.name === object.name,
      );
      if (!maker?.conditional || maker.was) continue;
      context.report({
        message: `If the ${object.kind} ${code(shortName(object.name))} was there before, IF NOT EXISTS leaves it alone. This DROP then deletes it with its data.`,
        help: 'Create it in the migration without IF NOT EXISTS, so that a name that is taken stops the migration.',
      });
    }
  },
  examples: {
    bad: [
      { up: 'CREATE TABLE IF NOT EXISTS t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;',
        sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;',
        role: 'down',
      },
    ],
    good: [
      { up: 'CREATE TABLE t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
      { up: 'CREATE TEMP TABLE IF NOT EXISTS t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'CREATE INDEX IF NOT EXISTS i ON t (a);',
        sql: 'DROP INDEX IF EXISTS i;',
        role: 'down',
      },
    ],
  },
});
