/** The schema as the scripts so far would leave it, replayed without a database. */
import type { Node } from '@pgsql/types';
import type { LockMode, Statement } from '../model.js';
import { compareLockModes } from '../sql/locks.js';
import { type Effect, effectsOf } from './effects/index.js';
import { type Exposed, exposedBy, published } from './exposure.js';
import type { ConstraintFacts, FunctionFacts } from './facts.js';
import { freeName } from './generated-names.js';
import { goesUnderCascade } from './going.js';
import type { ObjectKind } from './kinds.js';
import type { KnownObject, Origin } from './known.js';
import { mentioning, mentionsRenamed } from './mentions.js';
import { functionKey, type Key, keysOf, needsOf, needsOfDefault, renamedKeys } from './needs.js';
import { lastName, objectKey, type SchemaObject } from './objects.js';
import { constraintOf, diesWith, moved, otherTable, RELATIONS, tableOf, uses, withColumn, withTable } from './parts.js';

export type { KnownObject, Origin } from './known.js';

/** What a layer knows under a name; it is listed under every table that it belongs to or mentions. */
interface Slot {
  readonly kind: ObjectKind;
  /** A function's with its arguments. */
  readonly name: string;
  /** Null where this layer dropped it. */
  object: KnownObject | null;
}

/** What a statement created, or gave another name. */
export interface Made {
  object: KnownObject;
  implied: boolean;
  was?: SchemaObject;
}

/** A mutable replay: `apply` each statement in order, `fork` to try a script without keeping what it does. */
export class Schema {
  readonly #parent: Schema | undefined;
  readonly #slots = new Map<ObjectKind, Map<string, Slot>>();
  /** What belongs to a table, refers to it or needs it; the same for what else can be dropped, by its key. */
  readonly #slotsByKey = new Map<Key, Set<Slot>>();
  #hasTemporary = false;

  readonly #asked = new Set<string>();
  readonly #judged = new Set<string>();

  /** Names that relations had before the change, and that it has taken from them. */
  readonly #freed = new Set<string>();

  /** What the change has dropped by its name. */
  readonly #dropped = new Set<string>();

  /** Names that a script makes itself: they are not there before it does. */
  readonly #absent = new Set<string>();
  readonly #partial: boolean;
  /** Counts the change's transactions: what one has done others see when it has committed. */
  #transaction: number;

  /** `partial`: something may have existed before the change that no script shows. */
  constructor({ parent, partial = parent?.isPartial ?? false }: { parent?: Schema; partial?: boolean } = {}) {
    this.#parent = parent;
    this.#partial = partial;
    this.#transaction = parent ? parent.#transaction + 1 : 0;
  }

