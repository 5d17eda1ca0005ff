/** Which searches an index serves. */
import type { IndexFacts } from './facts.js';
import type { Schema } from './schema.js';

/** Whether an index finds rows of the table by these columns, in any order; one that no script shows may be the one. */
export function hasIndexOn(schema: Schema, table: string, columns: readonly string[]): boolean {
  return schema.partsOf(table, 'index').some(({ facts }) => facts && covers(facts, columns));
}

/** Its first columns are these; a predicate on them alone (IS NOT NULL) doesn't matter. */
function covers({ columns, partial, mentions, method }: Partial<IndexFacts>, wanted: readonly string[]): boolean {
  if (columns === undefined) return true;
  const first = columns.slice(0, wanted.length);
  if (partial && !mentions?.every((column) => wanted.includes(column))) return false;
  return (method === 'btree' || method === 'hash') && wanted.every((column) => first.includes(column));
}
