/** What an object goes with when something else is dropped: by itself, or under CASCADE. */
import type { Node, RangeVar, TypeName } from '@pgsql/types';
import { namesToQualified, nodeOf, relationName, walk } from '../sql/ast.js';
import type { ColumnFacts, FunctionFacts, ViewFacts } from './facts.js';
import type { ObjectKind } from './kinds.js';
import { type DropKey, fullName, type SchemaObject } from './objects.js';
import { BUILT_IN, type ColumnType, columnType } from './types.js';

const typeKey = (name: string): DropKey => `type ${name}`;
export const functionKey = (name: string): DropKey => `function ${name}`;

const RELATIONS: readonly ObjectKind[] = ['table', 'foreign table', 'view', 'materialized view'];

/** The keys that an object is known by. A relation is a type as well. */
export function keysOf({ kind, name, facts }: SchemaObject): DropKey[] {
  if (RELATIONS.includes(kind)) return [name, typeKey(name)];
  if (kind === 'type' || kind === 'domain') return [typeKey(name)];
  if (kind === 'function') {
    const called = (facts as Partial<FunctionFacts> | undefined)?.arguments;
    return [functionKey(name), ...(called === undefined || called.length === 0 ? [functionKey(`${name}()`)] : [])];
  }
  if (['server', 'foreign-data wrapper', 'extension', 'schema'].includes(kind)) return [`${kind} ${name}`];
  return ['column', 'sequence', 'index'].includes(kind) ? [name] : [];
}

/** What a DROP … CASCADE must name for the object to go. */
export function needsOf({ kind, facts, needs = [] }: SchemaObject): readonly DropKey[] {
  if (kind === 'view' || kind === 'materialized view') {
    const { reads = [], columns = [] } = (facts as Partial<ViewFacts> | undefined) ?? {};
    return [...needs, ...reads, ...columns];
  }
  if (kind !== 'column') return needs;
  const type = typeNeed((facts as Partial<ColumnFacts> | undefined)?.type);
  return type ? [...needs, type] : needs;
}

/** What takes a column's default away when it is dropped with CASCADE. */
export function needsOfDefault({ kind, facts }: SchemaObject): readonly DropKey[] {
  const value = kind === 'column' ? (facts as Partial<ColumnFacts> | undefined)?.default : undefined;
  if (value === undefined) return [];
  const known = ofDefaults.get(value) ?? needsIn(value);
  ofDefaults.set(value, known);
  return known;
}

const ofDefaults = new WeakMap<Node, readonly DropKey[]>();

/** The type's key, if it is not one of Postgres' own. */
export function typeNeed(type: ColumnType | undefined): DropKey | undefined {
  if (type === undefined || BUILT_IN.test(type.name)) return undefined;
  return typeKey(type.name.includes('.') ? type.name : `public.${type.name}`);
}

/** What an expression, a query or a body refers to by name: functions, types and relations. */
export function needsIn(tree: unknown): DropKey[] {
  const keys = new Set<DropKey>();
  walk(tree, (tag, body) => {
    if (tag === 'FuncCall') for (const key of calledKeys(body.funcname as Node[], body.args as Node[])) keys.add(key);
    const type = tag === 'TypeName' ? body : body.typeName;
    const key = type === undefined ? undefined : typeNeed(columnType(type as TypeName));
    if (key) keys.add(key);
    const relation = relationName((tag === 'RangeVar' ? body : body.relation) as RangeVar | undefined);
    if (relation) keys.add(fullName(relation));
  });
  return [...keys];
}

/** The function, and the sequence of nextval('…'). */
function calledKeys(names: Node[] = [], args: Node[] = []): DropKey[] {
  const name = namesToQualified(names.map((part) => nodeOf(part, 'String')?.sval ?? ''));
  if (!name || name.schema === 'pg_catalog') return name?.name === 'nextval' ? sequenceOf(args[0]) : [];
  return [functionKey(fullName(name)), ...(name.name === 'nextval' ? sequenceOf(args[0]) : [])];
}

function sequenceOf(arg: Node | undefined): DropKey[] {
  const constant = nodeOf(arg, 'A_Const') ?? nodeOf(nodeOf(arg, 'TypeCast')?.arg, 'A_Const');
  const written = constant?.sval?.sval;
  if (!written) return [];
  const parts = (written.match(/"(?:[^"]|"")+"|[^.]+/g) ?? []).map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase(),
  );
  const name = namesToQualified(parts);
  return name ? [fullName(name)] : [];
}

/** The keys with another name in the place of one, and of all that is part of it. */
export function renamedKeys(keys: readonly DropKey[], from: string, to: string): readonly DropKey[] {
  if (!keys.some((key) => mentions(key, from))) return keys;
  return keys.map((key) => (mentions(key, from) ? key.replace(from, () => to) : key));
}

function mentions(key: DropKey, name: string): boolean {
  const bare = key.slice(key.indexOf(' ') + 1);
  return bare === name || bare.startsWith(`${name}.`) || bare === `${name}()`;
}
