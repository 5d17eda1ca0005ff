/** What needs an object, as far as the scripts show: it stops a DROP, and goes with DROP … CASCADE. */

import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lastName, type SchemaObject, shortName } from './objects.js';
import type { KnownObject, Schema } from './schema.js';
import { sqlName } from './sql-name.js';
import type { ColumnType } from './types.js';

export interface Dependent {
  /** For the middle of a sentence: `the view v`. */
  words: string;
  /** The SQL that drops it by name. */
  drop: string;
  /** What is locked when it goes. */
  relation: string;
  /** Its own full name: a table's for a foreign key. */
  owner: string;
}

const RELATIONS = ['table', 'foreign table', 'view', 'materialized view'] as const;

export function dependentsOf(object: SchemaObject, schema: Schema): Dependent[] {
  switch (object.kind) {
    case 'table':
    case 'foreign table':
      return [...keysTo(object.name, schema), ...views(schema, ({ reads }) => reads.includes(object.name))];
    case 'view':
    case 'materialized view':
      return views(schema, ({ reads }) => reads.includes(object.name));
    case 'column': {
      const [table = '', column] = [object.table, lastName(object.name)];
      const keys = keysTo(table, schema, ({ facts }) => facts?.references?.columns.includes(column) ?? false);
      return [...keys, ...views(schema, ({ columns }) => columns.includes(object.name))];
    }
    case 'constraint':
      return keysOn(object, schema);
    case 'type':
    case 'domain':
      return columnsOf(object.name, schema);
    case 'schema':
      return contents(object.name, schema);
    default:
      return [];
  }
}

/** Other tables' foreign keys to a table. */
function keysTo(
  table: string,
  schema: Schema,
  which: (key: KnownObject<'constraint'>) => boolean = () => true,
): Dependent[] {
  return schema
    .foreignKeysTo(table)
    .filter((key) => key.table !== table && which(key))
    .map(({ name, table: owner = '' }) => ({
      words: `the foreign key ${code(lastName(name))} of ${code(shortName(owner))}`,
      drop: `ALTER TABLE ${sqlName(owner)} DROP CONSTRAINT ${quoteIdentifier(lastName(name))};`,
      relation: owner,
      owner,
    }));
}

/** The foreign keys that rest on a primary key or UNIQUE; none where another index could be the one. */
function keysOn({ name, table = '' }: SchemaObject, schema: Schema): Dependent[] {
  const unique = schema.partsOf(table, 'index').filter(({ facts }) => facts?.unique && !facts.partial);
  const known = schema.find('constraint', name)?.facts;
  if (known?.type !== 'primary key' && known?.type !== 'unique') return [];
  const columns = known.columns?.toSorted().join();
  // An index that no script shows may be on the same columns.
  const alike = unique.filter(
    ({ facts }) => !columns || !facts?.columns || facts.columns.toSorted().join() === columns,
  );
  if (alike.length > 1) return [];
  return keysTo(table, schema, ({ facts }) => {
    const named = facts?.references?.columns ?? [];
    return named.length > 0 ? named.toSorted().join() === columns : known.type === 'primary key';
  });
}

/** A view whose relations are not all known may have gone with one of them. */
function views(schema: Schema, which: (facts: { reads: string[]; columns: string[] }) => boolean): Dependent[] {
  return [...schema.every('view'), ...schema.every('materialized view')]
    .filter(({ facts: { reads, columns = [] } = {} }) => {
      return reads && which({ reads, columns }) && reads.every((read) => isRelation(read, schema));
    })
    .map(({ kind, name }) => relation(kind, name));
}

function isRelation(name: string, schema: Schema): boolean {
  return RELATIONS.some((kind) => schema.find(kind, name) !== undefined);
}

function relation(kind: string, name: string): Dependent {
  const drop = `DROP ${kind.toUpperCase()} ${sqlName(name)};`;
  return { words: `the ${kind} ${code(shortName(name))}`, drop, relation: name, owner: name };
}

function columnsOf(type: string, schema: Schema): Dependent[] {
  return schema
    .every('column')
    .filter(({ facts }) => facts?.type && fullTypeName(facts.type) === type)
    .map(({ name, table = '' }) => ({
      words: `the column ${code(shortName(name))}`,
      drop: `ALTER TABLE ${sqlName(table)} DROP COLUMN ${quoteIdentifier(lastName(name))};`,
      relation: table,
      owner: table,
    }));
}

function fullTypeName({ name }: ColumnType): string {
  return name.includes('.') ? name : `public.${name}`;
}

function contents(name: string, schema: Schema): Dependent[] {
  return RELATIONS.flatMap((kind) => schema.every(kind))
    .filter((inside) => inside.name.startsWith(`${name}.`))
    .map((inside) => relation(inside.kind, inside.name));
}
