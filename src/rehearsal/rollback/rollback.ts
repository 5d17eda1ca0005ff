/** Proves a rollback: up, down, compare; then up again, compare again. */
import type { Script, Statement } from '../../model.js';
import type { Difference, RerunReport, RollbackReport } from '../../report-schema/types.js';
import { dotted } from '../../schema/effects/effect.js';
import { fullName, shortName } from '../../schema/objects.js';
import { OWN_ROLE } from '../../servers/catalogs/snapshot/shared.js';
import { refusal } from '../../servers/refusal.js';
import { nodeOf } from '../../sql/ast.js';
import { irreversibleReason } from '../../sql/directives.js';
import { speaksOf, touchesShared } from '../../sql/role-names.js';
import { code } from '../../sql/words.js';
import { differs, type Fact, hazard, leaves } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { newPlaces, rollbackVerdict } from '../data/rollback-verdict.js';
import { resetSession } from '../ground/session.js';
import type { Stage } from '../ground/stage.js';
import { runScript, type ScriptRun } from '../run/apply.js';
import { binding, observe, observeRefusal } from '../run/observe.js';
import { compareRollback, differenceOf, goesWithOwner, objectOf, type SchemaChange } from '../snapshot/compare.js';
import { compareSnapshots, type Entry, reordered, type Snapshot, takeSnapshot } from '../snapshot/snapshot.js';
import { drop, offered, repairs, runInOrder } from './missing-sql.js';
import { recreate } from './recreate.js';

export interface RollbackProof {
  rollback: RollbackReport;
  rerun: RerunReport;
  /** The first run of `down`. */
  run: ScriptRun;
  observations: Observation[];
  /** The schema after it, where it ran to its end as its tool runs it. */
  rolledBack: Snapshot | null;
  /** Why a statement of it was left out, which is no fault of the SQL. */
  wants?: string;
  /** The database is as the migration left it, ready for the next one. */
  clean: boolean;
}

/** Runs `down` and `up` again. `before` and `after`: the schema before the migration and after it. */
export async function proveRollback(
  stage: Stage,
  { up, down }: { up: Script; down: Script },
  { before, after }: { before: Snapshot; after: Snapshot },
): Promise<RollbackProof> {
  const { session, scratch, tracer, missing: lacking } = stage;
  const excuses: string[] = [];
  const run = await runScript(session, down, tracer, (statement, error) => {
    const why = lacking.explain(statement, error);
    if (why !== undefined) excuses.push(why);
    return why !== undefined;
  });
  const observations = run.failures.map(({ statement, error }) =>
    binding(observeRefusal('down-fails', { script: down, statement }, error)),
  );
  const [wants] = excuses;
  if (run.failures.length > 0 || wants !== undefined) {
    // Run outside its transaction it may well lead back: not as its tool runs it.
    const verdict = run.failures.length > 0 ? 'down fails' : 'not checked';
    const rollback: RollbackReport = { verdict, differences: [] };
    const rerun: RerunReport = { verdict: 'not checked', differences: [] };
    const rest = { rolledBack: null, clean: false, ...(wants !== undefined && { wants }) };
    return { rollback, rerun, run, observations, ...rest };
  }
  await resetSession(session);
  const isOurs = spokenOf([up, down]);
  const rolledBack = await takeSnapshot(scratch, after);
  const excused = { isOurs, irreversible: [up, down].some((script) => irreversibleReason(script) !== undefined) };
  const { changes, harmless } = compareRollback({ before, migrated: after, rolledBack }, excused);
  const differences = changes.map(differenceOf);
  observations.push(...changes.map((change) => unrestored(change, down, after)));
  const data = { lost: [], refused: [], dropped: newPlaces(before, after) };
  const rollback: RollbackReport = { verdict: rollbackVerdict(differences, data), differences, data };
  const moved = reordered(before, rolledBack).map(shortName);
  if (moved.length > 0) rollback.reordered = moved;
  if (harmless.length > 0) rollback.harmless = harmless.map(differenceOf);
  const along = harmless.filter((change) => goesWithOwner(change, after));
  for (const change of along) await refusal(session.query(recreate(change) ?? ''));
  const { rerun, observation } = await applyAgain(stage, up, after, isOurs);
  if (observation) observations.push(observation);
  const clean = rerun.verdict === 'repeatable';
  const stands = differences.length > 0 && (await goBack(stage, clean ? down : null, rolledBack));
  const missing = stands ? await missingSql(stage, { before, migrated: after }, changes, excused) : null;
  if (missing !== null) rollback.missingSql = missing;
  return { rollback, rerun, run, observations, rolledBack, clean: clean && differences.length === 0 };
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
    return {
      rerun,
      observation: observeRefusal('rerun-fails', { script: up, statement }, error, {
        message,
        facts: [keptValue(statement, error.sqlstate) ?? hazard('rerun-fails')],
      }),
    };
  }
  await resetSession(session);
  const differences = compareSnapshots(after, await takeSnapshot(scratch, after), isOurs);
  if (differences.length === 0) return { rerun: { verdict: 'repeatable', differences } };
  const message = `Applied again after the rollback, the migration leads to another schema: ${differences.map(inWords).join('; ')}.`;
  const proof = 'Compared with the schema after the first time';
  return {
    rerun: { verdict: 'differs', differences },
    observation: observe('rerun-fails', up, undefined, { message, proof }),
  };
}

