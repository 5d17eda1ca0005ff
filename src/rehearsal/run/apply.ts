/** Runs a script on a server the way its layout's tool would, and observes each statement where that is wanted. */
import type { Script, Statement } from '../../model.js';
import type { StatementReport } from '../../report-schema/types.js';
import { failed, refusal } from '../../servers/refusal.js';
import type { ChangeSession, PostgresError } from '../../servers/server.js';
import { needsTransaction } from '../../sql/needs-transaction.js';
import { nonTransactional } from '../../sql/non-transactional.js';
import { isSpared } from '../ground/administrators.js';
import { blocksOf, isUndone, type TransactionBlock } from './blocks.js';
import { positions } from './sequences.js';
import { isSpoken, StatementRuns } from './statement-runs.js';
import type { Ran } from './trace/timeline.js';
import type { Tracer } from './trace/tracer.js';

export interface Failure {
  statement: Statement;
  error: PostgresError;
}

export interface ScriptRun {
  /** One for each statement, in order. */
  reports: StatementReport[];
  /** What Postgres refused, in order. */
  failures: Failure[];
  /**
   * Whether the script's effects are all there. Also true where statements that can't run in a transaction were run
   * outside it, so that what follows could be checked.
   */
  complete: boolean;
  /** Statements were run outside their transaction. */
  madeToRun: boolean;
  /** What was refused and excused, and so left out of the run, in order. */
  leftOut: Failure[];
  /** The connection did not survive the last failure. */
  lost: boolean;
  /** The statements that ran, with their transactions, in order. */
  ran: Ran[];
}

const REFUSED_IN_TRANSACTION = '25001';
/** 25001 is what a statement says that must not be in a transaction, 2D000 what COMMIT in a DO block says. */
const NEEDS_AUTOCOMMIT = new Set([REFUSED_IN_TRANSACTION, '2D000']);

/**
 * Runs a script. What Postgres refuses, and a statement that the connection did not survive, are part of the result.
 * Without a tracer its statements are not observed: `ran` stays empty. What is excused is left out, and the rest is run: an
 * administrator's statements, unless told otherwise, which the first run has named.
 */
export async function runScript(
  session: ChangeSession,
  script: Script,
  tracer: Tracer | null,
  excuse: Excuse = isSpared,
): Promise<ScriptRun> {
  const runner = new Runner(session, script, tracer, excuse);
  return runner.run();
}

/** Whether a refusal is the rehearsal's own: the server lacks what the statement needs, or the role the rights. */
export type Excuse = (statement: Statement, error: PostgresError) => boolean;

class Runner {
  readonly #session: ChangeSession;
  readonly #script: Script;
  readonly #tracer: Tracer | null;
  readonly #statements: StatementRuns;
  readonly #failures: Failure[] = [];
  readonly #leftOut: Failure[] = [];
  readonly #excuse: Excuse;
  #madeToRun = false;

  constructor(session: ChangeSession, script: Script, tracer: Tracer | null, excuse: Excuse) {
    this.#excuse = excuse;
    this.#session = session;
    this.#script = script;
    this.#tracer = tracer;
    this.#statements = new StatementRuns(session, script, tracer);
  }

