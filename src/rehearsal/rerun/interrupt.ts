/** Stops a migration halfway on a copy of the database, and does what its tool does next: runs it again, or rolls it back. */
import type { Script, Statement } from '../../model.js';
import type { Interruption, Retry } from '../../report-schema/types.js';
import { type Capabilities, type ChangeSession, PostgresError, type ScratchDatabase } from '../../servers/server.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { resetSession } from '../ground/session.js';
import { type Failure, runScript } from '../run/apply.js';
import { resolveTables } from '../run/trace/targets.js';
import { type Snapshot, takeSnapshot } from '../snapshot/snapshot.js';
import { inParallel, onCopy, onSession } from './copies.js';
import { interruptionPoints, type Point } from './points.js';
import type { Reference, Schemas } from './reference.js';

/** A server has a processor to spare while one session waits for its locks, or we for the server. */
const AT_ONCE = 2;

export interface Interruptions {
  interrupted: Interruption[];
  /** Points that were left out, because there are too many. */
  left: number;
}

/** What a server can stop. */
export function stoppable(up: Script, { multiSession }: Capabilities): Point[] {
  return interruptionPoints(up).filter(({ leavesIndex }) => multiSession || !leavesIndex);
}

/**
 * `base` is at the migration's start, with no session open; `reference` knows the schema there, and after a
 * migration that came to its end. Each point takes several copies of the database: at most `most` are tried, spread over the
 * script. Null where the migration needs rows to apply. Throws `NoCopy`.
 */
export async function interruptEverywhere(
  { base, capabilities, most }: { base: ScratchDatabase; capabilities: Capabilities; most: number },
  { up, down }: { up: Script; down?: Script | undefined },
  reference: Reference,
): Promise<Interruptions | null> {
  const points = stoppable(up, capabilities);
  // Before there are copies, which begin with it; of few it isn't worth it.
  if (Math.min(points.length, most) > 1) await reference.knowStart();
  // Where there is one session, databases take turns, and each turn takes time.
  const atOnce = capabilities.multiSession ? AT_ONCE : 1;
  const tried = await inParallel(atOnce, spread(points, most), (point) =>
    onCopy(base, async (partial): Promise<Interruption | null> => {
      if (!(await stopAt(partial, point))) return null;
      const rolledBack = down && (await onCopy(partial, (copy) => outcome(copy, down, reference, 'before')));
      const again = await outcome(partial, up, reference, 'after');
      const { line } = point.at.location;
      return { line, leavesInvalidIndex: point.leavesIndex, again, ...(rolledBack && { rolledBack }) };
    }),
  );
  const smooth = tried.every((one) => one !== null && went(one.again) && (!one.rolledBack || went(one.rolledBack)));
  if (!smooth && !(await reference.appliesWithoutRows())) return null;
  const interrupted = tried.filter((one) => one !== null);
  return { interrupted, left: Math.max(points.length - most, 0) };
}

function went({ verdict }: Retry): boolean {
  return verdict === 'succeeds';
}

/** The first, the last, and those in between at even distances; of one, the last. */
function spread<T>(all: T[], most: number): T[] {
  if (all.length <= most) return all;
  if (most === 1) return all.slice(-1);
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
async function cancelled(
  database: ScratchDatabase,
  session: ChangeSession,
  { node, sql }: Statement,
): Promise<boolean> {
  // The migration may have set the search_path that finds it.
  const name = relationName(nodeOf(node, 'IndexStmt')?.relation);
  const [table] = name === undefined ? [] : await resolveTables(session, [name]);
  if (table === undefined) return false;
  return onSession(database, async (writer) => {
    await writer.query(`BEGIN; LOCK TABLE ${table} IN ROW EXCLUSIVE MODE`);
    await session.query("SET lock_timeout = '20ms'");
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

/** What running a script leads to. `reference` may need a run of its own, with no session left open beside it. */
async function outcome(
  database: ScratchDatabase,
  script: Script,
  reference: Reference,
  wanted: keyof Schemas,
): Promise<Retry> {
  const ended = await onSession(database, async (session): Promise<Snapshot | Failure> => {
    const run = await runScript(session, script, null);
    const failure = run.complete ? undefined : run.failures.at(-1);
    if (failure) return failure;
    await resetSession(session);
    return takeSnapshot(database, reference.start);
  });
  if (!(ended instanceof Map)) {
    const { statement, error } = ended;
    return {
      verdict: 'fails',
      differences: [],
      line: statement.location.line,
      sqlstate: error.sqlstate,
      error: error.message,
    };
  }
  const differences = await reference.differences(wanted, ended);
  return { verdict: differences.length === 0 ? 'succeeds' : 'differs', differences };
}
