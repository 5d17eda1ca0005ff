/** Parents before children. */
import type { ForeignKey, Table } from './catalog.js';

export interface Ordered {
  table: Table;
  /** Foreign keys of a cycle and to the table itself: they stay empty until every table has its rows. */
  later: ForeignKey[];
}

/** Cycles are broken where a foreign key may be empty. */
export function order(tables: readonly Table[]): Ordered[] {
  const waiting = new Map(tables.map((table) => [table.oid, table]));
  const result: Ordered[] = [];
  const blocking = (table: Table) =>
    table.foreignKeys.filter(({ parent }) => parent !== table.oid && waiting.has(parent));
  while (waiting.size > 0) {
    const all = [...waiting.values()];
    const ready = all.filter((table) => blocking(table).length === 0);
    const next = ready.length > 0 ? ready : [breakCycle(all, blocking)];
    for (const table of next) {
      const later = table.foreignKeys.filter(({ parent }) => parent === table.oid);
      result.push({ table, later: [...later, ...blocking(table)] });
    }
    for (const { oid } of next) waiting.delete(oid);
  }
  return result;
}

/** Can the key's columns be empty? One of them is enough, unless it is MATCH FULL. */
export function mayBeEmpty(table: Table, key: ForeignKey): boolean {
  const nullable = key.columns.map((number) => !table.columns.find((column) => column.number === number)?.notNull);
  return key.full ? nullable.every(Boolean) : nullable.some(Boolean);
}

function breakCycle(tables: Table[], blocking: (table: Table) => ForeignKey[]): Table {
  const onCycle = tables.filter((table) => reaches(table, table.oid, tables, blocking));
  const easy = onCycle.find((table) => blocking(table).every((key) => mayBeEmpty(table, key)));
  return (easy ?? onCycle[0] ?? tables[0]) as Table;
}

function reaches(from: Table, oid: number, tables: Table[], blocking: (table: Table) => ForeignKey[]): boolean {
  const seen = new Set<number>();
  const queue = [from];
  for (let table = queue.pop(); table !== undefined; table = queue.pop()) {
    for (const { parent } of blocking(table)) {
      if (parent === oid) return true;
      const next = tables.find((other) => other.oid === parent);
      if (next === undefined || seen.has(parent)) continue;
      seen.add(parent);
      queue.push(next);
    }
  }
  return false;
}
