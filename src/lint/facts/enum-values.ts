/** Where statements use a label of an enum. */
import type { InsertStmt, Node, RangeVar } from '@pgsql/types';
import type { Script, Statement } from '../../model.js';
import { dotted } from '../../schema/effects/effect.js';
import { fullTypeName } from '../../schema/footprint/domains.js';
import { isMissing } from '../../schema/footprint/touch.js';
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

/**
 * Whether the statement uses the label as one of this enum. `type`: its full name. A column of a table that no script shows is
 * taken for one of the enum: what else has this very label in the transaction that adds it? Misses what only a server knows.
 */
export function usesLabel(statement: Statement, type: string, label: string, schema: Schema): boolean {
  const { node } = statement;
  const isLabel = (value: Node | undefined) => nodeOf(value, 'A_Const')?.sval?.sval === label;
  const columns = columnsOfType(node, type, schema);
  const isColumn = (value: Node | undefined) =>
    columns.has(nodeOf(nodeOf(value, 'ColumnRef')?.fields?.at(-1), 'String')?.sval);
  const isType = (of: Parameters<typeof columnType>[0]) => {
    const known = columnType(of);
    return known !== undefined && !known.array && fullTypeName(known) === type;
  };
  let used = alterCommands(statement).some(
    ({ subtype, command }) => subtype === 'AT_ColumnDefault' && isLabel(command.def) && columns.has(command.name),
  );
  walk(node, (tag, body) => {
    if (tag === 'TypeCast') used ||= isType(body.typeName as never) && isLabel(body.arg as Node);
    else if (tag === 'A_Expr') {
      const [left, right] = [body.lexpr, body.rexpr] as Node[];
      const values = nodeOf(right, 'List')?.items ?? nodeOf(right, 'A_ArrayExpr')?.elements ?? [right];
      used ||= (values.some(isLabel) && isColumn(left)) || (isLabel(left) && isColumn(right));
    } else if (tag === 'ColumnDef' && isType(body.typeName as never)) {
      used ||= ((body.constraints ?? []) as Node[]).some((item) => isLabel(nodeOf(item, 'Constraint')?.raw_expr));
    } else if (tag === 'UpdateStmt') {
      used ||= ((body.targetList ?? []) as Node[]).some((item) => {
        const target = nodeOf(item, 'ResTarget');
        return isLabel(target?.val) && columns.has(target?.name);
      });
    } else if (tag === 'InsertStmt') used ||= insertsLabel(body as InsertStmt, isLabel, columns, schema);
  });
  return used;
}

function isEnumColumn(column: string, type: string, schema: Schema): boolean {
  const known = schema.find('column', column)?.facts?.type;
  return known !== undefined && !known.array && fullTypeName(known) === type;
}

interface LabelColumns {
  has(name: string | undefined): boolean;
}

/** The columns of the type in the tables that the statement names, and all that may be of one that no script shows. */
function columnsOfType(node: Node | null, type: string, schema: Schema): LabelColumns {
  const ofType = new Set<string>();
  const ofOthers = new Set<string>();
  const unknown: string[] = [];
  for (const table of tablesIn(node)) {
    for (const { name } of schema.partsOf(table, 'column'))
      (isEnumColumn(name, type, schema) ? ofType : ofOthers).add(lastName(name));
    if (schema.isPartial && isMissing(table, schema)) unknown.push(table);
  }
  const has = (name: string | undefined) => {
    if (name === undefined) return false;
    if (ofType.has(name)) return true;
    if (ofOthers.has(name) || unknown.length === 0) return false;
    for (const table of unknown) schema.judged.ask(table);
    return true;
  };
  return { has };
}

function tablesIn(node: Node | null): Set<string> {
  const tables = new Set<string>();
  const collect = (name: ReturnType<typeof relationName>) => name && tables.add(fullName(name));
  walk(node, (tag, body) => {
    if (tag === 'RangeVar' || tag === 'relation') collect(relationName(body));
    if (tag === 'UpdateStmt' || tag === 'InsertStmt' || tag === 'DeleteStmt' || tag === 'MergeStmt')
      collect(relationName(body.relation as RangeVar | undefined));
  });
  collect(relationName(nodeOf(node, 'IndexStmt')?.relation));
  collect(relationName(nodeOf(node, 'AlterTableStmt')?.relation));
  return tables;
}

/** A label in a place of VALUES or SELECT that goes into such a column. */
function insertsLabel(
  insert: InsertStmt,
  isLabel: (value: Node | undefined) => boolean,
  columns: LabelColumns,
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
  // Of a table that no script shows, any place may be the one.
  const place = (at: number) => into[at] ?? (into.length === 0 ? '' : undefined);
  return rows.some((row) => row.some((value, at) => isLabel(value) && columns.has(place(at))));
}
