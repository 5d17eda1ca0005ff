/** What a statement changes without naming it: what inherits follows its parent, an index its constraint. */
import type { IndexElem, Node } from '@pgsql/types';
import { nodeOf } from '../sql/ast.js';
import { chosenIndexName } from './chosen-names.js';
import { ownNeeds } from './effects/columns.js';
import type { Effect } from './effects/index.js';
import type { ConstraintFacts, IndexFacts, TableFacts } from './facts.js';
import { generatedName } from './generated-names.js';
import type { ObjectKind } from './kinds.js';
import type { KnownObject } from './known.js';
import type { Layer } from './layer.js';
import { lastName, type SchemaObject, schemaOf } from './objects.js';
import { type Definition, PARENT } from './parts-of-definitions.js';

/** The effect, with those that it has on others; `layer` is what is known before it. */
export function followed(effect: Effect, layer: Layer): Effect[] {
  const { object, every } = effect;
  if (every) {
    const { kind, table } = object;
    const meant = table === undefined ? inSchema(object.name, kind, layer) : layer.partsOf(table, kind);
    return meant.map(({ name }) => ({ ...effect, object: { ...object, name } }));
  }
  return [...withConstraint(withNeeds(effect, layer), layer), ...inTable(effect, layer), ...inChildren(effect, layer)];
}

/** ALTER POLICY: what it doesn't say stays, and needs what it needed. */
function withNeeds(effect: Effect, layer: Layer): Effect {
  const { change, object } = effect;
  if (object.kind !== 'policy' || change !== 'alter' || object.table === undefined) return effect;
  const said = (object.facts as { definition?: Definition } | undefined)?.definition;
  const known = layer.get(object);
  if (said === undefined || known === undefined) return effect;
  const { using, 'with check': check } = { ...known.facts?.definition, ...said } as Partial<Record<string, Node>>;
  const table = { schema: schemaOf(object.table), name: lastName(object.table) };
  return { ...effect, object: { ...object, needs: ownNeeds(table, using, check) } };
}

function inSchema(schema: string, kind: ObjectKind, layer: Layer): KnownObject[] {
  return layer.every(kind).filter(({ name }) => schemaOf(name) === schema);
}

/** ALTER INDEX … RENAME renames the constraint as well, and the other way round (manual, ALTER INDEX). */
function withConstraint(effect: Effect, layer: Layer): Effect[] {
  const { object, was, conditional } = effect;
  if (was === undefined) return [effect];
  const [from, to] = [lastName(was.name), lastName(object.name)];
  const index = (name: string): SchemaObject<'index'> => ({ kind: 'index', name });
  const follows = (name: string, constraint: string): Effect => ({
    change: 'alter',
    object: { ...index(name), facts: { constraint } },
    conditional: false,
    implied: true,
  });
  if (was.kind === 'index' && from !== to) {
    const { table, facts } = layer.find('index', was.name) ?? {};
    if (table === undefined || facts?.constraint !== from) return [effect];
    const constraint = (name: string): SchemaObject => ({ kind: 'constraint', name: `${table}.${name}`, table });
    return [
      { change: 'create', object: constraint(to), was: constraint(from), conditional },
      { ...effect, implied: true },
      follows(object.name, to),
    ];
  }
  if (was.kind !== 'constraint' || was.table === undefined) return [effect];
  const schema = schemaOf(was.table);
  const [old, renamed] = [`${schema}.${from}`, `${schema}.${to}`];
  if (layer.find('index', old)?.facts?.constraint !== from) return [effect];
  return [
    effect,
    { change: 'create', object: index(renamed), was: index(old), conditional, implied: true },
    follows(renamed, to),
  ];
}

/** A table that becomes a child takes columns, constraints and indexes over; one that is detached keeps them. */
function inTable({ change, object, was }: Effect, layer: Layer): Effect[] {
  if (object.kind !== 'table' || was || change === 'drop') return [];
  const facts = (object.facts ?? {}) as Partial<TableFacts>;
  const { partitionOf } = facts;
  if (change === 'alter') {
    if (partitionOf !== undefined) return indexesOf(partitionOf, object.name, layer);
    if (!('partitionOf' in facts)) return [];
    return [...released(object.name, layer), ...(facts.keepsBounds ? keptBounds(object.name, layer) : [])];
  }
  const parents = partitionOf ? [partitionOf] : parentsOf(facts);
  return parents.flatMap((parent) => [
    ...layer.partsOf(parent, 'column').map((column) => copied(column, object.name)),
    ...layer.partsOf(parent, 'constraint').flatMap((it) => (it.facts?.type === 'check' ? copied(it, object.name) : [])),
    ...(partitionOf ? indexesOf(partitionOf, object.name, layer) : []),
  ]);
}

