/** Findings: the table of what blocks, how to fix it, the rest folded away, and what the server refuted. */

import type { Finding } from '../../report-schema/types.js';
import { prose, row } from '../escape.js';
import { type Group, groupFindings, isApplyFailure, isBlocking, orderFindings, refutedFindings } from '../order.js';
import { count } from '../words.js';
import { groupHelp } from './fix.js';
import { MAX_ALERTS } from './verdict.js';
import { andMore, blocks, fold, lineLink, place, ruleLink, table, type View } from './view.js';

const MAX_LINES = 12;
/** In a row of the table; the JSON report has all. */
const MOST_CONSEQUENCES = 2;

/** The table of what blocks: one row per rule and file. */
export function blockingTable(view: View): string {
  // Apply failures come first, and the first of them are in the alert above the table.
  const findings = blocking(view).filter((finding, at) => !(isApplyFailure(finding) && at < MAX_ALERTS));
  const groups = groupFindings(findings);
  const rows = groups.slice(0, view.limits.blocking).map((group) => groupRow(view, group));
  const hidden = groups.slice(view.limits.blocking).reduce((sum, { findings }) => sum + findings.length, 0);
  return blocks(
    table(['Where', 'What happens', 'Rule', 'Evidence'], rows),
    hidden > 0 && `…and ${count(hidden, 'more blocking problem', 'more blocking problems')}.`,
  );
}

/** The repair of everything that blocks. */
export function fixes(view: View): string {
  const groups = groupFindings(blocking(view)).filter(hasHelp);
  const shown = groups.slice(0, view.limits.fixes);
  if (shown.length === 0) return '';
  return fold(
    view,
    `<b>How to fix</b> (${groups.length})`,
    blocks(
      ...shown.map((group) =>
        blocks(`**${ruleLink(view, group.first)}** · ${places(view, group)}`, groupHelp(view, group)),
      ),
      andMore(view, groups.length - shown.length, 'fix', 'fixes'),
    ),
  );
}

/** Warnings and notes that don't fail the check. */
export function others(view: View): string {
  const { report } = view;
  const rest = orderFindings(report.findings).filter(({ severity }) => !isBlocking(severity, report.failOn));
  return blocks(
    ...(['error', 'warning', 'info'] as const).map((severity) => {
      const findings = rest.filter((it) => it.severity === severity);
      const groups = groupFindings(findings);
      const shown = groups.slice(0, view.limits.rows);
      if (findings.length === 0) return '';
      const body = blocks(
        table(
          ['Where', 'What happens', 'Rule', 'Evidence'],
          shown.map((group) => groupRow(view, group)),
        ),
        ...shown
          .filter(hasHelp)
          .slice(0, view.limits.fixes)
          .map((group) =>
            blocks(`**${ruleLink(view, group.first)}** · ${places(view, group)}`, groupHelp(view, group)),
          ),
        andMore(view, groups.length - shown.length, 'row'),
      );
      return fold(view, count(findings.length, severity === 'info' ? 'note' : severity), body);
    }),
  );
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

function hasHelp({ findings }: Group): boolean {
  return findings.some(({ help, proof }) => help || proof);
}

function blocking({ report }: View): Finding[] {
  return orderFindings(report.findings).filter(({ severity }) => isBlocking(severity, report.failOn));
}

function groupRow(view: View, group: Group): string {
  const rest = group.findings.length - 1;
  const { message: words, consequences = [] } = group.first;
  const also = consequences.slice(0, MOST_CONSEQUENCES).map(({ message }) => ` ${prose(message, 300)}`);
  const message = prose(words, 500) + also.join('') + (rest > 0 ? ` **…and ${rest} more like it.**` : '');
  const evidence = [...new Set(group.findings.map((it) => it.evidence))].join(', ');
  return row([places(view, group), message, ruleLink(view, group.first), evidence]);
}

/** The first place in full, the others by their line. */
function places(view: View, { first, findings }: Group): string {
  const [, ...all] = findings.flatMap((it) => [it, ...(it.places ?? [])]);
  const rest = all.slice(0, MAX_LINES - 1).map((it) => lineLink(view, it));
  const hidden = all.length - rest.length;
  if (hidden > 0) rest.push(`${hidden} more`);
  if (rest.length === 0) return place(view, first);
  return `${place(view, first)} and ${rest.length === 1 && hidden === 0 ? 'line' : 'lines'} ${rest.join(', ')}`;
}
