/** What each statement did, read off the catalogs. */
import type { Node } from '@pgsql/types';
import type { LockMode, LockReport, StatementReport } from '../../model.js';
import { shortName } from '../../schema/objects.js';
import { nodeOf } from '../../sql/ast.js';
import { blockedBy, compareLockModes } from '../../sql/locks.js';
import type { ChangeSession, Observer, PostgresError } from '../servers/server.js';
import { type Activity, nothingYet, scannedBetween, writtenBetween } from './activity.js';
import type { Barriers, Waits } from './barriers.js';
import {
  apply,
  type Catalog,
  type Change,
  changesBetween,
  changesIn,
  hasRows,
  isChange,
  readCatalog,
} from './catalog.js';
import { differencesOf, impliedLocks, indexedTables, invalidIndexes, rewrittenBy } from './changes.js';
import { Eyes } from './eyes.js';
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

/** What was done at COMMIT. */
export type CommitFacts = Pick<Facts, 'locks' | 'rewrites' | 'scans' | 'objects'>;

/** A statement's facts with those of its COMMIT. */
export function withCommit<T extends CommitFacts>(facts: T, late: CommitFacts | null): T {
  if (late === null) return facts;
  const locks = [...(facts.locks ?? [])];
  for (const lock of late.locks ?? []) {
    if (!locks.some(({ relation, mode }) => relation === lock.relation && compareLockModes(mode, lock.mode) >= 0))
      locks.push(lock);
  }
  return {
    ...facts,
    locks,
    rewrites: [...new Set([...facts.rewrites, ...late.rewrites])],
    scans: [...new Set([...facts.scans, ...late.scans])],
    objects: [...facts.objects, ...late.objects],
  };
}

/** The name of a relation, if it is of the kind that is asked for. */
type NameOf = (oid: string, kind?: typeof hasRows) => string | undefined;

/**
 * Observes statements one after the other, also those of several scripts. `standing`: what stands before the first; all
 * else is new. Without barriers (a server of one session) the locks of statements outside transactions are not seen.
 */
export class Tracer {
  readonly #session: ChangeSession;
  readonly #eyes: Eyes;
  readonly #existing: ReadonlySet<string>;
  readonly #barriers: Barriers | null;
  /** What the last look saw: nobody else changes a scratch database, so it still holds. Null where it doesn't. */
  #catalog: Catalog | null;
  /** The transaction that is open, as the last look saw it. */
  #last: Activity = nothingYet();

  constructor(session: ChangeSession, observer: Observer, standing: Catalog, barriers: Barriers | null) {
    this.#session = session;
    this.#eyes = new Eyes(session, observer);
    this.#existing = new Set(standing.keys());
    this.#barriers = barriers;
    this.#catalog = new Map(standing);
  }

  /** Before a script, in no transaction. */
  async begin(): Promise<void> {
    this.#last = nothingYet();
    await this.#eyes.open();
    await this.#current();
  }

  /** Something ran that was not observed, or was rolled back. */
  unseen(): void {
    this.#last = nothingYet();
    this.#catalog = null;
  }

