/** A database of the embedded server: a thread that runs it, or the data folder that one can start from, or both. */
import type { EmbeddedThread } from './embedded-thread.js';
import type { Limits, RunClock } from './limits.js';
import { type Notice, PostgresError, resultOf, type ScratchDatabase, ServerLost, type Session } from './server.js';

export interface EmbeddedHost {
  limits: Limits;
  clock: RunClock;
  /** Starts a thread from a data folder. */
  start(data: Uint8Array): Promise<EmbeddedThread>;
  stop(thread: EmbeddedThread): Promise<void>;
  /** Keeps a data folder for later runs. */
  keep?: ((key: string, data: Uint8Array) => void) | undefined;
}

/** At least one of them; both where the thread has done nothing since the data was taken. */
export type Standing = { thread: EmbeddedThread; data?: Uint8Array } | { thread?: undefined; data: Uint8Array };

/** Makes a database of what is there. */
export function embeddedScratch(host: EmbeddedHost, standing: Standing): ScratchDatabase {
  const { limits, clock } = host;
  let { thread, data }: { thread?: EmbeddedThread | undefined; data?: Uint8Array | undefined } = standing;
  let open: Session | undefined;

  const running = async () => {
    if (thread === undefined) {
      if (data === undefined) throw new ServerLost('the database was dropped');
      thread = await host.start(data);
    }
    return thread;
  };
  const connect = async () => {
    if (open !== undefined) throw new Error('the embedded Postgres has only one session');
    const engine = await running();
    // From here on it may become something else.
    data = undefined;
    const session = sessionOf(engine, limits.statementTimeout, clock);
    open = {
      ...session,
      scriptTimeout: limits.scriptTimeout,
      async close() {
        if (open === undefined) return;
        // The next session shall not find this one's transaction or settings. ROLLBACK only warns where there is none.
        await engine.ask(['rollback'], limits.statementTimeout);
        await engine.ask(['discard all'], limits.statementTimeout);
        open = undefined;
      },
    };
    return open;
  };
  let dumping: Promise<Uint8Array | undefined> | undefined;
  /** Several may ask at once: the thread is asked once. */
  const dump = () => {
    dumping ??= dumped().finally(() => {
      dumping = undefined;
    });
    return dumping;
  };
  const dumped = async () => {
    await open?.close();
    data ??= (await (await running()).dump()) ?? undefined;
    return data;
  };
  return {
    // There is one role, and inside WebAssembly it has nothing to reach.
    role: null,
    madeRoles: [],
    pastRowSecurity: (work) => work(),
    connect,
    connectAdmin: connect,
    async copy() {
      const taken = await dump();
      if (taken === undefined) return null;
      // The copy gets the thread, which is quicker than a start. Whoever needs this database again starts it from its data.
      const copied = embeddedScratch(host, thread === undefined ? { data: taken } : { thread, data: taken });
      thread = undefined;
      return copied;
    },
    ...(host.keep && {
      async keep(key: string) {
        const taken = await dump();
        if (taken !== undefined) host.keep?.(key, taken);
      },
    }),
    async drop() {
      data = undefined;
      if (thread !== undefined) await host.stop(thread);
    },
  };
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
