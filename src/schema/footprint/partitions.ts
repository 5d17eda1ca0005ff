/** Partitions come and go: the parent, its default partition and its foreign keys are locked with them. */
import type { PartitionCmd } from '@pgsql/types';
import { relationName } from '../../sql/ast.js';
import { fullName } from '../objects.js';
import type { KnownObject, Schema } from '../schema.js';
import { hasValidKey, referencedBy, referencing } from './foreign-keys.js';
import { AX, type Footprint, type FootprintScene, SRX, touch, touchTree } from './touch.js';

/** ATTACH PARTITION, besides the parent. */
export function attach(parent: string, { name }: PartitionCmd, scene: FootprintScene): Footprint[] {
  const child = relationName(name);
  if (!child) return [];
  const { schema } = scene;
  const builds = indexesToBuild(fullName(child), parent, schema).length > 0;
  const known = showsItsRows(fullName(child), parent, schema) && !builds;
  // The triggers of its own foreign keys are dropped where the parent's take over.
  const takenOver = (key: KnownObject<'constraint'>) => hasValidKey(fullName(child), key.facts, schema);
  return [
    ...touchTree(fullName(child), AX, scene, known ? undefined : 'scan'),
    ...besideNewPartition(parent, scene),
    ...referencedBy(parent, AX, scene, takenOver),
  ];
}

/** A new partition narrows what may be in the default one, which is read; the parent's foreign keys are made for it, too. */
function besideNewPartition(parent: string, scene: FootprintScene): Footprint[] {
  const other = defaultOf(parent, scene.schema);
  const shown = other !== undefined && showsItsRows(other, parent, scene.schema);
  return [
    ...(other === undefined ? [] : touchTree(other, AX, scene, shown ? undefined : 'scan')),
    ...referencedBy(parent, SRX, scene),
    ...referencing(parent, SRX, scene),
  ];
}

/** DETACH PARTITION, besides the parent. */
export function detach(parent: string, { name, concurrent }: PartitionCmd, scene: FootprintScene): Footprint[] {
  const child = relationName(name);
  if (!child) return [];
  const other = concurrent ? undefined : defaultOf(parent, scene.schema);
  return [
    touch(fullName(child), AX),
    ...(other === undefined ? [] : [touch(other, AX)]),
    ...referencedBy(parent, SRX, scene),
    ...referencing(parent, AX, scene, { work: 'scan' }),
  ];
}

/** The parent of a partition that is dropped, and its default partition. */
export function aroundDropped(child: string, { schema }: FootprintScene): Footprint[] {
  const parent = schema.find('table', child)?.facts?.partitionOf;
  if (parent === undefined) return [];
  const other = defaultOf(parent, schema);
  return [touch(parent, AX), ...(other === undefined ? [] : [touch(other, AX)])];
}

function defaultOf(parent: string, schema: Schema): string | undefined {
  return schema.partitionsOf(parent).find(({ facts }) => facts?.isDefaultPartition)?.name;
}

/** A valid CHECK on every key counts as the proof that makes the scan unnecessary. */
export function showsItsRows(table: string, parent: string, schema: Schema): boolean {
  const keys = schema.find('table', parent)?.facts?.partitionBy ?? [];
  const checks = schema
    .partsOf(table, 'constraint')
    .filter(({ facts }) => facts?.type === 'check' && facts.validated && facts.enforced);
  return keys.length > 0 && keys.every((key) => checks.some(({ facts }) => key && facts?.columns?.includes(key)));
}

/** Those of the parent's indexes that the table has none like. Both in full. */
export function indexesToBuild(table: string, parent: string, schema: Schema): KnownObject<'index'>[] {
  // Of an index that no script shows it is unknown whether another one is like it.
  const shape = ({ facts }: KnownObject<'index'>) => facts?.columns && `${facts.unique} ${facts.columns}`;
  const isKey = ({ facts }: KnownObject<'index'>) => facts?.constraint !== undefined;
  const own = schema.partsOf(table, 'index');
  return schema.partsOf(parent, 'index').filter((index) => {
    const one = shape(index);
    // What belongs to a constraint is taken over from a constraint only (AttachPartitionEnsureIndexes).
    return one === undefined || !own.some((other) => shape(other) === one && (!isKey(index) || isKey(other)));
  });
}

/** CREATE TABLE … PARTITION OF. */
export function partitionOf(parent: string, scene: FootprintScene): Footprint[] {
  return [touch(parent, AX), ...besideNewPartition(parent, scene)];
}
