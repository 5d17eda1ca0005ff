/** Batches that help writes come to an end, and change each row as often as the statement would: once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftsOf } from '../../src/lint/help/recipe.js';
import { exampleIn } from '../../src/lint/in-layout.js';
import { RULES } from '../../src/lint/registry.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();
const real = SERVERS.find(({ major, real: isReal }) => isReal && major === 17);
const SETUP = 'CREATE TABLE t (id int PRIMARY KEY, a int, b int, s text);';
const ROWS = "INSERT INTO t SELECT n, nullif(n % 3, 0), NULL, 'old' FROM generate_series(1, 25000) n";

interface Case {
  rule: string;
  sql: string;
  /** Counts the rows that are not as they should be. */
  wrong: string;
}

const CASES: Case[] = [
  { rule: 'update-whole-table', sql: 'UPDATE t SET b = coalesce(b, 0) + 1;', wrong: 'b IS DISTINCT FROM 1' },
  { rule: 'update-whole-table', sql: 'UPDATE t SET a = id, b = 7;', wrong: 'a <> id OR b <> 7' },
  { rule: 'update-without-bound', sql: 'UPDATE t SET b = a WHERE b IS NULL;', wrong: 'b IS DISTINCT FROM a' },
  {
    rule: 'update-without-bound',
    sql: 'UPDATE t SET b = a, s = NULL WHERE b IS NULL;',
    wrong: 'b IS DISTINCT FROM a OR s IS NOT NULL',
  },
  {
    rule: 'batch-runs-once',
    sql: 'UPDATE t SET b = a WHERE id IN (SELECT id FROM t WHERE b IS NULL LIMIT 1000);',
    wrong: 'b IS DISTINCT FROM a',
  },
  {
    rule: 'batch-runs-once',
    sql: 'UPDATE t SET b = a FROM (SELECT id FROM t WHERE b IS NULL ORDER BY id LIMIT 1000) part WHERE part.id = t.id;',
    wrong: 'b IS DISTINCT FROM a',
  },
  {
    rule: 'batch-runs-once',
    sql: "UPDATE t SET s = 'new' WHERE id IN (SELECT id FROM t WHERE s = 'old' LIMIT 1000);",
    wrong: "s <> 'new'",
  },
];
const found = ({ rule, sql }: Pick<Case, 'rule' | 'sql'>) => {
  const own = RULES.find(({ id }) => id === rule);
  if (!own) throw new Error(rule);
  return exampleIn('plain', own, { setup: SETUP, sql }, grammar).find(({ finding }) => finding.rule === rule);
};

/** What is pasted: the file of a recipe, or the SQL below the words. */
function pasted(one: Case): string {
  const { recipe, finding } = found(one) ?? {};
  const { writing } = LAYOUTS.find(({ name }) => name === 'plain') ?? {};
  if (recipe && writing)
    return draftsOf(recipe, writing)
      .map(({ up }) => up)
      .join('\n');
  return finding?.help?.slice(finding.help.indexOf('DO $$')) ?? '';
}

it.each([
  'UPDATE t SET a = a + 1 WHERE id IN (SELECT id FROM t LIMIT 1000);',
  'UPDATE t SET b = a WHERE id IN (SELECT id FROM t WHERE a > 1 LIMIT 1000);',
  'UPDATE t SET b = NULL WHERE id IN (SELECT id FROM t WHERE b IS NULL LIMIT 1000);',
])('%s goes by ranges of the key', (sql) => {
  const { recipe, finding } = found({ rule: 'batch-runs-once', sql }) ?? {};
  expect(recipe).toBeUndefined();
  expect(finding?.help).toContain('UPDATE t SET … WHERE … AND id > … AND id <= …;');
});

it('what is called for each row is called for a range of them', () => {
  const own = RULES.find(({ id }) => id === 'update-whole-table');
  const setup = `${SETUP} CREATE FUNCTION touch(k int) RETURNS void LANGUAGE sql AS $$ UPDATE t SET b = a WHERE id = k $$;`;
  const [said] = own ? exampleIn('plain', own, { setup, sql: 'SELECT touch(id) FROM t;' }, grammar) : [];
  expect(said?.finding.help).toContain('SELECT touch(id) FROM t WHERE id > … AND id <= …;');
});

it('rows without a key need a condition that leaves the done ones out', () => {
  const own = RULES.find(({ id }) => id === 'update-whole-table');
  const example = { setup: 'CREATE TABLE t (a int);', sql: 'UPDATE t SET a = a + 1;' };
  expect(own && exampleIn('plain', own, example, grammar)[0]?.finding.help).toContain('or this never ends');
});

describe.skipIf(real === undefined || real.skip)('on PostgreSQL 17', () => {
  let server: Server;
  beforeAll(async () => {
    if (real) server = await real.start();
  });
  afterAll(() => server?.close());

  it.each(CASES)('$sql', async (one) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await session.query(SETUP);
      await session.query(ROWS);
      await session.query("SET statement_timeout = '20s'");
      await session.query(pasted(one));
      const { rows } = await session.query(`SELECT count(*) FROM t WHERE ${one.wrong}`);
      expect(rows).toEqual([['0']]);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });

  it('a row that was updated is found again', async () => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await session.query(SETUP);
      await session.query(ROWS);
      for (const _ of [1, 2, 3, 4]) {
        await session.query('UPDATE t SET id = id WHERE ctid = ANY (ARRAY(SELECT ctid FROM t LIMIT 10000))');
      }
      // Three batches are all rows: the fourth has some again.
      const { rows } = await session.query(
        'WITH more AS (UPDATE t SET b = 1 WHERE ctid = ANY (ARRAY(SELECT ctid FROM t LIMIT 10000)) RETURNING 1) SELECT count(*) FROM more',
      );
      expect(rows).toEqual([['10000']]);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });
});
