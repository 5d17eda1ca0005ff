/** What a rehearsal says of what it could not do. */
import type { Migration, Script, Statement } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import { PostgresError } from '../servers/server.js';
import { isAboutTablespaces } from '../sql/tablespaces.js';
import type { Observation } from '../verdict/observation.js';
import { ADMINISTRATORS, NO_TABLESPACE } from './ground/missing-extension.js';
import { observe } from './run/observe.js';

/** What a further look adds. */
export interface Extra {
  observations: Observation[];
  notChecked: NotChecked[];
}

/** The SQL may have changed the database so that a query of ours fails: then this check isn't made, all others are. */
export async function contained(check: string, work: () => Promise<Extra>): Promise<Extra> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    const reason = `Postgres refused a query of the check itself (${error.sqlstate}: ${error.message})`;
    return { observations: [], notChecked: [{ check, reason }] };
  }
}

/** What of a migration was left out is said once. */
export function leftOutNotes(statements: Statement[]): NotChecked[] {
  return statements.map(({ node, location: { path, line } }) => ({
    check: `${path}:${line}`,
    path,
    reason: `the statement was left out, and the rest of the file run without it: ${isAboutTablespaces(node) ? NO_TABLESPACE : ADMINISTRATORS}`,
  }));
}

/** What was not finished is reported where the migration begins. */
export function stopped(migration: Migration<Script> | undefined, error: Error): Observation[] {
  const { message } = error;
  if (migration === undefined) return [];
  const reason =
    error instanceof PostgresError
      ? `Postgres refused a query of the check itself (${error.sqlstate}: ${message})`
      : message;
  const words = `The rehearsal stopped in this migration: ${reason.replace(/\.$/, '')}.`;
  return [observe('rehearsal-stopped', migration.up, undefined, { message: words })];
}

/** These were not run. */
export function skip(migrations: Migration<Script>[], reason: string, rehearsal: { notChecked: NotChecked[] }): void {
  for (const { path } of migrations)
    rehearsal.notChecked.push({ check: `rehearsal of ${path}`, id: 'rehearsal', path, reason });
}