  /** Indexes that were left behind unfinished. */
  async invalidIndexes(): Promise<string[]> {
    return invalidIndexes(await this.#current());
  }

  /** The transaction was committed: what was seen of it is over. What code of the change's did at COMMIT; null where there was none. */
  async committed(): Promise<CommitFacts | null> {
    const { runsAtCommit } = this.#last;
    this.#last = nothingYet();
    const old = this.#catalog;
    if (!runsAtCommit || old === null) return null;
    const now = await readCatalog(this.#session);
    this.#catalog = now;
    const changes = changesBetween(old, now).filter(isChange);
    if (changes.length === 0) return null;
    const nameOf = naming(old, changes);
    return {
      locks: this.#strongest(impliedLocks(changes), nameOf),
      rewrites: rewrittenBy(changes),
      scans: indexedTables(changes).flatMap((oid) => nameOf(oid, hasRows) ?? []),
      objects: differencesOf(changes),
    };
  }

  /** A part of the transaction was rolled back, and its locks with it. What was counted stays counted. */
  async savepointRestored(): Promise<void> {
    this.#catalog = null;
    const now = await this.#eyes.look();
    this.#last = { ...now, tables: new Map([...this.#last.tables, ...now.tables]) };
  }

  /** Runs a statement inside a transaction, which must still be open after it, and returns what it did. */
  async observe(sql: string): Promise<Facts> {
    return (await this.#observe(sql, false)).facts;
  }

  /** Runs a statement in a transaction of its own. */
  async observeAlone(sql: string): Promise<{ facts: Facts; refusedCommit: PostgresError | null }> {
    const { facts, refusedCommit } = await this.#observe(sql, true);
    if (refusedCommit) {
      this.unseen();
      return { facts, refusedCommit };
    }
    return { facts: withCommit(facts, await this.committed()), refusedCommit };
  }

  async #observe(sql: string, alone: boolean): Promise<{ facts: Facts; refusedCommit: PostgresError | null }> {
    const old = await this.#current();
    this.#session.takeNotices();
    const { before, after, rows, refusedCommit } = await this.#eyes.watch(sql, alone);
    const last = this.#last;
    const tables = new Map([...last.tables, ...before.tables]);
    this.#last = { ...after, tables: new Map([...tables, ...after.tables]) };
    const changes = changesIn(old, after, rows) ?? changesBetween(old, await readCatalog(this.#session));
    const taken = [...after.locks].filter(([key]) => !last.locks.has(key)).map(([, lock]) => lock);
    const objectLocks = [...after.objects].filter(([key]) => !last.objects.has(key)).map(([, lock]) => lock);
    const nameOf = naming(old, changes);
    const facts = {
      ...this.#facts(changes, { ...before, tables }, after, nameOf),
      locks: this.#strongest(taken, nameOf),
      objectLocks,
      durationMs: Math.max(0, after.at - before.at),
      notices: this.#notices(),
    };
    apply(old, changes);
    return { facts: { ...facts, waits: [], invalidIndexes: invalidIndexes(old) }, refusedCommit };
  }

  /** Runs a statement outside transactions. */
  async observeOutside(node: Node | null, sql: string): Promise<Facts> {
    const old = await this.#current();
    const before = await this.#eyes.lookOutside();
    this.#session.takeNotices();
    // Nothing of ours comes between, so that the statement's is all that is counted.
    const written = await this.#eyes.written();
    const start = performance.now();
    const seen = await this.#withBarriers(node, () => this.#session.query(sql));
    const durationMs = performance.now() - start;
    const notices = this.#notices();
    const counted = difference(written, await this.#eyes.written());
    const after = await this.#eyes.lookOutside();
    this.unseen();
    const now = await this.#current();
    const changes = changesBetween(old, now);
    const nameOf = naming(old, changes);
    const facts = this.#facts(changes, before, after, nameOf);
    return {
      ...facts,
      walBytes: counted ?? facts.walBytes,
      locks: seen ? this.#strongest(seen.locks, nameOf) : this.#implied(node, changes, nameOf),
      ...{ objectLocks: [], waits: seen?.waits ?? [], durationMs, notices },
      invalidIndexes: invalidIndexes(now),
    };
  }

  /** What commits by itself leaves no lock to look at: what it changed tells which it must have held. */
  #implied(node: Node | null, changes: Change[], nameOf: NameOf): LockReport[] | null {
    if (!nodeOf(node, 'CallStmt') && !nodeOf(node, 'DoStmt')) return null;
    const locks = this.#strongest(impliedLocks(changes), nameOf);
    return locks.length > 0 ? locks : null;
  }

  async #withBarriers(node: Node | null, action: () => Promise<unknown>): Promise<Waits | null> {
    const targets = this.#barriers && targetsOf(node);
    const tables = targets ? await resolveTables(this.#session, targets.names) : [];
    if (!targets || tables.length === 0) {
      await action();
      return null;
    }
    return this.#barriers?.observe(this.#session.pid, tables, targets.holderMode, action) ?? null;
  }

  async #current(): Promise<Catalog> {
    this.#catalog ??= await readCatalog(this.#session);
    return this.#catalog;
  }

  #notices(): string[] {
    return this.#session.takeNotices().map(({ severity, message }) => `${severity}: ${message}`);
  }

  #facts(changes: Change[], before: Activity, after: Activity, nameOf: NameOf) {
    const table: NameOf = (oid) => nameOf(oid, hasRows);
    return {
      rewrites: rewrittenBy(changes),
      scans: scannedBetween(before.tables, after.tables)
        .flatMap((oid) => table(oid) ?? [])
        .sort(),
      rows: writtenBetween(before.tables, after.tables, table),
      objects: differencesOf(changes),
      lockTimeoutMs: before.lockTimeoutMs,
      walBytes: this.#eyes.walBetween(before, after),
    };
  }

  /** The strongest mode for each relation; the passing tables of a rewrite have no name any more. */
  #strongest(locks: { oid: string; mode: LockMode }[], nameOf: NameOf): LockReport[] {
    const strongest = new Map<string, LockReport>();
    for (const { oid, mode } of locks) {
      const relation = nameOf(oid);
      const known = strongest.get(oid);
      if (relation === undefined || (known && compareLockModes(known.mode, mode) >= 0)) continue;
      strongest.set(oid, { relation, mode, blocks: blockedBy(mode), isNew: !this.#existing.has(oid) });
    }
    return [...strongest.values()].sort(
      (a, b) => compareLockModes(b.mode, a.mode) || (a.relation < b.relation ? -1 : 1),
    );
  }
}

/** Null where either is not known, or the counter was set back. */
function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null || after < before ? null : after - before;
}

/** Names as they were before the statement, and those of what it made. */
function naming(old: Catalog, changes: readonly Change[]): NameOf {
  return (oid, kind) => {
    const relation = old.get(oid) ?? changes.find((change) => change.oid === oid)?.after;
    return relation === undefined || (kind && !kind(relation)) ? undefined : shortName(relation.name);
  };
}
