/** Which object has replaced another one between the beginning and the end. Pure. */
import type { Schemas } from '../../rerun/reference.js';
import { type Entry, keyOf } from '../../snapshot/entry.js';
import type { Snapshot } from '../../snapshot/snapshot.js';

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
  /** What is the same object at the end, and not what it was. */
  redefined: Replacement[];
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
  const tracked = [...first.values()].filter(isTracked);
  const replacements = tracked.flatMap((before): Replacement[] => {
    const after = end.after.get(before.key) ?? ofAnotherKind(before, end.after);
    if (after === undefined || origins.get(before.key) === after.key) return [];
    const moved = end.after.get(keyNow.get(before.key) ?? '') ?? null;
    const made = applied.find((one) => one.after.has(after.key) && !one.before.has(after.key));
    const migration = since.get(before.key) ?? (after.kind === before.kind ? undefined : made?.index) ?? end.index;
    return [{ before, after, migration, moved }];
  });
  const redefined = tracked.flatMap((before): Replacement[] => {
    const after = end.after.get(before.key);
    const same = after !== undefined && origins.get(before.key) === before.key;
    return same && after.definition !== before.definition ? [{ before, after, migration: end.index, moved: null }] : [];
  });
  return { first, final: inOrder(end.after), replacements, redefined };
}

/** A view under the name of a table, say: its readers don't see the difference. */
function ofAnotherKind({ kind, parts }: Entry, schema: Snapshot): Entry | undefined {
  if (!RELATIONS.includes(kind)) return undefined;
  return RELATIONS.flatMap((other) => schema.get(keyOf(other, parts)) ?? [])[0];
}

const RELATIONS = ['table', 'foreign table', 'view', 'materialized view'];

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
