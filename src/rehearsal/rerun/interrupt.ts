/** Stops a migration halfway on a copy of the database, and does what its tool does next: runs it again, or rolls it back. */
import type { Interruption, Retry, Script, Statement } from '../../model.js';
import { display, nodeOf, relationName } from '../../sql/ast.js';
import { runScript } from '../apply.js';
import { PostgresError, type ScratchDatabase, type Session } from '../servers/server.js';
import { compareSnapshots, type Snapshot, takeSnapshot } from '../snapshot/snapshot.js';
import { resetSession, type Stage } from '../stage.js';
import { interruptionPoints, type Point } from './points.js';

/** A copy of the database would lack something that it has. */
export class NoCopy extends Error {
  override name = 'NoCopy';
}

/** Each takes several copies of the database: so many are tried, spread over the script. */
const MOST_POINTS = 4;

export interface Interruptions {
  interrupted: Interruption[];
  /** Points that were left out, because there are too many. */
  left: number;
}

/**
 * `base` stands where the migration starts, with no session open; `before` and `after` are the schema there and after a
 * migration that came to its end. Needs a server with `templates`.
 */
export async function interruptEverywhere(
  { scratch: base, multiSession }: Pick<Stage, 'scratch' | 'multiSession'>,
  { up, down }: { up: Script; down?: Script | undefined },
  { before, after }: { before: Snapshot; after: Snapshot },
): Promise<Interruptions> {
  // Only a second session stops one in its middle.
  const points = interruptionPoints(up).filter(({ leavesIndex }) => multiSession || !leavesIndex);
  const interrupted: Interruption[] = [];
  for (const point of spread(points, MOST_POINTS)) {
    const partial = await copyOf(base);
    try {
      const line = point.at.location.line;
      if (!(await stopAt(partial, point))) continue;
      const rolledBack = down && (await onCopy(partial, (session) => outcome(session, down, before)));
      const again = await onSession(partial, (session) => outcome(session, up, after));
      interrupted.push({ line, leavesInvalidIndex: point.leavesIndex, again, ...(rolledBack && { rolledBack }) });
    } finally {
      await partial.drop();
    }
  }
  return { interrupted, left: Math.max(points.length - MOST_POINTS, 0) };
}

/** The first, the last, and those in between at even distances. */
function spread<T>(all: T[], most: number): T[] {
  if (all.length <= most) return all;
  const step = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => all[Math.round(index * step)] as T);
}

/** False where it could not be brought about. */
async function stopAt(partial: ScratchDatabase, { at, done, leavesIndex }: Point): Promise<boolean> {
  return onSession(partial, async (session) => {
    const run = await runScript(session, done, null);
    if (!run.complete) return false;
    return leavesIndex ? cancelled(partial, session, at) : true;
  });
}

/** A writer that doesn't end stops CREATE INDEX CONCURRENTLY after its index is in the catalogs. */
async function cancelled(database: ScratchDatabase, session: Session, { node, sql }: Statement): Promise<boolean> {
  const table = relationName(nodeOf(node, 'IndexStmt')?.relation);
  if (table === undefined) return false;
  return onSession(database, async (writer) => {
    await writer.query(`BEGIN; LOCK TABLE ${display(table)} IN ROW EXCLUSIVE MODE`);
    await session.query("SET lock_timeout = '100ms'");
    try {
      await session.query(sql);
      return false;
    } catch (error) {
      if (error instanceof PostgresError) return true;
      throw error;
    } finally {
      await writer.query('ROLLBACK');
    }
  });
}

async function outcome(session: Session, script: Script, wanted: Snapshot): Promise<Retry> {
  const run = await runScript(session, script, null);
  const failure = run.failures.at(-1);
  if (!run.complete && failure) {
    const { statement, error } = failure;
    return {
      verdict: 'fails',
      differences: [],
      line: statement.location.line,
      sqlstate: error.sqlstate,
      error: error.message,
    };
  }
  await resetSession(session);
  const differences = compareSnapshots(wanted, await takeSnapshot(session));
  return { verdict: differences.length === 0 ? 'succeeds' : 'differs', differences };
}

async function onCopy<T>(database: ScratchDatabase, work: (session: Session) => Promise<T>): Promise<T> {
  const copy = await copyOf(database);
  try {
    return await onSession(copy, work);
  } finally {
    await copy.drop();
  }
}

async function onSession<T>(database: ScratchDatabase, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await database.connect();
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

async function copyOf(database: ScratchDatabase): Promise<ScratchDatabase> {
  const copy = await database.copy?.();
  if (!copy) throw new NoCopy();
  return copy;
}
