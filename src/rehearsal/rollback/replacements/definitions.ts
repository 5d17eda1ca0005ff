/** Definitions as Postgres writes them, without the names that don't matter, and as SQL that makes the object again. Pure. */

import { literal } from '../../../sql/quote.js';
import { type Entry, keyOf, listOf, textOf } from '../../snapshot/entry.js';
import { relationSql, sqlName } from '../../snapshot/names.js';
import type { Snapshot } from '../../snapshot/snapshot.js';
import { commented } from '../recreate.js';
import { commentKind, type Family, identityOf } from './family.js';

const NAME = '(?:"(?:[^"]|"")*"|[^\\s".]+)';
/** A text that begins with a name, and what follows it. */
export const FIRST_NAME = new RegExp(`^(${NAME})(.*)$`, 's');
const HEAD = new RegExp(
  `^(CREATE (?:UNIQUE INDEX|INDEX|RULE|STATISTICS|(?:CONSTRAINT )?TRIGGER)) ${NAME}(?:\\.${NAME})? `,
);

/** Without the object's own name, and whether it is validated. */
export function unnamed(definition: string): string {
  return definition.replace(HEAD, '$1 ').replace(/ NOT VALID$/, '');
}

/** The columns that it needs and the table still has: what a column takes with it is the column's matter. */
export function standsOn(entry: Entry, is: Family): boolean {
  const has = (name: string) => is.column(name) !== undefined || is.columns.includes(name);
  return listOf(entry.facts, 'columns').every(has);
}

export function sameColumns(one: Entry, other: Entry): boolean {
  const columns = ({ facts }: Entry) => JSON.stringify([...listOf(facts, 'columns')].sort());
  return listOf(one.facts, 'columns').length > 0 && columns(one) === columns(other);
}

/** The SQL that adds a constraint to the new table, without a scan where that is possible. */
export function addConstraint(constraint: Entry, table: Entry, final: Snapshot): string {
  const definition = textOf(constraint, 'definition') ?? '';
  const { type } = constraint.facts;
  const later = (type === 'c' || type === 'f') && !/ NOT (?:VALID|ENFORCED)$/.test(definition);
  const name = constraint.parts.at(-1) ?? '';
  // The index of a key has its name, which the old table's may still hold.
  const named =
    'pux'.includes(String(type)) && isTaken([table.parts[0] ?? '', name], final) ? '' : `CONSTRAINT ${sqlName(name)} `;
  // A foreign key of a partitioned table can't be added NOT VALID before PostgreSQL 18.
  const valid = later && !(type === 'f' && table.attributes['partition by']) ? ' NOT VALID' : '';
  return `ALTER TABLE ${relationSql(table.parts)} ADD ${named}${definition}${valid};`;
}

/** The SQL that makes an index or a statistics object, under its old name where that is free. */
export function createNamed(entry: Entry, final: Snapshot): string {
  const definition = textOf(entry, 'definition') ?? '';
  if (entry.kind === 'index') {
    return `${isTaken(entry.parts, final) ? definition.replace(HEAD, '$1 ') : definition};`;
  }
  if (!final.has(entry.key)) return `${definition};`;
  return `${definition.replace(HEAD, (head) => head.replace(/"? $/, (end) => `_new${end}`))};`;
}

const HOLD_NAMES = ['table', 'foreign table', 'index', 'sequence', 'view', 'materialized view'];

function isTaken(parts: readonly string[], final: Snapshot): boolean {
  if (HOLD_NAMES.some((kind) => final.has(keyOf(kind, parts)))) return true;
  const [schema, name] = parts;
  return [...final.values()].some(
    ({ kind, parts: [itsSchema, , itsName], facts }) =>
      kind === 'constraint' && itsSchema === schema && itsName === name && facts.index !== undefined,
  );
}

export function createTrigger(trigger: Entry, table: NamedEntry): string {
  const enable = { D: 'DISABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' }[String(trigger.attributes.enabled)];
  const create = `${textOf(trigger, 'definition')};`;
  return enable === undefined ? create : `${create}\n${setTrigger(trigger, table)}`;
}

/** Sets when a trigger or a rule fires to what the old one has. */
export function setTrigger({ kind, parts, attributes, facts }: Entry, table: NamedEntry): string {
  const states: Record<string, string> = { O: 'ENABLE', D: 'DISABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' };
  const name = kind === 'rule' ? String(facts.name) : sqlName(parts.at(-1) ?? '');
  return `ALTER TABLE ${relationSql(table.parts)} ${states[String(attributes.enabled)]} ${kind.toUpperCase()} ${name};`;
}

const COMMANDS: Record<string, string> = { r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE', '*': 'ALL' };

export function createPolicy({ parts, attributes }: Pick<Entry, 'parts' | 'attributes'>, table: NamedEntry): string {
  const { using, 'with check': check, restrictive } = attributes;
  const roles = listOf(attributes, 'to').map((role) => (role === 'public' ? 'PUBLIC' : role));
  return `CREATE POLICY ${sqlName(parts.at(-1) ?? '')} ON ${relationSql(table.parts)}${restrictive ? ' AS RESTRICTIVE' : ''} FOR ${
    COMMANDS[String(attributes.for)]
  } TO ${roles.join(', ')}${using ? ` USING (${using})` : ''}${check ? ` WITH CHECK (${check})` : ''};`;
}

/** The comment that goes with an object that is made again under its old name. */
export function commentSql(entry: Entry, was: Family): string {
  const text = was.comment(entry);
  if (text === undefined) return '';
  return `\nCOMMENT ON ${commented([commentKind(entry, was.head), identityOf(entry)])} IS ${literal(text)};`;
}

type NamedEntry = Pick<Entry, 'parts'>;
