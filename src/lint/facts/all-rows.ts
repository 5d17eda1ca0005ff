/** Queries that have all rows of a table: a join with one, or an IN of one, leaves none out. */
import type { Node, SelectStmt, WithClause } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { conjuncts, nodeOf, relationName } from '../../sql/ast.js';

/** Queries by name that a statement's WITH, and those around it, bring. */
export type NamedQueries = ReadonlyMap<string, SelectStmt>;

/** Which of the table's columns a query's column shows; undefined for another. */
export type Shows = (column: string) => string | undefined;

/** What a condition speaks of: the rows of a table, under a name. */
export interface RowsOf {
  /** In full. */
  table: string;
  /** Its name in the query. */
  own: string;
  named: NamedQueries;
  schema: Schema;
}

/** Whether a condition without a source besides the table is true of each of its rows. */
type IsTrue = (condition: Node, rows: RowsOf) => boolean;

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

export interface AllRows {
  alias: string | undefined;
  shows: Shows;
}

/** An item of FROM that has all rows of the table. */
export function allRows(item: Node, rows: RowsOf, isTrue: IsTrue, depth = 0): AllRows | undefined {
  if (depth > DEEPEST) return undefined;
  const range = nodeOf(item, 'RangeVar');
  if (range) {
    const name = relationName(range);
    const alias = range.alias?.aliasname ?? range.relname;
    const query = range.schemaname ? undefined : rows.named.get(range.relname ?? '');
    const shows = query
      ? allRowsOfQuery(query, rows, isTrue, depth + 1)
      : name && fullName(name) === rows.table
        ? (column: string) => column
        : undefined;
    return shows && !range.alias?.colnames ? { alias, shows } : undefined;
  }
  const select = nodeOf(item, 'RangeSubselect');
  if (select) {
    const query = nodeOf(select.subquery, 'SelectStmt');
    const shows = query && !select.alias?.colnames ? allRowsOfQuery(query, rows, isTrue, depth + 1) : undefined;
    return shows && { alias: select.alias?.aliasname, shows };
  }
  // An outer join keeps all rows of one side.
  const join = nodeOf(item, 'JoinExpr');
  if (join?.jointype === 'JOIN_LEFT' && join.larg) return allRows(join.larg, rows, isTrue, depth + 1);
  if (join?.jointype === 'JOIN_RIGHT' && join.rarg) return allRows(join.rarg, rows, isTrue, depth + 1);
  return undefined;
}

/** What a query's columns show where it leaves no row of the table out. */
export function allRowsOfQuery(query: SelectStmt, around: RowsOf, isTrue: IsTrue, depth = 0): Shows | undefined {
  const { fromClause = [], whereClause, havingClause, lockingClause = [], op, targetList } = query;
  const skips = lockingClause.some((item) => nodeOf(item, 'LockingClause')?.waitPolicy === 'LockWaitSkip');
  if ((op && op !== 'SETOP_NONE') || havingClause || isLimited(query) || skips) return undefined;
  const [source, another] = fromClause;
  if (!source || another) return undefined;
  const rows = { ...around, named: namedQueries(query.withClause, around.named) };
  const inner = allRows(source, rows, isTrue, depth + 1);
  if (inner === undefined) return undefined;
  const its = { ...rows, own: inner.alias ?? '' };
  if (whereClause && !conjuncts(whereClause).every((part) => 'RangeVar' in source && isTrue(part, its)))
    return undefined;
  return (column) => {
    for (const item of targetList ?? []) {
      const shown = columnOf(nodeOf(item, 'ResTarget')?.val);
      const isIts = shown && (shown.of === undefined || shown.of === inner.alias);
      if (isIts && outputName(item) === column) return inner.shows(shown.column);
    }
    return (targetList ?? []).some(isStar) ? inner.shows(column) : undefined;
  };
}

/** LIMIT ALL and OFFSET 0 leave nothing out. */
export function isLimited({ limitCount, limitOffset }: SelectStmt): boolean {
  const [count, offset] = [limitCount, limitOffset].map((node) => nodeOf(node, 'A_Const'));
  const none = offset?.isnull || (offset?.ival !== undefined && !offset.ival.ival);
  return (limitCount !== undefined && !count?.isnull) || (limitOffset !== undefined && !none);
}

export interface ColumnOf {
  of: string | undefined;
  column: string;
}

export function columnOf(node: Node | undefined): ColumnOf | undefined {
  const parts = (nodeOf(node, 'ColumnRef')?.fields ?? []).map((field) => nodeOf(field, 'String')?.sval);
  const column = parts.at(-1);
  return column === undefined ? undefined : { of: parts.at(-2), column };
}

/** The only column that a query shows. */
export function onlyOutput({ targetList = [] }: SelectStmt): string | undefined {
  return targetList.length === 1 ? outputName(targetList[0]) : undefined;
}

function outputName(item: Node | undefined): string | undefined {
  const target = nodeOf(item, 'ResTarget');
  return target?.name ?? columnOf(target?.val)?.column;
}

function isStar(item: Node): boolean {
  const fields = nodeOf(nodeOf(item, 'ResTarget')?.val, 'ColumnRef')?.fields;
  return fields?.at(-1) !== undefined && 'A_Star' in (fields.at(-1) ?? {});
}
