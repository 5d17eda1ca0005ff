/** What ALTER TABLE does to the columns, constraints and facts of its table. */
import type { AlterTableCmd, AlterTableStmt, Node } from '@pgsql/types';
import { nodeOf, type QualifiedName, relationName } from '../../sql/ast.js';
import type { ColumnFacts } from '../facts.js';
import { fullName } from '../objects.js';
import { PARENT, UNTOLD } from '../parts-of-definitions.js';
import { columnType } from '../types.js';
import { alteredType, redefines, redefinesPart } from './alterations.js';
import { collationOf, columnEffects, constraintEffects, identityParts } from './columns.js';
import { optionsOf, textOf } from './definition.js';
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
        .map((effect) => (statement.relation?.inh ? effect : { ...effect, only: true as const }))
        .map((effect) => (statement.missing_ok ? { ...effect, ifThere: fullName(table) } : effect));
    case 'OBJECT_INDEX':
      return commands.flatMap((command) => [
        ...attachedIndex(table, command),
        ...options({ kind: 'index', name: fullName(table) }, command),
      ]);
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW': {
      const kind = statement.objtype === 'OBJECT_VIEW' ? ('view' as const) : ('materialized view' as const);
      return commands.flatMap((command) => [
        ...options({ kind, name: fullName(table) }, command),
        ...(command.subtype === 'AT_ColumnDefault'
          ? [redefines({ kind, name: fullName(table) }, { [`default of ${command.name}`]: command.def })]
          : []),
      ]);
    }
    case 'OBJECT_TYPE':
      return commands.flatMap((command) => alteredType(table, command));
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
  AT_AddIdentity: (table, { name, def }) => [
    ...column(table, name, { identity: true }),
    ...redefinesPart('column', table, name, {
      ...NO_IDENTITY,
      ...identityParts(table.name, name, nodeOf(def, 'Constraint')),
    }),
  ],
  AT_DropIdentity: (table, { name }) => [
    ...column(table, name, { identity: false }),
    ...redefinesPart('column', table, name, NO_IDENTITY),
  ],
  AT_SetIdentity: (table, { name, def }) => {
    const said = (nodeOf(def, 'List')?.items ?? []).flatMap((it) => nodeOf(it, 'DefElem') ?? []);
    const code = nodeOf(said.find(({ defname }) => defname === 'generated')?.arg, 'Integer')?.ival;
    const others = said.some(({ defname }) => defname !== 'generated' && defname !== 'restart');
    const definition = {
      ...(code !== undefined && { 'BY DEFAULT': byDefault(String.fromCharCode(code)) }),
      ...(others && { 'identity options': UNTOLD }),
    };
    return Object.keys(definition).length > 0 ? redefinesPart('column', table, name, definition) : [];
  },
  AT_SetStatistics: (table, { name, def }) => {
    const target = textOf(def);
    return redefinesPart('column', table, name, { 'statistics target': target === '-1' ? undefined : target });
  },
  AT_SetStorage: (table, { name, def }) => redefinesPart('column', table, name, { storage: usualStorage(textOf(def)) }),
  AT_SetCompression: (table, { name, def }) => {
    const method = textOf(def);
    return redefinesPart('column', table, name, { compression: method === 'default' ? undefined : method });
  },
  AT_SetOptions: (table, { name, def }) => redefinesPart('column', table, name, listed(def)),
  AT_ResetOptions: (table, { name, def }) => redefinesPart('column', table, name, listed(def, true)),
  AT_SetRelOptions: (table, command) => options({ kind: 'table', name: fullName(table) }, command),
  AT_ResetRelOptions: (table, command) => options({ kind: 'table', name: fullName(table) }, command),
  AT_ReplicaIdentity: (table, { def }) => {
    const { identity_type: type, name } = nodeOf(def, 'ReplicaIdentityStmt') ?? {};
    const identity = type === 'd' ? undefined : `${type} ${name ?? ''}`;
    return [redefines({ kind: 'table', name: fullName(table) }, { 'REPLICA IDENTITY': identity })];
  },
  AT_ClusterOn: (table, { name }) =>
    name ? [redefines({ kind: 'index', name: fullName({ ...table, name }) }, { 'CLUSTER ON': true })] : [],
  AT_DropCluster: (table) =>
    redefinesPart('index', table, '*', { 'CLUSTER ON': undefined }).map((effect) => ({
      ...effect,
      every: true as const,
    })),
  AT_ForceRowSecurity: (table) => [
    redefines({ kind: 'table', name: fullName(table) }, { 'FORCE ROW LEVEL SECURITY': true }),
  ],
  AT_NoForceRowSecurity: (table) => [
    redefines({ kind: 'table', name: fullName(table) }, { 'FORCE ROW LEVEL SECURITY': undefined }),
  ],
  AT_AlterConstraint: (table, { def }) => {
    const { conname, alterDeferrability: alters, deferrable, initdeferred } = nodeOf(def, 'ATAlterConstraint') ?? {};
    if (!alters) return [];
    const facts = { deferrable: deferrable ?? false, initiallyDeferred: initdeferred ?? false };
    return ofTable('alter', 'constraint', { table, name: conname }, { facts });
  },
  ...firing('trigger', {
    AT_EnableTrig: undefined,
    AT_DisableTrig: 'disabled',
    AT_EnableAlwaysTrig: 'always',
    AT_EnableReplicaTrig: 'replica',
  }),
  AT_EnableTrigAll: (table) => everyTrigger(table, undefined),
  AT_EnableTrigUser: (table) => everyTrigger(table, undefined),
  AT_DisableTrigAll: (table) => everyTrigger(table, 'disabled'),
  AT_DisableTrigUser: (table) => everyTrigger(table, 'disabled'),
  ...firing('rule', {
    AT_EnableRule: undefined,
    AT_DisableRule: 'disabled',
    AT_EnableAlwaysRule: 'always',
    AT_EnableReplicaRule: 'replica',
  }),
  AT_DropExpression: (table, { name }) => column(table, name, { generated: undefined }),
  AT_AttachPartition: (table, { def }) => {
    const { name, bound } = nodeOf(def, 'PartitionCmd') ?? {};
    const child = relationName(name);
    if (!child || !bound) return [];
    const facts = { partitionOf: fullName(table), isDefaultPartition: bound.is_default ?? false, bounds: bound };
    return [alters('table', fullName(child), facts, { goesWith: [fullName(table)] })];
  },
  AT_DetachPartition: (_table, { def }) => {
    const { name, concurrent } = nodeOf(def, 'PartitionCmd') ?? {};
    const child = relationName(name);
    if (!child) return [];
    const facts = { partitionOf: undefined, isDefaultPartition: false, bounds: undefined };
    const kept = { keepsBounds: concurrent ? (true as const) : undefined };
    return [alters('table', fullName(child), { ...facts, ...kept }, { goesWith: [] })];
  },
  AT_AddInherit: (table, { def }) => {
    const parent = relationName(nodeOf(def, 'RangeVar'));
    if (!parent) return [];
    const definition = { [PARENT + fullName(parent)]: true };
    return [alters('table', fullName(table), { definition }, { needs: [fullName(parent)] })];
  },
  AT_DropInherit: (table, { def }) => {
    const parent = relationName(nodeOf(def, 'RangeVar'));
    const definition = parent ? { [PARENT + fullName(parent)]: undefined } : {};
    return [alters('table', fullName(table), { definition }, { needs: [] })];
  },
  AT_EnableRowSecurity: (table) => [alters('table', fullName(table), { rowSecurity: true })],
  AT_DisableRowSecurity: (table) => [alters('table', fullName(table), { rowSecurity: false })],
  AT_SetLogged: (table) => [alters('table', fullName(table), { unlogged: false })],
  AT_SetUnLogged: (table) => [alters('table', fullName(table), { unlogged: true })],
  AT_SetAccessMethod: (table, { name }) => (name ? [alters('table', fullName(table), { accessMethod: name })] : []),
  AT_SetTableSpace: (table, { name }) => (name ? [alters('table', fullName(table), { tablespace: name })] : []),
};

