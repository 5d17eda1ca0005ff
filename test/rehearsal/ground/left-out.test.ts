/** What the rehearsal's role may not do, or its server doesn't have, is left out; what stands after it is run all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TransactionMode } from '../../../src/model.js';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const newest = SERVERS.filter(({ real, skip }) => real && !skip).at(-1);
const MODES: TransactionMode[] = ['autocommit', 'per-script', 'single-query'];

describe.skipIf(!newest).each(MODES)('%s', (transaction) => {
  let server: Server;
  beforeAll(async () => {
    if (newest) server = recycled(await newest.start());
  });
  afterAll(() => server?.close());

  const tried = async (sql: string) => {
    const { rehearsal, rules } = await rehearseSql(server, 'CREATE TABLE t (a int);', sql, { transaction });
    const said = rehearsal.notChecked.filter(({ id, check }) => id === 'rehearsal' || /:\d+$/.test(check));
    const skipped = said.map(({ reason }) => reason);
    return { rules: rules.filter((rule) => rule.endsWith('-fails')), skipped };
  };
  const COMMENT = "COMMENT ON EXTENSION plpgsql IS 'x';";
  const ROLE = 'ALTER ROLE postgres CREATEDB;';

  it.each([COMMENT, ROLE, 'CREATE EXTENSION nowhere_to_be_found;'])(
    'an excuse is no pass for what follows: %s',
    async (first) => {
      const { rules, skipped } = await tried(`${first}\nUPDATE t SET a = 1, a = 2;`);
      expect(rules).toEqual(['migration-fails']);
      expect(skipped).toHaveLength(1);
    },
  );

  it.each([COMMENT, ROLE])('is named where nothing else fails: %s', async (first) => {
    const { rules, skipped } = await tried(`${first}\nALTER TABLE t ADD COLUMN b int;`);
    expect(rules).toEqual([]);
    expect(skipped).toEqual([expect.stringContaining('it needs rights that the rehearsal’s role doesn’t have')]);
  });

  it('what only a migration in code can have made is not checked; what it doesn’t name is missing', async () => {
    const unread = [{ path: '2_users.go', text: 'tx.Exec("CREATE TABLE " + name("users"))' }];
    const alter = (table: string) =>
      rehearseSql(server, 'CREATE TABLE t (a int);', `ALTER TABLE ${table} ADD COLUMN b int;`, { transaction, unread });
    const excused = await alter('users');
    expect(excused.rules).not.toContain('migration-fails');
    expect(excused.rehearsal.notChecked.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('it may need what 2_users.go makes, which is not SQL'),
    ]);
    expect((await alter('user')).rules).toContain('migration-fails');
  });

  it('so it is in a rollback', async () => {
    const down = async (sql: string) => {
      const options = { down: sql, transaction };
      return rehearseSql(server, 'CREATE TABLE t (a int);', 'ALTER TABLE t ADD COLUMN b int;', options);
    };
    const excused = await down(`${COMMENT}\nALTER TABLE t DROP COLUMN b;`);
    expect(excused.rules).not.toContain('down-fails');
    expect(excused.report.rollback.verdict).toBe('not checked');
    expect(excused.report.proofs.find(({ check }) => check === 'rollback')).toMatchObject({
      status: 'not checked',
      reason: 'cannot-be-tried',
      detail: expect.stringContaining('line 1 needs rights'),
    });
    const failing = await down(`${COMMENT}\nALTER TABLE t DROP COLUMN nowhere;`);
    expect(failing.rules).toContain('down-fails');
    expect(failing.report.rollback.verdict).toBe('down fails');
  });

  it('what an extension would have made may be missing after it, and what no extension makes may not', async () => {
    const wants = 'CREATE EXTENSION nowhere_to_be_found;\nCREATE TABLE place (at geometry_of_nowhere);';
    expect(await tried(wants)).toMatchObject({ rules: [], skipped: [expect.stringContaining('nowhere_to_be_found')] });
    expect((await tried(`${wants}\nCREATE TABLE t (a int);`)).rules).toEqual(['migration-fails']);
  });

  it('SQL can’t say of an extension that is there that it is not', async () => {
    const fake = `DO $$ BEGIN
      -- CREATE EXTENSION plpgsql
      EXECUTE 'rai' || 'se'; EXCEPTION WHEN OTHERS THEN PERFORM pg_catalog.format('%s', 1); END $$;
      CREATE FUNCTION say() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN RAISE EXCEPTION USING ERRCODE = '58P01', MESSAGE = 'extension "plpgsql" is not available'; END $f$;
      DO $$ BEGIN /* CREATE EXTENSION plpgsql */ PERFORM say(); END $$;`;
    expect((await tried(fake)).rules).toEqual(['migration-fails']);
  });
});
