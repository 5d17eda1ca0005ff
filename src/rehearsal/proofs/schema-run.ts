/** Runs the proofs about the schema around a migration. */
import type { MigrationReport } from '../../report-schema/types.js';
import type { Observation } from '../../verdict/observation.js';
import type { Again } from '../look-again.js';
import type { ScriptRun } from '../run/apply.js';
import { hazards } from '../run/hazards/hazards.js';
import type { Witness } from '../run/seen.js';
import { lockTimeline } from '../run/trace/timeline.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import applied from './applied.js';
import { notAsSent, withOutcome } from './fold.js';
import { PROOFS } from './list.js';
import { notChecked, type ProofOutcome, type SchemaApplied, type SchemaProof, type SchemaScene } from './proof.js';

const SCHEMA_PROOFS = PROOFS.filter((proof) => proof.on === 'schema').sort(
  (a, b) => Number(a.last ?? false) - Number(b.last ?? false),
);

type BegunProofs = ReadonlyMap<SchemaProof, unknown>;

/** The first looks, before the migration. */
export async function beginSchemaProofs(scene: SchemaScene): Promise<BegunProofs> {
  const begun = new Map<SchemaProof, unknown>();
  for (const proof of SCHEMA_PROOFS) begun.set(proof, await proof.begin?.(scene));
  return begun;
}

/** Of a migration that did not come to its end, only that is shown. */
export function showApplied(report: MigrationReport): MigrationReport {
  return withOutcome(report, applied, applied.show({ report }));
}

export interface ShownProofs {
  report: MigrationReport;
  observations: Observation[];
  /** The database is as the migration left it. */
  clean: boolean;
  /** Tries what failed once more. */
  again: Again[];
}

export interface AppliedRun {
  run: ScriptRun;
  after: Snapshot;
  report: MigrationReport;
}

/** The second looks, where the migration was applied. */
export async function showSchemaProofs(
  scene: SchemaScene,
  { run, after, report: bare }: AppliedRun,
  begun: BegunProofs,
  witness: Witness,
): Promise<ShownProofs> {
  const observations: Observation[] = [];
  const again: Again[] = [];
  let report = bare;
  let clean = true;
  let ended = false;
  const { up, down } = scene.migration;
  const unfollowed = up.unfollowed ?? [];
  const stopped = [...run.failures, ...run.leftOut].map(({ statement }) => statement.location.line);
  const refused = [...stopped, ...unfollowed, ...(down?.unfollowed ?? [])];
  for (const proof of SCHEMA_PROOFS) {
    const at: SchemaApplied = {
      ...scene,
      ...{ run, after, report },
      endSession() {
        ended = true;
        clean = false;
      },
      spoil() {
        clean = false;
      },
      ran(script, its) {
        const statements = [...report.statements.filter(({ role }) => role !== script.role), ...its.reports];
        report = { ...report, statements, lockTimeline: [...report.lockTimeline, ...lockTimeline(its.ran)] };
        observations.push(...hazards({ script, ...its }));
        witness.ran(script, its);
      },
      rolledBack(schema) {
        if (refused.length === 0) witness.rolledBack(scene.migration, { before: scene.before, rolledBack: schema });
      },
    };
    const shown = ended ? STOPPED : await proof.show(at, begun.get(proof));
    const outcome = shown && ofNothing(shown, run);
    if (outcome === null) continue;
    observations.push(...(outcome.observations ?? []));
    if (outcome.again && outcome.status === 'failed') again.push(outcome.again);
    report = withOutcome(report, proof, notAsSent(outcome, proof === applied ? unfollowed : refused));
  }
  return { report, observations, clean, again };
}

/** Of a migration without statements nothing is shown, however well that goes. */
function ofNothing(outcome: ProofOutcome, { reports }: ScriptRun): ProofOutcome {
  if (reports.length > 0 || outcome.status !== 'proven') return outcome;
  return { ...outcome, status: 'not checked', reason: 'no-statement', detail: 'the migration holds no statement' };
}

const STOPPED = notChecked('stopped', 'a validation query had to be stopped, and the session with it');
