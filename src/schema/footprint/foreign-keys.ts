/** What foreign keys lock as well: the tables on their other sides. */
import type { Constraint } from '@pgsql/types';
import type { LockMode } from '../../model.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { constraintFacts } from '../effects/columns.js';
import type { ConstraintFacts } from '../facts.js';
import { fullName } from '../objects.js';
import type { KnownObject, Schema } from '../schema.js';
import { AX, type Footprint, type FootprintScene, SRX, touchTree, treeOf, type Work } from './touch.js';

/** A new foreign key gives the referenced table triggers; `table`: what it is added to, where that exists already. */
export function references(constraint: Constraint | undefined, scene: FootprintScene, table?: string): Footprint[] {
  const parent = constraint?.contype === 'CONSTR_FOREIGN' ? relationName(constraint.pktable) : undefined;
  if (!constraint || !parent) return [];
  const partitions = table === undefined ? [] : treeOf(table, scene.schema).slice(1);
  // The triggers of the partitions' own keys, which it takes over, are dropped.
  const key = constraintFacts(constraint);
  const dropsTriggers = partitions.some((partition) => hasValidKey(partition, key, scene.schema));
  return touchTree(fullName(parent), dropsTriggers ? AX : SRX, scene);
}

/** Whether the table has the same foreign key already, with the same terms, and its rows have been checked. */
export function hasValidKey(table: string, wanted: Partial<ConstraintFacts> | undefined, schema: Schema): boolean {
  const same = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
    a !== undefined && a.length === b?.length && a.every((it, at) => it === b[at]);
  return schema.partsOf(table, 'constraint').some(({ facts }) => {
    if (facts?.type !== 'foreign key' || !facts.validated || !facts.enforced || !wanted) return false;
    if (facts.references?.table !== wanted.references?.table || !same(facts.columns, wanted.columns)) return false;
    if (facts.references?.terms !== wanted.references?.terms || facts.deferrable !== wanted.deferrable) return false;
    if ((facts.initiallyDeferred ?? false) !== (wanted.initiallyDeferred ?? false)) return false;
    // Without columns it means the primary key.
    const [own = [], other = []] = [facts.references?.columns, wanted.references?.columns];
    return own.length === 0 || other.length === 0 || same(own, other);
  });
}

/** The constraints in a list of column definitions and constraints. */
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
  scene: FootprintScene,
  which: (key: KnownObject<'constraint'>) => boolean = () => true,
): Footprint[] {
  return scene.schema.partsOf(table, 'constraint').flatMap((key) => {
    const parent = key.facts?.references?.table;
    return parent !== undefined && which(key) ? touchTree(parent, lock, scene) : [];
  });
}

/** Whether a foreign key references the column; where the SQL names none, it means the primary key. */
export function referencesColumn(
  { facts }: KnownObject<'constraint'>,
  column: string,
  { schema }: FootprintScene,
): boolean {
  const { table = '', columns = [] } = facts?.references ?? {};
  if (columns.length > 0) return columns.includes(column);
  return schema
    .partsOf(table, 'constraint')
    .some((key) => key.facts?.type === 'primary key' && (key.facts.columns?.includes(column) ?? false));
}

/** The tables whose foreign keys reference a table. */
export function referencing(
  table: string,
  lock: LockMode,
  scene: FootprintScene,
  { which = () => true, work }: { which?: (key: KnownObject<'constraint'>) => boolean; work?: Work } = {},
): Footprint[] {
  return scene.schema
    .foreignKeysTo(table)
    .filter(which)
    .flatMap(({ table: child }) => (child === undefined ? [] : touchTree(child, lock, scene, work)));
}
