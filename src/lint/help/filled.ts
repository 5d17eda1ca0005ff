/** Batches for an UPDATE that gives a column its values where it has none. */
import type { Node } from '@pgsql/types';
import type { Recipe } from '../../findings/recipe.js';
import { fullName } from '../../schema/objects.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { fill } from './steps.js';

/** All of it, where the statement does no more than give a column that is NULL its values. `rule`: which says so. */
export function filled(
  node: Node | null,
  table: string,
  column: string | undefined,
  rule = 'update-whole-table',
): Recipe | undefined {
  const update = nodeOf(node, 'UpdateStmt');
  const [target, ...more] = (update?.targetList ?? []).flatMap((item) => nodeOf(item, 'ResTarget') ?? []);
  const isPlain =
    update && !update.fromClause && !update.withClause && !update.returningClause && !update.relation?.alias;
  if (!isPlain || !column || target?.name !== column || !target.val || more.length > 0) return undefined;
  // Another condition would have to hold in the batches as well, and a view isn't the table.
  if (!nodeOf(update.whereClause, 'NullTest') || fullName(relationName(update.relation) ?? { name: '' }) !== table)
    return undefined;
  const value = deparsed(target.val);
  if (value === undefined) return undefined;
  const isConstant = nodeOf(target.val, 'A_Const') !== undefined;
  const step = fill(table, column, value, isConstant ? '' : value);
  const within = step.within && { within: { ...step.within, answers: [rule] } };
  return { says: 'Fill the rows batch by batch.', steps: [{ ...step, ...within }] };
}
