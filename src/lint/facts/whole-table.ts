/** Which UPDATE and DELETE mean every row. */
import type { Node, RangeVar } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { conjuncts, nodeOf, relationName } from '../../sql/ast.js';
import { type Claim, lock, scan } from '../../verdict/fact.js';
import type { RowWrite } from './called-writes.js';
import { isAlwaysTrue, nullColumn } from './true-conditions.js';

/** The new column that the condition of a whole write finds null in every row. */
export function newNullColumn(
  table: string,
  { relation, where }: Pick<RowWrite, 'relation' | 'where'>,
  schema: Schema,
): string | undefined {
  const own = relation?.alias?.aliasname ?? relation?.relname ?? '';
  const rows = { table, own, named: new Map(), schema };
  return conjuncts(where)
    .map((part) => nullColumn(part, rows))
    .find((column) => column !== undefined);
}

/** The table that is changed, if it existed before; not what no other session can wait for. */
export function changedTable(relation: RangeVar | undefined, schema: Schema): string | undefined {
  const name = relationName(relation);
  const table = name && behind(fullName(name), schema);
  return table === undefined || schema.isNew(table) ? undefined : table;
}

/** The table whose rows a view shows, all of them: what is written to the view is written there. */
function behind(relation: string, schema: Schema, depth = 0): string | undefined {
  const view = schema.find('view', relation);
  if (view === undefined || depth > 10) return view ? undefined : relation;
  const query = nodeOf(view.facts?.definition?.query as Node | undefined, 'SelectStmt');
  const [source, another] = query?.fromClause ?? [];
  const name = relationName(nodeOf(source, 'RangeVar'));
  const isPlain = query && !another && isAlwaysTrue(query.whereClause) && !query.limitCount && !query.groupClause;
  return name && isPlain ? behind(fullName(name), schema, depth + 1) : undefined;
}

/** Every row of a plain table is read; a partitioned one has no rows of its own. */
export function wholeTableClaim(table: string, schema: Schema): { claim?: Claim } {
  if (schema.find('table', table)?.facts?.partitionBy) return { claim: lock('ROW EXCLUSIVE', table) };
  return { claim: [lock('ROW EXCLUSIVE', table), scan(table)] };
}
