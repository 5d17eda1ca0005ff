/** Runs the change again on tables that hold a few rows, with the proofs that need them: what fails only there is reported. */
import type { Migration, Script } from '../model.js';
import type { MigrationReport, NotChecked } from '../report-schema/types.js';
import { shortName } from '../schema/objects.js';
import { runsOf } from '../sql/runs.js';
import type { Observation } from '../verdict/observation.js';
import { behindFindings } from './counters/findings.js';
import { countersAfter, countersBefore, type LeftBehind } from './counters/look.js';
import { appliedOnRows, failsWithRows, isNews } from './data/row-failures.js';
import { countRows, lostRows, mayLoseRows } from './data/rows-kept.js';
import type { BaselineDatabases } from './ground/baseline-databases.js';
import { readCatalog } from './ground/seed/catalog.js';
import { type Seeding, seedTables } from './ground/seed/seed.js';
import { resetSession } from './ground/session.js';
import type { Plan } from './plan.js';
import { type RelatedRelations, relatedTo } from './probes/related.js';
import { notAsSent, withOutcome } from './proofs/fold.js';
import { PROOFS } from './proofs/list.js';
import type { ProofOutcome, Reason, RowsProof, RowsScene } from './proofs/proof.js';
import type { Schemas } from './rerun/reference.js';
import { runScript } from './run/apply.js';
import { runsCode } from './run/hazards/unwritten.js';
import { computedFrom, touchedTables } from './run/touched.js';
import { bodiesByName, readStoredCode } from './stored-code/try.js';
import { targetsOf } from './write-cost/compare.js';

/** One row shows NOT NULL, two show uniqueness, three that two weren't chance. */
const ROWS = 3;
const MANY_ROWS = 50;

const ROWS_PROOFS = PROOFS.filter((proof) => proof.on === 'rows');
/** Those further down in the checklist look first: what the others leave in a table's file would affect them. */
const BY_CARE = [...ROWS_PROOFS].reverse();

/** What the first run has come to, migration by migration. */
export interface FirstRun {
  reports: MigrationReport[];
  /** Tables that each wrote to or rewrote. */
  written: readonly (readonly string[])[];
  /** Tables that existed before the change. */
  existing: ReadonlySet<string>;
  /** The schemas around each migration; null where it doesn't apply. */
  schemas: readonly (Schemas | null)[];
}

export interface RowsRun {
  /** By migration, what INSERTs may leave out after it. */
  leftOut: Map<Migration<Script>, readonly string[]>;
  observations: Observation[];
  notChecked: NotChecked[];
}

/** `open` makes a database where the change starts, which goes with the run. Takes what is shown into `first.reports`. */
export async function runOnRows(open: BaselineDatabases['stage'], plan: Plan, first: FirstRun): Promise<RowsRun> {
  const run: RowsRun = { observations: [], notChecked: [], leftOut: new Map() };
  let done = 0;
  let reason: Reason = 'no-rows';
  try {
    ({ done, reason } = await tryOnRows(open, plan, first, run));
  } finally {
    for (const index of first.reports.keys()) if (index >= done) leaveUntried(plan, first, index, reason);
  }
  return run;
}

/**
 * Does nothing where no statement touches rows that existed before the change, and none makes writes dearer. Returns how many
 * migrations were tried, and why no more.
 */
async function tryOnRows(open: BaselineDatabases['stage'], plan: Plan, first: FirstRun, run: RowsRun) {
  const { reports, existing } = first;
  const touched = new Set([...touchedTables(reports), ...computedFrom(reports)]);
  const costly = plan.changed.some(({ up }) => targetsOf(up, existing).length > 0);
  const related = relatedInRuns(plan, first);
  const nothing = { done: 0, reason: 'no-rows' as Reason };
  const asked =
    (plan.queries ?? []).length > 0 || related.some(({ tables, views }) => tables.length + views.length > 0);
  if (touched.size === 0 && !costly && !asked && !runsAnyCode(plan)) return nothing;
  const stage = await open();
  if ('obstacle' in stage) return nothing;
  try {
    const { session, scratch } = stage;
    // Bytes for each row are a mean, and need more rows than a yes or no does.
    const rows = costly ? MANY_ROWS : ROWS;
    const seeding = await scratch.pastRowSecurity(() => seedTables(session, { rows, hints: plan.seedHints ?? {} }));
    run.notChecked.push(...unseeded(seeding, touched));
    const deployed = await readCatalog(session);
    const runs = runsOf(plan.changed).map((all) => ({ all, memory: new Map<string, unknown>() }));
    for (const [index, migration] of plan.changed.entries()) {
      const [report, written = []] = [reports[index], first.written[index]];
      if (report === undefined) return { done: index, reason: 'incomplete' as Reason };
      const { maxWriteCost = null, queries = [], seedHints: hints = {} } = plan;
      const sent = sentWith(migration, runs);
      const tried = { stage, migration, report, existing, written, sent, related: related[index] ?? NONE, queries };
      const scene: RowsScene = { ...tried, deployed, maxWriteCost, hints, seeding };
      const begun = new Map<RowsProof, unknown>();
      for (const proof of BY_CARE) begun.set(proof, await proof.begin(scene));
      const { up } = migration;
      const applied = report.statements.filter(({ role, status }) => role === 'up' && status === 'applied');
      const counters = await countersBefore(stage, up);
      const before = mayLoseRows(up) ? await scratch.pastRowSecurity(() => countRows(session)) : null;
      if (before) stage.tracer.unseen();
      const again = await runScript(session, up, before && stage.tracer);
      const news = again.failures.filter((failure) => isNews(failure, applied));
      const earlier = plan.changed.slice(0, index).flatMap((one) => one.up.statements);
      const stored = news.length > 0 ? await readStoredCode(await scratch.observe()) : undefined;
      const bodies = bodiesByName(stored?.functions ?? new Map());
      const failing = news.map((failure) => failsWithRows(failure, up, { rows, earlier, bodies }));
      run.observations.push(...failing);
      first.reports[index] = appliedOnRows(report, news, failing);
      if (!again.complete) return { done: index, reason: 'fails-with-rows' as Reason };
      await resetSession(session);
      if (before) {
        const after = await scratch.pastRowSecurity(() => countRows(session));
        run.observations.push(...lostRows(up, again.ran, { before, after }));
      }
      const counted = await countersAfter(stage, up, counters);
      const behind = counted.behind.filter((one) => !isTold(report, one));
      run.observations.push(...behindFindings(up, behind, true));
      const refused = [...notRun(migration, report), ...again.failures.map(({ statement }) => statement.location.line)];
      for (const proof of BY_CARE) {
        const shown = await proof.show({ ...scene, report: reports[index] ?? report }, begun.get(proof));
        const outcome = shown && notAsSent(shown, [...new Set(refused)]);
        run.observations.push(...(outcome?.observations ?? []));
        if (outcome?.leftOut) run.leftOut.set(migration, outcome.leftOut);
        take(first, index, proof, outcome);
      }
    }
    return { done: plan.changed.length, reason: 'no-rows' as Reason };
  } finally {
    await stage.leave();
  }
}

