/** Proofs say what they tried and on what: nothing tried, or not as its tool runs it, is not proven. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MigrationReport } from '../../../src/report-schema/types.js';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const newest = SERVERS.filter(({ real, skip }) => real && !skip).at(-1);
let server: Server;
beforeAll(async () => {
  if (newest) server = recycled(await newest.start());
});
afterAll(() => server?.close());

const lineOf = ({ proofs }: MigrationReport, check: string) => {
  const found = proofs.find((proof) => proof.check === check);
  return found && { status: found.status, reason: found.reason, detail: found.detail };
};

describe.skipIf(!newest)('what vacuum will find', () => {
  it('is not “nothing” where a lock that was held already let the table be rewritten', async () => {
    const { report } = await rehearseSql(
      server,
      'CREATE TABLE t (id int PRIMARY KEY, a int, b text);',
      "ALTER TABLE t ADD COLUMN c text NOT NULL DEFAULT 'x';\nALTER TABLE t ALTER COLUMN a TYPE bigint;",
      { transaction: 'per-script' },
    );
    expect(lineOf(report, 'bloat')).toMatchObject({
      status: 'proven',
      detail: expect.stringContaining('`t` is rewritten'),
    });
    expect(report.bloat).toMatchObject([{ table: 't', rewritten: true }]);
  });

  it('is told of the table that had the name before a rename, not of the one that has it now', async () => {
    const { report } = await rehearseSql(
      server,
      'CREATE TABLE t (id int PRIMARY KEY, a int);',
      'UPDATE t SET a = 1;\nALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (id int);',
      { transaction: 'per-script' },
    );
    expect(report.bloat).toMatchObject([{ table: 't', rewritten: false, deadPercent: 100 }]);
  });
});

describe.skipIf(!newest)('rows', () => {
  const guarded = `CREATE TABLE u (id int PRIMARY KEY, avatar text);
    CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'reserved'; END $$;
    CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION no();`;
  const drop = ['ALTER TABLE u DROP COLUMN avatar;', { down: 'ALTER TABLE u ADD COLUMN avatar text;' }] as const;

  it('that nobody could make up show nothing of a rollback', async () => {
    const { report } = await rehearseSql(server, guarded, ...drop);
    expect(lineOf(report, 'data')).toEqual({
      status: 'not checked',
      reason: 'no-rows',
      detail: 'not tried: sample rows of `u` (reserved) could not be inserted',
    });
    expect(report.rollback.verdict).toBe('schema restored, rows not tried');
  });

  it('that were there show it', async () => {
    const { report } = await rehearseSql(server, 'CREATE TABLE u (id int PRIMARY KEY, avatar text);', ...drop);
    expect(lineOf(report, 'data')?.status).toBe('failed');
    expect(report.rollback.verdict).toBe('schema restored, data lost');
  });

  it('on which the rollback fails are told: what it would have lost nobody has seen', async () => {
    const { report, rehearsal } = await rehearseSql(
      server,
      'CREATE TABLE u (id int PRIMARY KEY, avatar text);',
      'ALTER TABLE u DROP COLUMN avatar;',
      {
        down: `DO $$ BEGIN IF EXISTS (SELECT FROM u) THEN RAISE EXCEPTION 'there are rows'; END IF; END $$;\nALTER TABLE u ADD COLUMN avatar text;`,
      },
    );
    expect(lineOf(report, 'data')).toMatchObject({ status: 'failed', detail: expect.stringContaining('(P0001)') });
    expect(report.rollback.verdict).toBe('reversible only while there is no new data');
    expect(rehearsal.observations.map(({ finding }) => finding)).toContainEqual(
      expect.objectContaining({ rule: 'fails-with-rows', severity: 'warning', path: expect.stringContaining('down') }),
    );
  });

  it('on which any rollback of its kind fails are an error', async () => {
    const { rehearsal } = await rehearseSql(
      server,
      'CREATE TABLE u (id int PRIMARY KEY, avatar text NOT NULL);',
      'ALTER TABLE u DROP COLUMN avatar;',
      { down: 'ALTER TABLE u ADD COLUMN avatar text NOT NULL;' },
    );
    expect(rehearsal.observations.map(({ finding }) => finding)).toContainEqual(
      expect.objectContaining({
        rule: 'fails-with-rows',
        severity: 'error',
        message: expect.stringContaining('The rollback succeeds on empty tables and fails as soon as there is a row'),
      }),
    );
  });
});

describe.skipIf(!newest)('what was run outside its transaction', () => {
  const setup = 'CREATE TABLE a (id int, d int);';

  it('proves nothing of the migration as its tool runs it', async () => {
    const { report } = await rehearseSql(server, setup, 'CREATE INDEX CONCURRENTLY i ON a (d);', {
      down: 'DROP INDEX i;',
      verify: '-- expect: not empty\nSELECT 1;',
      transaction: 'per-script',
    });
    expect(lineOf(report, 'applied')?.status).toBe('failed');
    for (const check of ['objects', 'rollback', 'rerun', 'validation', 'bloat']) {
      expect(lineOf(report, check), check).toMatchObject({
        status: 'not checked',
        reason: 'not-as-sent',
        detail: expect.stringMatching(/^not as the tool runs it, for what was refused or left out \(line 1\): /),
      });
    }
    expect(report.rollback.verdict).toBe('not checked');
    expect(report.rerun.verdict).toBe('not checked');
  });

  it('says nothing of a limit that is set for the transaction', async () => {
    const sql =
      "SET LOCAL lock_timeout = '2s';\nALTER TABLE a ADD COLUMN e int;\nCREATE INDEX CONCURRENTLY i ON a (d);";
    const { rules } = await rehearseSql(server, setup, sql, { transaction: 'per-script' });
    expect(rules).toContain('migration-fails');
    expect(rules).not.toContain('no-lock-timeout');
  });

  it('still tells what went wrong there', async () => {
    const { report, rules } = await rehearseSql(server, setup, 'CREATE INDEX CONCURRENTLY i ON a (d);', {
      down: 'SELECT 1;',
      transaction: 'per-script',
    });
    expect(lineOf(report, 'rollback')?.status).toBe('failed');
    expect(report.rollback.verdict).toBe('not restored');
    expect(rules).toContain('down-leaves-object');
  });

  it('is a rollback that fails', async () => {
    const { report, rehearsal } = await rehearseSql(
      server,
      `${setup} CREATE INDEX i ON a (d);`,
      'ALTER TABLE a DROP COLUMN d;',
      {
        down: 'ALTER TABLE a ADD COLUMN d int;\nCREATE INDEX CONCURRENTLY i ON a (d);',
        transaction: 'per-script',
      },
    );
    expect(report.rollback.verdict).toBe('down fails');
    expect(lineOf(report, 'rollback')).toMatchObject({
      status: 'failed',
      detail: expect.stringMatching(/^line 2: .*\(25001\)$/),
    });
    expect(lineOf(report, 'rerun')).toMatchObject({ status: 'not checked', reason: 'incomplete' });
    expect(rehearsal.observations).toContainEqual(
      expect.objectContaining({ binding: true, facts: [{ kind: 'refused', sqlstate: '25001' }] }),
    );
  });
});

describe.skipIf(!newest)('what was so before', () => {
  const partitioned = `CREATE TABLE p (a int, b int) PARTITION BY RANGE (b);
    CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
    CREATE INDEX ix ON ONLY p (a);`;

  it('is none of the migration’s doing: an index that is not valid', async () => {
    expect((await rehearseSql(server, partitioned, 'CREATE TABLE u (a int);')).rules).not.toContain('invalid-index');
    const { rules } = await rehearseSql(server, partitioned, 'CREATE INDEX iy ON ONLY p (b);');
    expect(rules.filter((rule) => rule === 'invalid-index')).toHaveLength(1);
  });
});
