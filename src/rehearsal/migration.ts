/** Rehearses one migration on a stage: up, validation, down, up again. */
import type { Migration, Script } from '../model.js';
import type { MigrationReport } from '../report/types.js';
import type { ApplicationQuery } from '../sql/queries.js';
import { runScript, type ScriptRun } from './apply.js';
import { hazards } from './hazards/hazards.js';
import { newlyUnvalidated } from './hazards/unvalidated.js';
import { notRehearsed } from './not-rehearsed.js';
import { type Observation, refused } from './observation.js';
import { checklist, type Rehearsed } from './proofs.js';
import { openApplication } from './queries/application.js';
import { queryFindings } from './queries/findings.js';
import { redundantIndexes } from './queries/redundant.js';
import { proveRollback } from './rollback.js';
import { type Snapshot, takeSnapshot } from './snapshot/snapshot.js';
import { invalidIndexFindings, resetSession, type Stage } from './stage.js';
import { lockTimeline } from './trace/timeline.js';
import { validate } from './validation/validate.js';

export interface MigrationRehearsal {
  report: MigrationReport;
  observations: Observation[];
  /** The schema before `up`. */
  before: Snapshot;
  /** The schema after it; null where it did not apply. */
  after: Snapshot | null;
  /** Constraints that it left unvalidated, by their keys in a snapshot. */
  unvalidated: string[];
  /** The database stands as the migration left it, ready for the next one. */
  clean: boolean;
  /** Why nobody can tell whether it applies, where the server lacks what it needs. */
  wants?: string;
}

const MADE_TO_RUN = 'its statements were then run outside the transaction, so that the rest could be checked';

export interface Company {
  /** The tables have the user's rows. */
  seeded: boolean;
  /** The application's queries, which must work before and after. */
  queries: ApplicationQuery[];
  /** Validation scripts besides the migration's own. */
  validation: Script[];
}

/** Leaves the stage as the migration would, or says that it is not `clean`. */
export async function rehearseMigration(
  stage: Stage,
  migration: Migration<Script>,
  { seeded, queries, validation }: Company,
): Promise<MigrationRehearsal> {
  const { session, tracer, tables, missing } = stage;
  const { up, down, verify } = migration;
  const before = stage.snapshot ?? (await takeSnapshot(stage.scratch));
  stage.snapshot = null;
  const application = queries.length > 0 ? await openApplication(stage, queries) : null;
  const run = await runScript(session, up, tracer);
  const excuses = run.failures.map(({ statement, error }) => missing.explain(statement, error));
  const failures = run.failures.filter((_, index) => excuses[index] === undefined);
  const observations = [
    ...failures.map(({ statement, error }) => refused('migration-fails', up, statement, error)),
    ...remains(up, run),
    ...hazards({ script: up, ran: run.ran, existing: tables }),
  ];
  const untouched = notRehearsed(migration);
  const report: Rehearsed = {
    ...untouched,
    statements: [...run.reports, ...untouched.statements.filter(({ role }) => role === 'down')],
    lockTimeline: lockTimeline(run.ran),
    ...(run.madeToRun && { madeToRun: MADE_TO_RUN }),
  };
  if (!run.complete) {
    await application?.close();
    const excused = run.failures.length > 0 && failures.length === 0;
    const told = excused ? untouched : { ...report, proofs: checklist(report, before, null) };
    const wants = excuses.find((excuse) => excuse !== undefined);
    const nothing = { before, after: null, unvalidated: [], clean: false };
    return { report: told, observations, ...nothing, ...(wants !== undefined && { wants }) };
  }
  await resetSession(session);
  const after = await takeSnapshot(stage.scratch);
  const schemas = { before, after, unvalidated: newlyUnvalidated(before, after) };
  observations.push(
    ...(await redundantIndexes(await stage.scratch.observe(), { up, reports: run.reports, before, after })),
  );
  for (const script of [...(verify ? [verify] : []), ...validation]) {
    const validated = await validate(session, script, seeded);
    report.validations.push(...validated.validations);
    report.plans.push(...validated.plans);
    observations.push(...validated.observations);
    if (validated.lost) {
      await application?.close();
      return {
        report: { ...report, proofs: checklist(report, before, after) },
        observations,
        ...schemas,
        clean: false,
      };
    }
  }
  if (application) {
    report.queries = await application.tryAgain();
    await application.close();
    observations.push(...queryFindings(up, run.reports, report.queries));
  }
  let clean = true;
  if (down) {
    const proof = await proveRollback(stage, up, down, before, after);
    report.rollback = { ...report.rollback, ...proof.rollback };
    report.rerun = proof.rerun;
    report.statements = [...run.reports, ...proof.run.reports];
    report.lockTimeline.push(...lockTimeline(proof.run.ran));
    observations.push(...proof.observations, ...hazards({ script: down, ran: proof.run.ran, existing: tables }));
    clean = proof.clean;
  }
  // Where the rollback was proven, the second up led to the same schema as the first.
  if (clean) stage.snapshot = after;
  return { report: { ...report, proofs: checklist(report, before, after) }, observations, ...schemas, clean };
}

function remains(up: Script, { reports }: ScriptRun): Observation[] {
  const last = reports.findLast(({ status }) => status !== 'skipped');
  const failedAt = reports.findIndex(({ status }) => status === 'failed');
  return invalidIndexFindings(up, last?.invalidIndexes ?? [], failedAt);
}
