/** The commands of ALTER TABLE: the lock of each, what it does to the rows, and whom else it touches. */
import type { AlterTableCmd, AlterTableType } from '@pgsql/types';
import type { LockMode } from '../../model.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import type { KnownObject } from '../schema.js';
import { addColumnWork } from './add-column.js';
import { besideColumnType, columnTypeWork } from './column-type.js';
import { addConstraintWork, onPartition, setNotNullWork, validateWork } from './constraints.js';
import { constraintsIn, referencedBy, references, referencesColumn, referencing } from './foreign-keys.js';
import { attachIndex } from './indexes.js';
import { attach, detach } from './partitions.js';
import { AS, AX, type Footprint, type FootprintScene, SRX, SUX, touchNamed, type Work } from './touch.js';

/** One command at its place. */
interface CommandSite {
  table: string;
  command: AlterTableCmd;
  scene: FootprintScene;
}

export interface Command {
  /** ACCESS EXCLUSIVE unless said. */
  lock?: (at: CommandSite) => LockMode;
  /** Partitions are altered as well, under the same lock unless said. */
  recurses?: true;
  /** What is otherwise for a partition, or one of its own. */
  partition?: (at: CommandSite, partition: string) => { lock?: LockMode; work?: Work };
  /** What it does to the rows; none unless said. */
  work?: (at: CommandSite) => Work;
  /** Other relations that it locks. */
  others?: (at: CommandSite) => Footprint[];
}

export const always = (lock: LockMode) => () => lock;
const constraint = ({ command }: CommandSite) => nodeOf(command.def, 'Constraint');
const partition = ({ command }: CommandSite) => nodeOf(command.def, 'PartitionCmd') ?? {};

const TRIGGERS: Command = { lock: always(SRX) };
const QUIET: Command = { lock: always(SUX) };
const DEEP: Command = { recurses: true };

