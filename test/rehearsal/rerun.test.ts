/** Migrations that are stopped halfway, on every server: can they be run again, and can they be rolled back? */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TransactionMode } from '../../src/model.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { embeddedServer } from '../../src/servers/embedded/embedded.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { migrationOf } from '../support/examples.js';
import { rehearseSql } from '../support/rehearse.js';
import { SERVERS } from '../support/servers.js';

const SETUP = 'CREATE TABLE t (a int, b int);';

interface Case {
  up: string;
  down?: string;
  transaction?: TransactionMode;
  /** `line: what a second run does, what the rollback does`. */
  interrupted?: string[];
  rules?: string[];
}

const CASES: Case[] = [
  { up: 'ALTER TABLE t ADD c int;' },
  { up: 'ALTER TABLE t ADD c int;\nALTER TABLE t ADD d int;', transaction: 'per-script' },
  { up: 'BEGIN;\nALTER TABLE t ADD c int;\nALTER TABLE t ADD d int;\nCOMMIT;' },
  {
    up: 'ALTER TABLE t ADD c int;\nALTER TABLE t ADD d int;',
    down: 'ALTER TABLE t DROP d;\nALTER TABLE t DROP c;',
    interrupted: ['2: fails 42701 at 1, fails 42703'],
    rules: ['rerun-fails-halfway'],
  },
  {
    up: 'ALTER TABLE t ADD IF NOT EXISTS c int;\nALTER TABLE t ADD IF NOT EXISTS d int;',
    down: 'ALTER TABLE t DROP IF EXISTS d;\nALTER TABLE t DROP IF EXISTS c;',
    interrupted: ['2: succeeds, succeeds'],
  },
  {
    up: "SET lock_timeout = '5s';\nCREATE INDEX CONCURRENTLY i ON t (a);",
    down: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
    // Written as it should be: that a failed build is in its own way is said where a timeout can stop it.
    interrupted: ['2: fails 42P07 at 2, succeeds'],
    rules: [],
  },
  {
    up: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
    interrupted: ['1: differs'],
    rules: ['rerun-hides-failure'],
  },
  {
    up: 'CREATE INDEX CONCURRENTLY i ON t (a);',
    down: `DO $$ BEGIN IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('i') AND indisvalid) THEN DROP INDEX i; END IF; END $$;`,
    interrupted: ['1: fails 42P07 at 1, differs'],
    rules: ['rollback-hides-failure'],
  },
  {
    up: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);\nDROP INDEX CONCURRENTLY IF EXISTS j;\nCREATE INDEX CONCURRENTLY j ON t (b);',
    interrupted: ['2: succeeds', '3: succeeds', '4: succeeds'],
  },
  {
    up: 'ALTER TABLE t ADD IF NOT EXISTS c int;\nVACUUM t;\nANALYZE t;\nVACUUM t;\nALTER TABLE t ADD IF NOT EXISTS d int;\nVACUUM t;',
    interrupted: ['2: succeeds', '6: succeeds'],
  },
];

