/** The server that is always there: Postgres 18 in WASM, one session each. */

import type { Baselines } from '../kept/baselines.js';
import { digest } from '../kept/keys.js';
import { type Kept, openStore } from '../kept/store.js';
import { edition } from './embedded-cache.js';
import { pgliteFolder } from './embedded-files.js';
import { type EmbeddedHost, embeddedScratch } from './embedded-scratch.js';
import { type EmbeddedThread, startThread } from './embedded-thread.js';
import { type Limits, RunClock } from './limits.js';
import { type Server, ServerUnavailable } from './server.js';

export interface EmbeddedOptions extends Limits {
  /** The file that keeps a fresh data folder between runs: null for none, the usual one where it isn't given. */
  freshFile?: string | null;
  /** Where baselines are kept between runs; without it none are. */
  baselines?: Baselines | null;
  /** Whether CREATE EXTENSION must work; true where it isn't given. */
  extensions?: boolean;
}

/** A dump and a start from it, measured. */
const COPY_MS = 300;

/** Starts an embedded server; each scratch database is a thread of its own. */
export async function embeddedServer(options: EmbeddedOptions): Promise<Server> {
  const { freshFile: cache, baselines, extensions = true } = options;
  const threads = new Set<EmbeddedThread>();
  const start = async (data?: Uint8Array) => {
    try {
      const thread = await startThread({ cache, extensions }, data);
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
    start,
    async stop(thread) {
      threads.delete(thread);
      await thread.stop();
    },
    keep: store?.write,
  };
  /** Null where nothing was kept, or where it doesn't start. */
  const startKept = async (wanted: readonly string[]): Promise<(Kept & { thread: EmbeddedThread }) | null> => {
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
  // It had to start to tell its version: the first scratch database takes it over.
  let spare: EmbeddedThread | undefined = kept ? undefined : first;
  let spareKept = kept;
  return {
    kind: 'embedded',
    version: first.version,
    major: Number.parseInt(first.version, 10),
    capabilities: { multiSession: false, cancel: false, templates: true, superuser: true },
    copyMs: COPY_MS,
    keepMs: Math.max(COPY_MS, baselines?.worthMs ?? 0),
    async createScratch() {
      const thread = spare ?? (await start());
      spare = undefined;
      return embeddedScratch(host, { thread });
    },
    async kept(wanted) {
      const found = spareKept && wanted.includes(spareKept.key) ? spareKept : await startKept(wanted);
      if (found === spareKept) spareKept = null;
      return found && { key: found.key, scratch: embeddedScratch(host, found) };
    },
    async close() {
      await Promise.all([...threads].map(host.stop));
    },
  };
}
