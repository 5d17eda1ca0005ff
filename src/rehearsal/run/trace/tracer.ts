/** What each statement did, read from the catalogs. */
import type { Node } from '@pgsql/types';
import type { LockMode } from '../../../model.js';
import type { StatementReport } from '../../../report-schema/types.js';
import { shortName } from '../../../schema/objects.js';
import type { ChangeSession, Observer, PostgresError } from '../../../servers/server.js';
import { nodeOf } from '../../../sql/ast.js';
import { type Activity, deletedBetween, type Moment, nothingYet, scannedBetween, writtenBetween } from './activity.js';
import type { Barriers, Waits } from './barriers.js';
import {
  apply,
  changesBetween,
  changesIn,
  hasRows,
  isChange,
  type Relation,
  type RelationCatalog,
  type RelationChange,
  readCatalog,
} from './catalog.js';
import { differencesOf, impliedLocks, indexedTables, invalidIndexes, rewrittenBy } from './changes.js';
import { type Deeds, type LateDeeds, reported, type Taken, type Touched, withLate } from './deeds.js';
import { NameHistory } from './name-history.js';
import { NewRelations } from './new-relations.js';
import { StatementProbe } from './statement-probe.js';
import { resolveTables, targetsOf } from './targets.js';
import { vanishedIn } from './vanished.js';

export type TracedFacts = Pick<
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

/** What a statement did: for the report, and by oids. */
export interface Observed {
  facts: TracedFacts;
  deeds: Deeds;
}

/** With what was done at COMMIT. */
function withCommit(observed: Observed, late: LateDeeds | null): Observed {
  if (late === null) return observed;
  const deeds = withLate(observed.deeds, late);
  return {
    deeds,
    facts: { ...observed.facts, ...reported(deeds), objects: [...observed.facts.objects, ...late.objects] },
  };
}

/** A relation as it was before the statement, or as the statement made it. */
type Find = (oid: string) => Relation | undefined;

/**
 * Observes statements one after the other, also those of several scripts. `standing`: what exists before the first; all
 * else is new. Without barriers (a server of one session) the locks of statements outside transactions are not seen.
 */
export class Tracer {
  readonly #session: ChangeSession;
  readonly #probe: StatementProbe;
  readonly #new: NewRelations;
  readonly #barriers: Barriers | null;
  /** What was there before the change. */
  readonly #standing: RelationCatalog;
  /** The last state read: no other session changes a scratch database, so it still holds. Null where it doesn't. */
  #catalog: RelationCatalog | null;
  readonly #names = new NameHistory();
  /** Names by oid, as the script found them. */
  #atStart: ReadonlyMap<string, string> = new Map();
  /** The transaction that is open, as the last look saw it. */
  #last: Activity = nothingYet();

  constructor(session: ChangeSession, observer: Observer, standing: RelationCatalog, barriers: Barriers | null) {
    this.#session = session;
    this.#probe = new StatementProbe(session, observer);
    this.#new = new NewRelations(session, standing);
    this.#barriers = barriers;
    this.#standing = standing;
    this.#catalog = new Map(standing);
    this.#names.update(standing);
  }

  /** Before a script, in no transaction. */
  async begin(): Promise<void> {
    this.#last = nothingYet();
    await this.#probe.open();
    this.#atStart = new Map([...(await this.#current())].map(([oid, { name }]) => [oid, name]));
    await this.#new.look(await this.#current(), this.#last);
  }

  /** Something ran that was not observed, or was rolled back. */
  unseen(): void {
    this.#last = nothingYet();
    this.#catalog = null;
    this.#new.unseen();
  }

