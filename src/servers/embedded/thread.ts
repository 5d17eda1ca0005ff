/** One PGlite in a thread of its own, as seen from ours. */
import { Worker } from 'node:worker_threads';
import { ServerLost } from '../server.js';
import { cacheFile } from './cache.js';
import { pgliteFolder, workerFile } from './files.js';
import type { DataFolder, FromWorker, Lost, Outcome, Request, WorkerOptions } from './protocol.js';

/** Long enough for the slowest machine; a start takes 0.4 to 1.5 s. */
const startSeconds = 60;

export interface EmbeddedThread {
  version: string;
  /** Sends queries and waits for what comes of them, but not longer than `seconds`. */
  ask(queries: readonly string[], seconds: number): Promise<Outcome>;
  /**
   * Takes a picture of the engine; with the data folder if `withData`, and if a server that starts from it lacks nothing.
   * Throws `ServerLost`.
   */
  keep(image: number, withData: boolean): Promise<DataFolder | null>;
  /** Sets the engine back to a picture. False where it can't be. Throws `ServerLost`. */
  restore(image: number): Promise<boolean>;
  forget(image: number): void;
  stop(): Promise<void>;
}

type Wish = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

export interface ThreadOptions {
  /** The file that keeps a fresh data folder between runs: null for none, the usual one where it isn't given. */
  cache?: string | null | undefined;
  /** Whether CREATE EXTENSION must work; true where it isn't given. */
  extensions?: boolean | undefined;
}

/** Starts a thread and waits until its server answers. `data`: the data folder to start from. */
export async function startThread(
  { cache = cacheFile(pgliteFolder()), extensions = true }: ThreadOptions,
  data?: Uint8Array | DataFolder,
): Promise<EmbeddedThread> {
  const workerData: WorkerOptions = { pglite: pgliteFolder(), cache, extensions, ...(data && { data }) };
  const worker = new Worker(workerFile(), {
    workerData,
    // SQL is none of the environment's business, and what PGlite prints must not get between our own output.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();

  let waiting: { resolve(message: FromWorker | Lost): void } | undefined;
  let gone: Lost | undefined;
  const lose = (reason: string) => {
    gone ??= { kind: 'lost', reason };
    waiting?.resolve(gone);
    void worker.terminate();
    return gone;
  };
  worker.on('message', (message: FromWorker) => waiting?.resolve(message));
  worker.on('error', (error: Error) => lose(`the embedded Postgres ended: ${error.message}`));
  worker.on('exit', () => lose('the embedded Postgres was stopped'));

  async function next(seconds: number, late: string): Promise<FromWorker | Lost> {
    if (gone !== undefined) return gone;
    const timer = setTimeout(() => lose(late), seconds * 1000);
    // An idle server keeps nobody from ending; one that works does.
    worker.ref();
    try {
      return await new Promise((resolve) => {
        waiting = { resolve };
      });
    } finally {
      clearTimeout(timer);
      waiting = undefined;
      worker.unref();
    }
  }

  const first = await next(startSeconds, `the embedded Postgres was not ready after ${startSeconds} s`);
  if (first.kind !== 'ready') throw new Error(first.kind === 'lost' ? first.reason : 'the worker answered out of turn');
  let id = 0;
  const request = async (what: Wish, seconds: number, late: string) => {
    if (waiting !== undefined) throw new Error('a session runs one query at a time');
    if (gone === undefined) worker.postMessage({ id: ++id, ...what } satisfies Request);
    const answer = await next(seconds, late);
    return answer.kind === 'lost' ? lose(answer.reason) : answer;
  };
  /** What is no statement of anybody's. */
  const own = async (what: Wish) => {
    const answer = await request(what, startSeconds, 'the embedded Postgres did not answer');
    if (answer.kind === 'lost') throw new ServerLost(answer.reason);
    return answer;
  };
  return {
    version: first.version,
    async ask(queries, seconds) {
      const late = `the statement was still running after ${seconds} s; the embedded Postgres can't cancel it and was stopped`;
      const answer = await request({ queries }, seconds, late);
      if (answer.kind === 'lost' || answer.kind === 'answers') return answer;
      throw new Error('the worker answered out of turn');
    },
    async keep(image, withData) {
      const answer = await own({ keep: image, withData });
      if (answer.kind !== 'kept') throw new Error('the worker answered out of turn');
      return answer.data;
    },
    async restore(image) {
      const answer = await own({ restore: image });
      if (answer.kind !== 'restored') throw new Error('the worker answered out of turn');
      return answer.done;
    },
    forget(image) {
      if (gone === undefined) worker.postMessage({ id: ++id, forget: image } satisfies Request);
    },
    async stop() {
      gone ??= { kind: 'lost', reason: 'the embedded Postgres was stopped' };
      await worker.terminate();
    },
  };
}
