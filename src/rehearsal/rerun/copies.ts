/** Databases and sessions that go when the work on them is done, and how many are at work at once. */
import type { ChangeSession, ScratchDatabase } from '../../servers/server.js';

/** A copy of the database would lack something that it has. */
export class NoCopy extends Error {
  override name = 'NoCopy';
}

/** Needs a server with `templates`. Throws `NoCopy`. */
export async function onCopy<T>(database: ScratchDatabase, work: (copy: ScratchDatabase) => Promise<T>): Promise<T> {
  const copy = await database.copy?.();
  if (!copy) throw new NoCopy();
  try {
    return await work(copy);
  } finally {
    await copy.drop();
  }
}

export async function onSession<T>(
  database: ScratchDatabase,
  work: (session: ChangeSession) => Promise<T>,
): Promise<T> {
  const session = await database.connect();
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** Does the work for each, `atOnce` at a time; the results are in their order. What fails keeps the next from beginning. */
export async function inParallel<T, R>(atOnce: number, all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = all.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, one] of queue) {
      if (failed) return;
      results[index] = await work(one).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return results;
}
