/** What writes cost before and after, and what the migration leaves to vacuum. */

import { cellCode, row } from '../escape.js';
import type { BloatReport, MigrationReport, WriteCostReport } from '../types.js';
import { count, size } from '../words.js';
import { andMore, blocks, first, fold, table, type View } from './view.js';

/** Two small tables, folded away. */
export function costs(view: View, { writeCosts, bloat }: MigrationReport, name: string): string {
  return blocks(writeCost(view, writeCosts, name), leftovers(view, bloat, name));
}

function writeCost(view: View, all: WriteCostReport[], name: string): string {
  if (all.length === 0) return '';
  const rows = all.flatMap(costRows);
  const shown = rows.slice(0, view.limits.rows);
  return fold(
    view,
    `${name}${first(name, 'what')} writes to ${count(all.length, 'table')} cost`,
    blocks(
      table(['Table', 'Write', 'WAL bytes for each row', 'Times', 'HOT updates'], shown),
      andMore(view, rows.length - shown.length, 'row'),
    ),
  );
}

function costRows({ table, insert, updates }: WriteCostReport): string[] {
  const change = ({ before, after }: { before: number; after: number }, unit = '') =>
    before === after ? `${after}${unit}` : `${before}${unit} → ${after}${unit}`;
  const times = ({ before, after }: { before: number; after: number }) =>
    before === 0 ? '' : `×${(after / before).toFixed(2)}`;
  return [
    row([cellCode(table), 'INSERT', change(insert), times(insert), '']),
    ...updates.map((it) =>
      row([
        cellCode(table),
        `UPDATE of ${cellCode(it.column)}`,
        change(it),
        times(it),
        change({ before: it.hotBefore, after: it.hotAfter }, ' %'),
      ]),
    ),
  ];
}

function leftovers(view: View, all: BloatReport[], name: string): string {
  if (all.length === 0) return '';
  const shown = all
    .slice(0, view.limits.rows)
    .map((it) =>
      row([
        cellCode(it.table),
        String(it.rows),
        it.rewritten ? 'written anew' : `${it.deadPercent} for each 100 rows`,
        `${size(it.bytes.before)} → ${size(it.bytes.after)}`,
      ]),
    );
  return fold(
    view,
    `${name}${first(name, 'what')} ${count(all.length, 'table')} ${all.length === 1 ? 'leaves' : 'leave'} to vacuum`,
    blocks(
      table(['Table', 'Rows', 'Dead row versions', 'Size with indexes'], shown),
      andMore(view, all.length - shown.length, 'table'),
    ),
  );
}
