/** What a statement creates and drops, read off its parse tree. */
import type { IndexElem, Node } from '@pgsql/types';
import { namesToQualified, nodeOf, relationName } from '../../sql/ast.js';
import { chosenIndexName } from '../chosen-names.js';
import { needsIn, typeNeed } from '../needs.js';
import { fullName } from '../objects.js';
import { columnsIn, columnType } from '../types.js';
import { alterTable } from './alter-table.js';
import { ALTERED, alteredDomain, alteredSequence } from './alterations.js';
import { comment, grant } from './annotations.js';
import { predicate } from './columns.js';
import { createTable } from './create-table.js';
import { definitionOf } from './definition.js';
import { COMMENTED, drop, namedObject } from './drop.js';
import { alters, creates, dotted, type Effect, type Ties } from './effect.js';
import { createFunction } from './function.js';
import { OTHERS } from './others.js';
import { moveToSchema, rename } from './rename.js';
import { viewFacts } from './view.js';

export type { Effect } from './effect.js';

/** The statement's effects in order. Empty for what changes no schema object that the replay knows. */
export function effectsOf(node: Node | null): readonly Effect[] {
  if (node === null) return [];
  const known = KNOWN.get(node);
  if (known !== undefined) return known;
  const [tag] = Object.keys(node) as (keyof typeof READERS)[];
  const effects = defined((tag && READERS[tag]?.(node)) || [], node);
  KNOWN.set(node, effects);
  return effects;
}

/** With the definition of what is created, in full; OR REPLACE puts it in the place of another. */
function defined(effects: Effect[], node: Node): Effect[] {
  const [first, ...rest] = effects;
  const definition = first?.change === 'create' && !first.was ? definitionOf(node) : undefined;
  if (!first || !definition) return effects;
  const object = { ...first.object, facts: { ...first.object.facts, definition } };
  const made = { ...first, object };
  if (!replaces(node)) return [made, ...rest];
  return [made, { change: 'alter', object, conditional: false, clears: '' }];
}

