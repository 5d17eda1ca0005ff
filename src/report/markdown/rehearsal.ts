/** What the rehearsal saw of each migration: statements and locks, what the rollback left behind, second runs, validations, plans, costs. */

import type { Difference, MigrationReport, PlanReport, StatementReport } from '../../report-schema/types.js';
import { cellCode, fence, htmlCode, prose, row } from '../escape.js';
import { count, duration } from '../words.js';
import { data } from './data.js';
import { interruptions } from './interruptions.js';
import { proofTables } from './proof-tables.js';
import { queries } from './queries.js';
import { timeline } from './timeline.js';
import { validations } from './validations.js';
import { andMore, blocks, fold, lineLink, table, type View } from './view.js';

const RESULTS: Record<StatementReport['status'], string> = {
  applied: 'applied',
  failed: '❌ failed',
  skipped: 'not reached',
  notRun: 'not run',
};
const PLANS: Record<PlanReport['status'], string> = {
  chosen: '✅ chosen',
  usable: '⚪ usable, not chosen on these tables',
  'not used': '❌ not used',
};

/** Everything that was seen of one migration, folded away. */
export function rehearsal(view: View, migration: MigrationReport): string {
  const name = view.report.migrations.length > 1 ? `${htmlCode(migration.id, 80)}: ` : '';
  return blocks(
    rollback(view, migration, name),
    data(view, migration, name),
    interruptions(view, migration, name),
    validations(view, migration, name),
    plans(view, migration, name),
    queries(view, migration, name),
    proofTables(view, migration, name),
    timeline(view, migration, name),
    statements(view, migration, name),
  );
}

function rollback(view: View, { rollback, rerun }: MigrationReport, name: string): string {
  const total = rollback.differences.length + rerun.differences.length;
  if (total === 0 && !rollback.missingSql) return '';
  return fold(
    view,
    `${name}${count(total, 'difference')} after rolling back and applying again`,
    blocks(
      differences(view, 'After the rollback', rollback.differences),
      rollback.missingSql && 'Run on the server, this made differences go away. Add it to the rollback:',
      rollback.missingSql && fence(rollback.missingSql, 'sql', view.limits.sql),
      differences(view, 'After applying again', rerun.differences),
    ),
  );
}

function differences(view: View, when: string, all: Difference[]): string {
  const shown = all.slice(0, view.limits.rows);
  const rows = shown.map(({ change, kind, name, before, after }) =>
    row([change, prose(kind, 60), cellCode(name), [was('was', before), was('is', after)].filter(Boolean).join('<br>')]),
  );
  return blocks(table([when, 'Kind', 'Name', 'Change'], rows), andMore(view, all.length - shown.length, 'difference'));
}

function was(word: string, definition: string | undefined): string {
  return definition === undefined ? '' : `${word} ${cellCode(definition, 300)}`;
}

function plans(view: View, { plans }: MigrationReport, name: string): string {
  if (plans.length === 0) return '';
  const shown = plans.slice(0, view.limits.rows);
  const rows = shown.map((it) =>
    row([lineLink(view, it), cellCode(it.index), PLANS[it.status], cellCode(it.plan, 300)]),
  );
  return fold(
    view,
    `${name}${count(plans.length, 'query plan')}`,
    blocks(table(['Line', 'Index', 'Result', 'Plan'], rows), andMore(view, plans.length - shown.length, 'plan')),
  );
}

function statements(view: View, { statements, madeToRun }: MigrationReport, name: string): string {
  if (statements.every(({ status }) => status === 'notRun')) return '';
  const shown = statements.slice(0, view.limits.rows);
  const total = statements.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return fold(
    view,
    `${name}${count(statements.length, 'statement')} and ${statements.length === 1 ? 'its' : 'their'} locks, ${prose(duration(total))}`,
    blocks(
      madeToRun && `To check the rest, the rehearsal changed how it ran: ${prose(madeToRun)}`,
      table(
        ['Line', 'Statement', 'Result', 'Locks that others wait for', 'Storage', 'Time'],
        shown.map((it) => statementRow(view, it)),
      ),
      andMore(view, statements.length - shown.length, 'statement'),
    ),
  );
}

function statementRow(view: View, it: StatementReport): string {
  const line = it.role === 'up' ? lineLink(view, it) : `${lineLink(view, it)} (${it.role})`;
  const result = RESULTS[it.status] + (it.sqlstate ? ` ${cellCode(it.sqlstate, 10)}` : '');
  const applied = it.status === 'applied';
  return row([
    line,
    cellCode(it.sql, 70),
    result,
    applied ? locks(it) : '',
    storage(it),
    applied ? prose(duration(it.durationMs)) : '',
  ]);
}

function locks({ locks: all, waits }: StatementReport): string {
  if (all === null) return 'could not be observed';
  const felt = all.filter(({ isNew, blocks }) => !isNew && blocks.length > 0);
  const waited = waits.length > 0 ? [`waits for ${waits.map((it) => prose(it, 100)).join(', ')}`] : [];
  if (felt.length === 0) return ['none', ...waited].join('<br>');
  const shown = felt
    .slice(0, 6)
    .map(
      ({ relation, mode, blocks }) =>
        `${cellCode(mode)} on ${cellCode(relation)} (blocks ${blocks.map((it) => (it === 'ddl' ? 'DDL' : it)).join(', ')})`,
    );
  return [...shown, felt.length > 6 ? `${felt.length - 6} more` : '', ...waited].filter(Boolean).join('<br>');
}

function storage({ rewrites, scans, invalidIndexes }: StatementReport): string {
  const named = (what: string, names: string[]) =>
    names.length === 0
      ? ''
      : `${what} ${names
          .slice(0, 5)
          .map((it) => cellCode(it))
          .join(', ')}${names.length > 5 ? '…' : ''}`;
  return [named('rewrites', rewrites), named('scans', scans), named('leaves invalid', invalidIndexes)]
    .filter(Boolean)
    .join('<br>');
}
