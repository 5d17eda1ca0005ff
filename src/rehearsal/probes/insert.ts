/** The writes of an application that knows the schema as it was deployed before the change. Pure. */
import { ident, literal } from '../../sql/quote.js';
import type { Column, PgType, Table } from '../ground/seed/catalog.js';
import { tableSql } from '../ground/seed/plan.js';
import type { PgTypes } from '../ground/seed/values.js';
import type { FittingRow } from './fitting-rows.js';

/**
 * The columns that it names: all that nobody else fills. What has a default, of its domain too, or a number of its own is left to the server, and
 * of what the change adds it knows nothing.
 */
export function namedColumns(deployed: Table, now: Table, types: PgTypes): Column[] {
  const needsValue = ({ generated, identity, expression, type }: Column) =>
    !generated && identity === '' && expression === null && !types.get(type)?.hasDefault;
  const known = new Set(deployed.columns.filter(needsValue).map(({ name }) => name));
  return now.columns.filter(({ name }) => known.has(name));
}

/** As an application sends it: the values, and nothing that is read for them. */
export function insertOf(table: Table, named: readonly Column[], row: FittingRow): string {
  const names = named.map(({ name }) => name);
  if (names.length === 0) return `INSERT INTO ${tableSql(table)} DEFAULT VALUES`;
  const values = names.map((name) => row.get(name) ?? null).map((value) => (value === null ? 'NULL' : literal(value)));
  return `INSERT INTO ${tableSql(table)} (${names.map(ident).join(', ')}) VALUES (${values.join(', ')})`;
}

/** Those that the deployed release knows and sets, whatever has become of them; few set a number that the server gives. */
export function settableColumns(deployed: Table, now: Table): Column[] {
  const settable = deployed.columns.filter(({ generated, identity }) => !generated && identity === '');
  const known = new Set(settable.map(({ name }) => name));
  return now.columns.filter(({ name, identity }) => known.has(name) && identity === '');
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
  const others = otherValues(table, columns, types);
  if (others.size === 0) return null;
  return updateWith(
    table,
    columns.map(({ name }) => `${ident(name)} = ${others.get(name) ?? ident(name)}`),
  );
}

/** Finds the row that was written last, if some of what `changeOfLast` changes is another than was inserted. Null where nothing can be said. */
export function differsFrom(
  row: FittingRow,
  { table, columns, types }: { table: Table; columns: readonly Column[]; types: PgTypes },
): string | null {
  const changed = [...otherValues(table, columns, types).keys()];
  const differ = changed.flatMap((name) => {
    const was = row.get(name) ?? null;
    return was === null ? [] : [`${ident(name)} IS DISTINCT FROM ${literal(was)}`];
  });
  const target = tableSql(table);
  return differ.length === 0 ? null : `SELECT FROM ${target} WHERE ${isLast(target)} AND (${differ.join(' OR ')})`;
}

/** By column, for those that no constraint is about. */
export function otherValues(table: Table, columns: readonly Column[], types: PgTypes): Map<string, string> {
  const bound = new Set(
    [...table.checks, ...table.foreignKeys, ...table.uniques].flatMap((one) => [
      ...one.columns,
      ...('uses' in one ? one.uses : []),
    ]),
  );
  const found = new Map<string, string>();
  for (const { name, number, type, typmod } of columns) {
    const other = bound.has(number) ? undefined : otherValue(ident(name), types.get(type), typmod);
    if (other !== undefined) found.set(name, other);
  }
  return found;
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

/** The same of the row that has been there longest. */
export function updateOfFirst(table: Table, columns: readonly Column[]): string | null {
  const target = tableSql(table);
  const same = columns.map(({ name }) => `${ident(name)} = ${ident(name)}`).join(', ');
  return same === '' ? null : `UPDATE ${target} SET ${same} WHERE ${isLast(target).replaceAll(' DESC', '')}`;
}

function updateWith(table: Table, set: readonly string[]): string | null {
  const target = tableSql(table);
  return set.length === 0 ? null : `UPDATE ${target} SET ${set.join(', ')} WHERE ${isLast(target)}`;
}

export function deleteOfLast(table: Table): string {
  const target = tableSql(table);
  return `DELETE FROM ${target} WHERE ${isLast(target)}`;
}

/** The row that was written last has the highest place. */
export function isLast(target: string): string {
  return `(tableoid, ctid) OPERATOR(pg_catalog.=) (SELECT tableoid, ctid FROM ${target} ORDER BY tableoid DESC, ctid DESC LIMIT 1)`;
}
