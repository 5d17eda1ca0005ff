/** Small readers of libpg-query's trees. */
import type { Node, RangeVar } from '@pgsql/types';

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

/** `schema.name`, with the schema `public` where none was written. */
export function qualified({ schema, name }: QualifiedName): string {
  return `${schema ?? 'public'}.${name}`;
}

/** As people write it: without `public`, quoted where SQL needs it. */
export function display({ schema, name }: QualifiedName): string {
  return schema && schema !== 'public' ? `${quoteIdentifier(schema)}.${quoteIdentifier(name)}` : quoteIdentifier(name);
}

/** Quotes an identifier where it would be read otherwise (reserved words are left to the reader). */
export function quoteIdentifier(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Quotes an identifier whatever it is: for SQL that is sent, not shown. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
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

/** Calls `visit` for each object with a tag in the tree, at any depth. */
export function walk(node: unknown, visit: (tag: string, body: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
  } else if (node !== null && typeof node === 'object') {
    // No entries, no pattern: this sees every node of every query.
    for (const key in node) {
      const value = (node as Record<string, unknown>)[key];
      if (value === null || typeof value !== 'object') continue;
      if (isTag(key) && !Array.isArray(value)) visit(key, value as Record<string, unknown>);
      walk(value, visit);
    }
  }
}

/** A node's tag begins with a capital letter, a field's name with a small one. */
function isTag(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 65 && first <= 90;
}
