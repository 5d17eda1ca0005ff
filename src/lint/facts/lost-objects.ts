/** What a migration takes away of what was there before it, and its rollback doesn't bring back. */
import type { Statement } from '../../model.js';
import type { ConstraintFacts, IndexFacts, SequenceFacts, TableFacts } from '../../schema/facts.js';
import type { SchemaObject } from '../../schema/objects.js';
import { RELATIONS } from '../../schema/parts.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import type { ObjectHistory, Stages } from './kept-changes.js';

export type LostObjects = ReadonlyMap<Statement, readonly KnownObject[]>;

/** `renamed`: the old names of what stays under another. */
export function lostObjects(
  { before, end }: Stages,
  history: ObjectHistory,
  renamed: readonly SchemaObject[],
): LostObjects {
  const lost = new Map<Statement, KnownObject[]>();
  for (const { of, steps } of history.values()) {
    const taken = steps.findLast(({ object }) => object === null);
    const old = taken && before.known(of);
    if (!old || end.known(old) || isRenamed(old, renamed)) continue;
    if (isSaidByAnother(old, before, end) || isUntold(old, end) || comesBackRenamed(old, before, end)) continue;
    lost.set(taken.statement, [...(lost.get(taken.statement) ?? []), old]);
  }
  return lost;
}

function isRenamed({ kind, name, table }: KnownObject, renamed: readonly SchemaObject[]): boolean {
  return renamed.some((was) => {
    if (was.kind === kind && was.name === name) return true;
    if (was.kind === 'schema') return name.startsWith(`${was.name}.`);
    const isRelation = RELATIONS.some((one) => one === was.kind);
    return isRelation && (table === was.name || name.startsWith(`${was.name}.`));
  });
}

/** It went with something else that is gone as well, or is a part of what the catalogs hold as one. */
function isSaidByAnother({ kind, name, table, facts }: KnownObject, before: Schema, end: Schema): boolean {
  const isGone = (other: SchemaObject['kind'], named: string) =>
    before.find(other, named) !== undefined && end.find(other, named) === undefined;
  if (name.startsWith('pg_temp.') || table?.startsWith('pg_temp.')) return true;
  if (table !== undefined && (isGone('table', table) || isGone('view', table))) return true;
  if (table !== undefined && (isGone('materialized view', table) || isGone('foreign table', table))) return true;
  if (kind === 'column') return end.find('view', table ?? '') !== undefined;
  // NOT NULL is the column's own; an index of a constraint is the constraint.
  if (kind === 'constraint') return (facts as Partial<ConstraintFacts> | undefined)?.type === 'not null';
  if (kind === 'index') return (facts as Partial<IndexFacts> | undefined)?.constraint !== undefined;
  const { ownedBy } = (kind === 'sequence' ? (facts ?? {}) : {}) as Partial<SequenceFacts>;
  return ownedBy !== undefined && isGone('column', ownedBy);
}

/** What belongs to a table that was made anew from another may be there, though no script shows it. */
function isUntold({ table }: KnownObject, end: Schema): boolean {
  if (table === undefined) return false;
  const owner = RELATIONS.map((one) => end.find(one, table)).find((one) => one !== undefined);
  return owner === undefined || (owner.kind === 'table' && (owner.facts as Partial<TableFacts>)?.complete !== true);
}

/** The same constraint under another name: constraint-name-differs-after-rollback tells it, or down-leaves-object. */
function comesBackRenamed({ kind, table, facts }: KnownObject, before: Schema, end: Schema): boolean {
  const { type, columns = [] } = (facts ?? {}) as Partial<ConstraintFacts>;
  if (kind !== 'constraint' || table === undefined) return false;
  return end.partsOf(table, 'constraint').some((one) => {
    const isNew = before.find('constraint', one.name) === undefined;
    return isNew && one.facts?.type === type && one.facts?.columns?.join() === columns.join();
  });
}
