/** The schema as the scripts so far would leave it, replayed without a database. */
import type { Node } from '@pgsql/types';
import type { LockMode, Statement } from '../model.js';
import { compareLockModes } from '../sql/locks.js';
import { alter, drop, rename } from './changes.js';
import { type Effect, effectsOf } from './effects/index.js';
import { type Exposed, exposedBy, published } from './exposure.js';
import type { ConstraintFacts, IndexFacts } from './facts.js';
import { followed } from './follow.js';
import { freeName } from './generated-names.js';
import type { ObjectKind } from './kinds.js';
import type { KnownObject, Origin } from './known.js';
import { Layer } from './layer.js';
import { lastName, objectKey, type SchemaObject, schemaOf } from './objects.js';
import { isInEveryDatabase, RELATIONS } from './parts.js';
import { calledBy, speaksOf } from './programs.js';
import { UnknownNames } from './unknown-names.js';

export type { KnownObject, Origin } from './known.js';

/** What a statement created, or gave another name. */
export interface MadeObject {
  object: KnownObject;
  implied: boolean;
  was?: SchemaObject;
}

/** A mutable replay: `apply` each statement in order, `fork` to try a script without keeping what it does. */
export class Schema {
  readonly #parent: Schema | undefined;
  readonly #layer: Layer;

