/** What a session begins with: a migration tool runs each script over a connection of its own. */
import type { Script } from '../../model.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, resultOf } from '../../servers/server.js';
import { SESSION } from '../../servers/session-settings.js';
import { literal } from '../../sql/quote.js';

const RESET = 'RESET SESSION AUTHORIZATION; RESET ALL; DISCARD TEMP';

/**
 * Leaves nothing of a script in the session, and sets what a login now would: what scripts have given the database or the role
 * (ALTER DATABASE … SET, ALTER ROLE … SET). Says whether there was such.
 */
export async function resetSession(session: ChangeSession): Promise<boolean> {
  const [reset, found, own] = await session.queryAll([RESET, catalogSql('login settings'), SESSION]);
  resultOf(reset);
  resultOf(own);
  const { rows } = resultOf(found);
  if (rows.length === 0) return false;
  const settings = rows.map(
    ([name, value]) => `SELECT pg_catalog.set_config(${literal(name ?? '')}, ${literal(value ?? '')}, false)`,
  );
  // A login passes over what it can't set.
  await session.queryAll([...settings, SESSION]);
  return true;
}

/** The same where nothing is known to have changed what a login sets. */
export async function resetQuickly(session: ChangeSession): Promise<void> {
  await session.query(`${RESET}; ${SESSION}`);
}

/** Whether a script may change what later logins set, also by what it makes at run time. */
export function mayChangeLogins({ sql, included = [] }: Pick<Script, 'sql' | 'included'>): boolean {
  return /\balter\s+(database|role|user)\b/i.test(sql) || included.some(({ script }) => mayChangeLogins(script));
}
