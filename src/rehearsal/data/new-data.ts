/** Rows that only the new schema allows: what production may write between a migration and its rollback. Pure. */
import { shortName } from '../../schema/objects.js';
import { ident, literal } from '../../sql/quote.js';
import { code } from '../../sql/words.js';
import type { Shape, ShapeCheck, ShapeColumn, ShapeKey } from './constraint-shape.js';
import { candidates, overflow } from './values.js';

export interface NewData {
  /** What is written, for people. */
  words: string;
  /** Tried in turn, until one goes in (and does what `shows` asks). */
  writes: string[];
  /** A query whose first value is greater than 0 once the row is there. */
  shows?: string;
}

/** One probe for each way in which the schema allows more than before. */
export function newData(before: Shape, after: Shape): NewData[] {
  const kept = [...after.columns].flatMap(([key, now]) => {
    const was = before.columns.get(key);
    return was && !now.generated ? [{ was, now }] : [];
  });
  return [
    ...kept.flatMap(({ was, now }) => nullable(was, now)),
    ...kept.flatMap(({ was, now }) => wider(was, now)),
    ...gone(before.uniques, after.uniques).flatMap((key) => duplicate(key, after)),
    ...gone(before.checks, after.checks).flatMap((check) => violation(check, after)),
    ...gone(before.foreignKeys, after.foreignKeys).flatMap((key) => orphan(key, after)),
    ...[...after.columns.values()].flatMap((column) => labels(column, before, after)),
  ];
}

function nullable(was: ShapeColumn, now: ShapeColumn): NewData[] {
  if (!was.notNull || now.notNull) return [];
  return [{ words: `a NULL in ${code(nameOf(now))}`, writes: [set(now, [now.column], 'NULL')] }];
}

function wider(was: ShapeColumn, now: ShapeColumn): NewData[] {
  const value = was.type === now.type ? undefined : overflow(was.type, now.type);
  if (value === undefined) return [];
  return [{ words: `${value.words} in ${code(nameOf(now))}`, writes: [set(now, [now.column], value.sql)] }];
}

function duplicate(key: ShapeKey, { columns }: Shape): NewData[] {
  if (!key.columns.every((column) => columns.has(JSON.stringify([key.schema, key.table, column])))) return [];
  const list = key.columns.map(ident).join(', ');
  const source = `(SELECT ${list} FROM ${tableOf(key)} WHERE pg_catalog.num_nonnulls(${list}) = ${key.columns.length} ORDER BY tableoid, ctid LIMIT 1)`;
  const target = `UPDATE ${tableOf(key)} SET (${list}) = ${source} WHERE (tableoid, ctid) OPERATOR(pg_catalog.=) (SELECT tableoid, ctid FROM ${tableOf(key)} ORDER BY tableoid DESC, ctid DESC LIMIT 1)`;
  return [
    {
      words: `a second row with the same ${key.columns.map(code).join(', ')} in ${code(nameOf(key))}`,
      writes: [target],
    },
  ];
}

function violation(check: ShapeCheck, { columns }: Shape): NewData[] {
  const parts = check.columns.flatMap(
    (column) => columns.get(JSON.stringify([check.schema, check.table, column])) ?? [],
  );
  if (parts.length !== check.columns.length || !check.expression) return [];
  return [
    {
      words: `a row that the constraint ${code(check.name)} of ${code(nameOf(check))} forbade`,
      writes: parts.flatMap((part) =>
        candidates(part.type, part.category).map((value) => set(part, [part.column], value)),
      ),
      shows: `SELECT pg_catalog.count(*) FROM ${tableOf(check)} WHERE NOT (${check.expression})`,
    },
  ];
}

function orphan(key: ShapeKey, { columns }: Shape): NewData[] {
  const [name] = key.columns;
  const column = key.columns.length === 1 ? columns.get(JSON.stringify([key.schema, key.table, name])) : undefined;
  if (column === undefined) return [];
  const value = { N: '2147000001', S: literal('no such row'), U: `'00000000-0000-4000-8000-00000000dead'` }[
    column.category
  ];
  if (value === undefined) return [];
  return [
    { words: `a value without a parent in ${code(nameOf(column))}`, writes: [set(column, [column.column], value)] },
  ];
}

function labels(column: ShapeColumn, before: Shape, after: Shape): NewData[] {
  const old = column.category === 'E' ? before.labels.get(column.type) : undefined;
  const fresh = old ? (after.labels.get(column.type) ?? []).filter((label) => !old.includes(label)) : [];
  return fresh.map((label) => ({
    words: `the label “${label}” in ${code(nameOf(column))}`,
    writes: [set(column, [column.column], literal(label))],
  }));
}

function gone<K extends ShapeKey>(before: ReadonlyMap<string, K>, after: ReadonlyMap<string, K>): K[] {
  return [...before].flatMap(([key, value]) => (after.has(key) ? [] : [value]));
}

function set(of: { schema: string; table: string }, [column = '']: string[], value: string): string {
  const table = tableOf(of);
  return `UPDATE ${table} SET ${ident(column)} = ${value} WHERE (tableoid, ctid) OPERATOR(pg_catalog.=) (SELECT tableoid, ctid FROM ${table} ORDER BY tableoid, ctid LIMIT 1)`;
}

function tableOf({ schema, table }: { schema: string; table: string }): string {
  return `${ident(schema)}.${ident(table)}`;
}

function nameOf({ schema, table, column }: { schema: string; table: string; column?: string }): string {
  return shortName(`${schema}.${table}`) + (column === undefined ? '' : `.${column}`);
}
