/** The relations that stand at one moment, with their columns and constraints, and how a transaction's writes change them. */
import type { Session } from '../servers/server.js';
import type { Activity, Row } from './activity.js';

/** The first oid that Postgres gives to what users make. */
export const FIRST_USER_OID = 16384;

/**
 * Relations (r), columns (c) and constraints (k) of the relations that `which` selects. Reads system catalogs only, so
 * that it takes no lock on what it looks at. Seven columns of text, as in every look.
 */
function catalogRows(which: string): string {
  return `
SELECT 'r', c.oid::text, c.relnamespace::regnamespace::text, c.relname::text, c.relkind::text, c.relfilenode::text, i.indisvalid::text
FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid WHERE c.oid ${which} AND c.relnamespace <> 'pg_toast'::regnamespace
UNION ALL
SELECT 'c', attrelid::text, attnum::text, attname::text, concat(format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN ' not null' END, ' ',
  CASE WHEN atthasdef THEN (SELECT md5(adbin::text) FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum) END), NULL, NULL
FROM pg_attribute WHERE attrelid ${which} AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT 'k', conrelid::text, oid::text, conname::text, contype::text || convalidated::text, NULL, NULL FROM pg_constraint
WHERE conrelid ${which} AND contype IN ('c', 'f', 'p', 'u', 'x')`;
}

const EVERYTHING = catalogRows(`>= ${FIRST_USER_OID}`);

/** The catalogs that say what relations are like; the transaction's counters tell whether it wrote into one. */
const CATALOGS = ['pg_class', 'pg_attribute', 'pg_attrdef', 'pg_index', 'pg_constraint'];

/** Whether the open transaction has written into the catalogs of relations. */
export const WROTE = `${['inserted', 'updated', 'deleted']
  .flatMap((what) => CATALOGS.map((name) => `pg_stat_get_xact_tuples_${what}('${name}'::regclass)`))
  .join(' + ')} > 0`;

/** A schema of another name renames all that is in it. */
export const SCHEMA_CHANGED = `pg_stat_get_xact_tuples_updated('pg_namespace'::regclass) > 0`;

/**
 * What stands now of the relations that the open transaction may have changed: whoever changes one, its columns or its
 * constraints holds a lock on it until the transaction ends. For a query that has the locks as `held`, and as `wrote` whether
 * it wrote at all: asked that way it is asked first, and not of each row that was found.
 */
export const CATALOG_DELTA = `
SELECT rows.* FROM (SELECT array_agg(relation) AS changed FROM held WHERE relation >= ${FIRST_USER_OID} AND mode <> 'AccessShareLock') locked
CROSS JOIN LATERAL (${catalogRows('= ANY (changed)')}) rows WHERE (SELECT yes FROM wrote)`;

export interface Part {
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
  filenode: string;
  /** False for an index whose build has not ended well. */
  valid: boolean;
  /** Columns by number, constraints by oid. */
  parts: Map<string, Part>;
}

/** Relations by oid. */
export type Catalog = Map<string, Relation>;

/** A table, partitioned table or materialized view: what has rows that can be scanned and written. */
export function hasRows(relation: Relation | undefined): relation is Relation {
  return relation !== undefined && ['r', 'p', 'm'].includes(relation.kind);
}

/** One relation before and after; undefined where it didn't stand. */
export interface Change {
  oid: string;
  before: Relation | undefined;
  after: Relation | undefined;
}

export async function readCatalog(session: Session): Promise<Catalog> {
  return relationsOf((await session.query(EVERYTHING)).rows);
}

/** What a look's rows say of relations that may have changed. Null where only a new reading tells. */
export function changesIn(
  catalog: Catalog,
  { wrote, schemaChanged, locks }: Activity,
  rows: readonly Row[],
): Change[] | null {
  if (schemaChanged) return null;
  if (!wrote) return [];
  const now = relationsOf(rows);
  const changed = [...locks.values()].filter(({ mode }) => mode !== 'ACCESS SHARE').map(({ oid }) => oid);
  const changes = [...new Set(changed)].flatMap((oid) => {
    const change = { oid, before: catalog.get(oid), after: now.get(oid) };
    return change.before || change.after ? [change] : [];
  });
  return changes.some(movedAway) ? null : changes;
}

/** A table takes its indexes and sequences with it into another schema, and no lock on them. */
function movedAway({ before, after }: Change): boolean {
  return before !== undefined && after !== undefined && before.schema !== after.schema;
}

/** Every relation of two readings. */
export function changesBetween(before: Catalog, after: Catalog): Change[] {
  const oids = new Set([...before.keys(), ...after.keys()]);
  return [...oids].map((oid) => ({ oid, before: before.get(oid), after: after.get(oid) }));
}

/** Makes the catalog what it is after the changes. */
export function apply(catalog: Catalog, changes: readonly Change[]): void {
  for (const { oid, after } of changes) {
    if (after) catalog.set(oid, after);
    else catalog.delete(oid);
  }
}

function relationsOf(rows: readonly Row[]): Catalog {
  const catalog: Catalog = new Map();
  for (const [tag, oid, schema, name, kind, filenode, valid] of rows) {
    if (tag !== 'r' || /^pg_.*temp/.test(String(schema))) continue;
    const relation = { schema: unquoted(String(schema)), kind: String(kind), filenode: String(filenode) };
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

/** An identifier as the catalogs have it; regnamespace writes it as SQL does. */
function unquoted(identifier: string): string {
  return identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier;
}
