/** What a statement creates and drops, read off its parse tree. */
import type { AlterObjectSchemaStmt, DropStmt, IndexElem, Node, ObjectType, RenameStmt } from '@pgsql/types';
import { listName, namesToQualified, nodeOf, relationName } from '../../sql/ast.js';
import type { ObjectKind } from '../kinds.js';
import { fullName, type SchemaObject } from '../objects.js';
import { columnsIn, columnType, typeText } from '../types.js';
import { alterTable } from './alter-table.js';
import { comment, grant } from './annotations.js';
import { chosenIndexName } from './columns.js';
import { createTable } from './create-table.js';
import { alters, creates, dotted, type Effect, ofTable } from './effect.js';
import { createFunction } from './function.js';
import { viewFacts } from './view.js';

export type { Effect } from './effect.js';

/** The statement's effects in order. Empty for what changes no schema object that the replay knows. */
export function effectsOf(node: Node | null): readonly Effect[] {
  if (node === null) return [];
  const known = KNOWN.get(node);
  if (known !== undefined) return known;
  const [tag] = Object.keys(node) as (keyof typeof READERS)[];
  const effects = (tag && READERS[tag]?.(node)) || [];
  KNOWN.set(node, effects);
  return effects;
}

/** The replay and several rules ask about the same statement. */
const KNOWN = new WeakMap<Node, readonly Effect[]>();

const UNKNOWN_TABLE = { complete: false, unlogged: false };

type EffectReader = (node: Node) => Effect[] | undefined;

const READERS: Record<string, EffectReader> = {
  CreateStmt: (node) => createTable(nodeOf(node, 'CreateStmt')),
  CreateTableAsStmt: (node) => {
    const as = nodeOf(node, 'CreateTableAsStmt');
    const name = relationName(as?.into?.rel);
    if (as?.objtype === 'OBJECT_MATVIEW') {
      return creates('materialized view', name, as.if_not_exists, viewFacts(as.query));
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
      ...(elements.some(isCustom) && { custom: true as const }),
      ...(elements.some(isDescending) && { descending: true as const }),
      ...(index.nulls_not_distinct && { nullsNotDistinct: true as const }),
    };
    // An index lives in its table's schema.
    const name = fullName({ ...table, name: index.idxname ?? chosenIndexName(table.name, columns) });
    const object = { kind: 'index' as const, name, table: fullName(table), facts };
    return [{ change: 'create', object, conditional: index.if_not_exists ?? false }];
  },
  ViewStmt: (node) => {
    const view = nodeOf(node, 'ViewStmt');
    const name = relationName(view?.view);
    const facts = viewFacts(view?.query, view?.aliases);
    // OR REPLACE leaves the view where it is, with another query.
    const replaced = name && view?.replace ? [alters('view', fullName(name), facts)] : [];
    return [...creates('view', name, view?.replace, facts), ...replaced];
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
    const constraints = (domain?.constraints ?? []).flatMap((item) => nodeOf(item, 'Constraint') ?? []);
    const constrained = constraints.some(({ contype = '' }) => ['CONSTR_CHECK', 'CONSTR_NOTNULL'].includes(contype));
    const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
    const facts = { ...(base && { base }), constrained, ...(value && { default: value }) };
    return creates('domain', dotted(domain?.domainname), false, facts);
  },
  AlterDomainStmt: (node) => {
    const domain = nodeOf(node, 'AlterDomainStmt');
    const name = dotted(domain?.typeName);
    // C adds a constraint, O sets NOT NULL (AlterDomainType).
    if (!name || !['C', 'O'].includes(domain?.subtype ?? '')) return [];
    return [alters('domain', fullName(name), { constrained: true })];
  },
  CreateFunctionStmt: (node) => createFunction(nodeOf(node, 'CreateFunctionStmt')),
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
    return ofTable(
      'create',
      'trigger',
      { table: relationName(trigger?.relation), name: trigger?.trigname },
      { conditional },
    );
  },
  CreatePolicyStmt: (node) => {
    const policy = nodeOf(node, 'CreatePolicyStmt');
    return ofTable('create', 'policy', { table: relationName(policy?.table), name: policy?.policy_name });
  },
  AlterTableStmt: (node) => alterTable(nodeOf(node, 'AlterTableStmt')),
  DropStmt: (node) => drop(nodeOf(node, 'DropStmt')),
  RenameStmt: (node) => rename(nodeOf(node, 'RenameStmt')),
  AlterObjectSchemaStmt: (node) => moveToSchema(nodeOf(node, 'AlterObjectSchemaStmt')),
  CommentStmt: (node) => comment(node, COMMENTED, namedObject),
  GrantStmt: (node) => grant(node, namedObject),
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

const COMMENTED: Partial<Record<ObjectType, ObjectKind>> = {
  ...DROPPED,
  OBJECT_COLUMN: 'column',
  OBJECT_TABCONSTRAINT: 'constraint',
};

function drop(statement: DropStmt | undefined): Effect[] {
  const kind = statement?.removeType && DROPPED[statement.removeType];
  if (!kind) return [];
  return (statement.objects ?? []).flatMap((object): Effect[] => {
    const found = namedObject(kind, object);
    return found ? [{ change: 'drop', object: found, conditional: statement.missing_ok ?? false }] : [];
  });
}

function namedObject(kind: ObjectKind, node: Node): Effect['object'] | undefined {
  if (kind === 'schema' || kind === 'extension') {
    const name = nodeOf(node, 'String')?.sval;
    return name ? { kind, name } : undefined;
  }
  if (['trigger', 'policy', 'column', 'constraint'].includes(kind)) {
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
  return { kind, name: fullName(name), facts: { arguments: types.map((type) => (type ? typeText(type) : '')) } };
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

/** DESC, NULLS FIRST, COLLATE or an operator class. */
function isCustom({ ordering, nulls_ordering: nulls, collation, opclass }: IndexElem): boolean {
  const plain = ordering === 'SORTBY_DEFAULT' || ordering === 'SORTBY_ASC' || ordering === undefined;
  const last = nulls === 'SORTBY_NULLS_DEFAULT' || nulls === undefined;
  return !plain || !last || collation !== undefined || opclass !== undefined;
}

/** Sorted otherwise than an index is by itself. */
function isDescending({ ordering, nulls_ordering: nulls }: IndexElem): boolean {
  return ordering === 'SORTBY_DESC' || nulls === 'SORTBY_NULLS_FIRST';
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
