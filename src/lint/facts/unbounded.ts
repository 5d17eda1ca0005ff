/** An UPDATE or MERGE of an older table that nothing in it limits to a few rows, though not every row may be meant. */
import type { MergeWhenClause, Node, RangeVar } from '@pgsql/types';
import type { Statement } from '../../model.js';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { conjuncts, nodeOf, relationName } from '../../sql/ast.js';
import { columnOf } from './all-rows.js';

export interface Unbounded {
  relation: RangeVar;
  /** Only rows where this column is NULL. */
  column?: string;
  /** The other table whose rows say which are meant. */
  source?: string;
}

/** Undefined where any condition compares with a value: that may well mean a few rows. */
export function unboundedUpdate({ node, each, transaction }: Statement, schema: Schema): Unbounded | undefined {
  // In a block it may stand in a loop that takes a few at a time.
  if (each || transaction.kind === 'block') return undefined;
  const update = nodeOf(node, 'UpdateStmt');
  if (update && !update.withClause) {
    const [source, ...more] = update.fromClause ?? [];
    if (!update.relation || !update.whereClause || more.length > 0) return undefined;
    if (source) return joined(update.relation, source, update.whereClause, schema);
    const test = nodeOf(update.whereClause, 'NullTest');
    const column = test?.nulltesttype === 'IS_NULL' ? columnOf(test.arg)?.column : undefined;
    return column === undefined ? undefined : ofNull(update.relation, column, schema);
  }
  const merge = nodeOf(node, 'MergeStmt');
  if (!merge?.relation || !merge.sourceRelation || !merge.joinCondition || merge.withClause) return undefined;
  const clauses = (merge.mergeWhenClauses ?? []).flatMap((item) => nodeOf(item, 'MergeWhenClause') ?? []);
  return clauses.some(isUpdateOfAll)
    ? joined(merge.relation, merge.sourceRelation, merge.joinCondition, schema)
    : undefined;
}

function isUpdateOfAll({ matchKind, condition, commandType }: MergeWhenClause): boolean {
  return matchKind === 'MERGE_WHEN_MATCHED' && condition === undefined && commandType === 'CMD_UPDATE';
}

/** Each condition makes a column of the one equal to a column of the other, and the other is an older table as well. */
function joined(relation: RangeVar, source: Node, where: Node, schema: Schema): Unbounded | undefined {
  const range = nodeOf(source, 'RangeVar');
  const name = relationName(range);
  const table = name && schema.find('table', fullName(name));
  if (!range || !isOlder(table?.name, schema)) return undefined;
  const own = nameOf(relation);
  const isJoin = (part: Node): boolean => {
    const { kind, name: operator, lexpr, rexpr } = nodeOf(part, 'A_Expr') ?? {};
    const sides = [columnOf(lexpr), columnOf(rexpr)].map((side) => side?.of);
    const isEqual = kind === 'AEXPR_OP' && nodeOf(operator?.at(-1), 'String')?.sval === '=';
    return isEqual && sides.includes(own) && sides.includes(nameOf(range));
  };
  return conjuncts(where).every(isJoin) ? { relation, source: table?.name ?? '' } : undefined;
}

/** A column that may be NULL in rows that are there. */
function ofNull(relation: RangeVar, column: string, schema: Schema): Unbounded | undefined {
  const name = relationName(relation);
  const known = name && schema.find('column', `${fullName(name)}.${column}`);
  return known?.origin === 'baseline' && !known.facts?.notNull ? { relation, column } : undefined;
}

function isOlder(table: string | undefined, schema: Schema): boolean {
  return table !== undefined && !schema.isNew(table) && schema.find('table', table)?.origin === 'baseline';
}

function nameOf({ alias, relname }: RangeVar): string | undefined {
  return alias?.aliasname ?? relname;
}
