/** Holds what writes cost after a migration against what they cost before. Pure. */

import type { Script, Statement } from '../../model.js';
import type { WriteCostReport } from '../../report-schema/types.js';
import { effectsOf } from '../../schema/effects/index.js';
import { shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import type { Observation } from '../../verdict/observation.js';
import { count } from '../proofs/proof.js';
import { observe } from '../run/observe.js';
import type { MeasuredTable, TableCost } from './measure.js';

export interface WriteTarget extends MeasuredTable {
  /** The statement that makes writes dearer. */
  statement: Statement;
}

/** Tables that were there before and gain an index or a trigger; the columns are those of new indexes. */
export function targetsOf({ statements }: Script, existing: ReadonlySet<string>): WriteTarget[] {
  const targets = new Map<string, WriteTarget & { columns: string[] }>();
  for (const statement of statements) {
    for (const { change, object } of effectsOf(statement.node)) {
      const { kind, table } = object;
      if (change !== 'create' || (kind !== 'index' && kind !== 'trigger') || !table) continue;
      if (!existing.has(shortName(table))) continue;
      const at = table.indexOf('.');
      const target = targets.get(table) ?? {
        schema: table.slice(0, at),
        name: table.slice(at + 1),
        columns: [],
        statement,
      };
      const keys = (object.facts as { columns?: (string | undefined)[] } | undefined)?.columns ?? [];
      for (const key of keys) if (key !== undefined && !target.columns.includes(key)) target.columns.push(key);
      targets.set(table, target);
    }
  }
  return [...targets.values()];
}

export function compareCosts(target: WriteTarget, before: TableCost, after: TableCost): WriteCostReport {
  const updates = [...after.updates].flatMap(([column, now]) => {
    const was = before.updates.get(column);
    if (was === undefined) return [];
    return [{ column, before: was.bytes, after: now.bytes, hotBefore: was.hotPercent, hotAfter: now.hotPercent }];
  });
  const insert = { before: before.insertBytes, after: after.insertBytes };
  return { table: tableOf(target), rows: after.rows, insert, updates };
}

/** All of them in a line; empty where there are none. */
export function describeCosts(costs: readonly WriteCostReport[]): string {
  return costs.length > 1 ? `WAL bytes: ${inShort(costs)}` : costs.map(inWords).join('');
}

export function tableOf({ schema, name }: WriteTarget): string {
  return shortName(`${schema}.${name}`);
}

export function costFindings(
  up: Script,
  target: WriteTarget,
  cost: WriteCostReport,
  limit: number | null,
): Observation[] {
  if (limit === null || factor(cost) <= limit) return [];
  const message = `Writes to ${code(cost.table)} cost ${factor(cost).toFixed(2)} times as much after this migration, more than the ${limit} that ${code('max-write-cost')} allows. After it, ${inWords(cost)}.`;
  const proof = `WAL bytes measured on ${count(cost.rows, 'row')} before and after`;
  return [observe('write-cost', up, target.statement, { message, proof })];
}

/** How many times what it was: the dearest of inserts and updates. */
export function factor({ insert, updates }: WriteCostReport): number {
  const ratio = ({ before, after }: { before: number; after: number }) => (before === 0 ? 1 : after / before);
  return Math.max(ratio(insert), ...updates.map(ratio));
}

/** The most expensive update represents the others, which the report has, too. */
function inWords({ table, insert, updates }: WriteCostReport): string {
  const parts = [`an insert into ${code(table)} writes ${insert.after} bytes of WAL instead of ${insert.before}`];
  const dearest = [...updates].sort((a, b) => b.after / b.before - a.after / a.before)[0];
  if (dearest) {
    const { column, before, after, hotBefore, hotAfter } = dearest;
    const hot = hotAfter === hotBefore ? '' : ` (HOT ${hotBefore} % → ${hotAfter} %)`;
    parts.push(`an update of ${code(column)} ${after} instead of ${before}${hot}`);
  }
  return parts.join(', ');
}

/** All tables in a line: how many times what it was. Of many, the dearest; the report has each. */
function inShort(costs: readonly WriteCostReport[]): string {
  const times = (ratio: number) => `×${ratio.toFixed(1)}`;
  const inserts = ({ insert }: WriteCostReport) => insert.after / insert.before;
  const update = ({ updates }: WriteCostReport) => Math.max(...updates.map(({ before, after }) => after / before));
  const cold = costs.filter(({ updates }) => updates.some(({ hotBefore, hotAfter }) => hotAfter < hotBefore));
  if (costs.length <= SHOWN) {
    const words = (cost: WriteCostReport) =>
      `${code(cost.table)}: inserts ${times(inserts(cost))}${cost.updates.length > 0 ? `, updates up to ${times(update(cost))}${cold.includes(cost) ? ', no longer HOT' : ''}` : ''}`;
    return costs.map(words).join('; ');
  }
  const dearest = (what: string, ratio: (cost: WriteCostReport) => number) => {
    const [first] = [...costs].sort((a, b) => ratio(b) - ratio(a));
    return first && Number.isFinite(ratio(first))
      ? [`${what} up to ${times(ratio(first))} (${code(first.table)})`]
      : [];
  };
  const lost = cold.length > 0 ? [`updates of ${cold.length} no longer HOT`] : [];
  return `${costs.length} tables: ${[...dearest('inserts', inserts), ...dearest('updates', update), ...lost].join(', ')}`;
}

const SHOWN = 3;

/** Each figure, before and after. */
export function costTable(costs: readonly WriteCostReport[]) {
  const change = ({ before, after }: Figures, unit = '') =>
    before === after ? `${after}${unit}` : `${before}${unit} → ${after}${unit}`;
  const times = ({ before, after }: Figures) => (before === 0 ? '' : `×${(after / before).toFixed(2)}`);
  const rows = costs.flatMap(({ table, insert, updates }) => [
    [table, 'INSERT', change(insert), times(insert), ''],
    ...updates.map((it) => [
      table,
      `UPDATE of ${it.column}`,
      change(it),
      times(it),
      change({ before: it.hotBefore, after: it.hotAfter }, ' %'),
    ]),
  ]);
  return {
    caption: 'what writes cost',
    head: ['Table', 'Write', 'WAL bytes for each row', 'Times', 'HOT updates'],
    rows,
  };
}

interface Figures {
  before: number;
  after: number;
}
