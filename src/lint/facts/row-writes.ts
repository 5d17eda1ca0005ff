/** What changes or deletes rows: UPDATE, DELETE and MERGE, at a statement's top and in its WITH. */
import type { MergeWhenClause, Node, RangeVar } from '@pgsql/types';
import type { Statement } from '../../model.js';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { type NamedQueries, namedQueries } from './all-rows.js';
import { calledWrites, type RowWrite } from './called-writes.js';
import { holdsForEachRow, type Join } from './every-row.js';

/** What a statement writes; in a loop over rows they are a source of it, by the loop’s name for them. */
export function rowWritesOf({ node, each }: Pick<Statement, 'node' | 'each'>, schema: Schema): RowWrite[] {
  const source = each && { RangeSubselect: { subquery: each.query, alias: { aliasname: each.row } } };
  const [update, remove] = [nodeOf(node, 'UpdateStmt'), nodeOf(node, 'DeleteStmt')];
  if (source && update && !update.fromClause)
    return rowWrites({ UpdateStmt: { ...update, fromClause: [source], ...ofTable(update, schema) } }, schema);
  if (source && remove && !remove.usingClause)
    return rowWrites({ DeleteStmt: { ...remove, usingClause: [source], ...ofTable(remove, schema) } }, schema);
  return [...rowWrites(node, schema), ...calledWrites(node, schema)];
}

/** The condition with the table's name before its columns: the loop's row has its own always. */
function ofTable(
  { relation, whereClause }: { relation?: RangeVar; whereClause?: Node },
  schema: Schema,
): { whereClause?: Node } {
  const name = relationName(relation);
  if (!name || !whereClause) return {};
  const own = { String: { sval: relation?.alias?.aliasname ?? name.name } };
  const qualified = JSON.parse(JSON.stringify(whereClause), (key, value) => {
    if (key !== 'ColumnRef' || value.fields?.length !== 1) return value;
    const column = nodeOf(value.fields[0], 'String')?.sval;
    return schema.find('column', `${fullName(name)}.${column}`) ? { ...value, fields: [own, ...value.fields] } : value;
  });
  return { whereClause: qualified };
}

/** The kinds of statements that can hold one. */
export const WRITING = ['UpdateStmt', 'DeleteStmt', 'MergeStmt', 'SelectStmt', 'InsertStmt', 'CallStmt'];

export function rowWrites(node: Node | null | undefined, schema: Schema, around: NamedQueries = new Map()): RowWrite[] {
  const update = nodeOf(node, 'UpdateStmt');
  const remove = nodeOf(node, 'DeleteStmt');
  const merge = nodeOf(node, 'MergeStmt');
  const holder = nodeOf(node, 'SelectStmt') ?? nodeOf(node, 'InsertStmt');
  const clause = (update ?? remove ?? merge ?? holder)?.withClause;
  const named = namedQueries(clause, around);
  const inside = (clause?.ctes ?? []).flatMap((item) =>
    rowWrites(nodeOf(item, 'CommonTableExpr')?.ctequery, schema, named),
  );
  if (update)
    return [
      ...inside,
      write(
        'update',
        { target: update.relation, sources: update.fromClause, where: update.whereClause, named },
        schema,
      ),
    ];
  if (remove)
    return [
      ...inside,
      write(
        'delete',
        { target: remove.relation, sources: remove.usingClause, where: remove.whereClause, named },
        schema,
      ),
    ];
  if (!merge) return inside;
  const sources = merge.sourceRelation ? [merge.sourceRelation] : [];
  const clauses = (merge.mergeWhenClauses ?? []).flatMap((item) => nodeOf(item, 'MergeWhenClause') ?? []);
  const matched = changeOf(clauses.filter(({ matchKind }) => matchKind === 'MERGE_WHEN_MATCHED'));
  const others = changeOf(clauses.filter(({ matchKind }) => matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE'));
  if (!matched) return inside;
  // Each row is matched or not: with both, the condition leaves none out.
  const isEach =
    merge.joinCondition !== undefined &&
    holdsForEachRow({ target: merge.relation, sources, where: merge.joinCondition, named }, schema);
  const change = others && others !== matched ? 'update' : matched;
  return [
    ...inside,
    { change, relation: merge.relation, where: merge.joinCondition, isWhole: isEach || others !== undefined },
  ];
}

const CHANGES: Readonly<Record<string, RowWrite['change']>> = { CMD_UPDATE: 'update', CMD_DELETE: 'delete' };

/** What happens to each of the rows: the first clause whose condition holds is the one that runs. Undefined where some are left out. */
function changeOf(clauses: readonly MergeWhenClause[]): RowWrite['change'] | undefined {
  const last = clauses.findIndex(({ condition }) => condition === undefined);
  const changes = clauses.slice(0, last + 1).map(({ commandType }) => CHANGES[String(commandType)]);
  if (last === -1 || changes.includes(undefined)) return undefined;
  return changes.every((change) => change === 'delete') ? 'delete' : 'update';
}

function write(change: RowWrite['change'], join: Join, schema: Schema): RowWrite {
  const { target: relation, where } = join;
  return { change, relation, where, isWhole: holdsForEachRow(join, schema) };
}
