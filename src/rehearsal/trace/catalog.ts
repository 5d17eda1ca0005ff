/** The relations, columns and constraints that stand at one moment, and what a statement made of them. */
import type { Difference } from '../../model.js';
import { shortName } from '../../schema/objects.js';
import type { Session } from '../servers/server.js';

/** The first oid that Postgres gives to what users make. */
export const FIRST_USER_OID = 16384;

type Row = readonly (string | null)[];

const NAMESPACES = `n.nspname <> 'pg_toast' AND n.nspname NOT LIKE 'pg\\_%temp%'`;
const RELATIONS = `c.oid >= ${FIRST_USER_OID} AND ${NAMESPACES}`;
const CONSTRAINTS = `oid >= ${FIRST_USER_OID} AND conrelid <> 0 AND contype IN ('c', 'f', 'p', 'u', 'x')`;

/**
 * Relations (r), columns (c) and constraints (k), all or those of some relations. Reads system catalogs only, so that it
 * takes no lock on what it looks at. Six columns of text.
 */
function catalogRows(of: (relation: string) => string): string {
  return `
SELECT 'r', c.oid::text, n.nspname || '.' || c.relname, c.relkind::text, coalesce(pg_relation_filenode(c.oid), 0)::text, i.indisvalid::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
WHERE ${RELATIONS} AND ${of('c.oid')}
UNION ALL
SELECT 'c', a.attrelid::text, a.attnum::text, a.attname, concat(format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' END, ' ', d.adbin), a.attisdropped::text
FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid >= ${FIRST_USER_OID} AND a.attnum > 0 AND ${of('a.attrelid')}
UNION ALL
SELECT 'k', conrelid::text, oid::text, conname, contype::text || convalidated::text, NULL FROM pg_constraint k
WHERE ${CONSTRAINTS} AND ${of('conrelid')}`;
}

const EVERYTHING = catalogRows(() => 'true');

/** Whoever changes a relation, a column or a constraint holds a lock on the relation. */
const HELD = (relation: string) =>
  `pg_current_xact_id_if_assigned() IS NOT NULL AND ${relation} = ANY (ARRAY(SELECT relation FROM held WHERE locktype = 'relation' AND mode <> 'AccessShareLock'))`;

/**
 * What the transaction that is open may have changed, and how many there are of everything (n): a count that doesn't come
 * out says that something was dropped, or made without a lock. A schema of another name renames all that is in it. To be
 * joined to a query of six columns that has the locks as `held`.
 */
export const CATALOG_DELTA = `
${catalogRows(HELD)}
UNION ALL
SELECT 'n', 'r', count(*)::text, coalesce(sum(oid::bigint), 0)::text, NULL, NULL FROM pg_class
WHERE oid >= ${FIRST_USER_OID} AND pg_current_xact_id_if_assigned() IS NOT NULL
  AND relnamespace = ANY (ARRAY(SELECT oid FROM pg_namespace n WHERE ${NAMESPACES}))
UNION ALL
SELECT 'n', 'k', count(*)::text, coalesce(sum(oid::bigint), 0)::text, NULL, NULL FROM pg_constraint
WHERE ${CONSTRAINTS} AND pg_current_xact_id_if_assigned() IS NOT NULL
UNION ALL
SELECT 'n', 'schema', nspname, NULL, NULL, NULL FROM pg_namespace
WHERE oid >= ${FIRST_USER_OID} AND age(xmin) <= age(pg_current_xact_id_if_assigned()::xid)`;

export interface Relation {
  name: string;
  /** pg_class.relkind. */
  kind: string;
  filenode: string;
  /** False for an index whose build has not ended well. */
  valid: boolean;
}

interface Part {
  kind: 'column' | 'constraint';
  relation: string;
  name: string;
  /** What it is, in a form that only compares. */
  value: string;
}

export interface Catalog {
  /** By oid. */
  relations: Map<string, Relation>;
  /** Columns by relation and number, constraints by oid. */
  parts: Map<string, Part>;
}

export async function readCatalog(session: Session): Promise<Catalog> {
  const { rows } = await session.query(EVERYTHING);
  return merge({ relations: new Map(), parts: new Map() }, rows);
}

