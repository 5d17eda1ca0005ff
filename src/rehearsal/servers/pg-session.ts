/** A session over one `pg` connection. */
import type { FieldDef, QueryArrayResult } from 'pg';
import type { RunClock } from './limits.js';
import type { PgClient } from './pg-client.js';
import { isConnectionLoss, toPostgresError } from './pg-errors.js';
import {
  type Notice,
  type Outcome,
  type PostgresError,
  type QueryResult,
  resultOf,
  ServerLost,
  type Session,
} from './server.js';

/** An answer larger than this isn't read to its end: nothing that a rehearsal asks is that large. */
const maxAnswerBytes = 16 * 1024 * 1024;
/** The server's own `statement_timeout` fires first, unless the SQL has reset it. */
const watchdogGraceMs = 1000;
/** How long a terminated backend may take to go before its socket is closed. */
const terminationMs = 5000;

export interface Watchdog {
  /** How long one statement may run, in seconds. */
  statementTimeout: number;
  /** Ends a backend from another connection. */
  terminate(pid: number): Promise<void>;
  /** Throws once the run has no time left. */
  clock: RunClock;
  /** Watched while a statement runs, which can't shut its eyes to what it fills. */
  size?: { limitMegabytes: number; read(): Promise<number> };
}

/** How often a database's size is looked at. */
const sizePollMs = 500;

/** Makes a `Session` of a connected client. Without a watchdog a statement may run for ever. */
export function pgSession(client: PgClient, watchdog?: Watchdog): Session {
  let notices: Notice[] = [];
  let command = '';
  /** The command tags of queries that have ended, in order. */
  let commands: string[] = [];
  let answerBytes = 0;
  let lost: string | undefined;
  let over: Error | undefined;
  let closed = false;
  /** Queries that have no answer yet. */
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let sizeTimer: NodeJS.Timeout | undefined;

  const lose = (reason: string) => {
    lost ??= reason;
    client.connection.stream.destroy();
  };
  const terminate = (reason: string) => {
    if (watchdog === undefined) return;
    lost ??= reason;
    clearTimeout(timer);
    timer = setTimeout(() => client.connection.stream.destroy(), terminationMs);
    watchdog.terminate(client.processID).catch(() => client.connection.stream.destroy());
  };
  const arm = (sql: string) => {
    if (watchdog === undefined) return;
    const budget = queryBudget(sql, watchdog.statementTimeout) + watchdogGraceMs / 1000;
    const reason = `the statement ignored its limit of ${watchdog.statementTimeout} s, and its session was terminated`;
    const left = watchdog.clock.left(budget);
    const expire = () => {
      if (left < budget) over = watchdog.clock.over();
      terminate(reason);
    };
    timer = setTimeout(expire, left * 1000);
    sizeTimer = setInterval(() => void weigh(), sizePollMs);
  };
  const disarm = () => {
    clearTimeout(timer);
    clearInterval(sizeTimer);
    timer = undefined;
    sizeTimer = undefined;
  };
  const weigh = async () => {
    if (watchdog?.size === undefined || lost !== undefined) return;
    const { limitMegabytes, read } = watchdog.size;
    const bytes = await read().catch(() => 0);
    if (sizeTimer === undefined || bytes <= limitMegabytes * 1024 * 1024) return;
    terminate(`the database grew beyond ${limitMegabytes} MB (database-size-limit), and the session was terminated`);
  };

  client.on('notice', ({ severity, message, code }) => {
    notices.push({ severity: severity ?? '', message: message ?? '', sqlstate: code ?? '' });
  });
  client.on('end', () => {
    if (!closed) lost ??= 'the connection to the server was closed';
  });
  client.connection.on('commandComplete', ({ text }) => {
    command = text;
  });
  client.connection.on('emptyQuery', () => {
    command = '';
  });
  client.connection.on('readyForQuery', () => {
    commands.push(command);
    command = '';
  });
  client.connection.stream.on('data', (chunk) => {
    answerBytes += chunk.length;
    if (answerBytes > maxAnswerBytes) lose('the answer was larger than 16 MB and its session was closed');
  });

  async function queryAll(queries: readonly string[]): Promise<Outcome[]> {
    if (closed) throw new ServerLost('the session is closed');
    if (over !== undefined) throw over;
    if (lost !== undefined) throw new ServerLost(lost);
    watchdog?.clock.left(watchdog.statementTimeout);
    commands = [];
    answerBytes = 0;
    const { stream } = client.connection;
    stream.cork();
    const answers = queries.map((sql) => {
      const answer: Promise<Answer> = client.query({ text: sql, rowMode: 'array' });
      running++;
      // A rejection waits for its turn to be looked at.
      return answer.catch((error: unknown) => ({ error })).finally(() => running--);
    });
    stream.uncork();
    const outcomes: Outcome[] = [];
    for (const [index, answer] of answers.entries()) {
      arm(String(queries[index]));
      const came = await answer.finally(disarm);
      const tag = commands.shift() ?? '';
      outcomes.push('error' in came ? refused(came.error) : read(came, tag));
    }
    return outcomes;
  }

  function refused(error: unknown): PostgresError {
    if (lost === undefined && isConnectionLoss(error)) lost = `the server ended the session: ${String(error)}`;
    if (over !== undefined) throw over;
    if (lost !== undefined) throw new ServerLost(lost, { cause: error });
    return toPostgresError(error);
  }

  return {
    query: async (sql) => resultOf((await queryAll([sql]))[0]),
    queryAll,
    takeNotices() {
      const taken = notices;
      notices = [];
      return taken;
    },
    async close() {
      if (closed) return;
      closed = true;
      // `end()` waits for ever on a connection that was cut off, and for its answer where a query runs.
      if (lost === undefined && running === 0) await client.end().catch(() => {});
      client.connection.stream.destroy();
    },
  };
}

type Answer = QueryArrayResult | QueryArrayResult[];

/** What the last statement of a query answered. */
function read(answer: Answer, command: string): QueryResult {
  const last = Array.isArray(answer) ? answer.at(-1) : answer;
  return { columns: last?.fields.map((field: FieldDef) => field.name) ?? [], rows: last?.rows ?? [], command };
}

/**
 * How long a query may take, in seconds, where each of its statements has `statementTimeout`. They aren't counted
 * exactly: the server itself stops the one that takes too long, and this is for SQL that forbade it to.
 */
export function queryBudget(sql: string, statementTimeout: number): number {
  const statements = sql.split(';').filter((part) => part.trim() !== '').length;
  return statementTimeout * Math.min(Math.max(statements, 1), 10);
}
