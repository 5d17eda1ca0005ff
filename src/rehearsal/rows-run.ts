/** Runs the change again on tables that hold a few rows, with the proofs that need them: what fails only there is reported. */
import type { Migration, Script } from '../model.js';
import type { MigrationReport, NotChecked } from '../report-schema/types.js';
import { runsOf } from '../sql/runs.js';
import type { Observation } from '../verdict/observation.js';
import { behindFindings } from './counters/findings.js';
import { countersAfter, countersBefore, type LeftBehind } from './counters/look.js';
import { appliedOnRows, failsWithRows, isNews } from './data/row-failures.js';
import { countRows, lostRows, mayLoseRows } from './data/rows-kept.js';
import { type FirstRun, NO_RELATIONS, reachOfChange, relatedInRuns, relatedOf } from './first-run.js';
import type { BaselineDatabases } from './ground/baseline-databases.js';
import { type Seeding, seedTables } from './ground/seed/seed.js';
import { resetSession } from './ground/session.js';
import type { Stage } from './ground/stage.js';
import type { LookAgain } from './look-again.js';
import type { Plan } from './plan.js';
import type { RelatedRelations } from './probes/related.js';
import { notAsSent, withOutcome } from './proofs/fold.js';
import { PROOFS } from './proofs/list.js';
import type { ProofOutcome, Reason, RowsProof, RowsScene } from './proofs/proof.js';
import { EndedByQuery } from './queries/runs.js';
import { runScript } from './run/apply.js';
import { runsCode } from './run/hazards/unwritten.js';
import { computedFrom, touchedTables } from './run/touched.js';
import { bodiesByName, readStoredCode } from './stored-code/try.js';
import { targetsOf } from './write-cost/compare.js';

/** One row shows NOT NULL, two show uniqueness, three that two weren't chance. */
const ROWS = 3;
const MANY_ROWS = 50;

const NOTHING_TRIED = { done: 0, reason: 'no-rows' as Reason };

const ROWS_PROOFS = PROOFS.filter((proof) => proof.on === 'rows');
/** Those further down in the checklist look first: what the others leave in a table's file would affect them. */
const BY_CARE = [...ROWS_PROOFS].reverse();

export interface RowsRun {
  /** By migration, what INSERTs may leave out after it. */
  leftOut: Map<Migration<Script>, readonly string[]>;
  observations: Observation[];
  notChecked: NotChecked[];
}

interface RunWithLooks extends FirstRun {
  /** Takes what failed, to be tried again at the end. */
  looks: LookAgain;
}

/** Without the queries that turn out to end their session, if they aren't many; each costs a database. */
export async function runOnRows(open: BaselineDatabases['stage'], plan: Plan, first: RunWithLooks): Promise<RowsRun> {
  const begun = [...first.reports];
  const ended: NotChecked[] = [];
  for (;;) {
    try {
      const run = await runOnce(open, plan, first);
      return { ...run, notChecked: [...run.notChecked, ...ended] };
    } catch (error) {
      if (!(error instanceof EndedByQuery) || ended.length === MOST_ENDED) throw error;
      first.reports.splice(0, first.reports.length, ...begun);
      plan = { ...plan, queries: (plan.queries ?? []).filter(({ name }) => name !== error.query) };
      ended.push({ check: `query ${error.query} on rows`, reason: `it ends its own session: ${error.message}` });
    }
  }
}

const MOST_ENDED = 3;

/** `open` makes a database where the change starts, which goes with the run. Takes what is shown into `first.reports`. */
async function runOnce(open: BaselineDatabases['stage'], plan: Plan, first: RunWithLooks): Promise<RowsRun> {
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
async function tryOnRows(open: BaselineDatabases['stage'], plan: Plan, first: RunWithLooks, run: RowsRun) {
  const { reports, existing } = first;
  const touched = new Set([...touchedTables(reports), ...computedFrom(reports)]);
  const costly = plan.changed.some(({ up }) => targetsOf(up, existing).length > 0);
  const related = relatedInRuns(plan, first);
  if (touched.size === 0 && !costly && !isAsked(plan, related)) return NOTHING_TRIED;
  const stage = await open();
  if ('obstacle' in stage) return NOTHING_TRIED;
  try {
    const { session, scratch } = stage;
    // Bytes for each row are a mean, and need more rows than a yes or no does.
    const rows = costly ? MANY_ROWS : ROWS;
    const { maxWriteCost = null, queries = [], seedHints: hints = {} } = plan;
    const seeds = { rows, hints, reach: reachOfChange(plan, first, related) };
    const seeding = await scratch.pastRowSecurity(() => seedTables(session, seeds));
    run.notChecked.push(...unseeded(seeding, touched));
    const runs = runsOf(plan.changed).map((all) => ({ all, memory: new Map<string, unknown>() }));
    for (const [index, migration] of plan.changed.entries()) {
      const [report, written = []] = [reports[index], first.written[index]];
      if (report === undefined) return { done: index, reason: 'incomplete' as Reason };
      const sent = sentWith(migration, runs);
      const its = related[index] ?? NO_RELATIONS;
      const tried = { stage, migration, report, existing, written, sent, related: its, queries };
      const scene: RowsScene = { ...tried, deployed: seeding.catalog, maxWriteCost, hints, seeding };
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
      const bodies = news.length > 0 ? await bodiesIn(stage) : new Map();
      const failing = news.map((failure) => failsWithRows(failure, up, { rows, earlier, bodies }));
      run.observations.push(...failing);
      first.reports[index] = appliedOnRows(report, news, failing);
      if (!again.complete) return { done: index, reason: 'fails-with-rows' as Reason };
      await resetSession(session);
      if (before) {
        const after = await scratch.pastRowSecurity(() => countRows(session));
        run.observations.push(...lostRows(up, again.ran, { before, after }));
      }
      const { behind: all } = await countersAfter(stage, up, counters);
      const behind = all.filter((one) => !isTold(report, one));
      run.observations.push(...behindFindings(up, behind, true));
      const refused = [...notRun(migration, report), ...again.failures.map(({ statement }) => statement.location.line)];
      for (const proof of BY_CARE) {
        const shown = await proof.show({ ...scene, report: reports[index] ?? report }, begun.get(proof));
        const outcome = shown && notAsSent(shown, [...new Set(refused)]);
        run.observations.push(...(outcome?.observations ?? []));
        if (outcome?.again && outcome.status === 'failed')
          first.looks.add(stage, { index, path: up.file.path }, [outcome.again]);
        if (outcome?.leftOut) run.leftOut.set(migration, outcome.leftOut);
        take(first, index, proof, outcome);
      }
    }
    await first.looks.atEnd(stage, plan.changed.length - 1);
    return { done: plan.changed.length, reason: 'no-rows' as Reason };
  } finally {
    await stage.leave();
  }
}

async function bodiesIn({ scratch }: Stage): Promise<ReturnType<typeof bodiesByName>> {
  return bodiesByName((await readStoredCode(await scratch.observe())).functions);
}

function isAsked({ changed, queries = [] }: Plan, related: readonly RelatedRelations[]): boolean {
  if (queries.length > 0 || related.some(({ tables, views }) => tables.length + views.length > 0)) return true;
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
