/** Which statements Postgres refuses outside a transaction block (SQLSTATE 25P01). */
import type { Node } from '@pgsql/types';
import { nodeOf } from './ast.js';

/** CURSOR_OPT_HOLD: such a cursor outlives its transaction. */
const HOLD = 0x20;

/** What people call the statement; undefined where it runs by itself. */
export function needsTransaction(node: Node | null): string | undefined {
  if (nodeOf(node, 'LockStmt')) return 'LOCK TABLE';
  const cursor = nodeOf(node, 'DeclareCursorStmt');
  if (cursor) return ((cursor.options ?? 0) & HOLD) === 0 ? 'DECLARE CURSOR without HOLD' : undefined;
  switch (nodeOf(node, 'TransactionStmt')?.kind) {
    case 'TRANS_STMT_SAVEPOINT':
      return 'SAVEPOINT';
    case 'TRANS_STMT_RELEASE':
      return 'RELEASE SAVEPOINT';
    case 'TRANS_STMT_ROLLBACK_TO':
      return 'ROLLBACK TO SAVEPOINT';
    default:
      return undefined;
  }
}
