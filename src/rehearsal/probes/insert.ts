/** The INSERT of an application that knows the schema as it was deployed before the change. Pure. */
import { shortName } from '../../schema/objects.js';
import { ident } from '../../sql/quote.js';
import type { Column, PgType, SeedCatalog, Table } from '../ground/seed/catalog.js';
import type { Parent } from '../ground/seed/foreign.js';
import { insertSql } from '../ground/seed/insert.js';
import { planInsert, tableSql } from '../ground/seed/plan.js';
import type { Seeding } from '../ground/seed/seed.js';
import type { PgTypes } from '../ground/seed/values.js';

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

/** Those that the deployed release knows and may set. */
export function settableColumns(deployed: Table, now: Table): Column[] {
  const known = new Set(deployed.columns.map(({ name }) => name));
  return now.columns.filter(({ name, generated, identity }) => known.has(name) && !generated && identity !== 'a');
}

/** Sets every column to what it is: constraints and triggers are asked all the same. Null where there is none to set. */
export function updateOfLast(table: Table, columns: readonly Column[]): string | null {
  return updateWith(
    table,
    columns.map(({ name }) => `${ident(name)} = ${ident(name)}`),
  );
}

/**
 * Sets every column, those that no constraint is about to another value: triggers look at what has changed. Null where no
 * column can have another.
 */
export function changeOfLast(table: Table, columns: readonly Column[], types: PgTypes): string | null {
  const bound = new Set(
    [...table.checks, ...table.foreignKeys, ...table.uniques].flatMap((one) => [
      ...one.columns,
      ...('uses' in one ? one.uses : []),
    ]),
  );
  const others = columns.map(({ name, number, type, typmod }) =>
    bound.has(number) ? undefined : otherValue(ident(name), types.get(type), typmod),
  );
  if (others.every((other) => other === undefined)) return null;
  return updateWith(
    table,
    columns.map(({ name }, at) => `${ident(name)} = ${others[at] ?? ident(name)}`),
  );
}

/** Another value of the same type; undefined where that is not known to be one. */
function otherValue(name: string, type: PgType | undefined, typmod: number): string | undefined {
  switch (type?.kind === 'base' ? type.name : undefined) {
    case 'bool':
      return `NOT coalesce(${name}, false)`;
    case 'int2':
    case 'int4':
    case 'int8':
      return `CASE WHEN ${name} > 1 THEN ${name} - 1 ELSE coalesce(${name}, 0) + 1 END`;
    case 'text':
    case 'varchar':
      // A text with a length keeps it.
      return typmod < 0
        ? `coalesce(${name}, '') || 'x'`
        : `pg_catalog.reverse(coalesce(${name}, 'x')::pg_catalog.text)`;
    case 'timestamptz':
    case 'timestamp':
      return `coalesce(${name}, pg_catalog.now()) + interval '1 minute'`;
    case 'date':
      return `coalesce(${name}, '2024-01-01') + 1`;
    case 'jsonb':
      return `CASE ${name} WHEN '{}' THEN '{"a": 1}' ELSE '{}' END::pg_catalog.jsonb`;
    default:
      return undefined;
  }
}

function updateWith(table: Table, set: readonly string[]): string | null {
  const target = tableSql(table);
  return set.length === 0 ? null : `UPDATE ${target} SET ${set.join(', ')} WHERE ${isLast(target)}`;
}

/** To be planned, not run. */
export function writesToView(table: Table, named: readonly Column[]): ['INSERT' | 'UPDATE' | 'DELETE', string][] {
  const target = tableSql(table);
  const names = named.map(({ name }) => ident(name));
  const nulls = names.map(() => 'NULL').join(', ');
  const row = names.length > 0 ? `(${names.join(', ')}) VALUES (${nulls})` : 'DEFAULT VALUES';
  const set = names.map((name) => `${name} = ${name}`).join(', ');
  return [
    ['INSERT', `INSERT INTO ${target} ${row}`],
    ...(set === '' ? [] : [['UPDATE', `UPDATE ${target} SET ${set}`] as ['UPDATE', string]]),
    ['DELETE', `DELETE FROM ${target}`],
  ];
}

export function deleteOfLast(table: Table): string {
  const target = tableSql(table);
  return `DELETE FROM ${target} WHERE ${isLast(target)}`;
}

/** The row that was written last has the highest place. */
function isLast(target: string): string {
  return `(tableoid, ctid) OPERATOR(pg_catalog.=) (SELECT tableoid, ctid FROM ${target} ORDER BY tableoid DESC, ctid DESC LIMIT 1)`;
}
