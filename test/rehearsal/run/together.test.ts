/** Pending files that a tool runs in one transaction: what only happens there, and what doesn't happen there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../../src/lint/lint.js';
import { RULES } from '../../../src/lint/registry.js';
import type { Migration, Script, TransactionMode } from '../../../src/model.js';
import { type Rehearsal, rehearse } from '../../../src/rehearsal/rehearse.js';
import { Schema } from '../../../src/schema/schema.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { decide } from '../../../src/verdict/decide.js';
import { recycled } from '../../support/recycled.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();

function scriptOf(path: string, sql: string, transaction: TransactionMode, before?: Script): Script {
  return grammar.parseScript({ role: 'up', file: { path, text: sql }, sql, transaction }, before?.leaves);
}

/** Files 1.sql, 2.sql …, each in what the one before has left. */
function pending(files: string[], mode: TransactionMode = 'per-run'): Migration<Script>[] {
  const scripts: Script[] = [];
  for (const [at, sql] of files.entries()) {
    scripts.push(scriptOf(`${at + 1}.sql`, sql, mode, mode === 'per-run' ? scripts.at(-1) : undefined));
  }
  return scripts.map((up) => ({ id: up.file.path, path: up.file.path, layout: 'drizzle', up }));
}

const ENUM = "CREATE TYPE st AS ENUM ('one'); CREATE TABLE cl (a int, s st); INSERT INTO cl VALUES (1, 'one');";
const ADDS = "ALTER TYPE st ADD VALUE 'two';";
const USES = "UPDATE cl SET s = 'two' WHERE a = 1;";
const TABLES = 'CREATE TABLE t (a int); CREATE TABLE u (a int); INSERT INTO u VALUES (1);';

