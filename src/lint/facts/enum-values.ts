/** Where statements use a label of an enum. */
import type { InsertStmt, Node } from '@pgsql/types';
import type { Script, Statement } from '../../model.js';
import { dotted } from '../../schema/effects/effect.js';
import { fullTypeName } from '../../schema/footprint/domains.js';
import { fullName, lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { columnType } from '../../schema/types.js';
import { nodeOf, relationName, walk } from '../../sql/ast.js';
import { alterCommands } from './alter-table.js';
import { allStatements } from './same-transaction.js';

export interface AddedLabel {
  /** The enum's full name. */
  type: string;
  label: string;
  /** IF NOT EXISTS: it may have been there. */
  conditional: boolean;
  by: Statement;
}

const known = new WeakMap<readonly Script[], AddedLabel[]>();

/** The labels that the ALTER TYPE … ADD VALUE of a run's scripts add. Asked for every statement, so read once. */
export function addedLabels(run: readonly Script[]): AddedLabel[] {
  const found =
    known.get(run) ??
    allStatements(run).flatMap((by) => {
      const alter = nodeOf(by.node, 'AlterEnumStmt');
      const type = dotted(alter?.typeName);
      if (!type || !alter?.newVal || alter.oldVal) return [];
      return [{ type: fullName(type), label: alter.newVal, conditional: alter.skipIfNewValExists ?? false, by }];
    });
  known.set(run, found);
  return found;
}

/** Whether the statement plainly uses the label as one of this enum. `type`: its full name. Misses what only a server knows. */
export function usesLabel(statement: Statement, type: string, label: string, schema: Schema): boolean {
  const { node } = statement;
  const isLabel = (value: Node | undefined) => nodeOf(value, 'A_Const')?.sval?.sval === label;
  const columns = columnsOfType(node, type, schema);
  const isColumn = (value: Node | undefined) =>
    columns.has(nodeOf(nodeOf(value, 'ColumnRef')?.fields?.at(-1), 'String')?.sval ?? '');
  const isType = (of: Parameters<typeof columnType>[0]) => {
    const known = columnType(of);
    return known !== undefined && !known.array && fullTypeName(known) === type;
  };
  let used = alterCommands(statement).some(
    ({ subtype, command, table }) =>
      subtype === 'AT_ColumnDefault' && isLabel(command.def) && isEnumColumn(`${table}.${command.name}`, type, schema),
  );
  walk(node, (tag, body) => {
    if (tag === 'TypeCast') used ||= isType(body.typeName as never) && isLabel(body.arg as Node);
    else if (tag === 'A_Expr') {
      const [left, right] = [body.lexpr, body.rexpr] as Node[];
      const values = nodeOf(right, 'List')?.items ?? nodeOf(right, 'A_ArrayExpr')?.elements ?? [right];
      used ||= (isColumn(left) && values.some(isLabel)) || (isColumn(right) && isLabel(left));
    } else if (tag === 'ColumnDef' && isType(body.typeName as never)) {
      used ||= ((body.constraints ?? []) as Node[]).some((item) => isLabel(nodeOf(item, 'Constraint')?.raw_expr));
    } else if (tag === 'UpdateStmt') {
      used ||= ((body.targetList ?? []) as Node[]).some((item) => {
        const target = nodeOf(item, 'ResTarget');
        return columns.has(target?.name ?? '') && isLabel(target?.val);
      });
    } else if (tag === 'InsertStmt') used ||= insertsLabel(body as InsertStmt, isLabel, columns, schema);
  });
  return used;
}

function isEnumColumn(column: string, type: string, schema: Schema): boolean {
  const known = schema.find('column', column)?.facts?.type;
  return known !== undefined && !known.array && fullTypeName(known) === type;
}

/** The columns of the type in the tables that the statement names. */
function columnsOfType(node: Node | null, type: string, schema: Schema): Set<string> {
  const names = new Set<string>();
  walk(node, (tag, body) => {
    const table = tag === 'RangeVar' || tag === 'relation' ? relationName(body) : undefined;
    if (table) collect(fullName(table));
  });
  for (const statement of ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'IndexStmt', 'AlterTableStmt'] as const) {
    const table = relationName((nodeOf(node, statement) as { relation?: never } | undefined)?.relation);
    if (table) collect(fullName(table));
  }
  return names;

  function collect(table: string): void {
    for (const { name } of schema.partsOf(table, 'column'))
      if (isEnumColumn(name, type, schema)) names.add(lastName(name));
  }
}

/** A label in a place of VALUES or SELECT that goes into such a column. */
function insertsLabel(
  insert: InsertStmt,
  isLabel: (value: Node | undefined) => boolean,
  columns: Set<string>,
  schema: Schema,
): boolean {
  const table = relationName(insert.relation);
  const all = () => (table ? schema.partsOf(fullName(table), 'column').map(({ name }) => lastName(name)) : []);
  const into = insert.cols?.map((item) => nodeOf(item, 'ResTarget')?.name ?? '') ?? all();
  const select = nodeOf(insert.selectStmt, 'SelectStmt');
  const rows = [
    ...(select?.valuesLists ?? []).map((row) => nodeOf(row, 'List')?.items ?? []),
    (select?.targetList ?? []).map((item) => nodeOf(item, 'ResTarget')?.val),
  ];
  return rows.some((row) => row.some((value, at) => columns.has(into[at] ?? '') && isLabel(value)));
}
