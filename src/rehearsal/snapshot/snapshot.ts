/** A canonical picture of the schema, and what differs between two of them. */
import type { Difference } from '../../report-schema/types.js';
import { catalogSql } from '../catalogs/catalog-sql.js';
import { COLUMN_ORDER } from '../catalogs/snapshot/relations.js';
import { SHARED_KINDS } from '../catalogs/snapshot/shared.js';
import type { ScratchDatabase } from '../servers/server.js';

export interface Entry {
  kind: string;
  name: string;
  table: string | null;
  definition: string;
}

export type Snapshot = Map<string, Entry>;

/** Reads the schema of a database, as it is committed. No session of the change's may stand in a transaction. */
export async function takeSnapshot(database: Pick<ScratchDatabase, 'observe' | 'role'>): Promise<Snapshot> {
  const observer = await database.observe();
  const { rows } = await observer.read(catalogSql('snapshot', database.role ?? ''));
  const entries = rows.map(([kind, name, table, definition]): Entry => {
    return { kind: String(kind), name: String(name), table: table ?? null, definition: definition ?? '' };
  });
  return new Map(entries.map((entry) => [`${entry.kind} ${entry.name}`, entry]));
}

/**
 * What is in `after` and not in `before`, and the reverse. What goes or comes with its table is not named again. Of what a
 * server keeps for all databases, only that counts of which `isOurs` says so.
 */
export function compareSnapshots(
  before: Snapshot,
  after: Snapshot,
  isOurs: (shared: Entry) => boolean = () => false,
): Difference[] {
  const differences: Difference[] = [];
  const counts = (entry: Entry) => entry.kind !== COLUMN_ORDER && (!SHARED_KINDS.has(entry.kind) || isOurs(entry));
  for (const [key, entry] of after) {
    if (!counts(entry)) continue;
    const old = before.get(key);
    if (old === undefined) {
      if (!comesWithTable(entry, before)) differences.push(difference('extra', entry));
    } else if (old.definition !== entry.definition) {
      differences.push({ ...difference('changed', entry), before: old.definition, after: entry.definition });
    }
  }
  for (const [key, entry] of before) {
    if (counts(entry) && !after.has(key) && !comesWithTable(entry, after))
      differences.push(difference('missing', entry));
  }
  return differences.sort((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind < b.kind ? -1 : 1));
}

/** Objects that the migration makes in this database. */
export function created(before: Snapshot, after: Snapshot): Entry[] {
  return [...after].flatMap(([key, entry]) =>
    before.has(key) || entry.kind === COLUMN_ORDER || SHARED_KINDS.has(entry.kind) ? [] : [entry],
  );
}

/** Tables, by their full names, that have the same columns in another order. */
export function reordered(before: Snapshot, after: Snapshot): string[] {
  const sorted = (columns: string) => columns.split(', ').sort().join(', ');
  return [...after].flatMap(([key, { kind, name, definition }]) => {
    const was = kind === COLUMN_ORDER ? before.get(key)?.definition : undefined;
    return was !== undefined && was !== definition && sorted(was) === sorted(definition) ? [name] : [];
  });
}

function difference(change: Difference['change'], { kind, name, definition }: Entry): Difference {
  const what = { change, kind, name };
  if (change === 'extra') return { ...what, after: definition };
  return change === 'missing' ? { ...what, before: definition } : what;
}

const RELATIONS = ['table', 'foreign table', 'materialized view', 'view'];

/** Whether the entry's table isn't in the other snapshot either: then the table says it all. */
function comesWithTable({ table }: Entry, other: Snapshot): boolean {
  return table !== null && !RELATIONS.some((kind) => other.has(`${kind} ${table}`));
}

/** An index whose build did not end well, or a constraint's. */
export function isInvalid({ kind, definition }: Entry): boolean {
  return (kind === 'index' || kind === 'constraint') && definition.includes('(invalid)');
}

/** A trigger or rule that never fires, or a constraint whose triggers don't. */
export function isDisabled({ kind, definition }: Entry): boolean {
  if (kind === 'constraint') return /\(trigger enabled [^)]*D/.test(definition);
  return ['trigger', 'rule', 'event trigger'].includes(kind) && / enabled D\b/.test(definition);
}

/** A constraint that holds for new rows only (NOT ENFORCED ones hold for none). */
export function isUnvalidated({ kind, definition }: Entry): boolean {
  return kind === 'constraint' && / NOT VALID(?: \(trigger [^)]*\))?$/.test(definition);
}
