/** Indexes: building, dropping and rebuilding them. */
import type { PartitionCmd } from '@pgsql/types';
import { hasOption, nodeOf, relationName } from '../../sql/ast.js';
import { fullName } from '../objects.js';
import {
  AX,
  type Footprint,
  type FootprintReader,
  type FootprintScene,
  isMissing,
  SUX,
  touch,
  touchTree,
} from './touch.js';

export const createIndex: FootprintReader = (node, scene) => {
  const index = nodeOf(node, 'IndexStmt');
  const table = relationName(index?.relation);
  if (!index || !table) return [];
  const name = fullName(table);
  const lock = index.concurrent ? SUX : 'SHARE';
  const there = index.if_not_exists && !isMissing(fullName({ ...table, name: index.idxname ?? '' }), scene.schema);
  if (there || !index.relation?.inh) return [touch(name, lock)];
  return touchTree(name, lock, scene, 'scan');
};

export function dropIndexes(objects: string[], concurrent: boolean, scene: FootprintScene): Footprint[] {
  const lock = concurrent ? SUX : AX;
  return objects.flatMap((index) => {
    const table = scene.schema.find('index', index)?.table;
    return [touch(index, lock), ...(table === undefined ? [] : touchTree(table, lock, scene))];
  });
}

export const reindex: FootprintReader = (node, scene) => {
  const statement = nodeOf(node, 'ReindexStmt');
  const name = relationName(statement?.relation);
  const concurrent = hasOption(statement?.params, 'concurrently');
  if (statement?.kind === 'REINDEX_OBJECT_SCHEMA') {
    const inside = scene.schema.every('table').filter((table) => table.name.startsWith(`${statement.name}.`));
    return inside.flatMap((table) => rebuiltAll(table.name, concurrent, scene));
  }
  if (!name) return [];
  const rebuild = statement?.kind === 'REINDEX_OBJECT_INDEX' ? rebuilt : rebuiltAll;
  return rebuild(fullName(name), concurrent, scene);
};

function rebuilt(index: string, concurrent: boolean, scene: FootprintScene): Footprint[] {
  const table = scene.schema.find('index', index)?.table;
  return [
    touch(index, concurrent ? SUX : AX, 'rewrite'),
    ...(table === undefined ? [] : touchTree(table, concurrent ? SUX : 'SHARE', scene, 'scan')),
  ];
}

function rebuiltAll(table: string, concurrent: boolean, scene: FootprintScene): Footprint[] {
  const indexes = scene.schema.partsOf(table, 'index');
  return [
    ...touchTree(table, concurrent ? SUX : 'SHARE', scene, indexes.length > 0 ? 'scan' : undefined),
    ...indexes.map(({ name }) => touch(name, concurrent ? SUX : AX, 'rewrite')),
  ];
}

/** ALTER INDEX … ATTACH PARTITION: both indexes, and, under ACCESS SHARE, their tables. */
export function attachIndex(parent: string, { name }: PartitionCmd, { schema }: FootprintScene): Footprint[] {
  const index = relationName(name);
  if (!index) return [];
  const child = fullName(index);
  const tables = [parent, child].flatMap((index) => schema.find('index', index)?.table ?? []);
  return [touch(child, AX), ...tables.map((table) => touch(table, 'ACCESS SHARE'))];
}
