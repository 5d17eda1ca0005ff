/** What the session's own transaction holds and has done: locks, scans, rows written, WAL (manual 53.13, 28.2). */
import type { LockMode, RowsWritten } from '../../model.js';
import { lockModeFromCatalog } from '../../sql/locks.js';
import type { Session } from '../servers/server.js';
import { CATALOG_DELTA, FIRST_USER_OID } from './catalog.js';

/**
 * Reads system catalogs only, so that it adds no lock that it would report. Counters of earlier transactions stay in until
 * they are flushed, also those that were rolled back: only differences mean something.
 */
function activitySql(tables: string): string {
  return `
WITH held AS MATERIALIZED (SELECT locktype, relation, classid, objid, database, mode FROM pg_locks WHERE pid = pg_backend_pid() AND granted)
SELECT 'lock', relation::text, mode, NULL, NULL, NULL FROM held WHERE locktype = 'relation' AND relation >= ${FIRST_USER_OID}
UNION ALL
SELECT 'object', pg_describe_object(classid, objid, 0), mode, NULL, NULL, NULL FROM held
WHERE locktype = 'object' AND objid >= ${FIRST_USER_OID} AND database <> 0
UNION ALL
SELECT 'table', oid::text, scans::text, ins::text, upd::text, del::text
FROM (SELECT oid, pg_stat_get_xact_numscans(oid) scans, pg_stat_get_xact_tuples_inserted(oid) ins, pg_stat_get_xact_tuples_updated(oid) upd,
  pg_stat_get_xact_tuples_deleted(oid) del FROM pg_class WHERE oid >= ${FIRST_USER_OID} AND relkind IN ('r', 'p', 'm') AND ${tables} OFFSET 0) t
WHERE scans > 0 OR ins > 0 OR upd > 0 OR del > 0
UNION ALL
SELECT 'server', (pg_current_wal_insert_lsn() - '0/0')::text, current_setting('lock_timeout'), NULL, NULL, NULL`;
}

/** The first look in a transaction has to count everything: it can't know what will be touched. */
const FIRST_LOOK = activitySql('true');

/** A look into a transaction, and at what it has written into the catalogs: see `applyDelta`. Who scans or writes holds a lock. */
const LOOK_AROUND = `${activitySql("oid = ANY (ARRAY(SELECT relation FROM held WHERE locktype = 'relation'))")}
UNION ALL ${CATALOG_DELTA}`;

/** Counters of what is committed, for statements outside transactions; the flush makes them current (15 and later). */
const COMMITTED = `
SELECT 'table', relid::text, coalesce(seq_scan, 0)::text, n_tup_ins::text, n_tup_upd::text, n_tup_del::text FROM pg_stat_user_tables
UNION ALL
SELECT 'server', (pg_current_wal_insert_lsn() - '0/0')::text, current_setting('lock_timeout'), NULL, NULL, NULL`;

interface Counters {
  scans: number;
  inserted: number;
  updated: number;
  deleted: number;
}

export interface Activity {
  /** `oid mode`, to find what is new. */
  locks: Map<string, { oid: string; mode: LockMode }>;
  objects: Map<string, { object: string; mode: LockMode }>;
  tables: Map<string, Counters>;
  wal: number;
  /** In milliseconds; 0 means: waits for ever. */
  lockTimeoutMs: number;
}

/**
 * Looks into a session's transactions with statements that are planned once: planning takes as long as running them.
 * `forget` after what may have dropped prepared statements.
 */
export class Eyes {
  readonly #session: Session;
  #names: { first: string; around: string } | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  forget(): void {
    this.#names = null;
  }

  /** Opens a transaction and takes the first look in it. */
  async begin(): Promise<Activity> {
    const { first } = await this.#prepared();
    return activityOf((await this.#session.query(`BEGIN; EXECUTE ${first}`)).rows);
  }

  /** The first look into a transaction that is open already. */
  async first(): Promise<Activity> {
    const { first } = await this.#prepared();
    return activityOf((await this.#session.query(`EXECUTE ${first}`)).rows);
  }

  async around(): Promise<{ activity: Activity; delta: (string | null)[][] }> {
    const { around } = await this.#prepared();
    const { rows } = await this.#session.query(`EXECUTE ${around}`);
    return { activity: activityOf(rows), delta: rows };
  }

  async #prepared(): Promise<{ first: string; around: string }> {
    if (this.#names === null) {
      prepared++;
      const names = { first: `migration_safety_first_${prepared}`, around: `migration_safety_around_${prepared}` };
      await this.#session.query(`PREPARE ${names.first} AS ${FIRST_LOOK}; PREPARE ${names.around} AS ${LOOK_AROUND}`);
      this.#names = names;
    }
    return this.#names;
  }
}

/** Makes names of prepared statements that no session has seen. */
let prepared = 0;

/** What is committed, for statements outside transactions. */
export async function lookOutside(session: Session): Promise<Activity> {
  await session.query('SELECT pg_stat_force_next_flush()').catch(() => null);
  return activityOf((await session.query(COMMITTED)).rows);
}

/** Reads the rows of a look. */
function activityOf(rows: (string | null)[][]): Activity {
  const activity: Activity = { locks: new Map(), objects: new Map(), tables: new Map(), wal: 0, lockTimeoutMs: 0 };
  for (const [tag, first, second, ...counters] of rows) {
    const name = String(first);
    if (tag === 'server') {
      activity.wal = Number(first);
      activity.lockTimeoutMs = milliseconds(String(second));
    } else if (tag === 'table') {
      const [inserted = 0, updated = 0, deleted = 0] = counters.map(Number);
      activity.tables.set(name, { scans: Number(second), inserted, updated, deleted });
    } else if (tag === 'lock' || tag === 'object') {
      const mode = lockModeFromCatalog(String(second));
      if (mode === undefined) continue;
      if (tag === 'lock') activity.locks.set(`${name} ${mode}`, { oid: name, mode });
      else activity.objects.set(`${name} ${mode}`, { object: name, mode });
    }
  }
  return activity;
}

/** Tables that were read from end to end in between, by oid. */
export function scannedBetween(before: Activity, after: Activity): string[] {
  return [...after.tables]
    .filter(([oid, { scans }]) => scans > (before.tables.get(oid)?.scans ?? 0))
    .map(([oid]) => oid);
}

/** Rows that were written in between. */
export function writtenBetween(
  before: Activity,
  after: Activity,
  nameOf: (oid: string) => string | undefined,
): RowsWritten[] {
  return [...after.tables].flatMap(([oid, now]) => {
    const then = before.tables.get(oid) ?? { inserted: 0, updated: 0, deleted: 0 };
    const relation = nameOf(oid);
    const rows = {
      inserted: now.inserted - then.inserted,
      updated: now.updated - then.updated,
      deleted: now.deleted - then.deleted,
    };
    if (relation === undefined || (rows.inserted <= 0 && rows.updated <= 0 && rows.deleted <= 0)) return [];
    return [{ relation, ...rows }];
  });
}

const UNITS: Record<string, number> = { '': 1, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** `2s`, as current_setting writes times. */
function milliseconds(setting: string): number {
  const [, number = '0', unit = ''] = /^(\d+)\s*([a-z]*)$/.exec(setting) ?? [];
  return Number(number) * (UNITS[unit] ?? 1);
}
