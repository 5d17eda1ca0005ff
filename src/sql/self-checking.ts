/** Queries that fail by themselves when something is wrong. */
import type { Node, TypeName } from '@pgsql/types';
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
    return callsByName(select.fromClause, ['finish', 'runtests']);
  if (nodeOf(select?.whereClause, 'A_Const')?.boolval) return true;
  let fails = false;
  walk(node, (tag, body) => {
    if (tag === 'A_Expr' && JSON.stringify(body.name ?? []).includes('"/"')) fails = true;
    if (tag === 'TypeCast' && /^reg[a-z]+$/.test(columnTypeName(body.typeName))) fails = true;
  });
  return fails;
}

function callsFunction(targets: Node[] | undefined): boolean {
  return (targets ?? []).some((target) => nodeOf(nodeOf(target, 'ResTarget')?.val, 'FuncCall') !== undefined);
}

function callsByName(tree: unknown, wanted: string[]): boolean {
  let calls = false;
  walk(tree, (tag, body) => {
    const name = nodeOf((body.funcname as Node[] | undefined)?.at(-1), 'String')?.sval ?? '';
    if (tag === 'FuncCall' && wanted.includes(name)) calls = true;
  });
  return calls;
}

function columnTypeName(type: unknown): string {
  return nodeOf((type as TypeName | undefined)?.names?.at(-1), 'String')?.sval ?? '';
}