  async run(): Promise<ScriptRun> {
    await this.#tracer?.begin();
    let complete = true;
    for (const block of blocksOf(this.#script)) {
      complete = block.transaction ? await this.#inTransaction(block) : await this.#autocommit(block.statements);
      if (!complete) break;
    }
    for (const { statement } of this.#leftOut) this.#statements.leftOut(statement);
    return {
      reports: this.#statements.reports,
      failures: this.#failures,
      leftOut: this.#leftOut,
      complete,
      madeToRun: this.#madeToRun,
      lost: this.#statements.lost,
      ran: this.#statements.ran(),
    };
  }

  /** One transaction, as written. Where a statement can't run in one, the block is run again outside, or without it if it is undone anyway. */
  async #inTransaction(block: TransactionBlock): Promise<boolean> {
    const { toolBegins, end } = block;
    const statements = block.statements.filter((statement) => !this.#isLeftOut(statement));
    // What is sent again gives the ids that it would have given.
    const setBack = statements.length > 1 ? await positions(this.#session) : async () => {};
    this.#statements.nextTransaction();
    if (toolBegins) await this.#session.query('BEGIN');
    for (const statement of statements) {
      const error = await this.#statements.run(statement, 'open');
      if (error === null) continue;
      await this.#rollback();
      if (this.#statements.lost) return this.#fails(statement, error);
      await setBack();
      if (this.#excused(statement, error)) return this.#inTransaction(block);
      if (error.sqlstate !== REFUSED_IN_TRANSACTION || nonTransactional(statement.node) === undefined) {
        return this.#fails(statement, error);
      }
      if (!isUndone(block)) return this.#outsideInstead(statements);
      this.#fails(statement, error);
      this.#madeToRun = true;
      return this.#inTransaction({ ...block, statements: statements.filter((other) => other !== statement) });
    }
    if (end === 'tool') return this.#commit(statements);
    // A transaction that is never closed is rolled back when the connection ends.
    if (end === 'nobody') await this.#rollback();
    return true;
  }

  #fails(statement: Statement, error: PostgresError): false {
    this.#failures.push({ statement, error });
    return false;
  }

  #excused(statement: Statement, error: PostgresError): boolean {
    if (this.#statements.lost || !this.#excuse(statement, error)) return false;
    this.#leftOut.push({ statement, error });
    return true;
  }

  #isLeftOut(statement: Statement): boolean {
    return this.#leftOut.some((failure) => failure.statement === statement);
  }

  /** Deferred constraints are checked at COMMIT. */
  async #commit(statements: Statement[]): Promise<boolean> {
    const error = await refusal(this.#session.query('COMMIT'));
    const statement = statements.at(-1);
    if (error === null) {
      await this.#statements.committed(statement);
      return true;
    }
    if (statement === undefined) return true;
    this.#tracer?.unseen();
    this.#statements.set(statement, failed(error));
    return this.#fails(statement, error);
  }

  /** Runs a refused transaction's statements one by one; each that can't run in a transaction is shown to be refused in one. */
  async #outsideInstead(statements: Statement[]): Promise<boolean> {
    this.#madeToRun = true;
    for (const statement of statements) {
      if (statement.kind === 'TransactionStmt' && !nonTransactional(statement.node)) {
        this.#statements.set(statement, { status: 'applied' });
        continue;
      }
      const refused = nonTransactional(statement.node) && (await this.#probe(statement));
      if (!(await this.#autocommit([statement]))) return false;
      if (refused) {
        this.#failures.push({ statement, error: refused });
        this.#statements.set(statement, failed(refused));
      }
    }
    return true;
  }

  async #probe(statement: Statement): Promise<PostgresError | null> {
    await this.#session.query('BEGIN');
    const error = await refusal(this.#session.query(statement.sql));
    await this.#session.query('ROLLBACK');
    return error;
  }

  /** Statement by statement. Each is given a transaction of its own, so that its locks can be seen, where it can run in one. */
  async #autocommit(statements: Statement[]): Promise<boolean> {
    for (const statement of statements) {
      const either = !nonTransactional(statement.node) && !needsTransaction(statement.node);
      let error = await this.#alone(statement, either);
      if (error && NEEDS_AUTOCOMMIT.has(error.sqlstate)) error = await this.#alone(statement, false);
      if (error === null || this.#excused(statement, error)) continue;
      return this.#fails(statement, error);
    }
    return true;
  }

  async #alone(statement: Statement, inTransaction: boolean): Promise<PostgresError | null> {
    this.#statements.nextTransaction();
    const error = await this.#statements.run(statement, inTransaction ? 'alone' : 'outside');
    if (error !== null && !inTransaction && !isSpoken(statement) && !this.#statements.lost)
      await this.#remains(statement);
    return error;
  }

  /** What fails outside a transaction leaves its first steps behind. */
  async #remains(statement: Statement): Promise<void> {
    this.#tracer?.unseen();
    this.#statements.set(statement, { invalidIndexes: (await this.#tracer?.invalidIndexes()) ?? [] });
  }

  async #rollback(): Promise<void> {
    if (this.#statements.lost) return;
    await this.#session.query('ROLLBACK');
    this.#tracer?.unseen();
  }
}
