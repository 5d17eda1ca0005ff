/** The schema as the scripts so far would leave it, replayed without a database. */
import type { Node } from '@pgsql/types';
import type { Statement } from '../model.js';
import { type Effect, effectsOf } from './effects/index.js';
import type { ConstraintFacts, IndexFacts } from './facts.js';
import { freeName } from './generated-names.js';
import type { ObjectKind } from './kinds.js';
import { mentioning, mentionsRenamed } from './mentions.js';
import { lastName, type SchemaObject, schemaOf } from './objects.js';

/** Whether an object existed before the change or the change itself made it. */
export type Origin = 'baseline' | 'change';

export type KnownObject<K extends ObjectKind = ObjectKind> = SchemaObject<K> & {
  origin: Origin;
  /** No script shows its definition: what its facts don't hold is unknown, and never the usual. */
  partial?: true;
};

/** What a layer knows under a name; it is listed under every table that it belongs to or mentions. */
interface Slot {
  readonly kind: ObjectKind;
  readonly name: string;
  /** Null where this layer dropped it. */
  object: KnownObject | null;
}

/** A mutable replay: `apply` each statement in order, `fork` to try a script without keeping what it does. */
export class Schema {
  readonly #parent: Schema | undefined;
  readonly #slots = new Map<ObjectKind, Map<string, Slot>>();
  /** What belongs to a table, or refers to it: foreign keys and partitions under the name of the other table. */
  readonly #slotsByTable = new Map<string, Set<Slot>>();
  #hasTemporary = false;

  /** Names that a script makes itself: they are not there before it does. */
  readonly #absent = new Set<string>();
  readonly #partial: boolean;

  /** `partial`: no script shows what existed before the change, and something may. */
  constructor({ parent, partial = false }: { parent?: Schema; partial?: boolean } = {}) {
    this.#parent = parent;
    this.#partial = parent ? parent.#partial : partial;
  }

  /** A layer over this schema: what it changes is not seen here. */
  fork(): Schema {
    return new Schema({ parent: this });
  }

  /** Takes over what a statement creates, changes and drops. `guarded`: it is conditional, such as IF NOT EXISTS (SELECT …). */
  apply(node: Node | null, origin: Origin, guarded = false): void {
    let skipped = false;
    for (const { change, object, conditional, implied = false, was } of effectsOf(node)) {
      // IF NOT EXISTS on what exists does nothing: it stays what it was, and so does all that would come with it.
      if (implied && skipped) continue;
      skipped = change === 'create' && !was && (conditional || guarded) && this.#get(object) !== undefined;
      if (skipped) continue;
      if (change === 'drop') this.#drop(object);
      else if (change === 'alter') this.#alter(object);
      else if (was) this.#rename(was, object);
      else this.#add({ ...this.#withKeys(this.#named(object)), origin } as KnownObject);
    }
  }

  /** Takes over whole scripts, with what their DO blocks run. `broke` gets a statement that it can't follow; else it throws. */
  replay(
    statements: readonly Statement[],
    origin: Origin,
    broke?: (statement: Statement, error: unknown) => void,
  ): void {
    for (const statement of statements) {
      try {
        this.apply(statement.node, origin);
        for (const inner of statement.block?.statements ?? []) this.apply(inner.node, origin, inner.conditional);
      } catch (error) {
        if (broke === undefined) throw error;
        broke(statement, error);
      }
    }
  }

  find<K extends ObjectKind>(kind: K, name: string): KnownObject<K> | undefined {
    return this.#get({ kind, name }) as KnownObject<K> | undefined;
  }

  /** Whether the object of that name may exist although no script shows it: none has made a table yet. */
  mayHold(name: string): boolean {
    return this.#partial && !this.#isAbsent(name) && !this.#slotsOfKind('table').some((slot) => this.#get(slot));
  }

  /** Registers what a script is going to create: a DROP … IF EXISTS before it is for the script's own second run. */
  expect(statements: readonly Statement[]): void {
    if (!this.#partial) return;
    for (const { change, object } of statements.flatMap(({ node }) => effectsOf(node))) {
      if (change === 'create') this.#absent.add(object.name);
    }
  }

  /** A table's columns, constraints, indexes, triggers or policies. */
  partsOf<K extends ObjectKind>(table: string, kind: K): KnownObject<K>[] {
    return this.#related(table).filter((object) => object.kind === kind && object.table === table) as KnownObject<K>[];
  }

  /** Other tables' foreign keys that reference the table, and its own that reference itself. */
  foreignKeysTo(table: string): KnownObject<'constraint'>[] {
    return this.#related(table).filter(
      (object): object is KnownObject<'constraint'> => constraintOf(object)?.references?.table === table,
    );
  }

