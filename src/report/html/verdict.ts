/** The top of the report: what came out, in how many findings, and on what that rests. */
import type { Report } from '../../report-schema/types.js';
import { verdictInWords } from '../markdown/verdict.js';
import { count, fromCache, isUnchecked, layoutWords, otherTarget, placesOf, serverName } from '../words.js';
import { code, type HtmlPart, html, isEmpty, link, list, type Markup, prose } from './markup.js';
import type { HtmlView } from './view.js';

const MOST_LAYOUTS = 5;

/** The word stands for itself; its colour only repeats it. */
export function masthead(view: HtmlView): Markup {
  const { report } = view;
  const { counts: found, statements, migrations, postgres } = report;
  const isRun = migrations.length === 0 || postgres.server !== null;
  const doubtful = found.error > 0 || statements.notUnderstood > 0 || !isRun || isUnchecked(report);
  const tone = report.verdict === 'fail' ? 'bad' : doubtful ? 'warn' : 'good';
  return html`<header class="top ${tone}"><div class="wide">
<p class="kicker">Migration safety report</p>
<h1><span class="verdict">${report.verdict === 'fail' ? 'Fail' : 'Pass'}</span><span class="unseen">: </span>${sentence(report)}</h1>
${counts(report)}
${facts(view)}
</div></header>`;
}

/** The badge has said whether it passed. */
function sentence(report: Report): string {
  const words = verdictInWords(report).replace(/^passed(?:, (?:but )?|$)/, '') || 'nothing stops this change';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function counts(report: Report): Markup {
  const {
    counts: { error, warning, info },
    migrations,
  } = report;
  const proofs = migrations.flatMap((it) => it.proofs);
  const proven = proofs.filter(({ status }) => status === 'proven').length;
  const of: [number, string, string][] = [
    [error, error === 1 ? 'error' : 'errors', 'error'],
    [warning, warning === 1 ? 'warning' : 'warnings', 'warning'],
    [info, info === 1 ? 'note' : 'notes', 'info'],
  ];
  const shown = of.map(
    ([number, word, kind]) => html`<li class="${number > 0 ? kind : 'none'}"><b>${number}</b> ${word}</li>`,
  );
  const at = placesOf(report);
  const places = at !== null && html`<li class="none">in <b>${at}</b> places</li>`;
  const checklist =
    proofs.length > 0 &&
    html`<li class="${proven > 0 ? 'proofs' : 'none'}"><b>${proven}</b> of ${proofs.length} facts proven</li>`;
  return html`<ul class="counts" aria-label="Counts">${shown}${places}${checklist}</ul>`;
}

function facts(view: HtmlView): Markup {
  const { report, context } = view;
  const { postgres, migrations, statements, comparedWith } = report;
  const target = context.parts ? null : otherTarget(postgres);
  const where = context.parts
    ? count(context.parts.reports.length, 'database')
    : postgres.server
      ? serverName(postgres.server)
      : 'nothing: all of this is read from the SQL';
  const commits =
    context.headSha !== undefined &&
    html`${context.baseSha && html`${code(context.baseSha.slice(0, 7))} → `}${code(context.headSha.slice(0, 7))}`;
  const entries: [string, HtmlPart][] = [
    ['Checked', html`${count(migrations.length, 'migration')}, ${count(statements.checked, 'statement')}`],
    [
      'Rehearsed on',
      html`${where}${target !== null && `; production is PostgreSQL ${target}, where locks and plans can differ`}`,
    ],
    ['Compared with', comparedWith && prose(comparedWith, 200)],
    ['Commit', commits],
    ['Cache', fromCache(report)],
    ['Read as', layouts(report)],
    ['Source', context.origin && prose(context.origin, 300)],
    ['Run', context.runUrl && link('log and artifacts', context.runUrl)],
  ];
  const shown = entries.filter(([, value]) => !isEmpty(value));
  return html`<dl class="facts">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function layouts({ layouts: all }: Report): Markup {
  const shown = all.slice(0, MOST_LAYOUTS).map(({ root, layout, reason }) => {
    const where = all.length > 1 && html`${code(root === '' ? './' : root, 80)} as `;
    return html`${where}${prose(layoutWords(layout), 40)} (${prose(reason, 160)})`;
  });
  const more = all.length > MOST_LAYOUTS && `and ${count(all.length - MOST_LAYOUTS, 'more folder')}`;
  return list([...shown, more]);
}
