/** Strings that are known before anything runs. */
import type { Node } from '@pgsql/types';
import { nodeOf, quoteIdentifier } from './ast.js';

/** The one value of `SELECT <expression>`, where constants, `||` and format() of constants make it up. */
export function constantString(select: Node | undefined): string | undefined {
  return evaluate(nodeOf(nodeOf(select, 'SelectStmt')?.targetList?.[0], 'ResTarget')?.val, 0);
}

/** What is nested deeper was not written by hand. */
const DEEPEST = 500;

function evaluate(node: Node | undefined, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  const constant = nodeOf(node, 'A_Const');
  if (constant) return constant.sval ? (constant.sval.sval ?? '') : undefined;
  const cast = nodeOf(node, 'TypeCast');
  if (cast) return evaluate(cast.arg, depth + 1);
  const operation = nodeOf(node, 'A_Expr');
  if (nodeOf(operation?.name?.[0], 'String')?.sval === '||') {
    return joined(node, depth);
  }
  const call = nodeOf(node, 'FuncCall');
  if (nodeOf(call?.funcname?.at(-1), 'String')?.sval !== 'format') return undefined;
  return formatted((call?.args ?? []).map((arg) => evaluate(arg, depth + 1)));
}

/** `a || b || c`, which is a tree as deep as the chain is long. */
function joined(chain: Node | undefined, depth: number): string | undefined {
  const parts: string[] = [];
  let left = chain;
  for (;;) {
    const operation = nodeOf(left, 'A_Expr');
    const isChain = nodeOf(operation?.name?.[0], 'String')?.sval === '||';
    const part = evaluate(isChain ? operation?.rexpr : left, depth + 1);
    if (part === undefined) return undefined;
    parts.push(part);
    if (!isChain) return parts.reverse().join('');
    left = operation?.lexpr;
  }
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
