/** What new rules for a table's rows cost: which of them Postgres holds against the rows that are there. */
import type { Constraint, Node } from '@pgsql/types';
import type { LockMode } from '../../model.js';
import { conjuncts, nodeOf } from '../../sql/ast.js';
import { has } from '../../sql/versions.js';
import { constraintFacts } from '../effects/columns.js';
import type { ConstraintFacts } from '../facts.js';
import type { Schema } from '../schema.js';
import { hasValidKey } from './foreign-keys.js';
import { type FootprintScene, S, type Work } from './touch.js';

/** ADD CONSTRAINT, to the table itself. */
export function addConstraintWork(constraint: Constraint | undefined, table: string, schema: Schema): Work {
  const { contype, skip_validation: notValid, is_enforced: enforced, indexname } = constraint ?? {};
  if (notValid || enforced === false) return undefined;
  if (contype === 'CONSTR_NOTNULL') {
    const columns = (constraint?.keys ?? []).flatMap((key) => nodeOf(key, 'String')?.sval ?? []);
    return columns.every((column) => isNotNull(table, column, schema)) ? undefined : 'scan';
  }
  if (indexname === undefined) return 'scan';
  return contype === 'CONSTR_PRIMARY' ? keyWork(table, indexname, schema) : undefined;
}

/** ADD CONSTRAINT on a partitioned table, to one of its partitions. */
export function onPartition(
  constraint: Constraint | undefined,
  table: string,
  partition: string,
  { schema, version }: FootprintScene,
): { lock?: LockMode; work?: Work } {
  if (constraint?.contype === 'CONSTR_FOREIGN') {
    return hasValidKey(partition, constraintFacts(constraint), schema) ? { work: undefined } : {};
  }
  const columns = (constraint?.keys ?? []).flatMap((key) => nodeOf(key, 'String')?.sval ?? []);
  // On older servers a partition's index is built as CREATE INDEX builds it, unless its columns become NOT NULL.
  const asIndex =
    constraint?.contype === 'CONSTR_UNIQUE' ||
    (constraint?.contype === 'CONSTR_PRIMARY' && columns.every((column) => isNotNull(table, column, schema)));
  return asIndex && !has('partitionsLockedAsTheirTable', version, 'as newest') ? { lock: S } : {};
}

/** A primary key's columns become NOT NULL, which has to be shown. */
function keyWork(table: string, index: string, schema: Schema): Work {
  const known = schema.partsOf(table, 'index').find(({ name }) => name.endsWith(`.${index}`));
  const columns = known?.facts?.columns;
  if (columns === undefined) return undefined;
  return columns.every((column) => column !== undefined && isNotNull(table, column, schema)) ? undefined : 'scan';
}

export function setNotNullWork(table: string, column: string | undefined, schema: Schema): Work {
  if (column === undefined || !isNotNull(table, column, schema)) return 'scan';
  return hasUncheckedNotNull(table, column, schema) ? 'scan' : undefined;
}

/** A NOT NULL constraint that is NOT VALID (PostgreSQL 18): SET NOT NULL validates it, whatever a CHECK shows. */
export function hasUncheckedNotNull(table: string, column: string, schema: Schema): boolean {
  return schema
    .partsOf(table, 'constraint')
    .some(({ facts }) => facts?.type === 'not null' && facts.validated === false && facts.columns?.includes(column));
}

/** The column is NOT NULL, or a valid constraint says so. */
function isNotNull(table: string, column: string, schema: Schema): boolean {
  if (schema.find('column', `${table}.${column}`)?.facts?.notNull) return true;
  return schema.partsOf(table, 'constraint').some(({ facts }) => facts !== undefined && showsNotNull(facts, column));
}

/** A valid CHECK that forbids NULL, or a validated NOT NULL (PostgreSQL 18). */
export function showsNotNull(
  { type, columns, expression, validated, enforced }: Partial<ConstraintFacts>,
  column: string,
): boolean {
  if (!validated || !enforced) return false;
  return type === 'check'
    ? forbidsNull(expression, column)
    : type === 'not null' && (columns?.includes(column) ?? false);
}

/** `column IS NOT NULL`, alone or beside other conditions. */
export function forbidsNull(expression: Node | undefined, column: string): boolean {
  return conjuncts(expression).some((condition) => {
    const test = nodeOf(condition, 'NullTest');
    if (test?.nulltesttype !== 'IS_NOT_NULL') return false;
    return nodeOf(nodeOf(test.arg, 'ColumnRef')?.fields?.at(-1), 'String')?.sval === column;
  });
}

/** VALIDATE CONSTRAINT of what is valid already does nothing. */
export function validateWork(table: string, name: string | undefined, schema: Schema): Work {
  const known = schema.partsOf(table, 'constraint').find((one) => one.name === `${table}.${name}`);
  return known?.facts?.validated ? undefined : 'scan';
}
