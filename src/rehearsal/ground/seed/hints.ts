/** What the user says of a column's values. */
import type { Table } from './catalog.js';

/** Hints of one table by column number. A hint names `table.column` or `schema.table.column`. */
export function hintsOf(table: Table, hints: Readonly<Record<string, string>>): Map<number, string> {
  const found = new Map<number, string>();
  for (const { name, number } of table.columns) {
    const hint = hints[`${table.schema}.${table.name}.${name}`] ?? hints[`${table.name}.${name}`];
    if (hint !== undefined) found.set(number, hint);
  }
  return found;
}

/** Hints that name no column at all. */
export function unknownHints(tables: readonly Table[], hints: Readonly<Record<string, string>>): string[] {
  const known = new Set(
    tables.flatMap(({ schema, name, columns }) =>
      columns.flatMap((column) => [`${schema}.${name}.${column.name}`, `${name}.${column.name}`]),
    ),
  );
  return Object.keys(hints).filter((hint) => !known.has(hint));
}
