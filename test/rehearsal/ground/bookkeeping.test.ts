/** The tables in which tools count what they have applied are there before the first migration. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../../src/migrations/layouts/index.js';
import type { ChangeSession, ScratchDatabase } from '../../../src/servers/server.js';
import { SERVERS } from '../../support/servers.js';

const own = LAYOUTS.flatMap(({ name, bookkeeping }) => (bookkeeping ? [{ name, ...bookkeeping }] : []));
const newest = SERVERS.filter(({ real, skip }) => real && !skip).at(-1);

describe.skipIf(!newest)('on a server', () => {
  let scratch: ScratchDatabase;
  let session: ChangeSession;
  beforeAll(async () => {
    scratch = (await (await newest?.start())?.createScratch()) as ScratchDatabase;
    session = await scratch.connect();
  });
  afterAll(() => scratch?.drop());

  it.each(own)('$name makes $table', async ({ table, sql }) => {
    await session.query(`BEGIN; ${sql}`);
    const { rows } = await session.query(`SELECT count(*) FROM pg_class WHERE relname = '${table}' AND relkind = 'r'`);
    await session.query('ROLLBACK');
    expect(rows).toEqual([['1']]);
  });
});