  /** Indexes that were left behind unfinished. */
  async invalidIndexes(): Promise<string[]> {
    return invalidIndexes(await this.#current());
  }

  /** The transaction was committed: what was seen of it is over. What code of the change's did at COMMIT; null where there was none. */
  async committed(): Promise<LateDeeds | null> {
    const last = this.#last;
    if (last.runsAtCommit) this.#new.unseen();
    const late = await this.#late();
    await this.#new.look(await this.#current(), last);
    return late;
  }

  async #late(): Promise<LateDeeds | null> {
    const { runsAtCommit } = this.#last;
    this.#last = nothingYet();
    const old = this.#catalog;
    if (!runsAtCommit || old === null) return null;
    const now = await readCatalog(this.#session);
    this.#catalog = now;
    this.#names.update(now);
    const changes = changesBetween(old, now).filter(isChange);
    if (changes.length === 0) return null;
    const find = finding(old, changes);
    return {
      locks: this.#taken(impliedLocks(changes), find),
      rewrites: this.#touched(rewrittenBy(changes), find),
      scans: this.#touched(indexedTables(changes), find).filter(({ isTable }) => isTable),
      vanished: vanishedIn(changes, this.#standing),
      objects: differencesOf(changes),
    };
  }

  /** A part of the transaction was rolled back, and its locks with it. What was counted stays counted. */
  async savepointRestored(): Promise<void> {
    this.#catalog = null;
    const now = await this.#probe.look();
    this.#last = { ...now, tables: new Map([...this.#last.tables, ...now.tables]) };
  }

  /** Runs a statement inside a transaction, which must still be open after it, and returns what it did. */
  async observe(sql: string): Promise<Observed> {
    return (await this.#observe(sql, false)).observed;
  }

  /** Runs a statement in a transaction of its own. */
  async observeAlone(sql: string): Promise<{ observed: Observed; refusedCommit: PostgresError | null }> {
    const { observed, refusedCommit } = await this.#observe(sql, true);
    if (refusedCommit) {
      this.unseen();
      return { observed, refusedCommit };
    }
    return { observed: withCommit(observed, await this.committed()), refusedCommit };
  }

  async #observe(sql: string, alone: boolean): Promise<{ observed: Observed; refusedCommit: PostgresError | null }> {
    const old = await this.#current();
    const identify = this.#names.now();
    this.#session.takeNotices();
    const { before, after, rows, refusedCommit } = await this.#probe.observe(sql, alone);
    const last = this.#last;
    this.#last = { ...after, tables: new Map([...last.tables, ...after.tables]) };
    const changes = changesIn(old, after, rows) ?? changesBetween(old, await readCatalog(this.#session));
    const taken = [...after.locks].filter(([key]) => !last.locks.has(key)).map(([, lock]) => lock);
    const objectLocks = [...after.objects].filter(([key]) => !last.objects.has(key)).map(([, lock]) => lock);
    const find = finding(old, changes);
    const observed = this.#observed(changes, { ...before, tables: last.tables }, after, {
      find,
      identify,
      locks: this.#taken(taken, find),
      keepsLocks: true,
    });
    apply(old, changes);
    this.#new.noteNames(changes);
    if (changes.some(renames)) this.#names.update(old);
    const rest = {
      objectLocks,
      durationMs: Math.max(0, after.at - before.at),
      notices: this.#notices(),
      waits: [],
      invalidIndexes: invalidIndexes(old),
    };
    return { observed: { ...observed, facts: { ...observed.facts, ...rest } }, refusedCommit };
  }

  /** Runs a statement outside transactions. */
  async observeOutside(node: Node | null, sql: string): Promise<Observed> {
    const old = await this.#current();
    const identify = this.#names.now();
    const before = await this.#probe.lookOutside();
    this.#session.takeNotices();
    // Nothing of ours comes between, so that the statement's is all that is counted.
    const written = await this.#probe.written();
    const start = performance.now();
    const seen = await this.#withBarriers(node, () => this.#session.query(sql));
    const durationMs = performance.now() - start;
    const notices = this.#notices();
    const counted = difference(written, await this.#probe.written());
    const after = await this.#probe.lookOutside();
    this.unseen();
    const now = await this.#current();
    const changes = changesBetween(old, now);
    const find = finding(old, changes);
    const locks = seen ? this.#taken(seen.locks, find) : this.#implied(node, changes, find);
    const keepsLocks = seen !== null;
    const observed = this.#observed(changes, before, after, { find, identify, locks, keepsLocks });
    this.#new.noteNames(changes);
    await this.#new.look(now, after);
    const rest = {
      objectLocks: [],
      waits: seen?.waits ?? [],
      durationMs,
      notices,
      walBytes: counted ?? observed.facts.walBytes,
    };
    return { ...observed, facts: { ...observed.facts, ...rest, invalidIndexes: invalidIndexes(now) } };
  }

  /** What commits by itself leaves no lock to read: what it changed shows which it must have held. */
  #implied(node: Node | null, changes: RelationChange[], find: Find): Taken[] | null {
    if (!nodeOf(node, 'CallStmt') && !nodeOf(node, 'DoStmt')) return null;
    const locks = this.#taken(impliedLocks(changes), find);
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

  async #current(): Promise<RelationCatalog> {
    if (this.#catalog === null) {
      this.#catalog = await readCatalog(this.#session);
      this.#names.update(this.#catalog);
    }
    return this.#catalog;
  }

  #notices(): string[] {
    return this.#session.takeNotices().map(({ severity, message }) => `${severity}: ${message}`);
  }

  #observed(
    changes: RelationChange[],
    before: Moment & Pick<Activity, 'tables'>,
    after: Activity,
    { find, ...rest }: Pick<Deeds, 'locks' | 'keepsLocks' | 'identify'> & { find: Find },
  ) {
    const hasRowsOf = (oid: string) => hasRows(find(oid));
    const scanned = scannedBetween(before.tables, after.tables).filter(hasRowsOf);
    const deeds: Deeds = {
      ...rest,
      scans: this.#touched(scanned, find),
      rewrites: this.#touched(rewrittenBy(changes), find),
      vanished: vanishedIn(changes, this.#standing),
      deleted: deletedBetween(before.tables, after.tables).flatMap(({ oid, rows }) =>
        this.#touched([oid], find).map((one) => ({ ...one, rows })),
      ),
    };
    const nameOf = (oid: string) => (hasRowsOf(oid) ? shortName(find(oid)?.name ?? '') : undefined);
    const facts = {
      ...reported(deeds),
      rows: writtenBetween(before.tables, after.tables, nameOf),
      objects: differencesOf(changes),
      lockTimeoutMs: before.lockTimeoutMs,
      walBytes: this.#probe.walBetween(before, after),
    };
    return { deeds, facts };
  }

  /** The passing tables of a rewrite have no name any more. */
  #touched(oids: readonly string[], find: Find, mode?: LockMode): Touched[] {
    return oids.flatMap((oid): Touched[] => {
      const relation = find(oid);
      if (relation === undefined) return [];
      const { name, kind } = relation;
      const was = shortName(this.#atStart.get(oid) ?? name);
      const isMaterializedView = kind === 'm';
      return [
        {
          oid,
          name: shortName(name),
          was,
          isNew: this.#new.isNew(oid, mode),
          isTable: TABLES.has(kind),
          isMaterializedView,
          partOf: parentsOf(relation, find),
        },
      ];
    });
  }

  #taken(locks: readonly { oid: string; mode: LockMode }[], find: Find): Taken[] {
    return locks.flatMap(({ oid, mode }) => this.#touched([oid], find, mode).map((touched) => ({ ...touched, mode })));
  }
}

/** pg_class.relkind of what queries wait for. */
const TABLES = new Set(['r', 'p', 'm', 'f']);

/** Names of the tables that it is a partition of. */
function parentsOf({ partOf }: Relation, find: Find): string[] {
  const parent = partOf === null ? undefined : find(partOf);
  return parent ? [shortName(parent.name), ...parentsOf(parent, find)] : [];
}

function renames({ before, after }: RelationChange): boolean {
  return before?.name !== after?.name;
}

function finding(old: RelationCatalog, changes: readonly RelationChange[]): Find {
  // The catalog takes over the changes: later queries get the present state.
  const before = new Map(changes.map(({ oid, before, after }) => [oid, before ?? after]));
  return (oid) => (before.has(oid) ? before.get(oid) : old.get(oid));
}

/** Null where either is not known, or the counter was set back. */
function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null || after < before ? null : after - before;
}
