/** One layer of the replay: what is known by name, over the layer below it. */
import type { FunctionFacts } from './facts.js';
import type { ObjectKind } from './kinds.js';
import type { Asked, KnownObject } from './known.js';
import { functionKey, needsOf, needsOfDefault } from './needs.js';
import type { DropKey, SchemaObject } from './objects.js';
import { constraintOf, otherTable } from './parts.js';

/** What a layer knows under a name; it is listed under every table that it belongs to or mentions. */
export interface Slot {
  readonly kind: ObjectKind;
  /** A function's with its arguments. */
  readonly name: string;
  /** Null where this layer dropped it. */
  object: KnownObject | null;
}

/** What is asked for by its name; a function by its arguments as well, where they are said. */
type Sought = Pick<SchemaObject, 'kind' | 'name'> & { facts?: object };

export class Layer implements Asked {
  readonly #parent: Layer | undefined;
  readonly #slots = new Map<ObjectKind, Map<string, Slot>>();
  /** What belongs to a table, refers to it or needs it; the same for what else can be dropped, by its key. */
  readonly #slotsByKey = new Map<DropKey, Set<Slot>>();
  #hasTemporary = false;
  /** What is set from now on, where somebody wants to know. */
  journal: Map<string, Slot> | undefined;

  constructor(parent?: Layer) {
    this.#parent = parent;
  }

  find<K extends ObjectKind>(kind: K, name: string): KnownObject<K> | undefined {
    return this.get({ kind, name }) as KnownObject<K> | undefined;
  }

  /** A table's columns, constraints, indexes, triggers or policies. */
  partsOf<K extends ObjectKind>(table: string, kind: K): KnownObject<K>[] {
    return this.related(table).filter((object) => object.kind === kind && object.table === table) as KnownObject<K>[];
  }

  /** Other tables' foreign keys that reference the table, and its own that reference itself. */
  foreignKeysTo(table: string): KnownObject<'constraint'>[] {
    return this.related(table).filter(
      (object): object is KnownObject<'constraint'> => constraintOf(object)?.references?.table === table,
    );
  }

  /** The table's partitions, as far as the scripts name them. */
  partitionsOf(table: string): KnownObject<'table'>[] {
    return this.related(table).filter(
      (object): object is KnownObject<'table'> =>
        object.kind === 'table' && (object as KnownObject<'table'>).facts?.partitionOf === table,
    );
  }

  /** The views that read a relation. */
  viewsOf(relation: string): KnownObject<'view' | 'materialized view'>[] {
    return this.under(relation).filter(
      (object): object is KnownObject<'view' | 'materialized view'> =>
        (object.kind === 'view' || object.kind === 'materialized view') &&
        ((object as KnownObject<'view'>).facts?.reads ?? []).includes(relation),
    );
  }

  /** All objects of a kind. */
  every<K extends ObjectKind>(kind: K): KnownObject<K>[] {
    return this.#known(this.#slotsOfKind(kind)) as KnownObject<K>[];
  }

  /** All objects. */
  all(): KnownObject[] {
    return this.#known(this.#allSlots());
  }

  /** A script made or dropped something of the name. */
  isHeardOf(name: string): boolean {
    for (const slots of this.#slots.values()) if (slots.has(name)) return true;
    return this.#parent ? this.#parent.isHeardOf(name) : false;
  }

  /** Whether any temporary relation was made. */
  get mayHide(): boolean {
    return this.#hasTemporary || (this.#parent ? this.#parent.mayHide : false);
  }

  get(object: Sought): KnownObject | undefined {
    const known = this.#slotNamed(object.kind, slotName(object))?.object ?? undefined;
    if (known !== undefined || object.kind !== 'function') return known;
    // Without arguments any function of the name is meant, and one whose arguments are unknown may be the one.
    const alike = this.under(functionKey(object.name)).filter(
      (it) => it.kind === 'function' && it.name === object.name,
    );
    const named = argumentsOf(object);
    return alike.findLast(
      (it) => named === undefined || argumentsOf(it) === undefined || withOut(it)?.join() === named.join(),
    );
  }

  #slotNamed(kind: ObjectKind, name: string): Slot | undefined {
    const own = this.#slots.get(kind)?.get(name);
    return own ?? (this.#parent ? this.#parent.#slotNamed(kind, name) : undefined);
  }

  set(of: Sought, object: KnownObject | null): Slot {
    const { kind } = of;
    const name = slotName(of);
    const slots = this.#slots.get(kind) ?? new Map<string, Slot>();
    const slot = slots.get(name) ?? { kind, name, object };
    slot.object = object;
    this.journal?.set(`${kind} ${name}`, slot);
    slots.set(name, slot);
    this.#slots.set(kind, slots);
    return slot;
  }

  add(object: KnownObject): void {
    const slot = this.set(object, object);
    if (object.table !== undefined) this.#putUnder(object.table, slot);
    const other = otherTable(object);
    if (other !== undefined) this.#putUnder(other, slot);
    for (const key of needsOf(object)) this.#putUnder(key, slot);
    for (const key of needsOfDefault(object)) this.#putUnder(key, slot);
    for (const key of object.goesWith ?? []) this.#putUnder(key, slot);
    if (object.kind === 'function') this.#putUnder(functionKey(object.name), slot);
    if (object.name.startsWith('pg_temp.')) this.#hasTemporary = true;
  }

  #putUnder(key: DropKey, slot: Slot): void {
    const known = this.#slotsByKey.get(key);
    if (known) known.add(slot);
    else this.#slotsByKey.set(key, new Set([slot]));
  }

  /** What belongs to the table or refers to it. */
  related(table: string): KnownObject[] {
    return this.#known(this.#slotsUnder(table)).filter((known) => known.table === table || otherTable(known) === table);
  }

  /** What is listed under a key, now. */
  under(key: DropKey): KnownObject[] {
    return this.#known(this.#slotsUnder(key));
  }

  /** What a layer has changed replaces what is below it. */
  #known(slots: readonly Slot[]): KnownObject[] {
    if (this.#parent === undefined) return slots.flatMap(({ object }) => object ?? []);
    return [...new Set(slots.flatMap(({ kind, name }) => this.#slotNamed(kind, name)?.object ?? []))];
  }

  #slotsUnder(table: string): Slot[] {
    const below = this.#parent ? this.#parent.#slotsUnder(table) : [];
    return [...below, ...(this.#slotsByKey.get(table) ?? [])];
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

/** Functions of one name are told apart by their arguments. */
function slotName(object: Sought): string {
  const given = object.kind === 'function' ? argumentsOf(object) : undefined;
  return given === undefined ? object.name : `${object.name}(${given.join(',')})`;
}

function withOut({ facts }: { facts?: object | undefined }): string[] | undefined {
  return (facts as Partial<FunctionFacts> | undefined)?.withOut;
}

function argumentsOf({ facts }: { facts?: object | undefined }): string[] | undefined {
  return (facts as Partial<FunctionFacts> | undefined)?.arguments;
}
