/** Which UPDATE and DELETE mean every row. */
import type { Node, RangeVar } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { type Claim, lock, scan } from '../../verdict/fact.js';

/** No WHERE, or one that is always true: `true`, `1 = 1`. */
export function isAlwaysTrue(where: Node | undefined): boolean {
  if (where === undefined) return true;
  const constant = nodeOf(where, 'A_Const');
  if (constant) return constant.boolval?.boolval ?? false;
  const comparison = nodeOf(where, 'A_Expr');
  const [left, right] = [nodeOf(comparison?.lexpr, 'A_Const'), nodeOf(comparison?.rexpr, 'A_Const')];
  if (comparison?.kind !== 'AEXPR_OP' || !left || !right) return false;
  const value = ({ ival, sval, boolval }: NonNullable<typeof left>) => JSON.stringify([ival, sval, boolval]);
  return nodeOf(comparison.name?.[0], 'String')?.sval === '=' && value(left) === value(right);
}

/** The new column of `WHERE column IS NULL`, which is null in every row. */
export function newNullColumn(table: string, where: Node | undefined, schema: Schema): string | undefined {
  const test = nodeOf(where, 'NullTest');
  const column = nodeOf(nodeOf(test?.arg, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
  if (test?.nulltesttype !== 'IS_NULL' || column === undefined) return undefined;
  const known = schema.find('column', `${table}.${column}`);
  return known?.origin === 'change' && !known.facts?.default ? column : undefined;
}

/** The table that is changed, if it existed before; not a view, and not what no other session can wait for. */
export function changedTable(relation: RangeVar | undefined, schema: Schema): string | undefined {
  const name = relationName(relation);
  if (!name || schema.isNew(fullName(name)) || schema.find('view', fullName(name))) return undefined;
  return fullName(name);
}

/** Every row of a plain table is read; a partitioned one has no rows of its own. */
export function wholeTableClaim(table: string, schema: Schema): { claim?: Claim } {
  if (schema.find('table', table)?.facts?.partitionBy) return { claim: lock('ROW EXCLUSIVE', table) };
  return { claim: [lock('ROW EXCLUSIVE', table), scan(table)] };
}
