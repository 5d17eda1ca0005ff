/** A canonical snapshot of the schema. */
import { catalogSql, unionAll } from '../../servers/catalogs/catalog-sql.js';
import { PARTIAL_PIECES, type PieceQuery } from '../../servers/catalogs/snapshot/index.js';
import { COLUMN_ORDER } from '../../servers/catalogs/snapshot/relations.js';
import { SHARED_KINDS } from '../../servers/catalogs/snapshot/shared.js';
import type { ScratchDatabase } from '../../servers/server.js';
import { changesOf, mergedWith } from './changes.js';
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

/** Below so many objects, looking for what has changed takes longer than reading it all. */
const FEW = 1500;

export function isLarge({ size }: Snapshot): boolean {
  return size >= FEW;
}

/**
 * Reads the schema of a database, as it is committed. No session of the change may be in a transaction. `since`: an earlier snapshot
 * of this database, or of the one that it was copied from later; of a large schema, only what may have changed since is read then.
 */
export async function takeSnapshot(
  database: Pick<ScratchDatabase, 'observe' | 'role'>,
  since?: Snapshot,
  { few = FEW }: { few?: number } = {},
): Promise<Snapshot> {
  const observer = await database.observe();
  const role = database.role ?? '';
  const pieces = (await observer.read(catalogSql('snapshot pieces'))).rows.map(([name]) => name as PieceQuery);
  const read = async (wanted: string | string[]) => {
    const queries = pieces.map((name) => catalogSql(name, role, PARTIAL_PIECES.has(name) ? wanted : ''));
    return (await observer.read(unionAll(queries))).rows;
  };
  // Before the rows: what is written in between may be read twice, but not missed.
  const now = (await observer.read(catalogSql('snapshot mark'))).rows[0]?.[0] ?? '';
  const mark = since && since.size >= few ? MARKS.get(since) : undefined;
  if (since !== undefined && mark !== undefined) {
    const changes = changesOf((await observer.read(catalogSql('snapshot changes', mark))).rows, since);
    const snapshot = mergedWith(since, changes, snapshotOf(await read([...changes.changed]), database.role));
    if (snapshot !== null) return marked(snapshot, now);
  }
  return marked(snapshotOf(await read(''), database.role), now);
}

/** No row that was written after a snapshot is of an earlier transaction than this. */
const MARKS = new WeakMap<Snapshot, string>();

function marked(snapshot: Snapshot, mark: string): Snapshot {
  MARKS.set(snapshot, mark);
  return snapshot;
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
