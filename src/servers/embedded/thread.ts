/** One PGlite in a thread of its own, as seen from ours. */
import { Worker } from 'node:worker_threads';
import { ServerLost } from '../server.js';
import { cacheFile } from './cache.js';
import { pgliteFolder, workerFile } from './files.js';
import type { DataFolder, EngineOutcome, FromWorker, Lost, Request, WorkerOptions } from './protocol.js';

/** Long enough for the slowest machine; a start takes 0.4 to 1.5 s. */
const startSeconds = 60;

export interface EmbeddedThread {
  version: string;
  /** Whether it can be set back to what it was; else another thread must start from what it had. */
  images: boolean;
  /** Sends queries and waits for what comes of them, but not longer than `seconds`. */
  ask(queries: readonly string[], seconds: number): Promise<EngineOutcome>;
  /**
   * Takes an image of the engine where it can; with the data folder if `withData`, and if a server that starts from it lacks nothing.
   * Throws `ServerLost`.
   */
  keep(image: number, withData: boolean): Promise<DataFolder | null>;
  /** Sets the engine back to an image. False where it can't be. Throws `ServerLost`. */
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
  /** Whether to do without PGlite's insides; false where it isn't given. */
  plain?: boolean | undefined;
}

/** Starts a thread and waits until its server answers. `data`: the data folder to start from. */
export async function startThread(
  { cache = cacheFile(pgliteFolder()), extensions = true, plain = false }: ThreadOptions,
  data?: Uint8Array | DataFolder,
): Promise<EmbeddedThread> {
  const workerData: WorkerOptions = { pglite: pgliteFolder(), cache, extensions, plain, ...(data && { data }) };
  const worker = new Worker(workerFile(), {
    workerData,
    // Moved, not copied: it is tens of megabytes, and used no more.
    ...(data instanceof Uint8Array && { transferList: [data.buffer as ArrayBuffer] }),
    // SQL gets no environment, and what PGlite prints must not get between our own output.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const thread = new Thread(worker);
  await thread.begin();
  return thread;
}

const OUT_OF_TURN = 'the worker answered out of turn';

class Thread implements EmbeddedThread {
  version = '';
  images = false;
  readonly #worker: Worker;
  #waiting: { resolve(message: FromWorker | Lost): void } | undefined;
  #gone: Lost | undefined;
  /** Of the last request. */
  #id = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => this.#waiting?.resolve(message));
    worker.on('error', (error: Error) => this.#lose(`the embedded Postgres ended: ${error.message}`));
    worker.on('exit', () => this.#lose('the embedded Postgres was stopped'));
  }

  /** Waits until the server answers. */
  async begin(): Promise<void> {
    const first = await this.#next(startSeconds, `the embedded Postgres was not ready after ${startSeconds} s`);
    if (first.kind !== 'ready') throw new Error(first.kind === 'lost' ? first.reason : OUT_OF_TURN);
    this.version = first.version;
    this.images = first.lacks.length === 0;
  }

  async ask(queries: readonly string[], seconds: number): Promise<EngineOutcome> {
    const late = `the statement was still running after ${seconds} s; the embedded Postgres can't cancel it and was stopped`;
    const answer = await this.#request({ queries }, seconds, late);
    if (answer.kind === 'lost' || answer.kind === 'answers') return answer;
    throw new Error(OUT_OF_TURN);
  }

  async keep(image: number, withData: boolean): Promise<DataFolder | null> {
    const answer = await this.#own({ keep: image, withData });
    if (answer.kind !== 'kept') throw new Error(OUT_OF_TURN);
    return answer.data;
  }

  async restore(image: number): Promise<boolean> {
    const answer = await this.#own({ restore: image });
    if (answer.kind !== 'restored') throw new Error(OUT_OF_TURN);
    return answer.done;
  }

  forget(image: number): void {
    this.#send({ forget: image });
  }

  async stop(): Promise<void> {
    this.#gone ??= { kind: 'lost', reason: 'the embedded Postgres was stopped' };
    await this.#worker.terminate();
  }

  async #request(what: Wish, seconds: number, late: string): Promise<FromWorker | Lost> {
    if (this.#waiting !== undefined) throw new Error('a session runs one query at a time');
    this.#send(what);
    const answer = await this.#next(seconds, late);
    return answer.kind === 'lost' ? this.#lose(answer.reason) : answer;
  }

  /** A request of ours, not a statement of a session. */
  async #own(what: Wish): Promise<FromWorker> {
    const answer = await this.#request(what, startSeconds, 'the embedded Postgres did not answer');
    if (answer.kind === 'lost') throw new ServerLost(answer.reason);
    return answer;
  }

  #send(what: Wish): void {
    if (this.#gone === undefined) this.#worker.postMessage({ id: ++this.#id, ...what } satisfies Request);
  }

  async #next(seconds: number, late: string): Promise<FromWorker | Lost> {
    if (this.#gone !== undefined) return this.#gone;
    const timer = setTimeout(() => this.#lose(late), seconds * 1000);
    // An idle server doesn't keep the process alive; one that works does.
    this.#worker.ref();
    try {
      return await new Promise((resolve) => {
        this.#waiting = { resolve };
      });
    } finally {
      clearTimeout(timer);
      this.#waiting = undefined;
      this.#worker.unref();
    }
  }

  #lose(reason: string): Lost {
    this.#gone ??= { kind: 'lost', reason };
    this.#waiting?.resolve(this.#gone);
    void this.#worker.terminate();
    return this.#gone;
  }
}
