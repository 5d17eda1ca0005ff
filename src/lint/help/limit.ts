/** A limit for how long a statement waits for its locks. */
import type { Script, Statement } from '../../model.js';

/** For its transaction alone, where it runs in one; one more statement makes a query string of one into a transaction. */
export function limitFor(
  { transaction }: Pick<Statement, 'transaction'>,
  { transaction: sent }: Pick<Script, 'transaction'>,
): string {
  const isAlone = transaction.kind === 'none' && sent !== 'single-query';
  return `SET${isAlone ? '' : ' LOCAL'} lock_timeout = '2s';`;
}
