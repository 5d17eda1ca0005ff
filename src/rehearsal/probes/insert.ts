/** The INSERT of an application that knows the schema as it was deployed before the change. Pure. */
import { shortName } from '../../schema/objects.js';
import { ident } from '../../sql/quote.js';
import type { Column, SeedCatalog, Table } from '../ground/seed/catalog.js';
import type { Parent } from '../ground/seed/foreign.js';
import { insertSql } from '../ground/seed/insert.js';
import { planInsert, tableSql } from '../ground/seed/plan.js';
import type { Seeding } from '../ground/seed/seed.js';

/**
 * The columns that it names: all that nobody else fills. What has a default or a number of its own is left to the server, and
 * of what the change adds it knows nothing.
 */
export function namedColumns(deployed: Table, now: Table): Column[] {
  const needsValue = ({ generated, identity, expression }: Column) =>
    !generated && identity === '' && expression === null;
  const known = new Set(deployed.columns.filter(needsValue).map(({ name }) => name));
  return now.columns.filter(({ name }) => known.has(name));
}

export interface RowSource {
  catalog: SeedCatalog;
  parents: ReadonlyMap<number, Parent>;
  /** By column number. */
  hints: ReadonlyMap<number, string>;
}

/**
 * Statements that each insert one row, the better one first: of values that the constraints allow, and of a row that is there,
 * whose place it takes.
 */
export function insertsOfOne(
  table: Table,
  named: readonly Column[],
  { catalog, parents, hints }: RowSource,
  identity: 'as it is' | 'with identity' = 'as it is',
): string[] {
  const only = new Set(named.map(({ number }) => number));
  const first = (parents.get(table.oid)?.rows ?? 0) + 1;
  const plan = planInsert(catalog, table, { rows: 1, hints, later: [], parents, lean: false, only, first });
  const given = typeof plan === 'string' ? [] : [...plan.cells, ...plan.derived.filter(({ stored }) => stored)];
  const isWhole = named.every(({ name }) => given.some((cell) => cell.name === name));
  // What it may not write is refused whatever it writes.
  const overriding = identity === 'with identity';
  const made = typeof plan !== 'string' && isWhole ? [insertSql({ ...plan, overriding, skipConflicts: false })] : [];
  return [...made, moved(table, named, overriding)];
}

function moved(table: Table, named: readonly Column[], overriding: boolean): string {
  const target = tableSql(table);
  const names = named.map(({ name }) => ident(name)).join(', ');
  const into = names
    ? `(${names})${overriding ? ' OVERRIDING SYSTEM VALUE' : ''} SELECT ${names} FROM gone`
    : 'DEFAULT VALUES';
  return `WITH gone AS (DELETE FROM ${target} WHERE ${isLast(target)} RETURNING *) INSERT INTO ${target} ${into}`;
}

/** The tables that others may refer to, with the rows that they were given. */
export function parentsIn({ tables }: SeedCatalog, { seeded }: Seeding): Map<number, Parent> {
  const counts = new Map(seeded.map(({ table, rows }) => [table, rows]));
  return new Map(
    tables.map((table): [number, Parent] => {
      const name = shortName(`${table.schema}.${table.name}`);
      const sql = `${table.partitioned ? '' : 'ONLY '}${tableSql(table)}`;
      return [table.oid, { sql, name, rows: counts.get(name) ?? 0 }];
    }),
  );
}

/** Sets every column to what it is: constraints and triggers are asked all the same. Null where there is none to set. */
export function updateOfLast(table: Table, named: readonly Column[]): string | null {
  const set = named.filter(({ generated, identity }) => !generated && identity !== 'a').map(({ name }) => ident(name));
  if (set.length === 0) return null;
  const target = tableSql(table);
  return `UPDATE ${target} SET ${set.map((name) => `${name} = ${name}`).join(', ')} WHERE ${isLast(target)}`;
}

export function deleteOfLast(table: Table): string {
  const target = tableSql(table);
  return `DELETE FROM ${target} WHERE ${isLast(target)}`;
}

/** The row that was written last has the highest place. */
function isLast(target: string): string {
  return `(tableoid, ctid) OPERATOR(pg_catalog.=) (SELECT tableoid, ctid FROM ${target} ORDER BY tableoid DESC, ctid DESC LIMIT 1)`;
}