  /** The table's partitions, as far as the scripts name them. */
  partitionsOf(table: string): KnownObject<'table'>[] {
    return this.#related(table).filter(
      (object): object is KnownObject<'table'> =>
        object.kind === 'table' && (object as KnownObject<'table'>).facts?.partitionOf === table,
    );
  }

  /** All objects of a kind. */
  every<K extends ObjectKind>(kind: K): KnownObject<K>[] {
    return this.#known(this.#slotsOfKind(kind)) as KnownObject<K>[];
  }

  /** A table, view or the like that this change created: no other session can be waiting for it. */
  isNew(relation: string): boolean {
    return this.isTemporary(relation) || RELATIONS.some((kind) => this.find(kind, relation)?.origin === 'change');
  }

  /** A temporary relation: it hides what else has its name, and goes with the session. */
  isTemporary(relation: string): boolean {
    if (relation.startsWith('pg_temp.')) return true;
    if (!this.#mayHide || !relation.startsWith('public.')) return false;
    const temporary = relation.replace('public.', 'pg_temp.');
    return RELATIONS.some((kind) => this.find(kind, temporary) !== undefined);
  }

  #isAbsent(name: string): boolean {
    return this.#absent.has(name) || (this.#parent ? this.#parent.#isAbsent(name) : false);
  }

  /** Whether any temporary relation was made. */
  get #mayHide(): boolean {
    return this.#hasTemporary || (this.#parent ? this.#parent.#mayHide : false);
  }

  #get({ kind, name }: Pick<SchemaObject, 'kind' | 'name'>): KnownObject | undefined {
    const own = this.#slots.get(kind)?.get(name);
    if (own !== undefined) return own.object ?? undefined;
    return this.#parent ? this.#parent.#get({ kind, name }) : undefined;
  }

  #set({ kind, name }: Pick<SchemaObject, 'kind' | 'name'>, object: KnownObject | null): Slot {
    const slots = this.#slots.get(kind) ?? new Map<string, Slot>();
    const slot = slots.get(name) ?? { kind, name, object };
    slot.object = object;
    slots.set(name, slot);
    this.#slots.set(kind, slots);
    return slot;
  }

  #add(object: KnownObject): void {
    const slot = this.#set(object, object);
    if (object.table !== undefined) this.#putUnder(object.table, slot);
    const other = otherTable(object);
    if (other !== undefined) this.#putUnder(other, slot);
    if (object.name.startsWith('pg_temp.')) this.#hasTemporary = true;
  }

  #putUnder(table: string, slot: Slot): void {
    const known = this.#slotsByTable.get(table);
    if (known) known.add(slot);
    else this.#slotsByTable.set(table, new Set([slot]));
  }

  /** A name that Postgres chooses avoids those that are taken. */
  #named(object: Effect['object']): Effect['object'] {
    if (object.kind !== 'constraint' || (object.facts as Partial<ConstraintFacts> | undefined)?.named !== false)
      return object;
    const name = freeName(object.name, (name) => this.#get({ kind: 'constraint', name }) !== undefined);
    return name === object.name ? object : { ...object, name };
  }

  /** USING INDEX: the columns are those of the index, if a script shows it. */
  #withKeys(object: Effect['object']): Effect['object'] {
    const { usingIndex } = (object.facts as Partial<ConstraintFacts> | undefined) ?? {};
    const index = usingIndex === undefined ? undefined : this.find('index', usingIndex);
    const columns = index?.facts?.columns?.flatMap((column) => column ?? []);
    return columns && index?.table === object.table ? { ...object, facts: { ...object.facts, columns } } : object;
  }

  /** Facts of an object that was unknown so far belong to one that was there before. */
  #alter({ facts, ...object }: Effect['object']): void {
    const known = this.#get(object);
    if (known === undefined) return;
    this.#add({ ...known, facts: { ...known.facts, ...facts } } as KnownObject);
  }

  #drop(object: SchemaObject): void {
    for (const dependent of this.#dependents(object)) this.#set(dependent, null);
    this.#set(object, null);
  }

  /** A rename makes nothing new: what has it keeps its origin, and what was unknown was there before. */
  #rename(was: SchemaObject, object: Effect['object']): void {
    const known = this.#get(was);
    const dependents = this.#dependents(was);
    const inside = was.kind === 'column' && was.table !== undefined ? this.#related(was.table) : [];
    const outside = this.#related(was.name);
    this.#set(was, null);
    const origin = known?.origin ?? 'baseline';
    const partial = known === undefined && { partial: true as const };
    this.#add({ ...known, ...partial, ...object, ...tableOf(known, was, object), origin } as KnownObject);
    for (const part of inside) this.#add(withColumn(part, lastName(was.name), lastName(object.name)));
    for (const dependent of dependents) {
      if (was.kind === 'column') break;
      const name = moved(dependent.name, was, object);
      this.#set(dependent, null);
      this.#add({ ...dependent, name, ...tableOf(dependent, was, object) });
    }
    for (const other of outside) {
      const current = this.#get(other);
      if (current) this.#add(withTable(current, was.name, object.name));
    }
    for (const other of mentioning(was).flatMap((kind) => this.every(kind))) {
      const facts = mentionsRenamed(other, was, object as SchemaObject);
      if (facts) this.#add({ ...other, facts } as KnownObject);
    }
  }

  /** What goes when the object goes. */
  #dependents(object: SchemaObject): KnownObject[] {
    if (object.kind === 'schema') return this.#known(this.#allSlots()).filter((known) => diesWith(known, object));
    if (object.kind === 'column' && object.table !== undefined) {
      const column = lastName(object.name);
      return this.#related(object.table).filter((known) => known.table === object.table && uses(known, column));
    }
    if (object.kind === 'constraint' && object.table !== undefined) {
      const name = lastName(object.name);
      return this.partsOf(object.table, 'index').filter(({ facts }) => facts?.constraint === name);
    }
    return this.#related(object.name).filter((known) => diesWith(known, object));
  }

  /** What belongs to the table or refers to it. */
  #related(table: string): KnownObject[] {
    return this.#known(this.#slotsUnder(table)).filter((known) => known.table === table || otherTable(known) === table);
  }

  /** What a layer has changed replaces what is below it. */
  #known(slots: readonly Slot[]): KnownObject[] {
    if (this.#parent === undefined) return slots.flatMap(({ object }) => object ?? []);
    return [...new Set(slots.flatMap((slot) => this.#get(slot) ?? []))];
  }

  #slotsUnder(table: string): Slot[] {
    const below = this.#parent ? this.#parent.#slotsUnder(table) : [];
    return [...below, ...(this.#slotsByTable.get(table) ?? [])];
  }

  #slotsOfKind(kind: ObjectKind): Slot[] {
    const below = this.#parent ? this.#parent.#slotsOfKind(kind) : [];
    return [...below, ...(this.#slots.get(kind)?.values() ?? [])];
  }

  #allSlots(): Slot[] {
    const below = this.#parent ? this.#parent.#allSlots() : [];
    return [...below, ...[...this.#slots.values()].flatMap((slots) => [...slots.values()])];
  }
}

const RELATIONS = ['table', 'materialized view', 'view', 'foreign table', 'sequence'] as const;

/** Whether dropping `parent` takes `object` with it; with CASCADE, a foreign key goes with the table that it references. */
export function diesWith(object: SchemaObject, parent: SchemaObject): boolean {
  if (parent.kind === 'schema') return object.name.startsWith(`${parent.name}.`);
  if (!RELATIONS.some((kind) => kind === parent.kind)) return false;
  return object.table === parent.name || constraintOf(object)?.references?.table === parent.name;
}

function constraintOf(object: SchemaObject): Partial<ConstraintFacts> | undefined {
  return object.kind === 'constraint' ? (object.facts as Partial<ConstraintFacts> | undefined) : undefined;
}

/** The table that it refers to without belonging to it: what a foreign key references, what it is a partition of. */
function otherTable(object: SchemaObject): string | undefined {
  if (object.kind === 'table') return (object as SchemaObject<'table'>).facts?.partitionOf;
  return constraintOf(object)?.references?.table;
}

/** Whether an index or constraint is on the column, and is dropped with it. */
function uses(object: SchemaObject, column: string): boolean {
  if (object.kind === 'index') {
    const { columns, included, mentions } = (object.facts as Partial<IndexFacts> | undefined) ?? {};
    return [columns, included, mentions].some((names) => names?.includes(column));
  }
  const constraint = constraintOf(object);
  return constraint?.columns?.includes(column) ?? false;
}

function withColumn<O extends KnownObject>(object: O, from: string, to: string): O {
  const facts = object.facts as Record<string, unknown> | undefined;
  if (facts === undefined || (object.kind !== 'index' && object.kind !== 'constraint')) return object;
  // Unknown lists stay unknown.
  const lists = ['columns', 'included', 'mentions'].flatMap((list) => {
    const names = facts[list];
    return Array.isArray(names) ? [[list, names.map((name) => (name === from ? to : name))]] : [];
  });
  return { ...object, facts: { ...facts, ...Object.fromEntries(lists) } };
}

function withTable<O extends KnownObject>(object: O, from: string, to: string): O {
  const constraint = constraintOf(object);
  if (constraint?.references?.table === from) {
    return { ...object, facts: { ...constraint, references: { ...constraint.references, table: to } } };
  }
  const partition = object as KnownObject<'table'>;
  if (object.kind === 'table' && partition.facts?.partitionOf === from) {
    return { ...object, facts: { ...partition.facts, partitionOf: to } };
  }
  return object;
}

/** A name after the rename of the table or schema that it is part of; an index's name moves only with its schema. */
function moved(name: string, was: SchemaObject, object: SchemaObject): string {
  if (name === was.name) return object.name;
  if (name.startsWith(`${was.name}.`)) return object.name + name.slice(was.name.length);
  const [from, to] = [schemaOf(was.name), schemaOf(object.name)];
  return from !== to && name.startsWith(`${from}.`) ? to + name.slice(from.length) : name;
}

function tableOf(known: SchemaObject | undefined, was: SchemaObject, object: SchemaObject): { table?: string } {
  return known?.table === undefined ? {} : { table: moved(known.table, was, object) };
}
