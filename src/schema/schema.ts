/** The schema as the scripts so far would leave it, replayed without a database. */
import type { Node } from '@pgsql/types';
import { effectsOf } from './effects.js';
import { objectKey, type SchemaObject } from './objects.js';

/** Whether an object stood before the change or the change itself made it. */
export type Origin = 'baseline' | 'change';

export interface KnownObject extends SchemaObject {
  origin: Origin;
}

/** A mutable replay: `apply` each statement in order, `fork` to try a script without keeping what it does. */
export class Schema {
  readonly #parent: Schema | undefined;
  /** Null marks what this layer dropped. */
  readonly #objects = new Map<string, KnownObject | null>();
  readonly #keysByTable = new Map<string, Set<string>>();

  constructor(parent?: Schema) {
    this.#parent = parent;
  }

  /** A layer over this schema: what it changes is not seen here. */
  fork(): Schema {
    return new Schema(this);
  }

  /** Takes over what a statement creates and drops. */
  apply(node: Node | null, origin: Origin): void {
    for (const { change, object, conditional, was } of effectsOf(node)) {
      if (change === 'drop') this.#drop(object);
      else if (was) this.#rename(was, object);
      // IF NOT EXISTS on what exists does nothing: it stays what it was.
      else if (!(conditional && this.#get(objectKey(object)))) this.#add({ ...object, origin });
    }
  }

  find(kind: SchemaObject['kind'], name: string): KnownObject | undefined {
    return this.#get(objectKey({ kind, name }));
  }

  /** A table, view or the like that this change created: nobody else can be waiting for it. */
  isNew(relation: string): boolean {
    return this.isTemporary(relation) || RELATIONS.some((kind) => this.find(kind, relation)?.origin === 'change');
  }

  /** A temporary relation: it hides what else has its name, and goes with the session. */
  isTemporary(relation: string): boolean {
    if (!relation.startsWith('public.')) return false;
    const temporary = relation.replace('public.', 'pg_temp.');
    return RELATIONS.some((kind) => this.find(kind, temporary) !== undefined);
  }

  #get(key: string): KnownObject | undefined {
    const own = this.#objects.get(key);
    if (own !== undefined) return own ?? undefined;
    return this.#parent ? this.#parent.#get(key) : undefined;
  }

  #add(object: KnownObject): void {
    const key = objectKey(object);
    this.#objects.set(key, object);
    if (object.table === undefined) return;
    const keys = this.#keysByTable.get(object.table) ?? new Set();
    this.#keysByTable.set(object.table, keys.add(key));
  }

  #drop(object: SchemaObject): void {
    for (const dependent of this.#dependents(object)) this.#objects.set(objectKey(dependent), null);
    this.#objects.set(objectKey(object), null);
  }

  /** A rename makes nothing new: what has it keeps its origin, and what nobody knew was there before. */
  #rename(was: SchemaObject, object: SchemaObject): void {
    const known = this.#get(objectKey(was));
    const dependents = this.#dependents(was);
    this.#add({ ...known, ...object, ...tableOf(known, was, object), origin: known?.origin ?? 'baseline' });
    for (const dependent of dependents) {
      const name = moved(dependent.name, was, object);
      this.#objects.set(objectKey(dependent), null);
      this.#add({ ...dependent, name, ...tableOf(dependent, was, object) });
    }
  }

  #dependents(object: SchemaObject): KnownObject[] {
    const keys = object.kind === 'schema' ? this.#keys() : this.#keysOf(object.name);
    return [...new Set(keys)].flatMap((key) => {
      const known = this.#get(key);
      return known && diesWith(known, object) ? [known] : [];
    });
  }

  #keysOf(table: string): string[] {
    return [...(this.#parent ? this.#parent.#keysOf(table) : []), ...(this.#keysByTable.get(table) ?? [])];
  }

  #keys(): string[] {
    return [...(this.#parent ? this.#parent.#keys() : []), ...this.#objects.keys()];
  }
}

const RELATIONS = ['table', 'materialized view', 'view', 'foreign table', 'sequence'] as const;

/** Whether dropping `parent` takes `object` with it. */
export function diesWith(object: SchemaObject, parent: SchemaObject): boolean {
  if (parent.kind === 'schema') return object.name.startsWith(`${parent.name}.`);
  return object.table === parent.name && RELATIONS.some((kind) => kind === parent.kind);
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

function schemaOf(name: string): string {
  return name.slice(0, Math.max(name.indexOf('.'), 0));
}