  /** A layer over this schema: what it changes is not seen here. */
  fork({ partial = this.#partial }: { partial?: boolean } = {}): Schema {
    return new Schema({ parent: this, partial });
  }

  get isPartial(): boolean {
    return this.#partial;
  }

  /**
   * Takes over what a statement creates, changes and drops, and returns what it made, under the names that Postgres chose.
   * `guarded`: it is conditional, such as IF NOT EXISTS (SELECT …).
   */
  apply(node: Node | null, origin: Origin, guarded = false): Made[] {
    let skipped = false;
    const made: Made[] = [];
    for (const effect of effectsOf(node)) {
      const { change, object, conditional, implied = false, was, cascade = false } = this.#meant(effect);
      // IF NOT EXISTS on what exists does nothing: it stays what it was, and so does all that would come with it.
      if (implied && skipped) continue;
      skipped = change === 'create' && !was && (conditional || guarded) && this.#get(object) !== undefined;
      // The same for IF EXISTS on what isn't there.
      if (was && conditional && this.#get(was) === undefined) skipped = true;
      if (skipped) continue;
      const gone = change === 'drop' ? object : was;
      if (gone && origin === 'change' && this.#relation(gone.name) === undefined) this.#freed.add(gone.name);
      if (change === 'drop') {
        if (origin === 'change') this.#dropped.add(objectKey(object));
        this.#drop(object as SchemaObject, cascade);
      } else if (change === 'alter') this.#alter(object);
      else {
        const known = was
          ? this.#rename(was, object)
          : ({ ...this.#withKeys(this.#named(object)), origin } as KnownObject);
        if (!was) this.#add(known);
        made.push({ object: known, implied, ...(was && { was }) });
      }
      if (origin === 'change') for (const one of exposedBy({ ...effect, object })) this.#expose(one);
    }
    if (origin === 'change')
      for (const one of published(node)) this.#expose({ relation: one, to: 'keys', through: '' });
    return made;
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

  /** The object that is meant: a function by its arguments, where they are said. */
  known(object: Effect['object']): KnownObject | undefined {
    return this.#get(object);
  }

  /** Whether the change has dropped what had the name, whatever has it now: nothing from before the change is left of it. */
  wasDropped(kind: ObjectKind, name: string): boolean {
    return this.#dropped.has(objectKey({ kind, name })) || (this.#parent?.wasDropped(kind, name) ?? false);
  }

  /**
   * Whether the object of that name may exist although no script shows it: made by an ORM, or by a history that was squashed. An
   * index belongs to a table, of which the scripts tell all or nothing.
   */
  mayHold(name: string, kind: ObjectKind = 'table'): boolean {
    if (!this.#partial || this.#isAbsent(name) || this.#isHeardOf(name)) return false;
    if (kind === 'index' && this.#slotsOfKind('table').some((slot) => slot.object)) return false;
    this.judgedByName(name);
    return true;
  }

  /** A rule asks about a name that no script makes. */
  judgedByName(name: string): void {
    if (this.#parent) this.#parent.judgedByName(name);
    else this.#asked.add(name);
  }

  /** What rules asked for since the last time; kept where one of them had something to say. */
  settleJudged(isKept: boolean): void {
    if (this.#parent) this.#parent.settleJudged(isKept);
    if (isKept) for (const name of this.#asked) this.#judged.add(name);
    this.#asked.clear();
  }

  /** What was judged by its name alone, as it is written in full. */
  get judged(): ReadonlySet<string> {
    return this.#parent ? this.#parent.judged : this.#judged;
  }

  /** A script made or dropped something of the name. */
  #isHeardOf(name: string): boolean {
    for (const slots of this.#slots.values()) if (slots.has(name)) return true;
    return this.#parent ? this.#parent.#isHeardOf(name) : false;
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

  /** The views that read a relation. */
  viewsOf(relation: string): KnownObject<'view' | 'materialized view'>[] {
    return this.#under(relation).filter(
      (object): object is KnownObject<'view' | 'materialized view'> =>
        (object.kind === 'view' || object.kind === 'materialized view') &&
        ((object as KnownObject<'view'>).facts?.reads ?? []).includes(relation),
    );
  }

  /** All objects of a kind. */
  every<K extends ObjectKind>(kind: K): KnownObject<K>[] {
    return this.#known(this.#slotsOfKind(kind)) as KnownObject<K>[];
  }

  /** A transaction of the change has committed: others see what it has done. */
  commit(): void {
    this.#transaction++;
  }

  /**
   * A table, view or the like that this change created, and that others don't see yet: no other session can be waiting for it.
   * `lock`: what is taken; a weak one doesn't stop who only looks into it.
   */
  isNew(relation: string, lock: LockMode = 'ACCESS EXCLUSIVE'): boolean {
    if (this.isTemporary(relation)) return true;
    const known = this.#relation(relation);
    return known?.origin === 'change' && !this.#isExposed(known, lock);
  }

  #relation(name: string): KnownObject | undefined {
    for (const kind of RELATIONS) {
      const known = this.#get({ kind, name });
      if (known?.origin === 'change') return known;
    }
    return undefined;
  }

  #isExposed({ exposed }: KnownObject, lock: LockMode): boolean {
    const isSince = (transaction: number | undefined) => transaction !== undefined && transaction < this.#transaction;
    return isSince(exposed?.rows) || (isSince(exposed?.keys) && compareLockModes(lock, 'EXCLUSIVE') >= 0);
  }

  /** Others come to a new relation through one of theirs, or by a name that was of one; from there to its partitions. */
  #expose({ relation, to, through }: Exposed): void {
    const waiting = this.#isTheirs(through) || (relation === through && this.#hadName(relation)) ? [relation] : [];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const known = this.#relation(name);
      if (known === undefined || known.exposed?.[to] !== undefined) continue;
      this.#add({ ...known, exposed: { ...known.exposed, [to]: this.#transaction } });
      waiting.push(...this.partitionsOf(name).map((partition) => partition.name));
      if (known.kind === 'view') waiting.push(...((known as KnownObject<'view'>).facts?.reads ?? []));
    }
  }

  /** It was there before the change, or others see it, or will when this transaction has committed. */
  #isTheirs(name: string): boolean {
    const own = this.#relation(name);
    return own ? own.exposed?.rows !== undefined : !this.isTemporary(name);
  }

  /** A relation that was there before the change had the name. */
  #hadName(name: string): boolean {
    return this.#freed.has(name) || (this.#parent ? this.#parent.#hadName(name) : false);
  }

  /** A temporary relation: it hides what else has its name, and goes with the session. */
  isTemporary(relation: string): boolean {
    if (relation.startsWith('pg_temp.')) return true;
    if (!this.#mayHide || !relation.startsWith('public.')) return false;
    const temporary = relation.replace('public.', 'pg_temp.');
    return RELATIONS.some((kind) => this.find(kind, temporary) !== undefined);
  }

  /** ALTER TABLE and ALTER INDEX rename and move any kind of relation. */
  #meant(effect: Effect): Effect {
    const { was, object } = effect;
    if (was === undefined || !RENAMED_AS_TABLE.some((kind) => kind === was.kind) || this.#get(was)) return effect;
    const kind = RENAMED_AS_TABLE.find((other) => this.#get({ kind: other, name: was.name }));
    return kind === undefined ? effect : { ...effect, object: { ...object, kind }, was: { ...was, kind } };
  }

  #isAbsent(name: string): boolean {
    return this.#absent.has(name) || (this.#parent ? this.#parent.#isAbsent(name) : false);
  }

  /** Whether any temporary relation was made. */
  get #mayHide(): boolean {
    return this.#hasTemporary || (this.#parent ? this.#parent.#mayHide : false);
  }

  #get(object: Pick<SchemaObject, 'kind' | 'name'> & { facts?: object }): KnownObject | undefined {
    const known = this.#slotNamed(object.kind, slotName(object))?.object ?? undefined;
    if (known !== undefined || object.kind !== 'function') return known;
    // Without arguments any function of the name is meant, and one whose arguments are unknown may be the one.
    const alike = this.#under(functionKey(object.name)).filter(
      (it) => it.kind === 'function' && it.name === object.name,
    );
    return alike.findLast((it) => argumentsOf(object) === undefined || argumentsOf(it) === undefined);
  }

  #slotNamed(kind: ObjectKind, name: string): Slot | undefined {
    const own = this.#slots.get(kind)?.get(name);
    return own ?? (this.#parent ? this.#parent.#slotNamed(kind, name) : undefined);
  }

  #set(of: Pick<SchemaObject, 'kind' | 'name'> & { facts?: object }, object: KnownObject | null): Slot {
    const { kind } = of;
    const name = slotName(of);
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
    for (const key of needsOf(object)) this.#putUnder(key, slot);
    for (const key of needsOfDefault(object)) this.#putUnder(key, slot);
    for (const key of object.goesWith ?? []) this.#putUnder(key, slot);
    if (object.kind === 'function') this.#putUnder(functionKey(object.name), slot);
    if (object.name.startsWith('pg_temp.')) this.#hasTemporary = true;
  }

  #putUnder(key: Key, slot: Slot): void {
    const known = this.#slotsByKey.get(key);
    if (known) known.add(slot);
    else this.#slotsByKey.set(key, new Set([slot]));
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
  #alter({ facts, goesWith, needs, ...object }: Effect['object']): void {
    const known = this.#get({ ...object, ...(facts && { facts }) });
    if (known === undefined) return;
    const ties = { ...(goesWith && { goesWith }), ...(needs && { needs }) };
    this.#add({ ...known, ...ties, facts: { ...known.facts, ...facts } } as KnownObject);
  }

  /** With all that goes along, and what goes with that. */
  #drop(object: SchemaObject, cascade: boolean): void {
    const waiting: SchemaObject[] = [this.#get(object) ?? object];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const gone = [...this.#dependents(one), ...this.#tied(one, cascade)];
      this.#set(one, null);
      for (const dependent of gone) {
        this.#set(dependent, null);
        waiting.push(dependent);
      }
      if (cascade) this.#forgetDefaults(one);
    }
  }

