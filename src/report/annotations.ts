/** Workflow commands: the annotations that GitHub shows beside the lines of the diff. */

import type { Finding, Report, Severity } from '../report-schema/types.js';
import { clean, commandData, commandProperty, oneLine } from './escape.js';
import { orderFindings } from './order.js';
import { saidOf, unmarked } from './words.js';

/** The runner keeps ten annotations of each kind per step and drops the rest silently. */
const PER_KIND = 10;
const HELP_LINES = 12;
const KINDS: Severity[] = ['error', 'warning', 'info'];
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
  const notice = unread(report);
  const used: Record<Severity, number> = { error: 0, warning: notice.length, info: 0 };
  const findings = orderFindings(report.findings);
  const kept = findings.filter((finding) => used[finding.severity]++ < PER_KIND);
  // The caps are per kind, and errors go above warnings, apply failures or not.
  const rank = ({ severity }: Finding) => KINDS.indexOf(severity);
  const commands = kept.sort((a, b) => rank(a) - rank(b)).map(command);
  return { commands: [...notice, ...commands], dropped: findings.length - kept.length };
}

/** A green result with statements that no rule could read must not look like any other. */
function unread({ verdict, statements }: Report): string[] {
  const { notUnderstood } = statements;
  if (verdict === 'fail' || notUnderstood === 0) return [];
  const were = notUnderstood === 1 ? 'statement was' : 'statements were';
  return [
    `::warning title=Passed%2C but not all was read::${notUnderstood} ${were} not understood: no rule looked there.`,
  ];
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
  const lines = finding.help.trimEnd().split('\n');
  const cut = lines.length > HELP_LINES ? [`… migration-safety explain ${finding.rule}`] : [];
  const help = [...lines.slice(0, HELP_LINES), ...cut].join('\n');
  const message = unmarked([...saidOf(finding), help].filter(Boolean).join('\n\n'));
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${commandData(message)}`;
}
