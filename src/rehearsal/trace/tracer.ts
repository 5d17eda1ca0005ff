/** What each statement did, read off the catalogs on the migration's own connection. */
import type { Node } from '@pgsql/types';
import type { LockMode, LockReport, StatementReport } from '../../model.js';
import { shortName } from '../../schema/objects.js';
import { blockedBy, compareLockModes } from '../../sql/locks.js';
import type { Session } from '../servers/server.js';
import { type Activity, Eyes, lookOutside, scannedBetween, writtenBetween } from './activity.js';
import type { Barriers, Waits } from './barriers.js';
import { applyDelta, type Catalog, compareCatalogs, invalidIndexes, readCatalog, rewritten } from './catalog.js';
import { resolveTables, targetsOf } from './targets.js';

export type Facts = Pick<
  StatementReport,
  | 'locks'
  | 'objectLocks'
  | 'waits'
  | 'rewrites'
  | 'scans'
  | 'rows'
  | 'objects'
  | 'invalidIndexes'
  | 'lockTimeoutMs'
  | 'notices'
  | 'durationMs'
  | 'walBytes'
>;

type NameOf = (oid: string) => string | undefined;

/**
 * Observes statements one after the other. `existing`: what stood before the change; the rest is new. Without barriers
 * (a server of one session) the locks of statements outside transactions are not seen.
 */
export class Tracer {
  readonly #session: Session;
  readonly #eyes: Eyes;
  readonly #existing: Catalog;
  readonly #barriers: Barriers | null;
  /** What the last look saw: nobody else changes a scratch database, so it still holds. */
  #catalog: Catalog;
  /** The last look into the transaction that is open; null where none was taken. */
  #last: Activity | null = null;

  constructor(session: Session, existing: Catalog, barriers: Barriers | null) {
    this.#session = session;
    this.#eyes = new Eyes(session);
    this.#existing = existing;
    this.#barriers = barriers;
    this.#catalog = existing;
  }

  /** Forgets what the last look saw: a transaction was rolled back, or something ran unseen. */
  async refresh(): Promise<void> {
    this.#last = null;
    this.#catalog = await readCatalog(this.#session);
  }

  /** Indexes that were left behind unfinished, as the last look saw them. */
  get invalidIndexes(): string[] {
    return invalidIndexes(this.#catalog);
  }

  /** Runs a statement inside a transaction, which must still be open after it, and returns what it did. */
  async observe(action: () => Promise<unknown>): Promise<Facts> {
    return this.#observe(this.#last ?? (await this.#eyes.first()), action);
  }

  /** Opens a transaction for one statement, which is left open: the caller ends it. */
  async observeAlone(action: () => Promise<unknown>): Promise<Facts> {
    return this.#observe(await this.#eyes.begin(), action);
  }

  async #observe(before: Activity, action: () => Promise<unknown>): Promise<Facts> {
    const timing = await this.#time(action);
    const { activity: after, delta } = await this.#eyes.around();
    const old = this.#catalog;
    // Counters that nobody touched since the first look are still what they were.
    this.#last = { ...after, tables: new Map([...before.tables, ...after.tables]) };
    this.#catalog = applyDelta(old, delta) ?? (await readCatalog(this.#session));
    const { nameOf, ...facts } = this.#facts(old, before, after);
    const taken = [...after.locks].filter(([key]) => !before.locks.has(key)).map(([, lock]) => lock);
    const objectLocks = [...after.objects].filter(([key]) => !before.objects.has(key)).map(([, lock]) => lock);
    return { ...facts, ...timing, locks: this.#strongest(taken, nameOf), objectLocks, waits: [] };
  }

  /** The statement may have dropped prepared statements, ours with them. */
  sessionChanged(): void {
    this.#eyes.forget();
  }

  /** What was seen of the transaction so far is over: it was committed. */
  transactionEnded(): void {
    this.#last = null;
  }

  /** Runs a statement outside transactions. */
  async observeOutside(node: Node | null, action: () => Promise<unknown>): Promise<Facts> {
    const before = await lookOutside(this.#session);
    let waits: Waits | null = null;
    const timing = await this.#time(async () => {
      waits = await this.#withBarriers(node, action);
    });
    const after = await lookOutside(this.#session);
    const old = this.#catalog;
    await this.refresh();
    const { nameOf, ...facts } = this.#facts(old, before, after);
    const seen = waits as Waits | null;
    const locks = seen && this.#strongest(seen.locks, nameOf);
    return { ...facts, ...timing, locks, objectLocks: [], waits: seen?.waits ?? [] };
  }

  async #withBarriers(node: Node | null, action: () => Promise<unknown>): Promise<Waits | null> {
    const targets = this.#barriers && targetsOf(node);
    const tables = targets ? await resolveTables(this.#session, targets.names) : [];
    if (!targets || tables.length === 0) {
      await action();
      return null;
    }
    const pid = String((await this.#session.query('SELECT pg_backend_pid()')).rows[0]?.[0]);
    return this.#barriers?.observe(pid, tables, targets.holderMode, action) ?? null;
  }

  async #time(action: () => Promise<unknown>): Promise<Pick<Facts, 'durationMs' | 'notices'>> {
    this.#session.takeNotices();
    const start = performance.now();
    await action();
    const durationMs = performance.now() - start;
    return {
      durationMs,
      notices: this.#session.takeNotices().map(({ severity, message }) => `${severity}: ${message}`),
    };
  }

  #facts(old: Catalog, before: Activity, after: Activity) {
    const now = this.#catalog;
    const nameOf: NameOf = (oid) => {
      const name = (old.relations.get(oid) ?? now.relations.get(oid))?.name;
      return name === undefined ? undefined : shortName(name);
    };
    const scans = scannedBetween(before, after).flatMap((oid) => nameOf(oid) ?? []);
    return {
      nameOf,
      rewrites: rewritten(old, now),
      scans: scans.sort(),
      rows: writtenBetween(before, after, nameOf),
      objects: old === now ? [] : compareCatalogs(old, now),
      invalidIndexes: invalidIndexes(now),
      lockTimeoutMs: before.lockTimeoutMs,
      walBytes: Math.max(0, after.wal - before.wal),
    };
  }

  /** The strongest mode for each relation; the passing tables of a rewrite have no name any more. */
  #strongest(locks: { oid: string; mode: LockMode }[], nameOf: NameOf): LockReport[] {
    const strongest = new Map<string, LockReport>();
    for (const { oid, mode } of locks) {
      const relation = nameOf(oid);
      const known = strongest.get(oid);
      if (relation === undefined || (known && compareLockModes(known.mode, mode) >= 0)) continue;
      strongest.set(oid, { relation, mode, blocks: blockedBy(mode), isNew: !this.#existing.relations.has(oid) });
    }
    return [...strongest.values()].sort(
      (a, b) => compareLockModes(b.mode, a.mode) || (a.relation < b.relation ? -1 : 1),
    );
  }
}
