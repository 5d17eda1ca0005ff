/** What the planner knows of a stage's tables: production's statistics, or what ANALYZE finds. */
import type { NotChecked } from '../../../report-schema/types.js';
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import type { Server } from '../../../servers/server.js';
import type { Stage } from '../stage.js';
import { restoreStatistics } from './restore.js';
import type { StatisticsFile } from './schema.js';

/** Production's statistics, for the tables that hold a row. */
export async function takeOverStatistics(
  stage: Stage,
  server: Server,
  statistics: StatisticsFile,
  rehearsal: { notChecked: NotChecked[] },
): Promise<void> {
  const { tables, notChecked } = await restoreStatistics(stage, server.major, statistics);
  const none = tables.length === 0 ? 'no table of theirs holds a row here: name a seed file' : notChecked;
  if (none) rehearsal.notChecked.push({ check: 'production’s statistics', reason: none });
}

/** The user's tables only: the system's catalogs take longer than all of them. */
export async function analyze({ session }: Stage): Promise<void> {
  const { rows } = await session.query(catalogSql('user tables'));
  const tables = rows[0]?.[0];
  if (tables) await session.query(`ANALYZE ${tables}`);
}
