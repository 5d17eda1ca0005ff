/** Conditions that look like one and leave no row of a table out. */
import type { A_Const, Node } from '@pgsql/types';
import { fullTypeName } from '../../schema/footprint/domains.js';
import { fullName } from '../../schema/objects.js';
import { conjuncts, nodeOf, relationName, sameTree } from '../../sql/ast.js';
import { allRows, allRowsOfQuery, columnOf, isLimited, onlyOutput, type RowsOf } from './all-rows.js';

/** More than that nobody writes. */
const DEEPEST = 50;

/** No condition, or one of constants that is true: `true`, `1 = 1`, `2 > 1`. */
export function isAlwaysTrue(where: Node | undefined): boolean {
  return where === undefined || valueOfCondition(where) === true;
}

/** Of constants; undefined for what depends on more. */
function valueOfCondition(condition: Node, depth = 0): boolean | undefined {
  if (depth > DEEPEST) return undefined;
  const constant = nodeOf(condition, 'A_Const');
  if (constant?.boolval) return constant.boolval.boolval ?? false;
  const cast = nodeOf(nodeOf(condition, 'TypeCast')?.arg, 'A_Const');
  if (cast?.boolval) return cast.boolval.boolval ?? false;
  if (cast?.sval && isBoolean(condition)) return /^(t|true|y|yes|on|1)$/i.test(cast.sval.sval ?? '');
  const all = nodeOf(condition, 'BoolExpr');
  if (all) {
    const values = (all.args ?? []).map((part) => valueOfCondition(part, depth + 1));
    if (all.boolop === 'NOT_EXPR') return values[0] === undefined ? undefined : !values[0];
    const decides = all.boolop === 'OR_EXPR';
    if (values.includes(decides)) return decides;
    return values.includes(undefined) ? undefined : !decides;
  }
  const { kind, name, lexpr, rexpr } = nodeOf(condition, 'A_Expr') ?? {};
  const [left, right] = [nodeOf(lexpr, 'A_Const'), nodeOf(rexpr, 'A_Const')];
  if (kind !== 'AEXPR_OP' || !left || !right || left.isnull || right.isnull) return undefined;
  return compared(nodeOf(name?.[0], 'String')?.sval ?? '', plainValue(left), plainValue(right));
}

function isBoolean(condition: Node): boolean {
  return nodeOf(nodeOf(condition, 'TypeCast')?.typeName?.names?.at(-1), 'String')?.sval === 'bool';
}

function plainValue({ ival, sval, boolval, fval }: A_Const): string | number {
  if (ival) return ival.ival ?? 0;
  return sval?.sval ?? fval?.fval ?? String(boolval?.boolval ?? false);
}

/** Numbers in all ways, the rest only for being equal: how texts are sorted the server decides. */
function compared(operator: string, a: string | number, b: string | number): boolean | undefined {
  if (operator === '=') return a === b;
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  const ways: Record<string, boolean> = { '<': a < b, '>': a > b, '<=': a <= b, '>=': a >= b, '<>': a !== b };
  return ways[operator];
}

/** Whether a condition on the table alone is true of each of its rows. */
export function isTrueOfEach(condition: Node, rows: RowsOf, depth = 0): boolean {
  if (isAlwaysTrue(condition)) return true;
  if (depth > DEEPEST) return false;
  const all = nodeOf(condition, 'BoolExpr');
  if (all?.boolop === 'OR_EXPR') {
    const parts = all.args ?? [];
    return parts.some((part) => isTrueOfEach(part, rows, depth + 1)) || leaveNothing(parts, rows);
  }
  if (all?.boolop === 'AND_EXPR') return (all.args ?? []).every((part) => isTrueOfEach(part, rows, depth + 1));
  return isOfItself(condition, rows) || isOfNull(condition, rows) || isInItself(condition, rows);
}

/** Two of them are each other's opposite: `a IS NULL OR a IS NOT NULL`, `a = 1 OR a <> 1` where a is never null. */
function leaveNothing(parts: readonly Node[], rows: RowsOf): boolean {
  return parts.some((one, at) => parts.slice(at + 1).some((other) => areOpposite(one, other, rows)));
}

const OPPOSITES: Readonly<Record<string, string>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

