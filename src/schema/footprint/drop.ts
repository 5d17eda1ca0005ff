/** DROP and TRUNCATE: what goes, and what is tied to it. */
import type { DropStmt, Node } from '@pgsql/types';
import { listName, nodeOf } from '../../sql/ast.js';
import { dotted } from '../effects/effect.js';
import { fullName } from '../objects.js';
import { tablesWith } from './domains.js';
import { referencedBy, referencing } from './foreign-keys.js';
import { dropIndexes } from './indexes.js';
import { aroundDropped } from './partitions.js';
import {
  AX,
  type Footprint,
  type FootprintReader,
  type FootprintScene,
  isAbsent,
  namesIn,
  touch,
  touchTree,
  treeOf,
} from './touch.js';

type Dropper = (names: string[], statement: DropStmt, scene: FootprintScene) => Footprint[];

const simply: Dropper = (names) => names.map((name) => touch(name, AX));

const DROPPERS: Partial<Record<NonNullable<DropStmt['removeType']>, Dropper>> = {
  OBJECT_TABLE: (names, { behavior }, scene) =>
    names.flatMap((table) => dropTable(table, behavior === 'DROP_CASCADE', scene)),
  OBJECT_INDEX: (names, { concurrent = false }, scene) => dropIndexes(names, concurrent, scene),
  OBJECT_VIEW: simply,
  OBJECT_MATVIEW: simply,
  OBJECT_SEQUENCE: simply,
  OBJECT_FOREIGN_TABLE: simply,
  OBJECT_SCHEMA: (names, { behavior }, scene) =>
    behavior === 'DROP_CASCADE' ? names.flatMap((name) => dropSchema(name, scene)) : [],
  OBJECT_TYPE: dropType,
  OBJECT_DOMAIN: dropType,
};

/** With CASCADE the columns of the type go. */
function dropType(names: string[], { behavior }: DropStmt, { schema }: FootprintScene): Footprint[] {
  if (behavior !== 'DROP_CASCADE') return [];
  return names.flatMap((name) => tablesWith(name, schema)).map((table) => touch(table, AX));
}

function dropTable(table: string, cascade: boolean, scene: FootprintScene): Footprint[] {
  const { schema } = scene;
  const gone = treeOf(table, schema);
  return [
    ...gone.map((one) => touch(one, AX)),
    ...aroundDropped(table, scene),
    ...gone.flatMap((one) => referencedBy(one, AX, scene)),
    ...(cascade ? gone.flatMap((one) => referencing(one, AX, scene)) : []),
    ...(cascade ? viewsOn(gone, scene).map((view) => touch(view, AX)) : []),
  ];
}

/** The views that read one of the relations, or a view on one. */
function viewsOn(relations: string[], scene: FootprintScene): string[] {
  const views = [...scene.schema.every('view'), ...scene.schema.every('materialized view')];
  const found = new Set(relations);
  for (const before = new Set<string>(); before.size < found.size; ) {
    for (const name of found) before.add(name);
    for (const { name, facts } of views) if (facts?.reads?.some((read) => found.has(read))) found.add(name);
  }
  return [...found].filter((name) => !relations.includes(name));
}

function dropSchema(schema: string, scene: FootprintScene): Footprint[] {
  const inside = ({ name }: { name: string }) => name.startsWith(`${schema}.`);
  return [
    ...scene.schema
      .every('table')
      .filter(inside)
      .flatMap(({ name }) => dropTable(name, true, scene)),
    ...[...scene.schema.every('view'), ...scene.schema.every('materialized view')]
      .filter(inside)
      .map(({ name }) => touch(name, AX)),
  ];
}

const OF_TABLE = new Set(['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);

export const drop: FootprintReader = (node, scene) => {
  const statement = nodeOf(node, 'DropStmt');
  if (!statement?.removeType) return [];
  const ofTable = OF_TABLE.has(statement.removeType);
  const names = (statement.objects ?? []).flatMap((object) => (ofTable ? tableOf(object) : nameOf(object)) ?? []);
  const kind = statement.removeType === 'OBJECT_INDEX' ? 'index' : 'table';
  const there = names.filter(
    (name) => !statement.missing_ok || name === schemaName(name) || !isAbsent(name, scene.schema, kind),
  );
  if (ofTable) return there.map((table) => touch(table, AX));
  return DROPPERS[statement.removeType]?.(there, statement, scene) ?? [];
};

/** Schemas have no dot in their name, and are looked into as they are. */
function schemaName(name: string): string | undefined {
  return name.includes('.') ? undefined : name;
}

function nameOf(object: Node): string | undefined {
  const schema = nodeOf(object, 'String')?.sval;
  if (schema !== undefined) return schema;
  const name = nodeOf(object, 'TypeName') ? dotted(nodeOf(object, 'TypeName')?.names) : listName(object);
  return name && fullName(name);
}

/** The table of a trigger, policy or rule: what precedes its name. */
function tableOf(object: Node): string | undefined {
  const table = listName({ List: { items: (nodeOf(object, 'List')?.items ?? []).slice(0, -1) } });
  return table && fullName(table);
}

/** With CASCADE all tables that reference it are emptied, too. The files that it makes are empty: nothing is read. */
export const truncate: FootprintReader = (node, scene) => {
  const statement = nodeOf(node, 'TruncateStmt');
  const emptied = new Set(namesIn(statement?.relations));
  if (statement?.behavior === 'DROP_CASCADE') {
    for (const table of emptied) {
      for (const { table: child } of scene.schema.foreignKeysTo(table)) if (child !== undefined) emptied.add(child);
    }
  }
  return [...emptied].flatMap((table) => touchTree(table, AX, scene));
};
