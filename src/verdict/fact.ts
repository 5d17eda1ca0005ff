/**
 * What is so about a change, predicted by a rule or seen by the rehearsal: one language for both, and for the proof suite.
 * A rule names relations as they are called where its statement begins; `grounded` makes oids of the names, so that two
 * facts are never compared by a name that a rename has given to something else.
 */
import type { LockMode } from '../model.js';
import { compareLockModes } from '../sql/locks.js';

/** An object of the schema, by its kind and its full name. Names in rules have no arguments of functions. */
export interface Named {
  kind: string;
  name: string;
}

export type Fact =
  /** The statement takes the lock, or its transaction holds it already. */
  | { kind: 'lock'; mode: LockMode; on: string }
  /** It reads the relation from end to end. */
  | { kind: 'scan'; of: string }
  /** It writes the relation's storage anew. */
  | { kind: 'rewrite'; of: string }
  /** Postgres answers it with this error. */
  | { kind: 'refused'; sqlstate: string }
  /** The same as soon as there is a row: nothing that an empty table could show. */
  | { kind: 'refused on rows'; sqlstate: string }
  /** Other sessions' reads or writes wait while it works; `since`: the statement that took the lock. */
  | { kind: 'waits'; mode: LockMode; on: string; since: Place }
  /** The rollback leaves the object behind. */
  | { kind: 'leaves'; object: Named }
  /** The rollback doesn't bring the object back as it was. */
  | { kind: 'differs'; object: Named }
  /** The rollback doesn't bring back the values of a table, or of one of its columns. */
  | { kind: 'lost'; of: string }
  /** Anything else that is reported once, by the name of what reports it; `of`: what it is about, else the statement. */
  | { kind: 'hazard'; name: string; of?: string };

/** What a rule says that a statement does: the first fact, and those of its kind, are its subject; the others show it, too. */
export type Claim = Fact | readonly Fact[];

/** Where a statement begins. */
export interface Place {
  path: string;
  start: number;
}

export function samePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.start === b.start;
}

/** A fact, and the statement that it is about. */
export interface FactAt {
  fact: Fact;
  at: Place;
}

export const lock = (mode: LockMode, on: string) => ({ kind: 'lock', mode, on }) as const satisfies Fact;
export const scan = (of: string) => ({ kind: 'scan', of }) as const satisfies Fact;
export const rewrite = (of: string) => ({ kind: 'rewrite', of }) as const satisfies Fact;
export const refused = (sqlstate: string) => ({ kind: 'refused', sqlstate }) as const satisfies Fact;
export const refusedOnRows = (sqlstate: string) => ({ kind: 'refused on rows', sqlstate }) as const satisfies Fact;
export const leaves = ({ kind, name }: Named) => ({ kind: 'leaves', object: { kind, name } }) as const satisfies Fact;
export const differs = ({ kind, name }: Named) => ({ kind: 'differs', object: { kind, name } }) as const satisfies Fact;
export const lost = (of: string) => ({ kind: 'lost', of }) as const satisfies Fact;
export const hazard = (name: string, of?: string): Fact => ({ kind: 'hazard', name, ...(of !== undefined && { of }) });

/** A claim's facts, in order. */
export function factsOf(claim: Claim | undefined): readonly Fact[] {
  if (claim === undefined) return [];
  return 'kind' in claim ? [claim] : claim;
}

/**
 * Whether the predicted fact is the observed one. Of a lock the two may name another mode: how strong it was is decided
 * by the evidence. What an earlier statement took is another lock than a weaker one that was predicted.
 */
export function sameFact(said: FactAt, seen: FactAt): boolean {
  const [a, b] = [said.fact, seen.fact];
  const here = samePlace(said.at, seen.at);
  switch (b.kind) {
    case 'lock':
      return a.kind === 'lock' && here && a.on === b.on;
    case 'waits':
      if (!here || (a.kind !== 'lock' && a.kind !== 'waits') || a.on !== b.on) return false;
      if (a.kind === 'waits') return samePlace(a.since, b.since);
      return samePlace(b.since, seen.at) || compareLockModes(a.mode, b.mode) >= 0;
    case 'scan':
    case 'rewrite':
      return a.kind === b.kind && here && a.of === b.of;
    case 'refused':
      // What is refused as soon as there is a row may be so without one.
      return (a.kind === 'refused' || a.kind === 'refused on rows') && here && a.sqlstate === b.sqlstate;
    case 'refused on rows':
      return a.kind === 'refused on rows' && here && a.sqlstate === b.sqlstate;
    case 'leaves':
    case 'differs':
      return a.kind === b.kind && sameObject(a.object, b.object);
    case 'lost':
      return a.kind === 'lost' && a.of === b.of;
    case 'hazard':
      return a.kind === 'hazard' && a.name === b.name && a.of === b.of && (a.of !== undefined || here);
  }
}

/** Whether the two names mean one object: the replay knows a function by its name, the catalogs by its arguments too. */
export function sameObject(a: Named, b: Named): boolean {
  return a.kind === b.kind && withoutArguments(a) === withoutArguments(b);
}

function withoutArguments({ kind, name }: Named): string {
  return kind === 'function' ? name.replace(/\(.*$/s, '') : name;
}

/** The fact with the relation's identity in the place of its name; undefined where that is unknown. */
export function grounded(fact: Fact, identify: (relation: string) => string | undefined): Fact | undefined {
  if ('on' in fact) {
    const on = identify(fact.on);
    return on === undefined ? undefined : { ...fact, on };
  }
  if (fact.kind !== 'scan' && fact.kind !== 'rewrite') return fact;
  const of = identify(fact.of);
  return of === undefined ? undefined : { ...fact, of };
}

/** What a statement does to one relation. */
export function touches(mode: LockMode, relation: string, work: { scans?: boolean; rewrites?: boolean } = {}): Claim {
  const { scans = false, rewrites = false } = work;
  return [lock(mode, relation), ...(scans ? [scan(relation)] : []), ...(rewrites ? [rewrite(relation)] : [])];
}

/** The hazard of an INSERT that leaves a column out, `table.column`, which must have a value. */
export const LEFT_OUT = 'value left out';
