/** Strings that are known before anything runs. */
import type { Node } from '@pgsql/types';
import { nodeOf, quoteIdentifier } from './ast.js';

/** The one value of `SELECT <expression>`, where constants, `||` and format() of constants make it up. */
export function constantString(select: Node | undefined): string | undefined {
  return evaluate(nodeOf(nodeOf(select, 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val);
}

function evaluate(node: Node | undefined): string | undefined {
  const constant = nodeOf(node, 'A_Const');
  if (constant) return constant.sval ? (constant.sval.sval ?? '') : undefined;
  const cast = nodeOf(node, 'TypeCast');
  if (cast) return evaluate(cast.arg);
  const operation = nodeOf(node, 'A_Expr');
  if (nodeOf(operation?.name?.[0], 'String')?.sval === '||') {
    const [left, right] = [evaluate(operation?.lexpr), evaluate(operation?.rexpr)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  const call = nodeOf(node, 'FuncCall');
  if (nodeOf(call?.funcname?.at(-1), 'String')?.sval !== 'format') return undefined;
  return formatted((call?.args ?? []).map(evaluate));
}

/** format() with %s, %I and %L in order (manual 9.4.1). */
function formatted([template, ...values]: (string | undefined)[]): string | undefined {
  if (template === undefined || values.includes(undefined) || /%[^sIL%]/.test(template)) return undefined;
  let next = 0;
  return template.replace(/%([sIL%])/g, (_, kind: string) => {
    if (kind === '%') return '%';
    const value = values[next++] ?? '';
    if (kind === 'I') return quoteIdentifier(value);
    return kind === 'L' ? `'${value.replaceAll("'", "''")}'` : value;
  });
}
