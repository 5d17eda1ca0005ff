/** Foreign keys: values taken from the parents' rows. */

import { ident } from '../../../sql/quote.js';
import type { Column, ForeignKey, Table } from './catalog.js';
import type { Source } from './insert.js';
import { mayBeEmpty } from './order.js';

export interface Parent {
  /** Its text in FROM. */
  sql: string;
  name: string;
  rows: number;
}

export interface Keys {
  sources: Source[];
  /** By column number. */
  cells: Map<number, { sql: string; source: number }>;
  /** Columns that stay NULL. */
  empty: Set<number>;
  /** Columns that point to their own row, and the column that they take their value from. */
  own: Map<number, string>;
}

/** How many rows of one group a key that shares columns with another chooses from. */
const GROUP = 100;

/** A string: why the keys can't be satisfied. */
export function foreignValues(table: Table, later: ForeignKey[], parents: ReadonlyMap<number, Parent>): Keys | string {
  const keys: Keys = { sources: [], cells: new Map(), empty: new Set(), own: new Map() };
  const column = (number: number) => table.columns.find((candidate) => candidate.number === number) as Column;
  const nullable = (key: ForeignKey) => key.columns.filter((number) => !column(number).notNull);
  // The longest first: a shorter one that shares columns follows its choice.
  for (const key of [...table.foreignKeys].sort((a, b) => b.columns.length - a.columns.length)) {
    const parent = parents.get(key.parent);
    const postponed = later.includes(key);
    if (!postponed && parent !== undefined && parent.rows > 0) {
      addSource(
        keys,
        key,
        parent,
        key.columns.every((number) => !column(number).notNull),
      );
    } else if (mayBeEmpty(table, key)) {
      for (const number of nullable(key)) keys.empty.add(number);
    } else if (key.parent === table.oid) {
      key.columns.forEach((number, index) => {
        const source = key.parentColumns[index] as string;
        if (source !== column(number).name) keys.own.set(number, source);
      });
    } else if (postponed) {
      return `its foreign key ${key.name} is part of a cycle in which no column may be NULL`;
    } else {
      return `its foreign key ${key.name} needs rows in ${parent?.name ?? 'a table that was left out'}, which has none`;
    }
  }
  for (const number of keys.empty) keys.cells.delete(number);
  return keys;
}

function addSource(keys: Keys, key: ForeignKey, parent: Parent, left: boolean): void {
  const index = keys.sources.length;
  const names = key.parentColumns.map(ident);
  const shared = names.filter((_, n) => keys.cells.has(key.columns[n] as number));
  const values = names.map((name, n) => `${name} AS v${n}`).join(', ');
  const on: string[] = [];
  key.columns.forEach((number, n) => {
    const chosen = keys.cells.get(number);
    if (chosen !== undefined) on.push(`p${index}.v${n} = ${chosen.sql}`);
    else keys.cells.set(number, { sql: `p${index}.v${n}`, source: index });
  });
  const group = shared.join(', ');
  const whole = names.map((name) => `${name} IS NOT NULL`).join(' AND ');
  const body =
    shared.length === 0
      ? `SELECT row_number() OVER (ORDER BY ${names.join(', ')}) AS rn, ${values} FROM ${parent.sql}
         WHERE ${whole} ORDER BY 1 LIMIT 200000`
      : `SELECT * FROM (SELECT row_number() OVER (PARTITION BY ${group} ORDER BY ${names.join(', ')}) AS rn,
           least(count(*) OVER (PARTITION BY ${group}), ${GROUP}) AS n, ${values} FROM ${parent.sql} WHERE ${whole}) AS k
         WHERE rn <= ${GROUP}`;
  const problem = `no row of ${parent.name} fits its foreign key ${key.name}`;
  keys.sources.push({ body, on, left: left && shared.length === 0, problem, rows: parent.rows });
}