function replaces(node: Node): boolean {
  const body =
    nodeOf(node, 'ViewStmt') ??
    nodeOf(node, 'CreateFunctionStmt') ??
    nodeOf(node, 'CreateTrigStmt') ??
    nodeOf(node, 'RuleStmt');
  return body?.replace ?? false;
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
      return creates('materialized view', name, as.if_not_exists, {
        facts: { ...viewFacts(as.query, as.into?.colNames), ...(as.into?.skipData && { empty: true as const }) },
        ...calledIn(as.query),
      });
    }
    const facts = { complete: false, unlogged: as?.into?.rel?.relpersistence === 'u' };
    return creates('table', name, as?.if_not_exists, { facts });
  },
  CreateForeignTableStmt: (node) => {
    const { base, servername } = nodeOf(node, 'CreateForeignTableStmt') ?? {};
    const [table, ...parts] = createTable(base, 'foreign table');
    if (!table) return [];
    return [{ ...table, object: { ...table.object, needs: servername ? [`server ${servername}`] : [] } }, ...parts];
  },
  IndexStmt: (node) => {
    const index = nodeOf(node, 'IndexStmt');
    const table = relationName(index?.relation);
    if (!index || !table) return [];
    const elements = (index.indexParams ?? []).flatMap((param) => nodeOf(param, 'IndexElem') ?? []);
    const included = (index.indexIncludingParams ?? []).flatMap((param) => nodeOf(param, 'IndexElem') ?? []);
    const columns = elements.map(({ name }) => name);
    const collated = elements.flatMap(({ name, collation }) => (name && collation ? [name] : []));
    const facts = {
      columns,
      included: included.flatMap(({ name: column }) => column ?? []),
      unique: index.unique ?? false,
      ...predicate(index.whereClause),
      mentions: [...elements.flatMap(({ expr }) => columnsIn(expr)), ...columnsIn(index.whereClause)],
      method: index.accessMethod ?? 'btree',
      ...(collated.length > 0 && { collated }),
      // ON ONLY means something for partitioned tables alone; which they are the replay knows.
      ...(index.relation?.inh !== true && { invalid: true }),
      ...(elements.some(isCustom) && { custom: true as const }),
      ...(elements.some(isDescending) && { descending: true as const }),
      ...(index.nulls_not_distinct && { nullsNotDistinct: true as const }),
    };
    // An index lives in its table's schema.
    const name = fullName({
      ...table,
      name: index.idxname ?? chosenIndexName(table.name, [...elements, ...included]),
    });
    const needs = [...elements.flatMap(({ expr }) => needsIn(expr)), ...needsIn(index.whereClause)];
    for (const { opclass } of elements) {
      const named = dotted(opclass)?.name;
      if (named) needs.push(`operator class ${named}`);
    }
    const object = { kind: 'index' as const, name, table: fullName(table), needs, facts };
    const chosen = index.idxname === undefined && { nameIsChosen: true as const };
    return [{ change: 'create', object, conditional: index.if_not_exists ?? false, ...chosen }];
  },
  ViewStmt: (node) => {
    const view = nodeOf(node, 'ViewStmt');
    const name = relationName(view?.view);
    const facts = viewFacts(view?.query, view?.aliases);
    return creates('view', name, view?.replace, { facts, ...calledIn(view?.query) });
  },
  CreateSeqStmt: (node) => {
    const sequence = nodeOf(node, 'CreateSeqStmt');
    const { facts, ties } = ownedBy(sequence?.options);
    return creates('sequence', relationName(sequence?.sequence), sequence?.if_not_exists, { facts, ...ties });
  },
  AlterSeqStmt: (node) => {
    const sequence = nodeOf(node, 'AlterSeqStmt');
    const name = relationName(sequence?.sequence);
    const { facts, ties } = ownedBy(sequence?.options);
    return name ? [alters('sequence', fullName(name), facts, ties), ...alteredSequence(node)] : [];
  },
  CreateEnumStmt: (node) => {
    const type = nodeOf(node, 'CreateEnumStmt');
    const labels = (type?.vals ?? []).flatMap((label) => nodeOf(label, 'String')?.sval ?? []);
    return creates('type', dotted(type?.typeName), false, { facts: { labels } });
  },
  CreateRangeStmt: (node) => {
    const range = nodeOf(node, 'CreateRangeStmt');
    return creates('type', dotted(range?.typeName), false, { needs: needsIn(range?.params) });
  },
  CompositeTypeStmt: (node) => creates('type', relationName(nodeOf(node, 'CompositeTypeStmt')?.typevar)),
  CreateDomainStmt: (node) => {
    const domain = nodeOf(node, 'CreateDomainStmt');
    const base = columnType(domain?.typeName);
    const constraints = (domain?.constraints ?? []).flatMap((item) => nodeOf(item, 'Constraint') ?? []);
    const constrained = constraints.some(({ contype = '' }) => ['CONSTR_CHECK', 'CONSTR_NOTNULL'].includes(contype));
    const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
    const facts = { ...(base && { base }), constrained, ...(value && { default: value }) };
    const of = typeNeed(base);
    const needs = [...(of ? [of] : []), ...constraints.flatMap(({ raw_expr: expression }) => needsIn(expression))];
    return creates('domain', dotted(domain?.domainname), false, { facts, needs });
  },
  AlterDomainStmt: (node) => {
    const domain = nodeOf(node, 'AlterDomainStmt');
    const name = dotted(domain?.typeName);
    // C adds a constraint, O sets NOT NULL (AlterDomainType).
    if (!name || !['C', 'O'].includes(domain?.subtype ?? '')) return alteredDomain(node);
    return [alters('domain', fullName(name), { constrained: true }), ...alteredDomain(node)];
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
    const place = (extension.options ?? [])
      .map((item) => nodeOf(item, 'DefElem'))
      .find((it) => it?.defname === 'schema');
    const schema = nodeOf(place?.arg, 'String')?.sval;
    const needs = schema ? [`schema ${schema}`] : [];
    const object = { kind: 'extension' as const, name: extension.extname, needs };
    return [{ change: 'create', object, conditional: extension.if_not_exists ?? false }];
  },
  ...OTHERS,
  ...ALTERED,
  AlterTableStmt: (node) => alterTable(nodeOf(node, 'AlterTableStmt')),
  DropStmt: (node) => drop(nodeOf(node, 'DropStmt')),
  RenameStmt: (node) => rename(nodeOf(node, 'RenameStmt')),
  AlterObjectSchemaStmt: (node) => moveToSchema(nodeOf(node, 'AlterObjectSchemaStmt')),
  CommentStmt: (node) => comment(node, COMMENTED, namedObject),
  GrantStmt: (node) => grant(node, namedObject),
  // SELECT … INTO makes a table.
  SelectStmt: (node) =>
    creates('table', relationName(nodeOf(node, 'SelectStmt')?.intoClause?.rel), false, { facts: UNKNOWN_TABLE }),
};

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

/** OWNED BY table.column, or NONE: a sequence goes with the column that owns it. */
function ownedBy(options: Node[] | undefined): { facts: { ownedBy?: string | undefined }; ties: Ties } {
  const option = (options ?? [])
    .flatMap((item) => nodeOf(item, 'DefElem') ?? [])
    .find((it) => it.defname === 'owned_by');
  if (!option) return { facts: {}, ties: {} };
  const parts = (nodeOf(option.arg, 'List')?.items ?? []).map((item) => nodeOf(item, 'String')?.sval ?? '');
  const table = namesToQualified(parts.slice(0, -1));
  if (!table) return { facts: { ownedBy: undefined }, ties: { goesWith: [] } };
  const column = `${fullName(table)}.${parts.at(-1)}`;
  return { facts: { ownedBy: column }, ties: { goesWith: [fullName(table), column] } };
}

/** The functions and types of a query; its relations are facts of the view. */
function calledIn(query: Node | undefined): Ties {
  return { needs: needsIn(query).filter((key) => key.includes(' ')) };
}
