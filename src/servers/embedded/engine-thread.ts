/** A thread of the embedded server, which several databases share: each finds everything as it left it. */

import { ServerLost } from '../server.js';
import type { DataFolder } from './protocol.js';
import type { EmbeddedThread } from './thread.js';

export interface ThreadHost {
  /** Starts a thread from a data folder. */
  start(data: DataFolder): Promise<EmbeddedThread>;
  stop(thread: EmbeddedThread): Promise<void>;
}

/** A state of a database that can be activated again. */
export interface Checkpoint {
  /** Which thread can be set back to it. */
  engine: EngineThread;
  key: number;
  /** How many databases are in this state. */
  users: number;
  /** What another thread can start from; null where it would lack something. */
  data: DataFolder | null;
}

/** A database on a thread. */
export interface Lease {
  engine: EngineThread;
  /** Dropped. */
  gone?: boolean;
  /** Null where it has changed since the last: then it is what the thread has. */
  checkpoint: Checkpoint | null;
}

let keys = 0;

export class EngineThread {
  readonly host: ThreadHost;
  readonly thread: EmbeddedThread;
  /** The database that the thread has, if that is still needed. */
  lease: Lease | null = null;
  /** The checkpoint that the thread's present state equals. */
  at: Checkpoint | null = null;
  /** How many checkpoints it can be set back to. */
  checkpoints = 0;

  constructor(host: ThreadHost, thread: EmbeddedThread) {
    this.host = host;
    this.thread = thread;
  }

  /** Takes a checkpoint of what the thread has. Throws `ServerLost`. */
  async checkpoint(withData: boolean): Promise<Checkpoint> {
    const key = ++keys;
    const data = await this.thread.keep(key, withData);
    this.checkpoints++;
    this.at = { engine: this, key, data, users: 1 };
    return this.at;
  }
}

/** A database that has what a thread has now. */
export function firstLease(host: ThreadHost, thread: EmbeddedThread): Lease {
  const engine = new EngineThread(host, thread);
  engine.lease = { engine, checkpoint: null };
  return engine.lease;
}

/** Another database in the state of this one. Null where the copy would lack something. Throws `ServerLost`. */
export async function copyOf(lease: Lease): Promise<Lease | null> {
  const engine = await activate(lease);
  if (!engine.thread.images) return copyByStart(engine);
  const before = lease.checkpoint;
  if (before?.data) {
    before.users++;
    return { engine, checkpoint: before };
  }
  const checkpoint = await engine.checkpoint(true);
  lease.checkpoint = checkpoint;
  if (before) await release(before);
  if (checkpoint.data === null) return null;
  checkpoint.users++;
  return { engine, checkpoint };
}

/** On a thread of its own: without images each database has one. */
async function copyByStart({ host, thread }: EngineThread): Promise<Lease | null> {
  const data = await thread.keep(++keys, true);
  return data && firstLease(host, await host.start(data));
}

/** What another thread can start from; null where it would lack something. Throws `ServerLost`. */
export async function dataOf(lease: Lease): Promise<DataFolder | null> {
  const { thread } = await activate(lease);
  if (!thread.images) return thread.keep(++keys, true);
  const copied = await copyOf(lease);
  if (copied === null) return null;
  const { checkpoint } = copied;
  await leave(copied);
  return checkpoint?.data ?? null;
}

/** The thread that has this database, after whatever has to be done for that. Throws `ServerLost` where it is gone. */
export async function activate(lease: Lease): Promise<EngineThread> {
  const { checkpoint, gone } = lease;
  if (gone) throw new ServerLost('the database was dropped');
  if (checkpoint !== null) {
    if (checkpoint.engine.at !== checkpoint) await show(checkpoint);
    lease.engine = checkpoint.engine;
    lease.engine.lease = lease;
  }
  return lease.engine;
}

/** To be said before anything is done in a database that was brought back. */
export async function changes(lease: Lease): Promise<void> {
  const { checkpoint, engine } = lease;
  lease.checkpoint = null;
  engine.at = null;
  if (checkpoint !== null) await release(checkpoint);
}

/** This database is no longer needed. */
export async function leave(lease: Lease): Promise<void> {
  const { checkpoint, engine } = lease;
  lease.gone = true;
  lease.checkpoint = null;
  if (engine.lease === lease) engine.lease = null;
  if (checkpoint !== null) await release(checkpoint);
  await retire(engine);
}

async function show(checkpoint: Checkpoint): Promise<void> {
  const { engine } = checkpoint;
  const { host, lease } = engine;
  let libraries: string[] = [];
  try {
    // The present lease has to find its state again.
    if (lease?.checkpoint === null) lease.checkpoint = await engine.checkpoint(false);
    if (await engine.thread.restore(checkpoint.key)) {
      engine.at = checkpoint;
      return;
    }
    if (checkpoint.data !== null) libraries = await librariesOf(engine);
  } catch (error) {
    // The thread is gone, and what nothing else can start from with it.
    if (!(error instanceof ServerLost) || checkpoint.data === null) throw error;
  }
  if (checkpoint.data === null)
    throw new ServerLost('the embedded Postgres can’t go back to before it loaded a library');
  const next = new EngineThread(host, await host.start(checkpoint.data));
  // What was loaded once is loaded again, and there is no way back over that.
  if (libraries.length > 0)
    await next.thread.ask(
      libraries.map((file) => `load '${file}'`),
      loadSeconds,
    );
  await next.thread.keep(checkpoint.key, false);
  await moveTo(next, checkpoint);
}

const loadSeconds = 60;

/** The thread's state is lost: it must be in a checkpoint, or belong to no lease. */
async function librariesOf(engine: EngineThread): Promise<string[]> {
  const outcome = await engine.thread.ask(['rollback', 'select file_name from pg_get_loaded_modules()'], loadSeconds);
  engine.lease = null;
  engine.at = null;
  const modules = outcome.kind === 'answers' ? outcome.answers[1] : undefined;
  return modules?.kind === 'result' ? modules.result.rows.map(([file]) => String(file)) : [];
}

async function moveTo(next: EngineThread, checkpoint: Checkpoint): Promise<void> {
  const before = checkpoint.engine;
  checkpoint.engine = next;
  next.at = checkpoint;
  next.checkpoints++;
  await forget(before, checkpoint);
}

async function release(checkpoint: Checkpoint): Promise<void> {
  checkpoint.users--;
  if (checkpoint.users === 0) await forget(checkpoint.engine, checkpoint);
}

async function forget(engine: EngineThread, checkpoint: Checkpoint): Promise<void> {
  engine.thread.forget(checkpoint.key);
  engine.checkpoints--;
  if (engine.at === checkpoint) engine.at = null;
  await retire(engine);
}

async function retire(engine: EngineThread): Promise<void> {
  if (engine.checkpoints === 0 && engine.lease === null) await engine.host.stop(engine.thread);
}
