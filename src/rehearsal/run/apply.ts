/** Runs a script on a server the way its layout's tool would, and observes each statement where that is wanted. */
import type { Script, Statement } from '../../model.js';
import type { StatementReport } from '../../report-schema/types.js';
import { failed, refusal } from '../../servers/refusal.js';
import { type ChangeSession, PostgresError, ServerLost } from '../../servers/server.js';
import { nodeOf } from '../../sql/ast.js';
import { needsTransaction } from '../../sql/needs-transaction.js';
import { nonTransactional } from '../../sql/non-transactional.js';
import { refuse } from '../../sql/refuse.js';
import { isSpared } from '../ground/administrators.js';
import { blocksOf, isUndone, type TransactionBlock } from './blocks.js';
import { textOf } from './sent.js';
import { positions } from './sequences.js';
import { blankReport } from './statement-report.js';
import { type Deeds, type LateDeeds, NO_DEEDS, reported, withLate } from './trace/deeds.js';
import { readOtherwise } from './trace/statement-probe.js';
import type { Ran } from './trace/timeline.js';
import type { Observed, Tracer } from './trace/tracer.js';

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

/** What the manual calls query_canceled: a statement that had to be stopped has no SQLSTATE of its own. */
const CANCELED = '57014';

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
  readonly #reports: StatementReport[];
  readonly #failures: Failure[] = [];
  readonly #leftOut: Failure[] = [];
  readonly #excuse: Excuse;
  #madeToRun = false;
  #lost = false;
  #transaction = 0;
  readonly #start = performance.now();
  /** The transaction of each statement, by its index. */
  readonly #transactions = new Map<number, number>();
  /** What each did, by its index. */
  readonly #deeds = new Map<number, Deeds>();

  constructor(session: ChangeSession, script: Script, tracer: Tracer | null, excuse: Excuse) {
    this.#excuse = excuse;
    this.#session = session;
    this.#script = script;
    this.#tracer = tracer;
    this.#reports = script.statements.map((statement) => blankReport(script, statement, 'skipped'));
  }

  async run(): Promise<ScriptRun> {
    await this.#tracer?.begin();
    let complete = true;
    for (const block of blocksOf(this.#script)) {
      complete = block.transaction ? await this.#inTransaction(block) : await this.#autocommit(block.statements);
      if (!complete) break;
    }
    for (const { statement } of this.#leftOut) {
      this.#reports[statement.index] = blankReport(this.#script, statement, 'notRun');
    }
    return {
      reports: this.#reports,
      failures: this.#failures,
      leftOut: this.#leftOut,
      complete,
      madeToRun: this.#madeToRun,
      lost: this.#lost,
      ran: this.#ran(),
    };
  }

  #ran(): Ran[] {
    return [...this.#transactions].flatMap(([index, transaction]): Ran[] => {
      const [statement, report] = [this.#script.statements[index], this.#reports[index]];
      const deeds = this.#deeds.get(index);
      return statement && report && deeds ? [{ statement, report, transaction, deeds }] : [];
    });
  }

  /** One transaction, as written. Where a statement can't run in one, the block is run again outside, or without it if it is undone anyway. */
  async #inTransaction(block: TransactionBlock): Promise<boolean> {
    const { toolBegins, end } = block;
    const statements = block.statements.filter((statement) => !this.#isLeftOut(statement));
    // What is sent again gives the ids that it would have given.
    const setBack = statements.length > 1 ? await positions(this.#session) : async () => {};
    this.#transaction++;
    if (toolBegins) await this.#session.query('BEGIN');
    for (const statement of statements) {
      const error = await this.#traced(statement, 'open');
      if (error === null) continue;
      await this.#rollback();
      if (this.#lost) return this.#fails(statement, error);
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
    if (this.#lost || !this.#excuse(statement, error)) return false;
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
      const late = await this.#tracer?.committed();
      if (statement) this.#addLate(statement, late ?? null);
      return true;
    }
    if (statement === undefined) return true;
    this.#tracer?.unseen();
    this.#set(statement, failed(error));
    return this.#fails(statement, error);
  }

  /** Runs a refused transaction's statements one by one; each that can't run in a transaction is shown to be refused in one. */
  async #outsideInstead(statements: Statement[]): Promise<boolean> {
    this.#madeToRun = true;
    for (const statement of statements) {
      if (statement.kind === 'TransactionStmt' && !nonTransactional(statement.node)) {
        this.#set(statement, { status: 'applied' });
        continue;
      }
      const refused = nonTransactional(statement.node) && (await this.#probe(statement));
      if (!(await this.#autocommit([statement]))) return false;
      if (refused) {
        this.#failures.push({ statement, error: refused });
        this.#set(statement, failed(refused));
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
    this.#transaction++;
    const error = await this.#traced(statement, inTransaction ? 'alone' : 'outside');
    if (error !== null && !inTransaction && !isSpoken(statement) && !this.#lost) await this.#remains(statement);
    return error;
  }

  /** What fails outside a transaction leaves its first steps behind. */
  async #remains(statement: Statement): Promise<void> {
    this.#tracer?.unseen();
    this.#set(statement, { invalidIndexes: (await this.#tracer?.invalidIndexes()) ?? [] });
  }

  async #rollback(): Promise<void> {
    if (this.#lost) return;
    await this.#session.query('ROLLBACK');
    this.#tracer?.unseen();
  }

  /** `open`: inside a transaction that is open; `alone`: in one of its own; `outside`: in none. */
  async #traced(statement: Statement, where: 'open' | 'alone' | 'outside'): Promise<PostgresError | null> {
    this.#transactions.set(statement.index, this.#transaction);
    const reason = refuse(statement) ?? this.#overdue();
    if (reason !== undefined) {
      const error = new PostgresError({ message: reason, sqlstate: '' });
      this.#set(statement, failed(error));
      return error;
    }
    if (isSpoken(statement)) return this.#spoken(statement);
    try {
      const { observed, refusedCommit } = await this.#run(statement, where);
      if (observed) this.#deeds.set(statement.index, observed.deeds);
      this.#set(statement, { status: 'applied', ...observed?.facts });
      if (refusedCommit) this.#set(statement, failed(refusedCommit));
      return refusedCommit;
    } catch (thrown) {
      if (thrown instanceof ServerLost) this.#lost = true;
      else if (!(thrown instanceof PostgresError)) throw thrown;
      const error =
        thrown instanceof ServerLost ? new PostgresError({ message: thrown.message, sqlstate: CANCELED }) : thrown;
      this.#set(statement, failed(error));
      return error;
    }
  }

  /** Why nothing more of the script is sent. The server stops one statement that takes too long, but not many. */
  #overdue(): string | undefined {
    const { scriptTimeout } = this.#session;
    if (scriptTimeout === undefined || performance.now() - this.#start < scriptTimeout * 1000) return undefined;
    return `the script has run for ${scriptTimeout} s, which is all that script-timeout allows; this statement and those after it were not run`;
  }

  async #run(
    statement: Statement,
    where: 'open' | 'alone' | 'outside',
  ): Promise<{ observed?: Observed; refusedCommit: PostgresError | null }> {
    const { node } = statement;
    const sql = await textOf(this.#session, statement);
    if (this.#tracer === null) {
      const refusal = readOtherwise(await this.#session.query(sql));
      if (refusal) throw refusal;
      return { refusedCommit: null };
    }
    if (where === 'alone') return this.#tracer.observeAlone(sql);
    const observed = where === 'open' ? this.#tracer.observe(sql) : this.#tracer.observeOutside(node, sql);
    return { observed: await observed, refusedCommit: null };
  }

  #addLate(statement: Statement, late: LateDeeds | null): void {
    const report = this.#reports[statement.index];
    if (late === null || report === undefined) return;
    const deeds = withLate(this.#deeds.get(statement.index) ?? NO_DEEDS, late);
    this.#deeds.set(statement.index, deeds);
    this.#set(statement, { ...reported(deeds), objects: [...report.objects, ...late.objects] });
  }

  /** BEGIN, SET and the like are sent as they are: looking would be a query, and SET TRANSACTION must come before any. */
  async #spoken(statement: Statement): Promise<PostgresError | null> {
    const error = await refusal(this.#session.query(statement.sql));
    this.#set(statement, error ? failed(error) : { status: 'applied' });
    await this.#tell(statement, error !== null);
    return error;
  }

  /** Reports to the tracer how the transaction ended or changed. */
  async #tell(statement: Statement, refused: boolean): Promise<void> {
    const { node } = statement;
    const command = nodeOf(node, 'TransactionStmt')?.kind ?? '';
    if (refused || command === 'TRANS_STMT_ROLLBACK') this.#tracer?.unseen();
    else if (command === 'TRANS_STMT_ROLLBACK_TO') await this.#tracer?.savepointRestored();
    else if (ENDS.has(command)) {
      this.#addLate(statement, (await this.#tracer?.committed()) ?? null);
    }
  }

  #set(statement: Statement, facts: Partial<StatementReport>): void {
    const report = this.#reports[statement.index];
    if (report === undefined) return;
    if (facts.status === undefined) {
      this.#reports[statement.index] = { ...report, ...facts };
      return;
    }
    const { sqlstate: _, error: __, hint: ___, position: ____, ...rest } = report;
    this.#reports[statement.index] = { ...rest, ...facts };
  }
}

const ABOUT_SESSION = new Set(['DiscardStmt', 'DeallocateStmt']);
const ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_PREPARE', 'TRANS_STMT_ROLLBACK_PREPARED']);

/** Statements about the session or the transaction: nothing of theirs can be observed. */
function isSpoken({ kind }: Statement): boolean {
  return kind === 'TransactionStmt' || kind === 'VariableSetStmt' || ABOUT_SESSION.has(kind);
}
