/** What differs between two snapshots of a schema. Pure. */
import type { Difference } from '../../report-schema/types.js';
import { COLUMN_ORDER } from '../../servers/catalogs/snapshot/relations.js';
import { SHARED_KINDS } from '../../servers/catalogs/snapshot/shared.js';
import { type Attributes, type AttributeValue, type Entry, keyOf, listOf, type Snapshot, shown } from './entry.js';
import { withoutWhiteSpace } from './white-space.js';

/** An object that is there once, or differs. */
export type SchemaChange =
  | { change: 'extra'; before?: undefined; after: Entry }
  | { change: 'missing'; before: Entry; after?: undefined }
  | { change: 'changed'; before: Entry; after: Entry };

type IsOurs = (shared: Entry) => boolean;

/**
 * What is in `after` and not in `before`, and the reverse. What goes or comes with its table is not named again. Of what a
 * server keeps for all databases, only that counts of which `isOurs` says so.
 */
function changesBetween(before: Snapshot, after: Snapshot, isOurs: IsOurs = () => false): SchemaChange[] {
  const changes: SchemaChange[] = [];
  const counts = (entry: Entry) => entry.kind !== COLUMN_ORDER && (!SHARED_KINDS.has(entry.kind) || isOurs(entry));
  for (const [key, entry] of after) {
    if (!counts(entry)) continue;
    const old = before.get(key);
    if (old === undefined) {
      if (!comesWithTable(entry, before)) changes.push({ change: 'extra', after: entry });
    } else if (differing(old, entry).length > 0) changes.push({ change: 'changed', before: old, after: entry });
  }
  for (const [key, entry] of before) {
    if (counts(entry) && !after.has(key) && !comesWithTable(entry, after))
      changes.push({ change: 'missing', before: entry });
  }
  const order = (change: SchemaChange) => JSON.stringify([objectOf(change).kind, objectOf(change).name]);
  return changes.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The object as it is, or was. */
export function objectOf({ before, after }: SchemaChange): Entry {
  return after ?? before;
}

/** As reports show it: of what changed, the attributes that differ. */
export function differenceOf(change: SchemaChange): Difference {
  const { kind, name } = objectOf(change);
  const what = { change: change.change, kind, name };
  if (change.change === 'extra') return { ...what, after: change.after.definition };
  if (change.change === 'missing') return { ...what, before: change.before.definition };
  const { before, after } = change;
  const names = differing(before, after);
  return { ...what, before: saidOf(before, after, names), after: saidOf(after, before, names) };
}

export function compareSnapshots(before: Snapshot, after: Snapshot, isOurs?: IsOurs): Difference[] {
  return changesBetween(before, after, isOurs).map(differenceOf);
}

/** What a migration and its rollback are compared by. `migrated`: what was rolled back. */
export interface RollbackStages {
  before: Snapshot;
  migrated: Snapshot;
  rolledBack: Snapshot;
}

/**
 * A rollback's differences: those that count, and those that harm nothing: of constraints, and, where the author says that there
 * is no way back (`irreversible`), values that an enum keeps and indexes that go with what they had become a part of.
 */
export function compareRollback(
  { before, migrated, rolledBack }: RollbackStages,
  { isOurs, irreversible = false }: { isOurs?: IsOurs; irreversible?: boolean } = {},
) {
  const changes = changesBetween(before, rolledBack, isOurs);
  const harmless = changes.filter(
    (change) =>
      isValidated(change) ||
      isMark(change) ||
      isHeldByNotNull(change, [migrated, rolledBack]) ||
      (irreversible && (keepsEnumValue(change) || goesWithOwner(change, migrated))),
  );
  return { changes: changes.filter((change) => !harmless.includes(change)), harmless };
}

const NOT_NULL_CHECK = /^CHECK \(\("?([^"()]+)"? IS NOT NULL\)\)$/;

/** A CHECK against NULL comes back NOT VALID, and its column is NOT NULL, or was as long as the CHECK was gone: no row breaks it. */
function isHeldByNotNull({ change, before, after }: SchemaChange, schemas: readonly Snapshot[]): boolean {
  if (change !== 'changed' || before.kind !== 'constraint' || differing(before, after).length !== 1) return false;
  const { definition } = before.attributes;
  const column = NOT_NULL_CHECK.exec(String(definition))?.[1];
  if (column === undefined || after.attributes.definition !== `${definition} NOT VALID`) return false;
  const key = keyOf('column', [...(before.tableParts ?? []), column]);
  return schemas.some((schema) => schema.get(key)?.attributes['not null'] === true);
}

/** An enum has values besides those that it had, and all of these in their order: Postgres can't take one out. */
function keepsEnumValue({ change, before, after }: SchemaChange): boolean {
  if (change !== 'changed' || before.kind !== 'type' || differing(before, after).join() !== 'enum') return false;
  const old = listOf(before.attributes, 'enum');
  const kept = listOf(after.attributes, 'enum').filter((label) => old.includes(label));
  return JSON.stringify(kept) === JSON.stringify(old);
}

/** An index that the migration made a constraint’s, or a part of another index: Postgres drops it with that. */
export function goesWithOwner({ change, before }: SchemaChange, migrated: Snapshot): boolean {
  if (change !== 'missing' || before.kind !== 'index') return false;
  const then = migrated.get(before.key);
  if (then) return differing(before, then).includes('part of');
  const made = withoutName(before.attributes.definition);
  return [...migrated.values()].some(
    ({ kind, table, facts }) => kind === 'constraint' && table === before.table && withoutName(facts.index) === made,
  );
}

/** A constraint gives its index its own name. */
function withoutName(definition: AttributeValue | undefined): string | undefined {
  return typeof definition === 'string' ? definition.slice(definition.indexOf(' ON ')) : undefined;
}

/** A constraint that holds for all rows since. */
function isValidated({ change, before, after }: SchemaChange): boolean {
  if (change !== 'changed' || before.kind !== 'constraint') return false;
  const names = differing(before, after);
  return names.length === 1 && before.attributes.definition === `${after.attributes.definition} NOT VALID`;
}

/** Which index CLUSTER went by last: the next one may say another, and nothing else reads it. */
function isMark({ change, before, after }: SchemaChange): boolean {
  return change === 'changed' && differing(before, after).join() === 'clustered';
}

/** The attributes in which the two differ. */
export function differing(before: Entry, after: Entry): string[] {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  return [...names].filter((name) => comparable(before.attributes, name) !== comparable(after.attributes, name));
}

/** Languages whose white space means nothing. */
const FREE_FORM = new Set<AttributeValue | undefined>(['sql', 'plpgsql']);

function comparable(attributes: Attributes, name: string): string {
  const value = attributes[name];
  if (name === 'body' && typeof value === 'string' && FREE_FORM.has(attributes.language))
    return withoutWhiteSpace(value);
  return JSON.stringify(value ?? null);
}

/** The named attributes; of a list that the other has too, only what it lacks. */
function saidOf({ attributes }: Entry, { attributes: others }: Entry, names: string[]): string {
  return names.map((name) => said(name, attributes[name], listOf(others, name))).join('; ');
}

function said(name: string, value: AttributeValue | undefined, other: readonly string[]): string {
  if (value === undefined) return `no ${name}`;
  if (typeof value === 'string' || value === true) return `${name} ${shown(value)}`;
  const own = value.filter((item) => !other.includes(item));
  const gone = other.filter((item) => !value.includes(item));
  return own.length === 0 && gone.length > 0
    ? `${name} without ${shown(gone)}`
    : `${name} ${shown(own.length > 0 ? own : value)}`;
}

const RELATIONS = ['table', 'foreign table', 'materialized view', 'view'];

/** Whether a relation of this name, as parts, is there. */
function hasRelation(snapshot: Snapshot, parts: readonly string[]): boolean {
  return RELATIONS.some((kind) => snapshot.has(keyOf(kind, parts)));
}

/** Whether the entry's table isn't in the other snapshot either: then the table says it all. */
function comesWithTable({ kind, tableParts }: Entry, other: Snapshot): boolean {
  return tableParts !== null && kind !== COLUMN_ORDER && !hasRelation(other, tableParts);
}
