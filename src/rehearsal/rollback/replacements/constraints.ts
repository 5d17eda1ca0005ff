/** Constraints and indexes that the new table lacks, and foreign keys that led to it. Pure. */

import { code } from '../../../sql/words.js';
import { type Entry, listOf, sameParts, textOf } from '../../snapshot/entry.js';
import { relationSql, sqlName } from '../../snapshot/names.js';
import { addConstraint, commentSql, createNamed, sameColumns, standsOn, unnamed } from './definitions.js';
import type { Families, Family } from './family.js';
import { type Loss, type LostItem, lossOf, type Pair } from './loss.js';

/** A constraint of the same kind over the same columns is one that the change made different. */
export function lostConstraints({ after, was, is, final, isNamed }: Pair): Loss[] {
  const items = was.of('constraint').flatMap((constraint): LostItem[] => {
    const isKey = typeof constraint.facts.index === 'string';
    if (
      isNamed(constraint) ||
      !standsOn(constraint, is) ||
      is.of('constraint').some((other) => replaces(other, constraint, after))
    )
      return [];
    if (isKey && is.of('index').some((index) => index.facts.unique === true && isSameIndex(index, constraint)))
      return [];
    const sql = addConstraint(constraint, after, final);
    const comment = sql.includes(' ADD CONSTRAINT ') ? commentSql(constraint, was) : '';
    return [{ words: `${nameOf(constraint)} ${textOf(constraint, 'definition')}`, sql: sql + comment }];
  });
  const nulls = was.of('column').flatMap((column): LostItem[] => {
    const now = is.column(nameOf(column));
    if (!now || column.attributes['not null'] === undefined || now.attributes['not null'] === true) return [];
    if (isNamed({ kind: 'not null', parts: column.parts })) return [];
    if (is.of('constraint').some((check) => isNotNull(check, nameOf(column)))) return [];
    const sql = `ALTER TABLE ${relationSql(after.parts)} ALTER COLUMN ${sqlName(nameOf(column))} SET NOT NULL;`;
    return [{ words: `NOT NULL of ${code(nameOf(column))}`, sql }];
  });
  return lossOf('constraints', true, [...nulls, ...items]);
}

function nameOf({ parts }: Entry): string {
  return parts.at(-1) ?? '';
}

function replaces(other: Entry, constraint: Entry, table: Entry): boolean {
  const [type, others] = [String(constraint.facts.type), String(other.facts.type)];
  // A table has one primary key: another one is the change's own.
  if (type === 'p' && others === 'p') return true;
  const keys = 'pu'.includes(type) && 'pu'.includes(others);
  if (type !== others && !keys) return false;
  const definition = (entry: Entry) => unnamed(textOf(entry, 'definition') ?? '');
  if (definition(other) === definition(constraint) || sameColumns(other, constraint)) return true;
  return keys ? withPartitionKey(other, constraint, table) : nameOf(other) === nameOf(constraint);
}

/** A key of a partitioned table has to hold the partition key as well. */
function withPartitionKey(other: Entry, key: Entry, { attributes }: Entry): boolean {
  const columns = listOf(other.facts, 'columns');
  return (
    attributes['partition by'] !== undefined && listOf(key.facts, 'columns').every((name) => columns.includes(name))
  );
}

function isNotNull(check: Entry, column: string): boolean {
  const definition = textOf(check, 'definition') ?? '';
  return (
    check.facts.type === 'c' && definition.replaceAll(/[()]/g, '').startsWith(`CHECK ${sqlName(column)} IS NOT NULL`)
  );
}

/** Two indexes, of their own or of a key, that do the same or are on the same columns. */
function isSameIndex(one: Entry, other: Entry): boolean {
  const definition = ({ kind, facts, attributes }: Entry) =>
    unnamed(String(kind === 'constraint' ? facts.index : attributes.definition));
  return definition(one) === definition(other) || sameColumns(one, other);
}

export function lostIndexes({ after, was, is, final, isNamed }: Pair): Loss[] {
  const others = [...is.of('index'), ...is.of('constraint').filter(hasIndex)];
  const items = was.of('index').flatMap((index): (LostItem & { unique: boolean })[] => {
    const unique = index.facts.unique === true;
    const holds = (other: Entry) => !unique || other.kind === 'constraint' || other.facts.unique === true;
    if (isNamed(index) || !standsOn(index, is) || index.attributes.invalid) return [];
    const serves = (other: Entry) =>
      isSameIndex(other, index) || nameOf(other) === nameOf(index) || (unique && withPartitionKey(other, index, after));
    if (others.some((other) => holds(other) && serves(other))) return [];
    const sql = createNamed(index, final);
    const comment = final.has(index.key) || !sql.includes(nameOf(index)) ? '' : commentSql(index, was);
    return [{ words: code(nameOf(index)), sql: sql + comment, unique }];
  });
  return [
    ...lossOf(
      'unique indexes',
      true,
      items.filter(({ unique }) => unique),
    ),
    ...lossOf(
      'indexes',
      false,
      items.filter(({ unique }) => !unique),
    ),
  ];
}

function hasIndex({ facts }: Entry): boolean {
  return typeof facts.index === 'string';
}

/** Foreign keys of other tables: they follow the old table, or go with it. */
export function lostInbound(
  { before, first, final }: Pair,
  now: Families,
  isReplaced: (key: string) => boolean,
): Loss[] {
  const items = [...first.values()].flatMap((constraint): LostItem[] => {
    if (constraint.facts.type !== 'f' || !sameParts(constraint.facts.references, before.parts)) return [];
    const from = final.get(`table ${JSON.stringify(constraint.tableParts)}`);
    if (from === undefined || isReplaced(from.key)) return [];
    const family: Family = now.of(from);
    const same = (other: Entry) =>
      unnamed(textOf(other, 'definition') ?? '') === unnamed(textOf(constraint, 'definition') ?? '');
    const there = family.of('constraint');
    if (!standsOn(constraint, family) || there.some(same)) return [];
    const stands = there.some(({ key }) => key === constraint.key);
    const drop = stands
      ? `ALTER TABLE ${relationSql(from.parts)} DROP CONSTRAINT ${sqlName(nameOf(constraint))};\n`
      : '';
    return [
      {
        words: `${code(nameOf(constraint))} of ${code(from.name.replace(/^public\./, ''))}`,
        sql: drop + addConstraint(constraint, from, final),
      },
    ];
  });
  return lossOf('foreign keys that lead to it', true, items);
}
