import { beforeAll, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { type Grammar, loadGrammar } from '../../src/sql/parse.js';
import { rolesNamed } from '../../src/sql/roles.js';
import { failsByItself } from '../../src/sql/self-checking.js';
import { migrationOf, scriptSource } from '../support/examples.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const chain = (terms: number) => `SELECT ${'1+'.repeat(terms)}1`;

it('reports a statement that the parser can’t follow at its place, and reads all others', () => {
  const around = Array.from({ length: 300 }, (_, at) => `CREATE TABLE before_${at} (id bigint PRIMARY KEY);`).join(
    '\n',
  );
  const sql = `${around}\n${chain(100_000)};\nSELCT 1;\nCREATE INDEX i ON before_1 (id);`;
  const { statements } = grammar.parseScript(scriptSource('up', sql, 'autocommit', 'deep.sql'));
  const unread = statements.filter(({ syntaxError }) => syntaxError !== undefined);
  expect(unread.map(({ location, syntaxError }) => [location.line, syntaxError?.tooDeep ?? false])).toEqual([
    [301, true],
    [302, false],
  ]);
  expect(statements).toHaveLength(303);
  expect(statements.at(-1)?.kind).toBe('IndexStmt');
});

it('says so once for each such statement, without a claim that a server could refute', () => {
  const { migration } = migrationOf({ sql: `${chain(50_000)};\n${chain(50_000)};\nCREATE TABLE t (a int);` }, grammar);
  const found = lint([migration], new Schema(), { rules: [], postgresVersion: null });
  expect(found.map(({ finding, claim }) => [finding.rule, finding.line, claim])).toEqual([
    ['syntax-error', 1, undefined],
    ['syntax-error', 2, undefined],
  ]);
  expect(found[0]?.finding.message).toContain('was not read');
});

it('is as good as new after each of many overflows', () => {
  for (let times = 0; times < 40; times++) {
    grammar.parseScript(scriptSource('up', chain(30_000)));
    const { statements } = grammar.parseScript(
      scriptSource('up', 'CREATE TABLE t (a int);\nSELCT 1;\nDO $$ BEGIN PERFORM 1; END $$;'),
    );
    expect(statements.map(({ kind }) => kind)).toEqual(['CreateStmt', 'unparsed', 'DoStmt']);
    expect(statements[2]?.block?.opaque).toBe(false);
  }
});

const DEEP: Record<string, string> = {
  operators: `UPDATE t SET a = ${'a+'.repeat(7000)}1`,
  'a text put together': `DO $$ BEGIN EXECUTE ${"'SELECT 1;'||".repeat(3000)}''; END $$`,
  'twenty thousand conditions': `DELETE FROM t WHERE ${'a = 1 OR '.repeat(20_000)}b = 2`,
  'conditions in parentheses': `ALTER TABLE t ADD CONSTRAINT c CHECK (${'(a > 1 AND (b > now() OR '.repeat(1200)}true${'))'.repeat(1200)})`,
  casts: `ALTER TABLE t ALTER COLUMN a TYPE int USING a${'::text'.repeat(6000)}`,
  'a constant cast over and over': `DELETE FROM t WHERE id = 1${'::int'.repeat(6000)}`,
  negations: `CREATE VIEW v AS SELECT ${'NOT '.repeat(6000)}a FROM t`,
  unions: `CREATE VIEW v AS SELECT a FROM t ${'UNION ALL SELECT a FROM t '.repeat(6000)}`,
  joins: `CREATE VIEW v AS SELECT 1 FROM t ${'JOIN t USING (a) '.repeat(6000)}`,
  subselects: `CREATE VIEW v AS SELECT ${'(SELECT '.repeat(1000)}1${')'.repeat(1000)}`,
  FROM: `SELECT 1 FROM ${'(SELECT * FROM '.repeat(900)}t${') x'.repeat(900)}`,
  'a default': `ALTER TABLE t ADD COLUMN n int DEFAULT ${'1+'.repeat(7000)}1`,
  'an index': `CREATE INDEX i ON t ((${'a+'.repeat(7000)}1))`,
  'a policy': `CREATE POLICY p ON t USING (${'a+'.repeat(7000)}1 > 0)`,
  'function calls': `CREATE TABLE u (a int DEFAULT ${'abs('.repeat(2500)}1${')'.repeat(2500)})`,
  'a row type': `SELECT x.a${'[1]'.repeat(7000)} FROM f(${'1+'.repeat(6000)}1) x`,
  JSON: `INSERT INTO t SELECT '${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}'::jsonb`,
};

it.each(Object.entries(DEEP))('lints what nests deeply: %s', (_, sql) => {
  const setup = 'CREATE TABLE t (id int PRIMARY KEY, a int, b timestamptz);';
  const down = `${sql};`;
  for (const role of ['up', 'down', 'verify'] as const) {
    const { migration } = migrationOf({ sql: down, role }, grammar);
    const schema = new Schema();
    schema.replay(grammar.parseScript(scriptSource('up', setup)).statements, 'baseline');
    const found = lint([migration], schema, { rules: RULES, postgresVersion: null });
    expect(found.filter(({ finding }) => finding.rule === 'internal-error')).toEqual([]);
    const script = migration[role];
    for (const statement of script?.statements ?? []) failsByItself(statement);
    rolesNamed(script ? [script] : []);
  }
});
