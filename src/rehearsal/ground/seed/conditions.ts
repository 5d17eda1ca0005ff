/** Every condition that a row must satisfy, in terms of the table's columns. */

import { ident } from '../../../sql/quote.js';
import type { Column, Table } from './catalog.js';
import { type PgTypes, resolve } from './values.js';

export interface Condition {
  sql: string;
  /** Column numbers. */
  columns: number[];
  /** Of partitions, whose key has to be in one of them. */
  partition: boolean;
}

export function conditionsOf(types: PgTypes, table: Table): Condition[] {
  const checks = table.checks.map(({ sql, columns }) => ({ sql, columns, partition: false }));
  const domains = table.columns.flatMap((column) =>
    resolve(types, column.type, column.typmod).checks.map(({ sql }) => ({
      sql: ofColumn(sql, column),
      columns: [column.number],
      partition: false,
    })),
  );
  const partition = table.partitions.includes('true') ? [] : partitionCondition(table);
  return [...checks, ...domains, ...partition];
}

/** A domain's condition with the column in place of VALUE. */
function ofColumn(sql: string, column: Column): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\bVALUE\b/g, (token) =>
    token === 'VALUE' ? ident(column.name) : token,
  );
}

function partitionCondition(table: Table): Condition[] {
  if (table.partitions.length === 0) return [];
  const sql = table.partitions.map((condition) => `(${condition})`).join(' OR ');
  const outside = sql.replace(/'(?:[^']|'')*'/g, "''");
  const names = new Set(
    [...outside.matchAll(/"((?:[^"]|"")+)"|[a-z_][\w$]*/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[0]),
  );
  const columns = table.columns.filter(({ name }) => names.has(name)).map(({ number }) => number);
  return [{ sql, columns, partition: true }];
}
