/** What a query does with its parameters, so that they can be given values that fit. Pure. */
import type { Node } from '@pgsql/types';
import { nodeOf, type QualifiedName, relationName, walk } from './ast.js';

/** A column that a parameter is written to or compared with. */
export interface ParameterUse {
  /** `written`: a value that is new. `read`: one that is there. `list`: an array of those that are there. */
  as: 'written' | 'read' | 'list';
  column: string;
  /** What the column is qualified with, an alias or a table's name; undefined where it stands alone. */
  of?: string;
}

export interface QueryUses {
  /** By their aliases, else by their names. */
  relations: ReadonlyMap<string, QualifiedName>;
  /** The table that is written to. */
  target?: QualifiedName;
  /** The columns that an INSERT gives a value: by name, or how many of the first ones. */
  inserted?: readonly string[] | number;
  /** The columns that an UPDATE sets to a value that stands in the query. */
  updated?: readonly string[];
  /** By the parameter's number, the first use of each. */
  parameters: ReadonlyMap<number, ParameterUse>;
}

export function usesOf(tree: Node | undefined): QueryUses {
  const relations = new Map<string, QualifiedName>();
  const parameters = new Map<number, ParameterUse>();
  const take = (node: Node | undefined, use: ParameterUse) => {
    const number = parameterIn(node);
    if (number !== undefined && !parameters.has(number)) parameters.set(number, use);
  };
  walk(tree, (tag, body) => {
    if (tag === 'RangeVar') addRelation(relations, body);
    else if (tag === 'InsertStmt') takeValues(body as InsertedInto, take);
    else if (tag === 'UpdateStmt' || tag === 'OnConflictClause') takeTargets((body as WithTargets).targetList, take);
    else if (tag === 'A_Expr') takeComparison(body, take);
  });
  const insert = nodeOf(tree, 'InsertStmt');
  const target = relationName((insert ?? nodeOf(tree, 'UpdateStmt') ?? nodeOf(tree, 'DeleteStmt'))?.relation);
  for (const body of [insert, nodeOf(tree, 'UpdateStmt'), nodeOf(tree, 'DeleteStmt')])
    addRelation(relations, body?.relation);
  const update = nodeOf(tree, 'UpdateStmt');
  return {
    relations,
    ...(target && { target }),
    ...(insert && { inserted: insertedBy(insert) }),
    ...(update && { updated: constants(update) }),
    parameters,
  };
}

function constants({ targetList = [] }: WithTargets): string[] {
  return targetList.flatMap((item) => {
    const { name, val } = nodeOf(item, 'ResTarget') ?? {};
    const value = nodeOf(val, 'TypeCast')?.arg ?? val;
    return name !== undefined && nodeOf(value, 'A_Const') ? [name] : [];
  });
}

function insertedBy({ cols, selectStmt }: InsertedInto): string[] | number {
  if (cols) return cols.map((column) => nodeOf(column, 'ResTarget')?.name ?? '');
  const { valuesLists, targetList } = nodeOf(selectStmt, 'SelectStmt') ?? {};
  return nodeOf(valuesLists?.[0], 'List')?.items?.length ?? targetList?.length ?? 0;
}

type Take = (node: Node | undefined, use: ParameterUse) => void;

interface InsertedInto {
  cols?: Node[];
  selectStmt?: Node;
}

interface WithTargets {
  targetList?: Node[];
}

function addRelation(relations: Map<string, QualifiedName>, body: object | undefined): void {
  const relation = relationName(body as Parameters<typeof relationName>[0]);
  if (relation === undefined) return;
  const { alias } = body as { alias?: { aliasname?: string } };
  relations.set(alias?.aliasname ?? relation.name, relation);
}

/** A column without a name is known by its place, from `#0` on. */
function takeValues({ cols, selectStmt }: InsertedInto, take: Take): void {
  const select = nodeOf(selectStmt, 'SelectStmt');
  const rows = select?.valuesLists?.map((list) => nodeOf(list, 'List')?.items ?? []) ?? [];
  const selected = select?.targetList?.map((item) => nodeOf(item, 'ResTarget')?.val);
  for (const row of selected ? [selected] : rows) {
    for (const [at, value] of row.entries()) {
      const column = cols ? nodeOf(cols[at], 'ResTarget')?.name : `#${at}`;
      if (column !== undefined) take(value, { as: 'written', column });
    }
  }
}

function takeTargets(targets: Node[] | undefined, take: Take): void {
  for (const item of targets ?? []) {
    const { name, val } = nodeOf(item, 'ResTarget') ?? {};
    if (name !== undefined) take(val, { as: 'written', column: name });
  }
}

function takeComparison(body: Record<string, unknown>, take: Take): void {
  const { kind, lexpr, rexpr } = body as { kind?: string; lexpr?: Node; rexpr?: Node };
  const sides: [Node | undefined, Node | undefined][] = [
    [lexpr, rexpr],
    [rexpr, lexpr],
  ];
  for (const [one, other] of sides) {
    const column = columnOf(one);
    if (column === undefined) continue;
    const as = kind === 'AEXPR_OP_ANY' || kind === 'AEXPR_OP_ALL' ? 'list' : 'read';
    for (const value of nodeOf(other, 'List')?.items ?? [other]) take(value, { as, ...column });
  }
}

function columnOf(node: Node | undefined): { column: string; of?: string } | undefined {
  const bare = nodeOf(node, 'TypeCast')?.arg ?? node;
  const fields = nodeOf(bare, 'ColumnRef')?.fields?.map((field) => nodeOf(field, 'String')?.sval);
  const column = fields?.at(-1);
  const of = fields?.at(-2);
  return column === undefined ? undefined : { column, ...(of !== undefined && { of }) };
}

/** `$1`, also with a cast. */
function parameterIn(node: Node | undefined): number | undefined {
  const bare = nodeOf(node, 'TypeCast')?.arg ?? node;
  return nodeOf(bare, 'ParamRef')?.number;
}
