/** What code that still runs may ask for by its name. */

import type { FunctionFacts } from '../../schema/facts.js';
import type { SchemaObject } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';

/** A script made it; or a DROP without IF EXISTS says so. IF EXISTS of what no script shows says nothing. */
export function isKnownToBeThere(
  { kind, name }: SchemaObject,
  isConditional: boolean | undefined,
  schema: Schema,
): boolean {
  return !isConditional || schema.find(kind, name) !== undefined;
}

/** Others than Postgres call it, which does that for triggers: they have to be dropped first. It was there before the change. */
export function isCalledByCode({ origin, facts }: KnownObject): boolean {
  const { returns } = (facts as Partial<FunctionFacts> | undefined) ?? {};
  return origin === 'baseline' && returns !== 'trigger' && returns !== 'event_trigger';
}

/** The change has made one of that name: what calls it finds that, or was changed with it. Or another one takes the same calls. */
export function isServed(name: string, known: KnownObject | undefined, end: Schema): boolean {
  const { arguments: called } = (known?.facts as Partial<FunctionFacts> | undefined) ?? {};
  return end.every('function').some((one) => {
    if (one.name !== name) return false;
    if (one.origin === 'change') return true;
    const { arguments: takes, defaults = 0 } = one.facts ?? {};
    if (called === undefined || takes === undefined) return false;
    return called.every((type, at) => type === takes[at]) && takes.length - defaults <= called.length;
  });
}
