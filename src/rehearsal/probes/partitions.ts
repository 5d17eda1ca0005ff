/** Partitions: rows reach them by way of the whole table, where they are like the others. */
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';

/** By name, whether it refuses what the whole table takes, or runs what that doesn't: by triggers, constraints or unique indexes of its own. */
export async function readPartitions(session: ChangeSession): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await session.query(catalogSql('partitions'));
  return new Map(rows.map(([schema, name, isApart]) => [shortName(`${schema}.${name}`), isApart === 't']));
}
