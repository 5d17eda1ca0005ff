/** A column that a trigger computes has the value that a STORED one would have, whatever the table's other triggers do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleIn } from '../../src/lint/in-layout.js';
import rule from '../../src/rules/add-column-generated-stored.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();
const SQL = 'ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED;';
const setup = (...triggers: string[]) => `CREATE TABLE t (a int); INSERT INTO t VALUES (1);
  CREATE FUNCTION more() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.a := NEW.a + 1; RETURN NEW; END';
  ${triggers.map((name) => `CREATE TRIGGER "${name}" BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION more();`).join('\n  ')}`;
const CASES = [[], ['set_a'], ['zz_t_c'], ['zzz', 'Z'], ['über']].map((triggers) => ({ triggers }));

function recipe(triggers: string[]) {
  const [found] = exampleIn('plain', rule, { setup: setup(...triggers), sql: SQL }, grammar);
  return found?.recipe?.steps.map(({ sql }) => sql) ?? [];
}

describe.each(SERVERS.filter(({ real, major }) => real && major === 17))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  async function rowsAfter(scripts: string[]) {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      for (const sql of [...scripts, 'INSERT INTO t (a) VALUES (10)', 'UPDATE t SET a = a']) await session.query(sql);
      return (await session.query('SELECT a, b FROM t WHERE a > 5')).rows;
    } finally {
      await session.close();
      await scratch.drop();
    }
  }

  it.skipIf(skip).each(CASES)('beside $triggers', async ({ triggers }) => {
    const steps = recipe(triggers);
    expect(steps.length).toBeGreaterThan(1);
    const asked = await rowsAfter([setup(...triggers), SQL]);
    expect(await rowsAfter([setup(...triggers), ...steps])).toEqual(asked);
  });

  it.skipIf(skip)('a name that doesn’t sort last computes another value', async () => {
    const steps = recipe(['set_a']).map((sql) => sql.replaceAll('zz_t_b', 'a_t_b'));
    const asked = await rowsAfter([setup('set_a'), SQL]);
    expect(await rowsAfter([setup('set_a'), ...steps])).not.toEqual(asked);
  });
});
