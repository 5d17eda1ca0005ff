/** One `pg` connection, whose every wait has an end. */
import type { FieldDef, QueryArrayResult } from 'pg';
import { type Notice, type Outcome, type PostgresError, type QueryResult, ServerLost } from '../server.js';
import type { PgClient } from './client.js';
import { isConnectionLoss, toPostgresError } from './errors.js';

/** An answer larger than this isn't read to its end: nothing that a rehearsal asks is that large. */
const maxAnswerBytes = 16 * 1024 * 1024;
/** How much of the notices between two looks is kept, in characters. */
const maxNoticeCharacters = 1024 * 1024;
/** How long a terminated backend may take to go before its socket is closed. */
const terminationMs = 5000;
/** How long the server may take to answer a goodbye. */
const goodbyeMs = 1000;
/** How often a database's size is looked at. */
const sizePollMs = 500;
/** A timer can't wait longer (2^31 ms). */
const longestSeconds = 2_000_000;

/** What limits the queries of a connection from outside its session. */
export interface Watchdog {
  /** How long a query may take, in seconds, and what is said of one that takes longer. Throws once the run has no time left. */
  limit(sql: string): { seconds: number; reason: string; error?: Error | undefined };
  /** Ends the session's backend from another connection; without it, or where it fails, the socket is closed. */
  terminate?(pid: number): Promise<void>;
  /** Watched while a statement runs, which can't evade the limit. */
  size?: { limitMegabytes: number; read(): Promise<number> } | undefined;
}

type WireResult = QueryArrayResult | QueryArrayResult[];

export class PgConnection {
  readonly #client: PgClient;
  readonly #watchdog: Watchdog;
  #notices: Notice[] = [];
  #noticeCharacters = 0;
  /** The tags of the statements of the query that is being answered. */
  #tags: string[] = [];
  /** Those of queries that have ended, in order. */
  #ended: string[][] = [];
  #answerBytes = 0;
  #lost: string | undefined;
  #over: Error | undefined;
  #closed = false;
  /** Queries that have no answer yet. */
  #running = 0;
  #timer: NodeJS.Timeout | undefined;
  #sizeTimer: NodeJS.Timeout | undefined;

  constructor(client: PgClient, watchdog: Watchdog) {
    this.#client = client;
    this.#watchdog = watchdog;
    this.#listen();
  }

  /** The server's process. */
  get pid(): number {
    return this.#client.processID;
  }

