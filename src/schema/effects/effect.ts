/** What an effect is, and the few ways to write one. */
import type { Node } from '@pgsql/types';
import { namesToQualified, nodeOf, type QualifiedName } from '../../sql/ast.js';
import type { FactsByKind } from '../facts.js';
import type { ObjectKind } from '../kinds.js';
import { type DropKey, fullName, type SchemaObject } from '../objects.js';

export interface Effect {
  /** `alter` changes facts of an object that stays: those that `object.facts` holds. */
  change: 'create' | 'alter' | 'drop';
  object: Omit<SchemaObject, 'facts'> & { facts?: object };
  /** IF NOT EXISTS or IF EXISTS: it may do nothing. */
  conditional: boolean;
  /** ALTER TABLE IF EXISTS: nothing happens where this is not there. */
  ifThere?: string;
  /** It means all parts of the object's kind that its table has; without a table all of the kind in the schema of that name. */
  every?: true;
  /** It means all objects of the kind in this schema. */
  everyIn?: string;
  /** Parts of the definition that begin so are gone before others are set; '' means all of them. */
  clears?: string;
  /** Of a DROP: what needs the object goes, too. */
  cascade?: boolean;
  /** Postgres chooses the name: the next that is free. */
  nameIsChosen?: true;
  /** ONLY: what inherits stays as it is. */
  only?: true;
  /** It comes with an object that the same statement creates, such as a new table's columns. */
  implied?: boolean;
  /** A rename's old name: the new one is the same object, with all that belongs to it. */
  was?: SchemaObject;
}

/** Facts to change; undefined takes one away. */
export type Changes<T> = { [K in keyof T]?: T[K] | undefined };

/** A name from a list of String nodes. */
export function dotted(names: Node[] | undefined): QualifiedName | undefined {
  return namesToQualified((names ?? []).map((name) => nodeOf(name, 'String')?.sval ?? ''));
}

export function creates<K extends ObjectKind>(
  kind: K,
  name: QualifiedName | undefined,
  conditional = false,
  { facts, ...ties }: { facts?: Changes<FactsByKind[K]> | undefined } & Ties = {},
): Effect[] {
  if (!name) return [];
  return [{ change: 'create', object: { kind, name: fullName(name), ...ties, ...(facts && { facts }) }, conditional }];
}

/** What an object goes with when that is dropped. */
export type Ties = Pick<SchemaObject, 'goesWith' | 'needs'>;

/** An effect on a part of a table: a column, a constraint, a trigger, a policy. */
export function ofTable<K extends ObjectKind>(
  change: Effect['change'],
  kind: K,
  { table, name }: { table: QualifiedName | undefined; name: string | undefined },
  {
    conditional = false,
    facts,
    implied,
    cascade,
    needs = [],
  }: {
    conditional?: boolean;
    facts?: Changes<FactsByKind[K]>;
    implied?: boolean;
    cascade?: boolean;
    needs?: readonly DropKey[];
  } = {},
): Effect[] {
  if (!table || !name) return [];
  const owner = fullName(table);
  const ties = needs.length > 0 && { needs };
  const object = { kind, name: `${owner}.${name}`, table: owner, ...ties, ...(facts && { facts }) };
  return [{ change, object, conditional, ...(implied && { implied }), ...(cascade && { cascade }) }];
}

/** Changes facts of a relation, type or the like. */
export function alters<K extends ObjectKind>(
  kind: K,
  name: string,
  facts: Changes<FactsByKind[K]>,
  ties: Ties = {},
): Effect {
  return { change: 'alter', object: { kind, name, ...ties, facts }, conditional: false };
}
