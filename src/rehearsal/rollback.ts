/** Proves a rollback: up, down, compare; then up again, compare again. */
import { type BuiltInId, builtInFinding } from '../built-in.js';
import type { Difference, Location, RerunReport, RollbackReport, Script } from '../model.js';
import { shortName } from '../schema/objects.js';
import { speaksOf, touchesShared } from '../sql/role-names.js';
import { runScript, type ScriptRun } from './apply.js';
import { OWN_ROLE } from './catalogs/snapshot/shared.js';
import { newPlaces, rollbackVerdict } from './data/worth.js';
import { drop, offered, repairs, runInOrder } from './missing-sql.js';
import { type Observation, refused } from './observation.js';
import { type Change, compareRollback, differenceOf, objectOf } from './snapshot/compare.js';
import { compareSnapshots, type Entry, reordered, type Snapshot, takeSnapshot } from './snapshot/snapshot.js';
import { resetSession, type Stage } from './stage.js';

export interface RollbackProof {
  rollback: RollbackReport;
  rerun: RerunReport;
  /** The first run of `down`. */
  run: ScriptRun;
  observations: Observation[];
  /** The database stands as the migration left it, ready for the next one. */
  clean: boolean;
}

/** Runs `down` and `up` again. `before` and `after`: the schema before the migration and after it. */
export async function proveRollback(
  stage: Stage,
  up: Script,
  down: Script,
  before: Snapshot,
  after: Snapshot,
): Promise<RollbackProof> {
  const { session, scratch, tracer } = stage;
  const run = await runScript(session, down, tracer);
  const observations = run.failures.map(({ statement, error }) => refused('down-fails', down, statement, error));
  if (!run.complete) {
    const rollback: RollbackReport = { verdict: 'down fails', differences: [] };
    const rerun: RerunReport = { verdict: 'not checked', differences: [] };
    return { rollback, rerun, run, observations, clean: false };
  }
  await resetSession(session);
  const isOurs = spokenOf([up, down]);
  const rolledBack = await takeSnapshot(scratch);
  const { changes, harmless } = compareRollback(before, rolledBack, isOurs);
  const differences = changes.map(differenceOf);
  observations.push(...changes.map((change) => unrestored(change, up, down)));
  const data = { lost: [], refused: [], dropped: newPlaces(before, after) };
  const rollback: RollbackReport = { verdict: rollbackVerdict(differences, data), differences, data };
  const moved = reordered(before, rolledBack).map(shortName);
  if (moved.length > 0) rollback.reordered = moved;
  if (harmless.length > 0) rollback.harmless = harmless.map(differenceOf);
  const { rerun, observation } = await applyAgain(stage, up, after, isOurs);
  if (observation) observations.push(observation);
  const clean = rerun.verdict === 'repeatable';
  const stands = differences.length > 0 && (await goBack(stage, clean ? down : null, rolledBack));
  const missing = stands ? await missingSql(stage, before, changes, isOurs) : null;
  if (missing !== null) rollback.missingSql = missing;
  return { rollback, rerun, run, observations, clean: clean && differences.length === 0 };
}

async function applyAgain(
  { session, scratch, tracer }: Stage,
  up: Script,
  after: Snapshot,
  isOurs: (shared: Entry) => boolean,
): Promise<{ rerun: RerunReport; observation?: Observation }> {
  const run = await runScript(session, up, null);
  tracer.unseen();
  if (!run.complete) {
    const failure = run.failures.at(-1);
    const rerun: RerunReport = { verdict: 'fails', differences: [] };
    if (failure === undefined) return { rerun };
    const { statement, error } = failure;
    const message = `Applied again after the rollback, the migration fails here: ${error.message} (SQLSTATE ${error.sqlstate}).`;
    return { rerun, observation: { ...refused('rerun-fails', up, statement, error, { message }), fact: {} } };
  }
  await resetSession(session);
  const differences = compareSnapshots(after, await takeSnapshot(scratch), isOurs);
  if (differences.length === 0) return { rerun: { verdict: 'repeatable', differences } };
  const message = `Applied again after the rollback, the migration leads to another schema: ${differences.map(inWords).join('; ')}.`;
  const finding = builtInFinding('rerun-fails', startOf(up), message, {
    evidence: 'observed',
    proof: 'Compared with the schema after the first time',
  });
  return {
    rerun: { verdict: 'differs', differences },
    observation: { finding, at: { path: up.file.path, start: 0 }, fact: {} },
  };
}

/** Whether the schema stands once more as the rollback left it. `down`: run it again first. */
async function goBack({ session, scratch }: Stage, down: Script | null, rolledBack: Snapshot): Promise<boolean> {
  if (down !== null && !(await runScript(session, down, null)).complete) return false;
  await resetSession(session);
  return compareSnapshots(rolledBack, await takeSnapshot(scratch)).length === 0;
}

/** Runs the proposed SQL as a whole, in its order, and says what it doesn't end. */
async function missingSql(
  { session, scratch }: Stage,
  before: Snapshot,
  changes: Change[],
  isOurs: (shared: Entry) => boolean,
): Promise<string | null> {
  const ran = await runInOrder(repairs(changes), ({ sql }) => session.query(sql));
  if (ran.length === 0) return null;
  return offered(ran, changes, compareRollback(before, await takeSnapshot(scratch), isOurs).changes);
}

/** Which roles, and what else a server keeps for all databases, the scripts may have changed. */
function spokenOf(scripts: Script[]): (shared: Entry) => boolean {
  return ({ kind, name }) => {
    if (kind !== 'role') return true;
    return name === OWN_ROLE ? touchesShared(scripts) : speaksOf(scripts, name);
  };
}

const RULES: Record<Difference['change'], BuiltInId | 'down-leaves-object'> = {
  extra: 'down-leaves-object',
  missing: 'down-loses-object',
  changed: 'down-changes-object',
};

function unrestored(what: Change, up: Script, down: Script): Observation {
  const difference = differenceOf(what);
  const { change, kind, name } = difference;
  const proof = `Catalogs compared before the migration and after its rollback: ${inWords(difference)}`;
  const location = startOf(down);
  const extra = { evidence: 'observed', proof } as const;
  const rule = RULES[change];
  const finding =
    rule === 'down-leaves-object'
      ? {
          ...({ rule, severity: 'error', ...location, ...extra } as const),
          message: `The rollback leaves the ${kind} ${shortName(name)} behind.`,
          help: `Drop it in the rollback:\n${drop(objectOf(what)) ?? `-- drop the ${kind} ${shortName(name)}`}`,
        }
      : builtInFinding(
          rule,
          location,
          `${change === 'missing' ? 'The rollback drops' : 'The rollback changes'} the ${kind} ${shortName(name)}, which was there before the migration${change === 'changed' ? `: it was “${difference.before}”, it is “${difference.after}”` : ''}.`,
          extra,
        );
  return {
    finding,
    at: { path: up.file.path, start: -1 },
    fact: change === 'extra' ? { leaves: { kind, name } } : { about: { kind, name } },
  };
}

/** A difference in a few words. */
export function inWords({ change, kind, name }: Difference): string {
  const words = { extra: 'is left behind', missing: 'is gone', changed: 'is not as it was' };
  return `the ${kind} ${shortName(name)} ${words[change]}`;
}

function startOf(script: Script): Location {
  return script.statements[0]?.location ?? { path: script.file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
