/** The report for a terminal. */

import type { Report } from '../report-schema/types.js';
import { oneLine, shortPath, terminal } from './escape.js';
import { isApplyFailure, orderFindings, refutedFindings } from './order.js';
import { type Paint, painter } from './paint.js';
import { condensed, SCREENS } from './text-condensed.js';
import { evidence } from './text-evidence.js';
import { renderFinding, sentence } from './text-finding.js';
import { checklists, tally } from './text-summary.js';
import {
  count,
  duration,
  failedStatements,
  fromCache,
  isUnchecked,
  layoutWords,
  otherTarget,
  outcome,
  serverName,
} from './words.js';

/** How the terminal looks, and the files that code frames are cut from. */
export interface TextOptions {
  color: boolean;
  width: number;
  /** Path to text. A finding in a file that isn't here has no code frame. */
  sources: ReadonlyMap<string, string>;
  /** Everything, however long. */
  verbose?: boolean;
}

/** Lines that are read without scrolling. */
const SCREEN = 60;
/** Of a finding in full. */
const LEAST_LINES = 3;
/** A report that is longer says its verdict first, too: whoever sees its top has it, and whoever sees its end. */
const SHORT = 5;

/** More migrations than this are listed in the JSON report only. */
const MOST_EVIDENCE = 3;

/** Render the report: in full while it fits a screen or is asked for, else what was found by rule. The verdict is the last line. */
export function renderText(report: Report, options: TextOptions): string {
  // Each finding takes its place, its message and its lines of SQL: of many there is no need to draw them all to know.
  const fits = options.verbose || orderFindings(report.findings).length <= SCREEN / LEAST_LINES;
  const full = fits ? framed(report, options, inFull(report, options)) : null;
  if (full !== null && (options.verbose || isShort(full, SCREEN))) return full;
  const paint = painter(options.color);
  const stopped = stops(report, options.width, paint, MOST_STOPS);
  let text = '';
  for (const screen of SCREENS) {
    text = framed(report, options, [stopped, ...condensed(report, { ...options, paint, screen })]);
    if (isShort(text, SCREEN)) break;
  }
  return text;
}

function isShort(text: string, lines: number): boolean {
  return text.split('\n').length - 1 <= lines;
}

/** With the verdict as the last line; long ones begin with it. */
function framed(report: Report, { color }: TextOptions, parts: readonly string[]): string {
  const paint = painter(color);
  const text = [...parts, verdict(report, paint)].filter(Boolean).join('\n\n');
  return `${isShort(text, SHORT) ? '' : `${verdict(report, paint)}\n\n`}${text}\n`;
}

function inFull(report: Report, { color, width, sources }: TextOptions): string[] {
  const paint = painter(color);
  return [
    ...orderFindings(report.findings).map((it) => renderFinding(it, sources.get(it.path), width, paint)),
    stops(report, width, paint),
    silenced(report, width, paint),
    refuted(report, width, paint),
    ...report.migrations.slice(0, MOST_EVIDENCE).map((migration) => evidence(migration, width, paint)),
    ...checklists(report.migrations, width, paint),
    notChecked(report, width, paint),
    layouts(report, width),
    tally(report.findings, paint),
  ];
}

/** Where the server stopped, unless a finding says it already. */
function stops(report: Report, width: number, paint: Paint, most = Number.POSITIVE_INFINITY): string {
  const told = orderFindings(report.findings).filter(({ severity }) => severity === 'error');
  const untold = failedStatements(report).filter(
    ({ path, line }) => !told.some((it) => it.path === path && (isApplyFailure(it) || it.line === line)),
  );
  const rest = untold.length - most;
  return untold
    .slice(0, most)
    .map(({ path, line, sqlstate, error }) => {
      const why = [sqlstate, error ?? 'the server refused the statement'].filter(Boolean).join(' ');
      const where = terminal(`${shortPath(path)}:${line}`);
      return `${paint('red', 'The migration stops at')} ${paint('bold', where)}\n${sentence(why, width)}`;
    })
    .concat(rest > 0 ? [`…and ${rest} more ${rest === 1 ? 'migration stops' : 'migrations stop'}.`] : [])
    .join('\n');
}

