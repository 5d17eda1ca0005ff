/** Findings: a table by rule with all places, how to fix them, what was silenced, and what the server refuted. */

import type { Severity } from '../../report-schema/types.js';
import { prose, row } from '../escape.js';
import { filesOf, type Group, groupFindings, isBlocking, orderFindings, refutedFindings } from '../order.js';
import { count, extent } from '../words.js';
import { groupHelp } from './fix.js';
import { stoppingGroups } from './verdict.js';
import { andMore, blocks, fileLines, fold, place, ruleLink, table, type View } from './view.js';

/** In a row of the table; the JSON report has all. */
const MOST_CONSEQUENCES = 2;
/** As many fixes as are read without asking for them. */
const FEW = 3;
const MARKS: Record<Severity, string> = { error: '❌', warning: '⚠️', info: 'ℹ️' };

/** Errors and warnings: one row per rule, with every file. What stops the deploy stands above it. */
export function findingsTable(view: View): string {
  const told = new Set(stoppingGroups(view.report).map(({ first }) => first.rule));
  const groups = groupsOf(view, ['error', 'warning']).filter(
    ({ first }) => !(first.severity === 'error' && told.has(first.rule)),
  );
  const shown = groups.slice(0, view.limits.blocking);
  const hidden = groups.slice(shown.length);
  const findings = hidden.reduce((sum, group) => sum + group.findings.length, 0);
  return blocks(
    table(
      ['Finding', 'Evidence'],
      shown.map((group) => groupRow(view, group)),
    ),
    hidden.length > 0 && `…and ${count(findings, 'more finding', 'more findings')} of ${count(hidden.length, 'rule')}.`,
  );
}

/** How to fix what blocks, in sight where it is little; then the rest, folded away. */
export function details(view: View): string[] {
  const { failOn } = view.report;
  const severities: Severity[] = ['error', 'warning', 'info'];
  const blocking = groupsOf(
    view,
    severities.filter((it) => isBlocking(it, failOn)),
  ).filter(hasHelp);
  const rest = severities.filter((it) => !isBlocking(it, failOn));
  return [
    fixes(view, blocking, `<b>How to fix</b> (${count(blocking.length, 'rule')})`, view.open || blocking.length <= FEW),
    ...rest.map((severity) => others(view, severity)),
  ];
}

function others(view: View, severity: Severity): string {
  const groups = groupsOf(view, [severity]);
  const sizeOf = (some: readonly Group[], noun: string) =>
    extent(
      some.flatMap(({ findings }) => findings),
      noun,
    ) || `1 ${noun}`;
  if (severity === 'info') return notes(view, groups, sizeOf(groups, 'note'));
  const helped = groups.filter(hasHelp);
  return fixes(view, helped, `How to fix the ${sizeOf(helped, severity)}`, view.open);
}

function fixes(view: View, groups: readonly Group[], summary: string, open: boolean): string {
  const shown = groups.slice(0, view.limits.fixes);
  if (shown.length === 0) return '';
  const parts = shown.map((group) => blocks(`**${ruleLink(view, group.first)}**`, groupHelp(view, group)));
  return fold(view, summary, blocks(...parts, andMore(view, groups.length - shown.length, 'fix', 'fixes')), open);
}

/** What is good to know: in no table above, so that it says here what and where. */
function notes(view: View, groups: readonly Group[], summary: string): string {
  if (groups.length === 0) return '';
  const shown = groups.slice(0, view.limits.rows);
  const rows = table(
    ['Finding', 'Evidence'],
    shown.map((group) => groupRow(view, group)),
  );
  const helped = shown.filter(hasHelp).slice(0, view.limits.fixes);
  const help = helped.map((group) => blocks(`**${ruleLink(view, group.first)}**`, groupHelp(view, group)));
  return fold(view, summary, blocks(rows, andMore(view, groups.length - shown.length, 'row'), ...help));
}

/** What a rule predicted and the server showed otherwise: no part of the verdict. */
export function refuted(view: View): string {
  const findings = refutedFindings(view.report.findings);
  if (findings.length === 0) return '';
  const shown = findings.slice(0, view.limits.rows);
  const rows = shown.map((it) =>
    row([place(view, it), ruleLink(view, it), prose(it.message, 400), prose(it.proof ?? 'no reason given', 400)]),
  );
  return fold(
    view,
    `${count(findings.length, 'prediction')} that the server refuted`,
    blocks(
      'A rule expected these, and the rehearsal showed otherwise. They do not count.',
      table(['Where', 'Rule', 'Predicted', 'What the server showed'], rows),
      andMore(view, findings.length - shown.length, 'prediction'),
    ),
  );
}

/** What directives silence: who, where, and why. */
export function silenced(view: View): string {
  const all = view.report.silenced ?? [];
  if (all.length === 0) return '';
  const shown = all.slice(0, view.limits.rows);
  const rows = shown.map((it) =>
    row([place(view, it), `${ruleLink(view, it)} (${it.severity})`, prose(it.by.reason, 300), place(view, it.by)]),
  );
  return fold(
    view,
    `${count(all.length, 'finding')} silenced`,
    blocks(
      table(['Where', 'Rule', 'Reason', 'Silenced at'], rows),
      andMore(view, all.length - shown.length, 'finding'),
    ),
  );
}

function groupsOf({ report }: View, severities: readonly Severity[]): Group[] {
  return groupFindings(orderFindings(report.findings).filter(({ severity }) => severities.includes(severity)));
}

function hasHelp({ findings }: Group): boolean {
  return findings.some(({ help, proof }) => help || proof);
}

function groupRow(view: View, group: Group): string {
  const { findings, first } = group;
  const also = (first.consequences ?? []).slice(0, MOST_CONSEQUENCES).map(({ message }) => ` ${prose(message, 300)}`);
  const size = extent(findings);
  const evidence = [...new Set(findings.map((it) => it.evidence))].join(', ');
  const files = filesOf(group);
  const shown = files.slice(0, view.limits.rows).map((file) => fileLines(view, file));
  if (files.length > shown.length) shown.push(count(files.length - shown.length, 'more file'));
  // One broad column: two of text would leave a telephone no room for either.
  return row([
    `${MARKS[first.severity]} ${ruleLink(view, first)}${size === '' ? '' : ` · ${size}`}<br>${prose(first.message, 500)}${also.join('')}<br>${shown.join(' · ')}`,
    evidence,
  ]);
}