  /** What goes with it by itself though it belongs to no table, and under CASCADE what needs it. */
  #tied(object: SchemaObject, cascade: boolean): KnownObject[] {
    const keys = keysOf(object);
    const own = keys.flatMap((key) => this.#under(key).filter(({ goesWith }) => goesWith?.includes(key)));
    if (!cascade) return own;
    const needy = keys.flatMap((key) => this.#under(key).filter((known) => needsOf(known).includes(key)));
    return [...own, ...needy, ...goesUnderCascade(object, this)];
  }

  #forgetDefaults(object: SchemaObject): void {
    for (const key of keysOf(object)) {
      for (const column of this.#under(key)) {
        if (!needsOfDefault(column).includes(key)) continue;
        this.#add({ ...column, facts: { ...column.facts, default: undefined } } as KnownObject);
      }
    }
  }

  /** A rename makes nothing new: what has it keeps its origin, and what was unknown was there before. */
  #rename(was: SchemaObject, object: Effect['object']): KnownObject {
    const known = this.#get(was);
    const tied = this.#tiedTo(known ?? was);
    const dependents = this.#dependents(was);
    const inside = was.kind === 'column' && was.table !== undefined ? this.#related(was.table) : [];
    const outside = this.#related(was.name);
    this.#set(known ?? was, null);
    const origin = known?.origin ?? 'baseline';
    const partial = known === undefined && { partial: true as const };
    const facts = { ...known?.facts, ...object.facts };
    const renamed = { ...known, ...partial, ...object, facts, ...tableOf(known, was, object), origin } as KnownObject;
    this.#add(renamed);
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
    for (const other of tied) this.#retie(other, was, object as SchemaObject);
    return renamed;
  }

  /** All that has the object's name, or one inside it, among its ties. */
  #tiedTo(object: SchemaObject): KnownObject[] {
    const inside =
      object.kind === 'schema'
        ? this.#dependents(object)
        : RELATIONS.some((kind) => kind === object.kind)
          ? this.partsOf(object.name, 'column')
          : [];
    const keys = [object, ...inside].flatMap(keysOf);
    return [...new Set(keys.flatMap((key) => this.#under(key)))];
  }

  #retie(other: KnownObject, was: SchemaObject, object: SchemaObject): void {
    const current = this.#get(other);
    if (current?.needs === undefined && current?.goesWith === undefined) return;
    const { needs = [], goesWith = [] } = current;
    const renamed = [needs, goesWith].map((keys) => renamedKeys(keys, was.name, object.name));
    if (renamed[0] === needs && renamed[1] === goesWith) return;
    this.#add({ ...current, needs: renamed[0] ?? [], goesWith: renamed[1] ?? [] });
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

  /** What is listed under a key, now. */
  #under(key: Key): KnownObject[] {
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

const RENAMED_AS_TABLE = [...RELATIONS, 'index'] as const;

/** Functions of one name are told apart by their arguments. */
function slotName(object: Pick<SchemaObject, 'kind' | 'name'> & { facts?: object }): string {
  const given = object.kind === 'function' ? argumentsOf(object) : undefined;
  return given === undefined ? object.name : `${object.name}(${given.join(',')})`;
}

function argumentsOf({ facts }: { facts?: object | undefined }): string[] | undefined {
  return (facts as Partial<FunctionFacts> | undefined)?.arguments;
}
