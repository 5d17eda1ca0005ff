import { describe, expect, it } from 'vitest';
import type { Blocks, LockMode } from '../../src/model.js';
import { blockedBy, compareLockModes, LOCK_MODES, lockModeFromCatalog } from '../../src/sql/locks.js';

/** Table 13.2 of the manual: what each mode conflicts with. */
const CONFLICTS: Record<LockMode, LockMode[]> = {
  'ACCESS SHARE': ['ACCESS EXCLUSIVE'],
  'ROW SHARE': ['EXCLUSIVE', 'ACCESS EXCLUSIVE'],
  'ROW EXCLUSIVE': ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'],
  'SHARE UPDATE EXCLUSIVE': ['SHARE UPDATE EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'],
  SHARE: ['ROW EXCLUSIVE', 'SHARE UPDATE EXCLUSIVE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'],
  'SHARE ROW EXCLUSIVE': [
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
  ],
  EXCLUSIVE: [
    'ROW SHARE',
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
  ],
  'ACCESS EXCLUSIVE': [...LOCK_MODES],
};

/** What the others take: SELECT, INSERT and UPDATE, VACUUM, and the DDL that lets reads pass. */
const TAKES: Record<Blocks, LockMode[]> = {
  reads: ['ACCESS SHARE'],
  writes: ['ROW EXCLUSIVE'],
  ddl: ['SHARE UPDATE EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE'],
  vacuum: ['SHARE UPDATE EXCLUSIVE'],
};

describe('lock modes', () => {
  it('conflict both ways in the table that this is held against', () => {
    for (const a of LOCK_MODES)
      for (const b of LOCK_MODES) expect(CONFLICTS[a].includes(b)).toBe(CONFLICTS[b].includes(a));
  });

  it.each(LOCK_MODES)('block whom the manual says: %s', (mode) => {
    const waiting = (Object.keys(TAKES) as Blocks[]).filter((who) =>
      TAKES[who].some((taken) => CONFLICTS[mode].includes(taken)),
    );
    expect(blockedBy(mode)).toEqual(waiting);
  });

  it.each([
    ['AccessShareLock', 'ACCESS SHARE'],
    ['RowShareLock', 'ROW SHARE'],
    ['RowExclusiveLock', 'ROW EXCLUSIVE'],
    ['ShareUpdateExclusiveLock', 'SHARE UPDATE EXCLUSIVE'],
    ['ShareLock', 'SHARE'],
    ['ShareRowExclusiveLock', 'SHARE ROW EXCLUSIVE'],
    ['ExclusiveLock', 'EXCLUSIVE'],
    ['AccessExclusiveLock', 'ACCESS EXCLUSIVE'],
    ['SIReadLock', undefined],
    ['', undefined],
  ])('are read from the catalog: %s', (written, mode) => {
    expect(lockModeFromCatalog(written)).toBe(mode);
  });

  it('are ordered by strength', () => {
    expect([...LOCK_MODES].sort(compareLockModes)).toEqual(LOCK_MODES);
    expect(compareLockModes('SHARE', 'ACCESS EXCLUSIVE')).toBeLessThan(0);
    expect(compareLockModes('SHARE', 'SHARE')).toBe(0);
    for (const [i, mode] of LOCK_MODES.entries()) {
      expect(CONFLICTS[mode].length).toBeGreaterThanOrEqual(CONFLICTS[LOCK_MODES[i - 1] ?? mode].length);
    }
  });
});
