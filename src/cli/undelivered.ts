/** The short form of a verdict whose report could not be written: it took long to compute. Pure. */

import { oneLine, terminal } from '../report/escape.js';
import { orderFindings } from '../report/order.js';
import type { Report } from '../report-schema/types.js';

const SHOWN = 20;

/** The verdict, and a line for each of the gravest findings. */
export function undelivered(report: Report): string {
  const { error, warning, info } = report.counts;
  const findings = orderFindings(report.findings);
  const lines = findings
    .slice(0, SHOWN)
    .map(
      ({ path, line, severity, rule, message }) =>
        `  ${oneLine(path, 200)}:${line} ${severity} ${rule}: ${oneLine(message, 300)}`,
    );
  const rest = findings.length - lines.length;
  if (rest > 0) lines.push(`  …and ${rest} more`);
  const verdict = `The verdict is ${report.verdict}: errors ${error}, warnings ${warning}, notes ${info}.`;
  return `${terminal([verdict, ...lines].join('\n'))}\n`;
}
