/** A value of each type, made of the row's number. */

import { literal } from '../../../sql/quote.js';
import type { PgType } from './catalog.js';

export interface SeedValue {
  sql: string;
  /** How many different ones there are. */
  distinct: number;
}

export type PgTypes = ReadonlyMap<number, PgType>;

/** A type without its domains, and what the domains ask. */
export function resolve(types: PgTypes, oid: number, typmod: number) {
  const checks: PgType['checks'] = [];
  let notNull = false;
  let type = types.get(oid);
  let mod = typmod;
  while (type?.kind === 'domain') {
    checks.push(...type.checks);
    notNull ||= type.notNull;
    mod = type.typmod;
    type = types.get(type.of);
  }
  return { type, typmod: mod, checks, notNull };
}

/** `g`: an expression of type integer, in parentheses if it isn't a name. Undefined where nothing can be made. */
export function makeValue(types: PgTypes, oid: number, typmod: number, g: string): SeedValue | undefined {
  const { type, typmod: mod, checks } = resolve(types, oid, typmod);
  if (type === undefined) return undefined;
  if (type.kind === 'enum') return enumValue(type, g);
  if (type.kind === 'range') return rangeValue(types, type, g);
  if (type.kind === 'multirange') {
    const range = makeValue(types, type.of, -1, g);
    return range && { ...range, sql: `${type.sql}(${range.sql})` };
  }
  if (type.kind === 'composite') {
    const fields = type.attributes.map((field) => makeValue(types, field.type, field.typmod, g)?.sql ?? 'NULL');
    return { sql: `ROW(${fields.join(', ')})::${type.sql}`, distinct: Number.POSITIVE_INFINITY };
  }
  if (type.category === 'A') return arrayValue(types, type, g, { typmod: mod, checked: checks.length > 0 });
  return baseValue(type, mod, g);
}

function enumValue({ labels, sql }: PgType, g: string): SeedValue | undefined {
  if (labels.length === 0) return undefined;
  const array = `(ARRAY[${labels.map(literal).join(', ')}]::${sql}[])`;
  return { sql: `${array}[1 + (${g} - 1) % ${labels.length}]`, distinct: labels.length };
}

/** Ranges of neighbouring rows never touch, so that exclusion constraints hold. */
function rangeValue(types: PgTypes, type: PgType, g: string): SeedValue | undefined {
  const low = makeValue(types, type.of, -1, `(${g} * 10)`);
  const high = makeValue(types, type.of, -1, `(${g} * 10 + 5)`);
  if (!low || !high) return undefined;
  return { sql: `${type.sql}(${low.sql}, ${high.sql})`, distinct: low.distinct };
}

/** `checked`: by a domain over the array. */
function arrayValue(
  types: PgTypes,
  type: PgType,
  g: string,
  { typmod, checked }: { typmod: number; checked: boolean },
): SeedValue | undefined {
  const element = types.get(type.of);
  // A domain checks each element, and no filter reaches in there.
  if (element?.kind === 'domain' && (element.checks.length > 0 || checked)) {
    return { sql: `'{}'::${type.sql}`, distinct: 1 };
  }
  const value = makeValue(types, type.of, typmod, g);
  return value && { ...value, sql: `ARRAY[${value.sql}]::${castName(type)}` };
}