/** DetachAddConstraintIfNeeded: there is none for a hash, and none where a CHECK says the same already. */
function keptBounds(child: string, layer: Layer): Effect[] {
  const { partitionOf = '', bounds } = layer.find('table', child)?.facts ?? {};
  const keys = layer.find('table', partitionOf)?.facts?.partitionBy ?? [];
  const columns = keys.flatMap((key) => key ?? []);
  if (!bounds || bounds.is_default || bounds.strategy === 'h' || columns.length === 0) return [];
  const checks = layer.partsOf(child, 'constraint').filter(({ facts }) => facts?.type === 'check' && facts.validated);
  if (columns.every((key) => checks.some(({ facts }) => facts?.columns?.includes(key)))) return [];
  const name = `${child}.${generatedName(lastName(child), keys.length === 1 ? (columns[0] ?? '') : '', 'check')}`;
  const facts = { type: 'check' as const, columns, named: false, validated: true, enforced: true, deferrable: false };
  return [
    { change: 'create', object: { kind: 'constraint', name, table: child, facts }, conditional: false, implied: true },
  ];
}

function parentsOf({ definition = {} }: Partial<TableFacts> & { definition?: object }): string[] {
  return Object.keys(definition).flatMap((part) => (part.startsWith(PARENT) ? [part.slice(PARENT.length)] : []));
}

/** A part of the parent that the child has by it. */
function copied({ kind, name, facts, table: _ }: Effect['object'], child: string): Effect {
  const inherited = (facts as { inherited?: string } | undefined)?.inherited ?? name;
  const object = { kind, name: `${child}.${lastName(name)}`, table: child, facts: { ...facts, inherited } };
  return { change: 'create', object, conditional: false, implied: true };
}

/** What the table has by its parent is its own from now on. */
function released(table: string, layer: Layer): Effect[] {
  return (['column', 'constraint', 'index', 'trigger'] as const).flatMap((kind) =>
    layer.partsOf(table, kind).flatMap((part): Effect[] => {
      if (part.facts?.inherited === undefined) return [];
      if (kind === 'trigger') return [{ change: 'drop', object: part, conditional: false }];
      const facts = { inherited: undefined };
      return [
        { change: 'alter', object: { kind, name: part.name, goesWith: [], facts }, conditional: false, implied: true },
      ];
    }),
  );
}

/** What a change of a part of a table does to its children. */
function inChildren(effect: Effect, layer: Layer, above: readonly string[] = []): Effect[] {
  const { object, only } = effect;
  const { table } = object;
  // A table is no child of itself, whatever a script says.
  if (table === undefined || above.includes(table)) return [];
  return childrenOf(table, layer)
    .filter((child) => !only || isDroppedInPartition(effect, child))
    .flatMap((child) => inChild(effect, child, layer))
    .flatMap((one) => [one, ...inChildren(one, layer, [...above, table])]);
}

/** Before 18, DROP NOT NULL reaches partitions in spite of ONLY: in doubt it does. */
function isDroppedInPartition({ object }: Effect, child: KnownObject<'table'>): boolean {
  const { notNull } = (object.facts ?? {}) as { notNull?: boolean };
  return notNull === false && child.facts?.partitionOf !== undefined;
}

