import { defineRule } from '../lint/rule.js';
import { fullName } from '../schema/objects.js';
import { nodeOf, quoteIdentifier, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { hazard } from '../verdict/fact.js';

const IF_NOT_EXISTS = /\s+if\s+not\s+exists/i;

export default defineRule({
  id: 'if-not-exists-masks-invalid-index',
  harm: 'decision',
  summary: 'IF NOT EXISTS takes an invalid index for a finished one',
  why: `When CREATE INDEX CONCURRENTLY fails (a deadlock, a timeout, a duplicate value), it leaves the index behind, marked
invalid: no query uses it, every write still pays for it. Run again with IF NOT EXISTS, the statement finds the name taken,
reports success and builds nothing.`,
  fix: `Drop what an earlier failure may have left, then create the index without IF NOT EXISTS; the script can then be run
again safely.`,
  statements: ['IndexStmt'],
  check(statement, context) {
    const index = nodeOf(statement.node, 'IndexStmt');
    const table = relationName(index?.relation);
    if (!index?.concurrent || !index.if_not_exists || !index.idxname || !table) return;
    if (context.schema.wasDropped('index', fullName({ ...table, name: index.idxname }))) return;
    const prefix = table.schema ? `${quoteIdentifier(table.schema)}.` : '';
    const name = `${prefix}${quoteIdentifier(index.idxname)}`;
    context.report({
      claim: hazard('second run', `${context.script.file.path}:${statement.location.line}`),
      message: `If an earlier build of ${code(index.idxname)} failed, its invalid index still has the name. IF NOT EXISTS then skips the build and reports success.`,
      help: `Drop the remains of a failed build first, then create the index unconditionally:\nDROP INDEX CONCURRENTLY IF EXISTS ${name};\n${statement.sql.replace(IF_NOT_EXISTS, '')};`,
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);' },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX j ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS j;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);',
        sql: 'DROP INDEX IF EXISTS app.i, app.j;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS "i" ON app.t (a);',
      },
      { sql: 'CREATE TABLE t (a int);\nCREATE INDEX IF NOT EXISTS i ON t (a);' },
    ],
  },
});
