/** The columns that tell a materialized view's rows apart, where its query shows some. */
import type { Node, SelectStmt } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { nodeOf, relationName, walk } from '../../sql/ast.js';

/** Undefined where none are known for certain. */
export function keyOfView(view: string, schema: Schema): string[] | undefined {
  const { definition, outputs } = schema.find('materialized view', view)?.facts ?? {};
  const query = nodeOf(definition?.query as Node | undefined, 'SelectStmt');
  // A set's operation makes rows of its own, and so may a function.
  if (!query?.targetList || (query.op ?? 'SETOP_NONE') !== 'SETOP_NONE' || !outputs) return undefined;
  if (query.targetList.length !== outputs.length || !makesNoRows(query)) return undefined;
  const sources = query.targetList.map((item) => wordsOf(nodeOf(item, 'ResTarget')?.val));
  const keys = query.groupClause ? query.groupClause.map(wordsOf) : keyOfSource(query, schema);
  const places = keys.map((key) => (key === undefined ? -1 : sources.indexOf(key)));
  if (places.length === 0 || places.includes(-1)) return undefined;
  return places.map((place) => outputs[place] as string);
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

/** The primary key of the one table that it reads, as the query names it. */
function keyOfSource(query: SelectStmt, schema: Schema): (string | undefined)[] {
  const { fromClause = [], distinctClause, havingClause, targetList } = query;
  const [source, ...more] = fromClause;
  const table = relationName(nodeOf(source, 'RangeVar'));
  if (!table || more.length > 0 || distinctClause || havingClause) return [];
  const key = schema.partsOf(fullName(table), 'constraint').find(({ facts }) => facts?.type === 'primary key')?.facts;
  const named = (targetList ?? []).map((item) => nodeOf(item, 'ResTarget')?.val);
  return (key?.columns ?? []).map((column) => wordsOf(named.find((node) => lastOf(node) === column)));
}

function lastOf(node: Node | undefined): string | undefined {
  return nodeOf(nodeOf(node, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
}

/** A column as it is named; undefined for all else. */
function wordsOf(node: Node | undefined): string | undefined {
  const fields = nodeOf(node, 'ColumnRef')?.fields?.map((field) => nodeOf(field, 'String')?.sval);
  return fields?.every((field) => field !== undefined) ? fields.join('.') : undefined;
}
