/** Who waits for whom at a sequence, as the rule alter-sequence-blocks-nextval says it, held against real servers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeSession, PostgresError, ScratchDatabase, Server } from '../../src/servers/server.js';
import { SERVERS } from '../support/servers.js';

const DRAWS = ["SELECT nextval('s')", 'INSERT INTO t DEFAULT VALUES'];

// The embedded server has one session.
describe.each(SERVERS.filter(({ real }) => real))('on $name', ({ skip, start }) => {
  let server: Server;
  let scratch: ScratchDatabase;
  let migration: ChangeSession;
  let application: ChangeSession;

  beforeAll(async () => {
    if (skip) return;
    server = await start();
    scratch = await server.createScratch();
    migration = await scratch.connect();
    application = await scratch.connect();
    await migration.query(
      "CREATE SEQUENCE s CACHE 50; CREATE TABLE t (id int DEFAULT nextval('s')); CREATE SCHEMA app;",
    );
    // Its session has numbers in its cache from here on.
    await application.query("SELECT nextval('s')");
    for (const session of [migration, application]) await session.query("SET lock_timeout = '200ms'");
  });
  afterAll(async () => {
    for (const session of [migration, application]) await session?.close();
    await scratch?.drop();
    await server?.close();
  });

  /** Whether one session waits with a query while the other’s transaction is open. */
  async function waits(first: ChangeSession, open: string, second: ChangeSession, query: string): Promise<boolean> {
    await first.query('BEGIN');
    try {
      await first.query(open);
      await second.query(query);
      return false;
    } catch (error) {
      expect((error as PostgresError).sqlstate).toBe('55P03');
      return true;
    } finally {
      await first.query('ROLLBACK');
    }
  }

  it
    .skipIf(skip)
    .each([
      'ALTER SEQUENCE s CACHE 10',
      'ALTER SEQUENCE s RESTART',
      'ALTER SEQUENCE s OWNED BY t.id',
      'ALTER SEQUENCE s RENAME TO numbers',
      'ALTER SEQUENCE s OWNER TO CURRENT_USER',
      'ALTER SEQUENCE s SET SCHEMA app',
    ])('%s makes others wait, and waits for them', async (alter) => {
    for (const draw of DRAWS) {
      expect(await waits(migration, alter, application, draw)).toBe(true);
      expect(await waits(application, draw, migration, `BEGIN; ${alter}; ROLLBACK`)).toBe(true);
      await migration.query('ROLLBACK');
    }
  });

  it.skipIf(skip)('setval() makes nobody wait, and waits for nobody', async () => {
    for (const draw of DRAWS) {
      expect(await waits(migration, "SELECT setval('s', 1000, false)", application, draw)).toBe(false);
      expect(await waits(application, draw, migration, "SELECT setval('s', 1000, false)")).toBe(false);
    }
  });
});
