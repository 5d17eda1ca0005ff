/** Which statements of a script run in one transaction. */
import type { Script, Statement } from '../../model.js';
import { nodeOf } from '../../sql/ast.js';

const ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE']);

/** COMMIT, ROLLBACK and the like. */
export function endsTransaction({ node }: Statement): boolean {
  return ENDS.has(nodeOf(node, 'TransactionStmt')?.kind ?? '');
}

/** All statements in order, with those of DO blocks. */
export function allStatements({ statements }: Script): Statement[] {
  return statements.flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]);
}

/** Whether `later` runs in the transaction of `earlier`. A DO block is one piece, whatever surrounds it. */
export function inOneTransaction(earlier: Statement, later: Statement, { statements }: Script): boolean {
  if (earlier.index === later.index) return true;
  const runsAlone = ({ index }: Statement) => statements[index]?.transaction.kind === 'none';
  if (runsAlone(earlier) || runsAlone(later)) return false;
  return !statements.slice(earlier.index + 1, later.index).some(endsTransaction);
}