function runsAnyCode({ changed }: Plan): boolean {
  return changed.some(({ up }) => up.statements.some(runsCode));
}

/** The first run has told of what needs no rows. */
function isTold({ proofs }: MigrationReport, { counter: { sequence } }: LeftBehind): boolean {
  return proofs.some(({ check, detail }) => check === 'counters' && detail.includes(sequence.name));
}

function sentWith(
  migration: Migration<Script>,
  runs: readonly { all: readonly Migration<Script>[]; memory: Map<string, unknown> }[],
): RowsScene['sent'] {
  const { all, memory } = runs.find((one) => one.all.includes(migration)) ?? { all: [migration], memory: new Map() };
  return { isFirst: all[0] === migration, isLast: all.at(-1) === migration, memory };
}

const NONE: RelatedRelations = { tables: [], views: [] };

/** Where the tool sends several in one transaction, of all of them. */
function relatedInRuns({ changed }: Plan, first: FirstRun): RelatedRelations[] {
  const own = changed.map((_, index) => relatedOf(first, index));
  const runs = runsOf(changed);
  return changed.map((migration) => {
    const together = (runs.find((run) => run.includes(migration)) ?? []).map(
      (one) => own[changed.indexOf(one)] ?? NONE,
    );
    return {
      tables: [...new Set(together.flatMap(({ tables }) => tables))],
      views: [...new Set(together.flatMap(({ views }) => views))],
    };
  });
}

/** What was there before the change. */
function relatedOf({ schemas, existing }: FirstRun, index: number): RelatedRelations {
  const around = schemas[index];
  if (!around) return NONE;
  const { tables, views } = relatedTo(around.before, around.after);
  const start = schemas.find((one) => one !== null)?.before ?? around.before;
  const old = new Set([...start.values()].flatMap(({ kind, name }) => (kind === 'view' ? [shortName(name)] : [])));
  return { tables: tables.filter((name) => existing.has(name)), views: views.filter((name) => old.has(name)) };
}

function take({ reports }: FirstRun, index: number, proof: RowsProof, outcome: ProofOutcome | null): void {
  const report = reports[index];
  if (outcome === null || report === undefined) return;
  reports[index] = withOutcome(report, proof, outcome);
}

/** What the proofs say where they were not run; nothing of a migration that did not apply. */
function leaveUntried(plan: Plan, first: FirstRun, index: number, reason: Reason): void {
  const [migration, report, written = []] = [plan.changed[index], first.reports[index], first.written[index]];
  if (!migration || !report?.proofs.some(({ check }) => check === 'rollback')) return;
  for (const proof of ROWS_PROOFS) {
    if (report.proofs.some(({ check }) => check === proof.check)) continue;
    const known = { migration, report, existing: first.existing, written, related: relatedOf(first, index) };
    const outcome = proof.untried({ ...known, queries: plan.queries ?? [] }, reason);
    take(first, index, proof, outcome && notAsSent(outcome, notRun(migration, report)));
  }
}

/** Lines that were refused or left out in the first run, or that nobody can follow. */
function notRun({ up, down }: Migration<Script>, { statements }: MigrationReport): number[] {
  const before = statements.filter(({ role, status }) => role === 'up' && status !== 'applied');
  return [...before.map(({ line }) => line), ...(up.unfollowed ?? []), ...(down?.unfollowed ?? [])];
}

function unseeded({ unseeded: tables }: Seeding, touched: ReadonlySet<string>): NotChecked[] {
  return tables
    .filter(({ table }) => touched.has(table))
    .map(({ table, reason }) => ({
      check: `rows in ${table}`,
      reason: `sample rows could not be inserted (${reason}): give seed-hints or a seed file`,
    }));
}
