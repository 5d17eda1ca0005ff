/** Runs the changed migrations on scratch databases, in order. */
import type { Migration, Script } from '../model.js';
import type { BaselineReport, MigrationReport, NotChecked } from '../report-schema/types.js';
import { PostgresError, RunTimeExceeded, type Server, ServerLost } from '../servers/server.js';
import { rolesMadeBy } from '../sql/role-names.js';
import { runsOf } from '../sql/runs.js';
import type { Observation } from '../verdict/observation.js';
import { tryApplication } from './application.js';
import { reachOfChange } from './first-run.js';
import { extensionsWanted } from './ground/administrators.js';
import { BaselineDatabases } from './ground/baseline-databases.js';
import { MissingExtensions } from './ground/missing-extension.js';
import type { Obstacle } from './ground/send.js';
import type { Stage } from './ground/stage.js';
import { analyze, takeOverStatistics } from './ground/statistics/take-over.js';
import { tablespaceNotes } from './ground/tablespaces.js';
import { LookAgain } from './look-again.js';
import { withMended } from './mended.js';
import { rehearseMigration } from './migration.js';
import { notRehearsed } from './not-rehearsed.js';
import { pinpoint } from './pinpoint.js';
import type { Plan } from './plan.js';
import { proveReruns } from './rerun/prove.js';
import type { Schemas } from './rerun/reference.js';
import { tryDump } from './restore/dumped.js';
import { replacements } from './rollback/replacements/replacements.js';
import { runOnRows } from './rows-run.js';
import { type Excuse, runScript } from './run/apply.js';
import { withMaker } from './run/forward-reference.js';
import { lockOrder } from './run/hazards/hazards.js';
import { type Introduced, leftUnvalidated } from './run/hazards/unvalidated.js';
import { Witness } from './run/seen.js';
import { type InRun, runTogether } from './run/together.js';
import { SameKey, type Snapshot } from './snapshot/snapshot.js';
import { shownByWrites } from './stored-code/failed-in.js';
import { contained, type Extra, leftOutNotes, skip, stopped } from './told.js';

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
    await new RehearsalRun(server, plan, rehearsal).run();
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

/** Runs a plan. Adds what it finds to `rehearsal` as it goes, so that a lost server loses nothing that was found before. */
class RehearsalRun {
  readonly #server: Server;
  readonly #plan: Plan;
  readonly #rehearsal: Rehearsal;
  readonly #missing: MissingExtensions;
  /** What a second run meets is the schema: copies of it are made quicker without rows. */
  readonly #bare: BaselineDatabases;
  /** With the rows of the seed, where there is one. */
  readonly #seeded: BaselineDatabases | null;
  /** The schemas around each migration; null where it doesn't apply. */
  readonly #schemas: (Schemas | null)[] = [];
  readonly #written: string[][] = [];
  readonly #unvalidated: Introduced[] = [];
  /** What was shown where the tool sends several migrations in one transaction. */
  readonly #inRuns = new Map<Migration<Script>, InRun>();
  readonly #looks = new LookAgain();
  #stage: Stage | null = null;
  #final: Snapshot | null = null;
  /** Tables that existed before the change. */
  #existing: ReadonlySet<string> = new Set();
  #failed = 0;

  constructor(server: Server, plan: Plan, rehearsal: Rehearsal) {
    this.#server = server;
    this.#plan = plan;
    this.#rehearsal = rehearsal;
    this.#missing = new MissingExtensions(server, plan.unread, plan.baseline);
    const { bootstrap = [], baseline, seed } = plan;
    const roles = rolesMadeBy(plan.changed.flatMap(scriptsThatRun));
    const extensions = extensionsWanted([...baseline, ...seed].flatMap(({ statements }) => statements));
    this.#bare = new BaselineDatabases(server, { bootstrap, extensions, scripts: baseline, roles }, this.#missing);
    const rows = { bootstrap: [], scripts: seed, roles };
    this.#seeded = seed.length > 0 ? new BaselineDatabases(server, rows, this.#missing, this.#bare) : null;
  }

