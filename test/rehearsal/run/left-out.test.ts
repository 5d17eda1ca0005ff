/** A statement of the change that only an administrator may run is left out and named; all else is looked at. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script, TransactionMode } from '../../../src/model.js';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { recycled } from '../../support/recycled.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();

function scriptOf(role: 'up' | 'down', sql: string, transaction: TransactionMode): Script {
  return grammar.parseScript({ role, file: { path: `${role}.sql`, text: sql }, sql, transaction });
}

describe.each(SERVERS.filter(({ real }) => real))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  async function run(sql: string, transaction: TransactionMode) {
    const baseline = [scriptOf('up', 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);', 'autocommit')];
    const up = scriptOf('up', sql, transaction);
    const down = scriptOf('down', 'DROP INDEX i; DROP FUNCTION f();', transaction);
    const migration = { id: 'a', path: 'up.sql', layout: 'plain', up, down };
    const { migrations, observations, notChecked } = await rehearse(server, {
      changed: [migration],
      baseline,
      seed: [],
    });
    const [report] = migrations;
    return {
      statuses: report?.statements.filter(({ role }) => role === 'up').map(({ status }) => status),
      proven: report?.proofs.filter(({ status }) => status === 'proven').map(({ check }) => check),
      applied: report?.proofs.find(({ check }) => check === 'applied'),
      rules: observations.map(({ finding }) => finding.rule),
      said: notChecked.filter(({ check }) => check.startsWith('up.sql')),
    };
  }

  it.skipIf(skip).each<[TransactionMode, string]>([
    ['autocommit', 'ALTER FUNCTION f() OWNER TO postgres;'],
    ['per-script', 'ALTER FUNCTION f() OWNER TO postgres;'],
    ['per-script', 'ALTER TABLE t OWNER TO postgres;'],
    ['single-query', 'REASSIGN OWNED BY postgres TO CURRENT_USER;'],
  ])('%s: %s', async (transaction, statement) => {
    const sql = `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';\n${statement}\nCREATE INDEX i ON t (a);`;
    const { statuses, proven, applied, rules, said } = await run(sql, transaction);
    expect(statuses).toEqual(['applied', 'notRun', 'applied']);
    expect(rules).toContain('blocking-scan');
    expect(rules.filter((rule) => /-fails$/.test(rule))).toEqual([]);
    // What rests on another run than production's is not proven.
    expect(applied).toMatchObject({ status: 'not checked', reason: 'not-as-sent' });
    expect(applied?.detail).toContain('2 statements applied; line 2 was left out');
    expect(proven).toEqual([]);
    expect(said).toEqual([
      expect.objectContaining({ check: 'up.sql:2', reason: expect.stringContaining('bootstrap') }),
    ]);
  });

  it.skipIf(skip)('a role that there isn’t is no lack of rights', async () => {
    const { rules } = await run('ALTER TABLE t OWNER TO nobody_at_all;', 'autocommit');
    expect(rules).toContain('migration-fails');
  });
});
