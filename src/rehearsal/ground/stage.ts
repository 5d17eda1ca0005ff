/** A scratch database at the point where a migration starts. */
import type { Script, Statement } from '../../model.js';
import { shortName } from '../../schema/objects.js';
import type { ChangeSession, PostgresError, ScratchDatabase, Server } from '../../servers/server.js';
import { isForPsql } from '../../sql/refuse.js';
import { rolesMadeBy } from '../../sql/role-names.js';
import { isAboutTablespaces } from '../../sql/tablespaces.js';
import { Barriers } from '../run/trace/barriers.js';
import { type RelationCatalog, readCatalog } from '../run/trace/catalog.js';
import { Tracer } from '../run/trace/tracer.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { duplicateSchema, type ExtensionWish, isAdministrators } from './administrators.js';
import { runBootstrap } from './bootstrap.js';
import { claimRoles } from './made-roles.js';
import type { MissingExtensions, WhyLeftOut } from './missing-extension.js';
import { type Obstacle, runQuietly } from './send.js';
import { mayChangeLogins, resetQuickly, resetSession } from './session.js';

export interface Stage {
  scratch: ScratchDatabase;
  session: ChangeSession;
  /** Whether `scratch` takes further sessions. */
  multiSession: boolean;
  tracer: Tracer;
  /** The tables that existed before the change, by the names that reports use. */
  tables: ReadonlySet<string>;
  /** The current schema, where the last migration left a snapshot of it. */
  snapshot: Snapshot | null;
  /** Ends the sessions and drops the database. */
  leave(): Promise<void>;
  /** What the server lacks, as far as it has shown. */
  missing: MissingExtensions;
}

export interface Groundwork {
  /** Run by the administrator. */
  bootstrap: Script[];
  /** Baseline and seed. */
  scripts: Script[];
  /** Extensions that the administrator makes before anything else is there. */
  extensions?: readonly ExtensionWish[];
  /** Roles that the change makes. */
  roles?: string[];
}

/** Opens a database that holds the baseline. The stage drops it. */
export async function openStage(scratch: ScratchDatabase, server: Server, missing: MissingExtensions): Promise<Stage> {
  const session = await open(scratch, () => scratch.connect());
  const { multiSession } = server.capabilities;
  const observer = await scratch.observe();
  const barriers = multiSession ? new Barriers(observer, () => scratch.connect()) : null;
  const leave = async () => {
    await barriers?.close();
    await session.close();
    await scratch.drop();
  };
  try {
    await resetSession(session);
    await missing.look(observer);
    const existing = await readCatalog(session);
    const tracer = new Tracer(session, observer, existing, barriers);
    const tables = tablesOf(existing);
    return { scratch, multiSession, session, tracer, tables, snapshot: null, leave, missing };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Builds bootstrap, baseline and seed in an empty database; what fails there is the result. */
export async function layGroundwork(
  scratch: ScratchDatabase,
  { bootstrap, scripts, extensions = [] }: Groundwork,
  missing: MissingExtensions,
): Promise<Obstacle | null> {
  const prepared = await runBootstrap(scratch, { bootstrap, extensions }, missing);
  if (prepared !== null) return prepared;
  const schemas = new Set(extensions.map(({ schema }) => schema));
  const session = await scratch.connect();
  try {
    let given = await resetSession(session);
    await claimRoles(session, scratch, rolesMadeBy(scripts));
    for (const script of scripts) {
      // One broken script must not hide what the others make: what needs it fails, and is explained.
      await runQuietly(session, script, missing, {
        tolerate(statement, error) {
          const why = whyLeftOut(statement, error);
          // Extensions, roles and the schemas of extensions are there: they were made before.
          const made = /^Create(Extension|Role|Schema)Stmt$/.test(statement.kind);
          if (why !== undefined && !made) missing.leaveOut(statement, why);
          return why !== undefined || schemas.has(duplicateSchema(statement, error) ?? '');
        },
        goOn: (failure) => missing.addGap(failure),
      });
      // A dump may leave settings behind, an empty search_path above all.
      await session.query('ROLLBACK');
      given ||= mayChangeLogins(script);
      await (given ? resetSession(session) : resetQuickly(session));
    }
    return null;
  } finally {
    await session.close();
  }
}

/** What `layGroundwork` would have left out of a script that an earlier run has run. */
export function leaveOutForPsql({ statements }: Script, missing: MissingExtensions): void {
  for (const statement of statements) if (isForPsql(statement)) missing.leaveOut(statement, 'psql');
}

/** It has run where it was merged: with other rights, or beside psql. */
function whyLeftOut(statement: Statement, error: PostgresError): WhyLeftOut | undefined {
  if (isForPsql(statement)) return 'psql';
  if (isAboutTablespaces(statement.node)) return 'tablespaces';
  if (isAdministrators(statement, error)) return 'owners';
  return error.sqlstate === '42501' ? 'rights' : undefined;
}

function tablesOf(catalog: RelationCatalog): Set<string> {
  const tables = [...catalog.values()].filter(({ kind }) => ['r', 'p', 'm', 'f'].includes(kind));
  return new Set(tables.map(({ name }) => shortName(name)));
}

/** Does a first step in a database, which goes where that fails. */
async function open<T>(scratch: ScratchDatabase, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    await scratch.drop();
    throw error;
  }
}
