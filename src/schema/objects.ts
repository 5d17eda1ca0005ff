/** Names of schema objects, the same in the static replay and in the catalogs' snapshots. */
import type { QualifiedName } from '../sql/ast.js';

export type ObjectKind =
  | 'schema'
  | 'extension'
  | 'table'
  | 'column'
  | 'constraint'
  | 'index'
  | 'trigger'
  | 'policy'
  | 'view'
  | 'materialized view'
  | 'sequence'
  | 'type'
  | 'domain'
  | 'function'
  | 'foreign table';

/** An object's identity. Names are as the catalogs hold them, parts joined by dots, the schema always first. */
export interface SchemaObject {
  kind: ObjectKind;
  name: string;
  /** The table that it lives and dies with, in the same form. */
  table?: string;
}

/** A name with `public` where no schema was written. */
export function fullName(name: QualifiedName): string {
  return `${name.schema ?? 'public'}.${name.name}`;
}

/** As people write it: `public.` left out. */
export function shortName(name: string): string {
  return name.replace(/^public\./, '');
}

export function objectKey({ kind, name }: { kind: string; name: string }): string {
  return `${kind} ${name}`;
}
