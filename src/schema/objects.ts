/** Names and facts of schema objects; the names are the same in the static replay and in the catalogs' snapshots. */
import type { QualifiedName } from '../sql/ast.js';
import type { PartialFacts } from './facts.js';
import type { ObjectKind } from './kinds.js';

/** What a DROP names, in one word: a relation, index or column by its full name, else with its kind before it. */
export type DropKey = string;

/** An object's identity. Names are as the catalogs hold them, parts joined by dots, the schema always first. */
export interface SchemaObject<K extends ObjectKind = ObjectKind> {
  kind: K;
  name: string;
  /** The table that it belongs to, in the same form. */
  table?: string;
  /** What it goes with, besides its table: by itself (`goesWith`), or under CASCADE (`needs`). */
  goesWith?: readonly DropKey[];
  needs?: readonly DropKey[];
  /** What else the SQL says of it; absent, as a whole or in parts, where it doesn't say. */
  facts?: PartialFacts<K>;
}

/** A name with `public` where no schema was written. */
export function fullName(name: QualifiedName): string {
  return `${name.schema ?? 'public'}.${name.name}`;
}

/** As people write it: `public.` left out. */
export function shortName(name: string): string {
  return name.replace(/^public\./, '');
}

/** The last part of a full name. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The name before the first dot. */
export function schemaOf(name: string): string {
  return name.slice(0, Math.max(name.indexOf('.'), 0));
}

export function objectKey({ kind, name }: { kind: string; name: string }): string {
  return `${kind} ${name}`;
}
