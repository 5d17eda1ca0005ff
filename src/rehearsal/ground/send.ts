/** Sends what precedes the change as its tools have sent it, transactions and all, and goes on where something can't be run. */
import type { Script, Statement } from '../../model.js';
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { nonTransactional } from '../../sql/non-transactional.js';
import { isDumpFrame, refuse } from '../../sql/refuse.js';
import type { Observation } from '../../verdict/observation.js';
import { blocksOf, type TransactionBlock } from '../run/blocks.js';
import { observeRefusal } from '../run/observe.js';
import { textOf } from '../run/sent.js';
import type { MissingExtensions } from './missing-extension.js';

/** Why a script didn't run to its end: it was refused, or what it needs isn't there. */
export type Obstacle = { path: string; reason?: string; observation?: Observation };

/** What to do about a statement that fails. */
export interface Leniency {
  /** Lets it pass. */
  tolerate?(statement: Statement, error: PostgresError): boolean;
  /** Called with it, and the script goes on; without it, the script ends there. */
  goOn?(failure: Observation): void;
}

/** A transaction that more of its statements stop isn't begun again. */
const MOST_ATTEMPTS = 20;

/** Runs a script without observing it. */
export async function runQuietly(
  session: Pick<ChangeSession, 'query'>,
  script: Script,
  missing: MissingExtensions,
  leniency: Leniency = {},
): Promise<Obstacle | null> {
  const sender = new Sender(session, script, missing, leniency);
  return sender.run();
}

interface Refused {
  statement: Statement;
  error: PostgresError;
}

class Sender {
  readonly #session: Pick<ChangeSession, 'query'>;
  readonly #script: Script;
  readonly #missing: MissingExtensions;
  readonly #leniency: Leniency;
  /** What can't be run, and is told. */
  readonly #leftOut = new Set<Statement>();

  constructor(session: Pick<ChangeSession, 'query'>, script: Script, missing: MissingExtensions, leniency: Leniency) {
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

  /** A transaction that a statement stops is begun again without it: what was merged has run, whatever it needed. */
  async #inTransaction(block: TransactionBlock): Promise<Obstacle | null> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const refused = await this.#attempt(block);
      if (refused === null) return null;
      await this.#session.query('ROLLBACK');
      // It was merged, and so it ran: its tool was told to begin no transaction, or another one ran it.
      if (refused === 'at commit' || isOfTheTransaction(refused)) break;
      const obstacle = this.#leaveOut(refused);
      if (obstacle !== null) return obstacle;
    }
    const isFrame = ({ kind, node }: Statement) => kind === 'TransactionStmt' && !nonTransactional(node);
    return this.#oneByOne(block.statements.filter((statement) => !isFrame(statement)));
  }

  async #attempt({ statements, toolBegins, end }: TransactionBlock): Promise<Refused | 'at commit' | null> {
    if (toolBegins) await this.#session.query('BEGIN');
    for (const statement of statements) {
      if (this.#leftOut.has(statement)) continue;
      const error = await this.#send(statement);
      if (error !== null) return { statement, error };
    }
    if (end !== 'tool') return null;
    const { command } = await this.#session.query('COMMIT').catch(refusedCommit);
    return command === 'COMMIT' ? null : 'at commit';
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
  #leaveOut({ statement, error }: Refused): Obstacle | null {
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

/** No transaction takes it, it wants an earlier one committed (a new enum value, pending triggers), or it is the COMMIT itself. */
function isOfTheTransaction({ statement: { kind, node }, error: { sqlstate } }: Refused): boolean {
  return kind === 'TransactionStmt' || nonTransactional(node) !== undefined || WANTS_COMMIT.has(sqlstate);
}

const WANTS_COMMIT = new Set(['25001', '2D000', '55P04', '55006']);

function refusedCommit(error: unknown): { command: string } {
  if (!(error instanceof PostgresError)) throw error;
  return { command: 'ROLLBACK' };
}

function failureOf(script: Script, statement: Statement, error: PostgresError): Observation {
  const code = error.sqlstate && ` (SQLSTATE ${error.sqlstate})`;
  const message = `This stands before the change, and Postgres refuses it: ${error.message}${code}.`;
  return observeRefusal('baseline-fails', { script, statement }, error, { message });
}
