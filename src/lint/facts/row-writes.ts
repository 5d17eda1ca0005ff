/** What changes or deletes rows: UPDATE, DELETE and MERGE, at a statement's top and in its WITH. */
import type { Node, RangeVar } from '@pgsql/types';
import type { Schema } from '../../schema/schema.js';
import { nodeOf } from '../../sql/ast.js';
import { type NamedQueries, namedQueries } from './all-rows.js';
import { holdsForEachRow, type Join } from './every-row.js';

export interface RowWrite {
  change: 'update' | 'delete';
  relation: RangeVar | undefined;
  where: Node | undefined;
  /** No condition leaves a row out. */
  isWhole: boolean;
}

/** The kinds of statements that can hold one. */
export const WRITING = ['UpdateStmt', 'DeleteStmt', 'MergeStmt', 'SelectStmt', 'InsertStmt'];

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
  const isWhole =
    merge.joinCondition !== undefined &&
    holdsForEachRow({ target: merge.relation, sources, where: merge.joinCondition, named }, schema);
  const clauses = (merge.mergeWhenClauses ?? []).flatMap((item) => nodeOf(item, 'MergeWhenClause') ?? []);
  // The first clause whose condition holds is the one that runs.
  const [first] = clauses.filter(({ matchKind }) => matchKind === 'MERGE_WHEN_MATCHED');
  const change = ({ CMD_UPDATE: 'update', CMD_DELETE: 'delete' } as const)[String(first?.commandType) as 'CMD_UPDATE'];
  if (!change || first?.condition) return inside;
  return [...inside, { change, relation: merge.relation, where: merge.joinCondition, isWhole }];
}

function write(change: RowWrite['change'], join: Join, schema: Schema): RowWrite {
  const { target: relation, where } = join;
  return { change, relation, where, isWhole: holdsForEachRow(join, schema) };
}
