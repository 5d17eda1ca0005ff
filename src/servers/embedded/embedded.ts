/** The server that is always there: Postgres 18 in WASM, one session each. */

import type { Baselines } from '../baseline-cache/baselines.js';
import { digest } from '../baseline-cache/keys.js';
import { type KeptFile, openStore } from '../baseline-cache/store.js';
import { turns } from '../in-turn.js';
import { type Limits, RunClock } from '../limits.js';
import { type Server, ServerUnavailable } from '../server.js';
import { edition } from './cache.js';
import { copyOf, firstLease, type Lease } from './engine-thread.js';
import { pgliteFolder } from './files.js';
import type { DataFolder } from './protocol.js';
import { type EmbeddedHost, embeddedScratch } from './scratch.js';
import { type EmbeddedThread, startThread } from './thread.js';

export interface EmbeddedOptions extends Limits {
  /** The file that keeps a fresh data folder between runs: null for none, the usual one where it isn't given. */
  freshFile?: string | null;
  /** Where baselines are kept between runs; without it none are. */
  baselines?: Baselines | null;
  /** Whether CREATE EXTENSION must work; true where it isn't given. */
  extensions?: boolean;
  /** Whether to do without PGlite's insides, as where they aren't what we know; false where it isn't given. */
  plain?: boolean;
}

/** Taking an image of a database and restoring it, measured. */
const COPY_MS = 100;

/** Needing both what was kept and what is below it takes two threads: a start and an image, measured. */
const KEEP_MS = 1000;

/** Starts an embedded server; its scratch databases share a thread as long as they can. */
export async function embeddedServer(options: EmbeddedOptions): Promise<Server> {
  const { freshFile: cache, baselines, extensions = true, plain } = options;
  const threads = new Set<EmbeddedThread>();
  const start = async (data?: Uint8Array | DataFolder) => {
    try {
      const thread = await startThread({ cache, extensions, plain }, data);
      threads.add(thread);
      return thread;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ServerUnavailable(`The embedded Postgres could not start: ${reason}.`, { cause: error });
    }
  };
  const variant = `embedded-${digest([edition(pgliteFolder()), String(extensions)])}`;
  const store = baselines && openStore(baselines.folder, variant);
  const host: EmbeddedHost = {
    limits: options,
    clock: new RunClock(options.runTimeout),
    turns: turns(),
    start,
    async stop(thread) {
      threads.delete(thread);
      await thread.stop();
    },
    keep: store?.write,
  };
  /** Null where nothing was kept, or where it doesn't start. */
  const startKept = async (wanted: readonly string[]): Promise<(KeptFile & { thread: EmbeddedThread }) | null> => {
    const found = store?.find(wanted);
    if (!found) return null;
    try {
      return { ...found, thread: await start(found.data) };
    } catch {
      store?.remove(found.key);
      return null;
    }
  };

  const kept = await startKept(baselines?.keys ?? []);
  const first = kept?.thread ?? (await start());
  // It had to start to report its version: the first user takes it over.
  let fresh: Lease | undefined = kept ? undefined : firstLease(host, first);
  let spare = kept;
  return {
    kind: 'embedded',
    version: first.version,
    major: Number.parseInt(first.version, 10),
    capabilities: { multiSession: false, templates: true, wholeCopies: true },
    copyMs: COPY_MS,
    keepMs: Math.max(KEEP_MS, baselines?.worthMs ?? 0),
    async createScratch() {
      const origin = fresh ?? firstLease(host, await start());
      fresh = origin;
      const copy = await host.turns(() => copyOf(origin));
      if (copy === null) throw new Error('an empty database can be copied');
      return embeddedScratch(host, copy);
    },
    async kept(wanted) {
      const found = spare && wanted.includes(spare.key) ? spare : await startKept(wanted);
      if (found === spare) spare = null;
      return found && { key: found.key, scratch: embeddedScratch(host, firstLease(host, found.thread)) };
    },
    async close() {
      await Promise.all([...threads].map(host.stop));
    },
  };
}
