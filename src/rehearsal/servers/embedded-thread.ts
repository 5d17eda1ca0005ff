/** One PGlite in a thread of its own, as seen from ours. */
import { Worker } from 'node:worker_threads';
import { cacheFile } from './embedded-cache.js';
import { pgliteFolder, workerFile } from './embedded-files.js';
import type { FromWorker, Outcome, WorkerOptions } from './embedded-protocol.js';

/** Long enough for the slowest machine; a start takes 0.4 to 1.5 s. */
const startSeconds = 60;

export interface EmbeddedThread {
  version: string;
  /** Sends queries and waits for what comes of them, but not longer than `seconds`. */
  ask(queries: readonly string[], seconds: number): Promise<Outcome>;
  stop(): Promise<void>;
}

/** Starts a thread and waits until its server answers. */
export async function startThread(
  cache: string | null = cacheFile(pgliteFolder()),
  extensions = true,
): Promise<EmbeddedThread> {
  const workerData: WorkerOptions = { pglite: pgliteFolder(), cache, extensions };
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
  return {
    version: first.version,
    async ask(queries, seconds) {
      if (waiting !== undefined) throw new Error('a session runs one query at a time');
      if (gone === undefined) worker.postMessage({ id: ++id, queries });
      const answer = await next(
        seconds,
        `the statement was still running after ${seconds} s; the embedded Postgres can't cancel it and was stopped`,
      );
      if (answer.kind === 'ready') throw new Error('the worker answered out of turn');
      return answer.kind === 'lost' ? lose(answer.reason) : answer;
    },
    async stop() {
      gone ??= { kind: 'lost', reason: 'the embedded Postgres was stopped' };
      await worker.terminate();
    },
  };
}

interface Lost {
  kind: 'lost';
  reason: string;
}
