/** A relation by its full name, as a parse tree has it. */
import type { RangeVar } from '@pgsql/types';
import { lastName } from '../../schema/objects.js';

export function rangeOf(relation: string): RangeVar {
  const schemaname = relation.slice(0, relation.lastIndexOf('.'));
  return {
    ...(schemaname !== 'public' && { schemaname }),
    relname: lastName(relation),
    inh: true,
    relpersistence: 'p',
  };
}
