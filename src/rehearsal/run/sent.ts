/** What is sent for a statement. */
import type { Statement } from '../../model.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';
import { sqlToSend } from '../../sql/copy-rows.js';
import { aboutDatabase, namesDatabase } from '../../sql/own-database.js';
import { tablespacesIn, withoutTablespaces } from '../../sql/tablespaces.js';

/**
 * Its text; but the rows behind a COPY are sent with it, a database that it names is the one that it is tried in, and what lies in
 * a tablespace that isn't there lies in the database's own.
 */
export async function textOf(session: Pick<ChangeSession, 'query'>, statement: Statement): Promise<string> {
  const tablespaces = tablespacesIn(statement);
  const sql =
    tablespaces.length > 0
      ? withoutTablespaces(statement.sql, await missingTablespaces(session, tablespaces))
      : sqlToSend(statement);
  const inside = statement.block?.statements.some(({ node }) => namesDatabase(node)) ?? false;
  if (!inside && !namesDatabase(statement.node)) return sql;
  const { rows } = await session.query('SELECT pg_catalog.quote_ident(pg_catalog.current_database())');
  return aboutDatabase(sql, rows[0]?.[0] ?? '', inside);
}

/** Those of the names that the session can put nothing into. */
export async function missingTablespaces(
  session: Pick<ChangeSession, 'query'>,
  names: readonly string[],
): Promise<Set<string>> {
  const { rows } = await session.query(catalogSql('usable tablespaces', names));
  const there = new Set(rows.map(([name]) => name));
  return new Set(names.filter((name) => !there.has(name)));
}
