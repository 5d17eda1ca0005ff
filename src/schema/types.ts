/** Data types as the grammar spells them, brought to one spelling. */
import type { Node, TypeName } from '@pgsql/types';
import { conjuncts, nodeOf, walk } from '../sql/ast.js';

export interface ColumnType {
  /** The catalogs' name, such as `int4`, `varchar` or `timestamptz`; a user's type keeps its schema where that isn't public. */
  name: string;
  /** Its modifiers, for example [10, 2] of numeric(10, 2). */
  modifiers: number[];
  array: boolean;
  /** smallserial, serial, bigserial: an integer with a sequence as its default. */
  serial: boolean;
}

const SERIALS: Record<string, string> = {
  smallserial: 'int2',
  serial2: 'int2',
  serial: 'int4',
  serial4: 'int4',
  bigserial: 'int8',
  serial8: 'int8',
};

/** Names that the grammar leaves as they are written though the catalogs spell them otherwise. */
const ALIASES: Record<string, string> = { character: 'bpchar', decimal: 'numeric', boolean: 'bool' };

export function columnType(type: TypeName | undefined): ColumnType | undefined {
  const names = (type?.names ?? []).map((name) => nodeOf(name, 'String')?.sval ?? '');
  if (!type || names.length === 0) return undefined;
  const own = names[0] === 'pg_catalog' || (names[0] === 'public' && names.length > 1) ? names.slice(1) : names;
  const spelled = own.join('.');
  const serial = SERIALS[spelled];
  return {
    name: serial ?? ALIASES[spelled] ?? spelled,
    modifiers: (type.typmods ?? []).map((mod) => nodeOf(mod, 'A_Const')?.ival?.ival ?? 0),
    array: (type.arrayBounds ?? []).length > 0,
    serial: serial !== undefined,
  };
}

/** As SQL writes it. */
export function typeText({ name, modifiers, array }: ColumnType): string {
  return `${name}${modifiers.length > 0 ? `(${modifiers.join(', ')})` : ''}${array ? '[]' : ''}`;
}

/** What a signature tells types apart by: without modifiers. */
export function typeIdentity(type: ColumnType | undefined): string {
  return type ? `${type.name}${type.array ? '[]' : ''}` : '';
}

const FORMATTED: Record<string, string> = {
  bool: 'boolean',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  numeric: 'numeric',
  varchar: 'character varying',
  bpchar: 'character',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  time: 'time without time zone',
  timetz: 'time with time zone',
  interval: 'interval',
};

/** As the catalogs write it in a name (format_type_be_qualified): SQL's own names have no schema. */
export function catalogType({ name, array }: ColumnType): string {
  const schema = name.includes('.') ? '' : BUILT_IN.test(name) ? 'pg_catalog.' : 'public.';
  return `${FORMATTED[name] ?? `${schema}${name}`}${array ? '[]' : ''}`;
}

/** Postgres' own types, which come before a user's of the same name where no schema is written. */
export const BUILT_IN =
  /^(int[248]|float[48]|numeric|text|varchar|bpchar|bool|date|timetz?|timestamp(tz)?|interval|jsonb?|uuid|bytea|inet|char|name|oid|reg\w+|xid8?|cid|tid|cidr|macaddr8?|bit|varbit|money|point|line|lseg|box|path|polygon|circle|tsvector|tsquery|xml|jsonpath|pg_\w+|txid_snapshot|(int[48]|num|tsz?|tstz|date)(multi)?range|int2vector|oidvector|refcursor|record|void|trigger|event_trigger|any\w*|internal|cstring)$/;

/** The columns that an expression names, each once. */
export function columnsIn(expression: Node | undefined): string[] {
  const names = new Set<string>();
  walk(expression, (tag, body) => {
    if (tag !== 'ColumnRef') return;
    const last = nodeOf((body.fields as Node[] | undefined)?.at(-1), 'String')?.sval;
    if (last) names.add(last);
  });
  return [...names];
}

/** The columns of a condition that is nothing but `column IS NOT NULL`, joined by AND; undefined for any other. */
export function notNullColumns(condition: Node | undefined): string[] | undefined {
  const columns = conjuncts(condition).map((part) => {
    const test = nodeOf(part, 'NullTest');
    const fields = test?.nulltesttype === 'IS_NOT_NULL' ? nodeOf(test.arg, 'ColumnRef')?.fields : undefined;
    return nodeOf(fields?.at(-1), 'String')?.sval;
  });
  return columns.every((column) => column !== undefined) ? columns : undefined;
}
