/** A script in a form that can be tried and taken back: as one transaction. Pure. */
import type { Script, Statement } from '../../model.js';
import { nonTransactional } from '../../sql/non-transactional.js';
import { refuse } from '../../sql/refuse.js';

/**
 * The script's statements, with CONCURRENTLY left out and without what runs in no transaction and touches no row (VACUUM).
 * Null where the script rolls back by itself, or holds what must not be run.
 */
export function asOneTransaction(script: Script): { statement: Statement; sql: string }[] | null {
  const out: { statement: Statement; sql: string }[] = [];
  for (const statement of script.statements) {
    if (statement.node === null || refuse(statement) !== undefined) return null;
    if (statement.kind === 'TransactionStmt') {
      if (!/^(?:begin|start|commit|end)\b/i.test(statement.sql)) return null;
      continue;
    }
    const special = nonTransactional(statement.node);
    if (special === undefined) out.push({ statement, sql: statement.sql });
    else if (special.concurrently && statement.kind !== 'ReindexStmt') {
      out.push({ statement, sql: statement.sql.replace(/\bconcurrently\b/i, '') });
    }
  }
  return out;
}
