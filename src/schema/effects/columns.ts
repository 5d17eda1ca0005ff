/** Columns and constraints as CREATE TABLE and ALTER TABLE define them. */
import type { ColumnDef, Constraint, IndexElem, Node } from '@pgsql/types';
import { nodeOf, type QualifiedName, relationName } from '../../sql/ast.js';
import { chosenIndexName } from '../chosen-names.js';
import type { ColumnFacts, ConstraintFacts, ConstraintType, IndexFacts } from '../facts.js';
import { generatedName } from '../generated-names.js';
import { needsIn } from '../needs.js';
import { type DropKey, fullName } from '../objects.js';
import type { Definition } from '../parts-of-definitions.js';
import { columnsIn, columnType, notNullColumns } from '../types.js';
import { sequenceOptions } from './definition.js';
import { type Effect, ofTable } from './effect.js';

/** A new column and what comes with it: its constraints, their indexes, NOT NULL by a primary key. */
export function columnEffects(
  table: QualifiedName,
  definition: ColumnDef | undefined,
  { conditional = false, implied = false } = {},
): Effect[] {
  const name = definition?.colname;
  if (!name) return [];
  const constraints = columnConstraints(definition);
  const of = (type: Constraint['contype']) => constraints.find(({ contype }) => contype === type);
  const type = columnType(definition.typeName);
  const generated = of('CONSTR_GENERATED');
  const identity = of('CONSTR_IDENTITY') !== undefined;
  const value = of('CONSTR_DEFAULT')?.raw_expr;
  const facts: ColumnFacts = {
    ...(type && { type }),
    ...collationOf(definition),
    notNull: (of('CONSTR_NOTNULL') ?? of('CONSTR_PRIMARY')) !== undefined || identity || (type?.serial ?? false),
    ...(value && { default: value }),
    ...(isBare(value) && !generated && !identity && !type?.serial && { bare: true as const }),
    ...(generated && { generated: generated.generated_kind === 'v' ? 'virtual' : 'stored' }),
    ...(identity && { identity }),
    ...definedParts(table.name, definition, of('CONSTR_IDENTITY')),
  };
  return [
    ...ofTable(
      'create',
      'column',
      { table, name },
      { conditional, facts, implied, needs: ownNeeds(table, generated?.raw_expr) },
    ),
    ...(type?.serial ? [serialSequence(table, name, type.name)] : []),
    ...constraints.flatMap((constraint) => constraintEffects(table, constraint, { column: name, implied: true })),
  ];
}

/** DEFAULT NULL is none. */
function isBare(value: Node | undefined): boolean {
  return value === undefined || nodeOf(value, 'A_Const')?.isnull === true;
}

/** The sequence of a serial column. */
function serialSequence(table: QualifiedName, column: string, type: string): Effect {
  const owner = fullName(table);
  const name = fullName({ ...table, name: generatedName(table.name, column, 'seq') });
  const ownedBy = `${owner}.${column}`;
  const facts = { ownedBy, definition: type === 'int8' ? {} : { 'option as': type } };
  const object = { kind: 'sequence' as const, name, goesWith: [owner, ownedBy], facts };
  return { change: 'create', object, conditional: false, implied: true, nameIsChosen: true };
}

/** What only compares. */
function definedParts(
  table: string,
  { colname, storage_name: storage, compression }: ColumnDef,
  identity: Constraint | undefined,
): { definition?: Definition } {
  const definition = {
    ...identityParts(table, colname, identity),
    ...(storage && !/^(default|extended)$/i.test(storage) && { storage: storage.toLowerCase() }),
    ...(compression && compression !== 'default' && { compression }),
  };
  return Object.keys(definition).length > 0 ? { definition } : {};
}

/** What its sequence is told beside what all are. */
export function identityParts(table: string, column = '', identity: Constraint | undefined): Definition {
  const all = identity?.options;
  const options = Object.entries({ 'option start': '1', ...sequenceOptions(all) }).filter(
    ([option, value]) => value !== undefined && !(option === 'option start' && value === '1'),
  );
  const named = (all ?? []).find((option) => nodeOf(option, 'DefElem')?.defname === 'sequence_name');
  const parts = nodeOf(nodeOf(nodeOf(named, 'DefElem')?.arg, 'List')?.items?.at(-1), 'String')?.sval;
  const isOwn = parts === undefined || parts === generatedName(table, column, 'seq');
  return {
    ...(identity?.generated_when === 'd' && { 'BY DEFAULT': true }),
    ...((options.length > 0 || !isOwn) && { 'identity options': all }),
  };
}

