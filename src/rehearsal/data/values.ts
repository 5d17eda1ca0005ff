/** Values that are too much for a type, or that a check may not like. Pure. */
import { literal } from '../../sql/quote.js';

const INTEGERS = ['smallint', 'integer', 'bigint'];
const ABOVE: Record<string, string> = { smallint: '32768', integer: '2147483648' };

/** A value that the new type holds and the old one doesn't; undefined where there is none, or where that is unknown. */
export function overflow(was: string, now: string): { sql: string; words: string } | undefined {
  const [from, to] = [INTEGERS.indexOf(was), INTEGERS.indexOf(now)];
  const above = ABOVE[was];
  if (above !== undefined && (to > from || /^numeric$/.test(now))) return { sql: above, words: `the number ${above}` };
  return longer(was, now) ?? greater(was, now);
}

function longer(was: string, now: string): { sql: string; words: string } | undefined {
  const length = (type: string) => Number(/^character(?: varying)?\((\d+)\)$/.exec(type)?.[1] ?? Number.NaN);
  const [old, room] = [length(was), /^(?:text|character varying)$/.test(now) ? Number.POSITIVE_INFINITY : length(now)];
  if (!(room > old)) return undefined;
  return { sql: `repeat('x', ${old + 1})`, words: `a text of ${old + 1} characters` };
}

function greater(was: string, now: string): { sql: string; words: string } | undefined {
  const digits = (type: string) => {
    const [, precision, scale = '0'] = /^numeric\((\d+)(?:,(-?\d+))?\)$/.exec(type) ?? [];
    return precision === undefined ? Number.NaN : Number(precision) - Number(scale);
  };
  const [old, room] = [digits(was), now === 'numeric' ? Number.POSITIVE_INFINITY : digits(now)];
  if (!(room > old)) return undefined;
  return { sql: `1${'0'.repeat(old)}`, words: `a number of ${old + 1} digits` };
}

/** Values at the edges of a type, as SQL: one of them is likely to break a check. */
export function candidates(type: string, category: string): string[] {
  switch (category) {
    case 'N':
      return ['-1', '0', '1', '30000', '-30000', 'NULL'];
    case 'S':
      return [literal(''), literal('x'), `repeat('x', 300)`, literal('ÄÖ 1!'), 'NULL'];
    case 'B':
      return ['false', 'true', 'NULL'];
    case 'D':
      return [`'0001-01-01'::${type}`, `'9999-12-31'::${type}`, 'NULL'];
    default:
      return ['NULL'];
  }
}
