/** What the migration makes different: schema and privileges, before and after, statement by statement. */
import type { Difference, MigrationReport } from '../../report-schema/types.js';
import { code, type HtmlPart, html, type Markup, prose } from './markup.js';
import { andMore, type HtmlView, lineOf, table } from './view.js';

const WORDS: Record<Difference['change'], string> = { extra: 'new', missing: 'gone', changed: 'changed' };

/** In the order of the statements that made them. */
export function changes(view: HtmlView, { statements }: MigrationReport): Markup {
  const all = statements
    .filter(({ role }) => role === 'up')
    .flatMap((it) => it.objects.map((object) => ({ object, line: it.line, path: it.path })));
  const shown = all.slice(0, view.limits.rows);
  // A name whose values nobody read needs no column for them.
  const known = shown.some(({ object }) => object.before !== undefined || object.after !== undefined);
  const rows = shown.map(({ object, ...at }): HtmlPart[] => [
    code(object.name, 120),
    prose(object.kind, 60),
    sign(object.change),
    ...(known ? [values(object)] : []),
    lineOf(view, at),
  ]);
  const head = ['Name', 'Kind', 'Change', ...(known ? ['Before and after'] : []), 'By'];
  return html`${table('Objects that it creates, changes and drops', head, rows)}${andMore(all.length - shown.length, 'object')}`;
}

/** The same between two snapshots of the catalogs. */
export function differences({ limits }: HtmlView, caption: string, all: readonly Difference[]): Markup {
  const shown = all.slice(0, limits.rows);
  const rows = shown.map((it): HtmlPart[] => [code(it.name, 120), prose(it.kind, 60), sign(it.change), values(it)]);
  return html`${table(caption, ['Name', 'Kind', 'Difference', 'Before and after'], rows)}${andMore(all.length - shown.length, 'difference')}`;
}

function sign(change: Difference['change']): Markup {
  const signs = { extra: '+', missing: '−', changed: '~' } as const;
  return html`<span class="change ${change}"><span aria-hidden="true">${signs[change]}</span> ${WORDS[change]}</span>`;
}

function values({ before, after }: Difference): Markup {
  const was =
    before !== undefined &&
    html`<span class="was"><span class="unseen">before: </span><code>${before.slice(0, 1500)}</code></span>`;
  const is =
    after !== undefined &&
    html`<span class="is"><span class="unseen">after: </span><code>${after.slice(0, 1500)}</code></span>`;
  return html`${was}${is}`;
}
