/** Every statement with what the server was seen to do for it: the timeline shows one of these where it is pointed at. */
import type { MigrationReport, StatementReport } from '../../report-schema/types.js';
import { count, duration } from '../words.js';
import { code, type HtmlPart, html, isEmpty, list, type Markup, prose } from './markup.js';
import { sqlText } from './sql.js';
import { waits } from './timeline.js';
import { andMore, fold, type HtmlView, mark, place } from './view.js';

const MOST_LOCKS = 12;
const MOST_NAMES = 8;
const MOST_NOTICES = 5;
/** Open while they are few. */
const FEW = 3;

export function statements(view: HtmlView, { statements: all, madeToRun }: MigrationReport, id: string): Markup {
  if (all.length === 0) return html``;
  const shown = all.slice(0, view.limits.statements);
  const total = all.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const ran = all.some(({ status }) => status !== 'notRun');
  const items = shown.map((it, at) => html`<li id="${id}-s${at}" class="statement">${statement(view, it)}</li>\n`);
  const body = html`<ol class="statements">${items}</ol>${andMore(all.length - shown.length, 'statement')}`;
  const title = `${count(all.length, 'statement')}${ran ? `, ${duration(total)} in the rehearsal` : ', not run'}`;
  return html`${madeToRun && html`<p>To check the rest, the rehearsal changed how it ran: ${prose(madeToRun)}</p>`}${fold(title, body, all.length <= FEW)}`;
}

function statement(view: HtmlView, it: StatementReport): Markup {
  const facts = it.status === 'applied' || it.status === 'failed' ? observed(it) : html``;
  const role = it.role !== 'up' && html` <span class="quiet">${ROLES[it.role]}</span>`;
  return html`<p class="meta">${place(view, it)} ${result(it)}${role} <span class="quiet">${it.status === 'applied' && duration(it.durationMs)}</span></p><pre><code>${sqlText(it.sql, Math.min(view.limits.sql, 1500))}</code></pre>${facts}`;
}

const ROLES = { up: 'migration', down: 'rollback', verify: 'validation', maintenance: 'maintenance' } as const;

function result({ status, sqlstate }: StatementReport): Markup {
  const state = sqlstate && html` ${code(sqlstate, 10)}`;
  if (status === 'applied') return mark('good', 'applied');
  if (status === 'failed') return mark('bad', html`failed${state}`);
  return mark('open', status === 'skipped' ? 'not reached' : 'not run');
}

function observed(it: StatementReport): Markup {
  const entries: [string, HtmlPart][] = [
    ['Error', it.error && prose(it.error, 800)],
    ['Hint', it.hint && prose(it.hint, 400)],
    ['Takes', locks(it)],
    [
      'Other locks',
      names(it.objectLocks.map(({ object, mode }) => html`<code>${mode}</code> on ${code(object, 100)}`)),
    ],
    ['Waits for', names(it.waits.map((one) => prose(one, 120)))],
    ['Rewrites', names(it.rewrites.map((one) => code(one, 100)))],
    ['Reads all of', names(it.scans.map((one) => code(one, 100)))],
    ['Writes', names(it.rows.map(written))],
    ['Leaves invalid', names(it.invalidIndexes.map((one) => code(one, 100)))],
    ['The server said', names(it.notices.slice(0, MOST_NOTICES).map((one) => prose(one, 300)))],
  ];
  const shown = entries.filter(([, value]) => !isEmpty(value));
  return html`<dl class="seen">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function written({ relation, inserted, updated, deleted }: StatementReport['rows'][number]): Markup {
  const parts = [
    inserted > 0 && `${inserted} inserted`,
    updated > 0 && `${updated} updated`,
    deleted > 0 && `${deleted} deleted`,
  ];
  return html`${code(relation, 100)}: ${list(parts)}`;
}

function locks({ locks: all, status }: StatementReport): HtmlPart {
  if (all === null) return status === 'applied' ? 'could not be observed' : null;
  const felt = all.filter(({ isNew, blocks }) => !isNew && blocks.length > 0);
  if (felt.length === 0) return status === 'applied' ? 'none that others wait for' : null;
  const items = felt
    .slice(0, MOST_LOCKS)
    .map((it) => html`<li><code>${it.mode}</code> on ${code(it.relation, 100)}: ${waits(it)}</li>`);
  const more = felt.length - items.length;
  return html`<ul>${items}${more > 0 && html`<li>and ${more} more</li>`}</ul>`;
}

function names(all: readonly HtmlPart[]): HtmlPart {
  const more = all.length > MOST_NAMES && `and ${all.length - MOST_NAMES} more`;
  return list([...all.slice(0, MOST_NAMES), more]);
}
