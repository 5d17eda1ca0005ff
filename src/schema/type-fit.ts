/** Whether the values of one type fit into another, and whether Postgres converts them by itself. Pure. */
import type { ColumnType } from './types.js';

/** What becomes of values that don't fit: Postgres refuses the change, or truncates them silently. */
export type Narrowing = 'refused' | 'cut';

const RANGES: Record<string, number> = { int2: 1, int4: 2, int8: 3, numeric: 4, float4: 5, float8: 6 };
const TEXTS = new Set(['varchar', 'bpchar', 'text', 'citext']);

/** An assignment refuses what an explicit cast cuts. */
export function narrowingOf(from: ColumnType, to: ColumnType, explicit: boolean): Narrowing | undefined {
  if (from.array !== to.array) return undefined;
  const [limit = Number.POSITIVE_INFINITY] = to.modifiers;
  const [old = Number.POSITIVE_INFINITY] = from.modifiers;
  const sized = (TEXTS.has(from.name) && TEXTS.has(to.name)) || (/bit$/.test(from.name) && /bit$/.test(to.name));
  if (sized) return limit < old ? (explicit ? 'cut' : 'refused') : undefined;
  if (to.name === 'numeric' && from.name === 'numeric') return narrowerNumber(from.modifiers, to.modifiers);
  const ranks = [RANGES[from.name], RANGES[to.name]];
  if (ranks[0] !== undefined && ranks[1] !== undefined) {
    // Fractions are rounded.
    if (ranks[1] <= 3) return ranks[0] > 3 ? 'cut' : ranks[1] < ranks[0] ? 'refused' : undefined;
    return from.name === 'float8' && to.name === 'float4' ? 'refused' : undefined;
  }
  if (/^timestamp/.test(from.name) && /^(date|time|timetz)$/.test(to.name)) return 'cut';
  const digits = from.name === to.name && /^time/.test(to.name);
  return digits && Math.min(limit, 6) < Math.min(old, 6) ? 'cut' : undefined;
}

function narrowerNumber([old, oldScale = 0]: number[], [precision, scale = 0]: number[]): Narrowing | undefined {
  if (precision === undefined) return undefined;
  if (old === undefined || precision - scale < old - oldScale) return 'refused';
  return scale < oldScale ? 'cut' : undefined;
}

/** Postgres makes no assignment cast out of text, or between numbers and bool (pg_cast.castcontext). */
export function hasNoConversion(from: ColumnType, to: ColumnType): boolean {
  if (from.array || to.array) return false;
  if (TEXTS.has(from.name)) return !TEXTS.has(to.name) && to.name !== 'name';
  const isNumber = (type: ColumnType) => type.name in RANGES;
  return (from.name === 'bool' && isNumber(to)) || (isNumber(from) && to.name === 'bool');
}
