/** One session that several ask at once: each waits for its turn. */
import type { Session } from './server.js';

/** The same session, whose queries may be asked for while others still run. */
export function inTurn(session: Session): Session {
  let last: Promise<unknown> = Promise.resolve();
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    // The next one shall not mind what became of this one.
    last = next.catch(() => {});
    return next;
  };
  return {
    ...session,
    query: (sql) => after(() => session.query(sql)),
    queryAll: (queries) => after(() => session.queryAll(queries)),
  };
}
