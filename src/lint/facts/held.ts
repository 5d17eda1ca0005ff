/** The locks that a script's transaction still holds when its next statement begins. */
import type { LockMode, Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import type { Footprint } from '../../schema/footprint/index.js';
import type { Schema } from '../../schema/schema.js';
import { nodeOf } from '../../sql/ast.js';
import { blockedBy, compareLockModes } from '../../sql/locks.js';
import type { HeldLocks } from '../rule.js';

/** Whether other sessions' reads or writes wait for the lock, on a relation that existed before the change. */
export function stopsTraffic({ relation, lock }: Footprint, schema: Schema): boolean {
  const blocks = blockedBy(lock);
  return (blocks.includes('reads') || blocks.includes('writes')) && !schema.isNew(relation, lock);
}

/** Who waits, for the middle of a sentence. */
export function waiters({ lock }: Pick<Footprint, 'lock'>): string {
  return blockedBy(lock).includes('reads') ? 'reads and writes' : 'writes';
}

/** One pass over a script's statements. ROLLBACK TO keeps everything: what it releases is not counted on. */
export class Transaction {
  #held: HeldLocks[] = [];
  readonly #modes = new Map<string, LockMode>();

  /** What is held when the statement begins. */
  before({ transaction }: Statement): readonly HeldLocks[] {
    if (transaction.kind === 'none') this.#end();
    return this.#held;
  }

  /** Keeps what others wait for, each lock under the statement that took it; `schema`: that before the statement. */
  after(statement: Statement, footprint: () => readonly Footprint[], schema: Schema): void {
    if (statement.transaction.kind === 'none' || statement.conditional) return;
    if (ENDS.has(nodeOf(statement.node, 'TransactionStmt')?.kind ?? '')) {
      this.#end();
      return;
    }
    const locks = footprint().filter((one) => stopsTraffic(one, schema) && this.#isNew(one));
    for (const { relation, lock } of locks) this.#modes.set(relation, lock);
    if (locks.length > 0) this.#held.push({ statement, locks });
    for (const { was, object } of effectsOf(statement.node)) if (was) this.#rename(was.name, object.name);
  }

  /** What a statement renames, or moves to another schema, is the same relation, and its locks are held under the new name. */
  #rename(from: string, to: string): void {
    const mode = this.#modes.get(from);
    if (mode === undefined) return;
    this.#modes.delete(from);
    this.#modes.set(to, mode);
    const renamed = (one: Footprint) => (one.relation === from ? { ...one, relation: to } : one);
    this.#held = this.#held.map(({ statement, locks }) => ({ statement, locks: locks.map(renamed) }));
  }

  #isNew({ relation, lock }: Footprint): boolean {
    const mode = this.#modes.get(relation);
    return mode === undefined || compareLockModes(mode, lock) < 0;
  }

  #end(): void {
    this.#held = [];
    this.#modes.clear();
  }
}

const ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK', 'TRANS_STMT_PREPARE']);
