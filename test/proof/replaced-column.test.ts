/** A second column in a column’s place: the recipe is run step by step on a server while rows come in, and ends as what was asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.js';
import { compareSnapshots, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import type { ChangeSession, Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample } from '../support/examples.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();

interface Case {
  name: string;
  rule: string;
  setup: string;
  sql: string;
  /** What reaches the same end where Postgres refuses the change in this form. */
  asked?: string;
  /** Statements of the old release, one before each step. */
  writes?: string[];
  /** What the rows are asked for by. */
  look?: string;
}

const touch = (body: string) =>
  `CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN NEW; END $$;`;

const CASES: Case[] = [
  {
    name: 'a trigger that changes the value first',
    rule: 'alter-column-type-rewrites',
    setup: `CREATE TABLE t (id int, a text); ${touch("NEW.a := coalesce(NEW.a, 'none');")} CREATE TRIGGER t_touch BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();`,
    sql: "ALTER TABLE t ALTER COLUMN a TYPE bytea USING convert_to(a, 'UTF8');",
    writes: [
      "INSERT INTO t VALUES (1, 'x')",
      'INSERT INTO t (id) VALUES (2)',
      'UPDATE t SET a = NULL WHERE id = 1',
      'INSERT INTO t (id) VALUES (3)',
    ],
    look: "SELECT id, encode(a, 'escape') FROM t ORDER BY id",
  },
];

describe.each(SERVERS.filter(({ major, real }) => real && [15, 17].includes(major)))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  async function inScratch(run: (session: ChangeSession) => Promise<void>, look: string) {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await run(session);
      const { rows } = await session.query(look);
      return { rows, snapshot: await takeSnapshot(scratch) };
    } finally {
      await session.close();
      await scratch.drop();
    }
  }

  it.skipIf(skip).each(CASES)('$name', async ({ rule, setup, sql, asked = sql, writes = [], look = 'SELECT 1' }) => {
    const found = lintExample({ setup, sql }, RULES, grammar).find(({ finding }) => finding.rule === rule);
    const steps = found?.recipe?.steps ?? [];
    expect(steps.length).toBeGreaterThan(3);
    const got = await inScratch(async (session) => {
      await session.query(setup);
      // The application writes as the old release does, until the last step.
      for (const [at, step] of steps.entries()) {
        for (const write of writes.slice(at, at === steps.length - 1 ? undefined : at + 1)) await session.query(write);
        await session.query(step.sql);
      }
    }, look);
    const wanted = await inScratch(async (session) => {
      await session.query(setup);
      for (const write of writes) await session.query(write);
      await session.query(asked);
    }, look);
    expect(got.rows).toEqual(wanted.rows);
    expect(compareSnapshots(wanted.snapshot, got.snapshot)).toEqual([]);
  });
});
