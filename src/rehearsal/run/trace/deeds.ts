/** What a statement did to relations, by their oids, which renames don't change: for predictions and hazards. Pure. */
import type { LockMode } from '../../../model.js';
import type { LockReport, StatementReport } from '../../../report-schema/types.js';
import { blockedBy, compareLockModes } from '../../../sql/locks.js';
import type { Identify } from './name-history.js';
import type { Vanished } from './vanished.js';

/** A relation, with the name that it has when the statement begins. */
export interface Touched {
  oid: string;
  /** As reports write it. */
  name: string;
  /** The name that it had when the script began. */
  was: string;
  /** Made by the change: no other session can wait for it. */
  isNew: boolean;
  /** What queries wait for: a table, a materialized view, a foreign table. */
  isTable: boolean;
  isMaterializedView: boolean;
  /** What it is a partition of, the nearest first. */
  partOf: readonly string[];
}

export interface Taken extends Touched {
  mode: LockMode;
}

export interface Deeds {
  /** Null where they could not be observed. */
  locks: readonly Taken[] | null;
  scans: readonly Touched[];
  rewrites: readonly Touched[];
  /** What was there before the change, and isn't any more. */
  vanished: readonly Vanished[];
  /** Old tables whose rows it deleted, with how many. */
  deleted: readonly (Touched & { rows: number })[];
  /** False where it commits by itself: then only what it changed shows its locks. */
  keepsLocks: boolean;
  /** The relation that has a full name when the statement begins. */
  identify: Identify;
}

/** Of a statement that was not looked at. */
export const NO_DEEDS: Deeds = {
  locks: [],
  scans: [],
  rewrites: [],
  vanished: [],
  deleted: [],
  keepsLocks: false,
  identify: () => undefined,
};

/** What was done at COMMIT. */
export type LateDeeds = Pick<Deeds, 'locks' | 'scans' | 'rewrites' | 'vanished'> & Pick<StatementReport, 'objects'>;

/** With what its COMMIT did. */
export function withLate(deeds: Deeds, late: LateDeeds): Deeds {
  return {
    ...deeds,
    locks: [...(deeds.locks ?? []), ...(late.locks ?? [])],
    scans: [...deeds.scans, ...late.scans],
    rewrites: [...deeds.rewrites, ...late.rewrites],
    vanished: [...deeds.vanished, ...late.vanished],
  };
}

/** The same for the report: the strongest lock on each relation, and names. */
export function reported({
  locks,
  scans,
  rewrites,
}: Pick<Deeds, 'locks' | 'scans' | 'rewrites'>): Pick<StatementReport, 'locks' | 'scans' | 'rewrites'> {
  return { locks: locks && strongest(locks), scans: names(scans), rewrites: names(rewrites) };
}

function names(touched: readonly Touched[]): string[] {
  return [...new Set(touched.map(({ name }) => name))].sort();
}

function strongest(locks: readonly Taken[]): LockReport[] {
  const byOid = new Map<string, Taken>();
  for (const lock of locks) {
    const known = byOid.get(lock.oid);
    if (known === undefined || compareLockModes(known.mode, lock.mode) < 0) byOid.set(lock.oid, lock);
  }
  return [...byOid.values()]
    .map(({ name, mode, isNew }) => ({ relation: name, mode, blocks: blockedBy(mode), isNew }))
    .sort((a, b) => compareLockModes(b.mode, a.mode) || (a.relation < b.relation ? -1 : 1));
}
