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
    for (const { change, object, conditional } of effectsOf(node)) {
      if (change === 'drop') this.#drop(object);
      // IF NOT EXISTS on what exists does nothing: it stays what it was.
      else if (!(conditional && this.#get(objectKey(object)))) this.#add({ ...object, origin });
    }
  }

  find(kind: SchemaObject['kind'], name: string): KnownObject | undefined {
    return this.#get(objectKey({ kind, name }));
  }

  /** A table, view or the like that this change created: nobody else can be waiting for it. */
  isNew(relation: string): boolean {
    return RELATIONS.some((kind) => this.find(kind, relation)?.origin === 'change');
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
    for (const key of this.#dependents(object)) this.#objects.set(key, null);
    this.#objects.set(objectKey(object), null);
  }

  #dependents(object: SchemaObject): string[] {
    if (object.kind === 'schema') return this.#keys().filter((key) => key.includes(` ${object.name}.`));
    return [...(this.#parent ? this.#parent.#dependents(object) : []), ...(this.#keysByTable.get(object.name) ?? [])];
  }

  #keys(): string[] {
    return [...(this.#parent ? this.#parent.#keys() : []), ...this.#objects.keys()];
  }
}

const RELATIONS = ['table', 'materialized view', 'view', 'foreign table', 'sequence'] as const;

/** Whether dropping `parent` takes `object` with it. */
export function diesWith(object: SchemaObject, parent: SchemaObject): boolean {
  return parent.kind === 'schema' ? object.name.startsWith(`${parent.name}.`) : object.table === parent.name;
}
