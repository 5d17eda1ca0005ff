/** Migrations that only apply in another order, on every server; what a refusal says of the statement. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();

function migration(path: string, text: string) {
  const up = grammar.parseScript({ role: 'up', file: { path, text }, sql: text, transaction: 'per-script' });
  return { id: path, path, layout: 'plain', up };
}

describe.each(SERVERS)('on $name', ({ skip, real, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(async () => {
    await server?.close();
  });

  it.skipIf(skip).each([
    [
      'ALTER TABLE u ADD b int;',
      'The table u is made in 2.sql:2, which is applied after this: change the order, or make it here.',
    ],
    [
      'ALTER TABLE t ADD b mood;',
      'The type mood is made in 2.sql:1, which is applied after this: change the order, or make it here.',
    ],
    [
      'CREATE INDEX i ON t (later);',
      'The column t.later is made in 2.sql:3, which is applied after this: change the order, or make it here.',
    ],
    ['ALTER TABLE nowhere ADD b int;', 'Mend the statement: the message holds what Postgres said.'],
  ])('%s', async (first, help) => {
    const later = "CREATE TYPE mood AS ENUM ('a');\nCREATE TABLE u (a int);\nALTER TABLE t ADD later int;";
    const changed = [migration('1.sql', first), migration('2.sql', later)];
    const baseline = [migration('0.sql', 'CREATE TABLE t (a int);').up];
    const { observations } = await rehearse(server, { changed, baseline, seed: [] });
    const fails = observations.filter(({ finding }) => finding.rule === 'migration-fails');
    expect(fails.map(({ finding }) => [finding.path, finding.help])).toEqual([['1.sql', help]]);
  });

  it.skipIf(skip)('says where in the statement, and what the server advises', async () => {
    const { up } = await rehearseSql(server, 'CREATE TABLE t (amount int);', 'UPDATE t SET amount = amuont;');
    expect(up[0]).toMatchObject({
      status: 'failed',
      sqlstate: '42703',
      position: 23,
      hint: expect.stringContaining('t.amount'),
    });
  });

  it.skipIf(skip)('counts what a statement writes into the log, and how long it takes', async () => {
    const sql = 'INSERT INTO t SELECT 1 FROM generate_series(1, 1000);\nSELECT count(*) FROM t;';
    const { up } = await rehearseSql(server, 'CREATE TABLE t (a int);', sql);
    // A row's tuple header and its record's are more than fifty bytes. Where others may write, nobody can tell.
    if (real) expect(up.map(({ walBytes }) => walBytes)).toEqual([null, null]);
    else {
      expect(up[0]?.walBytes).toBeGreaterThan(50_000);
      expect(up[1]?.walBytes).toBeLessThan(10_000);
    }
    expect(up[0]?.durationMs).toBeGreaterThan(0);
  });
});
