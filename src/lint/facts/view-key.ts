/** The columns that tell a materialized view's rows apart, where its query shows some. */
import type { Node, SelectStmt } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import { PARENT } from '../../schema/parts-of-definitions.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { nodeOf, relationName, sameTree, walk } from '../../sql/ast.js';

/** Undefined where none are known for certain. */
export function keyOfView(view: string, schema: Schema): string[] | undefined {
  const { definition, outputs } = schema.find('materialized view', view)?.facts ?? {};
  const query = nodeOf(definition?.query as Node | undefined, 'SelectStmt');
  // A set's operation makes rows of its own, and so may a function.
  if (!query?.targetList || (query.op ?? 'SETOP_NONE') !== 'SETOP_NONE' || !makesNoRows(query)) return undefined;
  if (definition?.['column names'] || query.targetList.some(isStar)) return undefined;
  const targets = query.targetList.map((item) => nodeOf(item, 'ResTarget'));
  const names = targets.map((target, at) => outputs?.[at] ?? target?.name ?? lastOf(target?.val));
  const sources = targets.map((target) => target?.val);
  const places = query.groupClause
    ? query.groupClause.map((item) => placeOf(item, { sources, names }, query, schema))
    : keyOfSource(query, schema).map((column) => sources.findIndex((node) => lastOf(node) === column));
  const key = places.map((place) => names[place ?? -1]);
  return places.length === 0 || key.includes(undefined) ? undefined : (key as string[]);
}

/** Which of its columns shows what it groups by: the same, its number, or, where the tables have no column of that name, its own. */
function placeOf(
  item: Node,
  { sources, names }: { sources: (Node | undefined)[]; names: (string | undefined)[] },
  { fromClause = [] }: SelectStmt,
  schema: Schema,
): number | undefined {
  const number = nodeOf(item, 'A_Const')?.ival?.ival;
  if (number !== undefined) return number - 1;
  const tables = fromClause.map((source) => relationName(nodeOf(source, 'RangeVar')));
  const isOne = tables.length === 1 && tables[0] !== undefined;
  const shown = sources.findIndex((node) => {
    if (node === undefined) return false;
    return sameTree(node, item) || (isOne && lastOf(item) !== undefined && lastOf(node) === lastOf(item));
  });
  if (shown >= 0) return shown;
  const name = nodeOf(item, 'ColumnRef')?.fields?.length === 1 ? lastOf(item) : undefined;
  const isTheirs = tables.some((table) => {
    const known = table && schema.find('table', fullName(table));
    return !known?.facts?.complete || schema.find('column', `${known.name}.${name}`) !== undefined;
  });
  const own = names.flatMap((one, at) => (one === name ? [at] : []));
  return name !== undefined && !isTheirs && own.length === 1 ? own[0] : undefined;
}

/** They return one value of a group, or of a row. */
const ONE_VALUE =
  /^(count|sum|min|max|avg|array_agg|string_agg|bool_and|bool_or|every|jsonb?_agg|jsonb?_object_agg|stddev|variance|lower|upper|date_trunc|round|length|abs|concat|to_char|extract|date_part)$/;

function makesNoRows({ targetList }: SelectStmt): boolean {
  let isSo = true;
  walk(targetList, (tag, body) => {
    if (tag !== 'FuncCall') return;
    const name = nodeOf((body as { funcname?: Node[] }).funcname?.at(-1), 'String')?.sval;
    isSo &&= name !== undefined && ONE_VALUE.test(name);
  });
  return isSo;
}

/** The primary key of the one table that it reads. */
function keyOfSource(query: SelectStmt, schema: Schema): string[] {
  const { fromClause = [], distinctClause, havingClause } = query;
  const [source, ...more] = fromClause;
  const range = nodeOf(source, 'RangeVar');
  const table = relationName(range);
  if (!table || more.length > 0 || distinctClause || havingClause || query.withClause) return [];
  // Children have keys of their own.
  if (range?.inh && schema.every('table').some((one) => isChild(one, fullName(table)))) return [];
  const key = schema.partsOf(fullName(table), 'constraint').find(({ facts }) => facts?.type === 'primary key')?.facts;
  return key?.columns ?? [];
}

function isChild({ facts }: KnownObject<'table'>, table: string): boolean {
  return facts?.definition?.[PARENT + table] !== undefined;
}

function isStar(item: Node): boolean {
  const last = nodeOf(nodeOf(item, 'ResTarget')?.val, 'ColumnRef')?.fields?.at(-1);
  return last !== undefined && 'A_Star' in last;
}

function lastOf(node: Node | undefined): string | undefined {
  return nodeOf(nodeOf(node, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
}
