/** ALTER TABLE, command by command. */
import type { AlterTableCmd, ColumnDef, Constraint } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { commandRanges } from './command-text.js';
import { perStatement } from './per-statement.js';

export interface AlterCommand {
  /** The table's full name. */
  table: string;
  command: AlterTableCmd;
  subtype: NonNullable<AlterTableCmd['subtype']>;
  /** The column's definition in ADD COLUMN and ALTER COLUMN … TYPE. */
  column?: ColumnDef;
  /** The constraint in ADD CONSTRAINT. */
  constraint?: Constraint;
}

/** The commands of an ALTER TABLE; empty for ALTER INDEX, ALTER VIEW and every other statement. */
export const alterCommands = perStatement((statement): readonly AlterCommand[] => {
  const alter = nodeOf(statement.node, 'AlterTableStmt');
  const name = relationName(alter?.relation);
  if (!name || (alter?.objtype !== 'OBJECT_TABLE' && alter?.objtype !== 'OBJECT_FOREIGN_TABLE')) return [];
  return (alter.cmds ?? []).flatMap((item): AlterCommand[] => {
    const command = nodeOf(item, 'AlterTableCmd');
    if (!command?.subtype) return [];
    const column = nodeOf(command.def, 'ColumnDef');
    const constraint = nodeOf(command.def, 'Constraint');
    const { subtype } = command;
    return [{ table: fullName(name), command, subtype, ...(column && { column }), ...(constraint && { constraint }) }];
  });
});

/** The range of each of its commands in the statement's text; undefined in doubt. */
export const rangesOf = perStatement((statement) => commandRanges(statement.sql, alterCommands(statement).length));
