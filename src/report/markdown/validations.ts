/** The validation queries, what was expected of them, and what came back. */

import type { MigrationReport, ValidationReport } from '../../report-schema/types.js';
import { cellCode, fence, prose, row } from '../escape.js';
import { count } from '../words.js';
import { andMore, blocks, fold, place, table, type View } from './view.js';

const RESULTS: Record<ValidationReport['status'], string> = {
  passed: '✅ passed',
  failed: '❌ failed',
  unchecked: '⚪ ran, but nothing was expected of it, so it cannot fail',
  notRun: '⚪ not run',
};
const MAX_ROWS = 5;
const MAX_COLUMNS = 8;

/** Every validation query of one migration with its first rows, folded away. */
export function validations(view: View, { validations }: MigrationReport, name: string): string {
  if (validations.length === 0) return '';
  const shown = validations.slice(0, view.limits.rows);
  const failed = validations.filter(({ status }) => status === 'failed').length;
  return fold(
    view,
    `${name}${count(validations.length, 'validation query', 'validation queries')}${failed ? `, ${failed} failed` : ''}`,
    blocks(
      ...shown.map((it) => validation(view, it)),
      andMore(view, validations.length - shown.length, 'query', 'queries'),
    ),
  );
}

function validation(view: View, it: ValidationReport): string {
  const state = it.sqlstate ? ` ${cellCode(it.sqlstate, 10)}` : '';
  return blocks(
    `${place(view, it)} ${RESULTS[it.status]}${it.expectation ? `, expected ${cellCode(it.expectation)}` : ''}${state}${it.detail ? `: ${prose(it.detail, 500)}` : ''}`,
    fence(it.sql, 'sql', Math.min(view.limits.sql, 1500)),
    rows(it),
  );
}

function rows({ columns, rows }: ValidationReport): string {
  if (!columns || columns.length === 0 || !rows) return '';
  const cells = rows
    .slice(0, MAX_ROWS)
    .map((it) => row(it.slice(0, MAX_COLUMNS).map((cell) => (cell === null ? '*null*' : cellCode(cell, 60)))));
  const header = columns.slice(0, MAX_COLUMNS).map((it) => prose(it, 60));
  const hidden = rows.length - cells.length;
  return blocks(
    rows.length === 0 ? 'No rows.' : table(header, cells),
    hidden > 0 && `…and ${count(hidden, 'more row', 'more rows')}.`,
    columns.length > MAX_COLUMNS && `${count(columns.length - MAX_COLUMNS, 'more column', 'more columns')} not shown.`,
  );
}
