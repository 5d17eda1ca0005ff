/** A database that a migration names is the one that it is tried in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { aboutDatabase } from '../../../src/sql/own-database.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { recycled } from '../../support/recycled.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();
const scriptOf = (sql: string) =>
  grammar.parseScript({ role: 'up', file: { path: 'a.sql', text: sql }, sql, transaction: 'autocommit' });

const STATEMENTS = [
  'GRANT CONNECT, TEMP ON DATABASE shop TO PUBLIC',
  'REVOKE ALL ON DATABASE "Shop of ours", shop FROM PUBLIC',
  "ALTER DATABASE shop SET statement_timeout = '5s'",
  'ALTER DATABASE shop RESET ALL',
  "COMMENT ON DATABASE shop IS 'DATABASE shop'",
  'REINDEX (VERBOSE) DATABASE shop',
  'REINDEX DATABASE CONCURRENTLY shop',
];

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(STATEMENTS)('%s', async (sql) => {
    for (const [merged, changed] of [
      ['CREATE TABLE t (a int);', `${sql};`],
      [`${sql};`, 'CREATE TABLE t (a int);'],
    ] as const) {
      const changedMigration = { id: 'a', path: 'a.sql', layout: 'plain', up: scriptOf(changed) };
      const { migrations, observations, notChecked } = await rehearse(server, {
        changed: [changedMigration],
        baseline: [scriptOf(merged)],
        seed: [],
      });
      expect(observations.filter(({ finding }) => /-fails$/.test(finding.rule))).toEqual([]);
      expect(notChecked.filter(({ check }) => /need more rights|rehearsal of/.test(check))).toEqual([]);
      expect(migrations[0]?.statements.map(({ status }) => status)).toEqual(['applied']);
    }
  });
});

it.each([
  ['GRANT ALL ON DATABASE a TO b', 'GRANT ALL ON DATABASE it TO b'],
  ['GRANT ALL ON DATABASE a , "b c" TO b', 'GRANT ALL ON DATABASE it TO b'],
  ['ALTER DATABASE /* DATABASE x */ a SET b TO c', 'ALTER DATABASE /* DATABASE x */ it SET b TO c'],
  ['REINDEX DATABASE CONCURRENTLY a', 'REINDEX DATABASE CONCURRENTLY it'],
  ['REINDEX DATABASE CONCURRENTLY', 'REINDEX DATABASE CONCURRENTLY'],
  ['ALTER DATABASE ünï SET b TO c', 'ALTER DATABASE it SET b TO c'],
])('%s', (sql, expected) => {
  expect(aboutDatabase(sql, 'it')).toBe(expected);
});
