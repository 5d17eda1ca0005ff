/**
 * Stops a statement that runs outside transactions wherever it waits, and reads its locks there. Other sessions block
 * it: one holds a lock on its tables, one holds an old snapshot. Each is released as soon as it has been seen.
 */
import type { LockMode } from '../../../model.js';
import { shortName } from '../../../schema/objects.js';
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import type { ChangeSession, Observer } from '../../../servers/server.js';
import { lockModeFromCatalog } from '../../../sql/locks.js';

export interface Waits {
  /** All locks that were held or waited for, by oid. */
  locks: { oid: string; mode: LockMode }[];
  /** What it waited for, in order, each once. */
  waits: string[];
}

const POLL_MS = 2;
/** No wait for a session of ours takes this long: then something else blocks it. */
const PATIENCE_MS = 5000;

export class Barriers {
  readonly #observer: Observer;
  readonly #connect: () => Promise<ChangeSession>;
  readonly #idle: ChangeSession[] = [];
  readonly #all: ChangeSession[] = [];

  constructor(observer: Observer, connect: () => Promise<ChangeSession>) {
    this.#observer = observer;
    this.#connect = connect;
  }

  /** Runs `action` on the session with `pid`. `tables`: quoted names of what it works on. Rejects as `action` does. */
  async observe(
    pid: number | null,
    tables: string[],
    holderMode: string,
    action: () => Promise<unknown>,
  ): Promise<Waits> {
    const holders = [await this.#hold(tables, holderMode)];
    const snapshot = await this.#oldSnapshot();
    const seen = new Sightings();
    let settled = false;
    const running = action().finally(() => {
      settled = true;
    });
    // A refusal is the caller's to handle; until then it must not count as unhandled.
    running.catch(() => null);
    const deadline = performance.now() + PATIENCE_MS;
    try {
      while (!settled && performance.now() < deadline) {
        const stop = await whereItWaits(this.#observer, pid);
        if (stop === null) {
          await pause(POLL_MS);
          continue;
        }
        seen.add(stop);
        // Sessions serve again: the one that held the snapshot may by now hold a lock.
        if (!snapshot.done && stop.blockers.includes(snapshot.pid)) {
          seen.wait('older transactions');
          await this.#release(snapshot);
          continue;
        }
        const blocking = holders.filter(({ done, pid }) => !done && stop.blockers.includes(pid));
        if (blocking.length === 0) {
          // It has just been released, and the two views don't agree yet; or another session blocks it.
          await pause(POLL_MS);
          continue;
        }
        seen.wait(stop.wants === 'relation' ? `its lock on ${stop.relation}` : `writers of ${tables.join(', ')}`);
        // The next holder must be in its place before this one goes; not where it would queue behind the statement.
        if (stop.wants !== 'relation') holders.push(await this.#hold(tables, holderMode));
        for (const holder of blocking) await this.#release(holder);
      }
    } finally {
      for (const held of [...holders, snapshot]) await this.#release(held);
    }
    await running;
    return { locks: seen.locks(), waits: seen.waits };
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((session) => session.close().catch(() => null)));
  }

  async #take(): Promise<ChangeSession> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const session = await this.#connect();
    this.#all.push(session);
    return session;
  }

  async #hold(tables: string[], mode: string): Promise<BarrierSession> {
    const session = await this.#take();
    await session.query('BEGIN');
    for (const table of tables) await session.query(`LOCK TABLE ONLY ${table} IN ${mode} MODE`);
    return { session, pid: String(session.pid), done: false };
  }

  async #oldSnapshot(): Promise<BarrierSession> {
    const session = await this.#take();
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await session.query(catalogSql('old snapshot'));
    return { session, pid: String(session.pid), done: false };
  }

  async #release(held: BarrierSession): Promise<void> {
    if (held.done) return;
    held.done = true;
    await held.session.query('ROLLBACK');
    this.#idle.push(held.session);
  }
}

interface BarrierSession {
  session: ChangeSession;
  pid: string;
  done: boolean;
}

interface Stop {
  blockers: string[];
  /** pg_locks.locktype of what it waits for. */
  wants: string;
  relation: string;
  locks: { oid: string; mode: LockMode }[];
}

/** Null while the statement runs, or is done. */
async function whereItWaits(observer: Observer, pid: number | null): Promise<Stop | null> {
  const { rows } = await observer.read(catalogSql('waiting', pid ?? 0));
  const wanted = rows.find((row) => row[4] === 'false');
  if (wanted === undefined) return null;
  const locks = rows.flatMap(([, type, oid, mode]) => {
    const known = lockModeFromCatalog(String(mode));
    return type === 'relation' && oid && known ? [{ oid, mode: known }] : [];
  });
  return {
    blockers: String(wanted[0]).split(','),
    wants: String(wanted[1]),
    relation: shortName(String(wanted[5])),
    locks,
  };
}

class Sightings {
  readonly #locks = new Map<string, { oid: string; mode: LockMode }>();
  readonly waits: string[] = [];

  add({ locks }: Stop): void {
    for (const lock of locks) this.#locks.set(`${lock.oid} ${lock.mode}`, lock);
  }

  wait(what: string): void {
    if (!this.waits.includes(what)) this.waits.push(what);
  }

  locks(): { oid: string; mode: LockMode }[] {
    return [...this.#locks.values()];
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
