/** What scripts before the change give to later logins is in force where these would have it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();

const scriptOf = (path: string, sql: string) =>
  grammar.parseScript({ role: 'up', file: { path, text: sql }, sql, transaction: 'per-script' });

const CHANGE = 'ALTER TABLE app.t ADD COLUMN b int; ALTER TABLE t ADD COLUMN c int;';

function alwaysCopying(server: Server): Server {
  return new Proxy(server, { get: (it, key) => (key === 'copyMs' ? -1 : Reflect.get(it, key)) });
}

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  async function run(merged: string[], sql: string, copies: boolean) {
    const { migrations, observations, notChecked } = await rehearse(copies ? alwaysCopying(server) : server, {
      changed: [{ id: 'c', path: 'change.sql', layout: 'plain', up: scriptOf('change.sql', sql) }],
      baseline: merged.map((text, index) => scriptOf(`${index}.sql`, text)),
      seed: [],
    });
    return {
      statuses: migrations[0]?.statements.map(({ status }) => status),
      failing: observations.filter(({ finding }) => /-fails$/.test(finding.rule)).map(({ finding }) => finding.message),
      reasons: notChecked.map(({ reason }) => reason),
    };
  }

  it.skipIf(skip).each([
    ['of the database', 'ALTER DATABASE production SET search_path = app, public;'],
    [
      'of the database, whatever it is called',
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path TO app', current_database()); END $$;`,
    ],
    [
      'of the role before the database',
      'ALTER DATABASE x SET search_path = public; ALTER ROLE CURRENT_USER SET search_path = app;',
    ],
    [
      'and not what was taken back',
      'ALTER DATABASE x SET search_path = app; ALTER ROLE CURRENT_USER SET search_path = public; ALTER ROLE CURRENT_USER RESET search_path;',
    ],
  ])('the search_path %s', async (_, setting) => {
    for (const copies of [false, true]) {
      const result = await run([`CREATE SCHEMA app; ${setting}`, 'CREATE TABLE t (a int);'], CHANGE, copies);
      expect(result).toMatchObject({ failing: [], statuses: ['applied', 'applied'] });
    }
  });

  it.skipIf(skip)('whether the tool logs in as another role is not known', async () => {
    const path = 'CREATE SCHEMA app; CREATE ROLE deployer; ALTER ROLE deployer SET search_path = app, public;';
    const elsewhere = await run([path, 'CREATE TABLE app.t (a int);'], 'ALTER TABLE t ADD COLUMN b int;', false);
    expect(elsewhere.failing).toEqual([]);
    expect(elsewhere.reasons).toContainEqual(expect.stringContaining('0.sql:1 gives the role deployer'));
    const unfound = await run([path, 'CREATE TABLE t (a int);'], 'ALTER TABLE app.t ADD COLUMN b int;', false);
    expect(unfound.failing).toEqual([]);
    const wrong = await run([path, 'CREATE TABLE app.t (a int);'], 'ALTER TABLE tt ADD COLUMN b int;', false);
    expect(wrong.failing).toHaveLength(1);
  });
});
