/** ALTER COLUMN … TYPE: which changes leave the rows as they are on disk. Shown by servers in test/proof/type-change.test.ts. Pure. */
import type { Node } from '@pgsql/types';
import { nodeOf } from '../sql/ast.js';
import type { DomainFacts } from './facts.js';
import { hasNoConversion, type Narrowing, narrowingOf } from './type-fit.js';
import { type ColumnType, columnType, typeText } from './types.js';

export interface TypeChange {
  /** `kept in UTC`: written anew unless the session's TimeZone is UTC. */
  rows: 'kept' | 'rewritten' | 'kept in UTC';
  /** Whether indexes on the column are built anew even where the rows are kept. */
  indexes: 'kept' | 'rebuilt';
  /** Values that don't fit: Postgres refuses the change, or truncates them silently. */
  narrowing?: Narrowing;
  /** Postgres has no conversion that it would use by itself: without USING it refuses the change. */
  needsUsing?: true;
}

/** What is known of user types. */
export interface UserTypes {
  domain: (type: ColumnType) => Partial<DomainFacts> | undefined;
  /** Whether it is an enum, composite or range type. */
  isOther: (type: ColumnType) => boolean;
}

/** The column's old and new type, and USING. Undefined where a type is unknown and it depends on it. */
export function typeChange(
  from: ColumnType | undefined,
  to: ColumnType,
  { using, column, types }: { using?: Node | undefined; column: string; types: UserTypes },
): TypeChange | undefined {
  const casts = castsOf(using, column);
  // An expression is computed for each row, whatever comes of it.
  if (casts === undefined) return { rows: 'rewritten', indexes: 'rebuilt' };
  const path = [from, ...casts, to];
  const steps = path.slice(1).map((next, at) => step(path[at], next as ColumnType, types));
  if (steps.some((one) => one === undefined)) return undefined;
  const known = steps as RowChange[];
  const rows = (['rewritten', 'kept in UTC'] as const).find((one) => known.includes(one)) ?? 'kept';
  const first = baseOf(from, types);
  const last = baseOf(to, types);
  const narrowing = first && last ? narrowingOf(first, last, casts.length > 0) : undefined;
  const kept =
    first !== undefined && last !== undefined && (first.name === last.name || ORDERED_ALIKE.has(pair(first, last)));
  const indexes = kept && rows !== 'rewritten' ? 'kept' : 'rebuilt';
  const needsUsing = using === undefined && first && last && hasNoConversion(first, last);
  return { rows, indexes, ...(narrowing && { narrowing }), ...(needsUsing && { needsUsing }) };
}

/** The types that USING casts the column to, from the inside out: `a::x::y` is [x, y]. Undefined for any other expression. */
function castsOf(using: Node | undefined, column: string): ColumnType[] | undefined {
  const types: ColumnType[] = [];
  let node = using;
  for (let cast = nodeOf(node, 'TypeCast'); cast; cast = nodeOf(node, 'TypeCast')) {
    const type = columnType(cast.typeName);
    if (!type) return undefined;
    types.unshift(type);
    node = cast.arg;
  }
  if (using === undefined) return [];
  const reference = nodeOf(node, 'ColumnRef')?.fields?.at(-1);
  return reference && nodeOf(reference, 'String')?.sval === column ? types : undefined;
}

type RowChange = TypeChange['rows'];

/** One cast, as the planner would simplify it. */
function step(
  from: ColumnType | undefined,
  to: ColumnType,
  types: UserTypes,
  seen: readonly string[] = [],
): RowChange | undefined {
  if (from && typeText(from) === typeText(to)) return 'kept';
  // Domains of each other, which Postgres refuses.
  if (seen.includes(to.name)) return undefined;
  const target = types.domain(to);
  if (target?.constrained) return 'rewritten';
  if (target?.base) return step(from, target.base, types, [...seen, to.name]);
  if (target !== undefined || !isKnown(to, types)) return undefined;
  if (from === undefined) return NOTHING_ELSE.has(to.name) || to.array ? 'rewritten' : undefined;
  const source = types.domain(from);
  // A domain's column doesn't say how long its values may be.
  if (source?.base && !seen.includes(from.name))
    return step({ ...source.base, modifiers: [] }, to, types, [...seen, from.name]);
  if (source !== undefined || !isKnown(from, types)) return undefined;
  return keeps(from, to) ? 'kept' : inTimeZone(from, to) ? 'kept in UTC' : 'rewritten';
}

