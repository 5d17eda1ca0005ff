/** A partition's bounds as a CHECK that Postgres takes for them (get_qual_from_partbound). */
import type { Node, PartitionBoundSpec } from '@pgsql/types';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { literal } from '../../sql/quote.js';

/** Undefined where the key isn't known, or no CHECK is taken for the bounds. */
export function checkOfBounds(parent: string, child: string, bound: PartitionBoundSpec, schema: Schema) {
  const facts = schema.find('table', parent)?.facts;
  const known = keysOf(parent, schema);
  // What a partition of a partition has to hold its parent's bounds say as well.
  if (!known || facts?.partitionOf || bound.is_default) return undefined;
  if (bound.strategy !== 'h') return ofBounds(known, bound);
  const types = facts?.partitionBy?.map((key) => schema.find('column', `${child}.${key}`)?.facts?.type);
  // A hash of texts depends on their collation, which no CHECK has as the bounds do.
  if (!types?.every((type) => type && !type.array && WITHOUT_COLLATION.has(type.name))) return undefined;
  return `satisfies_hash_partition(${literal(sqlName(parent))}::regclass, ${bound.modulus}, ${bound.remainder ?? 0}, ${known.join(', ')})`;
}

/** What the default partition has to hold for a new one beside it (get_proposed_default_constraint). */
export function checkOutsideBounds(parent: string, bound: PartitionBoundSpec, schema: Schema): string | undefined {
  const known = keysOf(parent, schema);
  const inside = known && !bound.is_default ? ofBounds(known, bound) : undefined;
  return inside && `NOT (${inside})`;
}

function keysOf(parent: string, schema: Schema): string[] | undefined {
  const keys = schema.find('table', parent)?.facts?.partitionBy?.map((key) => key && quoteIdentifier(key)) ?? [];
  return keys.length === 0 || keys.includes(undefined) ? undefined : (keys as string[]);
}

function ofBounds(keys: string[], bound: PartitionBoundSpec): string | undefined {
  if (bound.strategy === 'l') return ofList(keys[0] as string, bound.listdatums ?? []);
  return bound.strategy === 'r' ? ofRange(keys, bound) : undefined;
}

const WITHOUT_COLLATION = new Set([
  'int2',
  'int4',
  'int8',
  'uuid',
  'date',
  'timestamp',
  'timestamptz',
  'numeric',
  'bool',
]);

const isNull = (node: Node) => nodeOf(node, 'A_Const')?.isnull === true;

function ofList(key: string, values: readonly Node[]): string | undefined {
  const texts = values.filter((value) => !isNull(value)).map(deparsed);
  if (texts.includes(undefined)) return undefined;
  const is = texts.length > 0 ? `${key} IN (${texts.join(', ')})` : undefined;
  if (values.some(isNull)) return is ? `${key} IS NULL OR ${is}` : `${key} IS NULL`;
  return `${key} IS NOT NULL AND ${is}`;
}

/** A value, or the end of all values in one direction. */
type Bound = { value: string } | 'minvalue' | 'maxvalue';

function ofRange(keys: readonly string[], { lowerdatums, upperdatums }: PartitionBoundSpec): string | undefined {
  const [lower, upper] = [boundsOf(lowerdatums), boundsOf(upperdatums)];
  if (lower?.length !== keys.length || upper?.length !== keys.length) return undefined;
  // What both begin with is the same in every row.
  const differs = keys.findIndex((_, at) => textOf(lower[at]) === undefined || textOf(lower[at]) !== textOf(upper[at]));
  const from = differs === -1 ? keys.length : differs;
  return [
    ...keys.map((key) => `${key} IS NOT NULL`),
    ...keys.slice(0, from).map((key, at) => `${key} = ${textOf(lower[at])}`),
    ...beyond(keys.slice(from), lower.slice(from), { step: '>', last: '>=', minvalue: '>=', maxvalue: '>' }),
    ...beyond(keys.slice(from), upper.slice(from), { step: '<', last: '<', minvalue: '<', maxvalue: '<=' }),
  ].join(' AND ');
}

const textOf = (bound: Bound | undefined) => (typeof bound === 'object' ? bound.value : undefined);

/** How keys are compared with their bounds: all but the last one, the last one, and one that an end of all values follows. */
interface Ordering {
  step: string;
  last: string;
  minvalue: string;
  maxvalue: string;
}

function beyond(keys: readonly string[], bounds: readonly Bound[], by: Ordering): string[] {
  const end = bounds.findIndex((bound) => typeof bound === 'string');
  const count = end === -1 ? keys.length : end;
  if (count === 0) return [];
  const final = end === -1 ? by.last : by[bounds[end] as 'minvalue' | 'maxvalue'];
  const compare = (at: number): string => {
    const [key, value] = [keys[at], textOf(bounds[at])];
    if (at === count - 1) return `${key} ${final} ${value}`;
    return `${key} ${by.step} ${value} OR ${key} = ${value} AND (${compare(at + 1)})`;
  };
  return [count > 1 ? `(${compare(0)})` : compare(0)];
}

function boundsOf(nodes: readonly Node[] | undefined): Bound[] | undefined {
  const bounds = (nodes ?? []).map((node): Bound | undefined => {
    const word = nodeOf(nodeOf(node, 'ColumnRef')?.fields?.[0], 'String')?.sval;
    if (word === 'minvalue' || word === 'maxvalue') return word;
    const value = word === undefined ? deparsed(node) : undefined;
    return value === undefined ? undefined : { value };
  });
  return bounds.includes(undefined) ? undefined : (bounds as Bound[]);
}
