/** The application's queries across a migration, and what its writes cost, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rehearsal, rehearse } from '../../src/rehearsal/rehearse.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { applicationQueries } from '../../src/sql/queries.js';
import { migrationOf } from '../support/examples.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();
const SETUP = 'CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, note text);';
const QUERIES = applicationQueries({
  path: 'queries.sql',
  text: `-- name: all :many
SELECT * FROM orders;
-- name: notes :many
SELECT id, note FROM orders WHERE customer = $1;
-- name: add :exec
INSERT INTO orders VALUES (@id, @customer, @note);
-- name: unsure :one
SELECT $1 IS NULL;
-- name: wrong :one
SELECT nothing FROM orders;`,
});

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;

  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(async () => {
    await server?.close();
  });

  async function run(sql: string, maxWriteCost: number | null = null): Promise<Rehearsal> {
    const { migration, baseline } = migrationOf({ setup: SETUP, sql }, grammar);
    return rehearse(server, { changed: [migration], baseline, seed: [], queries: QUERIES, maxWriteCost });
  }
  const statuses = ({ migrations }: Rehearsal) =>
    Object.fromEntries(
      migrations[0]?.queries.map(({ name, status, sqlstate }) => [name, sqlstate ? `${status} ${sqlstate}` : status]) ??
        [],
    );
  const rules = ({ observations }: Rehearsal) =>
    observations.map(({ finding }) => `${finding.rule} ${finding.line}`).filter((rule) => rule.startsWith('query-'));

  const BAD = { unsure: 'not checked 42P18', wrong: 'fails already 42703' };

  it.skipIf(skip).each([
    {
      sql: 'CREATE TABLE other (a int);\nALTER TABLE orders DROP COLUMN note;',
      found: { all: 'breaks where prepared 0A000', notes: 'breaks 42703', add: 'breaks 42601' },
      blamed: ['query-breaks 2', 'query-breaks 2', 'query-breaks-where-prepared 2'],
    },
    {
      sql: 'ALTER TABLE orders ADD COLUMN extra int;',
      found: { all: 'breaks where prepared 0A000', notes: 'works', add: 'works' },
      blamed: ['query-breaks-where-prepared 1'],
    },
    {
      sql: 'ALTER TABLE orders RENAME TO purchases;',
      found: { all: 'breaks 42P01', notes: 'breaks 42P01', add: 'breaks 42P01' },
      blamed: ['query-breaks 1', 'query-breaks 1', 'query-breaks 1'],
    },
    {
      sql: 'CREATE INDEX CONCURRENTLY i ON orders (customer);',
      found: { all: 'works', notes: 'works', add: 'works' },
      blamed: [],
    },
  ])('$sql', async ({ sql, found, blamed }) => {
    const rehearsal = await run(sql);
    expect(statuses(rehearsal)).toEqual({ ...found, ...BAD });
    expect(rules(rehearsal).toSorted()).toEqual(blamed);
    const detail = rehearsal.migrations[0]?.proofs.find(({ check }) => check === 'queries')?.detail;
    if (sql.startsWith('CREATE INDEX'))
      expect(detail).toMatch(/(no query uses the new index `i`|`notes` have another plan)/);
  });

  it.skipIf(skip)('measures what an index makes writes cost, and holds it against the limit', async () => {
    const sql = 'CREATE INDEX CONCURRENTLY i ON orders (customer);\nUPDATE orders SET note = note;';
    const { migrations, observations } = await run(sql, 1.01);
    const [cost] = migrations[0]?.writeCosts ?? [];
    expect(cost).toMatchObject({ table: 'orders', rows: 4 });
    expect(migrations[0]?.bloat).toMatchObject([{ table: 'orders', rows: 50, rewritten: false, deadPercent: 100 }]);
    expect(cost?.insert.after).toBeGreaterThan(cost?.insert.before ?? 0);
    expect(cost?.updates).toMatchObject([{ column: 'customer', hotBefore: 100, hotAfter: 0 }]);
    expect(observations.filter(({ finding }) => finding.rule === 'write-cost')).toHaveLength(1);
    expect(migrations[0]?.proofs.find(({ check }) => check === 'writes')).toMatchObject({ status: 'failed' });
    const cheap = await run('CREATE INDEX CONCURRENTLY i ON orders (customer);', 50);
    expect(cheap.observations.filter(({ finding }) => finding.rule === 'write-cost')).toEqual([]);
  });
});
