/** Holds what a query returned against what it is expected to return. Pure. */
import type { Expectation } from '../../sql/expectations.js';
import type { QueryResult } from '../servers/server.js';

export type RowExpectation = Exclude<Expectation, { kind: 'uses index' }>;

/** What came back instead, in words; null where the expectation is met. */
export function unmet(expectation: RowExpectation, { rows }: QueryResult): string | null {
  switch (expectation.kind) {
    case 'rows':
      return rows.length === expectation.count ? null : `it returned ${count(rows.length)}`;
    case 'empty':
      return rows.length === 0 ? null : `it returned ${count(rows.length)}`;
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
        ? null
        : `row ${failing + 1} is not true: ${rows[failing]?.map((cell) => cell ?? 'NULL').join(', ')}`;
    }
  }
}

function count(rows: number): string {
  return rows === 0 ? 'no rows' : rows === 1 ? '1 row' : `${rows} rows`;
}
