/** What does not count: left out, silenced, refuted. And each database of a merged report. */
import { refutedFindings } from '../order.js';
import { count, outcome, serverName } from '../words.js';
import { html, type Markup, prose } from './markup.js';
import { andMore, type HtmlView, mark, type PageSection, place, ruleLink, table } from './view.js';

export function notChecked({ report, limits }: HtmlView): PageSection {
  const all = report.notChecked;
  const shown = all.slice(0, limits.rows);
  const items = shown.map(
    ({ check, reason }) => html`<li><strong>${prose(check, 120)}</strong>: ${prose(reason, 600)}</li>`,
  );
  const body = html`${items.length > 0 && html`<ul class="plain">${items}</ul>`}${andMore(all.length - shown.length, 'check')}`;
  return { id: 'not-checked', title: 'Not checked', count: all.length, body };
}

/** Who silenced what, and why. */
export function silenced(view: HtmlView): PageSection {
  const all = view.report.silenced ?? [];
  const shown = all.slice(0, view.limits.rows);
  const rows = shown.map((it) => [
    place(view, it),
    html`${ruleLink(view, it)} <span class="quiet">${it.severity === 'info' ? 'note' : it.severity}</span>`,
    prose(it.message, 400),
    html`${prose(it.by.reason, 300)} (${place(view, it.by)})`,
  ]);
  const body = html`${table('Findings that a comment silences: they do not count', ['Where', 'Rule', 'What happens', 'Reason given'], rows)}${andMore(all.length - shown.length, 'finding')}`;
  return { id: 'silenced', title: 'Silenced', count: all.length, body };
}

/** What a rule predicted and the server showed otherwise. */
export function refuted(view: HtmlView): PageSection {
  const all = refutedFindings(view.report.findings);
  const shown = all.slice(0, view.limits.rows);
  const rows = shown.map((it) => [
    place(view, it),
    ruleLink(view, it),
    prose(it.message, 400),
    prose(it.proof ?? 'no reason given', 400),
  ]);
  const body = html`${table('Predictions that the server refuted: they do not count', ['Where', 'Rule', 'Predicted', 'What the server showed'], rows)}${andMore(all.length - shown.length, 'prediction')}`;
  return { id: 'refuted', title: 'Refuted', count: all.length, body };
}

/** Where several databases were checked: what came out for each. */
export function databases({ context }: HtmlView): PageSection {
  const { reports = [], missing = [] } = context.parts ?? {};
  const rows = [
    ...missing.map((name): (Markup | string)[] => [prose(name, 80), mark('bad', 'no report'), '', '', '']),
    ...reports.map(({ name, report }): (Markup | string)[] => [
      prose(name, 80),
      report.verdict === 'pass' ? mark('good', 'passed') : mark('bad', 'failed'),
      count(report.migrations.length, 'migration'),
      outcome(report),
      report.postgres.server ? serverName(report.postgres.server) : 'not run',
    ]),
  ];
  const body = table(
    'What came out for each database',
    ['Database', 'Result', 'Changed', 'Findings', 'Rehearsed on'],
    rows,
  );
  return { id: 'databases', title: 'Databases', count: rows.length, body };
}