/** On one screen. */
const MOST_STOPS = 2;

/** What directives silence, with the reason that its author gives. */
function silenced({ silenced: all = [] }: Report, width: number, paint: Paint): string {
  if (all.length === 0) return '';
  const lines = all.flatMap(({ path, line, rule, severity, by }) => [
    `  ${terminal(`${shortPath(path)}:${line}`)}  ${severity}  [${oneLine(rule, 80)}]`,
    sentence(`Line ${by.line}: ${by.reason}`, width, '    '),
  ]);
  return [paint('bold', 'Silenced (not counted)'), ...lines].join('\n');
}

function refuted({ findings }: Report, width: number, paint: Paint): string {
  const all = refutedFindings(findings);
  if (all.length === 0) return '';
  const lines = all.flatMap(({ path, line, rule, proof }) => [
    `  ${terminal(`${shortPath(path)}:${line}`)}  [${oneLine(rule, 80)}]`,
    sentence(proof ?? 'no reason given', width, '    '),
  ]);
  return [paint('bold', 'Predicted, and refuted by the server (not counted)'), ...lines].join('\n');
}

function notChecked({ notChecked, statements }: Report, width: number, paint: Paint): string {
  const lines = notChecked.map(({ check, reason }) => sentence(`– ${check}: ${reason}`, width));
  const unread = statements.notUnderstood;
  if (unread > 0) {
    const [were, them] = unread === 1 ? ['was', 'it'] : ['were', 'them'];
    lines.unshift(sentence(`– ${count(unread, 'statement')} ${were} not understood: no rule looked at ${them}`, width));
  }
  return lines.length > 0 ? [paint('yellow', 'Not checked'), ...lines].join('\n') : '';
}

/** How the files were read. */
function layouts({ layouts: all }: Report, width: number): string {
  return all
    .map(({ root, layout, reason }) => sentence(`Read ${root || './'} as ${layoutWords(layout)}: ${reason}`, width))
    .join('\n');
}

function verdict(report: Report, paint: Paint): string {
  const { migrations, statements, postgres } = report;
  const target = otherTarget(postgres);
  const cached = fromCache(report);
  const what = [
    count(migrations.length, 'migration'),
    count(statements.checked, 'statement'),
    ...(statements.notUnderstood > 0 ? [`${statements.notUnderstood} not understood`] : []),
    postgres.server ? serverName(postgres.server) : 'no server',
    ...(cached === null ? [] : [cached]),
    ...(target === null ? [] : [`production is PostgreSQL ${target}`]),
  ].join(', ');
  const word = verdictWord(report, paint);
  const came = isUnchecked(report) && report.verdict === 'pass' ? [] : [outcome(report)];
  return `${word}  ${[...came, what, duration(report.durationMs)].join('  ·  ')}`;
}

/** Green is for what was read whole. */
function verdictWord(report: Report, paint: Paint): string {
  const { verdict, statements, counts } = report;
  if (verdict === 'fail') return paint(['red', 'bold'], 'FAIL');
  // With fail-on never errors don't fail the check; they are no pass, either.
  if (counts.error > 0) return paint(['yellow', 'bold'], 'REPORTED ONLY');
  if (isUnchecked(report)) return paint(['yellow', 'bold'], 'PASS, BUT NOTHING WAS CHECKED');
  const unread = statements.notUnderstood;
  if (unread === 0) return paint(['green', 'bold'], 'PASS');
  return paint(['yellow', 'bold'], `PASS, BUT ${count(unread, 'STATEMENT', 'STATEMENTS')} NOT UNDERSTOOD`);
}
