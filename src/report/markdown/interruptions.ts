/** What a failure halfway leads to: for each statement that was stopped, what a second run does, and the rollback. */

import type { Interruption, MigrationReport, Retry } from '../../report-schema/types.js';
import { cellCode, prose, row } from '../escape.js';
import { count, retryInWords } from '../words.js';
import { andMore, blocks, first, fold, lineLink, table, type View } from './view.js';

const MARKS: Record<Retry['verdict'], string> = { succeeds: '✅', differs: '❌', fails: '❌' };

/** Every interruption of one migration, folded away. */
export function interruptions(view: View, { path, rerun }: MigrationReport, name: string): string {
  const all = rerun.interrupted ?? [];
  if (all.length === 0) return '';
  const shown = all.slice(0, view.limits.rows);
  return fold(
    view,
    `${name}${first(name, 'failure halfway')}: tried at ${count(all.length, 'statement')}, re-running ${outcomes(all)}`,
    blocks(
      table(
        ['Stopped at line', 'Left behind', 'Run again', 'Rolled back instead'],
        shown.map((it) => interruptionRow(view, path, it)),
      ),
      andMore(view, all.length - shown.length, 'interruption'),
    ),
  );
}

/** What running it again does, and after how many of them. */
function outcomes(all: readonly Interruption[]): string {
  return RETRIES.flatMap(([verdict, does]) => {
    const number = all.filter(({ again }) => again.verdict === verdict).length;
    const which = number < all.length ? String(number) : number === 1 ? 'it' : 'each';
    return number === 0 ? [] : [`${does} after ${which}`];
  }).join(', ');
}

const RETRIES: readonly (readonly [Retry['verdict'], string])[] = [
  ['fails', 'fails'],
  ['differs', 'reports success with another schema'],
  ['succeeds', 'succeeds'],
];

function interruptionRow(
  view: View,
  path: string,
  { line, leavesInvalidIndex, again, rolledBack }: Interruption,
): string {
  return row([
    lineLink(view, { path, line }),
    leavesInvalidIndex ? 'an invalid index' : 'what came before',
    retry(again),
    rolledBack ? retry(rolledBack) : 'there is no rollback script',
  ]);
}

function retry(it: Retry): string {
  const state = it.sqlstate ? ` ${cellCode(it.sqlstate, 10)}` : '';
  return `${MARKS[it.verdict]} ${prose(retryInWords(it), 300)}${state}`;
}
