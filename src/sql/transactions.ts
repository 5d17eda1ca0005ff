/** Which transaction each statement of a script runs in: computed from the script and its layout, not guessed. */
import type { TransactionStmt } from '@pgsql/types';
import type { Statement, TransactionContext, TransactionMode } from '../model.js';
import { nodeOf } from './ast.js';

/**
 * One context for each statement, and the one after the last. BEGIN itself runs outside the transaction that it opens,
 * COMMIT inside. `begun`: what the script before it in the same run has left.
 */
export function transactionContexts(
  statements: Pick<Statement, 'node' | 'location'>[],
  mode: TransactionMode,
  begun?: TransactionContext,
): { contexts: TransactionContext[]; leaves: TransactionContext } {
  // A simple query of one statement needs no implicit transaction (manual 54.2.2.1).
  const wrapped = mode !== 'autocommit' && !(mode === 'single-query' && statements.length === 1);
  const outside: TransactionContext = wrapped ? { kind: 'layout', mode } : { kind: 'none' };
  let current = begun ?? outside;
  const contexts = statements.map(({ node, location }) => {
    const { kind: command, chain } = nodeOf(node, 'TransactionStmt') ?? {};
    const before = current;
    if (command === 'TRANS_STMT_BEGIN' || command === 'TRANS_STMT_START') {
      if (current.kind !== 'explicit') current = { kind: 'explicit', begin: location };
    } else if (command !== undefined && ENDS.has(command) && chain) {
      // AND CHAIN opens the next transaction at once; outside one it is an error.
      if (current.kind !== 'none') current = { kind: 'explicit', begin: location };
    } else if (command !== undefined && ENDS.has(command)) {
      // COMMIT ends the tool's own transaction too: what follows runs by itself.
      current = mode === 'single-query' ? outside : { kind: 'none' };
    }
    return before;
  });
  return { contexts, leaves: current };
}

const ENDS = new Set<NonNullable<TransactionStmt['kind']>>([
  'TRANS_STMT_COMMIT',
  'TRANS_STMT_ROLLBACK',
  'TRANS_STMT_PREPARE',
]);
