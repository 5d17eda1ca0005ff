/** The application's queries: whether they still work, and what became of their plans. */

import type { MigrationReport, QueryReport } from '../../report-schema/types.js';
import { cellCode, prose, row } from '../escape.js';
import { count } from '../words.js';
import { andMore, blocks, fold, place, table, type View } from './view.js';

const RESULTS: Record<QueryReport['status'], string> = {
  works: '✅ works',
  breaks: '❌ breaks',
  'breaks where prepared': '❌ breaks where it was prepared before',
  'fails already': '⚪ fails on the old schema, too',
  'not checked': '⚪ not checked',
};

/** Those that break or change their plan come first; the rest is counted. */
export function queries(view: View, { queries: all }: MigrationReport, name: string): string {
  if (all.length === 0) return '';
  const changed = all.filter((it) => it.status !== 'works' || it.planBefore !== it.planAfter);
  const shown = changed.slice(0, view.limits.rows);
  const same = all.length - changed.length;
  return fold(
    view,
    `${name}${count(all.length, 'query', 'queries')} of the application, ${changed.length} changed`,
    blocks(
      table(
        ['Query', 'Result', 'Plan before', 'Plan after'],
        shown.map((it) => queryRow(view, it)),
      ),
      andMore(view, changed.length - shown.length, 'query', 'queries'),
      same > 0 && `${count(same, 'query works', 'queries work')} with the same plan as before.`,
    ),
  );
}

function queryRow(view: View, it: QueryReport): string {
  const state = it.sqlstate ? ` ${cellCode(it.sqlstate, 10)}` : '';
  const error = it.error ? `: ${prose(it.error, 200)}` : '';
  const plan = (text: string | undefined) => (text === undefined ? '' : cellCode(text, 200));
  return row([
    `${cellCode(it.name, 80)} (${place(view, it)})`,
    `${RESULTS[it.status]}${state}${error}`,
    plan(it.planBefore),
    it.planAfter !== undefined && it.planAfter === it.planBefore ? 'the same' : plan(it.planAfter),
  ]);
}
