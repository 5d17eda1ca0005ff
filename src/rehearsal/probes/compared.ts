/** What the probes have come to, before a migration and after it. Types only. */
import type { PostgresError } from '../../servers/server.js';
import type { Operation } from './probe.js';

/** One operation on one table or view, which worked before the migration. */
export interface WriteComparison {
  table: string;
  operation: Operation;
  /** Who tried it; absent: the table's owner. */
  role?: string;
  /** `unknown`: what the refusal says depends on the row, or on a limit. */
  result: 'works' | 'breaks' | 'unknown';
  error?: PostgresError;
  /** No error, and no row: something keeps out what was let in before. */
  swallowed?: true;
  /** Of what is unknown: why, where that is neither the row’s nor the session’s doing. */
  perhaps?: string;
}

export interface ComparedWrites {
  comparisons: WriteComparison[];
  /** Tables of which nothing could be said, and why. */
  untried: { table: string; reason: string; role?: string }[];
  /** Roles with rights on one of them that nobody could try. */
  roles: string[];
  /** Tables whose rows a new foreign key keeps, each with the table that refers to it. */
  heldBy: { table: string; child: string }[];
  /** Columns that an INSERT of the owner's left out, in full, where it worked after the migration. */
  leftOut: string[];
}
