/** The top of the report: the verdict in words, what was checked, and what must not be overlooked. */

import type { Finding, Report, StatementReport } from '../../report-schema/types.js';
import { code, fence, prose } from '../escape.js';
import { filesOf, type Group, groupFindings, isApplyFailure, isBlocking, orderFindings } from '../order.js';
import {
  count,
  countFindings,
  extent,
  failedStatements,
  isUnchecked,
  layoutWords,
  otherTarget,
  outcome,
  serverName,
} from '../words.js';
import { blocks, commit, fileLines, place, ruleLink, type View } from './view.js';

/** How many of them are told one by one. */
const MAX_ALERTS = 3;
/** How many folders' layouts are named. */
const MAX_LAYOUTS = 3;

/** The title: what came out, never by colour alone. */
export function title(report: Report): string {
  const doubtful = report.counts.error > 0 || report.statements.notUnderstood > 0 || isUnchecked(report);
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
  if (isUnchecked(report)) return 'passed, but nothing was checked';
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
      ? `${commit(view, context.baseSha)} → ${commit(view, context.headSha)}`
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
  if (all.length > MAX_LAYOUTS) shown.push(`and ${count(all.length - MAX_LAYOUTS, 'more folder')}`);
  return shown.length > 0 ? `Read ${shown.join(', ')}.` : '';
}

/** A green result with statements that no rule could read must not look like any other. */
export function unread({ statements }: Report): string {
  const unread = statements.notUnderstood;
  if (unread === 0) return '';
  const were = unread === 1 ? 'statement was' : 'statements were';
  return `> [!WARNING]\n> **${unread} ${were} not understood**, so no rule looked at ${unread === 1 ? 'it' : 'them'}. This result says nothing about ${unread === 1 ? 'it' : 'them'}.`;
}

/** What stops the deploy, and its SQL: the first thing that a reader of a red report needs. */
export function stopping(view: View): string {
  const groups = stoppingGroups(view.report);
  const told = new Set(groups.flatMap(({ findings }) => findings.map(({ path }) => path)));
  const silent = failedStatements(view.report).filter(({ path }) => !told.has(path));
  const all = [...groups.map((group) => groupAlert(view, group)), ...silent.map((it) => statementAlert(view, it))];
  const shown = all.slice(0, MAX_ALERTS);
  if (all.length > MAX_ALERTS) shown.push(`…and ${all.length - MAX_ALERTS} more.`);
  return shown.length > 0 ? quoted(['[!CAUTION]', shown.join('\n\n')].join('\n')) : '';
}

/** The blocking errors that keep a migration from being applied, with all that is of their rule; the first few. */
export function stoppingGroups(report: Report): Group[] {
  const stops = new Set(failedStatements(report).map(placeKey));
  return groupFindings(orderFindings(report.findings).filter(({ severity }) => severity === 'error'))
    .filter(({ findings }) => findings.some((it) => isApplyFailure(it) || stops.has(placeKey(it))))
    .slice(0, MAX_ALERTS);
}

function placeKey({ path, line }: Pick<Finding, 'path' | 'line'>): string {
  return `${path}:${line}`;
}

function groupAlert(view: View, group: Group): string {
  const { first, findings } = group;
  const size = extent(findings);
  const files = filesOf(group).slice(0, view.limits.rows);
  return blocks(
    `**${ruleLink(view, first)}**${size === '' ? '' : ` · ${size} ·`} ${files.map((file) => fileLines(view, file)).join('; ')}`,
    prose(first.message),
    sqlOf(view, first),
  );
}

function statementAlert(view: View, failure: StatementReport): string {
  const state = failure.sqlstate ? ` ${code(failure.sqlstate, 10)}` : '';
  const why = prose(failure.error ?? 'the server refused the statement');
  return blocks(`**${place(view, failure)}** The migration stops here:${state} ${why}`, sqlOf(view, failure));
}

/** The first lines of the statement at a place; empty where the report holds none. */
function sqlOf({ report, limits }: View, { path, line }: Pick<Finding, 'path' | 'line'>): string {
  const statements = report.migrations.flatMap((migration) => migration.statements);
  const sql = statements.find((it) => it.path === path && it.line === line)?.sql;
  if (sql === undefined || limits.sql === 0) return '';
  const lines = sql.trim().split('\n');
  const more = lines.length > MOST_SQL_LINES ? ['…'] : [];
  return fence([...lines.slice(0, MOST_SQL_LINES), ...more].join('\n'), 'sql', 400);
}

const MOST_SQL_LINES = 3;

function quoted(text: string): string {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

function brokenInWords(report: Report): string | null {
  const findings = orderFindings(report.findings).filter(isApplyFailure);
  const statements = failedStatements(report);
  const files = new Set([...findings, ...statements].map(({ path }) => path)).size;
  const does = files === 1 ? 'does' : 'do';
  if (files === 0) return null;
  if (statements.length === 0 && findings.every(({ rule }) => rule === 'syntax-error'))
    return `${count(files, 'file')} ${does} not parse`;
  const total = report.migrations.length;
  return total === 1 ? 'the migration does not apply' : `${files} of ${total} migrations ${does} not apply`;
}
