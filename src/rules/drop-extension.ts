import { dropped, isOld } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'drop-extension',
  harm: 'decision',
  summary: 'DROP EXTENSION takes away types and functions that queries use',
  why: `Postgres refuses the DROP while a column or a view depends on the extension, but it doesn’t see what queries, and the bodies
of functions, call: they fail from then on. Other services of the database may use the extension, too.`,
  fix: 'Make sure that nothing calls its functions and operators any more, in every service that uses the database.',
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, context) {
    if (nodeOf(statement.node, 'DropStmt')?.removeType !== 'OBJECT_EXTENSION') return;
    for (const { object, conditional, cascade } of dropped(statement)) {
      // With CASCADE it is worse: another rule says so.
      if (cascade || !isOld(object, conditional, context.schema)) continue;
      context.report({
        message: `Queries and functions that call what ${code(object.name)} brought fail from here on. Postgres looks only for columns and views that need it.`,
        help: `Look for callers first, for example in the bodies of functions:\nSELECT oid::regprocedure FROM pg_proc WHERE prosrc ~ '…';\nThen drop it:\nDROP EXTENSION ${quoteIdentifier(object.name)};`,
      });
    }
  },
  examples: {
    bad: [{ setup: 'CREATE EXTENSION pg_trgm;', sql: 'DROP EXTENSION pg_trgm;' }],
    good: [
      { sql: 'DROP EXTENSION IF EXISTS pg_trgm;' },
      { up: 'CREATE EXTENSION pg_trgm;', sql: 'DROP EXTENSION pg_trgm;', role: 'down' },
    ],
  },
});
