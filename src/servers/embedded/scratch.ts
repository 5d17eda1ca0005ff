/** A database of the embedded server: one of those that share a thread. */

import { tarOf } from '../baseline-cache/tar.js';
import type { Turns } from '../in-turn.js';
import type { Limits, RunClock } from '../limits.js';
import { rowEstimate } from '../postgres/row-estimate.js';
import {
  type ChangeSession,
  type Notice,
  type Observer,
  PostgresError,
  resultOf,
  type ScratchDatabase,
  ServerLost,
} from '../server.js';
import { activate, changes, copyOf, dataOf, type Lease, leave, type ThreadHost } from './engine-thread.js';

export interface EmbeddedHost extends ThreadHost {
  limits: Limits;
  clock: RunClock;
  /** One thing at a time: what a database is asked may cost another its place. */
  turns: Turns;
  /** Keeps a data folder for later runs. */
  keep?: ((key: string, data: Uint8Array) => void) | undefined;
}

export function embeddedScratch(host: EmbeddedHost, lease: Lease): ScratchDatabase {
  const { limits, turns } = host;
  let open: ChangeSession | undefined;
  const connect = async () => {
    if (open !== undefined) throw new Error('the embedded Postgres has only one session');
    const session = sessionOf(host, lease);
    open = {
      ...session,
      scriptTimeout: limits.scriptTimeout,
      async close() {
        if (open === undefined) return;
        open = undefined;
        // The next session must not find this one's transaction or settings. ROLLBACK only warns where there is none.
        await session.queryAll(['rollback', 'discard all']).catch(() => {});
      },
    };
    return open;
  };
  return {
    // There is one role, and inside WebAssembly it has nothing to reach.
    role: null,
    madeRoles: [],
    pastRowSecurity: (work) => work(),
    asReplica: (work) => work(),
    lend: async () => {},
    connect,
    async observe() {
      const shared = sessionOf(host, lease);
      const read: Observer['read'] = async (sql) => resultOf((await shared.queryAll([LOOK, sql, 'ROLLBACK']))[1]);
      return { kind: 'observer', outside: false, read, close: async () => {} };
    },
    async operate() {
      const { pid, query, queryAll, close } = await connect();
      return { kind: 'operator', pid, query, queryAll, close };
    },
    async setRowEstimate(relation, rows, pages) {
      await sessionOf(host, lease).query(rowEstimate(relation, rows, pages));
    },
    async copy() {
      await open?.close();
      const copied = await turns(() => copyOf(lease));
      return copied && embeddedScratch(host, copied);
    },
    ...(host.keep && {
      async keep(key: string) {
        await open?.close();
        const data = await turns(() => dataOf(lease));
        if (data) host.keep?.(key, tarOf(data));
      },
    }),
    drop: () => turns(() => leave(lease)),
  };
}

/** Deparsers qualify what this search_path doesn't find. */
const LOOK = 'BEGIN READ ONLY; SET LOCAL search_path = pg_catalog, pg_temp';

function sessionOf({ limits: { statementTimeout }, clock, turns }: EmbeddedHost, lease: Lease): ChangeSession {
  let notices: Notice[] = [];
  const queryAll = (queries: readonly string[]) =>
    turns(async () => {
      const { thread } = await activate(lease);
      await changes(lease);
      const outcome = await thread.ask(queries, clock.left(statementTimeout));
      if (outcome.kind === 'lost') {
        clock.left(statementTimeout);
        throw new ServerLost(outcome.reason);
      }
      return outcome.answers.map((answer) => {
        notices.push(...answer.notices);
        return answer.kind === 'error' ? new PostgresError(answer.error) : answer.result;
      });
    });
  return {
    kind: 'change',
    pid: null,
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
