/** Where several databases were checked: what came out for each. */
import { prose, row } from '../escape.js';
import type { NamedReport } from '../merge.js';
import { count, outcome, serverName } from '../words.js';
import { table } from './view.js';

/** One row for each database; a database without a report has none to show. */
export function databases(reports: readonly NamedReport[], missing: readonly string[]): string {
  const rows = reports.map(({ name, report }) =>
    row([
      prose(name, 80),
      `${report.verdict === 'pass' ? '✅ passed' : '❌ failed'}: ${outcome(report)}`,
      `${count(report.migrations.length, 'migration')}, ${report.postgres.server ? prose(serverName(report.postgres.server)) : 'not run'}`,
    ]),
  );
  const absent = missing.map((name) => row([prose(name, 80), '❌ no report', '']));
  return table(['Database', 'Result', 'Checked'], [...absent, ...rows]);
}
