/** What a statement creates and drops, read off its parse tree. */
import type { AlterObjectSchemaStmt, DropStmt, Node, ObjectType, RenameStmt } from '@pgsql/types';
import { listName, namesToQualified, nodeOf, relationName, walk } from '../../sql/ast.js';
import type { FunctionFacts } from '../facts.js';
import { fullName, type ObjectKind, type SchemaObject } from '../objects.js';
import { columnsIn, columnType } from '../types.js';
import { alterTable } from './alter-table.js';
import { chosenIndexName } from './columns.js';
import { createTable } from './create-table.js';
import { alters, creates, dotted, type Effect, ofTable } from './effect.js';

export type { Effect } from './effect.js';

/** The statement's effects in order. Empty for what changes no schema object that the replay knows. */
export function effectsOf(node: Node | null): Effect[] {
  if (node === null) return [];
  const [tag] = Object.keys(node) as (keyof typeof READERS)[];
  return (tag && READERS[tag]?.(node)) || [];
}

const UNKNOWN_TABLE = { complete: false, unlogged: false };

type Reader = (node: Node) => Effect[] | undefined;

const READERS: Record<string, Reader> = {
  CreateStmt: (node) => createTable(nodeOf(node, 'CreateStmt')),
  CreateTableAsStmt: (node) => {
    const as = nodeOf(node, 'CreateTableAsStmt');
    const name = relationName(as?.into?.rel);
    if (as?.objtype === 'OBJECT_MATVIEW') {
      return creates('materialized view', name, as.if_not_exists, { reads: relationsIn(as.query) });
    }
    return creates('table', name, as?.if_not_exists, {
      complete: false,
      unlogged: as?.into?.rel?.relpersistence === 'u',
    });
  },
  CreateForeignTableStmt: (node) => createTable(nodeOf(node, 'CreateForeignTableStmt')?.base, 'foreign table'),
  IndexStmt: (node) => {
    const index = nodeOf(node, 'IndexStmt');
    const table = relationName(index?.relation);
    if (!index || !table) return [];
    const elements = (index.indexParams ?? []).flatMap((param) => nodeOf(param, 'IndexElem') ?? []);
    const columns = elements.map(({ name }) => name);
    const facts = {
      columns,
      included: (index.indexIncludingParams ?? []).flatMap((param) => nodeOf(param, 'IndexElem')?.name ?? []),
      unique: index.unique ?? false,
      partial: index.whereClause !== undefined,
      mentions: [...elements.flatMap(({ expr }) => columnsIn(expr)), ...columnsIn(index.whereClause)],
      method: index.accessMethod ?? 'btree',
    };
    // An index lives in its table's schema.
    const name = fullName({ ...table, name: index.idxname ?? chosenIndexName(table.name, columns) });
    const object = { kind: 'index' as const, name, table: fullName(table), facts };
    return [{ change: 'create', object, conditional: index.if_not_exists ?? false }];
  },
  ViewStmt: (node) => {
    const view = nodeOf(node, 'ViewStmt');
    return creates('view', relationName(view?.view), view?.replace, { reads: relationsIn(view?.query) });
  },
  CreateSeqStmt: (node) => {
    const sequence = nodeOf(node, 'CreateSeqStmt');
    return creates('sequence', relationName(sequence?.sequence), sequence?.if_not_exists, ownedBy(sequence?.options));
  },
  AlterSeqStmt: (node) => {
    const sequence = nodeOf(node, 'AlterSeqStmt');
    const name = relationName(sequence?.sequence);
    return name ? [alters('sequence', fullName(name), ownedBy(sequence?.options))] : [];
  },
  CreateEnumStmt: (node) => {
    const type = nodeOf(node, 'CreateEnumStmt');
    const labels = (type?.vals ?? []).flatMap((label) => nodeOf(label, 'String')?.sval ?? []);
    return creates('type', dotted(type?.typeName), false, { labels });
  },
  CreateRangeStmt: (node) => creates('type', dotted(nodeOf(node, 'CreateRangeStmt')?.typeName)),
  CompositeTypeStmt: (node) => creates('type', relationName(nodeOf(node, 'CompositeTypeStmt')?.typevar)),
  CreateDomainStmt: (node) => {
    const domain = nodeOf(node, 'CreateDomainStmt');
    const base = columnType(domain?.typeName);
    const constrained = (domain?.constraints ?? []).some((item) =>
      ['CONSTR_CHECK', 'CONSTR_NOTNULL'].includes(nodeOf(item, 'Constraint')?.contype ?? ''),
    );
    return creates('domain', dotted(domain?.domainname), false, { ...(base && { base }), constrained });
  },
  AlterDomainStmt: (node) => {
    const domain = nodeOf(node, 'AlterDomainStmt');
    const name = dotted(domain?.typeName);
    // C adds a constraint, O sets NOT NULL (AlterDomainType).
    if (!name || !['C', 'O'].includes(domain?.subtype ?? '')) return [];
    return [alters('domain', fullName(name), { constrained: true })];
  },
  CreateFunctionStmt: (node) => {
    const routine = nodeOf(node, 'CreateFunctionStmt');
    const option = (name: string) =>
      nodeOf(
        (routine?.options ?? [])
          .flatMap((item) => nodeOf(item, 'DefElem') ?? [])
          .find(({ defname }) => defname === name)?.arg,
        'String',
      )?.sval;
    const language = option('language');
    const facts = {
      volatility: (option('volatility') ?? 'volatile') as FunctionFacts['volatility'],
      ...(language && { language }),
    };
    return creates('function', dotted(routine?.funcname), routine?.replace, facts);
  },
  CreateSchemaStmt: (node) => {
    const schema = nodeOf(node, 'CreateSchemaStmt');
    if (!schema?.schemaname) return [];
    const object = { kind: 'schema' as const, name: schema.schemaname };
    return [{ change: 'create', object, conditional: schema.if_not_exists ?? false }];
  },
  CreateExtensionStmt: (node) => {
    const extension = nodeOf(node, 'CreateExtensionStmt');
    if (!extension?.extname) return [];
    const object = { kind: 'extension' as const, name: extension.extname };
    return [{ change: 'create', object, conditional: extension.if_not_exists ?? false }];
  },
  CreateTrigStmt: (node) => {
    const trigger = nodeOf(node, 'CreateTrigStmt');
    const conditional = trigger?.replace ?? false;
    return ofTable('create', 'trigger', relationName(trigger?.relation), trigger?.trigname, { conditional });
  },
  CreatePolicyStmt: (node) => {
    const policy = nodeOf(node, 'CreatePolicyStmt');
    return ofTable('create', 'policy', relationName(policy?.table), policy?.policy_name);
  },
  AlterTableStmt: (node) => alterTable(nodeOf(node, 'AlterTableStmt')),
  DropStmt: (node) => drop(nodeOf(node, 'DropStmt')),
  RenameStmt: (node) => rename(nodeOf(node, 'RenameStmt')),
  AlterObjectSchemaStmt: (node) => moveToSchema(nodeOf(node, 'AlterObjectSchemaStmt')),
  // SELECT … INTO makes a table.
  SelectStmt: (node) =>
    creates('table', relationName(nodeOf(node, 'SelectStmt')?.intoClause?.rel), false, UNKNOWN_TABLE),
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

/** The relations that a query names, in full, each once. */
function relationsIn(query: Node | undefined): string[] {
  const names = new Set<string>();
  walk(query, (tag, body) => {
    const name = tag === 'RangeVar' ? relationName(body) : undefined;
    if (name) names.add(fullName(name));
  });
  return [...names];
}

/** OWNED BY table.column. */
function ownedBy(options: Node[] | undefined): { ownedBy?: string } {
  const option = (options ?? [])
    .flatMap((item) => nodeOf(item, 'DefElem') ?? [])
    .find((it) => it.defname === 'owned_by');
  const parts = (nodeOf(option?.arg, 'List')?.items ?? []).map((item) => nodeOf(item, 'String')?.sval ?? '');
  const table = namesToQualified(parts.slice(0, -1));
  return table ? { ownedBy: `${fullName(table)}.${parts.at(-1)}` } : {};
}
