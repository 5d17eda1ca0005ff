/** The statements around a validation query, so that it changes nothing. */
import type { Script, Statement } from '../../model.js';
import { nodeOf } from '../../sql/ast.js';

export interface Frame {
  begin: string;
  end: string;
}

/** A transaction of its own. */
export const READ_ONLY: Frame = { begin: 'BEGIN READ ONLY', end: 'ROLLBACK' };

/** Inside a transaction that the script itself opens and rolls back, as pgTAP's tests and sqitch's do: they may keep notes in it. */
export const SAVEPOINT: Frame = { begin: 'SAVEPOINT validation', end: 'ROLLBACK TO validation' };

/** Whether BEGIN opens a transaction that ends in ROLLBACK. */
export function isRolledBack({ statements }: Script, begin: Statement): boolean {
  const end = statements.slice(begin.index + 1).find(({ kind, node }) => {
    const command = nodeOf(node, 'TransactionStmt')?.kind;
    return kind === 'TransactionStmt' && (command === 'TRANS_STMT_COMMIT' || command === 'TRANS_STMT_ROLLBACK');
  });
  return nodeOf(end?.node, 'TransactionStmt')?.kind === 'TRANS_STMT_ROLLBACK';
}
