/** DROP, and how statements name what is there. */
import type { DropStmt, Node, ObjectType } from '@pgsql/types';
import { listName, namesToQualified, nodeOf } from '../../sql/ast.js';
import type { ObjectKind } from '../kinds.js';
import { fullName } from '../objects.js';
import { type ColumnType, catalogType, columnType, typeIdentity } from '../types.js';
import { dotted, type Effect } from './effect.js';

const DROPPED: Partial<Record<ObjectType, ObjectKind>> = {
  OBJECT_TABLE: 'table',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_INDEX: 'index',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'domain',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_SCHEMA: 'schema',
  OBJECT_EXTENSION: 'extension',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
  OBJECT_AGGREGATE: 'function',
  OBJECT_RULE: 'rule',
  OBJECT_STATISTIC_EXT: 'statistics object',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_EVENT_TRIGGER: 'event trigger',
  OBJECT_FDW: 'foreign-data wrapper',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_COLLATION: 'collation',
  OBJECT_TSCONFIGURATION: 'text search configuration',
  OBJECT_TSDICTIONARY: 'text search dictionary',
  OBJECT_OPERATOR: 'operator',
  OBJECT_CAST: 'cast',
};

export const COMMENTED: Partial<Record<ObjectType, ObjectKind>> = {
  ...DROPPED,
  OBJECT_COLUMN: 'column',
  OBJECT_TABCONSTRAINT: 'constraint',
};

export function drop(statement: DropStmt | undefined): Effect[] {
  const kind = statement?.removeType && DROPPED[statement.removeType];
  if (!kind) return [];
  return (statement.objects ?? []).flatMap((object): Effect[] => {
    const found = namedObject(kind, object);
    if (!found) return [];
    const cascade = statement.behavior === 'DROP_CASCADE';
    return [{ change: 'drop', object: found, conditional: statement.missing_ok ?? false, ...(cascade && { cascade }) }];
  });
}

/** Kinds whose names have no schema. */
const PLAIN: readonly ObjectKind[] = [
  'schema',
  'extension',
  'publication',
  'event trigger',
  'foreign-data wrapper',
  'server',
];

const PARTS: readonly ObjectKind[] = ['trigger', 'policy', 'rule', 'column', 'constraint'];

export function namedObject(kind: ObjectKind, node: Node): Effect['object'] | undefined {
  if (PLAIN.includes(kind)) {
    const name = nodeOf(node, 'String')?.sval;
    return name ? { kind, name } : undefined;
  }
  if (kind === 'cast') {
    const types = (nodeOf(node, 'List')?.items ?? []).map((item) => columnType(nodeOf(item, 'TypeName')));
    return { kind, name: castName(types[0], types[1]) };
  }
  if (PARTS.includes(kind)) {
    const parts = (nodeOf(node, 'List')?.items ?? []).map((item) => nodeOf(item, 'String')?.sval ?? '');
    const table = namesToQualified(parts.slice(0, -1));
    return table ? { kind, name: `${fullName(table)}.${parts.at(-1)}`, table: fullName(table) } : undefined;
  }
  const routine = nodeOf(node, 'ObjectWithArgs');
  const names = routine?.objname ?? nodeOf(node, 'TypeName')?.names;
  const name = names ? dotted(names) : listName(node);
  if (!name) return undefined;
  if (!routine || routine.args_unspecified) return { kind, name: fullName(name) };
  const types = (routine.objargs ?? []).map((arg) => columnType(nodeOf(arg, 'TypeName')));
  if (kind === 'operator') return { kind, name: operatorName(fullName(name), types) };
  return { kind, name: fullName(name), facts: { arguments: types.map(typeIdentity) } };
}

/** As pg_identify_object writes them. */
export function castName(from: ColumnType | undefined, to: ColumnType | undefined): string {
  return `(${[from, to].map((type) => (type ? catalogType(type) : '')).join(' AS ')})`;
}

/** A prefix operator has no left type. */
export function operatorName(name: string, types: readonly (ColumnType | undefined)[]): string {
  return `${name}(${types.flatMap((type) => (type ? catalogType(type) : [])).join(',')})`;
}
