/** What a refusal makes us send a second time gives the ids that it gave, and what its own ROLLBACK undoes stays undone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const TABLES = 'CREATE TABLE made (id serial PRIMARY KEY, note text); CREATE TABLE child (made int REFERENCES made);';

describe.each(SERVERS)('on $name', ({ skip, real, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  const statuses = async (sql: string) => {
    const { up } = await rehearseSql(server, TABLES, sql);
    return up.map(({ status }) => status);
  };

  it.skipIf(skip || !real)('without an administrator’s statement', async () => {
    const sql = `BEGIN; INSERT INTO made DEFAULT VALUES; COMMENT ON EXTENSION plpgsql IS 'x'; INSERT INTO child VALUES (1); COMMIT;`;
    expect(await statuses(sql)).toEqual(['applied', 'applied', 'notRun', 'applied', 'applied']);
  });

  it.skipIf(skip)('outside a transaction', async () => {
    const sql = `BEGIN; INSERT INTO made DEFAULT VALUES; VACUUM made; INSERT INTO child VALUES (1); COMMIT;`;
    expect(await statuses(sql)).toEqual(['applied', 'applied', 'failed', 'applied', 'applied']);
  });

  it.skipIf(skip)('not outside a transaction that its script undoes', async () => {
    const sql = `BEGIN; CREATE TABLE tried (a int); VACUUM made; SELECT * FROM tried; ROLLBACK; CREATE TABLE tried (a int);`;
    expect(await statuses(sql)).toEqual(['applied', 'applied', 'failed', 'applied', 'applied', 'applied']);
  });
});
