/** DELETE of a row that others refer to, where their foreign keys let it go: with them, or with NULL or a default in its place. Pure. */
import { shortName } from '../../schema/objects.js';
import type { PostgresError } from '../../servers/server.js';
import { ident } from '../../sql/quote.js';
import type { ForeignKey, SeedCatalog, Table } from '../ground/seed/catalog.js';
import { tableSql } from '../ground/seed/plan.js';

interface ActingKey {
  child: Table;
  key: ForeignKey;
}

/** CASCADE, SET NULL, SET DEFAULT. */
const ACTS = 'cnd';

/** Those that let a row of the table go. */
function referencesTo({ oid }: Table, { tables }: SeedCatalog): ActingKey[] {
  return tables.flatMap((child) =>
    child.foreignKeys.flatMap((key) => (key.parent === oid && ACTS.includes(key.onDelete) ? [{ child, key }] : [])),
  );
}

/** By the first of the foreign keys that were there `before` the migration; null where none acts, or its columns are gone. */
export function deleteOfReferenced(table: Table, before: SeedCatalog, now: SeedCatalog): string | null {
  const was = before.tables.find(({ oid }) => oid === table.oid);
  for (const { child, key } of was ? referencesTo(was, before) : []) {
    const there = now.tables.find(({ oid }) => oid === child.oid);
    const own = there && namesOf(there, key.columns);
    const numbers = key.parentColumns.flatMap((name) => was?.columns.find((one) => one.name === name)?.number ?? []);
    const target = namesOf(table, numbers);
    if (!there || !own || !target || target.length !== own.length) continue;
    const isThere = own.map((name) => `${name} IS NOT NULL`).join(' AND ');
    const row = `SELECT ${own.join(', ')} FROM ${tableSql(there)} WHERE ${isThere} LIMIT 1`;
    return `DELETE FROM ${tableSql(table)} WHERE (${target.join(', ')}) = (${row})`;
  }
  return null;
}

/** Foreign keys that have come since and let no row go that others refer to. */
export function newReferences(
  table: Table | undefined,
  before: SeedCatalog,
  now: SeedCatalog,
): { table: string; child: string }[] {
  if (table === undefined) return [];
  const isOld = (child: Table, { name }: ForeignKey) =>
    before.tables.some(({ oid, foreignKeys }) => oid === child.oid && foreignKeys.some((one) => one.name === name));
  const nameOf = (one: Table) => shortName(`${one.schema}.${one.name}`);
  return now.tables.flatMap((child) =>
    child.foreignKeys.flatMap((key) =>
      key.parent === table.oid && child !== table && !ACTS.includes(key.onDelete) && !isOld(child, key)
        ? [{ table: nameOf(table), child: nameOf(child) }]
        : [],
    ),
  );
}

function namesOf({ columns }: Table, numbers: readonly number[]): string[] | undefined {
  const names = numbers.map((number) => columns.find((one) => one.number === number)?.name);
  return names.includes(undefined) ? undefined : names.map((name) => ident(String(name)));
}

/** The table that refers is named last. */
const RELATION = /(?:on table|of relation) "([^"]+)"/g;

/**
 * Whether each DELETE of a row that is referred to is refused, and not only where another table has rows: the constraint that says
 * no, or the column that may not be NULL, is of a table whose foreign key let such rows go before.
 */
export function isRefusedForAll(error: PostgresError, table: Table, before: SeedCatalog, now: SeedCatalog): boolean {
  if (error.where !== undefined && !/^SQL statement /.test(error.where)) return false;
  const was = before.tables.find(({ oid }) => oid === table.oid);
  const named = [...error.message.matchAll(RELATION)].at(-1)?.[1];
  return (was ? referencesTo(was, before) : []).some(({ child, key }) => {
    const there = now.tables.find(({ oid }) => oid === child.oid);
    if (there === undefined || there.name !== named) return false;
    if (error.sqlstate === '23502') return namesOf(there, key.columns)?.includes(ident(error.column ?? '')) ?? false;
    const refuses = there.foreignKeys.find(({ name }) => name === error.constraint);
    return error.sqlstate === '23503' && refuses?.columns.join() === key.columns.join();
  });
}
