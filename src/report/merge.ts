/** Several reports as one: a monorepo's databases are checked by a job each, and reported in one comment. Pure. */
import type { NotChecked, Report } from '../report-schema/types.js';

export interface NamedReport {
  /** The database; empty where there is only one. */
  name: string;
  report: Report;
}

/** The reports one after the other; it fails where one of them does, or where one that was expected is missing. */
export function mergeReports(reports: readonly [NamedReport, ...NamedReport[]], missing: readonly string[]): Report {
  const [first, ...rest] = reports;
  if (rest.length === 0 && missing.length === 0) return first.report;
  const all = reports.map(({ report }) => report);
  const sum = (of: (report: Report) => number) => all.reduce((total, report) => total + of(report), 0);
  // A database that nothing changed in had no server, and needs none.
  const rehearsed = all.find(({ postgres, migrations }) => postgres.server !== null && migrations.length > 0);
  const baselines = all.flatMap(({ baseline }) => baseline ?? []);
  const silenced = all.flatMap((report) => report.silenced ?? []);
  return {
    ...first.report,
    ...(baselines.length > 0 && {
      baseline: {
        scripts: baselines.reduce((total, { scripts }) => total + scripts, 0),
        fromCache: baselines.reduce((total, { fromCache }) => total + fromCache, 0),
      },
    }),
    verdict: missing.length > 0 || all.some(({ verdict }) => verdict === 'fail') ? 'fail' : 'pass',
    postgres: (rehearsed ?? first.report).postgres,
    counts: {
      error: sum(({ counts }) => counts.error),
      warning: sum(({ counts }) => counts.warning),
      info: sum(({ counts }) => counts.info),
    },
    statements: {
      checked: sum(({ statements }) => statements.checked),
      notUnderstood: sum(({ statements }) => statements.notUnderstood),
    },
    notChecked: [...missing.map(withoutReport), ...reports.flatMap(named)],
    findings: all.flatMap(({ findings }) => findings),
    ...(silenced.length > 0 && { silenced }),
    migrations: all.flatMap(({ migrations }) => migrations),
    durationMs: sum(({ durationMs }) => durationMs),
  };
}

function withoutReport(name: string): NotChecked {
  return { check: name, reason: 'its job left no report, so nobody knows what it would have found' };
}

function named({ name, report }: NamedReport): NotChecked[] {
  return report.notChecked.map(({ check, reason }) => ({ check: name === '' ? check : `${name}: ${check}`, reason }));
}
