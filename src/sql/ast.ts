/** Small readers of libpg-query's trees. */
import type { BoolExpr, Node, RangeVar } from '@pgsql/types';
import { needsQuotes } from './keywords.js';

type Tag = Node extends infer N ? (N extends unknown ? keyof N : never) : never;
type Body<T extends Tag> = Extract<Node, Record<T, unknown>> extends Record<T, infer B> ? B : never;

/** The tree under a tag, or undefined where the node is something else. */
export function nodeOf<T extends Tag>(node: Node | null | undefined, tag: T): Body<T> | undefined {
  return node && tag in node ? (node as Record<T, Body<T>>)[tag] : undefined;
}

/** A name as the user wrote it, folded as Postgres folds it; no schema where none was written. */
export interface QualifiedName {
  schema?: string;
  name: string;
}

/** The name in a RangeVar. */
export function relationName(relation: RangeVar | undefined): QualifiedName | undefined {
  if (!relation?.relname) return undefined;
  // CREATE TEMP TABLE says so here; later statements name it without its schema.
  if (relation.relpersistence === 't') return { schema: 'pg_temp', name: relation.relname };
  return relation.schemaname ? { schema: relation.schemaname, name: relation.relname } : { name: relation.relname };
}

/** The name in a list of String nodes, as in DROP or ALTER TYPE. */
export function listName(node: Node | undefined): QualifiedName | undefined {
  const items = nodeOf(node, 'List')?.items ?? (nodeOf(node, 'String') && node ? [node] : []);
  return namesToQualified(items.map((item) => nodeOf(item, 'String')?.sval ?? ''));
}

/** The last two parts of a dotted name. */
export function namesToQualified(parts: string[]): QualifiedName | undefined {
  const name = parts.at(-1);
  const schema = parts.at(-2);
  if (!name) return undefined;
  return schema ? { schema, name } : { name };
}

/** As people write it: without `public`, quoted where SQL needs it. */
export function display({ schema, name }: QualifiedName): string {
  return schema && schema !== 'public' ? `${quoteIdentifier(schema)}.${quoteIdentifier(name)}` : quoteIdentifier(name);
}

/** A name as SQL writes it: in quotes where it would be read otherwise. */
export function quoteIdentifier(name: string): string {
  return needsQuotes(name) ? quoted(name) : name;
}

/** Quotes an identifier whatever it is: for SQL that is sent, not shown. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The conditions that an expression joins with AND, at any depth; the expression itself where it joins none. */
export function conjuncts(expression: Node | undefined): Node[] {
  return parts(expression, ({ boolop }) => boolop === 'AND_EXPR');
}

/** What an expression joins with AND and OR, at any depth; the expression itself where it joins nothing. */
export function conditions(expression: Node | undefined): Node[] {
  return parts(expression, ({ boolop }) => boolop !== 'NOT_EXPR');
}

function parts(expression: Node | undefined, joins: (all: BoolExpr) => boolean): Node[] {
  const found: Node[] = [];
  const waiting = expression === undefined ? [] : [expression];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const all = nodeOf(node, 'BoolExpr');
    if (all && joins(all)) for (const arg of (all.args ?? []).toReversed()) waiting.push(arg);
    else found.push(node);
  }
  return found;
}

/** Whether two trees, or parts of trees, are alike; their places in the file don't matter. */
export function sameTree(one: unknown, other: unknown): boolean {
  const waiting: [unknown, unknown][] = [[one, other]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [a, b] = pair;
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
      if (a !== b) return false;
      continue;
    }
    const [left, right] = [a, b] as Record<string, unknown>[];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (key !== 'location') waiting.push([left?.[key], right?.[key]]);
    }
  }
  return true;
}

/** Whether a list of options (DefElem) has one switched on. */
export function hasOption(options: Node[] | undefined, name: string): boolean {
  return (options ?? []).some((option) => {
    const { defname, arg } = nodeOf(option, 'DefElem') ?? {};
    return defname === name && !isOff(arg);
  });
}

/** How an option is switched off: false, off or 0. A bare name switches it on. */
function isOff(arg: Node | undefined): boolean {
  const word = nodeOf(arg, 'String')?.sval?.toLowerCase();
  if (word !== undefined) return word === 'false' || word === 'off';
  // A zero is left out of the tree.
  const number = nodeOf(arg, 'Integer');
  return number !== undefined && !number.ival;
}

/**
 * Calls `visit` for each object with a tag in the tree, at any depth, in the order of the text. Without recursion: a chain of
 * operators is a tree as deep as it is long.
 */
export function walk(node: unknown, visit: (tag: string, body: Record<string, unknown>) => void): void {
  const waiting: unknown[] = [node];
  const tags: string[] = [''];
  while (waiting.length > 0) {
    const value = waiting.pop();
    const tag = tags.pop() ?? '';
    if (value === null || typeof value !== 'object') continue;
    if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at--) {
        waiting.push(value[at]);
        tags.push('');
      }
      continue;
    }
    if (tag !== '') visit(tag, value as Record<string, unknown>);
    // No entries, no pattern: this sees every node of every query.
    const from = waiting.length;
    for (const key in value) {
      const part = (value as Record<string, unknown>)[key];
      if (part === null || typeof part !== 'object') continue;
      waiting.push(part);
      tags.push(isTag(key) ? key : '');
    }
    turn(waiting, from);
    turn(tags, from);
  }
}

/** Turns the end of a list round, so that what came first is taken first. */
function turn(list: unknown[], from: number): void {
  for (let [low, high] = [from, list.length - 1]; low < high; low++, high--) {
    [list[low], list[high]] = [list[high], list[low]];
  }
}

/** A node's tag begins with a capital letter, a field's name with a small one. */
function isTag(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 65 && first <= 90;
}
