/** The condition under which every value of a column fits into a narrower type, and whether a CHECK says so already. Pure. */
import type { Node } from '@pgsql/types';
import type { Schema } from '../../schema/schema.js';
import type { ColumnType } from '../../schema/types.js';
import { conjuncts, nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';

/** A comparison with a number; `expression` as SQL. */
interface FitBound {
  expression: string;
  operator: '<' | '<=' | '>=';
  value: number;
}

/** That nothing is rounded. */
interface FitEquality {
  expression: string;
  same: string;
}

type FitCondition = FitBound | FitEquality;

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  int2: [-32768, 32767],
  int4: [-2147483648, 2147483647],
};

/** Undefined where no condition on the value alone says it. */
export function fitting(column: string, from: ColumnType | undefined, to: ColumnType): FitCondition[] | undefined {
  const name = quoteIdentifier(column);
  if (!from || from.array || to.array) return undefined;
  const [first, second = 0] = to.modifiers;
  if (/^(varchar|bpchar|varbit)$/.test(to.name) && first !== undefined) {
    return [{ expression: `length(${name})`, operator: '<=', value: first }];
  }
  const range = RANGES[to.name];
  if (range && /^int[48]$/.test(from.name)) {
    return [
      { expression: name, operator: '>=', value: range[0] },
      { expression: name, operator: '<=', value: range[1] },
    ];
  }
  if (to.name !== 'numeric' || from.name !== 'numeric' || first === undefined || first <= second) return undefined;
  return [
    { expression: `abs(${name})`, operator: '<', value: 10 ** (first - second) },
    { expression: name, same: `round(${name}, ${second})` },
  ];
}

export function conditionSql(conditions: readonly FitCondition[]): string {
  return conditions
    .map((one) =>
      'same' in one ? `${one.expression} = ${one.same}` : `${one.expression} ${one.operator} ${one.value}`,
    )
    .join(' AND ');
}

/** Whether validated CHECKs of the table say all of it. */
export function isChecked(conditions: readonly FitCondition[], table: string, schema: Schema): boolean {
  const said = schema
    .partsOf(table, 'constraint')
    .filter(({ facts }) => facts?.type === 'check' && facts.validated && facts.enforced)
    .flatMap(({ facts }) => conjuncts(facts?.expression).flatMap(conditionsIn));
  return conditions.every((needed) => said.some((one) => implies(one, needed)));
}

function implies(said: FitCondition, needed: FitCondition): boolean {
  if (said.expression !== needed.expression) return false;
  if ('same' in said || 'same' in needed) return 'same' in said && 'same' in needed && said.same === needed.same;
  if (needed.operator === '>=') return said.operator === '>=' && said.value >= needed.value;
  if (said.operator === '>=') return false;
  // What has a <= is a whole number.
  if (needed.operator === '<=') return (said.operator === '<' ? said.value - 1 : said.value) <= needed.value;
  return said.operator === '<' ? said.value <= needed.value : said.value < needed.value;
}

/** What one part of a CHECK says of a value. */
function conditionsIn(node: Node): FitCondition[] {
  const comparison = nodeOf(node, 'A_Expr');
  const operator = nodeOf(comparison?.name?.[0], 'String')?.sval ?? '';
  const expression = textOf(comparison?.lexpr);
  if (!comparison || expression === undefined) return [];
  if (comparison.kind === 'AEXPR_BETWEEN') {
    const [low, high] = (nodeOf(comparison.rexpr, 'List')?.items ?? []).map(numberOf);
    return [...bound(expression, '>=', low), ...bound(expression, '<=', high)];
  }
  if (comparison.kind !== 'AEXPR_OP') return [];
  const value = numberOf(comparison.rexpr);
  if (operator === '=' && value === undefined) {
    const same = textOf(comparison.rexpr);
    return same === undefined ? [] : [{ expression, same }];
  }
  if (operator === '=') return [...bound(expression, '>=', value), ...bound(expression, '<=', value)];
  return operator === '<' || operator === '<=' || operator === '>=' ? bound(expression, operator, value) : [];
}

function bound(expression: string, operator: FitBound['operator'], value: number | undefined): FitBound[] {
  return value === undefined ? [] : [{ expression, operator, value }];
}

function numberOf(node: Node | undefined): number | undefined {
  const text = node && deparsed(node);
  return text !== undefined && /^\(?-?\d+(?:\.\d+)?\)?$/.test(text) ? Number(text.replaceAll(/[()]/g, '')) : undefined;
}

/** Without casts, and by one name for each function; bytes are never fewer than characters. */
function textOf(node: Node | undefined): string | undefined {
  const plain = node && (JSON.parse(JSON.stringify(node), (_, value) => value?.TypeCast?.arg ?? value) as Node);
  return (plain && deparsed(plain))
    ?.replace(/^pg_catalog\./, '')
    .replace(/^(?:char_length|character_length|octet_length)\(/, 'length(');
}
