/** Whether batches of an UPDATE come to an end when they are repeated until one changes no row. */
import type { Node, SelectStmt, UpdateStmt } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { conjuncts, nodeOf, relationName, sameTree, walk } from '../../sql/ast.js';
import { columnOf } from './all-rows.js';

/**
 * `never`: the rows that are done are found again. A node: what the batch's condition has to say besides, or a row whose value stays
 * NULL is found again. `perhaps`: nobody knows from the SQL.
 */
export type BatchEnd = 'ends' | 'never' | 'perhaps' | { missing: Node };

/** `batch`: the query of the statement that takes some of the table's rows. */
export function batchEnd(update: UpdateStmt, batch: SelectStmt, schema: Schema): BatchEnd {
  const own = relationName(update.relation);
  const targets = (update.targetList ?? []).flatMap((item) => nodeOf(item, 'ResTarget') ?? []);
  const written = new Map(targets.map(({ name = '', val }) => [name, val]));
  const parts = conjuncts(batch.whereClause);
  const asked = parts.flatMap(columnsIn);
  // What a query or a function asks may be about anything.
  const isOpaque = /"(SubLink|FuncCall|A_Star)"/.test(JSON.stringify(parts)) || (batch.fromClause ?? []).length !== 1;
  if (!isOpaque && !asked.some((name) => written.has(name))) return 'never';
  if (parts.some((part) => isUndone(part, written))) return 'ends';
  for (const part of parts) {
    const test = nodeOf(part, 'NullTest');
    const column = test?.nulltesttype === 'IS_NULL' ? columnOf(test.arg)?.column : undefined;
    const value = column === undefined ? undefined : written.get(column);
    if (value === undefined || column === undefined) continue;
    const constant = nodeOf(value, 'A_Const');
    if (constant) return constant.isnull ? 'never' : 'ends';
    const is: Node = { NullTest: { arg: value, nulltesttype: 'IS_NOT_NULL', argisrow: false } };
    if (parts.some((other) => isSaid(other, value))) return 'ends';
    const columns = columnsIn(value);
    const isIts = own && columns.every((name) => schema.find('column', `${fullName(own)}.${name}`));
    const isPlain = isIts && !/"(SubLink|FuncCall|A_Indirection)"/.test(JSON.stringify(value)) && isUnqualified(value);
    const [only] = columns;
    if (isPlain && columns.length === 1 && 'ColumnRef' in value) {
      if (schema.find('column', `${fullName(own)}.${only}`)?.facts?.notNull) return 'ends';
    }
    return isPlain && !isOpaque ? { missing: is } : 'perhaps';
  }
  return 'perhaps';
}

/** `state = 'old'` where it is set to something else, `state <> 'new'` where it is set to that. */
function isUndone(condition: Node, written: ReadonlyMap<string, Node | undefined>): boolean {
  const { kind, name, lexpr, rexpr } = nodeOf(condition, 'A_Expr') ?? {};
  const value = written.get(columnOf(lexpr)?.column ?? '');
  const [asked, set] = [nodeOf(rexpr, 'A_Const'), nodeOf(value, 'A_Const')];
  if (!asked || !set || asked.isnull || set.isnull) return false;
  const operator = nodeOf(name?.at(-1), 'String')?.sval;
  const isSame = sameTree(asked, set);
  // Two ways to write one value are not told apart.
  if (kind === 'AEXPR_OP' && operator === '=') return !isSame && asked.sval !== undefined && set.sval !== undefined;
  return isSame && (kind === 'AEXPR_DISTINCT' || (kind === 'AEXPR_OP' && operator === '<>'));
}

function isSaid(condition: Node, value: Node): boolean {
  const test = nodeOf(condition, 'NullTest');
  return test?.nulltesttype === 'IS_NOT_NULL' && sameTree(test.arg, value);
}

function columnsIn(node: Node): string[] {
  const found: string[] = [];
  walk(node, (tag, body) => {
    const column = tag === 'ColumnRef' ? columnOf({ ColumnRef: body } as Node)?.column : undefined;
    if (column !== undefined) found.push(column);
  });
  return found;
}

/** With a table's name before it, it may be another one's in the batch's query. */
function isUnqualified(node: Node): boolean {
  let isPlain = true;
  walk(node, (tag, body) => {
    if (tag === 'ColumnRef' && (body as { fields?: unknown[] }).fields?.length !== 1) isPlain = false;
  });
  return isPlain;
}
