/** The top of the report: the verdict in words, what was checked, and what must not be overlooked. */

import type { Finding, Report, StatementReport } from '../../report-schema/types.js';
import { code, prose } from '../escape.js';
import { isApplyFailure, isBlocking, orderFindings } from '../order.js';
import { count, countFindings, failedStatements, layoutWords, otherTarget, outcome, serverName } from '../words.js';
import { place, type View } from './view.js';

/** How many apply failures are listed one by one. */
export const MAX_ALERTS = 3;
/** How many folders' layouts are named. */
const MAX_LAYOUTS = 3;

/** The title: what came out, never by colour alone. */
export function title(report: Report): string {
  const doubtful = report.counts.error > 0 || report.statements.notUnderstood > 0;
  const mark = report.verdict === 'fail' ? '❌' : doubtful ? '⚠️' : '✅';
  return `### ${mark} Migration safety: ${verdictInWords(report)}`;
}

export function verdictInWords(report: Report): string {
  const { counts, failOn, verdict } = report;
  if (verdict === 'fail') {
    const broken = brokenInWords(report);
    if (broken) return broken;
    const blocking = {
      error: isBlocking('error', failOn) ? counts.error : 0,
      warning: isBlocking('warning', failOn) ? counts.warning : 0,
      info: isBlocking('info', failOn) ? counts.info : 0,
    };
    const total = blocking.error + blocking.warning + blocking.info;
    return total === 0 ? 'failed' : `${countFindings(blocking)} ${total > 1 ? 'block' : 'blocks'} this change`;
  }
  if (report.migrations.length === 0) return 'no migration changed';
  if (counts.error > 0) return `${countFindings(counts)}, none of which block this change`;
  const unread = report.statements.notUnderstood;
  if (unread > 0) return `passed, but ${count(unread, 'statement')} ${unread === 1 ? 'was' : 'were'} not understood`;
  const passed = report.postgres.server ? 'passed' : 'passed, but nothing was run';
  return counts.warning > 0 ? `${passed}, with ${count(counts.warning, 'warning')}` : passed;
}

/** One sentence: what was checked against what. */
export function checked(view: View): string {
  const { report, context } = view;
  const { postgres, migrations, statements, comparedWith } = report;
  const what = `Checked **${count(migrations.length, 'migration')}** (${count(statements.checked, 'statement')})`;
  // Several databases have a server each: their table names them.
  const one = context.parts ? null : postgres.server;
  const how = one ? ` and ran ${migrations.length === 1 ? 'it' : 'them'} on ${prose(serverName(one))}` : '';
  const shas =
    context.baseSha && context.headSha
      ? `${code(context.baseSha.slice(0, 7))} → ${code(context.headSha.slice(0, 7))}`
      : comparedWith && `against ${prose(comparedWith)}`;
  const target = context.parts ? null : otherTarget(postgres);
  return [
    `${what}${how}${shas ? `, ${shas}` : ''}: ${outcome(report)}.`,
    layouts(report),
    target !== null && `Production is PostgreSQL ${target}: locks and plans can differ from what was seen here.`,
    !postgres.server && migrations.length > 0 && 'No server was used: everything below is read from the SQL.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** How the files were read: a wrong guess would make all else worthless. */
function layouts({ layouts: all }: Report): string {
  const shown = all.slice(0, MAX_LAYOUTS).map(({ root, layout, reason }) => {
    const where = all.length > 1 ? `${code(root === '' ? './' : root, 80)} as ` : 'as ';
    return `${where}${prose(layoutWords(layout), 40)} (${prose(reason, 160)})`;
  });
  if (all.length > MAX_LAYOUTS) shown.push(`and ${all.length - MAX_LAYOUTS} more folders`);
  return shown.length > 0 ? `Read ${shown.join(', ')}.` : '';
}

/** A green result with statements that no rule could read must not look like any other. */
export function unread({ statements }: Report): string {
  const unread = statements.notUnderstood;
  if (unread === 0) return '';
  const were = unread === 1 ? 'statement was' : 'statements were';
  return `> [!WARNING]\n> **${unread} ${were} not understood**, so no rule looked at ${unread === 1 ? 'it' : 'them'}. This result says nothing about ${unread === 1 ? 'it' : 'them'}.`;
}

/** Where applying stops: the first thing that a reader of a red report needs. */
export function applyFailures(view: View): string {
  const all = failures(view.report);
  const shown = all.slice(0, MAX_ALERTS).map((failure) => `> ${sentence(view, failure)}`);
  if (all.length > MAX_ALERTS) shown.push(`> …and ${all.length - MAX_ALERTS} more.`);
  return shown.length > 0 ? `> [!CAUTION]\n${shown.join('\n>\n')}` : '';
}

/** The apply failures that have no finding in the table of their own. */
export function failures(report: Report): (Finding | StatementReport)[] {
  const findings = orderFindings(report.findings).filter(isApplyFailure);
  const reported = new Set(findings.map(({ path }) => path));
  return [...findings, ...failedStatements(report).filter(({ path }) => !reported.has(path))];
}

function brokenInWords(report: Report): string | null {
  const all = failures(report);
  const files = new Set(all.map(({ path }) => path)).size;
  const does = files === 1 ? 'does' : 'do';
  if (files === 0) return null;
  if (all.every((it) => 'rule' in it && it.rule === 'syntax-error')) return `${count(files, 'file')} ${does} not parse`;
  const total = report.migrations.length;
  return total === 1 ? 'the migration does not apply' : `${files} of ${total} migrations ${does} not apply`;
}

function sentence(view: View, failure: Finding | StatementReport): string {
  const where = `**${place(view, failure)}**`;
  if ('rule' in failure) return `${where} ${prose(failure.message)}`;
  const state = failure.sqlstate ? ` ${code(failure.sqlstate, 10)}` : '';
  return `${where} The migration stops here:${state} ${prose(failure.error ?? 'the server refused the statement')}`;
}
