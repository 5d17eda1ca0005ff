/** Arguments of a function that calls may leave out no more. Pure. */
import { code } from '../../../sql/words.js';
import { type Entry, textOf } from '../../snapshot/entry.js';
import type { LostItem } from './loss.js';

/** With SQL that brings them back: CREATE OR REPLACE may give a default, not take one away. */
export function lostDefaults(before: Entry, after: Entry): LostItem[] {
  const was = argumentsOf(textOf(before, 'arguments') ?? '');
  const is = argumentsOf(textOf(after, 'arguments') ?? '');
  const lost = was.flatMap(({ declared, value }, at) =>
    value !== undefined && is[at] !== undefined && is[at].value === undefined ? [{ declared, value }] : [],
  );
  if (lost.length === 0) return [];
  const header = is.map(({ declared, value }, at) => withDefault(declared, value ?? was[at]?.value)).join(', ');
  const old = `(${textOf(after, 'arguments') ?? ''})`;
  const sql = String(after.facts.sql ?? '').replace(old, () => `(${header})`);
  const words = lost.map(({ declared, value }) => code(withDefault(declared, value))).join(', ');
  return [{ words: `${words}, which calls may leave out`, sql: `${sql.trim()};` }];
}

const withDefault = (declared: string, value: string | undefined) =>
  value === undefined ? declared : `${declared} DEFAULT ${value}`;

/** As pg_get_function_arguments lists them. */
function argumentsOf(list: string): { declared: string; value: string | undefined }[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const [token] of list.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
    if (token === '(' || token === '[') depth++;
    if (token === ')' || token === ']') depth--;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => {
    const [, declared = part, value] = /^(.*?) DEFAULT (.*)$/s.exec(part.trim()) ?? [];
    return { declared: declared.trim(), value };
  });
}
