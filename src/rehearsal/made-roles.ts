/** Roles that scripts make: they belong to the server, and have to go with the database that they were made for. */
import type { ScratchDatabase, Session } from './servers/server.js';

/** To be called before the scripts run: of `names`, those that aren't there yet are dropped with `scratch`. */
export async function claimRoles(session: Session, scratch: ScratchDatabase, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const { rows } = await session.query('SELECT rolname FROM pg_catalog.pg_roles');
  const there = new Set([...rows.map(([name]) => name), ...scratch.madeRoles]);
  scratch.madeRoles.push(...names.filter((name) => !there.has(name)));
}
