/** The relations that exist at one moment, with their columns and constraints, and how a transaction's writes change them. */
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../../servers/server.js';
import type { Activity, Row } from './activity.js';

export interface RelationPart {
  kind: 'column' | 'constraint';
  name: string;
  /** What it is, in a form that only compares. */
  value: string;
}

export interface Relation {
  schema: string;
  /** With the schema. */
  name: string;
  /** pg_class.relkind. */
  kind: string;
  /** The oid of an index's table. */
  table: string | null;
  /** The oid of what a table is a partition of. */
  partOf: string | null;
  filenode: string;
  /** False for an index whose build has not ended well. */
  valid: boolean;
  /** Columns by number, constraints by oid. */
  parts: Map<string, RelationPart>;
}

/** Relations by oid. */
export type RelationCatalog = Map<string, Relation>;

/** A table, partitioned table or materialized view: what has rows that can be scanned and written. */
export function hasRows(relation: Relation | undefined): relation is Relation {
  return relation !== undefined && ['r', 'p', 'm'].includes(relation.kind);
}

/** One relation before and after; undefined where it didn't exist. */
export interface RelationChange {
  oid: string;
  before: Relation | undefined;
  after: Relation | undefined;
}

/** As the session sees them, also what it has not committed. */
export async function readCatalog(session: ChangeSession): Promise<RelationCatalog> {
  return relationsOf((await session.query(catalogSql('relations'))).rows);
}

/** What a transaction's writes made of relations, given the rows of those it may have changed. Null: they must be read anew. */
export function changesIn(
  catalog: RelationCatalog,
  { wrote, schemaChanged, locks }: Activity,
  rows: readonly Row[],
): RelationChange[] | null {
  if (schemaChanged) return null;
  if (!wrote) return [];
  const now = relationsOf(rows);
  const changes = changeable(locks).flatMap((oid) => {
    const change = { oid, before: catalog.get(oid), after: now.get(oid) };
    return change.before || change.after ? [change] : [];
  });
  return changes.some(movedAway) ? null : changes;
}

/** The relations that a transaction may have changed, by what it holds: a change holds more than ACCESS SHARE until its end. */
export function changeable(locks: Activity['locks']): string[] {
  const strong = [...locks.values()].filter(({ mode }) => mode !== 'ACCESS SHARE');
  return [...new Set(strong.map(({ oid }) => oid))];
}

/** A table takes its indexes and sequences with it into another schema, and no lock on them. */
function movedAway({ before, after }: RelationChange): boolean {
  return before !== undefined && after !== undefined && before.schema !== after.schema;
}

/** Every relation of two readings. */
export function changesBetween(before: RelationCatalog, after: RelationCatalog): RelationChange[] {
  const oids = new Set([...before.keys(), ...after.keys()]);
  return [...oids].map((oid) => ({ oid, before: before.get(oid), after: after.get(oid) }));
}

/** Whether the two differ. */
export function isChange({ before, after }: RelationChange): boolean {
  if (!before || !after) return true;
  const parts = (relation: Relation) =>
    [...relation.parts]
      .map(([key, { value }]) => `${key} ${value}`)
      .sort()
      .join('\n');
  const rest = ({ name, filenode, valid }: Relation) => `${name} ${filenode} ${valid}`;
  return rest(before) !== rest(after) || parts(before) !== parts(after);
}

/** Applies the changes to the catalog. */
export function apply(catalog: RelationCatalog, changes: readonly RelationChange[]): void {
  for (const { oid, after } of changes) {
    if (after) catalog.set(oid, after);
    else catalog.delete(oid);
  }
}

function relationsOf(rows: readonly Row[]): RelationCatalog {
  const catalog: RelationCatalog = new Map();
  for (const [tag, oid, schema, name, kind, filenode, valid] of rows) {
    if (tag !== 'r' || /^pg_.*temp/.test(String(schema))) continue;
    const [relkind = '', other] = String(kind).split(' ');
    const isIndex = relkind === 'i' || relkind === 'I';
    const [table, partOf] = isIndex ? [other || null, null] : [null, other || null];
    const relation = { schema: String(schema), kind: relkind, table, partOf, filenode: String(filenode) };
    const fullName = `${relation.schema}.${name}`;
    catalog.set(String(oid), { ...relation, name: fullName, valid: valid !== 'false', parts: new Map() });
  }
  for (const [tag, oid, key, name, what] of rows) {
    if (tag !== 'c' && tag !== 'k') continue;
    const kind = tag === 'c' ? 'column' : 'constraint';
    catalog.get(String(oid))?.parts.set(`${tag} ${key}`, { kind, name: String(name), value: `${name} ${what}` });
  }
  return catalog;
}
