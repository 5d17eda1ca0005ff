/** Holds what writes cost after a migration against what they cost before. Pure. */
import { builtInFinding } from '../../built-in.js';
import type { Script, Statement } from '../../model.js';
import type { MigrationReport, Proof, WriteCostReport } from '../../report/types.js';
import { effectsOf } from '../../schema/effects/index.js';
import { shortName } from '../../schema/objects.js';
import type { Observation } from '../observation.js';
import type { MeasuredTable, TableCost } from './measure.js';

export interface Target extends MeasuredTable {
  /** The statement that makes writes dearer. */
  statement: Statement;
}

/** Tables that were there before and gain an index or a trigger; the columns are those that new indexes stand on. */
export function targetsOf({ statements }: Script, existing: ReadonlySet<string>): Target[] {
  const targets = new Map<string, Target & { columns: string[] }>();
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

export function compareCosts(target: Target, before: TableCost, after: TableCost): WriteCostReport {
  const updates = [...after.updates].flatMap(([column, now]) => {
    const was = before.updates.get(column);
    if (was === undefined) return [];
    return [{ column, before: was.bytes, after: now.bytes, hotBefore: was.hotPercent, hotAfter: now.hotPercent }];
  });
  const insert = { before: before.insertBytes, after: after.insertBytes };
  return { table: tableOf(target), rows: after.rows, insert, updates };
}

/** With the line of the checklist that the costs are worth; none where no table gains what makes writes dearer. */
export function withCosts(
  report: MigrationReport,
  targets: readonly Target[],
  writeCosts: WriteCostReport[],
  limit: number | null,
): MigrationReport {
  if (targets.length === 0) return report;
  const tooDear = writeCosts.some((cost) => limit !== null && factor(cost) > limit);
  const missing = targets.map(tableOf).filter((name) => !writeCosts.some(({ table }) => table === name));
  const known = writeCosts.length > 1 ? `WAL bytes: ${inShort(writeCosts)}` : writeCosts.map(inWords).join('');
  const unknown = `the rows of ${missing.join(', ')} could not be written anew`;
  const proof: Proof = {
    check: 'writes',
    status: tooDear ? 'failed' : missing.length > 0 ? 'not checked' : 'proven',
    title: limit === null ? 'What writes cost is known' : `Writes cost at most ${limit} times what they did`,
    detail: [known, ...(missing.length > 0 ? [unknown] : [])].filter((part) => part !== '').join('; '),
  };
  return { ...report, writeCosts, proofs: [...report.proofs, proof] };
}

function tableOf({ schema, name }: Target): string {
  return shortName(`${schema}.${name}`);
}

export function costFindings(up: Script, target: Target, cost: WriteCostReport, limit: number | null): Observation[] {
  if (limit === null || factor(cost) <= limit) return [];
  const message = `Writes to ${cost.table} cost ${factor(cost).toFixed(2)} times as much after this migration, more than the ${limit} that max-write-cost allows: ${inWords(cost)}.`;
  const finding = builtInFinding('write-cost', target.statement.location, message, {
    evidence: 'observed',
    proof: `WAL bytes measured on ${cost.rows} rows before and after`,
    statement: target.statement.sql,
  });
  return [{ finding, at: { path: up.file.path, start: target.statement.start }, fact: {} }];
}

/** The dearest of inserts and updates. */
function factor({ insert, updates }: WriteCostReport): number {
  const ratio = ({ before, after }: { before: number; after: number }) => (before === 0 ? 1 : after / before);
  return Math.max(ratio(insert), ...updates.map(ratio));
}

/** The dearest update stands for the others, which the report has, too. */
function inWords({ table, insert, updates }: WriteCostReport): string {
  const parts = [`an insert into ${table} writes ${insert.after} bytes of WAL instead of ${insert.before}`];
  const dearest = [...updates].sort((a, b) => b.after / b.before - a.after / a.before)[0];
  if (dearest) {
    const { column, before, after, hotBefore, hotAfter } = dearest;
    const hot = hotAfter === hotBefore ? '' : ` (HOT ${hotBefore} % → ${hotAfter} %)`;
    parts.push(`an update of ${column} ${after} instead of ${before}${hot}`);
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
      `${cost.table}: inserts ${times(inserts(cost))}${cost.updates.length > 0 ? `, updates up to ${times(update(cost))}${cold.includes(cost) ? ', no longer HOT' : ''}` : ''}`;
    return costs.map(words).join('; ');
  }
  const dearest = (what: string, ratio: (cost: WriteCostReport) => number) => {
    const [first] = [...costs].sort((a, b) => ratio(b) - ratio(a));
    return first && Number.isFinite(ratio(first)) ? [`${what} up to ${times(ratio(first))} (${first.table})`] : [];
  };
  const lost = cold.length > 0 ? [`updates of ${cold.length} no longer HOT`] : [];
  return `${costs.length} tables: ${[...dearest('inserts', inserts), ...dearest('updates', update), ...lost].join(', ')}`;
}

const SHOWN = 3;
