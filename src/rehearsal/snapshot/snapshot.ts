/** A canonical snapshot of the schema. */
import { catalogSql, unionAll } from '../../servers/catalogs/catalog-sql.js';
import type { PieceQuery } from '../../servers/catalogs/snapshot/index.js';
import { COLUMN_ORDER } from '../../servers/catalogs/snapshot/relations.js';
import { SHARED_KINDS } from '../../servers/catalogs/snapshot/shared.js';
import type { ScratchDatabase } from '../../servers/server.js';
import { type Entry, type EntryRow, listOf, readEntry, type Snapshot } from './entry.js';

export { compareSnapshots } from './compare.js';
export type { Entry, Snapshot } from './entry.js';

/** Two objects that the query tells apart and their keys don't: no claim about either could be trusted. */
export class SameKey extends Error {
  override name = 'SameKey';

  constructor(key: string, one: Entry, other: Entry) {
    const both = [one, other].map(({ oid, definition }) => `${oid ?? 'no oid'}: “${definition}”`).join(' and ');
    super(`two objects have the key ${key} in a picture of the schema (${both}); that is a bug of migration-safety`);
  }
}

/** Reads the schema of a database, as it is committed. No session of the change may be in a transaction. */
export async function takeSnapshot(database: Pick<ScratchDatabase, 'observe' | 'role'>): Promise<Snapshot> {
  const observer = await database.observe();
  const pieces = (await observer.read(catalogSql('snapshot pieces'))).rows.map(([name]) => name as PieceQuery);
  const { rows } = await observer.read(unionAll(pieces.map((name) => catalogSql(name, database.role ?? ''))));
  return snapshotOf(rows, database.role);
}

export function snapshotOf(rows: readonly EntryRow[], role: string | null = null): Snapshot {
  const snapshot: Snapshot = new Map();
  for (const row of rows) {
    const entry = readEntry(row, role);
    const other = snapshot.get(entry.key);
    if (other !== undefined) throw new SameKey(entry.key, other, entry);
    snapshot.set(entry.key, entry);
  }
  return snapshot;
}

/** Objects that the migration makes in this database: what it renames was there. */
export function created(before: Snapshot, after: Snapshot): Entry[] {
  const was = whatItWas(before);
  return [...after.values()].filter(
    (entry) => entry.kind !== COLUMN_ORDER && !SHARED_KINDS.has(entry.kind) && was(entry) === undefined,
  );
}

/** Finds what an object of a later snapshot of the same database was before, also under another name. */
export function whatItWas(before: Snapshot): (entry: Entry) => Entry | undefined {
  const byOid = new Map(
    [...before.values()].flatMap((entry) => (entry.oid === null ? [] : [[`${entry.kind} ${entry.oid}`, entry]])),
  );
  return ({ kind, oid, key }) => (oid === null ? before.get(key) : byOid.get(`${kind} ${oid}`));
}

/** Tables, by their full names, that have the same columns in another order. */
export function reordered(before: Snapshot, after: Snapshot): string[] {
  const columns = (entry: Entry) => [...listOf(entry.attributes, 'columns')];
  const same = (one: string[], other: string[]) => JSON.stringify(one) === JSON.stringify(other);
  return [...after].flatMap(([key, entry]) => {
    const old = entry.kind === COLUMN_ORDER ? before.get(key) : undefined;
    if (old === undefined || same(columns(old), columns(entry))) return [];
    return same(columns(old).sort(), columns(entry).sort()) ? [entry.name] : [];
  });
}

/** An index whose build did not end well, or a constraint's. */
export function isInvalid({ kind, attributes }: Entry): boolean {
  return (kind === 'index' || kind === 'constraint') && attributes.invalid !== undefined;
}

/** A trigger or rule that never fires, or a constraint whose triggers don't. */
export function isDisabled({ kind, attributes }: Entry): boolean {
  if (kind === 'constraint') return /D/.test(String(attributes['trigger enabled'] ?? ''));
  return ['trigger', 'rule', 'event trigger'].includes(kind) && attributes.enabled === 'D';
}

/** A constraint that holds for new rows only (NOT ENFORCED ones hold for none). */
export function isUnvalidated({ kind, attributes }: Entry): boolean {
  return kind === 'constraint' && / NOT VALID$/.test(String(attributes.definition));
}