function keeps(from: ColumnType, to: ColumnType): boolean {
  if (from.array !== to.array) return false;
  if (from.name !== to.name) return !from.array && to.modifiers.length === 0 && COERCIBLE.has(pair(from, to));
  if (to.modifiers.length === 0) return true;
  return !from.array && (WIDER[to.name]?.(from.modifiers, to.modifiers) ?? false);
}

/** timestamp to timestamptz and back is no work in UTC, if it doesn't round. */
function inTimeZone(from: ColumnType, to: ColumnType): boolean {
  const names = [from.name, to.name].sort().join(' ');
  return names === 'timestamp timestamptz' && !from.array && !to.array && (to.modifiers[0] ?? 6) >= 6;
}

type Wider = (from: number[], to: number[]) => boolean;

const longer: Wider = ([from = Number.POSITIVE_INFINITY], [to = 0]) => to >= from;
/** Six digits are all that there are. */
const finer: Wider = ([from = 6], [to = 6]) => to >= Math.min(from, 6);
/** What `interval` without fields has as its fields; nothing is cut where seconds are among them. */
const ALL_FIELDS = 0x7fff;
const SECONDS = 1 << 12;

/** New modifiers that any old value meets. char(n) and bit(n) pad their values: no length is like another. */
const WIDER: Record<string, Wider> = {
  varchar: longer,
  varbit: longer,
  numeric: ([precision, scale = 0], [to = 0, toScale = 0]) =>
    precision !== undefined && to >= precision && toScale === scale,
  time: finer,
  timetz: finer,
  timestamp: finer,
  timestamptz: finer,
  interval: ([fields = ALL_FIELDS, digits], [to = ALL_FIELDS, toDigits]) =>
    (to === fields || (to & SECONDS) !== 0) &&
    finer(digits === undefined ? [] : [digits], toDigits === undefined ? [] : [toDigits]),
};

const pair = (from: ColumnType, to: ColumnType) => `${from.name} ${to.name}`;

/** The same bytes under another name (pg_cast.castmethod = 'b'). */
const COERCIBLE = new Set([
  ...['varchar text', 'text varchar', 'text bpchar', 'varchar bpchar', 'xml text', 'xml varchar', 'cidr inet'],
  ...[
    'bit varbit',
    'varbit bit',
    'int4 oid',
    'oid int4',
    'text citext',
    'citext text',
    'varchar citext',
    'citext varchar',
  ],
]);

/** Those of them that an index sorts alike. */
const ORDERED_ALIKE = new Set(['varchar text', 'text varchar', 'cidr inet']);

/** Types that no other type's column becomes without being written anew. */
const NOTHING_ELSE = new Set('int2 int4 int8 float4 float8 money bool uuid json jsonb date bytea bpchar'.split(' '));

const BUILT_IN = new Set([
  ...NOTHING_ELSE,
  ...'numeric text varchar char name citext time timetz timestamp timestamptz interval xml jsonpath inet cidr'.split(
    ' ',
  ),
  ...'macaddr macaddr8 bit varbit point line lseg box path polygon circle tsvector tsquery oid pg_lsn'.split(' '),
  ...'int4range int8range numrange tsrange tstzrange daterange'.split(' '),
  ...'int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange'.split(' '),
]);

function isKnown(type: ColumnType, { isOther }: UserTypes): boolean {
  return BUILT_IN.has(type.name) || isOther(type);
}

function baseOf(type: ColumnType | undefined, types: UserTypes): ColumnType | undefined {
  const seen = new Set<string>();
  let base = type;
  while (base && !seen.has(base.name)) {
    seen.add(base.name);
    const next = types.domain(base)?.base;
    if (next === undefined) return base;
    base = next;
  }
  return undefined;
}
