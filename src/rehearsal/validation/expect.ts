/** Holds what a query returned against what it is expected to return. Pure. */
import type { Expectation } from '../../sql/expectations.js';
import { type FramedResult, MOST_ROWS } from './run.js';

export type RowExpectation = Exclude<Expectation, { kind: 'uses index' }>;

/** What came back instead, in words; null where the expectation is met. */
export function unmet(
  expectation: RowExpectation,
  { rows, total }: Pick<FramedResult, 'rows' | 'total'>,
): string | null {
  switch (expectation.kind) {
    case 'rows':
      return total === expectation.count ? null : `it returned ${count(total)}`;
    case 'empty':
      return total === 0 ? null : `it returned ${count(total)}`;
    case 'not empty':
      return rows.length > 0 ? null : 'it returned no rows';
    case 'value': {
      if (rows.length === 0) return 'it returned no rows';
      const value = rows[0]?.[0] ?? null;
      return value === expectation.value ? null : `the first value is ${value ?? 'NULL'}`;
    }
    case 'all true': {
      if (rows.length === 0) return 'it returned no rows';
      const failing = rows.findIndex((row) => !row.includes('t') || row.includes('f') || row.includes(null));
      return failing === -1
        ? unread({ rows, total })
        : `row ${failing + 1} is not true: ${rows[failing]?.map((cell) => cell ?? 'NULL').join(', ')}`;
    }
  }
}

/** Of more rows than are read, it can't be said that all are right. */
export function unread({ rows, total }: Pick<FramedResult, 'rows' | 'total'>): string | null {
  return total > rows.length ? `it returned ${count(total)}, of which only the first ${MOST_ROWS} are looked at` : null;
}

function count(rows: number): string {
  return rows === 0 ? 'no rows' : rows === 1 ? '1 row' : `${rows} rows`;
}
