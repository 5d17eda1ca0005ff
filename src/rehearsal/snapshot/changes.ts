/** A snapshot that is made of an earlier one and of what may have changed since. Pure. */
import { type Entry, type EntryRow, type Snapshot, textOf } from './entry.js';

export interface CatalogChanges {
  /** The oids of what may be another. */
  changed: ReadonlySet<string>;
  /** The oids that a catalog holds; of comments, which object each is of. */
  there: ReadonlyMap<string, ReadonlySet<string>>;
}

/** As the query returns them, and with what leaves no trace of its own. */
export function changesOf(rows: readonly EntryRow[], since: Snapshot): CatalogChanges {
  const there = new Map(rows.map(([name, list]) => [String(name), new Set(JSON.parse(list ?? '[]') as string[])]));
  // What a publication no longer sends.
  const published = [...since.values()].flatMap(({ oid, facts }) => (facts.published && oid !== null ? [oid] : []));
  return { changed: new Set([...(there.get('changed') ?? []), ...published]), there };
}

/** The catalog that holds what each kind is read by. Of other kinds every object is read each time. */
const CATALOGS: Readonly<Record<string, string>> = {
  table: 'pg_class',
  'foreign table': 'pg_class',
  column: 'pg_class',
  'column order': 'pg_class',
  view: 'pg_class',
  'materialized view': 'pg_class',
  index: 'pg_class',
  sequence: 'pg_class',
  constraint: 'pg_constraint',
  trigger: 'pg_trigger',
  policy: 'pg_policy',
  rule: 'pg_rewrite',
  'statistics object': 'pg_statistic_ext',
  type: 'pg_type',
  function: 'pg_proc',
  comment: 'pg_description',
};

/** Their names stand in what others are like, and no catalog of the database says when they changed. */
const NAMED_EVERYWHERE = new Set(['role', 'extension', 'database']);

/** `read`: what may have changed, and what is read each time. Null where nothing of `since` can be relied on. */
export function mergedWith(since: Snapshot, changes: CatalogChanges, read: Snapshot): Snapshot | null {
  if (namesOf(since) !== namesOf(read)) return null;
  const merged: Snapshot = new Map();
  for (const [key, entry] of since) if (isKept(entry, changes)) merged.set(key, entry);
  for (const [key, entry] of read) {
    if (merged.has(key)) return null;
    merged.set(key, entry);
  }
  return merged;
}

function isKept(entry: Entry, { changed, there }: CatalogChanges): boolean {
  const catalog = CATALOGS[entry.kind];
  const own = entry.oid ?? textOf({ attributes: entry.facts }, 'of');
  if (catalog === undefined || own === undefined) return false;
  const [oid = ''] = own.split('.');
  return there.get(catalog)?.has(entry.kind === 'comment' ? own : oid) === true && !changed.has(oid);
}

function namesOf(snapshot: Snapshot): string {
  const named = [...snapshot.values()].filter(({ kind }) => NAMED_EVERYWHERE.has(kind));
  // A copy is another database.
  return named
    .map(({ kind, key, oid, definition }) => `${key} ${kind === 'database' ? '' : oid} ${definition}`)
    .sort()
    .join('\n');
}
