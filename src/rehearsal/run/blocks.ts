/** Cuts a script where transactions begin and end. Pure. */
import type { Script, Statement } from '../../model.js';
import { nodeOf } from '../../sql/ast.js';

export interface TransactionBlock {
  statements: Statement[];
  transaction: boolean;
  /** The tool opens the transaction, or a script before it in the run has; otherwise the script's BEGIN does. */
  toolBegins: boolean;
  end: 'tool' | 'script' | 'nobody';
}

const ENDS: readonly (string | undefined)[] = ['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE'];

/** BEGIN and COMMIT belong to the block that they frame. */
export function blocksOf({ statements, transaction: mode }: Pick<Script, 'statements' | 'transaction'>) {
  const blocks: TransactionBlock[] = [];
  let block: TransactionBlock | undefined;
  for (const statement of statements) {
    const command = nodeOf(statement.node, 'TransactionStmt')?.kind;
    const begins = command === 'TRANS_STMT_BEGIN' || command === 'TRANS_STMT_START';
    const { kind } = statement.transaction;
    const transaction = kind !== 'none' || begins;
    if (block === undefined || block.transaction !== transaction) {
      const toolBegins = kind !== 'none';
      block = { statements: [], transaction, toolBegins, end: toolBegins ? 'tool' : 'nobody' };
      blocks.push(block);
    }
    block.statements.push(statement);
    if (transaction && ENDS.includes(command)) {
      // The script's own COMMIT closes the tool's transaction too.
      block.end = 'script';
      block = undefined;
    }
  }
  // The tool's COMMIT, which ends its own transaction, ends the script's last one as well.
  if (block?.transaction && (mode === 'per-script' || mode === 'per-run')) block.end = 'tool';
  return blocks;
}

/** Its ROLLBACK is there, or nobody's COMMIT: nothing of it stays but where sequences stand. */
export function isUndone({ statements, end }: TransactionBlock): boolean {
  return end === 'nobody' || nodeOf(statements.at(-1)?.node, 'TransactionStmt')?.kind === 'TRANS_STMT_ROLLBACK';
}
