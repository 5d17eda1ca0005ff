/** What a migration changes in who may do what: objects before and after it, right by right. Pure. */
import { SHARED_KINDS } from '../../servers/catalogs/snapshot/shared.js';
import type { Entry } from '../snapshot/entry.js';
import { type Snapshot, whatItWas } from '../snapshot/snapshot.js';
import { EVERYBODY, type Right, type RightKind, rightsOf } from './rights.js';

/** How the object of before and the one of after hang together. */
type Lineage =
  /** The same object, perhaps under another name. */
  | 'same'
  /** Another one under its name: what it lacks is told of the replacement. */
  | 'replaced'
  | 'new'
  | 'gone';

export interface RightChange {
  kind: RightKind;
  role: string;
  of: string;
  /** What it has now; of what is gone, what it had. */
  entry: Entry;
  lineage: Lineage;
  before: string | null;
  after: string | null;
}

/** New objects are of interest where somebody besides their owner may use them. */
export function rightChanges(before: Snapshot, after: Snapshot): RightChange[] {
  const was = whatItWas(before);
  const changes: RightChange[] = [];
  const seen = new Set<Entry>();
  for (const entry of after.values()) {
    if (SHARED_KINDS.has(entry.kind)) continue;
    const same = was(entry);
    const old = same ?? before.get(entry.key);
    if (old) seen.add(old);
    const lineage = old === undefined ? 'new' : same ? 'same' : 'replaced';
    changes.push(...differences(old, entry, lineage));
  }
  for (const old of before.values()) {
    if (seen.has(old) || !GOES_ALONE.has(old.kind) || !hasTable(old, after)) continue;
    changes.push(...differences(old, undefined, 'gone'));
  }
  return changes.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** What can be dropped while what it guards stays. The privileges on an object go with it. */
const GOES_ALONE = new Set(['policy', 'default acl']);

function hasTable({ tableParts }: Entry, after: Snapshot): boolean {
  return tableParts === null || after.has(`table ${JSON.stringify(tableParts)}`);
}

function placeOf({ entry, role, of }: RightChange): string {
  return JSON.stringify([
    entry.tableParts ?? entry.parts,
    entry.tableParts === null ? 0 : 1,
    entry.kind,
    entry.name,
    of,
    role,
  ]);
}

function differences(old: Entry | undefined, now: Entry | undefined, lineage: Lineage): RightChange[] {
  const entry = now ?? old;
  if (entry === undefined) return [];
  const key = ({ kind, role, of }: Right) => (kind === 'policy' ? of : `${of} ${role}`);
  const had = new Map((old ? rightsOf(old) : []).map((right) => [key(right), right]));
  const has = new Map((now ? rightsOf(now) : []).map((right) => [key(right), right]));
  const changes: RightChange[] = [];
  for (const at of new Set([...had.keys(), ...has.keys()])) {
    const [before, after] = [had.get(at), has.get(at)];
    const { kind, of, role } = (after ?? before) as Right;
    const told = sides(before, after);
    if (told === null || (lineage === 'new' && !isOfInterest(entry, { kind, role }))) continue;
    // Who has become its owner may do all that was granted before.
    if (kind === 'privileges' && after === undefined && role === entry.attributes.owner) continue;
    changes.push({ kind, role, of, entry, lineage, ...told });
  }
  return changes;
}

/** The two sides as they are shown; null where they are the same. A policy's roles are a part of it. */
function sides(
  before: Right | undefined,
  after: Right | undefined,
): { before: string | null; after: string | null } | null {
  const others = before?.kind === 'policy' && after !== undefined && before.role !== after.role;
  const words = (right: Right | undefined) =>
    right === undefined ? null : others ? `TO ${right.role} ${right.value}` : right.value;
  return words(before) === words(after) ? null : { before: words(before), after: words(after) };
}

/** Every new function and type may be used by PUBLIC, every new table by its owner alone: that is no news. */
function isOfInterest(entry: Entry, { kind, role }: Pick<Right, 'kind' | 'role'>): boolean {
  if (kind === 'policy') return true;
  if (kind !== 'privileges') return false;
  const byDefault = role === 'public' && OPEN.has(entry.kind) && entry.attributes['security definer'] === undefined;
  return !byDefault && role !== EVERYBODY;
}

const OPEN = new Set(['function', 'type', 'domain', 'language']);
