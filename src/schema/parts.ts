/** What belongs to a table or refers to it, and what becomes of it when a name changes. */
import type { ConstraintFacts, IndexFacts } from './facts.js';
import type { KnownObject } from './known.js';
import { type SchemaObject, schemaOf } from './objects.js';

export const RELATIONS = ['table', 'materialized view', 'view', 'foreign table', 'sequence'] as const;

/** What template1 has: https://www.postgresql.org/docs/current/manage-ag-templatedbs.html */
export function isInEveryDatabase({ kind, name }: Pick<SchemaObject, 'kind' | 'name'>): boolean {
  return kind === 'extension' ? name === 'plpgsql' : kind === 'schema' && /^(public|information_schema)$/.test(name);
}

/** Whether dropping `parent` takes `object` with it; with CASCADE, a foreign key goes with the table that it references. */
export function diesWith(object: SchemaObject, parent: SchemaObject): boolean {
  if (parent.kind === 'schema') return object.name.startsWith(`${parent.name}.`);
  if (!RELATIONS.some((kind) => kind === parent.kind)) return false;
  return object.table === parent.name || constraintOf(object)?.references?.table === parent.name;
}

export function constraintOf(object: SchemaObject): Partial<ConstraintFacts> | undefined {
  return object.kind === 'constraint' ? (object.facts as Partial<ConstraintFacts> | undefined) : undefined;
}

/** The table that it refers to without belonging to it: what a foreign key references, what it is a partition of. */
export function otherTable(object: SchemaObject): string | undefined {
  if (object.kind === 'table') return (object as SchemaObject<'table'>).facts?.partitionOf;
  return constraintOf(object)?.references?.table;
}

/** Whether an index or constraint is on the column, and is dropped with it. */
export function uses(object: SchemaObject, column: string): boolean {
  if (object.kind === 'index') {
    const { columns, included, mentions } = (object.facts as Partial<IndexFacts> | undefined) ?? {};
    return [columns, included, mentions].some((names) => names?.includes(column));
  }
  const constraint = constraintOf(object);
  return constraint?.columns?.includes(column) ?? false;
}

export function withColumn<O extends KnownObject>(object: O, from: string, to: string): O {
  const facts = object.facts as Record<string, unknown> | undefined;
  if (facts === undefined || (object.kind !== 'index' && object.kind !== 'constraint')) return object;
  // Unknown lists stay unknown.
  const lists = ['columns', 'included', 'mentions', 'whereNotNull', 'collated'].flatMap((list) => {
    const names = facts[list];
    return Array.isArray(names) ? [[list, names.map((name) => (name === from ? to : name))]] : [];
  });
  return { ...object, facts: { ...facts, ...Object.fromEntries(lists) } };
}

export function withTable<O extends KnownObject>(object: O, from: string, to: string): O {
  const constraint = constraintOf(object);
  if (constraint?.references?.table === from) {
    return { ...object, facts: { ...constraint, references: { ...constraint.references, table: to } } };
  }
  const partition = object as KnownObject<'table'>;
  if (object.kind === 'table' && partition.facts?.partitionOf === from) {
    return { ...object, facts: { ...partition.facts, partitionOf: to } };
  }
  return object;
}

/** A name after the rename of the table or schema that it is part of; an index's name moves only with its schema. */
export function moved(name: string, was: SchemaObject, object: SchemaObject): string {
  if (name === was.name) return object.name;
  if (name.startsWith(`${was.name}.`)) return object.name + name.slice(was.name.length);
  const [from, to] = [schemaOf(was.name), schemaOf(object.name)];
  return from !== to && name.startsWith(`${from}.`) ? to + name.slice(from.length) : name;
}

export function tableOf(known: SchemaObject | undefined, was: SchemaObject, object: SchemaObject): { table?: string } {
  return known?.table === undefined ? {} : { table: moved(known.table, was, object) };
}
