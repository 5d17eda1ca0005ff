import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { effectsOf } from '../schema/effects/index.js';
import { objectKey } from '../schema/objects.js';
import { nonTransactional } from '../sql/non-transactional.js';
import { hazard } from '../verdict/fact.js';

export default defineRule({
  id: 'partly-applied-not-repeatable',
  harm: 'note',
  summary: 'After a failure halfway, the migration can’t be run again',
  why: `Each statement of this script is committed by itself, since one of them can’t run in a transaction. When that one
fails (a build with CONCURRENTLY does so for a single duplicate, a deadlock or a timeout), what stands before it has been
applied and stays. The next attempt begins with the first statement again, which fails because its work is done.`,
  fix: 'Put each statement that can’t run in a transaction into a migration of its own, and the others into one that runs in a transaction.',
  check(statement, context) {
    const refused = statement.transaction.kind === 'none' ? nonTransactional(statement.node) : undefined;
    if (refused === undefined) return;
    const before = firstNotRepeatable(context.script.statements.slice(0, statement.index));
    if (before === undefined || !context.once()) return;
    context.report({
      claim: hazard('second run', context.script.file.path),
      message: `When ${refused.form} fails here, the statement of line ${before.location.line} has been applied and stays. The next attempt stops there, and never reaches this line.`,
      help: `Move this statement into a migration of its own. Until then a failed run has to be cleaned up by hand, from line ${before.location.line} on.`,
      related: [{ ...before.location, message: 'Is committed by itself, and can’t be run twice' }],
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int;\nCREATE INDEX CONCURRENTLY i ON t (b);',
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);\nCREATE INDEX CONCURRENTLY j ON t (b);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'BEGIN;\nCREATE TABLE u (a int);\nCOMMIT;\nDROP INDEX CONCURRENTLY i;',
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "SET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY i ON t (a);\nCOMMENT ON INDEX i IS 'x';",
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;\nCREATE INDEX CONCURRENTLY i ON t (b);',
      },
      { sql: 'CREATE TABLE t (a int);\nCREATE TABLE u (a int);' },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);\nDROP INDEX CONCURRENTLY IF EXISTS j;\nCREATE INDEX CONCURRENTLY j ON t (b);',
      },
    ],
  },
});

/** One that makes or drops something without IF [NOT] EXISTS, and without a DROP … IF EXISTS before it. */
function firstNotRepeatable(statements: readonly Statement[]): Statement | undefined {
  const cleared = new Set<string>();
  for (const statement of statements) {
    for (const { change, object, conditional, implied } of effectsOf(statement.node)) {
      if (change === 'drop' && conditional) cleared.add(objectKey(object));
      else if (change !== 'alter' && !conditional && !implied && !cleared.has(objectKey(object))) return statement;
    }
  }
  return undefined;
}
