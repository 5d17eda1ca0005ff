/** Runs the changed migrations on scratch databases, in order. */
import type { Migration, Script } from '../model.js';
import type { BaselineReport, MigrationReport, NotChecked } from '../report-schema/types.js';
import { catalogSql } from '../servers/catalogs/catalog-sql.js';
import { PostgresError, RunTimeExceeded, type Server, ServerLost } from '../servers/server.js';
import { rolesMadeBy } from '../sql/role-names.js';
import type { Observation } from '../verdict/observation.js';
import { extensionsWanted } from './ground/administrators.js';
import { BaselineDatabases } from './ground/baseline-databases.js';
import { MissingExtensions } from './ground/missing-extension.js';
import type { Stage } from './ground/stage.js';
import { restoreStatistics } from './ground/statistics/restore.js';
import type { StatisticsFile } from './ground/statistics/schema.js';
import { rehearseMigration } from './migration.js';
import { notRehearsed } from './not-rehearsed.js';
import type { Plan } from './plan.js';
import { proveReruns } from './rerun/prove.js';
import type { Schemas } from './rerun/reference.js';
import { replacements } from './rollback/replacements/replacements.js';
import { runOnRows } from './rows-run.js';
import { runScript } from './run/apply.js';
import { withMaker } from './run/forward-reference.js';
import { lockOrder } from './run/hazards/hazards.js';
import { type Introduced, leftUnvalidated } from './run/hazards/unvalidated.js';
import { observe } from './run/observe.js';
import { Witness } from './run/seen.js';
import { SameKey, type Snapshot } from './snapshot/snapshot.js';

export interface Rehearsal {
  migrations: MigrationReport[];
  observations: Observation[];
  /** For the predictions to be held against. */
  seen: Witness;
  notChecked: NotChecked[];
  /** Absent where it was never got to. */
  baseline?: BaselineReport;
}

/** Makes scratch databases on `server` and drops them again; the server stays up. */
export async function rehearse(server: Server, plan: Plan): Promise<Rehearsal> {
  const seen = new Witness(server.capabilities.multiSession);
  const rehearsal: Rehearsal = { migrations: [], observations: [], seen, notChecked: [] };
  try {
    await rehearseAll(server, plan, rehearsal);
  } catch (error) {
    const told = [ServerLost, RunTimeExceeded, PostgresError, SameKey].some((kind) => error instanceof kind);
    if (!told || !(error instanceof Error)) throw error;
    const index = Math.min(rehearsal.migrations.length, plan.changed.length - 1);
    rehearsal.observations.push(...stopped(plan.changed[index], error));
    skip(plan.changed.slice(index), 'the rehearsal was stopped', rehearsal);
  }
  rehearsal.observations.push(...lockOrder(timelines(plan.changed, rehearsal.migrations)));
  rehearsal.migrations.push(...plan.changed.slice(rehearsal.migrations.length).map(notRehearsed));
  rehearsal.notChecked.push(...(server.notChecked ?? []));
  return rehearsal;
}

/** After each that doesn't apply, the database is built anew. */
const MOST_FAILURES = 10;

/** Adds what it finds to `rehearsal` as it goes, so that a lost server loses nothing that was found before. */
async function rehearseAll(server: Server, plan: Plan, rehearsal: Rehearsal): Promise<void> {
  const unvalidated: Introduced[] = [];
  let final: Snapshot | null = null;
  let stage: Stage | null = null;
  let failed = 0;
  let tables: ReadonlySet<string> = new Set();
  const missing = new MissingExtensions(server);
  const { bootstrap = [], baseline, seed } = plan;
  const roles = rolesMadeBy(plan.changed.flatMap(scriptsThatRun));
  const extensions = extensionsWanted([...baseline, ...seed].flatMap(({ statements }) => statements));
  // What a second run meets is the schema: copies of it are made quicker without rows.
  const bare = new BaselineDatabases(server, { bootstrap, extensions, scripts: baseline, roles }, missing);
  const rows = { bootstrap: [], scripts: seed, roles };
  const seeded = seed.length > 0 ? new BaselineDatabases(server, rows, missing, bare) : null;
  const databases = seeded ?? bare;
  const schemas: (Schemas | null)[] = [];
  const written: string[][] = [];
  try {
    for (const [index, migration] of plan.changed.entries()) {
      stage ??= await prepare(databases, server, plan, index, rehearsal);
      if (stage === null) break;
      tables = index === 0 ? stage.tables : tables;
      const last = index === plan.changed.length - 1;
      const context = {
        seeded: seed.length > 0,
        queries: plan.queries ?? [],
        validation: last ? (plan.validation ?? []) : [],
      };
      const result = await rehearseMigration(stage, migration, context, rehearsal.seen);
      rehearsal.migrations.push(result.report);
      written.push(result.written);
      const later = plan.changed.slice(index + 1);
      rehearsal.observations.push(...result.observations.map((observation) => withMaker(observation, later)));
      unvalidated.push({ up: migration.up, reports: result.report.statements, keys: result.unvalidated });
      if (result.after === null) {
        if (result.wants) skip([migration], result.wants, rehearsal);
        // Those after it are tried on what the others make.
        missing.addFailed(migration.path);
        schemas.push(null);
        await stage.leave();
        stage = null;
        if (++failed <= MOST_FAILURES) continue;
        skip(plan.changed.slice(index + 1), `${failed} migrations before it do not apply`, rehearsal);
        break;
      }
      final = result.after;
      schemas.push({ before: result.before, after: result.after });
      if (result.clean) continue;
      await stage.leave();
      stage = null;
    }
  } finally {
    await stage?.leave();
    rehearsal.notChecked.push(...missing.notChecked);
    const skipped = rehearsal.notChecked.some(({ id }) => id === 'rehearsal');
    rehearsal.observations.push(...missing.gaps(skipped));
  }
  rehearsal.baseline = { scripts: baseline.length + seed.length, fromCache: databases.fromCache };
  if (final) rehearsal.observations.push(...leftUnvalidated(unvalidated, final));
  rehearsal.observations.push(...replacements(plan.changed, rehearsal.migrations, schemas));
  const add = ({ observations, notChecked }: Extra) => {
    rehearsal.observations.push(...observations);
    rehearsal.notChecked.push(...notChecked);
  };
  try {
    const open = () => seeded?.lastStage() ?? bare.stage();
    const first = { reports: rehearsal.migrations, written, existing: tables };
    add(await contained('a second run on rows', () => runOnRows(open, plan, first)));
    await seeded?.close();
    const rehearsed = { reports: rehearsal.migrations, schemas };
    add(await contained('re-runs after a failure', () => proveReruns(bare, server, plan, rehearsed)));
  } finally {
    await seeded?.close();
    await bare.close();
  }
}

