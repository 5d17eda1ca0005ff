/** Workflow commands: the annotations that GitHub shows beside the lines of the diff. */
import type { Finding, Report, Severity } from '../model.js';
import { clean, commandData, commandProperty, oneLine } from './escape.js';
import { orderFindings } from './order.js';

/** The runner keeps ten annotations of each kind per step and drops the rest without a word. */
const PER_KIND = 10;
const HELP_LINES = 12;
const COMMANDS: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** The commands to print, and how many findings had no room. */
export interface Annotations {
  commands: string[];
  dropped: number;
}

/** Render the findings that count as workflow commands, the gravest first, at most ten of each kind. */
export function renderAnnotations(report: Report): Annotations {
  const used: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const findings = orderFindings(report.findings);
  const kept = findings.filter((finding) => used[finding.severity]++ < PER_KIND);
  return { commands: kept.map(command), dropped: findings.length - kept.length };
}

function command(finding: Finding): string {
  const properties = [
    `file=${commandProperty(clean(finding.path).replaceAll('\n', ' '), 1000)}`,
    `line=${finding.line}`,
    `endLine=${finding.endLine}`,
    // The runner drops the columns of a range over several lines, with a warning.
    ...(finding.line === finding.endLine ? [`col=${finding.column}`, `endColumn=${finding.endColumn}`] : []),
    `title=${commandProperty(oneLine(`${finding.rule} (${finding.evidence})`, 255))}`,
  ];
  const help = finding.help.trimEnd().split('\n').slice(0, HELP_LINES).join('\n');
  const message = [finding.message, finding.proof && `Proof: ${finding.proof}`, help].filter(Boolean).join('\n\n');
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${commandData(message)}`;
}
