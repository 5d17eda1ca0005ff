/** Runs the change once more on tables that hold a few rows: what succeeds on empty tables and fails there is told. */
import { BUILT_IN } from '../built-in.js';
import type { Script } from '../model.js';
import type { MigrationReport, NotChecked, StatementReport } from '../report/types.js';
import { type Failure, runScript } from './apply.js';
import { dataFindings } from './data/findings.js';
import { withData } from './data/report.js';
import { standing, tryRollback } from './data/rollback-data.js';
import type { Foundation } from './foundation.js';
import { stopsTraffic } from './hazards/hazards.js';
import { type Observation, refused } from './observation.js';
import type { Plan } from './plan.js';
import { type Seeding, seedTables } from './seed/seed.js';
import { resetSession } from './stage.js';
import { Bloat, withBloat, writtenTables } from './write-cost/bloat.js';
import { costFindings, targetsOf, withCosts } from './write-cost/compare.js';
import { WriteCosts } from './write-cost/write-costs.js';

/** One row shows NOT NULL, two show uniqueness, three that two weren't chance. */
const ROWS = 3;
const MANY_ROWS = 50;

/** A new column that must not be null fails for any row there is; everything else depends on what the rows hold. */
const NOT_NULL_VIOLATION = '23502';

export interface RowsProbe {
  observations: Observation[];
  notChecked: NotChecked[];
}

/**
 * Does nothing where no statement touches rows that stood before the change, and none makes writes dearer. `open` makes a
 * database where the change starts, which goes with the probe; `tables` stand there.
 */
export async function probeRows(
  open: Foundation['stage'],
  plan: Plan,
  reports: MigrationReport[],
  tables: ReadonlySet<string>,
): Promise<RowsProbe> {
  const touched = touchedTables(reports);
  const costly = plan.changed.some(({ up }) => targetsOf(up, tables).length > 0);
  if (touched.size === 0 && !costly) return { observations: [], notChecked: [] };
  const { seedHints = {} } = plan;
  const stage = await open();
  if ('obstacle' in stage) return { observations: [], notChecked: [] };
  try {
    const { session, scratch } = stage;
    const targets = plan.changed.map(({ up }) => targetsOf(up, stage.tables));
    // Bytes for each row are a mean, and want more rows than a yes or no does.
    const rows = targets.some((found) => found.length > 0) ? MANY_ROWS : ROWS;
    const seeding = await scratch.pastRowSecurity(() => seedTables(session, { rows, hints: seedHints }));
    const costs = new WriteCosts(stage);
    const bloat = new Bloat(session);
    const observations: Observation[] = [];
    for (const [index, { up, down }] of plan.changed.entries()) {
      const report = reports[index];
      if (!report) break;
      const written = writtenTables(report, tables);
      const before = await scratch.pastRowSecurity(async () => {
        await costs.before(targets[index] ?? []);
        await bloat.before(written);
        return down && restorable(report) ? standing(session) : null;
      });
      const applied = report.statements.filter(({ role, status }) => role === 'up' && status === 'applied');
      const run = await runScript(session, up, null);
      for (const failure of run.failures) {
        if (isNews(failure, applied)) observations.push(failsWithRows(failure, up, rows));
      }
      if (!run.complete) break;
      await resetSession(session);
      const limit = plan.maxWriteCost ?? null;
      const { left, measured } = await scratch.pastRowSecurity(async () => {
        return { left: await bloat.after(), measured: await costs.after() };
      });
      for (const { target, cost } of measured) observations.push(...costFindings(up, target, cost, limit));
      const found = measured.map(({ cost }) => cost);
      const seen = withBloat(withCosts(report, targets[index] ?? [], found, limit), written, left);
      const tried = down && before ? await tryRollback(stage, down, before) : null;
      // Whoever says that there is no way back needn't be told.
      if (down && tried !== null && !seen.rollback.irreversible) observations.push(...dataFindings(down, tried));
      reports[index] = tried === null ? seen : withData(seen, tried);
    }
    return { observations, notChecked: unseeded(seeding, touched) };
  } finally {
    await stage.leave();
  }
}

/** The checklist's lines about rows, where none were written. */
export function unprobed(
  report: MigrationReport,
  up: Script | undefined,
  tables: ReadonlySet<string>,
): MigrationReport {
  const has = (check: string) => report.proofs.some((proof) => proof.check === check);
  if (!has('rollback') || has('bloat')) return report;
  return withBloat(withCosts(report, up ? targetsOf(up, tables) : [], [], null), writtenTables(report, tables), []);
}

/** Whether the rollback ran to its end on empty tables: only then do rows add something. */
function restorable(report: MigrationReport | undefined): boolean {
  return report?.rollback.data !== undefined;
}

/** Tables of the baseline that a statement of the change locked against writes, or wrote to. */
export function touchedTables(reports: MigrationReport[]): Set<string> {
  const tables = new Set<string>();
  for (const { locks, waits } of reports.flatMap(({ statements }) => statements)) {
    for (const lock of locks ?? []) {
      if (stopsTraffic(lock) || (waits.length > 0 && !lock.isNew)) tables.add(lock.relation);
      // INSERT, UPDATE and DELETE: on an empty table they write no row, but they would.
      else if (!lock.isNew && lock.mode === 'ROW EXCLUSIVE') tables.add(lock.relation);
    }
  }
  return tables;
}

/** A failure that the first run, on empty tables, did not have. */
function isNews({ statement }: Failure, applied: StatementReport[]): boolean {
  return applied.some(({ line, sql }) => line === statement.location.line && sql === statement.sql);
}

function failsWithRows({ statement, error }: Failure, up: Script, rows: number): Observation {
  const certain = error.sqlstate === NOT_NULL_VIOLATION && statement.kind === 'AlterTableStmt';
  const what = `${error.message} (SQLSTATE ${error.sqlstate})`;
  const message = certain
    ? `The statement succeeds on an empty table and fails as soon as there is a row: ${what}.`
    : `On tables with a few made-up rows the statement fails: ${what}. Whether it does in production depends on the rows there.`;
  return refused('fails-with-rows', up, statement, error, {
    message,
    proof: `Run on ${rows} rows in each table, Postgres answered ${error.sqlstate}: ${error.message}`,
    help: BUILT_IN['fails-with-rows'].fix,
    ...(!certain && { severity: 'info' }),
  });
}

function unseeded({ unseeded: tables }: Seeding, touched: ReadonlySet<string>): NotChecked[] {
  return tables
    .filter(({ table }) => touched.has(table))
    .map(({ table, reason }) => ({
      check: `rows in ${table}`,
      reason: `no row could be made up for it (${reason}): give seed-hints or a seed file`,
    }));
}
