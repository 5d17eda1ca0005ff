/** What a statement does to the relations that it touches, as Postgres would do it: locks, scans, rewrites. */
import type { LockMode } from '../model.js';

/** One relation that a statement locks. */
export interface Footprint {
  /** Its full name, schema first. */
  relation: string;
  lock: LockMode;
  /** All its rows are read while the lock is held. */
  scans: boolean;
  /** Its storage is written anew while the lock is held. */
  rewrites: boolean;
}