const DUPLICATE_OBJECT = '42710';

/** ADD VALUE finds the label that the rollback couldn't take out. */
function keptValue({ node }: Statement, sqlstate: string): Fact | undefined {
  const { typeName, newVal, oldVal } = nodeOf(node, 'AlterEnumStmt') ?? {};
  const name = dotted(typeName);
  if (!name || !newVal || oldVal || sqlstate !== DUPLICATE_OBJECT) return undefined;
  return differs({ kind: 'type', name: fullName(name) });
}

/** Whether the schema is once more as the rollback left it. `down`: run it again first. */
async function goBack({ session, scratch }: Stage, down: Script | null, rolledBack: Snapshot): Promise<boolean> {
  if (down !== null && !(await runScript(session, down, null)).complete) return false;
  await resetSession(session);
  return compareSnapshots(rolledBack, await takeSnapshot(scratch, rolledBack)).length === 0;
}

/** Runs the proposed SQL as a whole, in its order, and says what it doesn't end. */
async function missingSql(
  { session, scratch }: Stage,
  { before, migrated }: Record<'before' | 'migrated', Snapshot>,
  changes: SchemaChange[],
  excused: Parameters<typeof compareRollback>[1],
): Promise<string | null> {
  const ran = await runInOrder(repairs(changes), ({ sql }) => session.query(sql));
  if (ran.length === 0) return null;
  return offered(
    ran,
    changes,
    compareRollback({ before, migrated, rolledBack: await takeSnapshot(scratch, migrated) }, excused).changes,
  );
}

/** Which roles, and what else a server keeps for all databases, the scripts may have changed. */
function spokenOf(scripts: Script[]): (shared: Entry) => boolean {
  return ({ kind, name }) => {
    if (kind !== 'role') return true;
    return name === OWN_ROLE ? touchesShared(scripts) : speaksOf(scripts, name);
  };
}

/** Told at the rollback; the fact is about the migration's own scripts. */
function unrestored(changed: SchemaChange, down: Script, migrated: Snapshot): Observation {
  const difference = differenceOf(changed);
  const { change, kind, name, before, after } = difference;
  const proof = `Catalogs compared before the migration and after its rollback: ${inWords(difference)}`;
  const what = `the ${kind} ${code(shortName(name))}`;
  if (change === 'extra') {
    return observe('down-leaves-object', down, undefined, {
      message: `The rollback leaves ${what} behind.`,
      help: `Drop it in the rollback:\n${drop(objectOf(changed)) ?? `-- drop the ${kind} ${shortName(name)}`}`,
      proof,
      facts: [leaves({ kind, name })],
    });
  }
  const told = { proof, facts: [differs({ kind, name })] as const };
  if (change === 'missing') {
    const sql = forRollback(recreate(changed), down);
    const help = sql === null ? {} : { help: `Create it in the rollback as it was:\n${sql}` };
    const message = migrated.has(objectOf(changed).key)
      ? `The rollback drops ${what}, which was there before the migration.`
      : `The rollback doesn’t bring back ${what}, which goes with the migration.`;
    return observe('down-loses-object', down, undefined, { message, ...help, ...told });
  }
  const message = `The rollback changes ${what}, which was there before the migration. It was “${before}”, and is “${after}”.`;
  return observe('down-changes-object', down, undefined, { message, ...told });
}

/** Beside traffic where the rollback is sent outside a transaction, and nothing but this stands in it. */
function forRollback(sql: string | null, { statements, transaction }: Script): string | null {
  const isAlone = statements.length === 0 && (transaction === 'autocommit' || transaction === 'single-query');
  return isAlone && sql !== null ? sql.replace(/^CREATE (UNIQUE )?INDEX /, '$&CONCURRENTLY ') : sql;
}

/** A difference in a few words. */
export function inWords({ change, kind, name }: Difference): string {
  const words = { extra: 'is left behind', missing: 'is gone', changed: 'is not as it was' };
  return `the ${kind} ${code(shortName(name))} ${words[change]}`;
}
