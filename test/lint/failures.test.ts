/** A bug in one rule must neither cost the report nor look like a rule that found nothing. */
import { beforeAll, expect, it } from 'vitest';
import { Linter, lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { defineRule } from '../../src/lint/rule.js';
import { Schema } from '../../src/schema/schema.js';
import { type Grammar, loadGrammar } from '../../src/sql/parse.js';
import { decide } from '../../src/verdict/decide.js';
import { migrationOf } from '../support/examples.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const broken = defineRule({
  id: 'always-broken',
  harm: 'note',
  summary: 'It breaks',
  why: '…',
  fix: '…',
  statements: ['IndexStmt'],
  check(_, { report }) {
    report({ message: 'Said before it broke', help: '…' });
    throw new TypeError("Cannot read properties of undefined (reading 'slice')");
  },
  examples: { bad: [], good: [] },
});

const SQL = 'CREATE INDEX i ON t (a);\nCREATE INDEX j ON t (b);\nDROP TABLE u;';

it('is one finding with all its places, and all other findings stay', () => {
  const setup = 'CREATE TABLE t (a int, b int); CREATE TABLE u (a int);';
  const { migration, baseline } = migrationOf({ setup, sql: SQL }, grammar);
  const schemaOf = () => {
    const schema = new Schema();
    for (const { statements } of baseline) schema.replay(statements, 'baseline');
    return schema;
  };
  const without = lint([migration], schemaOf(), { rules: RULES, postgresVersion: null });
  const found = lint([migration], schemaOf(), { rules: [broken, ...RULES], postgresVersion: null });
  const own = found.filter(({ finding }) => ['internal-error', 'always-broken'].includes(finding.rule));
  expect(found.filter((one) => !own.includes(one))).toEqual(without);
  expect(own.map(({ finding }) => [finding.rule, finding.line])).toEqual([
    ['always-broken', 1],
    ['always-broken', 2],
    ['internal-error', 1],
  ]);
  const { finding } = own.at(-1) as (typeof own)[number];
  expect(finding.severity).toBe('error');
  expect(finding.message).toContain('The rule always-broken broke at this statement and 1 more (TypeError: ');
  expect(finding.message).toContain('a bug of migration-safety');
  expect(finding.related?.map(({ line }) => line)).toEqual([2]);
});

it('fails the check, for what was not checked is not green; a directive can say otherwise', () => {
  const verdict = (sql: string) => {
    const { migration } = migrationOf({ sql }, grammar);
    const predictions = lint([migration], new Schema(), { rules: [broken], postgresVersion: null });
    return decide(
      { predictions, observations: [], scripts: [migration.up] },
      { failOn: 'error', rules: {}, knownRules: new Set(['internal-error', 'always-broken']) },
    ).verdict;
  };
  expect(verdict('CREATE INDEX i ON t (a);')).toBe('fail');
  expect(verdict('-- migration-safety: ignore internal-error reported as issue 7\nCREATE INDEX i ON t (a);')).toBe(
    'pass',
  );
});

it('a statement that breaks the replay is told, and the statements after it are looked at', () => {
  class Fragile extends Schema {
    override apply(...args: Parameters<Schema['apply']>) {
      if (args[0] && 'IndexStmt' in args[0]) throw new RangeError('Maximum call stack size exceeded');
      return super.apply(...args);
    }
  }
  const { migration } = migrationOf({ sql: SQL }, grammar);
  const linter = new Linter(new Fragile(), { rules: RULES, postgresVersion: null });
  const rules = linter.lint([migration]).map(({ finding }) => finding);
  expect(rules.map(({ rule }) => rule)).toContain('drop-table');
  const [told, ...more] = rules.filter(({ rule }) => rule === 'internal-error');
  expect(told?.message).toContain('The replay of the schema broke at this statement and 1 more');
  expect(more).toEqual([]);

  const failed: number[] = [];
  new Fragile().replay(migration.up.statements, 'baseline', ({ location }) => failed.push(location.line));
  expect(failed).toEqual([1, 2]);
});