function inChild(effect: Effect, child: KnownObject<'table'>, layer: Layer): Effect[] {
  const { change, object, was } = effect;
  const isPartition = child.facts?.partitionOf !== undefined;
  const its = (name: string) => `${child.name}.${lastName(name)}`;
  if (object.kind === 'index') {
    const isPart = change === 'create' && !was && isPartition && !isOnly(object);
    // That of a constraint comes with the constraint.
    return isPart ? childIndex(object, child.name, layer) : [];
  }
  if (!['column', 'constraint', 'trigger'].includes(object.kind)) return [];
  const part = { kind: object.kind, name: its(object.name), table: child.name };
  const known = layer.get(was ? { ...part, name: its(was.name) } : part);
  if (was) {
    if (!known) return [];
    return [{ ...effect, object: part, was: { ...part, name: its(was.name) } as SchemaObject, implied: true }];
  }
  if (change === 'create') {
    const { type } = (object.facts ?? {}) as Partial<ConstraintFacts>;
    const reaches =
      object.kind === 'column' || (object.kind === 'trigger' ? isPartition : type === 'check' || type === 'not null');
    return reaches && !known ? [copied(object, child.name)] : [];
  }
  if (!known) return [];
  if (change === 'drop') {
    const { inherited } = known.facts ?? {};
    return inherited !== undefined || (isPartition && object.kind === 'column') ? [{ ...effect, object: known }] : [];
  }
  const { comment: _, definition: __, ...facts } = (object.facts ?? {}) as Record<string, unknown>;
  return object.kind === 'column' && Object.keys(facts).length > 0
    ? [{ ...effect, object: { ...part, facts }, implied: true }]
    : [];
}

function isOnly({ facts }: Effect['object']): boolean {
  return (facts as Partial<IndexFacts> | undefined)?.invalid ?? false;
}

/** The parent's indexes that a new partition gets, but for those that it has itself. */
function indexesOf(parent: string, child: string, layer: Layer): Effect[] {
  return layer.partsOf(parent, 'index').flatMap((index) => (isOnly(index) ? [] : childIndex(index, child, layer)));
}

function childIndex(index: Effect['object'], child: string, layer: Layer): Effect[] {
  const facts = (index.facts ?? {}) as Partial<IndexFacts> & { definition?: Record<string, unknown> };
  const { columns, constraint } = facts;
  if (columns === undefined) return [];
  const own = layer.partsOf(child, 'index').find((other) => isAlike(other.facts ?? {}, facts));
  if (own) {
    return [{ change: 'alter', object: { ...own, goesWith: [index.name] }, conditional: false, implied: true }];
  }
  const keys = elementsOf(facts.definition?.keys) ?? columns.map((name): IndexElem => (name ? { name } : {}));
  const included = (facts.included ?? []).map((name): IndexElem => ({ name }));
  const parent = constraint === undefined ? undefined : layer.find('constraint', `${index.table}.${constraint}`);
  const type = parent?.facts?.type;
  const suffix = constraint === undefined ? 'idx' : type === 'exclusion' ? 'excl' : 'key';
  const chosen =
    type === 'primary key' ? `${lastName(child)}_pkey` : chosenIndexName(child, [...keys, ...included], suffix);
  const inherited = (facts as { inherited?: string }).inherited ?? index.name;
  const { constraint: _, ...rest } = facts;
  const name = `${schemaOf(child)}.${chosen}`;
  const ties = { table: child, goesWith: [index.name] };
  const made = { change: 'create', conditional: false, implied: true } as const;
  if (parent === undefined) {
    return [{ ...made, object: { kind: 'index', name, ...ties, facts: { ...rest, inherited } }, nameIsChosen: true }];
  }
  const copy = { ...parent.facts, named: false, inherited: parent.name };
  return [
    { ...made, object: { kind: 'constraint', name: `${child}.${chosen}`, ...ties, facts: copy } },
    { ...made, object: { kind: 'index', name, ...ties, facts: { ...rest, constraint: chosen, inherited } } },
  ];
}

function elementsOf(keys: unknown): IndexElem[] | undefined {
  return Array.isArray(keys) ? (keys as Node[]).map((key) => nodeOf(key, 'IndexElem') ?? {}) : undefined;
}

function isAlike(a: Partial<IndexFacts>, b: Partial<IndexFacts>): boolean {
  const told = ({ columns = [], unique, partial, method = 'btree', mentions = [] }: Partial<IndexFacts>) =>
    JSON.stringify([columns, unique ?? false, partial ?? false, method, mentions]);
  return told(a) === told(b);
}

/** Partitions, and what INHERITS. */
function childrenOf(table: string, layer: Layer): KnownObject<'table'>[] {
  return layer
    .under(table)
    .filter(
      (object): object is KnownObject<'table'> =>
        object.kind === 'table' &&
        ((object as KnownObject<'table'>).facts?.partitionOf === table ||
          object.facts?.definition?.[PARENT + table] !== undefined),
    );
}