/** The type's name without a length: `character` and `bit` alone mean a length of one. */
export function castName({ sql }: PgType): string {
  return sql.replace(/^character(?=$|\[)/, 'bpchar').replace(/^bit(?=$|\[)/, '"bit"');
}

const DAY = "date '2024-01-01'";
const INSTANT = "timestamp '2024-01-01 00:00:00'";
const TEXT_KEYED: Record<string, (g: string) => string> = {
  uuid: (g) => `'00000000-0000-4000-8000-' || lpad(to_hex(${g}), 12, '0')`,
  inet: (g) => `'10.' || ((${g} >> 16) & 255) || '.' || ((${g} >> 8) & 255) || '.' || (${g} & 255)`,
  macaddr: (g) => `lpad(to_hex(${g}), 12, '0')`,
  macaddr8: (g) => `lpad(to_hex(${g}), 16, '0')`,
  xml: (g) => `'<row>' || ${g} || '</row>'`,
  pg_lsn: (g) => `'0/' || to_hex(${g})`,
  jsonpath: () => `'$'`,
  line: (g) => `'{1,-1,' || ${g} || '}'`,
  path: (g) => `'((0,0),(' || ${g} || ',1))'`,
  polygon: (g) => `'((0,0),(' || ${g} || ',0),(0,1))'`,
  hstore: (g) => `'id=>' || ${g}`,
  geometry: (g) => `'SRID=4326;POINT(' || ${g} % 180 || ' 0)'`,
  geography: (g) => `'SRID=4326;POINT(' || ${g} % 180 || ' 0)'`,
  tsquery: (g) => `${g}::text`,
  pg_snapshot: (g) => `${g} || ':' || ${g} || ':'`,
  txid_snapshot: (g) => `${g} || ':' || ${g} || ':'`,
};
const EXPRESSIONS: Record<string, (g: string) => string> = {
  bool: (g) => `(${g} % 2 = 1)`,
  int8: (g) => `${g}::bigint`,
  float4: (g) => `${g}::real`,
  float8: (g) => `${g}::float8`,
  money: (g) => `${g}::numeric::money`,
  date: (g) => `(${DAY} + ${g})`,
  timestamp: (g) => `(${INSTANT} + ${g} * interval '1 minute')`,
  timestamptz: (g) => `((${INSTANT} + ${g} * interval '1 minute') AT TIME ZONE 'UTC')`,
  time: (g) => `(time '00:00:00' + ${g} % 86400 * interval '1 second')`,
  timetz: (g) => `(timetz '00:00:00+00' + ${g} % 86400 * interval '1 second')`,
  interval: (g) => `${g} * interval '1 hour'`,
  json: (g) => `json_build_object('id', ${g})`,
  jsonb: (g) => `jsonb_build_object('id', ${g})`,
  bytea: (g) => `decode(lpad(to_hex(${g}), 8, '0'), 'hex')`,
  tsvector: (g) => `to_tsvector('pg_catalog.simple', ${g}::text)`,
  point: (g) => `point(${g}, ${g})`,
  lseg: (g) => `lseg(point(${g}, 0), point(${g}, 1))`,
  box: (g) => `box(point(${g} * 2, 0), point(${g} * 2 + 1, 1))`,
  circle: (g) => `circle(point(${g} * 3, 0), 1)`,
  oid: (g) => `${g}::oid`,
  regclass: () => `'pg_catalog.pg_class'::regclass`,
  regtype: () => `'pg_catalog.int4'::regtype`,
  regproc: () => `'pg_catalog.now'::regproc`,
  regrole: () => `current_user::regrole`,
};
/** Types with fewer values than a table may have rows. */
const FEW: Record<string, number> = { bool: 2, time: 86_400, timetz: 86_400, jsonpath: 1, regclass: 1, regtype: 1 };

function baseValue(type: PgType, typmod: number, g: string): SeedValue {
  const { name, sql } = type;
  const distinct = FEW[name] ?? Number.POSITIVE_INFINITY;
  if (name === 'int2') return { sql: `(${g} % 32767)::smallint`, distinct: 32_767 };
  if (name === 'int4') return { sql: g, distinct };
  if (name === 'numeric') return numericValue(typmod, g);
  if (name === 'bit' || name === 'varbit') {
    const bits = typmod < 0 ? (name === 'bit' ? 1 : 32) : Math.min(typmod, name === 'bit' ? typmod : 32);
    return { sql: `${g}::bit(${bits})${name === 'varbit' ? '::varbit' : ''}`, distinct: 2 ** bits };
  }
  if (name === 'char') return { sql: `chr(65 + ${g} % 26)::"char"`, distinct: 26 };
  if (name === 'vector') {
    const dimensions = Math.max(typmod, 1);
    return { sql: `(array_fill(${g}::real, ARRAY[${dimensions}]))::${sql}`, distinct };
  }
  if (name === 'varchar' || name === 'bpchar') {
    // A character type without a length has no limit; `char` alone is char(1), and says so in its modifier.
    const length = typmod < 4 ? 10 : typmod - 4;
    const number = length < 9 ? `(${g} % ${10 ** length})` : g;
    return { sql: `${number}::text`, distinct: length < 9 ? 10 ** length : Number.POSITIVE_INFINITY };
  }
  const known = EXPRESSIONS[name]?.(g);
  if (known !== undefined) return { sql: known, distinct };
  const text = TEXT_KEYED[name]?.(g) ?? `${g}::text`;
  return { sql: name === 'text' ? text : `(${text})::${sql}`, distinct };
}

function numericValue(typmod: number, g: string): SeedValue {
  if (typmod < 4) return { sql: `${g}::numeric`, distinct: Number.POSITIVE_INFINITY };
  const { precision, scale } = numericLimits(typmod);
  if (precision - scale >= 7) return { sql: `${g}::numeric`, distinct: Number.POSITIVE_INFINITY };
  const digits = Math.min(precision, 9);
  return { sql: `((${g} % ${10 ** digits}) * 1e${-scale}::numeric)`, distinct: 10 ** digits };
}

/** The digits of `numeric(precision, scale)`. The scale has 11 bits and a sign. */
export function numericLimits(typmod: number): { precision: number; scale: number } {
  const bits = (typmod - 4) & 0x7ff;
  return { precision: ((typmod - 4) >> 16) & 0xffff, scale: bits >= 1024 ? bits - 2048 : bits };
}
