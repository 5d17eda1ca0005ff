/** What a statement made of relations, as the report shows it. Pure. */
import type { LockMode } from '../../../model.js';
import type { Difference } from '../../../report-schema/types.js';
import { shortName } from '../../../schema/objects.js';
import type { Relation, RelationCatalog, RelationChange, RelationPart } from './catalog.js';

const KINDS: Record<string, string> = {
  r: 'table',
  p: 'table',
  f: 'foreign table',
  i: 'index',
  I: 'index',
  S: 'sequence',
  v: 'view',
  m: 'materialized view',
  c: 'type',
};

/** Relations whose columns are objects of their own; a view's or an index's are not. */
const HAS_COLUMNS = new Set(['r', 'p', 'f']);

/**
 * What is new, gone or different. A new or dropped table's columns and constraints come and go with it; an index that a
 * change of type made anew under its old name is the same index.
 */
export function differencesOf(changes: readonly RelationChange[]): Difference[] {
  const had = new Set(changes.flatMap(({ before }) => before?.name ?? []));
  const has = new Set(changes.flatMap(({ after }) => after?.name ?? []));
  const differences = changes.flatMap(({ before, after }) => {
    if (before && after) return [...renamed(before, after), ...partsOf(before, after)];
    if (after) return had.has(after.name) ? [] : [difference('extra', after)];
    return before && !has.has(before.name) ? [difference('missing', before)] : [];
  });
  return differences.sort((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1));
}

function difference(change: Difference['change'], { kind, name }: Relation): Difference {
  return { change, kind: KINDS[kind] ?? 'relation', name: shortName(name) };
}

function renamed(before: Relation, after: Relation): Difference[] {
  return before.name === after.name ? [] : [difference('changed', after)];
}

function partsOf(before: Relation, after: Relation): Difference[] {
  if (!HAS_COLUMNS.has(after.kind)) return [];
  const table = shortName(after.name);
  const part = (change: Difference['change'], { kind, name }: RelationPart) => ({
    change,
    kind,
    name: `${table}.${name}`,
  });
  const now = [...after.parts].flatMap(([key, value]) => {
    const old = before.parts.get(key);
    if (old === undefined) return part('extra', value);
    return old.value === value.value ? [] : part('changed', value);
  });
  const gone = [...before.parts].filter(([key]) => !after.parts.has(key)).map(([, old]) => part('missing', old));
  return [...now, ...gone];
}

/**
 * The oids of what has another file than before. An index that only got a new catalog entry keeps its file; one that was made
 * anew under its old name is the same index, while a table under the name of another is another table.
 */
export function rewrittenBy(changes: readonly RelationChange[]): string[] {
  const byName = new Map(changes.flatMap(({ before }) => (before ? [[before.name, before]] : [])));
  return changes.flatMap(({ oid, before, after }) => {
    const old = after && (before ?? (after.table === null ? undefined : byName.get(after.name)));
    return old && old.filenode !== '0' && old.filenode !== after.filenode ? oid : [];
  });
}

/**
 * The least that a transaction must have locked to make these changes, where it was not observed (manual 13.3.1): storage and
 * columns change under ACCESS EXCLUSIVE, a constraint is added under SHARE ROW EXCLUSIVE, an index is built under SHARE.
 */
export function impliedLocks(changes: readonly RelationChange[]): { oid: string; mode: LockMode }[] {
  return changes.flatMap(({ oid, before, after }): { oid: string; mode: LockMode }[] => {
    if (after && !before) return after.table === null ? [] : [{ oid: after.table, mode: 'SHARE' }];
    if (!before || !HAS_COLUMNS.has(before.kind)) return [];
    if (!after) return [{ oid, mode: 'ACCESS EXCLUSIVE' }];
    const parts = partsOf(before, after);
    if (before.filenode !== after.filenode || before.name !== after.name) return [{ oid, mode: 'ACCESS EXCLUSIVE' }];
    if (parts.some(({ kind }) => kind === 'column')) return [{ oid, mode: 'ACCESS EXCLUSIVE' }];
    return parts.some(({ change }) => change !== 'changed') ? [{ oid, mode: 'SHARE ROW EXCLUSIVE' }] : [];
  });
}

/** Tables that an index was built on. */
export function indexedTables(changes: readonly RelationChange[]): string[] {
  return changes.flatMap(({ before, after }) => (after && !before && after.table !== null ? [after.table] : []));
}

/** Indexes that a build left behind unfinished. */
export function invalidIndexes(catalog: RelationCatalog): string[] {
  return [...catalog.values()].filter(({ valid }) => !valid).map(({ name }) => shortName(name));
}