describe.each(SERVERS)('on $name', ({ real, skip, start }) => {
  let server: Server;

  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(async () => {
    await server?.close();
  });

  it.skipIf(skip).each(CASES)('$up', async ({ up, down, transaction, interrupted, rules = [] }) => {
    const { report, rehearsal } = await rehearseSql(server, SETUP, up, {
      ...(down && { down }),
      ...(transaction && { transaction }),
    });
    // Only a second session stops CREATE INDEX CONCURRENTLY in its middle.
    const unstoppable = real
      ? []
      : up.split('\n').flatMap((line, index) => (/^CREATE INDEX C/.test(line) ? [index + 1] : []));
    const said = rehearsal.notChecked.filter(({ check }) => check.startsWith('re-run after a failure halfway'));
    expect(said.map(({ check }) => check.split(':').at(-1))).toEqual(
      unstoppable.length > 0 ? [unstoppable.join(', ')] : [],
    );
    const expected = interrupted?.filter((words) => !unstoppable.includes(Number.parseInt(words, 10))) ?? [];
    const words = report.rerun.interrupted?.map(({ line, again, rolledBack }) => {
      const failed = (retry: typeof again) => (retry.verdict === 'fails' ? ` ${retry.sqlstate}` : '');
      const at = again.verdict === 'fails' ? ` at ${again.line}` : '';
      return `${line}: ${again.verdict}${failed(again)}${at}${rolledBack ? `, ${rolledBack.verdict}${failed(rolledBack)}` : ''}`;
    });
    expect(words ?? []).toEqual(expected);
    expect(
      rehearsal.observations.map(({ finding }) => finding.rule).filter((rule) => /^rerun-|-hides-/.test(rule)),
    ).toEqual(expected.length > 0 ? rules : []);
  });

  it.skipIf(skip)('compares with a run that had no rows either', async () => {
    const up = `DO $$ BEGIN IF EXISTS (SELECT FROM t) THEN CREATE TABLE IF NOT EXISTS had_rows (); END IF; END $$;
CREATE TABLE IF NOT EXISTS u (a int);`;
    const { report, rules } = await rehearseSql(server, SETUP, up, { seed: 'INSERT INTO t VALUES (1, 1);' });
    expect(report.rerun.interrupted).toMatchObject([{ line: 2, again: { verdict: 'succeeds' } }]);
    expect(rules.filter((rule) => rule.startsWith('rerun-'))).toEqual([]);
  });

  it.skipIf(skip)('says nothing while it is open whether a transaction is around it, unless none can be', async () => {
    const rerun = async (sql: string) => {
      const { rules, rehearsal } = await rehearseSql(server, SETUP, sql, { undecided: true });
      const notes = rehearsal.notChecked.filter(({ id }) => id === 'rerun-halfway').map(({ reason }) => reason);
      return { rules: rules.filter((rule) => rule.startsWith('rerun-')), notes };
    };
    expect(await rerun('ALTER TABLE t ADD c int;\nALTER TABLE t ADD d int;')).toEqual({
      rules: [],
      notes: [expect.stringContaining('depends on how it is sent, which is not known')],
    });
    expect((await rerun('ALTER TABLE t ADD c int;\nVACUUM t;')).rules).toEqual(['rerun-fails-halfway']);
  });

  it.skipIf(skip)('says nothing of a migration that needs rows', async () => {
    const up = 'DO $$ BEGIN IF NOT EXISTS (SELECT FROM t) THEN RAISE division_by_zero; END IF; END $$;\nDROP TABLE t;';
    const { report } = await rehearseSql(server, SETUP, up, { seed: 'INSERT INTO t VALUES (1, 1);' });
    expect(report.rerun.interrupted).toBeUndefined();
  });
});

describe('a long change', () => {
  it('is stopped in a few places', async () => {
    const server = await embeddedServer({ statementTimeout: 20 });
    try {
      const grammar = await loadGrammar();
      const changed = Array.from({ length: 13 }, (_, index) => {
        const sql = `ALTER TABLE t ADD c${index} int;\nALTER TABLE t ADD d${index} int;`;
        return { ...migrationOf({ sql }, grammar).migration, id: `m${index}`, path: `m${index}.sql` };
      });
      const [setup] = migrationOf({ setup: SETUP, sql: '' }, grammar).baseline;
      const { migrations, notChecked } = await rehearse(server, { changed, baseline: setup ? [setup] : [], seed: [] });
      expect(migrations.filter(({ rerun }) => rerun.interrupted !== undefined)).toHaveLength(10);
      expect(notChecked).toEqual([
        {
          check: 're-run after a failure halfway: m10.sql and 2 more',
          id: 'rerun-halfway',
          reason: '10 migrations were tried before',
        },
      ]);
    } finally {
      await server.close();
    }
  });
});