function areOpposite(one: Node, other: Node, rows: RowsOf): boolean {
  const [test, opposite] = [nodeOf(one, 'NullTest'), nodeOf(other, 'NullTest')];
  if (test && opposite) return test.nulltesttype !== opposite.nulltesttype && sameTree(test.arg, opposite.arg);
  const [a, b] = [nodeOf(one, 'A_Expr'), nodeOf(other, 'A_Expr')];
  if (a?.kind !== 'AEXPR_OP' || b?.kind !== 'AEXPR_OP') return false;
  const [first, second] = [a, b].map(({ name }) => nodeOf(name?.at(-1), 'String')?.sval ?? '');
  const column = ownColumn(a.lexpr, rows);
  const isConstant = a.rexpr !== undefined && 'A_Const' in a.rexpr && nodeOf(a.rexpr, 'A_Const')?.isnull !== true;
  if (column === undefined || !isConstant || OPPOSITES[first ?? ''] !== second) return false;
  return factsOf(column, rows)?.notNull === true && sameTree(a.lexpr, b.lexpr) && sameTree(a.rexpr, b.rexpr);
}

/** Whether each row's column has its row in the other table: it is never null and references that. */
export function isKeyInto(column: string, other: string, theirs: string, { table, schema }: RowsOf): boolean {
  if (schema.find('column', `${table}.${column}`)?.facts?.notNull !== true) return false;
  return schema.partsOf(table, 'constraint').some(({ facts }) => {
    const { type, columns = [], references, validated, enforced } = facts ?? {};
    if (type !== 'foreign key' || !validated || !enforced || references?.table !== other) return false;
    const [only, another] = references.columns;
    const isKey = another === undefined && (only === undefined || only === theirs);
    return isKey && columns.length === 1 && columns[0] === column;
  });
}

/** Columns that every table has, and that are never null. */
const SYSTEM = new Set(['ctid', 'tableoid', 'xmin', 'xmax', 'cmin', 'cmax']);

/** `id = id`, `id IS NOT NULL` where it can't be null. */
function isOfItself(condition: Node, rows: RowsOf): boolean {
  const test = nodeOf(condition, 'NullTest');
  if (test?.nulltesttype === 'IS_NOT_NULL') {
    const column = ownColumn(test.arg, rows);
    if (column === undefined) return false;
    return SYSTEM.has(column) || factsOf(column, rows)?.notNull === true;
  }
  const { kind, name, lexpr, rexpr } = nodeOf(condition, 'A_Expr') ?? {};
  const operator = nodeOf(name?.at(-1), 'String')?.sval ?? '';
  const isEqual = (kind === 'AEXPR_OP' && ['=', '<=', '>='].includes(operator)) || kind === 'AEXPR_NOT_DISTINCT';
  return isEqual && ownColumn(lexpr, rows) !== undefined && ownColumn(lexpr, rows) === ownColumn(rexpr, rows);
}

/** What is so of a new column, which is null in every row: IS NULL, IS DISTINCT FROM a constant, IS NOT TRUE. */
function isOfNull(condition: Node, rows: RowsOf): boolean {
  return nullColumn(condition, rows) !== undefined;
}

/** The new column that the condition finds null. */
export function nullColumn(condition: Node, rows: RowsOf): string | undefined {
  const test = nodeOf(condition, 'NullTest');
  const flag = nodeOf(condition, 'BooleanTest');
  const { kind, lexpr, rexpr } = nodeOf(condition, 'A_Expr') ?? {};
  const asked =
    (test?.nulltesttype === 'IS_NULL' && test.arg) ||
    (['IS_NOT_TRUE', 'IS_NOT_FALSE', 'IS_UNKNOWN'].includes(flag?.booltesttype ?? '') && flag?.arg) ||
    (kind === 'AEXPR_DISTINCT' && nodeOf(rexpr, 'A_Const')?.isnull !== true && rexpr && 'A_Const' in rexpr && lexpr);
  const column = asked ? ownColumn(asked, rows) : undefined;
  return column !== undefined && isNewAndNull(column, rows) ? column : undefined;
}

function isNewAndNull(column: string, { table, schema }: RowsOf): boolean {
  const known = schema.find('column', `${table}.${column}`);
  if (known?.origin !== 'change' || known.facts?.bare !== true) return false;
  const { type } = known.facts;
  return type === undefined || schema.find('domain', fullTypeName(type))?.facts?.default === undefined;
}

function factsOf(column: string, { table, schema }: RowsOf) {
  return schema.find('column', `${table}.${column}`)?.facts;
}

function ownColumn(node: Node | undefined, { own }: RowsOf): string | undefined {
  const column = columnOf(node);
  return column && (column.of ?? own) === own ? column.column : undefined;
}

