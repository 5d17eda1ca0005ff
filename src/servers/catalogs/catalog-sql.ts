/** SQL of ours that reads system catalogs and nothing else: all that an observer takes, and all that is asked in a transaction of the change. */
import { literal } from '../../sql/quote.js';
import { QUALIFIED } from './qualified.js';
import type { QUERIES } from './queries.js';

declare const brand: unique symbol;

/** Made by `catalogSql` only: no text of a user's is one. */
export type CatalogSql = string & { readonly [brand]: 'catalog' };

export type CatalogQuery = keyof typeof QUERIES;

export type CatalogValue = string | number | readonly (string | number)[];

/** The query with every name and operator qualified, and `$1`, `$2`, … replaced by the values as literals. */
export function catalogSql(name: CatalogQuery, ...values: readonly CatalogValue[]): CatalogSql {
  const text = QUALIFIED[name];
  if (text === undefined) throw new Error(`the query ${name} is not generated: run \`npm run generate\``);
  return text.replaceAll(/\$(\d+)/g, (_, number) => valueSql(values[Number(number) - 1])) as CatalogSql;
}

/** Queries with the same columns as one. At least one. */
export function unionAll(queries: readonly CatalogSql[]): CatalogSql {
  return queries.map((query) => `(${query})`).join(' UNION ALL ') as CatalogSql;
}

function valueSql(value: CatalogValue | undefined): string {
  if (value === undefined) throw new Error('a query of ours lacks a value');
  if (typeof value === 'number') return String(value);
  return literal(typeof value === 'string' ? value : arrayText(value));
}

/** An array as Postgres reads it (manual 8.15.2). */
function arrayText(values: readonly (string | number)[]): string {
  return `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
