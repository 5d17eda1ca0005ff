/** Runs the statements of a script one at a time, and keeps what each showed. */
import type { Script, Statement } from '../../model.js';
import type { StatementReport } from '../../report-schema/types.js';
import { failed, refusal } from '../../servers/refusal.js';
import { type ChangeSession, PostgresError, ServerLost } from '../../servers/server.js';
import { nodeOf } from '../../sql/ast.js';
import { refuse } from '../../sql/refuse.js';
import { textOf } from './sent.js';
import { blankReport } from './statement-report.js';
import { type Deeds, type LateDeeds, NO_DEEDS, reported, withLate } from './trace/deeds.js';
import { readOtherwise } from './trace/statement-probe.js';
import type { Ran } from './trace/timeline.js';
import type { Observed, Tracer } from './trace/tracer.js';

/** What the manual calls query_canceled: a statement that had to be stopped has no SQLSTATE of its own. */
const CANCELED = '57014';

export class StatementRuns {
  readonly #session: ChangeSession;
  readonly #script: Script;
  readonly #tracer: Tracer | null;
  /** One for each statement, in order. */
  readonly reports: StatementReport[];
  /** The connection did not survive one of them. */
  lost = false;
  #transaction = 0;
  readonly #start = performance.now();
  /** The transaction of each statement, by its index. */
  readonly #transactions = new Map<number, number>();
  /** What each did, by its index. */
  readonly #deeds = new Map<number, Deeds>();

  constructor(session: ChangeSession, script: Script, tracer: Tracer | null) {
    this.#session = session;
    this.#script = script;
    this.#tracer = tracer;
    this.reports = script.statements.map((statement) => blankReport(script, statement, 'skipped'));
  }

  nextTransaction(): void {
    this.#transaction++;
  }

  /** It was not run, and all else without it. */
  leftOut(statement: Statement): void {
    this.reports[statement.index] = blankReport(this.#script, statement, 'notRun');
  }

  /** Those that ran. */
  ran(): Ran[] {
    return [...this.#transactions].flatMap(([index, transaction]): Ran[] => {
      const [statement, report] = [this.#script.statements[index], this.reports[index]];
      const deeds = this.#deeds.get(index);
      return statement && report && deeds ? [{ statement, report, transaction, deeds }] : [];
    });
  }

  /** `open`: inside a transaction that is open; `alone`: in one of its own; `outside`: in none. */
  async run(statement: Statement, where: 'open' | 'alone' | 'outside'): Promise<PostgresError | null> {
    this.#transactions.set(statement.index, this.#transaction);
    const reason = refuse(statement) ?? this.#overdue();
    if (reason !== undefined) {
      const error = new PostgresError({ message: reason, sqlstate: '' });
      this.set(statement, failed(error));
      return error;
    }
    if (isSpoken(statement)) return this.#spoken(statement);
    try {
      const { observed, refusedCommit } = await this.#send(statement, where);
      if (observed) this.#deeds.set(statement.index, observed.deeds);
      this.set(statement, { status: 'applied', ...observed?.facts });
      if (refusedCommit) this.set(statement, failed(refusedCommit));
      return refusedCommit;
    } catch (thrown) {
      if (thrown instanceof ServerLost) this.lost = true;
      else if (!(thrown instanceof PostgresError)) throw thrown;
      const error =
        thrown instanceof ServerLost ? new PostgresError({ message: thrown.message, sqlstate: CANCELED }) : thrown;
      this.set(statement, failed(error));
      return error;
    }
  }

  /** Why nothing more of the script is sent. The server stops one statement that takes too long, but not many. */
  #overdue(): string | undefined {
    const { scriptTimeout } = this.#session;
    if (scriptTimeout === undefined || performance.now() - this.#start < scriptTimeout * 1000) return undefined;
    return `the script has run for ${scriptTimeout} s, which is all that script-timeout allows; this statement and those after it were not run`;
  }

  async #send(
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

  /** What only the end of its transaction showed; the statement is the one that stands for that. */
  async committed(statement: Statement | undefined): Promise<void> {
    const late = (await this.#tracer?.committed()) ?? null;
    if (statement) this.#addLate(statement, late);
  }

  #addLate(statement: Statement, late: LateDeeds | null): void {
    const report = this.reports[statement.index];
    if (late === null || report === undefined) return;
    const deeds = withLate(this.#deeds.get(statement.index) ?? NO_DEEDS, late);
    this.#deeds.set(statement.index, deeds);
    this.set(statement, { ...reported(deeds), objects: [...report.objects, ...late.objects] });
  }

  /** BEGIN, SET and the like are sent as they are: looking would be a query, and SET TRANSACTION must come before any. */
  async #spoken(statement: Statement): Promise<PostgresError | null> {
    const error = await refusal(this.#session.query(statement.sql));
    this.set(statement, error ? failed(error) : { status: 'applied' });
    await this.#tell(statement, error !== null);
    return error;
  }

  /** Reports to the tracer how the transaction ended or changed. */
  async #tell(statement: Statement, refused: boolean): Promise<void> {
    const { node } = statement;
    const command = nodeOf(node, 'TransactionStmt')?.kind ?? '';
    if (refused || command === 'TRANS_STMT_ROLLBACK') this.#tracer?.unseen();
    else if (command === 'TRANS_STMT_ROLLBACK_TO') await this.#tracer?.savepointRestored();
    else if (ENDS.has(command)) await this.committed(statement);
  }

  set(statement: Statement, facts: Partial<StatementReport>): void {
    const report = this.reports[statement.index];
    if (report === undefined) return;
    if (facts.status === undefined) {
      this.reports[statement.index] = { ...report, ...facts };
      return;
    }
    const { sqlstate: _, error: __, hint: ___, position: ____, ...rest } = report;
    this.reports[statement.index] = { ...rest, ...facts };
  }
}

const ABOUT_SESSION = new Set(['DiscardStmt', 'DeallocateStmt']);
const ENDS = new Set(['TRANS_STMT_COMMIT', 'TRANS_STMT_PREPARE', 'TRANS_STMT_ROLLBACK_PREPARED']);

/** Statements about the session or the transaction: nothing of theirs can be observed. */
export function isSpoken({ kind }: Statement): boolean {
  return kind === 'TransactionStmt' || kind === 'VariableSetStmt' || ABOUT_SESSION.has(kind);
}
