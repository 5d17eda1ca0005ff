/** The checklist of one migration: what a server has shown, with what it was seen on. */
import type { MigrationReport, Proof } from '../../report-schema/types.js';
import { oneLine } from '../escape.js';
import { unmarked } from '../words.js';
import { code, type HtmlPart, html, type Markup, prose } from './markup.js';
import { andMore, fold, type HtmlView, mark, table } from './view.js';

const SIGNS = { proven: 'good', failed: 'bad', 'not checked': 'open' } as const;

export function checklist({ limits }: HtmlView, { proofs }: MigrationReport): Markup {
  const shown = proofs.slice(0, limits.rows);
  const rows = shown.map(({ status, title, detail }) => [
    prose(title, 200),
    mark(SIGNS[status], html`<span class="nowrap">${status}</span>`),
    prose(detail, 600),
  ]);
  return html`<div class="checklist">${table('What was tried, and what it showed', ['What', 'Result', 'Seen on'], rows)}</div>${andMore(proofs.length - shown.length, 'line')}`;
}

/** `7 proven, 1 failed`. */
export function tally(proofs: readonly Proof[]): string {
  const of = (status: Proof['status']) => proofs.filter((it) => it.status === status).length;
  const parts = (['failed', 'not checked', 'proven'] as const).map((status) => [of(status), status] as const);
  return parts.flatMap(([number, status]) => (number > 0 ? [`${number} ${status}`] : [])).join(', ');
}

/** What proofs have to show besides their line: small tables, such as what writes cost. */
export function proofTables({ limits }: HtmlView, { proofs }: MigrationReport): Markup {
  const tables = proofs.flatMap(({ table: shown }) => {
    if (shown === undefined) return [];
    const rows = shown.rows.slice(0, limits.rows);
    const cells = rows.map(([first = '', ...rest]): HtmlPart[] => [
      code(first, 120),
      ...rest.map((it) => prose(it, 300)),
    ]);
    const head = shown.head.map((it) => oneLine(unmarked(it), 80));
    const caption = shown.caption.charAt(0).toUpperCase() + shown.caption.slice(1);
    const body = html`${table(prose(caption, 120), head, cells)}${andMore(shown.rows.length - rows.length, 'row')}`;
    return [rows.length > MANY ? fold(prose(caption, 120), body) : body];
  });
  return html`${tables}`;
}

/** Longer tables fold away. */
const MANY = 8;
