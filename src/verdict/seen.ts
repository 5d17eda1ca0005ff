/** What a rehearsal has seen, as far as predictions are held against it. Types only: the rehearsal fills them. */
import type { LockMode } from '../model.js';
import type { Named, Place } from './fact.js';

/** A statement that a server was sent. Relations are oids. */
export interface SeenStatement {
  /** The error that it was answered with; null where it ran. */
  refusal: { sqlstate: string; error: string } | null;
  /** What it took, and what its transaction held before; null where they could not be read. */
  locks: readonly SeenLock[] | null;
  scans: readonly string[];
  rewrites: readonly string[];
  /** What the catalogs had before it and not after it, as reports name it: for words, not for comparing. */
  vanished?: readonly string[];
  /** False where it may have released locks before they were read, or committed by itself. */
  keepsLocks: boolean;
  /** The relation that has the full name where the statement begins; undefined for none, or for more than one. */
  identify(name: string): string | undefined;
}

export interface SeenLock {
  on: string;
  mode: LockMode;
  /** Where an earlier statement took it, for the end of a sentence; absent where it was this one. */
  since?: string;
}

/** What became of an object between the schema before a migration and the one after its rollback. */
export type Fate = 'left' | 'gone' | 'changed' | 'as before' | 'never there';

/** All that was seen of the change. */
export interface Seen {
  /** Undefined where it was never sent. */
  statement(at: Place): SeenStatement | undefined;
  /** After the rollback of the migration whose statement it is; undefined where none ran as its tool runs it. */
  fate(at: Place, object: Named): Fate | undefined;
  /** Whether an INSERT that leaves the column out, `table.column`, worked after the script. */
  leftOut(at: Place, column: string): boolean;
  /** Whether it was looked for from outside the change's own session. */
  outside: boolean;
}

/** Of a change that no server was asked about. */
export const NOTHING_SEEN: Seen = {
  statement: () => undefined,
  fate: () => undefined,
  leftOut: () => false,
  outside: true,
};
