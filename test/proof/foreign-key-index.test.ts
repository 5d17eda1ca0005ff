/** Holds which indexes serve a foreign key against the planner, by the query that its trigger runs (ri_triggers.c). */
import { expect, it } from 'vitest';
import { hasIndexOn } from '../../src/schema/index-use.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();
const TABLE = 'CREATE TABLE c (id int PRIMARY KEY, a int, b int, t text, x int);';
const ROWS = "INSERT INTO c SELECT i, i % 10, i % 500, 'text ' || i, i % 3 FROM generate_series(1, 20000) i;";

const INDEXES: [columns: string, index: string][] = [
  ['a, b', ''],
  ['a, b', 'CREATE INDEX i ON c (a);'],
  ['a, b', 'CREATE INDEX i ON c (b, x);'],
  ['a, b', 'CREATE INDEX i ON c (b, a);'],
  ['a, b', 'CREATE INDEX i ON c (b DESC NULLS FIRST);'],
  ['a, b', 'CREATE INDEX i ON c USING hash (b);'],
  ['a, b', 'CREATE INDEX i ON c USING brin (b);'],
  ['a, b', 'CREATE INDEX i ON c (abs(b));'],
  ['a, b', 'CREATE INDEX i ON c (x) INCLUDE (a, b);'],
  ['a, b', 'CREATE INDEX i ON c (b) WHERE b IS NOT NULL;'],
  ['a, b', 'CREATE INDEX i ON c (b) WHERE a IS NOT NULL AND b IS NOT NULL;'],
  ['a, b', 'CREATE INDEX i ON c (b) WHERE x IS NOT NULL;'],
  ['a, b', 'CREATE INDEX i ON c (b) WHERE b > 0;'],
  ['a, b', 'CREATE INDEX i ON c (b) WHERE b IS NULL;'],
  ['id, a', ''],
  ['t', 'CREATE INDEX i ON c (t);'],
  ['t', 'CREATE INDEX i ON c (t text_pattern_ops);'],
  ['t', 'CREATE INDEX i ON c (t COLLATE "C");'],
];

it.skipIf(SERVERS[0]?.skip).each(INDEXES)('(%s): %s', async (columns, index) => {
  const names = columns.split(', ');
  const schema = new Schema();
  schema.replay(grammar.parseScript(scriptSource('up', `${TABLE}${index}`)).statements, 'baseline');
  const server = await SERVERS[0]?.start();
  const scratch = await server?.createScratch();
  const session = await scratch?.connect();
  try {
    for (const sql of [TABLE, ROWS, ...(index ? [index] : []), 'ANALYZE c', 'SET plan_cache_mode = force_generic_plan'])
      await session?.query(sql);
    const types = names.map((name) => (name === 't' ? 'text' : 'int')).join();
    const where = names.map((name, at) => `$${at + 1} OPERATOR(pg_catalog.=) ${name}`).join(' AND ');
    await session?.query(`PREPARE q (${types}) AS SELECT 1 FROM ONLY c x WHERE ${where} FOR KEY SHARE OF x`);
    const plan = await session?.query(`EXPLAIN EXECUTE q (${names.map(() => 'NULL').join()})`);
    const reads = plan?.rows.some(([line]) => line?.includes('Seq Scan'));
    expect(hasIndexOn(schema, 'public.c', names)).toBe(!reads);
  } finally {
    await session?.close();
    await scratch?.drop();
  }
});