/** The catalog after a transaction's writes. Null where something is gone: then only a new reading tells what. */
export function applyDelta(before: Catalog, rows: Row[]): Catalog | null {
  const counts = rows.filter(([tag]) => tag === 'n');
  if (counts.length === 0) return before;
  const after = merge({ relations: new Map(before.relations), parts: new Map(before.parts) }, rows);
  const constraints = [...after.parts].filter(([, { kind }]) => kind === 'constraint').map(([key]) => key.slice(2));
  const known: Record<string, string> = {
    r: `${after.relations.size} ${sum([...after.relations.keys()])}`,
    k: `${constraints.length} ${sum(constraints)}`,
  };
  return counts.every(([, what, count, total]) => known[String(what)] === `${count} ${total}`) ? after : null;
}

function sum(oids: string[]): number {
  return oids.reduce((total, oid) => total + Number(oid), 0);
}

function merge(catalog: Catalog, rows: Row[]): Catalog {
  for (const [tag, oid, second, third, fourth, fifth] of rows) {
    const relation = String(oid);
    if (tag === 'r') {
      const filenode = String(fourth);
      catalog.relations.set(relation, {
        name: String(second),
        kind: String(third),
        filenode,
        valid: fifth !== 'false',
      });
    } else if (tag === 'c') {
      const key = `c ${relation} ${second}`;
      // A dropped column stays as an empty slot.
      if (fifth === 'true') catalog.parts.delete(key);
      else catalog.parts.set(key, { kind: 'column', relation, name: String(third), value: `${third} ${fourth}` });
    } else if (tag === 'k') {
      const part = { kind: 'constraint', relation, name: String(third), value: `${third} ${fourth}` } as const;
      catalog.parts.set(`k ${second}`, part);
    }
  }
  return catalog;
}

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
export function compareCatalogs(before: Catalog, after: Catalog): Difference[] {
  const differences: Difference[] = [];
  const relation = (change: Difference['change'], { kind, name }: Relation) => {
    differences.push({ change, kind: KINDS[kind] ?? 'relation', name: shortName(name) });
  };
  const [had, has] = [namesOf(before), namesOf(after)];
  for (const [oid, now] of after.relations) {
    const old = before.relations.get(oid);
    if (old !== undefined && old.name !== now.name) relation('changed', now);
    else if (old === undefined && !had.has(now.name)) relation('extra', now);
  }
  for (const [oid, old] of before.relations) {
    if (!after.relations.has(oid) && !has.has(old.name)) relation('missing', old);
  }
  const part = (change: Difference['change'], { kind, relation, name }: Part) => {
    const table = (after.relations.get(relation) ?? before.relations.get(relation)) as Relation;
    const stays = before.relations.has(relation) && after.relations.has(relation);
    if (stays && HAS_COLUMNS.has(table.kind))
      differences.push({ change, kind, name: `${shortName(table.name)}.${name}` });
  };
  for (const [key, now] of after.parts) {
    const old = before.parts.get(key);
    if (old === undefined) part('extra', now);
    else if (old.value !== now.value) part('changed', now);
  }
  for (const [key, old] of before.parts) if (!after.parts.has(key)) part('missing', old);
  return differences.sort((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1));
}

function namesOf({ relations }: Catalog): Map<string, Relation> {
  return new Map([...relations.values()].map((relation) => [relation.name, relation]));
}

/** Indexes that a build left behind unfinished. */
export function invalidIndexes({ relations }: Catalog): string[] {
  return [...relations.values()].filter(({ valid }) => !valid).map(({ name }) => shortName(name));
}

/** Storage that changed under the same name. An index that only got a new catalog entry keeps its file. */
export function rewritten(before: Catalog, after: Catalog): string[] {
  if (before === after) return [];
  const had = namesOf(before);
  const names: string[] = [];
  for (const [oid, { name, filenode }] of after.relations) {
    const old = before.relations.get(oid) ?? had.get(name);
    if (old && old.filenode !== '0' && old.filenode !== filenode) names.push(shortName(name));
  }
  return names.sort();
}
