/** The names of indexes, statistics and their columns that Postgres chooses (ChooseIndexName, FigureIndexColname). */
import type { IndexElem, Node } from '@pgsql/types';
import { nodeOf } from '../sql/ast.js';
import { freeName, generatedName } from './generated-names.js';
import { lastName } from './objects.js';

/** An index without a name gets one of its table, its keys and what it includes. */
export function chosenIndexName(table: string, elements: readonly IndexElem[], suffix = 'idx'): string {
  return generatedName(lastName(table), columnNames(elements).join('_'), suffix);
}

/** A number after a name that another of the columns has already. */
function columnNames(elements: readonly IndexElem[]): string[] {
  const names: string[] = [];
  for (const { name, expr } of elements) {
    names.push(freeName(name ?? figured(expr)?.name ?? 'expr', (taken) => names.includes(taken)));
  }
  return names;
}

/** A strong name stands against a weaker one from outside of it. */
interface Figured {
  name: string;
  strong: boolean;
}

/** What FigureColname makes of an expression; undefined for an operator and the like. */
function figured(node: Node | undefined): Figured | undefined {
  if (node === undefined) return undefined;
  const [tag = ''] = Object.keys(node);
  return FIGURED[tag]?.(node);
}

const named = (name: string | undefined): Figured | undefined => (name ? { name, strong: true } : undefined);
const lastOf = (names: readonly Node[] | undefined) =>
  (names ?? []).map((part) => nodeOf(part, 'String')?.sval).findLast((part) => part !== undefined);

const FIGURED: Record<string, (node: Node) => Figured | undefined> = {
  ColumnRef: (node) => named(lastOf(nodeOf(node, 'ColumnRef')?.fields)),
  A_Indirection: (node) => {
    const { indirection, arg } = nodeOf(node, 'A_Indirection') ?? {};
    return named(lastOf(indirection)) ?? figured(arg);
  },
  FuncCall: (node) => named(lastOf(nodeOf(node, 'FuncCall')?.funcname)),
  A_Expr: (node) => (nodeOf(node, 'A_Expr')?.kind === 'AEXPR_NULLIF' ? named('nullif') : undefined),
  TypeCast: (node) => {
    const { arg, typeName } = nodeOf(node, 'TypeCast') ?? {};
    const inner = figured(arg);
    if (inner?.strong) return inner;
    const name = lastOf(typeName?.names);
    return name ? { name, strong: false } : inner;
  },
  CollateClause: (node) => figured(nodeOf(node, 'CollateClause')?.arg),
  CaseExpr: (node) => {
    const inner = figured(nodeOf(node, 'CaseExpr')?.defresult);
    return inner?.strong ? inner : { name: 'case', strong: false };
  },
  A_ArrayExpr: () => named('array'),
  RowExpr: () => named('row'),
  CoalesceExpr: () => named('coalesce'),
  MinMaxExpr: (node) => named(nodeOf(node, 'MinMaxExpr')?.op === 'IS_LEAST' ? 'least' : 'greatest'),
};
