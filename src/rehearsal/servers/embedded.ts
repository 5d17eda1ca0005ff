/** The server that is always there: Postgres 18 in WASM, one session each. */
import { type EmbeddedThread, startThread } from './embedded-thread.js';
import { type Limits, RunClock } from './limits.js';
import {
  type Notice,
  PostgresError,
  resultOf,
  type ScratchDatabase,
  type Server,
  ServerLost,
  ServerUnavailable,
  type Session,
} from './server.js';

export interface EmbeddedOptions extends Limits {
  /** The file that keeps a fresh data folder between runs: null for none, the usual one where it isn't given. */
  cache?: string | null;
  /** Whether CREATE EXTENSION must work; true where it isn't given. */
  extensions?: boolean;
}

/** Starts an embedded server; each scratch database is a thread of its own. */
export async function embeddedServer(options: EmbeddedOptions): Promise<Server> {
  const threads = new Set<EmbeddedThread>();
  const clock = new RunClock(options.runTimeout);
  const start = async () => {
    try {
      const thread = await startThread(options.cache, options.extensions);
      threads.add(thread);
      return thread;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ServerUnavailable(`The embedded Postgres could not start: ${reason}.`, { cause: error });
    }
  };
  const stop = async (thread: EmbeddedThread) => {
    threads.delete(thread);
    await thread.stop();
  };

  const first = await start();
  // It had to start to tell its version: the first scratch database takes it over.
  let spare: EmbeddedThread | undefined = first;
  return {
    kind: 'embedded',
    version: first.version,
    major: Number.parseInt(first.version, 10),
    capabilities: { multiSession: false, cancel: false, templates: false, superuser: true },
    async createScratch() {
      const thread = spare ?? (await start());
      spare = undefined;
      return scratchOf(thread, options, clock, () => stop(thread));
    },
    async close() {
      await Promise.all([...threads].map(stop));
    },
  };
}

function scratchOf(
  thread: EmbeddedThread,
  limits: Limits,
  clock: RunClock,
  drop: () => Promise<void>,
): ScratchDatabase {
  let open: Session | undefined;
  const connect = async () => {
    if (open !== undefined) throw new Error('the embedded Postgres has only one session');
    const session = sessionOf(thread, limits.statementTimeout, clock);
    open = {
      ...session,
      scriptTimeout: limits.scriptTimeout,
      async close() {
        if (open === undefined) return;
        // The next session shall not find this one's transaction or settings. ROLLBACK only warns where there is none.
        await thread.ask(['rollback'], limits.statementTimeout);
        await thread.ask(['discard all'], limits.statementTimeout);
        open = undefined;
      },
    };
    return open;
  };
  // There is one role, and inside WebAssembly it has nothing to reach.
  return { role: null, madeRoles: [], connect, connectAdmin: connect, drop };
}

function sessionOf(thread: EmbeddedThread, statementTimeout: number, clock: RunClock): Session {
  let notices: Notice[] = [];
  const queryAll = async (queries: readonly string[]) => {
    const outcome = await thread.ask(queries, clock.left(statementTimeout));
    if (outcome.kind === 'lost') {
      clock.left(statementTimeout);
      throw new ServerLost(outcome.reason);
    }
    return outcome.answers.map((answer) => {
      notices.push(...answer.notices);
      return answer.kind === 'error' ? new PostgresError(answer.error) : answer.result;
    });
  };
  return {
    query: async (sql) => resultOf((await queryAll([sql]))[0]),
    queryAll,
    takeNotices() {
      const taken = notices;
      notices = [];
      return taken;
    },
    async close() {},
  };
}
