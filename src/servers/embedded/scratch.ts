/** A database of the embedded server: one of those that share a thread. */

import type { Turns } from '../in-turn.js';
import { tarOf } from '../kept/tar.js';
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
import { bringBack, changes, copyOf, type Guest, leave, type SeatHost } from './seat.js';

export interface EmbeddedHost extends SeatHost {
  limits: Limits;
  clock: RunClock;
  /** One thing at a time: what a database is asked may cost another its place. */
  turns: Turns;
  /** Keeps a data folder for later runs. */
  keep?: ((key: string, data: Uint8Array) => void) | undefined;
}

export function embeddedScratch(host: EmbeddedHost, guest: Guest): ScratchDatabase {
  const { limits, turns } = host;
  let open: ChangeSession | undefined;
  const connect = async () => {
    if (open !== undefined) throw new Error('the embedded Postgres has only one session');
    const session = sessionOf(host, guest);
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
  const copy = async () => {
    await open?.close();
    return turns(() => copyOf(guest));
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
      const shared = sessionOf(host, guest);
      const read: Observer['read'] = async (sql) => resultOf((await shared.queryAll([LOOK, sql, 'ROLLBACK']))[1]);
      return { kind: 'observer', outside: false, read, close: async () => {} };
    },
    async operate() {
      const session = await connect();
      return { kind: 'operator', query: session.query, close: session.close };
    },
    async setRowEstimate(relation, rows, pages) {
      await sessionOf(host, guest).query(rowEstimate(relation, rows, pages));
    },
    async copy() {
      const copied = await copy();
      return copied && embeddedScratch(host, copied);
    },
    ...(host.keep && {
      async keep(key: string) {
        const copied = await copy();
        if (copied?.image?.data) host.keep?.(key, tarOf(copied.image.data));
        if (copied) await turns(() => leave(copied));
      },
    }),
    drop: () => turns(() => leave(guest)),
  };
}

/** Deparsers qualify what this search_path doesn't find. */
const LOOK = 'BEGIN READ ONLY; SET LOCAL search_path = pg_catalog, pg_temp';

function sessionOf({ limits: { statementTimeout }, clock, turns }: EmbeddedHost, guest: Guest): ChangeSession {
  let notices: Notice[] = [];
  const queryAll = (queries: readonly string[]) =>
    turns(async () => {
      const { thread } = await bringBack(guest);
      await changes(guest);
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
