/** What the session's own transaction holds and has done: locks, scans, rows written, WAL (manual 53.13, 28.2). Pure. */
import type { LockMode } from '../../../model.js';
import type { RowsWritten } from '../../../report-schema/types.js';
import { lockModeFromCatalog } from '../../../sql/locks.js';

/** What a look answers: a tag, and six columns of text. */
export type Row = readonly (string | null)[];

interface Counters {
  scans: number;
  inserted: number;
  updated: number;
  deleted: number;
}

/** The server's state. */
export interface Moment {
  /** Bytes of WAL since the server was made, of all sessions. */
  wal: number;
  /** In milliseconds; 0 means: waits for ever. */
  lockTimeoutMs: number;
  /** The server's clock, in milliseconds. */
  at: number;
}

export interface Activity extends Moment {
  /** `oid mode`, to find what is new. */
  locks: Map<string, { oid: string; mode: LockMode }>;
  objects: Map<string, { object: string; mode: LockMode }>;
  /** Counters by oid: also of indexes, which count in a way of their own. */
  tables: Map<string, Counters>;
  /** Whether the transaction has written into the catalogs of relations. */
  wrote: boolean;
  /** Whether it has written functions or triggers. */
  wrotePrograms: boolean;
  /** Whether it has changed a schema. */
  schemaChanged: boolean;
  /** Whether code of the change's may still run at COMMIT. */
  runsAtCommit: boolean;
}

/** A transaction that has done nothing yet. */
export function nothingYet(): Activity {
  const moment = { wal: 0, lockTimeoutMs: 0, at: 0 };
  const nothing = { wrote: false, wrotePrograms: false, schemaChanged: false, runsAtCommit: false };
  return { ...moment, ...nothing, locks: new Map(), objects: new Map(), tables: new Map() };
}

/** Reads the rows of a look; those about the catalogs are left to `changesIn`. */
export function readActivity(rows: readonly Row[]): Activity {
  const activity = nothingYet();
  for (const [tag, first, second, ...rest] of rows) {
    const name = String(first);
    if (tag === 'server') {
      activity.wal = Number(first);
      activity.lockTimeoutMs = milliseconds(String(second));
      activity.at = Number(rest[0]);
      const wrote = (rest[1] ?? '').split(' ');
      activity.wrote = wrote.includes('relations');
      activity.wrotePrograms = wrote.includes('programs');
      activity.schemaChanged = rest[2] === 'true';
      activity.runsAtCommit = rest[3] === 'true';
    } else if (tag === 'lock' || tag === 'table') {
      const [scans = 0, inserted = 0, updated = 0, deleted = 0] = rest.map(Number);
      if (scans + inserted + updated + deleted > 0) activity.tables.set(name, { scans, inserted, updated, deleted });
      const mode = tag === 'lock' ? lockModeFromCatalog(String(second)) : undefined;
      if (mode !== undefined) activity.locks.set(`${name} ${mode}`, { oid: name, mode });
    } else if (tag === 'object' && first !== null) {
      // What is gone by the end of the statement has no name to describe it by.
      const mode = lockModeFromCatalog(String(second));
      if (mode !== undefined) activity.objects.set(`${name} ${mode}`, { object: name, mode });
    }
  }
  return activity;
}

/** Tables that were read from end to end in between, by oid. */
export function scannedBetween(before: Activity['tables'], after: Activity['tables']): string[] {
  return [...after].filter(([oid, { scans }]) => scans > (before.get(oid)?.scans ?? 0)).map(([oid]) => oid);
}

/** Rows that were written in between. */
export function writtenBetween(
  before: Activity['tables'],
  after: Activity['tables'],
  nameOf: (oid: string) => string | undefined,
): RowsWritten[] {
  return [...after].flatMap(([oid, now]) => {
    const then = before.get(oid) ?? { inserted: 0, updated: 0, deleted: 0 };
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

/** Tables whose rows were deleted in between, by oid. */
export function deletedBetween(before: Activity['tables'], after: Activity['tables']): { oid: string; rows: number }[] {
  return [...after].flatMap(([oid, { deleted }]) => {
    const rows = deleted - (before.get(oid)?.deleted ?? 0);
    return rows > 0 ? [{ oid, rows }] : [];
  });
}

const UNITS: Record<string, number> = { '': 1, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** `2s`, as current_setting writes times. */
function milliseconds(setting: string): number {
  const [, number = '0', unit = ''] = /^(\d+)\s*([a-z]*)$/.exec(setting) ?? [];
  return Number(number) * (UNITS[unit] ?? 1);
}
