/** The verdict on a rollback. Pure. */
import type { Difference, RollbackData, RollbackVerdict } from '../../report-schema/types.js';
import { shortName } from '../../schema/objects.js';
import { keyOf } from '../snapshot/entry.js';
import { type Snapshot, whatItWas } from '../snapshot/snapshot.js';

/** Of a rollback that ran to its end: the schema first, then what was there, then what may come. */
export function rollbackVerdict(differences: Difference[], { lost, refused, dropped }: RollbackData): RollbackVerdict {
  if (differences.length > 0) return 'not restored';
  if (lost.length > 0) return 'schema restored, data lost';
  if (refused.length > 0) return 'reversible only while there is no new data';
  return dropped.length > 0 ? 'reversible, loses data written after deploy' : 'reversible';
}

/** The same where there are rows that it may lose and on which it was not tried. */
export function untriedVerdict(verdict: RollbackVerdict): RollbackVerdict {
  return verdict.startsWith('reversible') ? 'schema restored, rows not tried' : verdict;
}

/** Tables and columns that the migration made: their data goes with the rollback. */
export function newPlaces(before: Snapshot, after: Snapshot): string[] {
  const was = whatItWas(before);
  return [...after.values()].flatMap((entry) => {
    const { kind, name, tableParts, attributes } = entry;
    if (was(entry) !== undefined || attributes.generated !== undefined) return [];
    if (kind === 'table') return [shortName(name)];
    const table = tableParts && after.get(keyOf('table', tableParts));
    return kind === 'column' && table && was(table) !== undefined ? [shortName(name)] : [];
  });
}
