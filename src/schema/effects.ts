/** What a statement creates and drops, read off its parse tree. */
import type { AlterObjectSchemaStmt, AlterTableStmt, DropStmt, Node, ObjectType, RenameStmt } from '@pgsql/types';
import { listName, namesToQualified, nodeOf, relationName } from '../sql/ast.js';
import { fullName, type ObjectKind, type SchemaObject } from './objects.js';

export interface Effect {
  change: 'create' | 'drop';
  object: SchemaObject;
  /** IF NOT EXISTS or IF EXISTS: it may do nothing. */
  conditional: boolean;
  /** A rename's old name: the new one is the same object, with all that belongs to it. */
  was?: SchemaObject;
}

/** The statement's effects in order. Empty for what changes no schema object that the replay knows. */
export function effectsOf(node: Node | null): Effect[] {
  if (node === null) return [];
  const [tag] = Object.keys(node) as (keyof typeof READERS)[];
  return (tag && READERS[tag]?.(node)) || [];
}

type Reader = (node: Node) => Effect[] | undefined;

const READERS: Record<string, Reader> = {
  CreateStmt: (node) => {
    const table = nodeOf(node, 'CreateStmt');
    return creates('table', relationName(table?.relation), table?.if_not_exists);
  },
  CreateTableAsStmt: (node) => {
    const as = nodeOf(node, 'CreateTableAsStmt');
    const kind = as?.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
    return creates(kind, relationName(as?.into?.rel), as?.if_not_exists);
  },
  CreateForeignTableStmt: (node) => {
    const table = nodeOf(node, 'CreateForeignTableStmt')?.base;
    return creates('foreign table', relationName(table?.relation), table?.if_not_exists);
  },
  IndexStmt: (node) => {
    const index = nodeOf(node, 'IndexStmt');
    const table = relationName(index?.relation);
    if (!index?.idxname || !table) return [];
    // An index lives in its table's schema.
    const name = fullName({ ...table, name: index.idxname });
    return [create({ kind: 'index', name, table: fullName(table) }, index.if_not_exists)];
  },
  ViewStmt: (node) => {
    const view = nodeOf(node, 'ViewStmt');
    return creates('view', relationName(view?.view), view?.replace);
  },
  CreateSeqStmt: (node) => {
    const sequence = nodeOf(node, 'CreateSeqStmt');
    return creates('sequence', relationName(sequence?.sequence), sequence?.if_not_exists);
  },
  CreateEnumStmt: (node) => creates('type', dotted(nodeOf(node, 'CreateEnumStmt')?.typeName)),
  CreateRangeStmt: (node) => creates('type', dotted(nodeOf(node, 'CreateRangeStmt')?.typeName)),
  CompositeTypeStmt: (node) => creates('type', relationName(nodeOf(node, 'CompositeTypeStmt')?.typevar)),
  CreateDomainStmt: (node) => creates('domain', dotted(nodeOf(node, 'CreateDomainStmt')?.domainname)),
  CreateFunctionStmt: (node) => {
    const routine = nodeOf(node, 'CreateFunctionStmt');
    return creates('function', dotted(routine?.funcname), routine?.replace);
  },
  CreateSchemaStmt: (node) => {
    const schema = nodeOf(node, 'CreateSchemaStmt');
    return schema?.schemaname ? [create({ kind: 'schema', name: schema.schemaname }, schema.if_not_exists)] : [];
  },
  CreateExtensionStmt: (node) => {
    const extension = nodeOf(node, 'CreateExtensionStmt');
    return extension?.extname ? [create({ kind: 'extension', name: extension.extname }, extension.if_not_exists)] : [];
  },
  CreateTrigStmt: (node) => {
    const trigger = nodeOf(node, 'CreateTrigStmt');
    return ofTable('trigger', relationName(trigger?.relation), trigger?.trigname, 'create', trigger?.replace);
  },
  CreatePolicyStmt: (node) => {
    const policy = nodeOf(node, 'CreatePolicyStmt');
    return ofTable('policy', relationName(policy?.table), policy?.policy_name, 'create');
  },
  AlterTableStmt: (node) => alterTable(nodeOf(node, 'AlterTableStmt')),
  DropStmt: (node) => drop(nodeOf(node, 'DropStmt')),
  RenameStmt: (node) => rename(nodeOf(node, 'RenameStmt')),
  AlterObjectSchemaStmt: (node) => moveToSchema(nodeOf(node, 'AlterObjectSchemaStmt')),
  // SELECT … INTO makes a table.
  SelectStmt: (node) => creates('table', relationName(nodeOf(node, 'SelectStmt')?.intoClause?.rel)),
};

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
};

