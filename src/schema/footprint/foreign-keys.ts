/** What foreign keys drag in: the tables on their other sides. */
import type { Constraint } from '@pgsql/types';
import type { LockMode } from '../../model.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { fullName } from '../objects.js';
import type { KnownObject } from '../schema.js';
import { type Footprint, type Scene, SRX, touchTree, type Work } from './touch.js';

/** A new foreign key gives the referenced table triggers. */
export function references(constraint: Constraint | undefined, scene: Scene): Footprint[] {
  const parent = constraint?.contype === 'CONSTR_FOREIGN' ? relationName(constraint.pktable) : undefined;
  return parent ? touchTree(fullName(parent), SRX, scene) : [];
}

/** The constraints that stand in a list of column definitions and constraints. */
export function constraintsIn(elements: unknown): Constraint[] {
  return ((elements as Parameters<typeof nodeOf>[0][] | undefined) ?? []).flatMap((element) => {
    const own = nodeOf(element, 'Constraint');
    if (own) return [own];
    return (nodeOf(element, 'ColumnDef')?.constraints ?? []).flatMap((item) => nodeOf(item, 'Constraint') ?? []);
  });
}

/** The tables that a table's foreign keys reference. `which`: only some of the keys. */
export function referencedBy(
  table: string,
  lock: LockMode,
  scene: Scene,
  which: (key: KnownObject<'constraint'>) => boolean = () => true,
): Footprint[] {
  return scene.schema.partsOf(table, 'constraint').flatMap((key) => {
    const parent = key.facts?.references?.table;
    return parent !== undefined && which(key) ? touchTree(parent, lock, scene) : [];
  });
}

/** Whether a foreign key references the column; where the SQL names none, it means the primary key. */
export function referencesColumn({ facts }: KnownObject<'constraint'>, column: string, { schema }: Scene): boolean {
  const { table = '', columns = [] } = facts?.references ?? {};
  if (columns.length > 0) return columns.includes(column);
  return schema
    .partsOf(table, 'constraint')
    .some((key) => key.facts?.type === 'primary key' && key.facts.columns.includes(column));
}

/** The tables whose foreign keys reference a table. */
export function referencing(
  table: string,
  lock: LockMode,
  scene: Scene,
  { which = () => true, work }: { which?: (key: KnownObject<'constraint'>) => boolean; work?: Work } = {},
): Footprint[] {
  return scene.schema
    .foreignKeysTo(table)
    .filter(which)
    .flatMap(({ table: child }) => (child === undefined ? [] : touchTree(child, lock, scene, work)));
}
