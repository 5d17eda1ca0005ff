/** Rehearses one migration on a stage: up, then every proof about the schema, the rollback's last. */
import type { Migration, Script, Statement } from '../model.js';
import type { MigrationReport } from '../report-schema/types.js';
import { shortName } from '../schema/objects.js';
import type { Observation } from '../verdict/observation.js';
import { isSpared } from './ground/administrators.js';
import { resetSession } from './ground/session.js';
import type { Stage } from './ground/stage.js';
import type { Again } from './look-again.js';
import { notRehearsed } from './not-rehearsed.js';
import { leftOutWords, MADE_TO_RUN, PARTED } from './proofs/applied.js';
import type { SchemaScene } from './proofs/proof.js';
import { beginSchemaProofs, showApplied, showSchemaProofs } from './proofs/schema-run.js';
import { redundantIndexes } from './queries/redundant.js';
import { type Failure, runScript, type ScriptRun } from './run/apply.js';
import { hazards } from './run/hazards/hazards.js';
import { leftInvalid } from './run/hazards/invalid-indexes.js';
import { newlyUnvalidated } from './run/hazards/unvalidated.js';
import { unwrittenLosses } from './run/hazards/unwritten.js';
import { binding, observeRefusal } from './run/observe.js';
import type { Witness } from './run/seen.js';
import { asInRun, type InRun } from './run/together.js';
import { writtenTables } from './run/touched.js';
import { lockTimeline } from './run/trace/timeline.js';
import { isInvalid, type Snapshot, takeSnapshot } from './snapshot/snapshot.js';

export interface MigrationRehearsal {
  report: MigrationReport;
  observations: Observation[];
  /** The schema before `up`. */
  before: Snapshot;
  /** The schema after it; null where it did not apply. */
  after: Snapshot | null;
  /** Constraints that it left unvalidated, by their keys in a snapshot. */
  unvalidated: string[];
  /** Tables that existed before and that it wrote to or rewrote. */
  written: string[];
  /** The database is as the migration left it, ready for the next one. */
  clean: boolean;
  /** Statements that were left out, which need more rights. */
  leftOut: Statement[];
  /** Tries what failed once more, on the same stage. */
  again: Again[];
  /** Why it can't be determined whether it applies, where the server lacks what it needs. */
  wants?: string;
}

/** What is tried beside the migration's own scripts, and what its tool's run of all pending ones has shown. */
export type MigrationContext = Pick<
  SchemaScene,
  'seeded' | 'queries' | 'validation' | 'earlier' | 'later' | 'statistics'
> & {
  inRun?: InRun;
};

/** Leaves the stage as the migration would, or says that it is not `clean`. */
export async function rehearseMigration(
  stage: Stage,
  migration: Migration<Script>,
  context: MigrationContext,
  witness: Witness,
): Promise<MigrationRehearsal> {
  const { session, tracer, missing, scratch } = stage;
  const { up } = migration;
  const before = stage.snapshot ?? (await takeSnapshot(scratch));
  stage.snapshot = null;
  const deferred: (() => Promise<unknown>)[] = [];
  const { inRun, ...beside } = context;
  const scene: SchemaScene = { stage, migration, before, ...beside, defer: (work) => deferred.push(work) };
  try {
    const begun = await beginSchemaProofs(scene);
    const excuses: string[] = [];
    const alone = await runScript(session, up, tracer, (statement, error) => {
      const why = missing.explain(statement, error);
      // Where nothing but rights depends on it, the rest is looked at without it.
      if (why !== undefined && !isSpared(statement, error)) excuses.push(why);
      return why !== undefined;
    });
    if (inRun?.whole && alone.failures.length > 0)
      return onlyInRun({ script: up, before, untouched: notRehearsed(migration) }, inRun.whole, witness);
    const run = inRun ? asInRun(alone, inRun) : alone;
    const refused = (failure: Failure) => binding(refusalOf(up, failure, !alone.failures.includes(failure)));
    const observations = [
      ...run.failures.map(refused),
      ...leftInvalid(up, run, invalidBefore(before)),
      ...hazards({ script: up, madeToRun: run.madeToRun, ...(inRun?.whole ?? run) }),
    ];
    const untouched = notRehearsed(migration);
    const report = { ...untouched, ...reportOf(run, untouched, inRun) };
    const written = writtenTables(run.ran);
    const [wants] = excuses;
    const spared = run.leftOut.filter(({ statement, error }) => isSpared(statement, error));
    const leftOut = spared.map(({ statement }) => statement);
    const excused = wants !== undefined && run.failures.length === 0;
    if (!excused) witness.ran(up, { ...run, ...inRun?.whole }, inRun?.whole?.earlier);
    // What is left out is missing from all that comes after it.
    if (!run.complete || wants !== undefined) {
      observations.push(...unwrittenLosses(up, (inRun?.whole ?? run).ran, { before, after: null }));
      const told = excused ? untouched : showApplied(report);
      const nothing = { before, after: null, unvalidated: [], written, clean: false, leftOut, again: [] };
      return { report: told, observations, ...nothing, ...(wants !== undefined && { wants }) };
    }
    await resetSession(session);
    const after = await takeSnapshot(scratch, before);
    observations.push(...unwrittenLosses(up, (inRun?.whole ?? run).ran, { before, after }));
    const made = { up, reports: run.reports, before, after };
    observations.push(...(await redundantIndexes(await scratch.observe(), made)));
    const shown = await showSchemaProofs(scene, { run, after, report }, begun, witness);
    observations.push(...shown.observations);
    // Where the rollback was proven, the second up led to the same schema as the first.
    if (shown.clean) stage.snapshot = after;
    const unvalidated = newlyUnvalidated(before, after);
    const { report: told, clean, again } = shown;
    return { report: told, observations, before, after, unvalidated, written, clean, leftOut, again };
  } finally {
    for (const work of deferred) await work();
  }
}