describe.each(SERVERS)('on $name', ({ skip, major, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  async function run(merged: string, changed: Migration<Script>[]) {
    const before = scriptOf('merged.sql', merged, 'autocommit');
    const rehearsal = await rehearse(server, { changed, baseline: [before], seed: [] });
    const schema = new Schema();
    schema.replay(before.statements, 'baseline');
    const predictions = lint(changed, schema, { rules: RULES, postgresVersion: major });
    const { observations, seen } = rehearsal;
    const { findings } = decide(
      { predictions, observations, seen, scripts: changed.map(({ up }) => up) },
      { failOn: 'error', rules: {}, knownRules: new Set() },
    );
    const told = findings.map(({ rule, path, evidence }) => `${rule} ${path} ${evidence}`);
    return { rehearsal, findings, told };
  }
  const applied = ({ migrations }: Rehearsal) =>
    migrations.map(({ proofs }) => proofs.find(({ check }) => check === 'applied')?.status);

  it.skipIf(skip)('a new enum value can’t be used in the next file', async () => {
    const { rehearsal, told } = await run(ENUM, pending([ADDS, USES]));
    expect(told).toContain('enum-value-used-in-same-transaction 2.sql confirmed');
    expect(applied(rehearsal)).toEqual(['proven', 'failed']);
  });

  it.skipIf(skip)(
    'what no rule foresees there is told as the tool’s, and the file is looked at by itself',
    async () => {
      const hidden = "DO $$ BEGIN EXECUTE 'UPDATE cl SET s = ' || quote_literal('two'); END $$;";
      const { rehearsal, findings, told } = await run(ENUM, pending([ADDS, hidden]));
      expect(told).toContain('migration-fails 2.sql observed');
      const failure = findings.find(({ rule }) => rule === 'migration-fails');
      expect(failure?.message).toContain('in the one transaction that its tool opens around all pending files');
      expect(failure?.message).toContain('55P04');
      expect(rehearsal.migrations[1]?.madeToRun).toContain('in a transaction of its own');
      expect(rehearsal.migrations[1]?.proofs.filter(({ status }) => status === 'proven')).toEqual([]);
    },
  );

  it.skipIf(skip).each<[string, string[], TransactionMode]>([
    ['each in a transaction of its own', [ADDS, USES], 'per-script'],
    ['after a COMMIT of the first', [`${ADDS} COMMIT;`, USES], 'per-run'],
    ['after a COMMIT and a BEGIN of the first', [`${ADDS} COMMIT; BEGIN;`, USES], 'per-run'],
    ['by itself', [USES.replace('two', 'one')], 'per-run'],
  ])('it can be, %s', async (_, files, mode) => {
    const { rehearsal, told } = await run(ENUM, pending(files, mode));
    expect(told.filter((line) => /enum-value-used|-fails/.test(line))).toEqual([]);
    expect(applied(rehearsal)).toEqual(files.map(() => 'proven'));
  });

  it.skipIf(skip)('a lock is held while the next file reads', async () => {
    const files = ['ALTER TABLE t ADD COLUMN b int;', 'CREATE TABLE copy AS SELECT * FROM u;'];
    const { rehearsal, findings, told } = await run(TABLES, pending(files));
    expect(told).toContain('lock-held-during-scan 2.sql confirmed');
    expect(findings.find(({ rule }) => rule === 'lock-held-during-scan')?.message).toContain('line 1 of `1.sql`');
    expect(rehearsal.migrations[0]?.lockTimeline).toMatchObject([
      { relation: 't', mode: 'ACCESS EXCLUSIVE', path: '1.sql', from: 1, until: 1, untilPath: '2.sql' },
    ]);
    const parted = await run(TABLES, pending(files, 'per-script'));
    expect(parted.told.filter((line) => line.startsWith('lock-held-during-scan'))).toEqual([]);
  });

  it.skipIf(skip)('what was added NOT VALID in one file is validated under its lock in the next', async () => {
    const files = ['ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;', 'ALTER TABLE t VALIDATE CONSTRAINT c;'];
    const { told } = await run(TABLES, pending(files));
    expect(told).toContain('validate-in-same-transaction 1.sql confirmed');
    const parted = await run(TABLES, pending(files, 'per-script'));
    expect(parted.told.filter((line) => line.startsWith('validate-in'))).toEqual([]);
  });

  it.skipIf(skip)('a setting of one file counts in the next', async () => {
    const files = ["SET LOCAL lock_timeout = '2s'; ALTER TABLE t ADD COLUMN b int;", 'ALTER TABLE t ADD COLUMN c int;'];
    const { told } = await run(TABLES, pending(files));
    expect(told.filter((line) => line.startsWith('no-lock-timeout'))).toEqual([]);
    const parted = await run(TABLES, pending(files, 'per-script'));
    expect(parted.told.filter((line) => line.startsWith('no-lock-timeout'))).toHaveLength(1);
  });

  it.skipIf(skip).each<[string, string, string[]]>([
    [
      'what one file leaves to the next',
      '',
      [
        'CREATE TEMP TABLE tt ON COMMIT DROP AS SELECT 1 AS a;',
        'CREATE TABLE made AS SELECT a FROM tt;',
        'CREATE TABLE more (a int);',
      ],
    ],
    [
      'what the next file mends before the COMMIT',
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);',
      ['INSERT INTO c VALUES (1);', 'INSERT INTO p VALUES (1);'],
    ],
  ])('is no failure: %s', async (_, merged, files) => {
    const { rehearsal, told } = await run(merged, pending(files));
    expect(told.filter((line) => /-fails/.test(line))).toEqual([]);
    expect(rehearsal.migrations.flatMap(({ statements }) => statements.map(({ status }) => status))).not.toContain(
      'failed',
    );
    expect(rehearsal.notChecked.filter(({ id }) => id === 'rehearsal').length).toBeGreaterThan(0);
    const parted = await run(merged, pending(files, 'per-script'));
    expect(parted.told.some((line) => /migration-fails/.test(line))).toBe(true);
  });

  it.skipIf(skip)('a ROLLBACK in a later file undoes those before it', async () => {
    const { rehearsal, findings } = await run(
      '',
      pending(['CREATE TABLE made (a int);', 'ROLLBACK; CREATE TABLE other (a int);']),
    );
    const failure = findings.find(({ rule, path }) => rule === 'migration-fails' && path === '1.sql');
    expect(failure?.message).toContain('the ROLLBACK in line 1 of `2.sql` undoes all of the file');
    expect(applied(rehearsal)[0]).toBe('failed');
    expect(rehearsal.migrations[0]?.proofs.filter(({ status }) => status === 'proven')).toEqual([]);
    const ended = await run(
      '',
      pending(['CREATE TABLE made (a int); COMMIT;', 'ROLLBACK; CREATE TABLE other (a int);']),
    );
    expect(ended.told.filter((line) => /-fails/.test(line))).toEqual([]);
  });

  it.skipIf(skip)('deferred checks of one file stop the next', async () => {
    const merged =
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);';
    const files = ['INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);', 'ALTER TABLE c ADD COLUMN x int;'];
    const { findings, told } = await run(merged, pending(files));
    expect(told).toContain('pending-trigger-events 2.sql confirmed');
    expect(findings.find(({ rule }) => rule === 'pending-trigger-events')?.message).toContain('Line 1 of `1.sql`');
  });
});
