/** What REFRESH MATERIALIZED VIEW CONCURRENTLY needs. */
import type { Schema } from '../../schema/schema.js';
import { quoteLast, sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { keyOfView } from './view-key.js';

/** A unique index on plain columns, without WHERE; undefined where the view is not of the scripts. */
export function canRefreshConcurrently(view: string, schema: Schema): boolean | undefined {
  if (schema.find('materialized view', view) === undefined) return undefined;
  return schema
    .partsOf(view, 'index')
    .some(({ facts }) => facts?.unique && !facts.partial && facts.columns?.every((column) => column !== undefined));
}

export interface UniqueIndex {
  /** The index's full name. */
  name: string;
  sql: string;
  /** Its columns are known to tell the rows apart. */
  isKnown: boolean;
}

/** The index that the view needs for it, with a gap where nobody knows on what. */
export function uniqueIndexOf(view: string, schema: Schema): UniqueIndex {
  const key = keyOfView(view, schema);
  const columns = key?.map(quoteIdentifier).join(', ') ?? '…';
  return {
    name: `${view}_unique`,
    sql: `CREATE UNIQUE INDEX CONCURRENTLY ${quoteLast(view, '_unique')} ON ${sqlName(view)} (${columns});`,
    isKnown: key !== undefined,
  };
}
