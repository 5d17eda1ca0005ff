/** Sends what precedes the change as its tools have sent it, transactions and all, and goes on where something can't be run. */
import type { Script, Statement } from '../../model.js';
import { PostgresError, type ScriptSession } from '../../servers/server.js';
import { nonTransactional } from '../../sql/non-transactional.js';
import { isDumpFrame, refuse } from '../../sql/refuse.js';
import type { Observation } from '../../verdict/observation.js';
import { blocksOf, isUndone, type TransactionBlock } from '../run/blocks.js';
import { observeRefusal } from '../run/observe.js';
import { textOf } from '../run/sent.js';
import { beforeCommit, type SetBack } from '../run/sequences.js';
import type { MissingExtensions } from './missing-extension.js';
import { type Refused, sendBehindSavepoints } from './savepoints.js';

/** Why a script didn't run to its end: it was refused, or what it needs isn't there. */
export type Obstacle = { path: string; reason?: string; observation?: Observation };

/** What to do about a statement that fails. */
export interface Leniency {
  /** Lets it pass. */
  tolerate?(statement: Statement, error: PostgresError): boolean;
  /** Called with it, and the script goes on; without it, the script ends there. */
  goOn?(failure: Observation): void;
}

/** Runs a script without observing it. */
export async function runQuietly(
  session: ScriptSession,
  script: Script,
  missing: MissingExtensions,
  leniency: Leniency = {},
): Promise<Obstacle | null> {
  const sender = new Sender(session, script, missing, leniency);
  return sender.run();
}

class Sender {
  readonly #session: ScriptSession;
  readonly #script: Script;
  readonly #missing: MissingExtensions;
  readonly #leniency: Leniency;
  /** What can't be run, and is told. */
  readonly #leftOut = new Set<Statement>();

  constructor(session: ScriptSession, script: Script, missing: MissingExtensions, leniency: Leniency) {
    this.#session = session;
    this.#script = script;
    this.#missing = missing;
    this.#leniency = leniency;
  }

  async run(): Promise<Obstacle | null> {
    const statements = this.#script.statements.filter((statement) => !isDumpFrame(statement));
    for (const block of blocksOf({ ...this.#script, statements })) {
      const obstacle = block.transaction ? await this.#inTransaction(block) : await this.#oneByOne(block.statements);
      if (obstacle !== null) return obstacle;
    }
    return null;
  }

  async #oneByOne(statements: readonly Statement[]): Promise<Obstacle | null> {
    for (const statement of statements) {
      if (this.#leftOut.has(statement)) continue;
      const error = await this.#send(statement);
      const obstacle = error && this.#leaveOut({ statement, error });
      if (obstacle) return obstacle;
    }
    return null;
  }

  /** A transaction goes on without what stops it: what was merged has run, whatever it needed. */
  async #inTransaction(block: TransactionBlock): Promise<Obstacle | null> {
    const { statements, toolBegins, end } = block;
    if (isUndone(block)) return this.#undone(block);
    // It was merged, and so it ran: its tool was told to begin no transaction, or another one ran it.
    if (statements.some(({ node }) => nonTransactional(node))) return this.#oneByOne(withoutFrame(statements));
    const unsendable = this.#leaveOutUnsendable(statements);
    if (unsendable !== null) return unsendable;
    const setBack = await beforeCommit(this.#session, statements);
    if (toolBegins) await this.#session.query('BEGIN');
    for (let rest = statements; ; ) {
      const refused = await sendBehindSavepoints(this.#session, this.#unsent(rest));
      if (refused === null) break;
      if (!refused.alive) return this.#again(block, setBack);
      rest = rest.slice(rest.indexOf(refused.statement));
      if (WANTS_COMMIT.has(refused.error.sqlstate)) {
        return (await this.#commits()) ? this.#oneByOne(withoutFrame(rest)) : this.#again(block, setBack);
      }
      const obstacle = this.#leaveOut(refused);
      if (obstacle === null) continue;
      await this.#session.query('ROLLBACK');
      return obstacle;
    }
    return end === 'tool' && !(await this.#commits()) ? this.#again(block, setBack) : null;
  }

  /** Nothing of it stays but where sequences stand: what can't be run there is missed by nobody. */
  async #undone({ statements, toolBegins }: TransactionBlock): Promise<null> {
    if (toolBegins) await this.#session.query('BEGIN');
    let rest = statements.filter((statement) => refuse(statement) === undefined);
    for (;;) {
      const refused = await sendBehindSavepoints(this.#session, rest);
      if (refused === null || !refused.alive) break;
      rest = rest.slice(rest.indexOf(refused.statement) + 1);
    }
    await this.#session.query('ROLLBACK');
    return null;
  }

  /** What is for psql, or reaches for the server's files. */
  #leaveOutUnsendable(statements: readonly Statement[]): Obstacle | null {
    for (const statement of statements) {
      const reason = refuse(statement);
      const error = reason === undefined ? null : new PostgresError({ message: reason, sqlstate: '' });
      const obstacle = error && this.#leaveOut({ statement, error });
      if (obstacle) return obstacle;
    }
    return null;
  }

  /** What the transaction's end refused is sent outside one, from where the transaction began. */
  async #again({ statements }: TransactionBlock, setBack: SetBack): Promise<Obstacle | null> {
    await this.#session.query('ROLLBACK');
    await setBack();
    return this.#oneByOne(withoutFrame(statements));
  }

  async #commits(): Promise<boolean> {
    const [outcome] = await this.#session.queryAll(['COMMIT']);
    return !(outcome instanceof PostgresError) && outcome?.command === 'COMMIT';
  }

  /** Without those that are never sent, or can't be run. */
  #unsent(statements: readonly Statement[]): Statement[] {
    return statements.filter((statement) => !this.#leftOut.has(statement));
  }

  async #send(statement: Statement): Promise<PostgresError | null> {
    const reason = refuse(statement);
    if (reason !== undefined) return new PostgresError({ message: reason, sqlstate: '' });
    try {
      await this.#session.query(await textOf(this.#session, statement));
      return null;
    } catch (error) {
      if (!(error instanceof PostgresError)) throw error;
      return error;
    }
  }

  /** Tells of it, and lets the script go on without it; else why it ends here. */
  #leaveOut({ statement, error }: Omit<Refused, 'alive'>): Obstacle | null {
    const { path } = this.#script.file;
    const { tolerate = () => false, goOn } = this.#leniency;
    this.#leftOut.add(statement);
    if (this.#missing.has(statement, error) || tolerate(statement, error)) return null;
    const reason = this.#missing.explain(statement, error);
    const failure = () => failureOf(this.#script, statement, error);
    if (goOn === undefined) return reason ? { path, reason } : { path, observation: failure() };
    if (reason === undefined) goOn(failure());
    return null;
  }
}

/** What wants an earlier statement committed (a new enum value, pending triggers), or to commit by itself. */
const WANTS_COMMIT = new Set(['25001', '2D000', '55P04', '55006']);

function withoutFrame(statements: readonly Statement[]): Statement[] {
  return statements.filter(({ kind, node }) => kind !== 'TransactionStmt' || nonTransactional(node));
}

function failureOf(script: Script, statement: Statement, error: PostgresError): Observation {
  const code = error.sqlstate && ` (SQLSTATE ${error.sqlstate})`;
  const message = `This stands before the change, and Postgres refuses it: ${error.message}${code}.`;
  return observeRefusal('baseline-fails', { script, statement }, error, { message });
}
