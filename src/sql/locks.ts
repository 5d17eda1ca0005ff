/** Lock modes: how the server writes them, which is stronger, and what each makes others wait for (manual 13.3.1). */
import type { Blocks, LockMode } from '../model.js';

/** From weakest to strongest. */
export const LOCK_MODES = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const satisfies readonly LockMode[];

/** `AccessExclusiveLock`, as pg_locks writes it, to `ACCESS EXCLUSIVE`. */
export function lockModeFromCatalog(mode: string): LockMode | undefined {
  const words = mode
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();
  return LOCK_MODES.find((known) => known === words);
}

/** Orders two modes by strength: negative where `a` is the weaker. */
export function compareLockModes(a: LockMode, b: LockMode): number {
  return LOCK_MODES.indexOf(a) - LOCK_MODES.indexOf(b);
}

/** Who waits while the lock is held: readers (SELECT), writers, VACUUM, other DDL (which takes at least SHARE UPDATE EXCLUSIVE). */
export function blockedBy(mode: LockMode): Blocks[] {
  switch (mode) {
    case 'ACCESS SHARE':
    case 'ROW SHARE':
      return [];
    case 'ROW EXCLUSIVE':
      return ['ddl'];
    case 'SHARE UPDATE EXCLUSIVE':
      return ['ddl', 'vacuum'];
    case 'SHARE':
    case 'SHARE ROW EXCLUSIVE':
    case 'EXCLUSIVE':
      return ['writes', 'ddl', 'vacuum'];
    case 'ACCESS EXCLUSIVE':
      return ['reads', 'writes', 'ddl', 'vacuum'];
  }
}
