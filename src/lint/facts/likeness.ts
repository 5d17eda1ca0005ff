/** Whether two parts of definitions mean the same to Postgres, as far as that can be told from the SQL. Pure. */
import type { Node } from '@pgsql/types';
import { UNTOLD } from '../../schema/parts-of-definitions.js';
import { nodeOf, sameTree, walk } from '../../sql/ast.js';

/** `unknown`: written in two ways, which may come to the same. */
export type Likeness = 'same' | 'different' | 'unknown';

/** Absent, false and an empty list are one. */
export function likeness(a: unknown, b: unknown): Likeness {
  const [one, other] = [present(a), present(b)];
  if (one === UNTOLD || other === UNTOLD) return one === null || other === null ? 'different' : 'unknown';
  if (one === null || other === null) return one === other ? 'same' : 'different';
  if (typeof one !== 'object' || typeof other !== 'object') return one === other ? 'same' : 'different';
  if (sameTree(plain(one), plain(other))) return 'same';
  return byWords(one, other);
}

function present(value: unknown): unknown {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0) ? null : value;
}

/** An expression without what Postgres adds by itself: the type of a literal, the schema of its own functions and of public. */
function plain(tree: unknown, depth = 0): unknown {
  // No default is as deep as that; what is, is compared as it is written.
  if (tree === null || typeof tree !== 'object' || depth > 100) return tree;
  if (Array.isArray(tree)) return tree.map((part) => plain(part, depth + 1));
  const literal = nodeOf(tree as Node, 'TypeCast')?.arg;
  if (literal && 'A_Const' in literal) return plain(literal, depth + 1);
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key, part]) => !(key === 'schemaname' && part === 'public'))
      .map(([key, part]) => [key, plain(LAST.has(key) && Array.isArray(part) ? lastOf(part) : part, depth + 1)]),
  );
}

/** Names whose schema says nothing where it is the usual one. */
const LAST = new Set(['funcname', 'names', 'opclass', 'collname']);

function lastOf(names: Node[]): Node[] {
  const schema = names.length > 1 ? nodeOf(names[0], 'String')?.sval : undefined;
  return schema === 'pg_catalog' || schema === 'public' ? names.slice(1) : names;
}

/** Two trees that are not alike differ for sure where they speak of other constants, columns or relations. */
function byWords(a: object, b: object): Likeness {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one === undefined || other === undefined) return 'unknown';
  return one === other ? 'unknown' : 'different';
}

/** Undefined where a * stands for names that no script tells. */
function wordsOf(tree: object): string | undefined {
  const words = new Set<string>();
  let isTold = true;
  walk(tree, (tag, body) => {
    if (tag === 'A_Star') isTold = false;
    if (tag === 'ColumnRef') {
      const last = nodeOf((body.fields as Node[] | undefined)?.at(-1), 'String')?.sval;
      if (last !== undefined) words.add(`column ${last}`);
    }
    if (tag === 'RangeVar') words.add(`relation ${String(body.relname)}`);
    // As it is written: 1 and '1' may be the same.
    if (tag === 'A_Const') words.add(`constant ${constantOf(body)}`);
    if (tag === 'IndexElem' && typeof body.name === 'string') words.add(`column ${body.name}`);
  });
  return isTold ? [...words].toSorted().join('\n') : undefined;
}

function constantOf({ isnull, sval, ival, fval, boolval }: Record<string, unknown>): string {
  if (isnull) return 'null';
  const value = (sval as { sval?: string })?.sval ?? (fval as { fval?: string })?.fval;
  if (value !== undefined) return value;
  if (boolval) return String((boolval as { boolval?: boolean }).boolval ?? false);
  return String((ival as { ival?: number } | undefined)?.ival ?? 0);
}
