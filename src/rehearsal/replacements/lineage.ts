/** Which object stands at the end where another one stood at the beginning. Pure. */
import type { Schemas } from '../rerun/reference.js';
import type { Entry } from '../snapshot/entry.js';
import type { Snapshot } from '../snapshot/snapshot.js';

export interface Replacement {
  before: Entry;
  after: Entry;
  /** Which migration gave the name to the new one. */
  migration: number;
  /** The name that the old one has at the end, if it is still there. */
  moved: Entry | null;
}

export interface Replaced {
  first: Snapshot;
  final: Snapshot;
  replacements: Replacement[];
}

/** What can be dropped and made anew, or swapped. */
const KINDS = new Set(['table', 'foreign table', 'view', 'materialized view', 'function', 'type', 'domain', 'policy']);

/**
 * Within a migration an object is the same where its oid is; from one migration to the next, where its key is, since the
 * database may have been built anew in between. Null for a migration that did not apply.
 */
export function replaced(schemas: readonly (Schemas | null)[]): Replaced | null {
  const applied = schemas.flatMap((schema, index) => (schema === null ? [] : [{ ...schema, index }]));
  const [start] = applied;
  const end = applied.at(-1);
  if (start === undefined || end === undefined) return null;
  /** The key that an object had at the beginning, by the key that it has now. */
  let origins = new Map([...start.before.keys()].map((key) => [key, key]));
  const since = new Map<string, number>();
  for (const { before, after, index } of applied) {
    const next = originsAfter(before, after, origins);
    for (const [key, entry] of after) {
      if (!isTracked(entry)) continue;
      const origin = next.get(key);
      if (origin !== key && start.before.has(key) && (!since.has(key) || origins.get(key) === key))
        since.set(key, index);
    }
    origins = next;
  }
  const keyNow = new Map([...origins].map(([now, origin]) => [origin, now]));
  const first = inOrder(start.before);
  const replacements = [...first.values()].flatMap((before): Replacement[] => {
    const after = end.after.get(before.key);
    if (!isTracked(before) || after === undefined || origins.get(before.key) === before.key) return [];
    const moved = end.after.get(keyNow.get(before.key) ?? '') ?? null;
    return [{ before, after, migration: since.get(before.key) ?? end.index, moved }];
  });
  return { first, final: inOrder(end.after), replacements };
}

/** The server's own order is another one each time. */
function inOrder(snapshot: Snapshot): Snapshot {
  return new Map([...snapshot].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function originsAfter(before: Snapshot, after: Snapshot, origins: ReadonlyMap<string, string>): Map<string, string> {
  const identity = ({ kind, oid }: Entry) => `${kind} ${oid}`;
  const known = new Map([...before.values()].filter(isTracked).map((entry) => [identity(entry), entry.key]));
  return new Map(
    [...after.values()].flatMap((entry): [string, string][] => {
      const was = isTracked(entry) ? known.get(identity(entry)) : undefined;
      const origin = was === undefined ? undefined : origins.get(was);
      return origin === undefined ? [] : [[entry.key, origin]];
    }),
  );
}

function isTracked({ kind, oid }: Entry): boolean {
  return oid !== null && KINDS.has(kind);
}
