/** The foreign keys on both sides of a column that another one replaces. */
import { hasIndexOn } from '../../schema/index-use.js';
import { lastName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import type { ColumnType } from '../../schema/types.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { type ReplacedColumn, swapped, unchecked, type WithColumn } from './replaced-column.js';

/** What the old key has lacked as well, its likeness need not be told about. */
function asBefore(made: WithColumn, isWhole: boolean): WithColumn {
  const [add, ...rest] = made.steps;
  if (isWhole || add === undefined) return made;
  const ignore =
    '-- migration-safety: ignore-file foreign-key-without-index, foreign-key-type-mismatch as the key that it replaces';
  return { ...made, steps: [{ ...add, sql: `${ignore}\n${add.sql}` }, ...rest] };
}

const INTEGERS = ['int2', 'int4', 'int8'];

/** Whether keys of the one type may be too large for the other. */
function isNarrower(own: ColumnType | undefined, theirs: ColumnType | undefined): boolean {
  return (
    INTEGERS.includes(theirs?.name ?? '') &&
    INTEGERS.indexOf(own?.name ?? 'int8') < INTEGERS.indexOf(theirs?.name ?? '')
  );
}

const ACTIONS: Readonly<Record<string, string>> = { r: 'RESTRICT', c: 'CASCADE', n: 'SET NULL', d: 'SET DEFAULT' };

/** FOREIGN KEY … with other columns on one of its sides; undefined where its terms are more than can be said here. */
function keyText(
  { facts }: KnownObject<'constraint'>,
  own: readonly string[],
  { table, columns }: { table: string; columns: readonly string[] },
): string | undefined {
  const terms = (facts?.references?.terms ?? 'a a s').split(' ');
  const [update = '', remove = '', match = ''] = terms;
  if (terms.length !== 3 || columns.length === 0 || own.length === 0) return undefined;
  const list = (names: readonly string[]) => `(${names.map(quoteIdentifier).join(', ')})`;
  return [
    `FOREIGN KEY ${list(own)} REFERENCES ${sqlName(table)} ${list(columns)}`,
    match === 'f' ? 'MATCH FULL' : '',
    ACTIONS[update] ? `ON UPDATE ${ACTIONS[update]}` : '',
    ACTIONS[remove] ? `ON DELETE ${ACTIONS[remove]}` : '',
    facts?.deferrable ? `DEFERRABLE${facts.initiallyDeferred ? ' INITIALLY DEFERRED' : ''}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The key as it was, for new rows; undefined where its terms are more than can be said here. */
export function keyAgain(one: KnownObject<'constraint'>, schema: Schema): string | undefined {
  const { table, name, facts } = one;
  const parent = facts?.references?.table;
  const columns = referenced(one, schema);
  const text = parent && keyText(one, facts?.columns ?? [], { table: parent, columns });
  return table && text && facts?.enforced !== false
    ? `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${quoteIdentifier(lastName(name))} ${text} NOT VALID;`
    : undefined;
}

export function ownKey(
  one: KnownObject<'constraint'>,
  replaced: ReplacedColumn,
  schema: Schema,
): WithColumn | undefined {
  const parent = one.facts?.references?.table;
  // Of one that references itself both sides would be new.
  const isBoth = parent === replaced.table && referenced(one, schema).includes(replaced.column);
  if (parent === undefined || isBoth) return undefined;
  const columns = referenced(one, schema);
  const text = keyText(one, swapped(one.facts?.columns ?? [], replaced), { table: parent, columns });
  if (text === undefined) return undefined;
  const theirs = columns.map((column) => schema.find('column', `${parent}.${column}`)?.facts?.type);
  const isWhole =
    hasIndexOn(schema, replaced.table, one.facts?.columns ?? []) &&
    !theirs.some((type) => isNarrower(replaced.to, type));
  return asBefore(unchecked(replaced.table, lastName(one.name), text, one.facts?.validated === true), isWhole);
}

/** The columns that a foreign key references: those of the primary key where it names none. */
export function referenced({ facts }: KnownObject<'constraint'>, schema: Schema): string[] {
  const { table = '', columns = [] } = facts?.references ?? {};
  if (columns.length > 0) return columns;
  return schema.partsOf(table, 'constraint').find(({ facts: of }) => of?.type === 'primary key')?.facts?.columns ?? [];
}

/** It is made for the new column as soon as that has a unique index; the old one goes before its column does. */
export function keyFromOther(
  one: KnownObject<'constraint'>,
  replaced: ReplacedColumn,
  schema: Schema,
): WithColumn | undefined {
  const { table: child, facts, name } = one;
  const isBoth = child === replaced.table && facts?.columns?.includes(replaced.column);
  if (!child || !facts || isBoth) return undefined;
  const columns = swapped(referenced(one, schema), replaced);
  const text = keyText(one, facts.columns ?? [], { table: replaced.table, columns });
  if (text === undefined) return undefined;
  const own = (facts.columns ?? []).map((column) => schema.find('column', `${child}.${column}`)?.facts?.type);
  const isWhole = hasIndexOn(schema, child, facts.columns ?? []) && !own.some((type) => isNarrower(type, replaced.to));
  const made = asBefore(unchecked(child, lastName(name), text, facts.validated === true), isWhole);
  return { ...made, before: [`ALTER TABLE ${sqlName(child)} DROP CONSTRAINT ${quoteIdentifier(lastName(name))};`] };
}