/** COLLATE, which a new type without it takes away. */
export function collationOf(definition: ColumnDef | undefined): { collation?: string } {
  const names = (definition?.collClause?.collname ?? []).map((name) => nodeOf(name, 'String')?.sval ?? '');
  return names.length > 0 ? { collation: names.join('.') } : {};
}

/** A column's constraints. DEFERRABLE and the like follow the one that they are about, as if they were one more. */
export function columnConstraints({ constraints }: ColumnDef): Constraint[] {
  const found: Constraint[] = [];
  for (const constraint of (constraints ?? []).flatMap((node) => nodeOf(node, 'Constraint') ?? [])) {
    const attribute = ATTRIBUTES[constraint.contype ?? ''];
    const last = found.pop();
    if (last && attribute) found.push({ ...last, ...attribute });
    else found.push(...(last ? [last] : []), constraint);
  }
  return found;
}

const ATTRIBUTES: Record<string, Partial<Constraint>> = {
  CONSTR_ATTR_DEFERRABLE: { deferrable: true },
  CONSTR_ATTR_NOT_DEFERRABLE: { deferrable: false },
  CONSTR_ATTR_DEFERRED: { deferrable: true, initdeferred: true },
  CONSTR_ATTR_IMMEDIATE: { initdeferred: false },
  CONSTR_ATTR_ENFORCED: { is_enforced: true },
  CONSTR_ATTR_NOT_ENFORCED: { is_enforced: false },
};

const TYPES: Partial<Record<NonNullable<Constraint['contype']>, ConstraintType>> = {
  CONSTR_CHECK: 'check',
  CONSTR_FOREIGN: 'foreign key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_PRIMARY: 'primary key',
  CONSTR_EXCLUSION: 'exclusion',
  CONSTR_NOTNULL: 'not null',
};

const SUFFIXES: Record<ConstraintType, string> = {
  check: 'check',
  'foreign key': 'fkey',
  unique: 'key',
  'primary key': 'pkey',
  exclusion: 'excl',
  'not null': 'not_null',
};

/** A constraint, with the index that it makes. A column's NOT NULL without a name is a fact of the column alone. */
export function constraintEffects(
  table: QualifiedName,
  constraint: Constraint,
  { column, implied = false }: { column?: string; implied?: boolean } = {},
): Effect[] {
  const facts = constraintFacts(constraint, column);
  if (facts === undefined || (facts.type === 'not null' && !facts.named && column !== undefined)) return [];
  const name =
    constraint.conname ?? constraint.indexname ?? chosenConstraintName(table.name, facts, indexed(constraint, facts));
  const { columns, ...rest } = facts;
  // The columns are the index's, which a script may have shown.
  const known = constraint.indexname
    ? { ...rest, usingIndex: fullName({ ...table, name: constraint.indexname }) }
    : { columns, ...rest };
  const notNull = facts.type === 'primary key' || (facts.type === 'not null' && facts.validated);
  return [
    ...ofTable('create', 'constraint', { table, name }, { facts: known, implied, needs: needsIn(constraint.raw_expr) }),
    ...indexOf(table, name, constraint, facts),
    ...(notNull && column === undefined ? facts.columns.flatMap((key) => setNotNull(table, key)) : []),
  ];
}

/** What an expression over a table's own columns needs: they, and what it calls. */
export function ownNeeds(table: QualifiedName, ...expressions: (Node | undefined)[]): DropKey[] {
  const owner = fullName(table);
  return expressions.flatMap((it) => [...columnsIn(it).map((column) => `${owner}.${column}`), ...needsIn(it)]);
}

function setNotNull(table: QualifiedName, column: string): Effect[] {
  return ofTable('alter', 'column', { table, name: column }, { facts: { notNull: true } });
}

export function constraintFacts(constraint: Constraint, column?: string): ConstraintFacts | undefined {
  const type = constraint.contype && TYPES[constraint.contype];
  if (!type) return undefined;
  const parent = relationName(constraint.pktable);
  return {
    type,
    columns: constrained(constraint, type, column),
    ...(constraint.raw_expr && { expression: constraint.raw_expr }),
    validated: !constraint.skip_validation,
    enforced: isEnforced(constraint),
    deferrable: constraint.deferrable ?? false,
    ...(constraint.initdeferred && { initiallyDeferred: true }),
    ...(parent && {
      references: { table: fullName(parent), columns: strings(constraint.pk_attrs), ...termsOf(constraint) },
    }),
    named: constraint.conname !== undefined,
  };
}

