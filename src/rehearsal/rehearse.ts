/** Runs the changed migrations on a scratch database: baseline, up, validation, down, up again. */
import { builtInFinding } from '../built-in.js';
import type { Migration, MigrationReport, NotChecked, Script } from '../model.js';
import { runScript, type ScriptRun } from './apply.js';
import { type Observation, refused } from './observation.js';
import { checklist, type Rehearsed } from './proofs.js';
import { proveRollback } from './rollback.js';
import { PostgresError, type ScratchDatabase, type Server, type Session } from './servers/server.js';
import { takeSnapshot } from './snapshot/snapshot.js';
import { blankReport } from './statement-report.js';
import { type Relations, readRelations, Tracer } from './trace.js';
import { validate } from './validation/validate.js';

export interface Plan {
  changed: Migration<Script>[];
  /** Scripts that build the schema before the change, in order. */
  baseline: Script[];
  /** Scripts that put rows into it. */
  seed: Script[];
}

export interface Rehearsal {
  migrations: MigrationReport[];
  observations: Observation[];
  notChecked: NotChecked[];
}

/** Rehearses the migrations in order. Makes scratch databases on `server` and drops them again; the server stays up. */
export async function rehearse(server: Server, plan: Plan): Promise<Rehearsal> {
  const rehearsal: Rehearsal = { migrations: [], observations: [], notChecked: [] };
  let stage: Stage | null = null;
  try {
    for (const [index, migration] of plan.changed.entries()) {
      stage ??= await prepare(server, plan, index, rehearsal);
      if (stage === null) break;
      const { report, observations, next } = await rehearseMigration(stage, migration, plan.seed.length > 0);
      rehearsal.migrations.push(report);
      rehearsal.observations.push(...observations);
      if (next === 'go on') continue;
      await stage.leave();
      stage = null;
      if (next === 'stop') {
        skipRest(plan.changed.slice(index + 1), `${migration.path} comes before it and does not apply`, rehearsal);
        break;
      }
    }
  } finally {
    await stage?.leave();
  }
  const missing = plan.changed.slice(rehearsal.migrations.length);
  rehearsal.migrations.push(...missing.map((migration) => notRehearsed(migration)));
  return rehearsal;
}

/** A migration that no server has seen. */
export function notRehearsed(migration: Migration<Script>): MigrationReport {
  const { id, path, layout, up, down } = migration;
  return {
    ...{ id, path, layout },
    statements: [up, down].flatMap((script) =>
      script ? script.statements.map((statement) => blankReport(script, statement, 'notRun')) : [],
    ),
    lockTimeline: [],
    rollback: { verdict: down ? 'not checked' : 'no down', differences: [] },
    rerun: { verdict: 'not checked', differences: [] },
    ...{ validations: [], plans: [], proofs: [] },
  };
}

/** A scratch database that stands where the next migration starts. */
interface Stage {
  session: Session;
  /** What stood before the change. */
  existing: Relations;
  leave(): Promise<void>;
}

/** Settings that make a run repeatable: no parallel workers (they hide scans), no JIT, one time zone. */
const SESSION = `SET max_parallel_maintenance_workers = 0; SET max_parallel_workers_per_gather = 0; SET jit = off; SET TimeZone = 'UTC'`;

/** Builds the schema before migration `index`: baseline, seed, and the changed migrations before it. */
async function prepare(server: Server, plan: Plan, index: number, rehearsal: Rehearsal): Promise<Stage | null> {
  const scratch = await server.createScratch();
  const session = await open(scratch);
  const leave = async () => {
    await session.close();
    await scratch.drop();
  };
  await session.query(SESSION);
  for (const script of [...plan.baseline, ...plan.seed]) {
    const failure = await runQuietly(session, script);
    if (failure === null) continue;
    await leave();
    rehearsal.observations.push(failure);
    skipRest(plan.changed.slice(index), `the baseline fails in ${script.file.path}`, rehearsal);
    return null;
  }
  if (plan.seed.length > 0) await session.query('ANALYZE');
  const existing = await readRelations(session);
  for (const { up } of plan.changed.slice(0, index)) await runScript(session, up, new Tracer(session, existing));
  return { session, existing, leave };
}

