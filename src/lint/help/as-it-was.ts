/** An object that the scripts have made, as the SQL that makes it again. */
import type { RecipeStep } from '../../findings/recipe.js';
import { dependentsOf } from '../../schema/dependents.js';
import { lastName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { deparsed } from '../../sql/deparse.js';
import { indexNode } from './index-anew.js';
import { createPolicy, createTrigger } from './parts-anew.js';
import { type AnyView, viewAgain } from './views-anew.js';

/** Undefined where the scripts don't show all of it. `concurrently`: an index may be built so. */
export function asItWas(object: KnownObject, schema: Schema, concurrently: boolean): string | undefined {
  const { kind, name } = object;
  if (kind === 'policy') return createPolicy(object as KnownObject<'policy'>);
  if (kind === 'trigger') return createTrigger(object as KnownObject<'trigger'>);
  if (kind === 'view' || kind === 'materialized view') {
    // Other views would have to be made again after it.
    if (dependentsOf({ kind, name }, schema).length > 0) return undefined;
    return viewAgain(object as AnyView, schema)?.join('\n');
  }
  if (kind !== 'index') return undefined;
  const index = indexNode(object as KnownObject<'index'>, { name: lastName(name), concurrently });
  const sql = index && deparsed(index);
  return sql && `${sql};`;
}

/** A step that drops an index, with the index as it was for its rollback where the scripts show all of it. */
export function withIndexBack(step: RecipeStep, index: KnownObject<'index'> | undefined, schema: Schema): RecipeStep {
  const [down, blocking] = [true, false].map((concurrently) => index && asItWas(index, schema, concurrently));
  if (down === undefined || blocking === undefined) return step;
  return { ...step, down, ...(step.within && { within: { ...step.within, down: blocking } }) };
}
