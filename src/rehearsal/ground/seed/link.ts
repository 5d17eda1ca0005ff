/** Fills the foreign keys that had to wait: those of cycles, and those of a table to itself. */

import { ident } from '../../../sql/quote.js';
import type { ForeignKey, Table } from './catalog.js';

/**
 * Rows of a table point to another row of it, and never in a circle: all to the first one or, where the key is unique,
 * each to the one before it. Keys of a cycle walk through the parent's rows.
 */
export function linkSql(table: Table, key: ForeignKey, child: string, parent: string): string {
  const columns = key.columns.map((number) => table.columns.find((column) => column.number === number));
  const pairs = columns.map((column, n) => ({
    own: ident(column?.name ?? ''),
    theirs: ident(key.parentColumns[n] ?? ''),
    fixed: column?.notNull === true,
  }));
  const fixed = pairs.filter((pair) => pair.fixed);
  const open = pairs.filter((pair) => !pair.fixed);
  const within = (names: string[]) => (names.length > 0 ? `PARTITION BY ${names.join(', ')} ` : '');
  const primary = table.uniques.find(({ plain }) => plain)?.columns ?? [];
  const by = primary.map((number) => ident(table.columns.find((column) => column.number === number)?.name ?? ''));
  const theirs = pairs.map((pair) => pair.theirs).join(', ');
  const self = key.parent === table.oid;
  const unique = table.uniques.some(({ columns: own }) => own.length > 0 && own.every((n) => key.columns.includes(n)));
  const choose = self ? (unique ? 'p.rn = c.rn - 1' : 'p.rn = 1 AND c.rn > 1') : 'p.rn = 1 + (c.rn - 1) % p.n';
  const order = self ? theirs : by.length > 0 ? by.join(', ') : 'ctid';
  return `UPDATE ${child} AS t SET ${open.map(({ own, theirs: from }) => `${own} = p.${from}`).join(', ')}
    FROM (SELECT ctid AS at, tableoid AS part, ${fixed.map(({ own }) => `${own}, `).join('')}
        row_number() OVER (${within(fixed.map(({ own }) => own))}ORDER BY ${order}) AS rn FROM ${child}) AS c
      JOIN (SELECT ${theirs}, row_number() OVER (${within(fixed.map((pair) => pair.theirs))}ORDER BY ${theirs}) AS rn,
        count(*) OVER (${within(fixed.map((pair) => pair.theirs))}) AS n FROM ${parent}) AS p
      ON ${[...fixed.map((pair) => `c.${pair.own} = p.${pair.theirs}`), choose].join(' AND ')}
    WHERE t.ctid = c.at AND t.tableoid = c.part AND ${open.map(({ own }) => `t.${own} IS NULL`).join(' AND ')}`;
}
