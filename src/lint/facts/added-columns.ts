/** ALTER TABLE … ADD COLUMN on tables that others use, column by column. */
import type { ColumnDef, Constraint, Node } from '@pgsql/types';
import type { Statement } from '../../model.js';
import { columnConstraints } from '../../schema/effects/columns.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName, typeSql } from '../../schema/sql-name.js';
import { type ColumnType, columnType } from '../../schema/types.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { alterCommands, rangesOf } from './alter-table.js';

export interface AddedColumn {
  /** The table's full name. */
  table: string;
  name: string;
  definition: ColumnDef;
  type?: ColumnType;
  constraints: Constraint[];
  /** The default's expression; absent for none and for DEFAULT NULL. */
  default?: Node;
  /** The type and the default as written. */
  text: { type: string; default?: string };
}

/** The columns that a statement adds to tables that existed before the change; not those that exist already. */
export function addedColumns(statement: Statement, schema: Schema): AddedColumn[] {
  const alter = nodeOf(statement.node, 'AlterTableStmt');
  const commands = alter?.objtype === 'OBJECT_TABLE' ? alterCommands(statement) : [];
  if (!commands.some(({ subtype }) => subtype === 'AT_AddColumn')) return [];
  const ranges = rangesOf(statement);
  return commands.flatMap(({ table, subtype, column, command }, at): AddedColumn[] => {
    const name = column?.colname;
    if (subtype !== 'AT_AddColumn' || !column || !name || schema.isNew(table)) return [];
    if (command.missing_ok && schema.find('column', `${table}.${name}`)) return [];
    const range = ranges?.[at];
    const constraints = columnConstraints(column);
    const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
    const type = columnType(column.typeName);
    const text = texts(range && statement.sql.slice(range.start, range.end), type);
    const filled = value !== undefined && nodeOf(value, 'A_Const')?.isnull !== true;
    return [
      { table, name, definition: column, ...(type && { type }), constraints, ...(filled && { default: value }), text },
    ];
  });
}

const CLAUSE = String.raw`\s+(?:default|not\s+null|null|constraint|check|unique|primary\s+key|references|collate|storage|compression|generated)\b`;
const TYPE = new RegExp(
  String.raw`^add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(?:"(?:[^"]|"")+"|\S+)\s+([\s\S]+?)(?=${CLAUSE}|$)`,
  'i',
);
const DEFAULT = new RegExp(String.raw`\sdefault\s+([\s\S]+?)(?=${CLAUSE}|$)`, 'i');

function texts(command = '', type?: ColumnType): AddedColumn['text'] {
  const value = DEFAULT.exec(command)?.[1];
  return { type: TYPE.exec(command)?.[1] ?? (type ? typeSql(type) : 'text'), ...(value && { default: value }) };
}

/** The column with nothing but its type: no lock for longer than a moment. */
export function plainColumn({ table, name, text }: AddedColumn): string {
  return `ALTER TABLE ${sqlName(table)} ADD COLUMN ${quoteIdentifier(name)} ${text.type};`;
}