  /** What was judged by its name alone; one for all layers. */
  readonly judged: UnknownNames;

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
    this.judged = parent?.judged ?? new UnknownNames();
    this.#layer = new Layer(parent ? parent.#layer : undefined);
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
  apply(node: Node | null, origin: Origin, guarded = false): MadeObject[] {
    let skipped = false;
    /** The old name of a rename that does nothing: it isn't dropped either. */
    let kept: object | undefined;
    const made: MadeObject[] = [];
    /** Names that Postgres has to choose anew, because the first is taken. */
    const chosen = new Map<string, string>();
    for (const effect of this.#effectsOf(node)) {
      const { change, object, conditional, implied = false, was, cascade = false } = effect;
      // IF NOT EXISTS on what exists does nothing: it stays what it was, and so does all that would come with it.
      if ((implied && skipped) || (change === 'drop' && object === kept)) continue;
      skipped = change === 'create' && !was && (conditional || guarded) && this.#isKnown(object);
      // The same for IF EXISTS on what isn't there.
      if (was && conditional && this.#layer.get(was) === undefined) skipped = true;
      if (effect.ifThere !== undefined && !this.#isThere(effect.ifThere)) skipped = true;
      if (skipped) kept = effect.was;
      if (skipped) continue;
      const gone = change === 'drop' ? object : was;
      if (gone && origin === 'change') this.#free(gone);
      if (change === 'drop') {
        if (origin === 'change') this.#dropped.add(objectKey(object));
        drop(this.#layer, object as SchemaObject, cascade);
      } else if (change === 'alter') alter(this.#layer, object, effect.clears);
      else {
        const known = was
          ? rename(this.#layer, was, object)
          : ({ ...this.#withKeys(this.#named(effect, chosen)), origin } as KnownObject);
        if (!was) this.#layer.add(known);
        made.push({ object: known, implied, ...(was && { was }) });
      }
      if (origin === 'change') for (const one of this.#shownBy({ ...effect, object })) this.#expose(one);
    }
    if (origin === 'change')
      for (const one of published(node)) this.#expose({ relation: one, to: 'keys', through: '' });
    return made;
  }

  /** What a statement that is taken over changes: each object as it is then, null where it is gone. */
  watched(apply: () => MadeObject[]): {
    made: MadeObject[];
    changes: { of: Pick<SchemaObject, 'kind' | 'name'>; object: KnownObject | null }[];
  } {
    const journal: NonNullable<Layer['journal']> = new Map();
    this.#layer.journal = journal;
    const made = apply();
    this.#layer.journal = undefined;
    return { made, changes: [...journal.values()].map(({ kind, name, object }) => ({ of: { kind, name }, object })) };
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
    return this.#layer.find(kind, name);
  }

  /** The object that is meant: a function by its arguments, where they are said. */
  known(object: Effect['object']): KnownObject | undefined {
    return this.#layer.get(object);
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
    if (!this.#partial || this.#isAbsent(name) || this.#layer.isHeardOf(name)) return false;
    if (kind === 'index' && this.#layer.every('table').length > 0) return false;
    this.judged.ask(name);
    return true;
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
    return this.#layer.partsOf(table, kind);
  }

  /** Other tables' foreign keys that reference the table, and its own that reference itself. */
  foreignKeysTo(table: string): KnownObject<'constraint'>[] {
    return this.#layer.foreignKeysTo(table);
  }

  /** The table's partitions, as far as the scripts name them. */
  partitionsOf(table: string): KnownObject<'table'>[] {
    return this.#layer.partitionsOf(table);
  }

  /** All objects of a kind. */
  every<K extends ObjectKind>(kind: K): KnownObject<K>[] {
    return this.#layer.every(kind);
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

  /** Others know the name; of a schema those of all that is in it. */
  #free(gone: Effect['object']): void {
    const relations =
      gone.kind === 'schema'
        ? this.#relations('baseline').filter(({ name }) => name.startsWith(`${gone.name}.`))
        : [gone];
    for (const { name } of relations) if (this.#relation(name) === undefined) this.#freed.add(name);
  }

  #relations(origin: Origin): KnownObject[] {
    return RELATIONS.flatMap((kind) => this.every(kind)).filter((known) => known.origin === origin);
  }

  /** What an effect shows to others: through relations, under names that they know, in what they call. */
  #shownBy(effect: Effect): Exposed[] {
    const { change, object, was } = effect;
    const own = () => this.#relations('change').map(({ name }) => name);
    const rows = (relations: string[], through: string): Exposed[] =>
      relations.map((relation) => ({ relation, to: 'rows', through }));
    if (was?.kind === 'schema') {
      return own().flatMap((name) => (name.startsWith(`${object.name}.`) ? rows([name], name) : []));
    }
    const isNewRelation = change === 'create' && !was && RELATIONS.some((kind) => kind === object.kind);
    if (isNewRelation && this.#relation(object.name)) {
      const callers = this.every('function').filter(({ origin }) => origin === 'baseline');
      return [...exposedBy(effect), ...rows(callers.some((it) => speaksOf(it, object.name)) ? [object.name] : [], '')];
    }
    if (object.kind === 'function' && change !== 'drop') {
      const known = this.known(object);
      return known?.origin === 'baseline'
        ? rows(
            own().filter((name) => speaksOf(known, name)),
            '',
          )
        : [];
    }
    if (object.kind === 'trigger' && change === 'create' && object.table !== undefined) {
      const called = calledBy(object).flatMap(
        (name) => this.find('function', name) ?? this.known({ kind: 'function', name }) ?? [],
      );
      return rows(
        own().filter((name) => called.some((it) => speaksOf(it, name))),
        object.table,
      );
    }
    return exposedBy(effect);
  }

  #relation(name: string): KnownObject | undefined {
    for (const kind of RELATIONS) {
      const known = this.#layer.get({ kind, name });
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
      this.#layer.add({ ...known, exposed: { ...known.exposed, [to]: this.#transaction } });
      waiting.push(...this.partitionsOf(name).map((partition) => partition.name));
      if (known.kind === 'view') waiting.push(...((known as KnownObject<'view'>).facts?.reads ?? []));
    }
  }

  /** A script shows it, or every database has it and no script has dropped it. */
  #isKnown(object: Effect['object']): boolean {
    return this.#layer.get(object) !== undefined || (isInEveryDatabase(object) && !this.#layer.isHeardOf(object.name));
  }

  #isThere(relation: string): boolean {
    return RELATIONS.some((kind) => this.#layer.get({ kind, name: relation }) !== undefined);
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
    if (!this.#layer.mayHide || !relation.startsWith('public.')) return false;
    const temporary = relation.replace('public.', 'pg_temp.');
    return RELATIONS.some((kind) => this.find(kind, temporary) !== undefined);
  }

  /** ALTER TABLE and ALTER INDEX rename and move any kind of relation. */
  #meant(effect: Effect): Effect {
    const { was, object } = effect;
    if (was === undefined || !RENAMED_AS_TABLE.some((kind) => kind === was.kind) || this.#layer.get(was)) return effect;
    const kind = RENAMED_AS_TABLE.find((other) => this.#layer.get({ kind: other, name: was.name }));
    return kind === undefined ? effect : { ...effect, object: { ...object, kind }, was: { ...was, kind } };
  }

  /** Each with what follows from it, as it is when those before it are taken over. */
  *#effectsOf(node: Node | null): Iterable<Effect> {
    for (const written of effectsOf(node)) yield* followed(this.#meant(written), this.#layer);
  }

  #isAbsent(name: string): boolean {
    return this.#absent.has(name) || (this.#parent ? this.#parent.#isAbsent(name) : false);
  }

  /** A name that Postgres chooses avoids those that are taken; the index of a constraint has the constraint's. */
  #named({ object, nameIsChosen }: Effect, chosen: Map<string, string>): Effect['object'] {
    const facts = (object.facts ?? {}) as Partial<ConstraintFacts & IndexFacts>;
    if (object.kind === 'index' && facts.constraint !== undefined) {
      const constraint = chosen.get(facts.constraint);
      if (constraint === undefined) return object;
      const name = `${schemaOf(object.name)}.${constraint}`;
      return { ...object, name, facts: { ...facts, constraint } };
    }
    const isConstraint = object.kind === 'constraint' && facts.named === false;
    if (!isConstraint && !nameIsChosen) return object;
    const indexed = facts.type !== 'check' && facts.type !== 'foreign key' && facts.type !== 'not null';
    const isTaken = (name: string) => {
      if (this.#layer.get({ kind: object.kind, name }) !== undefined) return true;
      if (object.kind === 'statistics object' || (isConstraint && !indexed)) return false;
      const full = isConstraint ? `${schemaOf(name)}.${lastName(name)}` : name;
      return RENAMED_AS_TABLE.some((kind) => this.#layer.get({ kind, name: full }) !== undefined);
    };
    const name = freeName(object.name, isTaken);
    if (name === object.name) return object;
    chosen.set(lastName(object.name), lastName(name));
    return { ...object, name };
  }

  /** USING INDEX: the columns are those of the index, if a script shows it. */
  #withKeys(object: Effect['object']): Effect['object'] {
    const { usingIndex } = (object.facts as Partial<ConstraintFacts> | undefined) ?? {};
    const index = usingIndex === undefined ? undefined : this.find('index', usingIndex);
    const columns = index?.facts?.columns?.flatMap((column) => column ?? []);
    return columns && index?.table === object.table ? { ...object, facts: { ...object.facts, columns } } : object;
  }
}

const RENAMED_AS_TABLE = [...RELATIONS, 'index'] as const;
