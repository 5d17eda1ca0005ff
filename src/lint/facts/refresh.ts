/** What REFRESH MATERIALIZED VIEW CONCURRENTLY needs. */
import type { Schema } from '../../schema/schema.js';

/** A unique index on plain columns, without WHERE; undefined where the view is not of the scripts. */
export function canRefreshConcurrently(view: string, schema: Schema): boolean | undefined {
  if (schema.find('materialized view', view) === undefined) return undefined;
  return schema
    .partsOf(view, 'index')
    .some(({ facts }) => facts?.unique && !facts.partial && facts.columns?.every((column) => column !== undefined));
}