export const COMMANDS: Partial<Record<AlterTableType, Command>> = {
  AT_AddColumn: {
    recurses: true,
    work: ({ table, command, scene }) =>
      command.missing_ok && scene.schema.find('column', `${table}.${nodeOf(command.def, 'ColumnDef')?.colname}`)
        ? undefined
        : addColumnWork(nodeOf(command.def, 'ColumnDef'), scene),
    others: ({ command, scene }) => constraintsIn([command.def]).flatMap((it) => references(it, scene)),
  },
  AT_DropColumn: {
    recurses: true,
    others: ({ table, command: { name = '', behavior }, scene }) => [
      ...referencedBy(table, AX, scene, ({ facts }) => facts?.columns?.includes(name) ?? false),
      ...(behavior === 'DROP_CASCADE'
        ? referencing(table, AX, scene, { which: (key) => referencesColumn(key, name, scene) })
        : []),
    ],
  },
  AT_AlterColumnType: {
    recurses: true,
    work: (at) => columnTypeWork(at.table, at.command, at.scene),
    others: (at) => besideColumnType(at.table, at.command, at.scene),
  },
  AT_SetNotNull: {
    recurses: true,
    work: ({ table, command, scene }) => setNotNullWork(table, command.name, scene.schema),
  },
  AT_DropNotNull: DEEP,
  AT_ColumnDefault: DEEP,
  AT_SetStorage: DEEP,
  AT_SetCompression: DEEP,
  AT_DropExpression: DEEP,
  AT_SetExpression: {
    recurses: true,
    work: ({ table, command, scene }) =>
      scene.schema.find('column', `${table}.${command.name}`)?.facts?.generated === 'virtual' ? undefined : 'rewrite',
  },
  AT_SetStatistics: { ...QUIET, recurses: true },
  AT_SetOptions: QUIET,
  AT_ResetOptions: QUIET,
  AT_AddConstraint: {
    recurses: true,
    lock: (at) => (constraint(at)?.contype === 'CONSTR_FOREIGN' ? SRX : AX),
    work: (at) => addConstraintWork(constraint(at), at.table, at.scene.schema),
    partition: (at, partition) => onPartition(constraint(at), at.table, partition, at.scene),
    others: (at) => references(constraint(at), at.scene, at.table),
  },
  AT_ValidateConstraint: {
    recurses: true,
    lock: always(SUX),
    work: ({ table, command, scene }) => validateWork(table, command.name, scene.schema),
    others: ({ table, command, scene }) =>
      referencedBy(
        table,
        'ROW SHARE',
        scene,
        ({ name, facts }) => name === `${table}.${command.name}` && !facts?.validated,
      ),
  },
  AT_DropConstraint: {
    recurses: true,
    others: ({ table, command: { name, behavior }, scene }) => [
      ...referencedBy(table, AX, scene, (key) => key.name === `${table}.${name}`),
      ...(behavior === 'DROP_CASCADE' && isKey(table, name, scene) ? referencing(table, AX, scene) : []),
    ],
  },
  AT_SetLogged: {
    work: ({ table, scene }) => unlessAlready(scene.schema.find('table', table)?.facts?.unlogged, false),
  },
  AT_SetUnLogged: {
    work: ({ table, scene }) => unlessAlready(scene.schema.find('table', table)?.facts?.unlogged, true),
  },
  AT_SetTableSpace: {
    work: ({ table, command, scene }) => {
      const known = scene.schema.find('table', table);
      return unlessAlready(known?.facts?.tablespace ?? usual(known, 'pg_default'), command.name);
    },
  },
  AT_SetAccessMethod: {
    work: ({ table, command, scene }) => {
      const known = scene.schema.find('table', table);
      return unlessAlready(known?.facts?.accessMethod ?? usual(known, 'heap'), command.name ?? 'heap');
    },
  },
  AT_SetRelOptions: { lock: optionsLock },
  AT_ResetRelOptions: { lock: optionsLock },
  AT_ClusterOn: QUIET,
  AT_DropCluster: QUIET,
  AT_EnableTrig: TRIGGERS,
  AT_EnableAlwaysTrig: TRIGGERS,
  AT_EnableReplicaTrig: TRIGGERS,
  AT_EnableTrigAll: TRIGGERS,
  AT_EnableTrigUser: TRIGGERS,
  AT_DisableTrig: TRIGGERS,
  AT_DisableTrigAll: TRIGGERS,
  AT_DisableTrigUser: TRIGGERS,
  AT_AddInherit: { others: ({ command }) => touchNamed(relationName(nodeOf(command.def, 'RangeVar')), SUX) },
  AT_DropInherit: { others: ({ command }) => touchNamed(relationName(nodeOf(command.def, 'RangeVar')), AS) },
  AT_AttachPartition: {
    lock: always(SUX),
    // Without bounds it is an index that is attached.
    others: (at) => (partition(at).bound ? attach : attachIndex)(at.table, partition(at), at.scene),
  },
  AT_DetachPartition: {
    lock: (at) => (partition(at).concurrent ? SUX : AX),
    others: (at) => detach(at.table, partition(at), at.scene),
  },
  AT_DetachPartitionFinalize: { lock: always(SUX), others: (at) => touchNamed(relationName(partition(at).name), AX) },
};

/** Options that a reader sees need the strongest lock; the others SHARE UPDATE EXCLUSIVE (reloptions.c). */
const STRONG_OPTIONS = new Set(['user_catalog_table', 'security_barrier', 'security_invoker', 'check_option']);

function optionsLock({ command }: CommandSite): LockMode {
  const options = nodeOf(command.def, 'List')?.items ?? [];
  return options.some((item) => STRONG_OPTIONS.has(nodeOf(item, 'DefElem')?.defname ?? '')) ? AX : SUX;
}

/** The usual value of a table whose definition says nothing; undefined where the definition is unknown. */
function usual<T>(table: KnownObject<'table'> | undefined, value: T): T | undefined {
  return table?.facts === undefined || table.partial ? undefined : value;
}

function unlessAlready<T>(is: T | undefined, wanted: T): Work {
  return is === wanted ? undefined : 'rewrite';
}

function isKey(table: string, name: string | undefined, { schema }: FootprintScene): boolean {
  const known = schema.partsOf(table, 'constraint').find((one) => one.name === `${table}.${name}`);
  return known?.facts?.type === 'primary key' || known?.facts?.type === 'unique';
}
