/** Where one column's values come from, if it is neither a key to another table nor hinted. */

import { ident, literal } from '../../../sql/quote.js';
import type { Column, Table } from './catalog.js';
import type { Condition } from './conditions.js';
import type { Source } from './insert.js';
import { poolSource } from './pool.js';
import { makeValue, type PgTypes } from './values.js';

/** `omit`: the server fills it in. `distinct`: how many different values it has for sure. */
export type Choice =
  | { kind: 'omit'; distinct: number }
  | { kind: 'cell'; sql: string; distinct: number }
  | { kind: 'pool'; source: Source };

export interface ColumnNeeds {
  types: PgTypes;
  table: Table;
  rows: number;
  /** The conditions that refer to the column. */
  about: Condition[];
  /** Another column of the row takes its value from here. */
  referenced: boolean;
  lean: boolean;
}

const CONSTANT = /^\(?('(?:[^']|'')*'|-?\d+(?:\.\d+)?|true|false)\)?(::[\w\s".[\](),]+)?$/i;
const ENDLESS = Number.POSITIVE_INFINITY;

export function choose(column: Column, needs: ColumnNeeds): Choice {
  const { expression } = column;
  const { types, table, rows, about } = needs;
  if (isNumbered(column) && !about.some(isPlace)) {
    if (!needs.referenced) return { kind: 'omit', distinct: ENDLESS };
    const sql = column.sequence === null ? `(${expression})` : `nextval(${literal(column.sequence)})`;
    return { kind: 'cell', sql, distinct: ENDLESS };
  }
  const unique = table.uniques.some(({ columns, uses }) => [...columns, ...uses].includes(column.number));
  const constant = expression !== null && CONSTANT.test(expression) ? expression : null;
  const free = about.length === 0 && !unique;
  const optional = !column.notNull || expression !== null;
  if (free && (constant !== null || (needs.lean && optional))) return { kind: 'omit', distinct: 1 };
  const value = makeValue(types, column.type, column.typmod, 'g');
  if (about.length > 0 || (unique && value !== undefined && value.distinct < rows)) {
    const single = about.filter(({ columns }) => columns.length === 1);
    const source = poolSource(types, ident(table.name), column, {
      conditions: about.map(({ sql }) => sql),
      filters: single.map(({ sql }) => sql),
      constant: unique ? null : constant,
      empty: !column.notNull && single.length < about.length,
      wanted: unique ? rows : Math.min(Math.max(rows, 10), 50),
    });
    if (source !== undefined) return { kind: 'pool', source };
  }
  return value === undefined ? { kind: 'omit', distinct: ENDLESS } : { kind: 'cell', ...value };
}

/** Numbers come from a sequence: of an identity column, of `serial`, or of a default of the user's. */
export function isNumbered(column: Column): boolean {
  return column.identity !== '' || (!column.generated && (column.expression ?? '').includes('nextval('));
}

/** Only some values have a partition. Every number has one where rows are spread by a hash. */
function isPlace({ partition, sql }: Condition): boolean {
  return partition && !sql.includes('satisfies_hash_partition');
}