/** What only the tool's one transaction makes of a file was seen there, and what needs the file by itself is not looked at. */
function onlyInRun(
  { script, before, untouched }: { script: Script; before: Snapshot; untouched: MigrationReport },
  whole: NonNullable<InRun['whole']>,
  witness: Witness,
): MigrationRehearsal {
  witness.ran(script, whole, whole.earlier);
  const statements = [...whole.reports, ...untouched.statements.filter(({ role }) => role === 'down')];
  return {
    report: showApplied({ ...untouched, statements, lockTimeline: lockTimeline(whole.ran, whole.later) }),
    observations: hazards({ script, ...whole }),
    ...{
      before,
      after: null,
      unvalidated: [],
      written: writtenTables(whole.ran),
      clean: false,
      leftOut: [],
      again: [],
    },
    wants:
      'it runs only in one transaction with the pending files before it, as its tool sends them: so it was, and what needs it by itself (rollback, rows, a second run) was not looked at',
  };
}

function reportOf(run: ScriptRun, { statements }: MigrationReport, inRun?: InRun): Partial<MigrationReport> {
  const { ran, later } = inRun?.whole ?? { ran: run.ran, later: [] };
  const changed = [
    run.madeToRun && (inRun && inRun.failures.length > 0 ? PARTED : MADE_TO_RUN),
    run.leftOut.length > 0 && leftOutWords(run.leftOut),
  ].filter((words) => words !== false);
  return {
    statements: [...run.reports, ...statements.filter(({ role }) => role === 'down')],
    lockTimeline: lockTimeline(ran, later),
    ...(changed.length > 0 && { madeToRun: changed.join('; ') }),
  };
}

/** `parted`: only the transaction that all pending files share is to blame. */
function refusalOf(script: Script, { statement, error }: Failure, parted: boolean): Observation {
  if (!parted) return observeRefusal('migration-fails', { script, statement }, error);
  const words = `${error.message}${error.sqlstate && ` (SQLSTATE ${error.sqlstate})`}`;
  return observeRefusal('migration-fails', { script, statement }, error, {
    message: `The migration fails here, in the one transaction that its tool opens around all pending files: ${words}. By itself the file runs.`,
    ...(!error.sqlstate && { proof: 'All pending files were run in one transaction, as the tool does' }),
    help: 'Deploy the file by itself, after the pending ones before it are committed: merge it later, or let the tool commit after each file if it can.',
  });
}

/** An index that was invalid before is none of the migration's doing. */
function invalidBefore(before: Snapshot): Set<string> {
  return new Set(
    [...before.values()].filter(isInvalid).map(({ kind, name, table }) => {
      if (kind === 'index') return shortName(name);
      // A constraint's index has its name, and its table's schema.
      const schema = table?.slice(0, table.indexOf('.') + 1) ?? '';
      return shortName(`${schema}${name.slice(name.lastIndexOf('.') + 1)}`);
    }),
  );
}
