/** RENAME and SET SCHEMA: the object stays, with another name. */
import type { AlterObjectSchemaStmt, Node, ObjectType, RenameStmt } from '@pgsql/types';
import { listName, relationName } from '../../sql/ast.js';
import type { ObjectKind } from '../kinds.js';
import { fullName, lastName, type SchemaObject, schemaOf } from '../objects.js';
import { renamedPart } from './alterations.js';
import { namedObject } from './drop.js';
import type { Effect } from './effect.js';

const RENAMED: Partial<Record<ObjectType, ObjectKind>> = {
  OBJECT_TABLE: 'table',
  OBJECT_INDEX: 'index',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'domain',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_AGGREGATE: 'function',
  OBJECT_STATISTIC_EXT: 'statistics object',
  OBJECT_COLLATION: 'collation',
};

const RENAMED_IN_TABLE: Partial<Record<ObjectType, ObjectKind>> = {
  OBJECT_COLUMN: 'column',
  OBJECT_TABCONSTRAINT: 'constraint',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
  OBJECT_RULE: 'rule',
};

/** What belongs to an object without being one of its own. */
const PARTS: Partial<Record<ObjectType, { of: 'type' | 'domain'; part: string }>> = {
  OBJECT_ATTRIBUTE: { of: 'type', part: 'attribute' },
  OBJECT_DOMCONSTRAINT: { of: 'domain', part: 'constraint' },
};

/** Their names have no schema. */
const NAMED_ALONE: Partial<Record<ObjectType, ObjectKind>> = {
  OBJECT_PUBLICATION: 'publication',
  OBJECT_EVENT_TRIGGER: 'event trigger',
  OBJECT_FDW: 'foreign-data wrapper',
  OBJECT_FOREIGN_SERVER: 'server',
};

function renamedAlone(kind: ObjectKind, node: Node | undefined, name: string): Effect[] {
  const was = node && namedObject(kind, node);
  return was ? renamed(was as SchemaObject, { kind, name }) : [];
}

export function rename(statement: RenameStmt | undefined): Effect[] {
  const { newname, renameType, subname, missing_ok: missingOk } = statement ?? {};
  if (!newname || !renameType) return [];
  if (renameType === 'OBJECT_SCHEMA' && subname) {
    return renamed({ kind: 'schema', name: subname }, { kind: 'schema', name: newname }, missingOk);
  }
  const inside = PARTS[renameType];
  const whole = relationName(statement?.relation) ?? listName(statement?.object);
  if (inside && whole && subname)
    return renamedPart({ kind: inside.of, name: fullName(whole) }, inside.part, [subname, newname]);
  if (NAMED_ALONE[renameType]) return renamedAlone(NAMED_ALONE[renameType], statement?.object, newname);
  const kind = RENAMED[renameType];
  if (kind === 'function') return renamedRoutine(statement?.object, (schema) => `${schema}.${newname}`);
  const name = relationName(statement?.relation) ?? listName(statement?.object);
  if (!name) return [];
  if (kind) {
    return renamed({ kind, name: fullName(name) }, { kind, name: fullName({ ...name, name: newname }) }, missingOk);
  }
  const part = RENAMED_IN_TABLE[renameType];
  if (!part || !subname) return [];
  const table = fullName(name);
  return renamed(
    { kind: part, name: `${table}.${subname}`, table },
    { kind: part, name: `${table}.${newname}`, table },
    missingOk,
  );
}

/** ALTER … SET SCHEMA. */
export function moveToSchema(statement: AlterObjectSchemaStmt | undefined): Effect[] {
  const { newschema: schema, objectType, missing_ok: missingOk } = statement ?? {};
  const name = relationName(statement?.relation) ?? listName(statement?.object);
  const kind = objectType && RENAMED[objectType];
  if (kind === 'function') return renamedRoutine(statement?.object, (_, last) => `${schema}.${last}`);
  if (!name || !schema || !kind) return [];
  return renamed({ kind, name: fullName(name) }, { kind, name: fullName({ ...name, schema }) }, missingOk);
}

/** A routine keeps its arguments. */
function renamedRoutine(node: Node | undefined, renamedTo: (schema: string, last: string) => string): Effect[] {
  const was = node && namedObject('function', node);
  if (!was) return [];
  const name = renamedTo(schemaOf(was.name), lastName(was.name));
  return renamed(was as SchemaObject, { ...was, name } as SchemaObject);
}

function renamed(was: SchemaObject, object: SchemaObject, conditional = false): Effect[] {
  return [
    { change: 'create', object, conditional, was },
    { change: 'drop', object: was, conditional },
  ];
}
