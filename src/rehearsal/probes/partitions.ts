/** Partitions: rows reach them by way of the whole table, where they are like the others. */
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';

export interface Partition {
  /** It refuses what the whole table takes, or runs what that doesn't: by triggers, constraints or unique indexes of its own. */
  isApart: boolean;
  hasTriggers: boolean;
}

/** By the names that reports use. */
export async function readPartitions(session: ChangeSession): Promise<ReadonlyMap<string, Partition>> {
  const { rows } = await session.query(catalogSql('partitions'));
  return new Map(
    rows.map(([schema, name, isApart, hasTriggers]) => [
      shortName(`${schema}.${name}`),
      { isApart: isApart === 't', hasTriggers: hasTriggers === 't' },
    ]),
  );
}
