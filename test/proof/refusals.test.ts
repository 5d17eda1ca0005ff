/** What servers refuse that a rehearsal doesn't send, or sends as a superuser: asked of them directly. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import superuserOnly from '../../src/rules/superuser-only.js';
import type { ChangeSession, PostgresError, ScratchDatabase, Server } from '../../src/servers/server.js';
import { needsTransaction } from '../../src/sql/needs-transaction.js';
import { nonTransactional } from '../../src/sql/non-transactional.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();
const nodeOf = (sql: string) => grammar.parseScript(scriptSource('up', sql)).statements[0]?.node ?? null;

const NOT_IN_TRANSACTION = [
  "CREATE SUBSCRIPTION s CONNECTION 'dbname=elsewhere' PUBLICATION p",
  "COMMIT PREPARED 'x'",
  "ROLLBACK PREPARED 'x'",
  'ALTER DATABASE elsewhere SET TABLESPACE pg_default',
];
const IN_TRANSACTION = [
  'LOCK TABLE pg_class',
  'DECLARE c CURSOR FOR SELECT 1',
  'SAVEPOINT s',
  'RELEASE s',
  'ROLLBACK TO s',
];

describe.each(SERVERS)('on $name', ({ skip, real, start }) => {
  let server: Server;
  let scratch: ScratchDatabase;
  let session: ChangeSession;

  beforeAll(async () => {
    if (skip) return;
    server = await start();
    scratch = await server.createScratch();
    session = await scratch.connect();
  });
  afterAll(async () => {
    await session?.close();
    await scratch?.drop();
    await server?.close();
  });

  /** The SQLSTATE that the last of the queries is answered with. */
  async function answer(...queries: string[]): Promise<string> {
    let state = '00000';
    for (const query of queries) {
      state = await session.query(query).then(
        () => '00000',
        (error: PostgresError) => error.sqlstate,
      );
    }
    await session.query('ROLLBACK');
    return state;
  }

  it.skipIf(skip).each(NOT_IN_TRANSACTION)('%s is refused in a transaction', async (sql) => {
    expect(nonTransactional(nodeOf(sql))).toBeDefined();
    expect(await answer('BEGIN', sql)).toBe('25001');
  });

  it.skipIf(skip).each(IN_TRANSACTION)('%s is refused outside one', async (sql) => {
    expect(needsTransaction(nodeOf(sql))).toBeDefined();
    expect(await answer(sql)).toBe('25P01');
  });

  it.skipIf(skip)(
    'the implicit transaction of a query string is enough for a cursor, not for a savepoint',
    async () => {
      expect(await answer('SELECT 1; DECLARE c CURSOR FOR SELECT 1')).toBe('00000');
      expect(await answer('SELECT 1; SAVEPOINT s')).toBe('25P01');
    },
  );

  it.skipIf(skip || !real).each(superuserOnly.examples.bad)('$sql is refused to others', async ({ setup, sql }) => {
    expect(await answer(...(setup ? [setup] : []), sql)).toBe('42501');
  });
});
