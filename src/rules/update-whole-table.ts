import { changedTable, isAlwaysTrue, newNullColumn, wholeTableClaim } from '../lint/facts/whole-table.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'update-whole-table',
  severity: 'warning',
  summary: 'UPDATE of every row keeps them all locked until it commits',
  why: `One UPDATE of a whole table writes every row again in one transaction. Other writers of those rows wait until it commits,
the table grows to twice its size, replicas fall behind, and vacuum can’t clean up meanwhile. In the same transaction as a
change of the schema it also holds that one’s locks for as long.`,
  fix: `Update in batches of some thousand rows, each in a transaction of its own, in a migration apart from the change of the
schema.`,
  statements: ['UpdateStmt'],
  check(statement, context) {
    const update = nodeOf(statement.node, 'UpdateStmt');
    const table = changedTable(update?.relation, context.schema);
    if (!update || table === undefined) return;
    const column = newNullColumn(table, update.whereClause, context.schema);
    if (!isAlwaysTrue(update.whereClause) && column === undefined) return;
    const rest = column ? `${column} IS NULL` : '…';
    context.report({
      message: `This writes every row of ${shortName(table)} in one transaction${column ? ` (${column} is new, and null everywhere)` : ''}: other writers of these rows wait until it commits, and the table grows to twice its size.`,
      help: `Run it in batches, each in a transaction of its own, until it updates no row:\nUPDATE ${sqlName(table)} SET … WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${sqlName(table)} WHERE ${rest} LIMIT 5000));`,
      ...wholeTableClaim(table, context.schema),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 1);',
        sql: 'UPDATE t SET b = a WHERE 1 = 1;',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        up: 'ALTER TABLE t ADD COLUMN b int;',
        sql: 'UPDATE t SET b = a WHERE b IS NULL;',
        role: 'down',
        claim: [lock('ROW EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'UPDATE t SET b = a WHERE a BETWEEN 1 AND 5000;' },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'UPDATE t SET b = a WHERE b IS NULL;' },
      { sql: 'CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\nUPDATE t SET a = 2;' },
      { sql: 'CREATE TEMP TABLE scratch (a int);\nUPDATE scratch SET a = 2;' },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'UPDATE t SET b = a WHERE ctid = ANY (ARRAY(SELECT ctid FROM t WHERE b IS NULL LIMIT 5000));',
      },
    ],
  },
});
