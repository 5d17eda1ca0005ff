/** Roles that scripts make: they belong to the server, and have to go with the database that they were made for. */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession, ScratchDatabase } from '../../servers/server.js';

/** To be called before the scripts run: of `names`, those that aren't there yet are dropped with `scratch`. */
export async function claimRoles(
  session: ChangeSession,
  scratch: ScratchDatabase,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  const { rows } = await session.query(catalogSql('existing roles', names));
  const there = new Set([...rows.map(([name]) => name), ...scratch.madeRoles]);
  scratch.madeRoles.push(...names.filter((name) => !there.has(name)));
}
