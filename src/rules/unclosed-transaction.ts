import { defineRule } from '../lint/rule.js';
import type { Script, Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';

export default defineRule({
  id: 'unclosed-transaction',
  harm: 'stops',
  summary: 'A transaction is opened and never ended',
  why: `Nothing ends the transaction that BEGIN opens. When the connection is closed, Postgres rolls it back, without an
error: the migration seems to have run, and nothing of it is there. Until then it keeps its locks.`,
  fix: 'Write COMMIT; at the end of the script.',
  statements: ['TransactionStmt'],
  check(statement, context) {
    const { script } = context;
    // Where the tool has opened a transaction, its own COMMIT at the end closes whichever is open then.
    if (script.transaction === 'per-script' || script.role === 'verify') return;
    if (!opens(statement) || isEnded(statement, script)) return;
    context.report({
      message:
        'No COMMIT ends the transaction that begins here. When the connection is closed, Postgres rolls back all that comes after it.',
      help: 'Write COMMIT; at the end of the script, or delete BEGIN.',
    });
  },
  examples: {
    bad: [
      { sql: 'BEGIN;\nCREATE TABLE t (a int);' },
      { sql: 'START TRANSACTION;\nCREATE TABLE t (a int);\nSAVEPOINT s;\nROLLBACK TO s;' },
      { sql: 'CREATE TABLE t (a int);\nBEGIN;\nCREATE TABLE u (a int);', transaction: 'single-query' },
    ],
    good: [
      { sql: 'BEGIN;\nCREATE TABLE t (a int);\nCOMMIT;' },
      { sql: 'BEGIN;\nCREATE TABLE t (a int);\nEND;' },
      { sql: 'BEGIN;\nCREATE TABLE t (a int);\nROLLBACK;' },
      { sql: 'BEGIN;\nCREATE TABLE t (a int);', transaction: 'per-script' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'COMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);\nBEGIN;\nCREATE TABLE u (a int);',
        transaction: 'per-script',
      },
    ],
  },
});

/** Inside a transaction BEGIN opens nothing; in a query string it takes over the implicit one. */
function opens({ node, transaction }: Statement): boolean {
  const kind = nodeOf(node, 'TransactionStmt')?.kind;
  if (kind !== 'TRANS_STMT_BEGIN' && kind !== 'TRANS_STMT_START') return false;
  return transaction.kind === 'none' || (transaction.kind === 'layout' && transaction.mode === 'single-query');
}

function isEnded({ index }: Statement, { statements }: Script): boolean {
  for (let at = index + 1; at < statements.length; at++) {
    const { kind, chain } = nodeOf(statements[at]?.node, 'TransactionStmt') ?? {};
    const ends = kind === 'TRANS_STMT_COMMIT' || kind === 'TRANS_STMT_ROLLBACK' || kind === 'TRANS_STMT_PREPARE';
    if (ends && !chain) return true;
  }
  return false;
}
