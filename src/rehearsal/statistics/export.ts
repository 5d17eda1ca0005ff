/** Reads a database's planner statistics. No row is read; values that rows hold are left out unless asked for. */
import type { Session } from '../servers/server.js';
import type { StatisticsFile, TableStatistics } from './schema.js';

const TABLES = `
  SELECT n.nspname, c.relname, c.reltuples FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0 AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  ORDER BY 1, 2`;

const COLUMNS = `
  SELECT schemaname, tablename, attname, null_frac, avg_width, n_distinct, correlation,
    most_common_vals::text, most_common_freqs::text, histogram_bounds::text
  FROM pg_stats WHERE NOT inherited AND schemaname <> 'information_schema' AND schemaname !~ '^pg_' ORDER BY 1, 2, 3`;

/** Runs in one read-only transaction. `withValues`: also the most common values and the bounds of histograms. */
export async function exportStatistics(
  session: Session,
  { withValues }: { withValues: boolean },
): Promise<StatisticsFile> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const tables = new Map<string, TableStatistics>();
    for (const [schema, table, rows] of (await session.query(TABLES)).rows) {
      const key = JSON.stringify([schema, table]);
      tables.set(key, { schema: schema ?? '', table: table ?? '', rows: Number(rows), columns: {} });
    }
    for (const row of (await session.query(COLUMNS)).rows) {
      const [schema, table, column, nulls, width, distinct, correlation, values, frequencies, bounds] = row;
      const found = tables.get(JSON.stringify([schema, table]));
      if (found === undefined || column === null || column === undefined) continue;
      found.columns[column] = {
        nullFraction: Number(nulls),
        averageWidth: Number(width),
        distinct: Number(distinct),
        correlation: correlation === null || correlation === undefined ? null : Number(correlation),
        ...(withValues && values && frequencies && { mostCommonValues: values, mostCommonFrequencies: frequencies }),
        ...(withValues && bounds && { histogramBounds: bounds }),
      };
    }
    return { statisticsVersion: 1, withValues, tables: [...tables.values()] };
  } finally {
    await session.query('ROLLBACK');
  }
}
