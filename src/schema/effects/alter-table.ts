/** What ALTER TABLE does to the columns, constraints and facts of its table. */
import type { AlterTableCmd, AlterTableStmt } from '@pgsql/types';
import { nodeOf, type QualifiedName, relationName } from '../../sql/ast.js';
import type { ColumnFacts } from '../facts.js';
import { fullName } from '../objects.js';
import { columnType } from '../types.js';
import { collationOf, columnEffects, constraintEffects } from './columns.js';
import { alters, type Changes, type Effect, ofTable } from './effect.js';

export function alterTable(statement: AlterTableStmt | undefined): Effect[] {
  const table = relationName(statement?.relation);
  if (!table) return [];
  const commands = (statement?.cmds ?? []).flatMap((item) => nodeOf(item, 'AlterTableCmd') ?? []);
  switch (statement?.objtype) {
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
      return commands
        .flatMap((command) => tableCommand(table, command))
        .map((effect) => (statement.missing_ok ? { ...effect, ifThere: fullName(table) } : effect));
    case 'OBJECT_INDEX':
      return commands.flatMap((command) => attachedIndex(table, command));
    default:
      return [];
  }
}

type CommandReader = (table: QualifiedName, command: AlterTableCmd) => Effect[];

const COMMANDS: Partial<Record<NonNullable<AlterTableCmd['subtype']>, CommandReader>> = {
  AT_AddColumn: (table, { def, missing_ok: conditional = false }) =>
    columnEffects(table, nodeOf(def, 'ColumnDef'), { conditional }),
  AT_DropColumn: (table, { name, missing_ok: conditional = false, behavior }) =>
    ofTable('drop', 'column', { table, name }, { conditional, cascade: behavior === 'DROP_CASCADE' }),
  AT_AddConstraint: (table, { def }) => {
    const constraint = nodeOf(def, 'Constraint');
    return constraint ? constraintEffects(table, constraint) : [];
  },
  AT_DropConstraint: (table, { name, missing_ok: conditional = false, behavior }) =>
    ofTable('drop', 'constraint', { table, name }, { conditional, cascade: behavior === 'DROP_CASCADE' }),
  AT_ValidateConstraint: (table, { name }) =>
    ofTable('alter', 'constraint', { table, name }, { facts: { validated: true } }),
  AT_SetNotNull: (table, { name }) => column(table, name, { notNull: true }),
  AT_DropNotNull: (table, { name }) => column(table, name, { notNull: false }),
  AT_AlterColumnType: (table, { name, def }) => {
    const definition = nodeOf(def, 'ColumnDef');
    const type = columnType(definition?.typeName);
    return type ? column(table, name, { type, collation: undefined, ...collationOf(definition) }) : [];
  },
  AT_ColumnDefault: (table, { name, def }) => column(table, name, { default: def }),
  AT_AddIdentity: (table, { name }) => column(table, name, { identity: true }),
  AT_DropIdentity: (table, { name }) => column(table, name, { identity: false }),
  AT_DropExpression: (table, { name }) => column(table, name, { generated: undefined }),
  AT_AttachPartition: (table, { def }) => {
    const { name, bound } = nodeOf(def, 'PartitionCmd') ?? {};
    const child = relationName(name);
    if (!child || !bound) return [];
    const facts = { partitionOf: fullName(table), isDefaultPartition: bound.is_default ?? false };
    return [alters('table', fullName(child), facts, { goesWith: [fullName(table)] })];
  },
  AT_DetachPartition: (_table, { def }) => {
    const child = relationName(nodeOf(def, 'PartitionCmd')?.name);
    if (!child) return [];
    return [alters('table', fullName(child), { partitionOf: undefined, isDefaultPartition: false }, { goesWith: [] })];
  },
  AT_AddInherit: (table, { def }) => {
    const parent = relationName(nodeOf(def, 'RangeVar'));
    return parent ? [alters('table', fullName(table), {}, { needs: [fullName(parent)] })] : [];
  },
  AT_DropInherit: (table) => [alters('table', fullName(table), {}, { needs: [] })],
  AT_EnableRowSecurity: (table) => [alters('table', fullName(table), { rowSecurity: true })],
  AT_DisableRowSecurity: (table) => [alters('table', fullName(table), { rowSecurity: false })],
  AT_SetLogged: (table) => [alters('table', fullName(table), { unlogged: false })],
  AT_SetUnLogged: (table) => [alters('table', fullName(table), { unlogged: true })],
  AT_SetAccessMethod: (table, { name }) => (name ? [alters('table', fullName(table), { accessMethod: name })] : []),
  AT_SetTableSpace: (table, { name }) => (name ? [alters('table', fullName(table), { tablespace: name })] : []),
};

function tableCommand(table: QualifiedName, command: AlterTableCmd): Effect[] {
  return (command.subtype && COMMANDS[command.subtype]?.(table, command)) || [];
}

/** ALTER INDEX … ATTACH PARTITION: from then on the index goes with its parent. */
function attachedIndex(parent: QualifiedName, { subtype, def }: AlterTableCmd): Effect[] {
  const child = subtype === 'AT_AttachPartition' ? relationName(nodeOf(def, 'PartitionCmd')?.name) : undefined;
  if (!child) return [];
  const object = { kind: 'index' as const, name: fullName(child), goesWith: [fullName(parent)] };
  // Whether it was the last partition's no script says for sure.
  return [{ change: 'alter', object, conditional: false }, alters('index', fullName(parent), { invalid: false })];
}

function column(table: QualifiedName, name: string | undefined, facts: Changes<ColumnFacts>): Effect[] {
  return ofTable('alter', 'column', { table, name }, { facts });
}