type Extra = Pick<Rehearsal, 'observations' | 'notChecked'>;

/** What the SQL has made of the database may stop a query of ours: then this check can't be made, and all others stand. */
async function contained(check: string, work: () => Promise<Extra>): Promise<Extra> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    const reason = `Postgres refused a query of the check itself (${error.sqlstate}: ${error.message})`;
    return { observations: [], notChecked: [{ check, reason }] };
  }
}

function scriptsThatRun({ up, down }: Migration<Script>): Script[] {
  return down ? [up, down] : [up];
}

/** What was not finished is told where the migration begins. */
function stopped(migration: Migration<Script> | undefined, error: Error): Observation[] {
  const { message } = error;
  if (migration === undefined) return [];
  const reason =
    error instanceof PostgresError
      ? `Postgres refused a query of the check itself (${error.sqlstate}: ${message})`
      : message;
  const words = `The rehearsal stopped in this migration: ${reason.replace(/\.$/, '')}.`;
  return [observe('rehearsal-stopped', migration.up, undefined, { message: words })];
}

/** Builds the schema before migration `index`: baseline, seed, and the changed migrations before it. */
async function prepare(
  databases: BaselineDatabases,
  server: Server,
  plan: Plan,
  index: number,
  rehearsal: Rehearsal,
): Promise<Stage | null> {
  const stage = await databases.stage();
  if ('obstacle' in stage) {
    const { path, observation, reason: excuse } = stage.obstacle;
    if (observation) rehearsal.observations.push(observation);
    const reason = observation ? `the baseline fails in ${path}` : `the baseline ends at ${path}: ${excuse}`;
    skip(plan.changed.slice(index), reason, rehearsal);
    return null;
  }
  const { session, tracer } = stage;
  if (plan.seed.length > 0) await analyze(stage);
  if (plan.statistics && index === 0) await takeOverStatistics(stage, server, plan.statistics, rehearsal);
  for (const { up } of plan.changed.slice(0, index)) await runScript(session, up, null);
  tracer.unseen();
  return stage;
}

/** Production's statistics, for the tables that hold a row. */
async function takeOverStatistics(
  stage: Stage,
  server: Server,
  statistics: StatisticsFile,
  rehearsal: Rehearsal,
): Promise<void> {
  const { tables, notChecked } = await restoreStatistics(stage, server.major, statistics);
  const none = tables.length === 0 ? 'no table of theirs holds a row here: name a seed file' : notChecked;
  if (none) rehearsal.notChecked.push({ check: 'production’s statistics', reason: none });
}

/** The user's tables only: the system's catalogs take longer than all of them. */
async function analyze({ session }: Stage): Promise<void> {
  const { rows } = await session.query(catalogSql('user tables'));
  const tables = rows[0]?.[0];
  if (tables) await session.query(`ANALYZE ${tables}`);
}

function timelines(changed: Migration<Script>[], reports: MigrationReport[]) {
  return reports.flatMap(({ path, lockTimeline }, index) => {
    const script = changed[index]?.up;
    return script ? [{ path, script, holds: lockTimeline.filter(({ role }) => role === 'up') }] : [];
  });
}

function skip(migrations: Migration<Script>[], reason: string, rehearsal: Rehearsal): void {
  for (const { path } of migrations)
    rehearsal.notChecked.push({ check: `rehearsal of ${path}`, id: 'rehearsal', path, reason });
}
