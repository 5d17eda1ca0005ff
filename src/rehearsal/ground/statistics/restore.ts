/** Gives the scratch database's tables production's statistics, so that the planner decides as it does there. */
import { shortName } from '../../../schema/objects.js';
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, PostgresError, type ScratchDatabase } from '../../../servers/server.js';
import { ident, literal } from '../../../sql/quote.js';
import { firstWith, has } from '../../../sql/versions.js';
import type { Stage } from '../stage.js';
import type { StatisticsFile, TableStatistics } from './schema.js';

export interface RestoredStatistics {
  tables: string[];
  /** Why the plans may still differ from production's, if so. */
  notChecked?: string;
}

/**
 * Works as the change's role, which owns the tables. Tables that aren't here are left out. The planner multiplies rows per page
 * by the pages that there are, so a table must hold a row to count: it is left as it is otherwise.
 */
export async function restoreStatistics(
  { session, scratch }: Pick<Stage, 'session' | 'scratch'>,
  major: number,
  file: StatisticsFile,
): Promise<RestoredStatistics> {
  const tables: string[] = [];
  for (const table of file.tables) if (await restoreTable(session, scratch, major, table)) tables.push(shown(table));
  if (!has('restoresStatistics', major)) {
    const reason = `PostgreSQL ${major} takes over how many rows there are, not how their values are spread (${firstWith('restoresStatistics')} and later do)`;
    return { tables, notChecked: reason };
  }
  if (!file.withValues) {
    return { tables, notChecked: 'the statistics hold no values: plans for values that are common or rare may differ' };
  }
  return { tables };
}

async function restoreTable(
  session: ChangeSession,
  scratch: ScratchDatabase,
  major: number,
  table: TableStatistics,
): Promise<boolean> {
  const name = `${ident(table.schema)}.${ident(table.table)}`;
  const { rows } = await session.query(catalogSql('pages', name));
  const [pages = 0, relation] = [Number(rows[0]?.[0] ?? 0), rows[0]?.[1]];
  if (pages === 0 || !relation) return false;
  try {
    // Otherwise autovacuum would count for itself.
    await session.query(`ALTER TABLE ${name} SET (autovacuum_enabled = false)`);
    if (!has('restoresStatistics', major)) {
      await scratch.setRowEstimate(relation, table.rows, pages);
      return true;
    }
    await session.query(`SELECT pg_catalog.pg_restore_relation_stats('schemaname', ${literal(table.schema)}, 'relname', ${literal(table.table)},
      'relpages', ${pages}::integer, 'reltuples', ${table.rows}::real)`);
    for (const [column, statistics] of Object.entries(table.columns)) {
      await session.query(attributeSql(table, column, statistics));
    }
    return true;
  } catch (error) {
    if (error instanceof PostgresError) return false;
    throw error;
  }
}

function attributeSql(
  { schema, table }: TableStatistics,
  column: string,
  statistics: TableStatistics['columns'][string],
): string {
  const { mostCommonValues, mostCommonFrequencies, histogramBounds, correlation } = statistics;
  const parts = [
    `'schemaname', ${literal(schema)}, 'relname', ${literal(table)}, 'attname', ${literal(column)}, 'inherited', false`,
    `'null_frac', ${statistics.nullFraction}::real, 'avg_width', ${statistics.averageWidth}::integer, 'n_distinct', ${statistics.distinct}::real`,
    correlation === null ? '' : `'correlation', ${correlation}::real`,
    mostCommonValues && mostCommonFrequencies
      ? `'most_common_vals', ${literal(mostCommonValues)}, 'most_common_freqs', ${literal(mostCommonFrequencies)}::real[]`
      : '',
    histogramBounds ? `'histogram_bounds', ${literal(histogramBounds)}` : '',
  ];
  return `SELECT pg_catalog.pg_restore_attribute_stats(${parts.filter((part) => part !== '').join(', ')})`;
}

function shown({ schema, table }: TableStatistics): string {
  return shortName(`${schema}.${table}`);
}
