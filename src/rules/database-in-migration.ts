import { defineRule } from '../lint/rule.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'database-in-migration',
  harm: 'stops',
  summary: 'A migration creates or drops a whole database',
  why: `A migration changes the schema of the database that it runs in. DROP DATABASE deletes all of another one, for good;
CREATE DATABASE fails on the second environment of the same server. Neither runs in a transaction.`,
  fix: 'Create and drop databases where servers are set up, not in migrations.',
  statements: ['CreatedbStmt', 'DropdbStmt'],
  check(statement, context) {
    const drop = nodeOf(statement.node, 'DropdbStmt');
    const name = drop?.dbname ?? nodeOf(statement.node, 'CreatedbStmt')?.dbname ?? '';
    context.report({
      message: drop
        ? `DROP DATABASE deletes every schema, table and row of ${code(name)} for good.`
        : `The migration runs in a database that is there already. It is no place to create ${code(name)}.`,
      help: 'Leave this to the scripts that set up the server.',
    });
  },
  examples: {
    bad: [{ sql: 'DROP DATABASE IF EXISTS reports;' }, { sql: 'CREATE DATABASE reports;' }],
    good: [{ sql: 'CREATE SCHEMA reports;' }],
  },
});
