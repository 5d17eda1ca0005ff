/** What the body of a function writes, as far as its text shows it without doubt. */
import type { RangeVar } from '@pgsql/types';

export interface BodyWrite {
  change: 'update' | 'delete';
  relation: RangeVar;
  /** WHERE one column equals a parameter, by its number or its name, and nothing else. */
  only?: { column: string; value: string };
}

/** What may leave a statement out, run it later, or end the transaction; and comments, whose lines are not known any more. */
const UNSURE = /--|\/\*|\b(?:if|case|loop|while|for|foreach|exception|execute|commit|rollback|raise|atomic)\b/i;
const NAME = String.raw`((?:[a-z_]\w*\.)?[a-z_]\w*)`;
const UPDATE = new RegExp(String.raw`^update\s+(?:only\s+)?${NAME}\s+set\s`, 'i');
const DELETE = new RegExp(String.raw`^delete\s+from\s+(?:only\s+)?${NAME}$`, 'i');
const EQUAL = new RegExp(String.raw`^${NAME}\s*=\s*(${NAME}|\$\d+)$`, 'i');

/** Each UPDATE and DELETE that has no condition, or a single equation. */
export function writesInBody(body: string): BodyWrite[] {
  const code = body.replace(/'(?:[^']|'')*'/g, "''");
  if (UNSURE.test(code)) return [];
  return code.split(';').flatMap((part): BodyWrite[] => {
    const sql = part.replace(/^.*\bbegin\s+/is, '').trim();
    const [head = '', condition, ...more] = sql.split(/\bwhere\b/i).map((text) => text.trim());
    const [update, remove] = [UPDATE.exec(`${head} `)?.[1], DELETE.exec(head)?.[1]];
    const name = /\bfrom\b/i.test(head.replace(/^delete\s+from/i, '')) ? undefined : (update ?? remove);
    if (name === undefined || more.length > 0) return [];
    const [relname = '', schemaname] = name.toLowerCase().split('.').reverse();
    const relation = { relname, ...(schemaname !== undefined && { schemaname }), inh: true, relpersistence: 'p' };
    const change = update ? 'update' : 'delete';
    if (condition === undefined) return [{ change, relation }];
    const [, column = '', value = ''] = EQUAL.exec(condition.toLowerCase()) ?? [];
    const own = column.replace(`${relname}.`, '');
    // Which of two things of one name is meant depends on the language.
    if (own === '' || own.includes('.') || value.includes('.') || own === value) return [];
    return [{ change, relation, only: { column: own, value } }];
  });
}
