/** What CASCADE takes along beyond what says so by a name. */

import type { ConstraintFacts } from './facts.js';
import type { Asked, KnownObject } from './known.js';
import { needsOf } from './needs.js';
import type { SchemaObject } from './objects.js';
import { constraintOf } from './parts.js';

export function goesUnderCascade(object: SchemaObject, schema: Asked): KnownObject[] {
  const { kind, name, table } = object;
  if (kind === 'column' && table !== undefined) return vagueViews(table, schema);
  if (kind === 'constraint' && table !== undefined) return keysOn(object, schema);
  if (kind === 'extension') {
    return OF_TYPES.flatMap((made): KnownObject[] => schema.every(made)).filter((it) => isOfExtension(it, schema));
  }
  return kind === 'schema' ? schema.every('extension').filter(({ needs }) => needs?.includes(`schema ${name}`)) : [];
}

/** Which columns of the table they show no script says for sure: they may well go, and are counted as gone. */
function vagueViews(table: string, schema: Asked): KnownObject[] {
  return schema.viewsOf(table).filter(({ facts }) => facts?.vague);
}

/** The foreign keys that reference the columns of a primary key or UNIQUE. */
function keysOn({ facts, table = '' }: SchemaObject, schema: Asked): KnownObject[] {
  const key = facts as Partial<ConstraintFacts> | undefined;
  if (key?.type !== 'primary key' && key?.type !== 'unique') return [];
  const columns = key.columns?.toSorted().join();
  return schema.foreignKeysTo(table).filter((foreign) => {
    const named = constraintOf(foreign)?.references?.columns ?? [];
    return named.length > 0 ? named.toSorted().join() === columns : key.type === 'primary key';
  });
}

const OF_TYPES = ['column', 'domain', 'function', 'index', 'view', 'materialized view', 'cast', 'operator'] as const;

/** A type that no script made, nor Postgres itself, is an extension's; so is an operator class. */
function isOfExtension(object: KnownObject, schema: Asked): boolean {
  return needsOf(object).some((key) => {
    if (key.startsWith('operator class ')) return !OPERATOR_CLASS.test(key);
    if (!key.startsWith('type ')) return false;
    const name = key.slice('type '.length);
    return !(['type', 'domain', 'table', 'view', 'materialized view'] as const).some((kind) => schema.find(kind, name));
  });
}

/** Postgres' own. */
const OPERATOR_CLASS = / (\w+_pattern|jsonb(_path)?|array|inet|range|\w+_minmax(_multi)?|\w+_bloom|int[248]|text)_ops$/;
