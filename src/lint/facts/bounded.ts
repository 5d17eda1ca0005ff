/** Whether a change is about a few rows. */
import type { DeleteStmt, Node, UpdateStmt } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { conjuncts, nodeOf, relationName } from '../../sql/ast.js';

/** The WHERE names rows by a whole unique key: `id = 7 AND …` or `id IN (7, 8)`. */
export function boundedByKey({ relation, whereClause }: UpdateStmt | DeleteStmt, schema: Schema): boolean {
  const name = relationName(relation);
  if (!name || !whereClause) return false;
  const named = new Set(namedColumns(whereClause));
  return schema
    .partsOf(fullName(name), 'index')
    .some(
      ({ facts }) =>
        facts?.unique && !facts.partial && facts.columns?.every((column) => column !== undefined && named.has(column)),
    );
}

/** Columns that the condition holds to constants. */
function namedColumns(condition: Node): string[] {
  return conjuncts(condition).flatMap(namedColumn);
}

function namedColumn(condition: Node): string[] {
  const { kind, name, lexpr, rexpr } = nodeOf(condition, 'A_Expr') ?? {};
  const equals = nodeOf(name?.[0], 'String')?.sval === '=' && (kind === 'AEXPR_OP' || kind === 'AEXPR_IN');
  const constants = nodeOf(rexpr, 'List')?.items ?? (rexpr ? [rexpr] : []);
  const column = nodeOf(nodeOf(lexpr, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
  return equals && column !== undefined && constants.every(isConstant) ? [column] : [];
}

/** A constant, whatever it is cast to. */
function isConstant(node: Node): boolean {
  let value: Node | undefined = node;
  for (let cast = nodeOf(value, 'TypeCast'); cast; cast = nodeOf(value, 'TypeCast')) value = cast.arg;
  return value !== undefined && 'A_Const' in value;
}