/** Whether a trigger or a rule fires. */
function firing(
  kind: 'trigger' | 'rule',
  states: Partial<Record<NonNullable<AlterTableCmd['subtype']>, string | undefined>>,
): Partial<Record<NonNullable<AlterTableCmd['subtype']>, CommandReader>> {
  return Object.fromEntries(
    Object.entries(states).map(([subtype, state]) => [
      subtype,
      ((table, { name }) => redefinesPart(kind, table, name, { 'whether it fires': state })) satisfies CommandReader,
    ]),
  );
}

function everyTrigger(table: QualifiedName, state: string | undefined): Effect[] {
  return redefinesPart('trigger', table, '*', { 'whether it fires': state }).map((effect) => ({
    ...effect,
    every: true as const,
  }));
}

/** What ADD GENERATED … AS IDENTITY may say. */
const NO_IDENTITY = { 'BY DEFAULT': undefined, 'identity options': undefined };

const byDefault = (kind: string | undefined) => (kind === 'd' ? true : undefined);

/** DEFAULT is the type's own: EXTENDED, where one could choose. */
const usualStorage = (word: string | undefined) =>
  word === undefined || /^(default|extended)$/i.test(word) ? undefined : word.toLowerCase();

function listed(def: Node | undefined, reset = false) {
  return optionsOf(nodeOf(def, 'List')?.items, 'option', reset);
}

/** SET (…) and RESET (…). */
function options(object: Pick<Effect['object'], 'kind' | 'name'>, { subtype, def }: AlterTableCmd): Effect[] {
  if (subtype !== 'AT_SetRelOptions' && subtype !== 'AT_ResetRelOptions') return [];
  return [redefines(object, optionsOf(nodeOf(def, 'List')?.items, 'with', subtype === 'AT_ResetRelOptions'))];
}

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
