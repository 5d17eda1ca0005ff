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
  const bad = all.filter(({ again }) => again.verdict !== 'succeeds').length;
  return fold(
    view,
    `${name}${first(name, 'stopped')} at ${count(all.length, 'statement')}${bad > 0 ? `, ${bad} can’t simply be run again` : ', and run again each time'}`,
    blocks(
      table(
        ['Stopped at line', 'Left behind', 'Run again', 'Rolled back instead'],
        shown.map((it) => interruptionRow(view, path, it)),
      ),
      andMore(view, all.length - shown.length, 'interruption'),
    ),
  );
}

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
