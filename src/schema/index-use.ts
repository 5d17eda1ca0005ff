/** Which searches an index serves. */
import type { IndexFacts } from './facts.js';
import type { Schema } from './schema.js';

/**
 * Whether Postgres finds a foreign key's rows by an index: one whose first key is a column of the foreign key, as the planner does
 * (test/proof/foreign-key-index.test.ts). One that no script shows may be the one.
 */
export function hasIndexOn(schema: Schema, table: string, columns: readonly string[]): boolean {
  const isFlag = (column: string) => schema.find('column', `${table}.${column}`)?.facts?.type?.name === 'bool';
  // ON ONLY means nothing for a table without partitions.
  const isParent = schema.partitionsOf(table).length > 0;
  return schema
    .partsOf(table, 'index')
    .some(({ facts }) => facts && !(facts.invalid && isParent) && serves(facts, columns, isFlag));
}

/** `isFlag`: half of the table has each value, so that it finds nothing by itself. */
function serves(facts: Partial<IndexFacts>, wanted: readonly string[], isFlag: (column: string) => boolean): boolean {
  const { columns, partial, whereNotNull, method, collated = [] } = facts;
  if (columns === undefined) return true;
  if (method !== 'btree' && method !== 'hash') return false;
  if (partial && !whereNotNull?.every((column) => wanted.includes(column))) return false;
  const isKey = (column: string | undefined) =>
    column !== undefined && wanted.includes(column) && !collated.includes(column);
  const other = columns.findIndex((column) => !isKey(column));
  const usable = other === -1 ? columns : columns.slice(0, other);
  return usable.length === wanted.length || usable.some((column) => column !== undefined && !isFlag(column));
}
