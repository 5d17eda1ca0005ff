/** What a statement writes by calling a function or a procedure that the scripts show, once or for each row of a table. */
import type { FuncCall, Node, RangeVar } from '@pgsql/types';
import type { FunctionFacts } from '../../schema/facts.js';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { namesToQualified, nodeOf, relationName } from '../../sql/ast.js';
import { columnOf } from './all-rows.js';
import { type BodyWrite, writesInBody } from './body-writes.js';
import { holdsForEachRow } from './every-row.js';

export interface RowWrite {
  change: 'update' | 'delete';
  relation: RangeVar | undefined;
  where: Node | undefined;
  /** No condition leaves a row out. */
  isWhole: boolean;
}

interface Call {
  call: FuncCall;
  /** The table for each of whose rows it runs. */
  each?: RangeVar;
}

/** The UPDATE and DELETE in the body of what is called; nothing where a part of it may not run. */
export function calledWrites(node: Node | null, schema: Schema): RowWrite[] {
  return callsOf(node, schema).flatMap(({ call, each }) => {
    const name = namesToQualified((call.funcname ?? []).map((part) => nodeOf(part, 'String')?.sval ?? ''));
    const named = name
      ? schema.every('function').filter((one) => one.name.replace(/\(.*$/, '') === fullName(name))
      : [];
    const [known, ...overloads] = named;
    const body = known?.facts?.definition?.body;
    const isPlain = /^(sql|plpgsql)$/i.test(known?.facts?.language ?? '') && !known?.facts?.definition?.STRICT;
    if (typeof body !== 'string' || !isPlain || overloads.length > 0) return [];
    return writesInBody(body).flatMap((write) =>
      rowWrite(write, { call, ...(each && { each }) }, known?.facts, schema),
    );
  });
}

function rowWrite(
  { change, relation, only }: BodyWrite,
  { call, each }: Call,
  facts: Partial<FunctionFacts> | undefined,
  schema: Schema,
): RowWrite[] {
  if (!only) return [{ change, relation, where: undefined, isWhole: true }];
  // `WHERE id = $1` of what is called once is one row; called with each row's own it is all of them.
  const given = each && givenFor(only.value, call, facts);
  const column = given && columnOf(given)?.column;
  if (!each || column === undefined) return [];
  const where: Node = {
    A_Expr: {
      kind: 'AEXPR_OP',
      name: [{ String: { sval: '=' } }],
      lexpr: columnRef(relation.relname ?? '', only.column),
      rexpr: columnRef(CALLED, column),
    },
  };
  const sources: Node[] = [{ RangeVar: { ...each, alias: { aliasname: CALLED } } }];
  return [
    {
      change,
      relation,
      where,
      isWhole: holdsForEachRow({ target: relation, sources, where, named: new Map() }, schema),
    },
  ];
}

/** The row that the function is called for, under a name that no table has. */
const CALLED = 'row it is called for';

function columnRef(table: string, column: string): Node {
  return { ColumnRef: { fields: [{ String: { sval: table } }, { String: { sval: column } }] } };
}

/** What the call gives for a parameter, by its number or its name. */
function givenFor(value: string, { args = [] }: FuncCall, facts: Partial<FunctionFacts> | undefined): Node | undefined {
  const number = /^\$(\d+)$/.exec(value)?.[1];
  return args[number ? Number(number) - 1 : (facts?.parameters ?? []).indexOf(value)];
}

/** CALL f(), SELECT f(), SELECT … FROM f(): each runs it once; SELECT f(id) FROM t, or FROM t, f(t.id), for each row of t. */
function callsOf(node: Node | null, schema: Schema): Call[] {
  const called = nodeOf(node, 'CallStmt')?.funccall;
  if (called) return [{ call: called }];
  const query = nodeOf(node, 'SelectStmt');
  if (!query || query.whereClause || query.limitCount || query.limitOffset || query.withClause) return [];
  const [source, another, ...more] = query.fromClause ?? [];
  if (more.length > 0) return [];
  const shown = (query.targetList ?? []).map((item) => nodeOf(item, 'ResTarget')?.val);
  if (!source) return shown.flatMap((value) => nodeOf(value, 'FuncCall') ?? []).map((call) => ({ call }));
  const each = nodeOf(source, 'RangeVar');
  if (!each) {
    const call = functionOf(source);
    return call && !another ? [{ call }] : [];
  }
  const name = relationName(each);
  if (!name || !schema.find('table', fullName(name)) || query.groupClause || query.distinctClause) return [];
  const calls = another ? [functionOf(another)] : shown.flatMap(callsIn);
  return calls.flatMap((call) => (call ? [{ call, each }] : []));
}

function functionOf(source: Node): FuncCall | undefined {
  const [first] = nodeOf(source, 'RangeFunction')?.functions ?? [];
  return nodeOf(nodeOf(first, 'List')?.items?.[0], 'FuncCall');
}

/** A call, and those among its arguments: `count(f(id))`. */
function callsIn(value: Node | undefined): FuncCall[] {
  const call = nodeOf(value, 'FuncCall');
  return call && !call.agg_filter ? [call, ...(call.args ?? []).flatMap(callsIn)] : [];
}
