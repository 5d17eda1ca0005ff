/** What the new object lacks. */

import type { Entry } from '../../snapshot/entry.js';
import type { Snapshot } from '../../snapshot/snapshot.js';
import type { Family } from './family.js';
import type { Replacement } from './lineage.js';

/** Things of one sort that one object lost. */
export interface Loss {
  /** What sort: `privileges`. */
  what: string;
  /** Data, a constraint or security hangs on it. */
  protects: boolean;
  items: LostItem[];
}

export interface LostItem {
  words: string;
  /** Brings it back on the new object. */
  sql: string;
}

/** An object, or what is no object of its own: `not null` and `default` of a column. */
export type IsNamed = (entry: Pick<Entry, 'kind' | 'parts'>) => boolean;

/** An old object and the one that has taken its place. */
export interface Pair extends Pick<Replacement, 'before' | 'after' | 'moved'> {
  was: Family;
  is: Family;
  first: Snapshot;
  final: Snapshot;
  /** Whether a statement drops it by its name, which is then intended. */
  isNamed: IsNamed;
}

export function lossOf(what: string, protects: boolean, items: readonly LostItem[]): Loss[] {
  return items.length === 0 ? [] : [{ what, protects, items: [...items] }];
}
