/** Reads a database's planner statistics. No row is read; values that rows hold are left out unless asked for. */
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import type { Observer } from '../../../servers/server.js';
import type { StatisticsFile, TableStatistics } from './schema.js';

/** Runs in one read-only transaction. `withValues`: also the most common values and the bounds of histograms. */
export async function exportStatistics(
  observer: Observer,
  { withValues }: { withValues: boolean },
): Promise<StatisticsFile> {
  await observer.read(catalogSql('begin reading'));
  try {
    const tables = new Map<string, TableStatistics>();
    for (const [schema, table, rows] of (await observer.read(catalogSql('table statistics'))).rows) {
      const key = JSON.stringify([schema, table]);
      tables.set(key, { schema: schema ?? '', table: table ?? '', rows: Number(rows), columns: {} });
    }
    for (const row of (await observer.read(catalogSql('column statistics'))).rows) {
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
    await observer.read(catalogSql('end reading'));
  }
}