function drop(statement: DropStmt | undefined): Effect[] {
  const kind = statement?.removeType && DROPPED[statement.removeType];
  if (!kind) return [];
  return (statement.objects ?? []).flatMap((object): Effect[] => {
    const found = droppedObject(kind, object);
    return found ? [{ change: 'drop', object: found, conditional: statement.missing_ok ?? false }] : [];
  });
}

function droppedObject(kind: ObjectKind, node: Node): SchemaObject | undefined {
  if (kind === 'schema' || kind === 'extension') {
    const name = nodeOf(node, 'String')?.sval;
    return name ? { kind, name } : undefined;
  }
  if (kind === 'trigger' || kind === 'policy') {
    const parts = (nodeOf(node, 'List')?.items ?? []).map((item) => nodeOf(item, 'String')?.sval ?? '');
    const table = namesToQualified(parts.slice(0, -1));
    return table ? { kind, name: `${fullName(table)}.${parts.at(-1)}`, table: fullName(table) } : undefined;
  }
  const names = nodeOf(node, 'ObjectWithArgs')?.objname ?? nodeOf(node, 'TypeName')?.names;
  const name = names ? dotted(names) : listName(node);
  return name ? { kind, name: fullName(name) } : undefined;
}

function alterTable(statement: AlterTableStmt | undefined): Effect[] {
  const table = relationName(statement?.relation);
  if (!table || statement?.objtype !== 'OBJECT_TABLE') return [];
  return (statement.cmds ?? []).flatMap((item): Effect[] => {
    const command = nodeOf(item, 'AlterTableCmd');
    const missingOk = command?.missing_ok ?? false;
    switch (command?.subtype) {
      case 'AT_AddColumn':
        return ofTable('column', table, nodeOf(command.def, 'ColumnDef')?.colname, 'create', missingOk);
      case 'AT_DropColumn':
        return ofTable('column', table, command.name, 'drop', missingOk);
      case 'AT_AddConstraint': {
        const constraint = nodeOf(command.def, 'Constraint');
        return ofTable('constraint', table, constraint?.conname ?? constraint?.indexname, 'create');
      }
      case 'AT_DropConstraint':
        return ofTable('constraint', table, command.name, 'drop', missingOk);
      default:
        return [];
    }
  });
}

const RENAMED: Partial<Record<ObjectType, ObjectKind>> = {
  OBJECT_TABLE: 'table',
  OBJECT_INDEX: 'index',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'domain',
};

const RENAMED_IN_TABLE: Partial<Record<ObjectType, ObjectKind>> = {
  OBJECT_COLUMN: 'column',
  OBJECT_TABCONSTRAINT: 'constraint',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
};

function rename(statement: RenameStmt | undefined): Effect[] {
  const { newname, renameType, subname, missing_ok: missingOk } = statement ?? {};
  if (!newname || !renameType) return [];
  if (renameType === 'OBJECT_SCHEMA' && subname) {
    return renamed({ kind: 'schema', name: subname }, { kind: 'schema', name: newname }, missingOk);
  }
  const name = relationName(statement?.relation) ?? listName(statement?.object);
  if (!name) return [];
  const kind = RENAMED[renameType];
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
function moveToSchema(statement: AlterObjectSchemaStmt | undefined): Effect[] {
  const { newschema: schema, objectType, missing_ok: missingOk } = statement ?? {};
  const name = relationName(statement?.relation) ?? listName(statement?.object);
  const kind = objectType && RENAMED[objectType];
  if (!name || !schema || !kind) return [];
  return renamed({ kind, name: fullName(name) }, { kind, name: fullName({ ...name, schema }) }, missingOk);
}

function renamed(was: SchemaObject, object: SchemaObject, conditional = false): Effect[] {
  return [
    { change: 'create', object, conditional, was },
    { change: 'drop', object: was, conditional },
  ];
}

function dotted(names: Node[] | undefined) {
  return namesToQualified((names ?? []).map((name) => nodeOf(name, 'String')?.sval ?? ''));
}

function create(object: SchemaObject, conditional: boolean | undefined): Effect {
  return { change: 'create', object, conditional: conditional ?? false };
}

function creates(kind: ObjectKind, name: ReturnType<typeof dotted>, conditional?: boolean): Effect[] {
  return name ? [create({ kind, name: fullName(name) }, conditional)] : [];
}

function ofTable(
  kind: ObjectKind,
  table: ReturnType<typeof dotted>,
  name: string | undefined,
  change: Effect['change'],
  conditional = false,
): Effect[] {
  if (!table || !name) return [];
  const object = { kind, name: `${fullName(table)}.${name}`, table: fullName(table) };
  return [{ change, object, conditional }];
}