async function open(scratch: ScratchDatabase): Promise<Session> {
  try {
    return await scratch.connect();
  } catch (error) {
    await scratch.drop();
    throw error;
  }
}

/** Runs a script of the baseline without looking. */
async function runQuietly(session: Session, script: Script): Promise<Observation | null> {
  for (const statement of script.statements) {
    try {
      await session.query(statement.sql);
    } catch (error) {
      if (!(error instanceof PostgresError)) throw error;
      const observation = refused('baseline-fails', script, statement, error);
      const message = `The schema before the change can’t be built, so nothing was rehearsed: ${error.message} (SQLSTATE ${error.sqlstate}).`;
      return { ...observation, finding: { ...observation.finding, message } };
    }
  }
  // A dump may leave settings behind, an empty search_path above all.
  await session.query(`ROLLBACK; RESET ALL; ${SESSION}`);
  return null;
}

type Next = 'go on' | 'rebuild' | 'stop';

async function rehearseMigration(
  { session, existing }: Stage,
  migration: Migration<Script>,
  seeded: boolean,
): Promise<{ report: MigrationReport; observations: Observation[]; next: Next }> {
  const { id, path, layout, up, down, verify } = migration;
  const tracer = new Tracer(session, existing);
  const before = await takeSnapshot(session);
  const run = await runScript(session, up, tracer);
  const observations = run.failures.map(({ statement, error }) => refused('migration-fails', up, statement, error));
  const report: Rehearsed = {
    ...notRehearsed(migration),
    ...{ id, path, layout, statements: run.reports },
    ...(run.madeToRun && { madeToRun: MADE_TO_RUN }),
  };
  if (!run.complete) {
    report.statements = [...run.reports, ...notRehearsed(migration).statements.filter(({ role }) => role === 'down')];
    return { report: { ...report, proofs: checklist(report, before, null) }, observations, next: 'stop' };
  }
  await session.query(`RESET ALL; ${SESSION}`);
  const after = await takeSnapshot(session);
  observations.push(...invalidIndexes(up, run));
  if (verify) {
    const validation = await validate(session, verify, seeded);
    report.validations = validation.validations;
    report.plans = validation.plans;
    observations.push(...validation.observations);
  }
  let next: Next = 'go on';
  if (down) {
    const proof = await proveRollback(session, up, down, before, after, tracer);
    report.rollback = proof.rollback;
    report.rerun = proof.rerun;
    report.statements = [...run.reports, ...proof.reports];
    observations.push(...proof.observations);
    if (!proof.clean) next = 'rebuild';
  }
  return { report: { ...report, proofs: checklist(report, before, after) }, observations, next };
}

const MADE_TO_RUN = 'its statements were then run outside the transaction, so that the rest could be checked';

/** An invalid index is named where the script ends. */
function invalidIndexes(up: Script, { reports }: ScriptRun): Observation[] {
  const last = reports.findLast(({ status }) => status !== 'skipped');
  const statement = up.statements.at(-1);
  if (last === undefined || statement === undefined) return [];
  return last.invalidIndexes.map((name) => ({
    finding: builtInFinding(
      'invalid-index',
      statement.location,
      `The migration leaves the invalid index ${name} behind.`,
      {
        evidence: 'observed',
        proof: `pg_index.indisvalid is false for ${name} after the migration`,
        help: `Drop it and build it again:\nDROP INDEX CONCURRENTLY ${name};`,
      },
    ),
    at: { path: up.file.path, start: statement.start },
    fact: {},
  }));
}

function skipRest(migrations: Migration<Script>[], reason: string, rehearsal: Rehearsal): void {
  for (const { path } of migrations) rehearsal.notChecked.push({ check: `rehearsal of ${path}`, reason });
}
