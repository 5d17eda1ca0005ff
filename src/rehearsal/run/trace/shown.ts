/**
 * How a relation that the change makes comes before the eyes of others, who then wait for its locks: as src/schema/exposure.ts has it
 * of the SQL, here of the catalogs. Pure.
 */
import type { Row } from './activity.js';
import type { Relation, RelationCatalog } from './catalog.js';

/** `rows`: others read and write its rows. `keys`: they only look into it, so that weaker locks than EXCLUSIVE stop nobody. */
export type Shown = 'rows' | 'keys';

/** What is known of new relations beside the catalogs. */
export interface Newcomers {
  /** Every relation of now. */
  catalog: RelationCatalog;
  /** What was there before the change. */
  isOld: (oid: string) => boolean;
  /** The names that relations had before the change. */
  oldNames: ReadonlySet<string>;
  /** The name that a relation had when it was first seen. */
  firstName: (oid: string) => string | undefined;
  /** It was there when a transaction before this one had ended: others may have filled it. */
  wasThere: (oid: string) => boolean;
}

/** pg_class.relkind of what others reach by a name. */
const REACHED = new Set(['r', 'p', 'v', 'm', 'f', 'S']);

/** What the change has made, of the kinds that can be shown. */
export function newIn(catalog: RelationCatalog, isOld: (oid: string) => boolean): [string, Relation][] {
  return [...catalog].filter(([oid, { kind }]) => !isOld(oid) && REACHED.has(kind));
}

interface Way {
  /** The relation through which they come; null: from outside. */
  from: string | null;
  to: string;
  shown: Shown;
}

/** `rows`: as of the query `shown relations`. What was shown before stays so. */
export function shownIn(
  rows: readonly Row[],
  before: ReadonlyMap<string, Shown>,
  those: Newcomers,
): Map<string, Shown> {
  const shown = new Map(before);
  const ways = [...rows.map((row) => wayOf(row, those)), ...takenNames(those)];
  // Each round shows what the one before has led to.
  for (let more = true; more; ) {
    more = false;
    for (const { from, to, shown: how } of ways) {
      if (from !== null && !those.isOld(from) && shown.get(from) !== 'rows') continue;
      if (shown.get(to) === 'rows' || shown.get(to) === how) continue;
      shown.set(to, how);
      more = true;
    }
  }
  return shown;
}

function wayOf([way, from, to, detail]: Row, those: Newcomers): Way {
  const through = from ? String(from) : null;
  const child = String(to);
  // A partition that is made as one is empty: what works on its rows is done at once.
  const isFilled = detail === 'true' || those.wasThere(child);
  const how = way === 'child' && !isFilled ? 'keys' : way === 'keys' ? 'keys' : 'rows';
  return { from: through, to: child, shown: how };
}

/** The name of an older relation, by a rename; a view has it as well where it was made anew. */
function takenNames({ catalog, isOld, oldNames, firstName }: Newcomers): Way[] {
  return newIn(catalog, isOld).flatMap(([oid, { name, kind }]): Way[] =>
    oldNames.has(name) && (kind === 'v' || firstName(oid) !== name) ? [{ from: null, to: oid, shown: 'rows' }] : [],
  );
}