  async run(): Promise<void> {
    await this.#applyEach();
    const { baseline, seed, changed } = this.#plan;
    const { migrations, observations } = this.#rehearsal;
    this.#rehearsal.baseline = { scripts: baseline.length + seed.length, fromCache: this.#databases.fromCache };
    if (this.#final) observations.push(...leftUnvalidated(this.#unvalidated, this.#final));
    observations.push(...replacements(changed, migrations, this.#schemas));
    await this.#runAgain();
  }

  get #databases(): BaselineDatabases {
    return this.#seeded ?? this.#bare;
  }

  async #applyEach(): Promise<void> {
    try {
      for (const run of runsOf(this.#plan.changed)) if (run.length > 1) await this.#together(run);
      for (const [index, migration] of this.#plan.changed.entries()) {
        if (!(await this.#apply(migration, index))) break;
      }
    } finally {
      await this.#stage?.leave();
      const { notChecked, observations } = this.#rehearsal;
      notChecked.push(...this.#missing.notChecked);
      const skipped = notChecked.some(({ id }) => id === 'rehearsal');
      observations.push(...this.#missing.gaps(skipped));
    }
  }

  /** As its tool sends it; each is looked at by itself later. */
  async #together(run: Migration<Script>[]): Promise<void> {
    const { changed } = this.#plan;
    const stage = await this.#before(run[0] ? changed.indexOf(run[0]) : 0);
    // Told when the first is to be run by itself.
    if ('obstacle' in stage) return;
    try {
      const excuse: Excuse = (statement, error) => stage.missing.explain(statement, error) !== undefined;
      const scripts = run.map(({ up }) => up);
      const shown = await runTogether(stage.session, scripts, stage.tracer, excuse);
      for (const [at, inRun] of shown.entries()) this.#inRuns.set(run[at] as Migration<Script>, inRun);
    } finally {
      await stage.leave();
    }
  }

  /** False where those after it can't be tried. */
  async #apply(migration: Migration<Script>, index: number): Promise<boolean> {
    const { changed, seed, queries = [], validation = [], statistics } = this.#plan;
    this.#stage ??= await this.#prepare(index);
    const stage = this.#stage;
    if (stage === null) return false;
    if (index === 0) this.#existing = stage.tables;
    const last = index === changed.length - 1;
    const inRun = this.#inRuns.get(migration);
    const later = changed.slice(index + 1);
    const comes = later.map(({ up }) => up);
    const around = { earlier: this.#schemas.flatMap((one) => one ?? []), later: comes };
    const beside = { seeded: seed.length > 0, queries, validation: last ? validation : [], statistics };
    const context = { ...beside, ...around, ...(inRun && { inRun }) };
    const result = await rehearseMigration(stage, migration, context, this.#rehearsal.seen);
    this.#rehearsal.migrations.push(result.report);
    this.#written.push(result.written);
    this.#rehearsal.notChecked.push(...leftOutNotes(result.leftOut));
    this.#rehearsal.observations.push(...result.observations.map((observation) => withMaker(observation, later)));
    this.#unvalidated.push({ up: migration.up, reports: result.report.statements, keys: result.unvalidated });
    if (result.after === null) return this.#leaveOut(migration, later, result.wants);
    this.#final = result.after;
    if (last && result.clean) await this.#looks.atEnd(stage, index);
    this.#looks.add(stage, { index, path: migration.up.file.path }, result.again);
    this.#schemas.push({ before: result.before, after: result.after });
    if (!result.clean) await this.#leave(stage);
    return true;
  }

  /** Those after it are tried on what the others make, up to a number. `wants`: why it didn't apply, if not for its SQL. */
  async #leaveOut(
    migration: Migration<Script>,
    later: Migration<Script>[],
    wants: string | undefined,
  ): Promise<boolean> {
    if (wants) skip([migration], wants, this.#rehearsal);
    this.#missing.addFailed(migration.path);
    this.#schemas.push(null);
    if (this.#stage) await this.#leave(this.#stage);
    if (++this.#failed <= MOST_FAILURES) return true;
    skip(later, `${this.#failed} migrations before it do not apply`, this.#rehearsal);
    return false;
  }

  async #leave(stage: Stage): Promise<void> {
    await stage.leave();
    this.#stage = null;
  }

  /** Null where the schema before migration `index` can't be built, which is said. */
  async #prepare(index: number): Promise<Stage | null> {
    const { changed, statistics, baseline, seed } = this.#plan;
    const stage = await this.#before(index);
    if ('obstacle' in stage) {
      const { path, observation, reason: excuse } = stage.obstacle;
      if (observation) this.#rehearsal.observations.push(observation);
      const reason = observation ? `the baseline fails in ${path}` : `the baseline ends at ${path}: ${excuse}`;
      skip(changed.slice(index), reason, this.#rehearsal);
      return null;
    }
    const scripts = [...baseline, ...seed, ...changed.flatMap(scriptsThatRun)];
    if (index === 0) this.#rehearsal.notChecked.push(...(await tablespaceNotes(stage.session, scripts)));
    if (statistics && index === 0) {
      await takeOverStatistics(stage, this.#server, statistics, this.#rehearsal);
      stage.tracer.unseen();
    }
    return stage;
  }

  /** Builds the schema before migration `index`: baseline, seed, and the changed migrations before it. */
  async #before(index: number): Promise<Stage | { obstacle: Obstacle }> {
    const { changed, seed } = this.#plan;
    const stage = await this.#databases.stage();
    if ('obstacle' in stage) return stage;
    if (seed.length > 0) await analyze(stage);
    for (const { up } of changed.slice(0, index)) await runScript(stage.session, up, null);
    stage.tracer.unseen();
    return stage;
  }

  /** What is shown on further databases: with rows, and after failures halfway. */
  async #runAgain(): Promise<void> {
    const [bare, seeded, plan] = [this.#bare, this.#seeded, this.#plan];
    const { migrations: reports, observations, notChecked } = this.#rehearsal;
    const add = (extra: Extra) => {
      observations.push(...extra.observations);
      notChecked.push(...extra.notChecked);
    };
    try {
      const open = () => (plan.application ? seeded?.stage() : seeded?.lastStage()) ?? bare.stage();
      const first = { reports, written: this.#written, existing: this.#existing, schemas: this.#schemas };
      const onRows = async () => {
        const run = await runOnRows(open, plan, { ...first, looks: this.#looks });
        for (const [{ up }, columns] of run.leftOut) this.#rehearsal.seen.leavesOut(up, columns);
        return run;
      };
      add(await contained('a second run on rows', onRows));
      observations.splice(0, observations.length, ...shownByWrites(withMended(observations, this.#looks.working)));
      const whole = this.#schemas.length === plan.changed.length && !this.#schemas.includes(null);
      const stage = () => (seeded ?? bare).stage();
      const pinpointed = async () => {
        const placed = await pinpoint(stage, plan, first, observations);
        observations.splice(0, observations.length, ...placed);
        return { observations: [], notChecked: [] };
      };
      add(await contained('which statement broke what', pinpointed));
      add(await contained('the application’s program', () => tryApplication(stage, plan, { reports, whole })));
      const known = { reports, whole, known: observations, reach: () => reachOfChange(plan, first) };
      const dumped = () => tryDump({ open: stage, server: this.#server, plan, ...known });
      add(await contained('whether a dump can be restored', dumped));
      await seeded?.close();
      const rehearsed = { reports, schemas: this.#schemas };
      add(await contained('re-runs after a failure', () => proveReruns(bare, this.#server, plan, rehearsed)));
    } finally {
      await seeded?.close();
      await bare.close();
    }
  }
}

function scriptsThatRun({ up, down }: Migration<Script>): Script[] {
  return down ? [up, down] : [up];
}

/** Of what a run sends in one transaction, only the first: the others are no transactions of their own. */
function timelines(changed: Migration<Script>[], reports: MigrationReport[]) {
  const firsts = new Set(runsOf(changed).map(([first]) => first));
  return reports.flatMap(({ path, lockTimeline }, index) => {
    const migration = changed[index];
    if (migration === undefined || !firsts.has(migration)) return [];
    return [{ path, script: migration.up, holds: lockTimeline.filter(({ role }) => role === 'up') }];
  });
}
