/** What help adds to a rollback sets a function and a view back to what they were, held against real servers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.js';
import { compareSnapshots, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample } from '../support/examples.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();

const CASES = [
  {
    setup:
      "CREATE FUNCTION f(a int DEFAULT 1, OUT b text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$\nBEGIN\n  -- a comment; it's here\n  b := '$$' || a;\nEND\n$body$;",
    sql: "CREATE OR REPLACE FUNCTION f(a int DEFAULT 1, OUT b text) LANGUAGE plpgsql AS $$ BEGIN b := 'x'; END $$;",
  },
  {
    setup:
      'CREATE TABLE t (a int, b int); CREATE VIEW v WITH (security_barrier = true) AS SELECT a FROM t WHERE b > 0;',
    sql: 'CREATE OR REPLACE VIEW v AS SELECT a FROM t WHERE b > 1;',
  },
  {
    setup:
      "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t; COMMENT ON VIEW v IS 'one'; GRANT SELECT ON v TO pg_monitor;",
    sql: 'CREATE OR REPLACE VIEW v AS SELECT a, b FROM t;',
  },
];

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(CASES)('$sql', async ({ setup, sql }) => {
    const found = lintExample({ setup, sql, down: 'SELECT 1;' }, RULES, grammar);
    const help = found.find(({ finding }) => finding.rule === 'down-keeps-change')?.finding.help ?? '';
    const [words, ...undo] = help.split('\n');
    expect(words).toBe('Add to the rollback:');
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await session.query(setup);
      const before = await takeSnapshot(scratch);
      await session.query(sql);
      expect(compareSnapshots(before, await takeSnapshot(scratch))).not.toEqual([]);
      await session.query(undo.join('\n'));
      expect(compareSnapshots(before, await takeSnapshot(scratch))).toEqual([]);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });
});
