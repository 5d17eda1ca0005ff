/**
 * Which expressions Postgres refuses where it demands immutable ones (pg_proc.provolatile): they depend on the session's time
 * zone or settings, on the time or on chance. Held against servers in test/proof/mutability.test.ts. Pure.
 */
import type { Node, TypeName } from '@pgsql/types';
import { nodeOf, walk } from '../sql/ast.js';
import { fullName } from './objects.js';
import type { Schema } from './schema.js';
import { columnType } from './types.js';

/** The base type of a column; undefined where nobody knows it. */
export type TypeOfColumn = (column: string) => string | undefined;

/** No form of these is immutable, whatever they are given. */
export const NEVER_IMMUTABLE: readonly string[] =
  `array_to_string clock_timestamp concat concat_ws current_setting format gen_random_uuid json_build_array json_build_object
   jsonb_build_array jsonb_build_object make_timestamptz nextval now random row_to_json statement_timestamp timeofday to_char
   to_date to_json to_jsonb to_number transaction_timestamp`.split(/\s+/);
const NEVER = new Set(NEVER_IMMUTABLE);

/** With so many arguments they read a setting. */
export const BY_ARGUMENTS: Readonly<Record<string, number>> = {
  age: 1,
  to_timestamp: 2,
  to_tsvector: 1,
  to_tsquery: 1,
  plainto_tsquery: 1,
  phraseto_tsquery: 1,
  websearch_to_tsquery: 1,
};

/** With a timestamptz at this place they depend on the time zone; so many arguments. */
export const BY_ZONE: Readonly<Record<string, { at: number; of: number }>> = {
  date_trunc: { at: 1, of: 2 },
  date_part: { at: 1, of: 2 },
  extract: { at: 1, of: 2 },
  date: { at: 0, of: 1 },
};

const TEXTS = ['text', 'varchar', 'bpchar'];
const TO_TIMES = ['date', 'timestamp', 'timestamptz', 'time', 'timetz', 'interval'];
/** By the type that is cast: to which it isn't immutable. */
export const CASTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(TEXTS.map((text) => [text, TO_TIMES])),
  date: [...TEXTS, 'timestamptz'],
  timestamp: [...TEXTS, 'timestamptz'],
  timestamptz: [...TEXTS, 'date', 'timestamp', 'time', 'timetz'],
  time: ['timetz'],
  interval: TEXTS,
};

/** The first part that is not immutable, as people would write it. */
export function mutablePart(expression: Node | undefined, typeOf: TypeOfColumn, schema: Schema): string | undefined {
  let found: string | undefined;
  walk(expression, (tag, body) => {
    found ??= partOf(tag, body, typeOf, schema);
  });
  return found;
}

function partOf(tag: string, body: Record<string, unknown>, typeOf: TypeOfColumn, schema: Schema): string | undefined {
  if (tag === 'SQLValueFunction')
    return String(body.op)
      .replace(/^SVFOP_/, '')
      .replace(/_N$/, '');
  if (tag === 'FuncCall') return calledPart(body as Called, typeOf, schema);
  if (tag !== 'TypeCast') return undefined;
  const from = typeOfNode(body.arg as Node, typeOf);
  const to = plain(body.typeName as TypeName);
  return from !== undefined && to !== undefined && CASTS[from]?.includes(to)
    ? `the cast of ${from} to ${to}`
    : undefined;
}

interface Called {
  funcname?: Node[];
  args?: Node[];
}

function calledPart({ funcname = [], args = [] }: Called, typeOf: TypeOfColumn, schema: Schema): string | undefined {
  const parts = funcname.map((part) => nodeOf(part, 'String')?.sval ?? '');
  const name = parts.at(-1) ?? '';
  const isBare = parts.length === 1;
  if (!isBare && parts[0] !== 'pg_catalog') return ownPart(parts, schema);
  const zone = BY_ZONE[name];
  const words = zone && args.length === zone.of && typeOfNode(args[zone.at], typeOf) === 'timestamptz';
  if (words) return `${name}() of a timestamptz`;
  // An own function of the name may be the one that is meant.
  if (isBare && schema.find('function', `public.${name}`)) return ownPart(['public', name], schema);
  if (BY_ARGUMENTS[name] === args.length)
    return `${name}() with ${args.length === 1 ? 'one value' : `${args.length} values`}`;
  return NEVER.has(name) ? `${name}()` : undefined;
}

/** One in SQL may be put in its place, and then its body counts. */
function ownPart([schemaName = '', name = '']: string[], schema: Schema): string | undefined {
  const facts = schema.find('function', fullName({ schema: schemaName, name }))?.facts;
  const isRun = facts?.language !== undefined && facts.language !== 'sql';
  return isRun && facts.volatility !== undefined && facts.volatility !== 'immutable'
    ? `${name}(), which is ${facts.volatility}`
    : undefined;
}

function typeOfNode(node: Node | undefined, typeOf: TypeOfColumn): string | undefined {
  const cast = nodeOf(node, 'TypeCast');
  if (cast) return nodeOf(cast.arg, 'A_Const') && plain(cast.typeName) === undefined ? undefined : plain(cast.typeName);
  const fields = nodeOf(node, 'ColumnRef')?.fields ?? [];
  const name = fields.length === 1 ? nodeOf(fields[0], 'String')?.sval : undefined;
  return name === undefined ? undefined : typeOf(name);
}

function plain(type: TypeName | undefined): string | undefined {
  const known = columnType(type);
  return known && !known.array ? known.name : undefined;
}
