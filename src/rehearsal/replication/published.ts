/** Which published tables refuse UPDATE and DELETE. */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, type Observer, PostgresError } from '../../servers/server.js';
import { ident } from '../../sql/quote.js';

export interface PublishedTable {
  schema: string;
  name: string;
  oid: string;
  /** By name, in one text. */
  publications: string;
  /** What tells its rows apart, as REPLICA IDENTITY says it. */
  identity: string;
  /** The server's answers to UPDATE and DELETE, where it refuses them. */
  refuses: RefusedWrite[];
  /** Why it could not be tried. */
  untried?: string;
}

interface RefusedWrite {
  command: 'UPDATE' | 'DELETE';
  sqlstate: string;
  message: string;
}

/** No usable identity; one that doesn't cover the columns or the rows that are published. */
const ABOUT_IDENTITY = new Set(['55000', '42P10']);

/**
 * Every table that a publication sends changes of. What is not plainly identified is tried: EXPLAIN prepares the statement as
 * far as the check of the identity, and runs nothing, neither triggers nor rules.
 */
export async function publishedTables(observer: Observer, session: ChangeSession): Promise<PublishedTable[]> {
  const { rows } = await observer.read(catalogSql('published tables'));
  const tables: PublishedTable[] = [];
  for (const [schema, name, oid, publications, sends, identity, isPlain, column] of rows) {
    const table = { schema: schema ?? '', name: name ?? '', oid: oid ?? '' };
    const tried = isPlain === 't' ? {} : await attempt(session, table, { sends: sends ?? '', column: column ?? null });
    tables.push({ ...table, publications: publications ?? '', identity: identity ?? '', refuses: [], ...tried });
  }
  return tables;
}

async function attempt(
  session: ChangeSession,
  { schema, name }: Pick<PublishedTable, 'schema' | 'name'>,
  { sends, column }: { sends: string; column: string | null },
): Promise<Pick<PublishedTable, 'refuses' | 'untried'>> {
  const table = `ONLY ${ident(schema)}.${ident(name)}`;
  const set = column === null ? null : `${ident(column)} = ${ident(column)}`;
  const commands = [
    ...(set !== null && sends.includes('UPDATE') ? [['UPDATE', `EXPLAIN UPDATE ${table} SET ${set}`] as const] : []),
    ...(sends.includes('DELETE') ? [['DELETE', `EXPLAIN DELETE FROM ${table}`] as const] : []),
  ];
  const outcomes = await session.queryAll(commands.map(([, sql]) => sql));
  const refuses: RefusedWrite[] = [];
  let untried: string | undefined;
  for (const [index, outcome] of outcomes.entries()) {
    const command = commands[index]?.[0];
    if (!(outcome instanceof PostgresError) || command === undefined) continue;
    const { sqlstate, message, detail } = outcome;
    if (ABOUT_IDENTITY.has(sqlstate)) refuses.push({ command, sqlstate, message: detail ?? message });
    else untried = `${sqlstate}: ${message}`;
  }
  return { refuses, ...(untried !== undefined && { untried }) };
}
