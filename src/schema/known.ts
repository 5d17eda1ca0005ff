/** What the replay knows of an object, and what it can be asked. Types only. */
import type { ObjectKind } from './kinds.js';
import type { SchemaObject } from './objects.js';

/** Whether an object existed before the change or the change itself made it. */
export type Origin = 'baseline' | 'change';

export type KnownObject<K extends ObjectKind = ObjectKind> = SchemaObject<K> & {
  origin: Origin;
  /** No script shows its definition: what its facts don't hold is unknown, and never the usual. */
  partial?: true;
  /** In which transaction of the change others came to see it, though it is new. */
  exposed?: { rows?: number; keys?: number };
};

/** The questions that working out what goes with a DROP asks. */
export interface Asked {
  find<K extends ObjectKind>(kind: K, name: string): KnownObject<K> | undefined;
  every<K extends ObjectKind>(kind: K): KnownObject<K>[];
  viewsOf(relation: string): KnownObject<'view' | 'materialized view'>[];
  foreignKeysTo(table: string): KnownObject<'constraint'>[];
}
