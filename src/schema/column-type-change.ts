/** ALTER COLUMN … TYPE at its place: what it does to the rows, indexes and constraints of its table. Pure. */
import type { AlterTableCmd } from '@pgsql/types';
import { nodeOf } from '../sql/ast.js';
import { collationOf } from './effects/columns.js';
import type { IndexFacts } from './facts.js';
import { domainOf, fullTypeName } from './footprint/domains.js';
import { shortName } from './objects.js';
import type { Schema } from './schema.js';
import { typeChange, type UserTypes } from './type-change.js';
import type { Narrowing } from './type-fit.js';
import { type ColumnType, columnType } from './types.js';

export interface ColumnTypeChange {
  column: string;
  from?: ColumnType;
  to: ColumnType;
  /** `rewrite unless UTC`: the session's TimeZone decides, and it is not set. */
  work: 'none' | 'index rebuild' | 'scan' | 'rewrite' | 'rewrite unless UTC';
  /** The indexes that are rebuilt, or the constraints that are checked again, though the rows are kept. */
  because: string[];
  narrowing?: Narrowing;
  needsUsing?: true;
}

/** Undefined where it depends on unknown types. `inUtc`: whether the session's TimeZone is UTC, if known. */
export function columnTypeChange(
  table: string,
  { name: column = '', def }: AlterTableCmd,
  schema: Schema,
  inUtc?: boolean,
): ColumnTypeChange | undefined {
  const definition = nodeOf(def, 'ColumnDef');
  const to = columnType(definition?.typeName);
  const known = schema.find('column', `${table}.${column}`)?.facts;
  const from = known?.type;
  // Postgres refuses a serial here.
  if (!to || to.serial) return undefined;
  const using = definition?.raw_default;
  const change = typeChange(from, to, { ...(using && { using }), column, types: typesIn(schema) });
  if (change === undefined) return undefined;
  const { rows, narrowing, needsUsing } = change;
  const result = {
    column,
    ...(from && { from }),
    to,
    ...(narrowing && { narrowing }),
    ...(needsUsing && { needsUsing }),
  };
  const collates = known !== undefined && known.collation !== collationOf(definition).collation;
  if (rows === 'rewritten' || (rows === 'kept in UTC' && inUtc === false))
    return { ...result, work: 'rewrite', because: [] };
  if (rows === 'kept in UTC' && inUtc === undefined) return { ...result, work: 'rewrite unless UTC', because: [] };
  const named = (objects: { name: string }[]) => objects.map((object) => shortName(object.name));
  const indexes = schema
    .partsOf(table, 'index')
    .filter(({ facts }) => facts && isRebuilt(facts, column, to, change.indexes === 'rebuilt' || collates));
  if (indexes.length > 0) return { ...result, work: 'index rebuild', because: named(indexes) };
  const checks = schema
    .partsOf(table, 'constraint')
    .filter(
      ({ facts }) => facts?.type === 'check' && facts.validated && facts.enforced && facts.columns?.includes(column),
    );
  return { ...result, work: checks.length > 0 ? 'scan' : 'none', because: named(checks) };
}

/** An index that names the column in an expression or predicate can't be kept. */
function isRebuilt(
  { columns, mentions, method }: Partial<IndexFacts>,
  column: string,
  to: ColumnType,
  all: boolean,
): boolean {
  return mentions?.includes(column) || (columns?.includes(column) && (all || (method === 'gin' && to.array))) || false;
}

export function typesIn(schema: Schema): UserTypes {
  return {
    domain: (type) => domainOf(type, schema),
    isOther: (type) => schema.find('type', fullTypeName(type)) !== undefined,
  };
}
