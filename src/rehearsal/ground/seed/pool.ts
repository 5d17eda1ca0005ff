/** The values that a checked column may have, filtered by its own checks before rows are made of them. */

import { ident } from '../../../sql/quote.js';
import type { Column } from './catalog.js';
import { progressions, valuesOfConditions } from './condition-values.js';
import type { Source } from './insert.js';
import { castName, makeValue, type PgTypes, resolve } from './values.js';

export interface PoolNeeds {
  /** Every condition that refers to the column: values are taken from them. */
  conditions: string[];
  /** Those that refer to no other column: they filter the pool. */
  filters: string[];
  /** A default that is a constant. */
  constant: string | null;
  /** NULL is one of the values. */
  empty: boolean;
  /** How many different values are wanted. */
  wanted: number;
}

/** Types that GROUP BY can't compare. */
const INCOMPARABLE = /^(json|xml|jsonpath|point|line|lseg|box|path|polygon|circle)$/;

export function poolSource(types: PgTypes, table: string, column: Column, needs: PoolNeeds): Source | undefined {
  const { type, typmod } = resolve(types, column.type, column.typmod);
  if (type === undefined) return undefined;
  const cast = castName(type);
  const numbers = `generate_series(1, ${needs.wanted}) AS s(g)`;
  const value = makeValue(types, column.type, column.typmod, 'g');
  // Columns that are compared with each other rise with their position: an end comes after its start.
  const risen = /^(D|N)$/.test(type.category)
    ? makeValue(types, column.type, column.typmod, `(g + ${column.number})`)
    : undefined;
  const mined = valuesOfConditions(needs.conditions, type, typmod, needs.wanted);
  const items = [
    needs.constant !== null && `SELECT 0 AS o, CAST(${needs.constant} AS ${cast}) AS v`,
    value && `SELECT g, CAST(${value.sql} AS ${cast}) FROM ${numbers}`,
    risen && `SELECT 3000000 + g, CAST(${risen.sql} AS ${cast}) FROM ${numbers}`,
    mined.length > 0 && `VALUES ${mined.map((sql, n) => `(${1_500_000_000 + n}, CAST(${sql} AS ${cast}))`).join(', ')}`,
    ...progressions(needs.conditions, type).map(
      (sql, n) => `SELECT ${4_000_000 * (n + 2)} + g, CAST(${sql} AS ${cast}) FROM ${numbers}`,
    ),
    needs.empty && `SELECT 2000000000, CAST(NULL AS ${cast})`,
  ].filter((item) => typeof item === 'string');
  const grouped = INCOMPARABLE.test(type.name) ? 'o, v' : 'min(o), v';
  const filter = needs.filters.map((condition) => ` AND (${condition}) IS NOT FALSE`).join('');
  return {
    body: `SELECT row_number() OVER (ORDER BY "seed row") AS rn, ${ident(column.name)} AS v0 FROM (
      SELECT ${grouped} FROM (${items.join(' UNION ALL ')}) AS i(o, v) ${grouped === 'o, v' ? '' : 'GROUP BY v'}
    ) AS ${table}("seed row", ${ident(column.name)}) WHERE true${filter}`,
    on: [],
    left: !column.notNull,
    problem: `no value was found for column ${column.name} that satisfies ${needs.filters.join(' and ') || 'its type'}`,
  };
}
