/** What stops the deploy: where the migration breaks off, then what blocks, rule by rule. */

import type { Finding, Report, StatementReport } from '../../report-schema/types.js';
import { type Group, isApplyFailure, isBlocking, orderFindings } from '../order.js';
import { count, failedStatements, isUnchecked, serverName } from '../words.js';
import { anchorOf, countsOf, orderedGroups } from './findings.js';
import { code, type HtmlPart, html, isEmpty, joined, type Markup, placeName, prose } from './markup.js';
import { frame, type Sources } from './source.js';
import { andMore, type HtmlView, mark, type PageSection, place, table } from './view.js';

/** How many places are told one by one where a migration breaks off. */
const MOST_BREAKS = 3;
const MOST_PLACES = 24;

export function stops(view: HtmlView, sources: Sources): PageSection {
  const { report } = view;
  const groups = orderedGroups(view).map((group, at) => ({ group, at }));
  const blocking = groups.filter(({ group }) => isBlocking(group.first.severity, report.failOn));
  const body = html`${unread(view)}${breaks(view, sources)}${missing(view)}${blockers(view, blocking)}`;
  return {
    id: 'stops',
    title: report.verdict === 'fail' ? 'What stops the deploy' : 'What was shown',
    body: isEmpty(body) ? green(view) : body,
  };
}

/** A green result with statements that no rule could read must not look like any other. */
function unread({ report }: HtmlView): Markup {
  const unread = report.statements.notUnderstood;
  if (unread === 0) return html``;
  const it = unread === 1 ? 'it' : 'them';
  return html`<div class="alert warn"><p><strong>${count(unread, 'statement')} ${unread === 1 ? 'was' : 'were'} not understood</strong>, so no rule looked at ${it}. This result says nothing about ${it}.</p></div>`;
}

/** Where applying stops, with the line. */
function breaks(view: HtmlView, sources: Sources): Markup {
  const all = failures(view.report);
  const anchors = orderedGroups(view);
  const shown = all.slice(0, MOST_BREAKS).map((failure) => {
    const isFinding = 'rule' in failure;
    const at = anchors.findIndex((group) => group.findings.some((it) => it === failure || isAt(it, failure)));
    const said = isFinding
      ? prose(failure.message, 800)
      : html`The migration stops here${failure.sqlstate && html`, SQLSTATE ${code(failure.sqlstate, 10)}`}: ${prose(failure.error ?? 'the server refused the statement', 800)}`;
    const lines = isFinding ? failure : { ...failure, column: 1, endColumn: 1 };
    const framed = frame(view, sources, [lines]);
    const where = isEmpty(framed) ? html`<p>${place(view, failure)}</p>` : framed;
    return html`<div class="alert bad"><p><strong>${said}</strong></p>${where}${at >= 0 && html`<p><a href="#${anchorOf(at)}">Proof, and what to do</a></p>`}</div>`;
  });
  return html`${shown}${andMore(all.length - shown.length, 'place where a migration stops', 'places where migrations stop')}`;
}

/** The findings that say so, and the statements that the server refused in files without one. */
function failures(report: Report): (Finding | StatementReport)[] {
  const findings = orderFindings(report.findings).filter(isApplyFailure);
  const reported = new Set(findings.map(({ path }) => path));
  return [...findings, ...failedStatements(report).filter(({ path }) => !reported.has(path))];
}

/** The rule that knows why the server refused the statement. */
function isAt(finding: Finding, { path, line }: Finding | StatementReport): boolean {
  return finding.path === path && finding.line === line && finding.severity === 'error';
}

function missing({ context }: HtmlView): Markup {
  const missing = context.parts?.missing ?? [];
  if (missing.length === 0) return html``;
  const names = joined(
    missing.map((it) => code(it, 80)),
    ', ',
  );
  return html`<div class="alert bad"><p><strong>${count(missing.length, 'database')} without a report:</strong> ${names}</p></div>`;
}

function blockers(view: HtmlView, blocking: readonly { group: Group; at: number }[]): Markup {
  const rest = blocking.filter(({ group }) => !isApplyFailure(group.first));
  const rules = new Map<string, { group: Group; at: number }[]>();
  for (const one of rest) rules.set(one.group.first.rule, [...(rules.get(one.group.first.rule) ?? []), one]);
  const shown = [...rules].slice(0, view.limits.rows);
  const rows = shown.map(([rule, those]) => [
    code(rule, 80),
    prose(those[0]?.group.first.message ?? '', 260),
    countsOf(those.map(({ group }) => group)),
    places(view, those),
  ]);
  return html`${table('What blocks, by rule', ['Rule', 'What happens', 'Count', 'Where'], rows)}${andMore(rules.size - shown.length, 'rule')}`;
}

/** Each place leads to its finding, while it is shown. */
function places(view: HtmlView, those: readonly { group: Group; at: number }[]): Markup {
  const all = those.flatMap(({ group, at }) =>
    group.findings.flatMap((it) => [it, ...(it.places ?? [])]).map(({ path, line }) => ({ path, line, at })),
  );
  const shown = all.slice(0, MOST_PLACES);
  let before = '';
  const items: HtmlPart[] = shown.map(({ path, line, at }) => {
    const name = path === before ? html`${line}` : placeName(path.split('/').at(-1) ?? path, line);
    before = path;
    return at < view.limits.groups ? html`<a href="#${anchorOf(at)}">${name}</a>` : name;
  });
  const more = all.length - shown.length;
  return html`${joined(items, ', ')}${more > 0 && ` and ${more} more`}`;
}

/** What was shown instead, where nothing is wrong. */
function green({ report }: HtmlView): Markup {
  if (isUnchecked(report)) return html`<p>Nothing was checked: “Not checked” says what, and why.</p>`;
  const proofs = report.migrations.flatMap((it) => it.proofs);
  const of = (status: string) => proofs.filter((it) => it.status === status).length;
  if (report.migrations.length === 0) return html`<p>No migration changed: there was nothing to check.</p>`;
  if (!report.postgres.server) return html`<p>No rule found a reason. Nothing was run, so that nothing is proven.</p>`;
  const open = of('not checked');
  return html`<p class="allclear">${mark('good', `${count(of('proven'), 'fact')} proven on ${serverName(report.postgres.server)}`)}${open > 0 && html` ${mark('open', `${open} not checked`)}`}</p>`;
}
