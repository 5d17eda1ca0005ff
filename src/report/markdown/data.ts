/** What the rollback does to rows: what it loses, and on what it fails. */

import type { MigrationReport } from '../../report-schema/types.js';
import { cellCode, prose, row } from '../escape.js';
import { count } from '../words.js';
import { andMore, blocks, first, fold, lineLink, table, type View } from './view.js';

/** Empty where the rollback brings every row back and takes all new ones. */
export function data(view: View, { statements, path, rollback }: MigrationReport, name: string): string {
  const { lost = [], refused = [], dropped = [] } = rollback.data ?? {};
  const total = lost.length + refused.length + dropped.length;
  if (total === 0) return '';
  const down = statements.find(({ role }) => role === 'down')?.path ?? path;
  const rows = [
    ...lost.map(({ table, column, detail }) =>
      row([cellCode(column === undefined ? table : `${table}.${column}`), '❌ not brought back', prose(detail, 300)]),
    ),
    ...refused.map(({ data, line, sqlstate, error }) =>
      row([
        prose(data, 200),
        `❌ line ${lineLink(view, { path: down, line })} fails ${cellCode(sqlstate, 10)}`,
        prose(error, 300),
      ]),
    ),
    ...dropped.map((place) =>
      row([cellCode(place), 'goes with the rollback', 'what is written there after the deployment']),
    ),
  ];
  const shown = rows.slice(0, view.limits.rows);
  const kinds = [
    lost.length > 0 && `${count(lost.length, 'loss', 'losses')}`,
    refused.length > 0 && `${count(refused.length, 'kind')} of new rows that stop it`,
    dropped.length > 0 && `${count(dropped.length, 'place')} whose data goes with it`,
  ];
  return fold(
    view,
    `${name}${first(name, 'rows')} after the rollback: ${kinds.filter(Boolean).join(', ')}`,
    blocks(table(['Rows', 'Rollback', 'Detail'], shown), andMore(view, rows.length - shown.length, 'row')),
  );
}