  /**
   * Sends several queries at once, without waiting for one's answer before the next, and returns what came of each.
   * `name`: the server keeps the plan of a single statement under it. Throws `ServerLost`, or what the watchdog throws.
   */
  async queryAll(queries: readonly string[], name?: string): Promise<Outcome[]> {
    if (this.#closed) throw new ServerLost('the session is closed');
    if (this.#over !== undefined) throw this.#over;
    if (this.#lost !== undefined) throw new ServerLost(this.#lost);
    this.#watchdog.limit('');
    this.#ended = [];
    this.#answerBytes = 0;
    const { stream } = this.#client.connection;
    stream.cork();
    const answers = queries.map((sql) => {
      const answer: Promise<WireResult> = this.#client.query({ text: sql, rowMode: 'array', ...(name && { name }) });
      this.#running++;
      // A rejection waits for its turn to be looked at.
      return answer.catch((error: unknown) => ({ error })).finally(() => this.#running--);
    });
    stream.uncork();
    const outcomes: Outcome[] = [];
    for (const [index, answer] of answers.entries()) {
      this.#arm(String(queries[index]));
      const came = await answer.finally(() => this.#disarm());
      const tags = this.#ended.shift() ?? [];
      outcomes.push('error' in came ? this.#refused(came.error) : read(came, tags));
    }
    return outcomes;
  }

  /** The notices since the last call. */
  takeNotices(): Notice[] {
    const taken = this.#notices;
    this.#notices = [];
    this.#noticeCharacters = 0;
    return taken;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const { stream } = this.#client.connection;
    // `end()` waits for ever on a connection that was cut off, and for its answer where a query runs.
    if (this.#lost === undefined && this.#running === 0) {
      const impatient = setTimeout(() => stream.destroy(), goodbyeMs);
      await this.#client.end().catch(() => {});
      clearTimeout(impatient);
    }
    stream.destroy();
  }

  #listen(): void {
    const { connection } = this.#client;
    this.#client.on('notice', ({ severity, message, code }) => {
      const notice = { severity: severity ?? '', message: message ?? '', sqlstate: code ?? '' };
      this.#noticeCharacters += notice.message.length;
      if (this.#noticeCharacters <= maxNoticeCharacters) this.#notices.push(notice);
    });
    this.#client.on('end', () => {
      if (!this.#closed) this.#lost ??= 'the connection to the server was closed';
    });
    connection.on('commandComplete', ({ text }) => this.#tags.push(text));
    connection.on('emptyQuery', () => this.#tags.push(''));
    connection.on('readyForQuery', () => {
      this.#ended.push(this.#tags);
      this.#tags = [];
    });
    connection.stream.on('data', (chunk) => {
      this.#answerBytes += chunk.length;
      if (this.#answerBytes <= maxAnswerBytes) return;
      this.#lost ??= 'the answer was larger than 16 MB and its session was closed';
      connection.stream.destroy();
    });
  }

  #arm(sql: string): void {
    const { seconds, reason, error } = this.#watchdog.limit(sql);
    const expire = () => {
      this.#over ??= error;
      this.#terminate(reason);
    };
    this.#timer = setTimeout(expire, Math.min(seconds, longestSeconds) * 1000);
    if (this.#watchdog.size) this.#sizeTimer = setInterval(() => void this.#weigh(), sizePollMs);
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#sizeTimer);
    this.#timer = undefined;
    this.#sizeTimer = undefined;
  }

  #terminate(reason: string): void {
    this.#lost ??= reason;
    clearTimeout(this.#timer);
    const destroy = () => this.#client.connection.stream.destroy();
    if (this.#watchdog.terminate === undefined) {
      destroy();
      return;
    }
    this.#timer = setTimeout(destroy, terminationMs);
    this.#watchdog.terminate(this.pid).catch(destroy);
  }

  async #weigh(): Promise<void> {
    const { size } = this.#watchdog;
    if (size === undefined || this.#lost !== undefined) return;
    const bytes = await size.read().catch(() => 0);
    if (this.#sizeTimer === undefined || bytes <= size.limitMegabytes * 1024 * 1024) return;
    this.#terminate(
      `the database grew beyond ${size.limitMegabytes} MB (database-size-limit), and the session was terminated`,
    );
  }

  #refused(error: unknown): PostgresError {
    if (this.#lost === undefined && isConnectionLoss(error))
      this.#lost = `the server ended the session: ${String(error)}`;
    if (this.#over !== undefined) throw this.#over;
    if (this.#lost !== undefined) throw new ServerLost(this.#lost, { cause: error });
    return toPostgresError(error);
  }
}

/** What the last statement of a query answered. */
function read(answer: WireResult, tags: readonly string[]): QueryResult {
  const last = Array.isArray(answer) ? answer.at(-1) : answer;
  const fields: FieldDef[] = last?.fields ?? [];
  const [columns, types] = [fields.map(({ name }) => name), fields.map(({ dataTypeID }) => dataTypeID)];
  return { columns, types, rows: last?.rows ?? [], command: tags.at(-1) ?? '', statements: tags.length };
}

/**
 * How long a query may take, in seconds, where each of its statements has `statementTimeout`. They aren't counted
 * exactly: the server itself stops the one that takes too long, and this is for SQL that forbade it to.
 */
export function queryBudget(sql: string, statementTimeout: number): number {
  const statements = sql.split(';').filter((part) => part.trim() !== '').length;
  return statementTimeout * Math.min(Math.max(statements, 1), 10);
}
