/** The way back: what the rollback leaves behind, what it loses, and the SQL that it forgot. */
import type { MigrationReport, RollbackReport } from '../../report-schema/types.js';
import { differences } from './changes.js';
import { copyable } from './help.js';
import { code, type HtmlPart, html, list, type Markup, prose } from './markup.js';
import { andMore, fold, type HtmlView, lineOf, mark, table } from './view.js';

const TONES: Partial<Record<RollbackReport['verdict'], 'good' | 'bad' | 'warn'>> = {
  reversible: 'good',
  'reversible, loses data written after deploy': 'warn',
  'reversible only while there is no new data': 'bad',
  'schema restored, data lost': 'bad',
  'schema restored, rows not tried': 'warn',
  'not restored': 'bad',
  'down fails': 'bad',
};

export function rollback(view: HtmlView, migration: MigrationReport): Markup {
  const { rollback: it } = migration;
  const { verdict, irreversible, missingSql, reordered = [], harmless = [] } = it;
  const forgot =
    missingSql &&
    html`<p>Run on the server, this made differences go away. Add it to the rollback:</p>${copyable(missingSql, view.limits.sql)}`;
  const order =
    reordered.length > 0 &&
    html`<p>Columns stand in another order than before in ${list(reordered.slice(0, view.limits.rows).map((one) => code(one, 100)))}: no difference to SQL that names them.</p>`;
  return html`<p>${mark(TONES[verdict] ?? 'open', html`<strong>${verdict === 'no down' ? 'there is no rollback script' : verdict}</strong>`)}${irreversible && html`: ${prose(irreversible, 500)}`}</p>
${differences(view, 'What is not as before the migration', it.differences)}${forgot}${data(view, migration)}${order}${fold('Differences that count for nothing', differences(view, 'What differs and counts for nothing', harmless))}`;
}

/** Rows: what is lost, what stops the rollback, what goes with it. */
function data(view: HtmlView, { statements, path, rollback: { data: rows } }: MigrationReport): Markup {
  const { lost = [], refused = [], dropped = [] } = rows ?? {};
  const down = statements.find(({ role }) => role === 'down')?.path ?? path;
  const all: HtmlPart[][] = [
    ...lost.map(({ table: of, column, detail }) => [
      code(column === undefined ? of : `${of}.${column}`, 120),
      mark('bad', 'not brought back'),
      prose(detail, 300),
    ]),
    ...refused.map(({ data: which, line, sqlstate, error }) => [
      prose(which, 200),
      mark('bad', html`${lineOf(view, { path: down, line })} fails`),
      html`${code(sqlstate, 10)} ${prose(error, 300)}`,
    ]),
    ...dropped.map((one) => [
      code(one, 120),
      mark('warn', 'goes with it'),
      'what is written there after the deployment',
    ]),
  ];
  const shown = all.slice(0, view.limits.rows);
  return html`${table('Rows after the rollback', ['Rows', 'Rollback', 'Detail'], shown)}${andMore(all.length - shown.length, 'row')}`;
}
