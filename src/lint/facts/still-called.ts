/** What code that still runs may ask for by its name. */
import type { SchemaObject } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';

/** A script made it; or a DROP without IF EXISTS says so. IF EXISTS of what no script shows says nothing. */
export function isKnownToBeThere(
  { kind, name }: SchemaObject,
  isConditional: boolean | undefined,
  schema: Schema,
): boolean {
  return !isConditional || schema.find(kind, name) !== undefined;
}
