/** UPDATE, DELETE and MERGE that join a table with all of its own rows: what looks like a condition leaves none out. */
import type { Node, RangeVar, SelectStmt, WithClause } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import { conjuncts, nodeOf, relationName } from '../../sql/ast.js';
import { isAlwaysTrue } from './whole-table.js';

/** Queries by name that a statement's WITH, and those around it, bring. */
export type NamedQueries = ReadonlyMap<string, SelectStmt>;

/** Which of the table's columns a query's column shows; undefined for another. */
type Shows = (column: string) => string | undefined;

/** More than that nobody writes, and a chain of WITH ends. */
const DEEPEST = 20;

export function namedQueries(clause: WithClause | undefined, around: NamedQueries = new Map()): NamedQueries {
  const named = new Map(around);
  for (const item of clause?.ctes ?? []) {
    const { ctename, ctequery, aliascolnames } = nodeOf(item, 'CommonTableExpr') ?? {};
    const query = nodeOf(ctequery, 'SelectStmt');
    if (!ctename) continue;
    if (query && !aliascolnames && !clause?.recursive) named.set(ctename, query);
    else named.delete(ctename);
  }
  return named;
}

export interface Join {
  target: RangeVar | undefined;
  /** FROM or USING; the join is with one. */
  sources: readonly Node[] | undefined;
  where: Node | undefined;
  named: NamedQueries;
}

/** Whether a join's condition is true for every row of its target: `t.id = x.id`, where x has all rows of t. */
export function joinsAllOfItself({ target, sources = [], where, named }: Join): boolean {
  const name = relationName(target);
  const table = name && fullName(name);
  const [source, another] = sources;
  if (!table || !target) return false;
  const own = target.alias?.aliasname ?? target.relname ?? '';
  return conjuncts(where).every((part) => {
    if (isAlwaysTrue(part) || isInItself(part, { table, own, named })) return true;
    const joined = source && !another ? allRows(source, table, named, 0) : undefined;
    return joined !== undefined && equatesRows(part, own, joined);
  });
}

function equatesRows(condition: Node, own: string, { alias, shows }: AllRows): boolean {
  const sides = equalColumns(condition);
  if (sides === undefined) return false;
  const mine = sides.find(({ of }) => of === own);
  const theirs = sides.find(({ of }) => of === alias);
  return mine !== undefined && theirs !== undefined && shows(theirs.column) === mine.column;
}

interface ColumnOf {
  of: string | undefined;
  column: string;
}

function equalColumns(condition: Node): [ColumnOf, ColumnOf] | undefined {
  const test = nodeOf(condition, 'A_Expr');
  if (test?.kind !== 'AEXPR_OP' || nodeOf(test.name?.at(-1), 'String')?.sval !== '=') return undefined;
  const [left, right] = [columnOf(test.lexpr), columnOf(test.rexpr)];
  return left && right ? [left, right] : undefined;
}

function columnOf(node: Node | undefined): ColumnOf | undefined {
  const parts = (nodeOf(node, 'ColumnRef')?.fields ?? []).map((field) => nodeOf(field, 'String')?.sval);
  const column = parts.at(-1);
  return column === undefined ? undefined : { of: parts.at(-2), column };
}

/** `id IN (SELECT id FROM t)`, `EXISTS (SELECT … FROM t x WHERE x.id = t.id)`. */
function isInItself(
  condition: Node,
  { table, own, named }: { table: string; own: string; named: NamedQueries },
): boolean {
  const link = nodeOf(condition, 'SubLink');
  const query = nodeOf(link?.subselect, 'SelectStmt');
  if (!query) return false;
  if (link?.subLinkType === 'ANY_SUBLINK') {
    const mine = columnOf(link.testexpr);
    const shown = allRowsOfQuery(query, table, named, 0);
    const [target] = query.targetList ?? [];
    const name = query.targetList?.length === 1 ? outputName(target) : undefined;
    const isEqual = (link.operName ?? []).every((part) => nodeOf(part, 'String')?.sval === '=');
    return isEqual && !!mine && !!name && (mine.of ?? own) === own && shown?.(name) === mine.column;
  }
  if (link?.subLinkType !== 'EXISTS_SUBLINK' || query.groupClause || query.havingClause || query.limitCount)
    return false;
  const [source, another] = query.fromClause ?? [];
  const joined = source && !another ? allRows(source, table, named, 0) : undefined;
  const where = conjuncts(query.whereClause);
  return joined !== undefined && where.length > 0 && where.every((part) => equatesRows(part, own, joined));
}

interface AllRows {
  alias: string | undefined;
  shows: Shows;
}

/** An item of FROM that has all rows of the table. */
function allRows(item: Node, table: string, named: NamedQueries, depth: number): AllRows | undefined {
  if (depth > DEEPEST) return undefined;
  const range = nodeOf(item, 'RangeVar');
  if (range) {
    const name = relationName(range);
    const alias = range.alias?.aliasname ?? range.relname;
    const query = range.schemaname ? undefined : named.get(range.relname ?? '');
    const shows = query
      ? allRowsOfQuery(query, table, named, depth + 1)
      : name && fullName(name) === table
        ? (column: string) => column
        : undefined;
    return shows && !range.alias?.colnames ? { alias, shows } : undefined;
  }
  const select = nodeOf(item, 'RangeSubselect');
  if (select) {
    const query = nodeOf(select.subquery, 'SelectStmt');
    const shows = query && !select.alias?.colnames ? allRowsOfQuery(query, table, named, depth + 1) : undefined;
    return shows && { alias: select.alias?.aliasname, shows };
  }
  // An outer join keeps all rows of one side.
  const join = nodeOf(item, 'JoinExpr');
  if (join?.jointype === 'JOIN_LEFT' && join.larg) return allRows(join.larg, table, named, depth + 1);
  if (join?.jointype === 'JOIN_RIGHT' && join.rarg) return allRows(join.rarg, table, named, depth + 1);
  return undefined;
}

/** What a query's columns show where it leaves no row of the table out. */
function allRowsOfQuery(query: SelectStmt, table: string, around: NamedQueries, depth: number): Shows | undefined {
  const {
    fromClause = [],
    whereClause,
    havingClause,
    limitCount,
    limitOffset,
    lockingClause = [],
    op,
    targetList,
  } = query;
  const skips = lockingClause.some((item) => nodeOf(item, 'LockingClause')?.waitPolicy === 'LockWaitSkip');
  if ((op && op !== 'SETOP_NONE') || havingClause || limitCount || limitOffset || skips) return undefined;
  const [source, another] = fromClause;
  if (!source || another || !isAlwaysTrue(whereClause)) return undefined;
  const inner = allRows(source, table, namedQueries(query.withClause, around), depth + 1);
  if (inner === undefined) return undefined;
  return (column) => {
    for (const item of targetList ?? []) {
      const shown = columnOf(nodeOf(item, 'ResTarget')?.val);
      const isIts = shown && (shown.of === undefined || shown.of === inner.alias);
      if (isIts && outputName(item) === column) return inner.shows(shown.column);
    }
    return (targetList ?? []).some(isStar) ? inner.shows(column) : undefined;
  };
}

function outputName(item: Node | undefined): string | undefined {
  const target = nodeOf(item, 'ResTarget');
  return target?.name ?? columnOf(target?.val)?.column;
}

function isStar(item: Node): boolean {
  const fields = nodeOf(nodeOf(item, 'ResTarget')?.val, 'ColumnRef')?.fields;
  return fields?.at(-1) !== undefined && 'A_Star' in (fields.at(-1) ?? {});
}
