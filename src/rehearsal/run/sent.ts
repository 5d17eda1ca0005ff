/** What is sent for a statement. */
import type { Statement } from '../../model.js';
import type { ChangeSession } from '../../servers/server.js';
import { sqlToSend } from '../../sql/copy-rows.js';
import { aboutDatabase, namesDatabase } from '../../sql/own-database.js';

/** Its text; but the rows behind a COPY are sent with it, and a database that it names is the one that it is tried in. */
export async function textOf(session: Pick<ChangeSession, 'query'>, statement: Statement): Promise<string> {
  const sql = sqlToSend(statement);
  const inside = statement.block?.statements.some(({ node }) => namesDatabase(node)) ?? false;
  if (!inside && !namesDatabase(statement.node)) return sql;
  const { rows } = await session.query('SELECT pg_catalog.quote_ident(pg_catalog.current_database())');
  return aboutDatabase(sql, rows[0]?.[0] ?? '', inside);
}
