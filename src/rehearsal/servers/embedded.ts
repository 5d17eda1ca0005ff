/** The server that is always there: Postgres 18 in WASM, one session each. */
import { type EmbeddedThread, startThread } from './embedded-thread.js';
import {
  type Notice,
  PostgresError,
  type ScratchDatabase,
  type Server,
  ServerLost,
  ServerUnavailable,
  type Session,
} from './server.js';

export interface EmbeddedOptions {
  /** How long one query may run, in seconds. */
  statementTimeout: number;
  /** The file that keeps a fresh data folder between runs: null for none, the usual one where it isn't given. */
  cache?: string | null;
}

/** Starts an embedded server; each scratch database is a thread of its own. */
export async function embeddedServer(options: EmbeddedOptions): Promise<Server> {
  const threads = new Set<EmbeddedThread>();
  const start = async () => {
    try {
      const thread = await startThread(options.cache);
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
      return scratchOf(thread, options.statementTimeout, () => stop(thread));
    },
    async close() {
      await Promise.all([...threads].map(stop));
    },
  };
}

function scratchOf(thread: EmbeddedThread, seconds: number, drop: () => Promise<void>): ScratchDatabase {
  let open: Session | undefined;
  return {
    drop,
    async connect() {
      if (open !== undefined) throw new Error('the embedded Postgres has only one session');
      const session = sessionOf(thread, seconds);
      open = {
        ...session,
        async close() {
          if (open === undefined) return;
          // The next session shall not find this one's transaction or settings. ROLLBACK only warns where there is none.
          await session.query('rollback').catch(ignoreLoss);
          await session.query('discard all').catch(ignoreLoss);
          open = undefined;
        },
      };
      return open;
    },
  };
}

function sessionOf(thread: EmbeddedThread, seconds: number): Session {
  let notices: Notice[] = [];
  return {
    async query(sql) {
      const outcome = await thread.ask(sql, seconds);
      if (outcome.kind === 'lost') throw new ServerLost(outcome.reason);
      notices.push(...outcome.notices);
      if (outcome.kind === 'error') throw new PostgresError(outcome.error);
      return outcome.result;
    },
    takeNotices() {
      const taken = notices;
      notices = [];
      return taken;
    },
    async close() {},
  };
}

function ignoreLoss(error: unknown): void {
  if (!(error instanceof ServerLost)) throw error;
}
