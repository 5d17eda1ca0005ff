/** Values that a condition contains, as candidates for the columns that it checks. */

import { literal } from '../../../sql/quote.js';
import type { PgType } from './catalog.js';
import { likeSample, regexSamples } from './pattern.js';
import { castName, numericLimits } from './values.js';

interface Token {
  text: string;
  string: boolean;
  /** The type that it is written with. */
  cast: string;
  /** What precedes it: the operator of a pattern. */
  operator: string;
}

const TOKEN = /E?'((?:[^']|'')*)'(?:::("[^"]+"|[\w.]+(?: [a-z]+)*(?:\[\])?))?|(?<![\w".])(-?\d+(?:\.\d+)?)/g;

function tokensOf(condition: string): Token[] {
  return [...condition.matchAll(TOKEN)].map((match) => {
    const string = match[1] !== undefined;
    const raw = match[1]?.replaceAll("''", "'") ?? match[3] ?? '';
    const text = match[0].startsWith('E') ? raw.replaceAll('\\\\', '\\') : raw;
    const operator = /(!?~[~*]*)\s*\(*$/.exec(condition.slice(0, match.index))?.[1] ?? '';
    return { text, string, cast: match[2] ?? '', operator };
  });
}

const NUMBERS = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'money', 'oid']);
const TEXTS = new Set(['text', 'varchar', 'bpchar', 'citext', 'name']);
const TIMES = new Set(['date', 'timestamp', 'timestamptz']);
const LIMITS: Record<string, number> = { int2: 32_767, int4: 2_147_483_647, oid: 2_147_483_647 };

/** SQL expressions of the type; `count`: how many are wanted where there is no end of them. */
export function valuesOfConditions(
  conditions: readonly string[],
  type: PgType,
  typmod: number,
  count: number,
): string[] {
  const tokens = conditions.flatMap(tokensOf);
  const cast = castName(type);
  if (NUMBERS.has(type.name)) return numbers(tokens, type, typmod).map((number) => `(${number})::${cast}`);
  if (TEXTS.has(type.name))
    return [...new Set(texts(tokens, typmod, count))].map((text) => `${literal(text)}::${cast}`);
  if (TIMES.has(type.name)) return times(tokens, cast);
  if (type.name === 'json' || type.name === 'jsonb') return documents(tokens, cast);
  if (type.name === 'bool') return ['true', 'false'];
  if (type.category === 'A')
    return tokens
      .filter(({ string }) => string)
      .slice(0, 20)
      .map(({ text }) => `ARRAY[${literal(text)}]::${cast}`);
  return tokens
    .filter((token) => token.string && token.cast === type.sql)
    .map(({ text }) => `${literal(text)}::${cast}`);
}

/** Expressions of `g` that start at each value of the condition, for the types that can be counted on. */
export function progressions(conditions: readonly string[], type: PgType): string[] {
  const tokens = conditions.flatMap(tokensOf);
  if (/^(int[48]|numeric)$/.test(type.name)) {
    const found = tokens.map(({ text }) => Number(text)).filter((number) => Math.abs(number) < 1e9);
    return [...new Set(found)].slice(0, 8).map((number) => `(${number} + g)::${type.sql}`);
  }
  if (TEXTS.has(type.name)) {
    const patterns = tokens.filter(({ operator, text }) => operator.startsWith('~~') && text.includes('%'));
    return patterns.slice(0, 8).map(({ text }) => `(${likeExpression(text)})`);
  }
  if (!TIMES.has(type.name)) return [];
  const step = type.name === 'date' ? 'g' : "g * interval '1 minute'";
  return timeLiterals(tokens, type.sql)
    .slice(0, 8)
    .map((value) => `(${value} + ${step})`);
}

/** The pattern with the row's number in place of its first %. */
function likeExpression(pattern: string): string {
  const at = pattern.search(/(?<!\\)%/);
  if (at < 0) return literal(likeSample(pattern, 0));
  return `${literal(likeSample(pattern.slice(0, at), 0))} || g || ${literal(likeSample(pattern.slice(at + 1), 0))}`;
}

function numbers(tokens: Token[], type: PgType, typmod: number): number[] {
  const { precision, scale } =
    type.name === 'numeric' && typmod >= 4 ? numericLimits(typmod) : { precision: 40, scale: 2 };
  const whole = /^(int|oid)/.test(type.name);
  const step = whole ? [] : [10 ** -scale, 0.5];
  const limit = LIMITS[type.name] ?? (typmod >= 4 ? 10 ** (precision - scale) - 1 : 9e15);
  const found = tokens.map(({ text }) => Number(text)).filter((number) => Number.isFinite(number));
  const near = [...found, 1, 0].flatMap((n) => [n, n + 1, n - 1, ...step.flatMap((s) => [n + s, n - s])]);
  const rounded = near.map((n) => (whole ? Math.round(n) : Number(n.toFixed(Math.max(0, Math.min(scale, 10))))));
  return [...new Set(rounded)].filter((n) => Math.abs(n) <= limit).slice(0, 200);
}

function texts(tokens: Token[], typmod: number, count: number): string[] {
  const longest = typmod < 4 ? 1000 : typmod - 4;
  const seeds = Array.from({ length: Math.min(count, 1000) }, (_, n) => n + 1);
  const out = tokens.flatMap(({ text, string, operator, cast }) => {
    if (!string) return seeds.slice(0, 20).flatMap((seed) => [0, 1, -1].map((d) => padded(seed, Number(text) + d)));
    if (operator.startsWith('~~')) return seeds.map((seed) => likeSample(text, seed));
    if (operator.startsWith('~')) return regexSamples(text, Math.min(count, 1000));
    if (cast.endsWith('[]'))
      return text
        .replace(/^\{|\}$/g, '')
        .split(',')
        .map((item) => item.replace(/^"|"$/g, ''));
    if (/^(date|time|integer|bigint|numeric)/.test(cast)) return [];
    return [text, ...seeds.slice(0, 3).flatMap((seed) => [`${seed}${text}${seed}`, `${text}${seed}`])];
  });
  return out.filter((text) => text.length <= longest);
}

function padded(seed: number, length: number): string {
  return Number.isInteger(length) && length > 0 && length <= 1000 ? String(seed).padStart(length, '0') : String(seed);
}

function timeLiterals(tokens: Token[], cast: string): string[] {
  const found = tokens.filter((token) => token.string && /^(date|timestamp)/.test(token.cast));
  return [...new Set(found.map(({ text }) => `${literal(text)}::${cast}`))];
}

function times(tokens: Token[], cast: string): string[] {
  return timeLiterals(tokens, cast).flatMap((value) =>
    cast === 'date'
      ? [value, `(${value} + 1)`, `(${value} - 1)`]
      : [value, `(${value} + interval '1 day')`, `(${value} - interval '1 day')`],
  );
}

function documents(tokens: Token[], cast: string): string[] {
  const keys = [...new Set(tokens.filter(({ string }) => string).map(({ text }) => text))];
  const object = (value: unknown) => JSON.stringify(Object.fromEntries(keys.map((key) => [key, value])));
  return [object(1), object('1'), object([]), object({}), '[]', '{}', '[1]', '"1"', '1', 'true', 'null'].map(
    (text) => `${literal(text)}::${cast}`,
  );
}
