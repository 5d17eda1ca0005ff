/** Whether a refusal on rows depends on what they hold, or only on there being some. Pure. */
import type { Node } from '@pgsql/types';
import type { Statement } from '../../model.js';
import { type Effect, effectsOf } from '../../schema/effects/index.js';
import type { ColumnFacts, ConstraintFacts, IndexFacts } from '../../schema/facts.js';
import { fullName, lastName } from '../../schema/objects.js';
import { columnsIn } from '../../schema/types.js';
import { isStableCall } from '../../schema/volatility.js';
import type { PostgresError } from '../../servers/server.js';
import { nodeOf, relationName, walk } from '../../sql/ast.js';

/** What it takes for the statement to be refused, whatever the rows hold. */
export interface Certainty {
  /** One row shows NOT NULL and a CHECK, two show uniqueness. */
  rows: 1 | 2;
  /** The columns that have the same value in each row, in full. */
  columns: string[];
  /** One row is enough unless this table holds the value already. */
  unlessIn?: string;
}

const NOT_NULL = '23502';
const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';

/**
 * Undefined where it depends on the rows. `before`: the statements of the change that ran before, in order. A column that they
 * add has one value in all rows that are there, as long as nothing writes to them.
 */
export function certaintyOf(
  statement: Statement,
  error: Pick<PostgresError, 'sqlstate' | 'constraint' | 'column'>,
  before: readonly Statement[],
): Certainty | undefined {
  const table = tableOf(statement.node);
  if (table === undefined) return undefined;
  const steps = [...before, statement];
  const same = sameInEachRow(steps);
  const value = (column: string) => same.get(`${table}.${column}`);
  const { sqlstate, constraint, column } = error;
  if (sqlstate === NOT_NULL) {
    return column !== undefined && value(column) === 'null' ? { rows: 1, columns: [`${table}.${column}`] } : undefined;
  }
  const broken = constraint === undefined ? undefined : brokenOf(`${table}.${constraint}`, constraint, steps);
  if (broken === undefined || broken.columns.length === 0) return undefined;
  if (!broken.columns.every((one) => value(one) !== undefined)) return undefined;
  const columns = broken.columns.map((one) => `${table}.${one}`);
  if (sqlstate === CHECK && broken.type === 'check') return { rows: 1, columns };
  if (sqlstate === UNIQUE && broken.type === 'unique') return { rows: 2, columns };
  if (sqlstate !== FOREIGN_KEY || broken.references === undefined) return undefined;
  return { rows: 1, columns, unlessIn: broken.references };
}

interface Broken {
  type: 'check' | 'unique' | 'foreign key';
  columns: string[];
  references?: string;
}

/** What the change says of the constraint or index. Where another value may count (a predicate, a function), nothing. */
function brokenOf(full: string, name: string, steps: readonly Statement[]): Broken | undefined {
  const made = effectsIn(steps).filter(({ change, object }) => change === 'create' && lastName(object.name) === name);
  const constraint = made.find(({ object }) => object.kind === 'constraint' && object.name === full)?.object.facts as
    | ConstraintFacts
    | undefined;
  if (constraint?.type === 'check') {
    const { expression } = constraint;
    return isConstant(expression) ? { type: 'check', columns: columnsIn(expression) } : undefined;
  }
  if (constraint?.type === 'foreign key' && constraint.references) {
    return { type: 'foreign key', columns: constraint.columns, references: constraint.references.table };
  }
  const index = made.find(({ object }) => object.kind === 'index')?.object.facts as IndexFacts | undefined;
  if (!index?.unique || index.partial || index.columns.includes(undefined)) return undefined;
  return { type: 'unique', columns: index.columns.flatMap((column) => column ?? []) };
}

/** The columns that statements add, with a value that is the same in all rows that are there then. */
function sameInEachRow(steps: readonly Statement[]): Map<string, 'null' | 'constant'> {
  const same = new Map<string, 'null' | 'constant'>();
  for (const { node, kind } of steps) {
    if (WRITES.has(kind)) same.clear();
    for (const { change, object, conditional } of effectsOf(node)) {
      if (object.kind !== 'column') continue;
      const value = change === 'create' && !conditional ? givenTo(object.facts as ColumnFacts | undefined) : undefined;
      const stays = change === 'alter' && !(object.facts && 'type' in object.facts);
      if (value !== undefined) same.set(object.name, value);
      else if (!stays) same.delete(object.name);
    }
  }
  return same;
}

/** What may write to rows, or run what does. */
const WRITES = new Set([
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'CopyStmt',
  'SelectStmt',
  'DoStmt',
  'CallStmt',
  'ExecuteStmt',
  'ExplainStmt',
  'TransactionStmt',
]);

function givenTo(facts: ColumnFacts | undefined): 'null' | 'constant' | undefined {
  if (facts?.bare) return 'null';
  const isFilled = !facts || facts.generated || facts.identity || facts.type?.serial;
  return !isFilled && facts.default !== undefined && isConstant(facts.default) ? 'constant' : undefined;
}

/** It calls nothing that may give another value for the next row. */
function isConstant(expression: Node | undefined): boolean {
  let constant = true;
  walk(expression, (tag, body) => {
    if (tag === 'SubLink' || (tag === 'FuncCall' && !isStableCall(body.funcname as Node[] | undefined)))
      constant = false;
  });
  return constant;
}

function effectsIn(steps: readonly Statement[]): Effect[] {
  return steps.flatMap(({ node }) => effectsOf(node));
}

function tableOf(node: Statement['node']): string | undefined {
  const name = relationName(nodeOf(node, 'AlterTableStmt')?.relation ?? nodeOf(node, 'IndexStmt')?.relation);
  return name && fullName(name);
}
