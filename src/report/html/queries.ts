/** The application's queries and the plans that were asked for: before and after. */
import type { MigrationReport, PlanReport, QueryReport } from '../../report-schema/types.js';
import { count } from '../words.js';
import { code, type HtmlPart, html, type Markup, prose } from './markup.js';
import { andMore, type HtmlView, lineOf, mark, place, table } from './view.js';

const PLANS: Record<PlanReport['status'], Markup> = {
  chosen: mark('good', 'chosen'),
  usable: mark('open', 'usable, not chosen on these tables'),
  'not used': mark('bad', 'not used'),
};
const RESULTS: Record<QueryReport['status'], Markup> = {
  works: mark('good', 'works'),
  breaks: mark('bad', 'breaks'),
  'breaks where prepared': mark('bad', 'breaks where it was prepared before'),
  'fails already': mark('open', 'fails on the old schema, too'),
  'not checked': mark('open', 'not checked'),
};

export function plans(view: HtmlView, { plans: all }: MigrationReport): Markup {
  const shown = all.slice(0, view.limits.rows);
  const rows = shown.map((it): HtmlPart[] => [lineOf(view, it), code(it.index, 120), PLANS[it.status], nodes(it.plan)]);
  return html`${table('Query plans, and the index that each shall use', ['Query', 'Index', 'Result', 'Plan'], rows)}${andMore(all.length - shown.length, 'plan')}`;
}

/** Those that break or have another plan; the rest is counted. */
export function queries(view: HtmlView, { queries: all }: MigrationReport): Markup {
  const changed = all.filter((it) => it.status !== 'works' || it.planBefore !== it.planAfter);
  const shown = changed.slice(0, view.limits.rows);
  const rows = shown.map((it): HtmlPart[] => [
    html`${code(it.name, 80)} <span class="quiet">${place(view, it)}</span>`,
    html`${RESULTS[it.status]}${it.sqlstate && html` ${code(it.sqlstate, 10)}`}${it.error && html` ${prose(it.error, 300)}`}`,
    it.planBefore === undefined ? '' : nodes(it.planBefore),
    it.planAfter !== undefined && it.planAfter === it.planBefore ? 'the same' : nodes(it.planAfter ?? ''),
  ]);
  const same = all.length - changed.length;
  const rest = same > 0 && html`<p>${count(same, 'query works', 'queries work')} with the same plan as before.</p>`;
  return html`${table('Queries of the application that change', ['Query', 'Result', 'Plan before', 'Plan after'], rows)}${andMore(changed.length - shown.length, 'query', 'queries')}${rest}`;
}

/** A plan's nodes, each below the one that reads it. */
function nodes(plan: string): Markup {
  if (plan === '') return html``;
  const steps = plan.split(' > ').slice(0, 12);
  return html`<ol class="plan">${steps.map((it) => html`<li>${code(it, 200)}</li>`)}</ol>`;
}
