/** Queries that fail by themselves when something is wrong. */
import type { Node } from '@pgsql/types';
import type { Statement } from '../model.js';
import { nodeOf, walk } from './ast.js';

/**
 * The idioms that fail when something is wrong: a division, WHERE FALSE, a cast to reg…, an assertion function, pgTAP's
 * finish(), a column called ok.
 */
export function failsByItself({ node }: Pick<Statement, 'node'>): boolean {
  const select = nodeOf(node, 'SelectStmt');
  if (select?.fromClause === undefined && callsFunction(select?.targetList)) return true;
  if ((select?.targetList ?? []).some((target) => nodeOf(target, 'ResTarget')?.name === 'ok')) return true;
  if (select?.fromClause?.every((item) => 'RangeFunction' in item))
    return /"(?:finish|runtests)"/.test(JSON.stringify(select.fromClause));
  if (nodeOf(select?.whereClause, 'A_Const')?.boolval) return true;
  let fails = false;
  walk(node, (tag, body) => {
    if (tag === 'A_Expr' && JSON.stringify(body.name ?? []).includes('"/"')) fails = true;
    if (tag === 'TypeCast' && /"reg[a-z]+"/.test(JSON.stringify(body.typeName ?? {}))) fails = true;
  });
  return fails;
}

function callsFunction(targets: Node[] | undefined): boolean {
  return (targets ?? []).some((target) => nodeOf(nodeOf(target, 'ResTarget')?.val, 'FuncCall') !== undefined);
}
