/** What proofs have to show besides their line of the checklist: a small table each, folded away. */
import type { MigrationReport } from '../../report-schema/types.js';
import { cellCode, htmlText, prose, row } from '../escape.js';
import { andMore, blocks, first, fold, table, type View } from './view.js';

export function proofTables(view: View, { proofs }: MigrationReport, name: string): string {
  return blocks(
    ...proofs.map(({ table: shown }) => {
      if (shown === undefined) return '';
      const rows = shown.rows
        .slice(0, view.limits.rows)
        .map(([head = '', ...cells]) => row([cellCode(head), ...cells.map((cell) => prose(cell, 200))]));
      const head = shown.head.map((title) => prose(title, 80));
      return fold(
        view,
        `${name}${htmlText(first(name, shown.caption))}`,
        blocks(table(head, rows), andMore(view, shown.rows.length - rows.length, 'row')),
      );
    }),
  );
}
