import { changedTable, isAlwaysTrue, wholeTableClaim } from '../lint/facts/whole-table.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'delete-whole-table',
  severity: 'error',
  summary: 'DELETE without WHERE deletes every row for good',
  why: `No rollback of a migration brings the rows back. While they are deleted, in one transaction, other writers of these rows
wait, the foreign keys of every referencing table are checked row by row, and replicas fall behind.`,
  fix: `Say which rows have to go, and delete them in batches of some thousand, each in a transaction of its own.`,
  statements: ['DeleteStmt'],
  check(statement, context) {
    const statementNode = nodeOf(statement.node, 'DeleteStmt');
    const table = changedTable(statementNode?.relation, context.schema);
    if (!statementNode || table === undefined || !isAlwaysTrue(statementNode.whereClause)) return;
    context.report({
      message: `This deletes every row of ${shortName(table)} for good, in one transaction: other writers of these rows wait until it commits.`,
      help: `Say which rows have to go, and run it in batches until it deletes no row:\nDELETE FROM ${sqlName(table)} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${sqlName(table)} WHERE … LIMIT 5000));`,
      ...wholeTableClaim(table, context.schema),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'DELETE FROM t;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'DELETE FROM t WHERE true;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'DELETE FROM t WHERE a = 1;' },
      { sql: 'CREATE TABLE t (a int);\nDELETE FROM t;' },
      { sql: 'CREATE TEMP TABLE scratch (a int);\nDELETE FROM scratch;' },
    ],
  },
});
