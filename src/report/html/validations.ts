/** The validation queries: what was expected of them, and what came back. */
import type { MigrationReport, ValidationReport } from '../../report-schema/types.js';
import { oneLine } from '../escape.js';
import { count } from '../words.js';
import { code, html, type Markup, prose } from './markup.js';
import { sqlText } from './sql.js';
import { andMore, fold, type HtmlView, mark, place, table } from './view.js';

const RESULTS: Record<ValidationReport['status'], Markup> = {
  passed: mark('good', 'passed'),
  failed: mark('bad', 'failed'),
  unchecked: mark('open', 'ran, but nothing was expected of it, so it cannot fail'),
  notRun: mark('open', 'not run'),
};
const MOST_ROWS = 5;
const MOST_COLUMNS = 8;

export function validations(view: HtmlView, { validations: all }: MigrationReport): Markup {
  const shown = all.slice(0, view.limits.rows);
  const items = shown.map((it) => html`<li>${validation(view, it)}</li>\n`);
  return html`${items.length > 0 && html`<ol class="statements">${items}</ol>`}${andMore(all.length - shown.length, 'query', 'queries')}`;
}

function validation(view: HtmlView, it: ValidationReport): Markup {
  const expected = it.expectation && html` <span>expected ${code(it.expectation, 120)}</span>`;
  const detail = it.detail && html` <span>${prose(it.detail, 500)}</span>`;
  return html`<p class="meta">${place(view, it)} ${RESULTS[it.status]}${expected}${it.sqlstate && html` ${code(it.sqlstate, 10)}`}${detail}</p><pre><code>${sqlText(it.sql, Math.min(view.limits.sql, 1500))}</code></pre>${result(it)}`;
}

function result({ columns = [], rows, line }: ValidationReport): Markup {
  if (columns.length === 0 || !rows) return html``;
  if (rows.length === 0) return html`<p class="quiet">It gave no rows.</p>`;
  const shown = rows.slice(0, MOST_ROWS);
  const cells = shown.map((row) =>
    row.slice(0, MOST_COLUMNS).map((cell) => (cell === null ? html`<i>null</i>` : code(cell, 80))),
  );
  const head = columns.slice(0, MOST_COLUMNS).map((it) => oneLine(it, 60));
  const wider = columns.length - MOST_COLUMNS;
  const more = html`${andMore(rows.length - shown.length, 'row')}${wider > 0 && html`<p class="more">${count(wider, 'more column')} not shown.</p>`}`;
  return fold(count(rows.length, 'row'), html`${table(`What the query of line ${line} gave`, head, cells)}${more}`);
}
