/** Queries and expressions with another column where they name one. */
import type { Node, RangeVar } from '@pgsql/types';
import { fullName, lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { nodeOf, relationName, walk } from '../../sql/ast.js';
import type { ReplacedColumn } from './replaced-column.js';

type ReferenceBody = Record<string, unknown>;

/** An expression over the table’s own columns; undefined where a query in it could mean another table’s. `also`: other names of the row. */
export function expressionFor<T extends Node>(
  node: T,
  { table, column, next }: ReplacedColumn,
  also: readonly string[] = [],
): T | undefined {
  const rows = [lastName(table), ...also];
  let isSure = true;
  walk(node, (tag, body) => {
    if (tag !== 'SelectStmt') return;
    walk(body, (inner, ref) => {
      if (inner === 'ColumnRef' && partsOf(ref).length === 1 && partsOf(ref)[0] === column) isSure = false;
      if (inner === 'RangeVar' && (ref.relname === lastName(table) || rows.includes(aliasOf(ref)))) isSure = false;
    });
  });
  if (!isSure) return undefined;
  return swap(node, (parts) =>
    parts.at(-1) === column && (parts.length === 1 || rows.includes(parts.at(-2) ?? '')) ? next : undefined,
  ) as T;
}

/** A view’s query, which shows the same under the same names; undefined where that isn’t sure. */
export function queryFor(query: Node, replaced: ReplacedColumn, schema: Schema): Node | undefined {
  const { table, column, next } = replaced;
  const select = nodeOf(query, 'SelectStmt');
  const own = ownerOf(query, schema);
  if (!select?.targetList || own === undefined) return undefined;
  const isOwn = (parts: readonly string[]) => parts.at(-1) === column && own(parts) === table;
  let isSure = true;
  walk(query, (tag, body) => {
    if (tag === 'ColumnRef' && partsOf(body).at(-1) === column && own(partsOf(body)) === undefined) isSure = false;
    if (tag === 'A_Star' || (tag === 'JoinExpr' && (body.isNatural || body.usingClause))) isSure = false;
    if (tag === 'SelectStmt' && body !== select) isSure = false;
  });
  if (!isSure) return undefined;
  const swapped = (node: Node) => swap(node, (parts) => (isOwn(parts) ? next : undefined)) as Node;
  const shown = select.targetList.map((item): Node | undefined => {
    const target = nodeOf(item, 'ResTarget');
    if (!target?.val || target.name || !mentions(target.val, isOwn)) return swapped(item);
    const isColumn = nodeOf(target.val, 'ColumnRef') !== undefined;
    // A call is named after its function; what else has no name may be named after the column.
    if (!isColumn && !nodeOf(target.val, 'FuncCall')) return undefined;
    return { ResTarget: { ...target, val: swapped(target.val), ...(isColumn && { name: column }) } };
  });
  if (shown.includes(undefined)) return undefined;
  const names = shown.map((item) => nodeOf(item, 'ResTarget')?.name);
  // ORDER BY and DISTINCT ON take a name for one of the columns that are shown.
  const isShown = (item: Node) => {
    const node = nodeOf(item, 'SortBy')?.node ?? item;
    const parts = partsOf((nodeOf(node, 'ColumnRef') ?? {}) as ReferenceBody);
    return parts.length === 1 && names.includes(parts[0]);
  };
  const rest = Object.entries(select).map(([key, value]) => {
    if (key === 'targetList') return [key, shown];
    const isSorted = key === 'sortClause' || key === 'distinctClause';
    if (isSorted) return [key, (value as Node[]).map((item) => (isShown(item) ? item : swapped(item)))];
    return [key, typeof value === 'object' ? swapped(value as Node) : value];
  });
  return { SelectStmt: Object.fromEntries(rest) };
}

/** Whether a query shows all columns of something. */
export function showsAll(query: Node): boolean {
  let shows = false;
  walk(query, (tag) => {
    shows ||= tag === 'A_Star';
  });
  return shows;
}

/** Whether a query may name the column, in whichever way. */
export function mayShow(query: Node, column: string): boolean {
  let may = showsAll(query);
  walk(query, (tag, body) => {
    may ||= tag === 'JoinExpr' && body.isNatural === true;
    may ||= tag === 'ColumnRef' && partsOf(body).includes(column);
    may ||= tag === 'JoinExpr' && JSON.stringify(body.usingClause ?? []).includes(JSON.stringify(column));
  });
  return may;
}

/** Which table a name in the query is a column of; undefined for the whole where its FROM has more than tables. */
function ownerOf(query: Node, schema: Schema): ((parts: readonly string[]) => string | undefined) | undefined {
  const ranges: { alias: string; relation: string }[] = [];
  let isPlain = true;
  walk(query, (tag, body) => {
    if (tag === 'RangeVar') {
      const name = relationName(body as RangeVar);
      if (name) ranges.push({ alias: aliasOf(body), relation: fullName(name) });
    } else if (tag.startsWith('Range') || tag === 'CommonTableExpr') isPlain = false;
  });
  if (!isPlain) return undefined;
  return (parts) => {
    const named = parts.length === 1 ? ranges : ranges.filter(({ alias }) => alias === parts.at(-2));
    if (named.length === 1) return named[0]?.relation;
    if (named.some(({ relation }) => !schema.find('table', relation)?.facts?.complete)) return undefined;
    const having = named.filter(({ relation }) => schema.find('column', `${relation}.${parts.at(-1)}`));
    return having.length === 1 ? having[0]?.relation : undefined;
  };
}

function mentions(node: Node, isOwn: (parts: readonly string[]) => boolean): boolean {
  let found = false;
  walk(node, (tag, body) => {
    found ||= tag === 'ColumnRef' && isOwn(partsOf(body));
  });
  return found;
}

function swap(node: unknown, nextFor: (parts: readonly string[]) => string | undefined): unknown {
  return JSON.parse(JSON.stringify(node), (key, value) => {
    const next = key === 'ColumnRef' ? nextFor(partsOf(value)) : undefined;
    if (next === undefined) return value;
    return { ...value, fields: [...value.fields.slice(0, -1), { String: { sval: next } }] };
  });
}

function partsOf(reference: ReferenceBody): string[] {
  return ((reference.fields as Node[] | undefined) ?? []).map((field) => nodeOf(field, 'String')?.sval ?? '*');
}

function aliasOf(range: ReferenceBody): string {
  return (range.alias as RangeVar['alias'])?.aliasname ?? String(range.relname);
}
