import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../src/check.js';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { migrationOf } from '../support/examples.js';
import { settingsFor } from '../support/settings.js';

const grammar = await loadGrammar();
const foundBy =
  (rule: string) =>
  (...scripts: string[]) =>
    lint(
      scripts.map((sql) => migrationOf({ sql }, grammar).migration),
      new Schema(),
      { rules: RULES.filter(({ id }) => id === rule), postgresVersion: null },
    ).length;
const found = foundBy('foreign-key-without-index');

it('lets a later migration of the change bring what an earlier one lacks', () => {
  const table = 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p);';
  expect(found(table)).toBe(1);
  expect(found(table, 'CREATE INDEX CONCURRENTLY i ON c (p_id);')).toBe(0);
  expect(found(table, 'CREATE INDEX i ON c (p_id);', 'DROP INDEX i;')).toBe(1);
});

it('sees what is gone until a later migration of the change has run', () => {
  const gaps = foundBy('policy-gap');
  const drop = 'ALTER TABLE t ENABLE ROW LEVEL SECURITY; DROP POLICY own ON t;';
  const create = (name: string) => `CREATE POLICY ${name} ON t USING (a > 1);`;
  expect(gaps(drop, create('own'))).toBe(1);
  // Before it, or never.
  expect(gaps(create('other'), drop)).toBe(0);
  expect(gaps(drop)).toBe(0);
  expect(gaps(`${drop} ${create('own')}`, create('another'))).toBe(1);
  expect(gaps(`BEGIN; ${drop} ${create('own')} COMMIT;`, create('another'))).toBe(0);
  expect(gaps(drop, create('own'), 'DROP TABLE t;')).toBe(0);
});

it('says of a name that comes back later only that it is gone until then', () => {
  const severities = (rule: string, ...scripts: string[]) =>
    lint(
      scripts.map((sql) => migrationOf({ sql }, grammar).migration),
      new Schema({ partial: true }),
      { rules: RULES.filter(({ id }) => id === rule), postgresVersion: null },
    ).map(({ finding: { severity, message } }) => `${severity}: ${/fails [^.]+/.exec(message)?.[0]}`);
  const gone = 'error: fails as soon as this has run';
  const until = 'warning: fails until a later statement of this change has given the name back';
  expect(severities('rename-table', 'ALTER TABLE t RENAME TO u;')).toEqual([gone]);
  expect(severities('rename-table', 'ALTER TABLE t RENAME TO u;', 'CREATE VIEW t AS SELECT * FROM u;')).toEqual([
    until,
  ]);
  expect(severities('rename-column', 'ALTER TABLE t RENAME a TO b;')).toEqual([gone]);
  expect(severities('rename-column', 'ALTER TABLE t RENAME a TO b;', 'ALTER TABLE t RENAME b TO a;')[0]).toBe(until);
});

it('does so where no server is asked', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'later-'));
  try {
    writeFileSync(
      join(dir, '1.sql'),
      'CREATE TABLE p (id int PRIMARY KEY);\nCREATE TABLE c (p_id int REFERENCES p);\n',
    );
    const findings = async () => {
      const { report } = await check({ settings: settingsFor(dir), cwd: dir, change: { paths: [dir] } });
      return report.findings.map(({ rule }) => rule);
    };
    expect(await findings()).toContain('foreign-key-without-index');
    writeFileSync(join(dir, '2.sql'), 'CREATE INDEX i ON c (p_id);\n');
    expect(await findings()).not.toContain('foreign-key-without-index');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
