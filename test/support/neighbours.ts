/** Others at work on the same server: two sessions that write to its log without end, and an administrator's checkpoints. */
import type { ChangeSession } from '../../src/servers/server.js';
import { sessionAt, type TestService } from './postgres.js';

/** Takes transaction ids, leaves dead rows, writes WAL; a pause leaves this machine time for the test. */
const WRITE = `SET statement_timeout = 0;
  DO $$ BEGIN
    LOOP
      FOR i IN 1 .. 100 LOOP PERFORM pg_logical_emit_message(true, 'neighbour', repeat('x', 1000)); END LOOP;
      UPDATE busy SET a = a + 1;
      COMMIT;
      PERFORM pg_sleep(0.002);
    END LOOP;
  END $$`;

/** Does the work beside them, and stops them whatever becomes of it. */
export async function besideNeighbours<T>({ url }: TestService, work: () => Promise<T>): Promise<T> {
  const elsewhere = new URL(url);
  elsewhere.pathname = '/neighbours';
  const admin = await sessionAt(url);
  const sessions: ChangeSession[] = [];
  const running: Promise<unknown>[] = [];
  let over = false;
  const checkpoints = async () => {
    while (!over) await admin.query('CHECKPOINT');
  };
  try {
    await admin.query('CREATE DATABASE neighbours');
    for (const first of ['CREATE TABLE busy AS SELECT 1 AS a', 'SELECT 1']) {
      const session = await sessionAt(elsewhere.href);
      sessions.push(session);
      await session.query(first);
    }
    running.push(...sessions.map((session) => session.query(WRITE).catch(() => null)), checkpoints());
    return await work();
  } finally {
    over = true;
    await Promise.allSettled(running.slice(-1));
    await admin.query('DROP DATABASE IF EXISTS neighbours WITH (FORCE)').finally(() => admin.close());
    await Promise.all([...running, ...sessions.map((session) => session.close())]);
  }
}