/** What a foreign key does when the referenced row changes, and how it matches. */
function termsOf(key: Constraint): { terms?: string } {
  const { fk_upd_action: update = 'a', fk_del_action: remove = 'a', fk_matchtype: match = 's' } = key;
  const terms = [update, remove, ...strings(key.fk_del_set_cols), match].join(' ');
  return terms === 'a a s' ? {} : { terms };
}

/** NOT ENFORCED (18): a false is left out of the tree, and other kinds of constraints have no such option. */
function isEnforced({ contype, is_enforced: enforced = false }: Constraint): boolean {
  return enforced || (contype !== 'CONSTR_CHECK' && contype !== 'CONSTR_FOREIGN');
}

function constrained(constraint: Constraint, type: ConstraintType, column: string | undefined): string[] {
  if (type === 'check') return columnsIn(constraint.raw_expr);
  if (column !== undefined) return [column];
  if (type === 'foreign key') return strings(constraint.fk_attrs);
  if (type === 'exclusion') {
    // Each exclusion is a pair of an index element and its operators.
    return (constraint.exclusions ?? []).flatMap((pair) => {
      const element = nodeOf(nodeOf(pair, 'List')?.items?.[0], 'IndexElem');
      return element?.name ?? columnsIn(element?.expr);
    });
  }
  return strings(constraint.keys);
}

/** What the constraint's index is named after: its keys, and what it includes. */
function indexed(constraint: Constraint, { type, columns }: ConstraintFacts): IndexElem[] {
  const keys: IndexElem[] =
    type === 'exclusion'
      ? (constraint.exclusions ?? []).flatMap((pair) => nodeOf(nodeOf(pair, 'List')?.items?.[0], 'IndexElem') ?? [])
      : columns.map((name) => ({ name }));
  return [...keys, ...strings(constraint.including).map((name) => ({ name }))];
}

/** The index under a primary key, unique or exclusion constraint; USING INDEX takes one that is there, and its name. */
function indexOf(table: QualifiedName, name: string, constraint: Constraint, facts: ConstraintFacts): Effect[] {
  if (!['primary key', 'unique', 'exclusion'].includes(facts.type)) return [];
  const owner = fullName(table);
  const index = (of: string) => ({ kind: 'index' as const, name: fullName({ ...table, name: of }), table: owner });
  if (constraint.indexname) {
    const was = index(constraint.indexname);
    const object = { ...index(name), facts: { constraint: name } };
    if (was.name === object.name) return [{ change: 'alter', object, conditional: false }];
    return [
      { change: 'create', object: index(name), conditional: false, was, implied: true },
      { change: 'alter', object, conditional: false },
    ];
  }
  const built = {
    columns: facts.columns,
    included: strings(constraint.including),
    unique: facts.type !== 'exclusion',
    ...predicate(constraint.where_clause),
    mentions: columnsIn(constraint.where_clause),
    method: constraint.access_method ?? 'btree',
    constraint: name,
    ...(constraint.nulls_not_distinct && { nullsNotDistinct: true as const }),
  };
  return [{ change: 'create', object: { ...index(name), facts: built }, conditional: false, implied: true }];
}

/** Whether an index has a predicate, and which. */
export function predicate(where: Node | undefined): Pick<IndexFacts, 'partial' | 'whereNotNull'> {
  const columns = where === undefined ? undefined : notNullColumns(where);
  return { partial: where !== undefined, ...(columns && { whereNotNull: columns }) };
}

/** The name that Postgres chooses for a constraint without one. */
export function chosenConstraintName(
  table: string,
  { type, columns }: ConstraintFacts,
  elements: readonly IndexElem[] = columns.map((name) => ({ name })),
): string {
  const suffix = SUFFIXES[type];
  if (type === 'unique' || type === 'exclusion') return chosenIndexName(table, elements, suffix);
  if (type === 'primary key') return generatedName(table, '', suffix);
  // A CHECK takes its column's name only where there is one of them.
  const middle = type === 'check' ? (columns.length === 1 ? columns : []) : columns;
  return generatedName(table, middle.join('_'), suffix);
}

function strings(nodes: Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => nodeOf(node, 'String')?.sval ?? []);
}