/** `id IN (SELECT id FROM t)`, `EXISTS (SELECT … FROM t x WHERE x.id = t.id)`, `EXISTS (SELECT 1)`. */
function isInItself(condition: Node, rows: RowsOf): boolean {
  const inArray = nodeOf(condition, 'A_Expr');
  const link = nodeOf(condition, 'SubLink');
  if (inArray?.kind === 'AEXPR_OP_ANY' && nodeOf(inArray.name?.at(-1), 'String')?.sval === '=') {
    const array = nodeOf(inArray.rexpr, 'SubLink');
    return array?.subLinkType === 'ARRAY_SUBLINK' && showsOwn(inArray.lexpr, array.subselect, rows);
  }
  if (link?.subLinkType === 'ANY_SUBLINK') {
    const isEqual = (link.operName ?? []).every((part) => nodeOf(part, 'String')?.sval === '=');
    return isEqual && showsOwn(link.testexpr, link.subselect, rows);
  }
  const query = nodeOf(link?.subselect, 'SelectStmt');
  if (link?.subLinkType !== 'EXISTS_SUBLINK' || !query) return false;
  const { fromClause = [], groupClause, havingClause, limitCount, limitOffset, whereClause, op } = query;
  if (groupClause || havingClause || limitOffset || (op && op !== 'SETOP_NONE')) return false;
  // It asks nothing of the row: all of them or, where the other table is empty, none.
  if (isAlwaysTrue(whereClause)) return nodeOf(limitCount, 'A_Const')?.ival?.ival !== undefined || !isLimited(query);
  const [source, another] = fromClause;
  if (limitCount || !source || another) return false;
  const joined = allRows(source, rows, isTrueOfEach);
  if (joined === undefined) return isParentOfEach(source, whereClause, rows);
  return conjuncts(whereClause).every((part) => equatesRows(part, rows.own, joined));
}

/** `EXISTS (SELECT … FROM parent p WHERE p.id = t.parent_id)`. */
function isParentOfEach(source: Node, where: Node | undefined, rows: RowsOf): boolean {
  const name = relationName(nodeOf(source, 'RangeVar'));
  if (!name || (name.schema === undefined && rows.named.has(name.name))) return false;
  const other = fullName(name);
  const all = allRows(source, { ...rows, table: other }, isTrueOfEach);
  const [test, another] = conjuncts(where);
  const { kind, name: operator, lexpr, rexpr } = nodeOf(test, 'A_Expr') ?? {};
  if (!all || another || kind !== 'AEXPR_OP' || nodeOf(operator?.at(-1), 'String')?.sval !== '=') return false;
  const sides = [columnOf(lexpr), columnOf(rexpr)];
  const mine = sides.find((side) => side?.of === rows.own);
  const theirs = sides.find((side) => side?.of === all.alias);
  return !!mine && !!theirs && isKeyInto(mine.column, other, theirs.column, rows);
}

function showsOwn(tested: Node | undefined, subselect: Node | undefined, rows: RowsOf): boolean {
  const query = nodeOf(subselect, 'SelectStmt');
  const name = query && onlyOutput(query);
  const mine = ownColumn(tested, rows);
  if (!query || !name || mine === undefined) return false;
  if (allRowsOfQuery(query, rows, isTrueOfEach)?.(name) === mine) return true;
  const from = relationName(nodeOf(query.fromClause?.[0], 'RangeVar'));
  if (!from || (from.schema === undefined && rows.named.has(from.name))) return false;
  const other = fullName(from);
  const theirs = allRowsOfQuery(query, { ...rows, table: other }, isTrueOfEach)?.(name);
  return theirs !== undefined && isKeyInto(mine, other, theirs, rows);
}

/** `t.id = x.id`, where x shows t's own id. */
export function equatesRows(
  condition: Node,
  own: string,
  { alias, shows }: { alias: string | undefined; shows: (column: string) => string | undefined },
): boolean {
  const test = nodeOf(condition, 'A_Expr');
  if (test?.kind !== 'AEXPR_OP' || nodeOf(test.name?.at(-1), 'String')?.sval !== '=') return false;
  const sides = [columnOf(test.lexpr), columnOf(test.rexpr)];
  const mine = sides.find((side) => side?.of === own);
  const theirs = sides.find((side) => side?.of === alias);
  return !!mine && !!theirs && !sameTree(mine, theirs) && shows(theirs.column) === mine.column;
}
