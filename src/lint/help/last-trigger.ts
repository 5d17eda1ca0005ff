/** The trigger that copies a column’s value: it has to see what all the others make of the row. */
import { lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';

/** Its name alone, and its function's with the schema; both as SQL. */
export interface CopyingTrigger {
  own: string;
  full: string;
}

const LONGEST = 63;

/**
 * Triggers of one kind fire in the order of their names, by their bytes:
 * https://www.postgresql.org/docs/current/trigger-definition.html
 */
export function lastTrigger(table: string, words: string, schema: Schema): CopyingTrigger {
  const others = triggersOf(table, schema);
  const greatest = others.reduce((last, name) => (isBefore(last, name) ? name : last), '');
  // What no script shows is mostly named in letters.
  const first = others.length > 0 || schema.isPartial ? [] : [''];
  const prefixes = [...first, 'zz_', 'zzzz_', `${greatest.slice(0, LONGEST - 1)}_`];
  const names = prefixes.map((prefix) => cut(`${prefix}${words}`));
  const name = names.find((one) => isBefore(greatest, one)) ?? cut(`\u{10ffff}${words}`);
  return { own: quoteIdentifier(name), full: sqlName(`${table.slice(0, table.lastIndexOf('.'))}.${name}`) };
}

/** A partition's fire among those that it has from its parent. */
function triggersOf(table: string, schema: Schema): string[] {
  return [
    ...schema.partsOf(table, 'trigger').map(({ name }) => lastName(name)),
    ...schema.partitionsOf(table).flatMap(({ name }) => triggersOf(name, schema)),
  ];
}

function isBefore(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

/** Postgres keeps so many bytes of a name. */
function cut(name: string): string {
  let text = name;
  while (Buffer.byteLength(text) > LONGEST) text = text.slice(0, -1);
  return text;
}
