/** Statements that belong together. */
import type { Script } from '../../model.js';

/** With BEGIN and COMMIT where the tool opens no transaction by itself. */
export function together(statements: readonly string[], { transaction }: Pick<Script, 'transaction'>): string {
  const lines = transaction === 'autocommit' ? ['BEGIN;', ...statements, 'COMMIT;'] : statements;
  return lines.join('\n');
}
