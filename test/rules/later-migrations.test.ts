import { expect, it } from 'vitest';
import { lint } from '../../src/rules/lint.js';
import { RULES } from '../../src/rules/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { migrationOf } from '../support/examples.js';

const grammar = await loadGrammar();
const rules = RULES.filter(({ id }) => id === 'foreign-key-without-index');
const found = (...scripts: string[]) =>
  lint(
    scripts.map((sql) => migrationOf({ sql }, grammar).migration),
    new Schema(),
    { rules, postgresVersion: null },
  ).length;

it('lets a later migration of the change bring what an earlier one lacks', () => {
  const table = 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p);';
  expect(found(table)).toBe(1);
  expect(found(table, 'CREATE INDEX CONCURRENTLY i ON c (p_id);')).toBe(0);
  expect(found(table, 'CREATE INDEX i ON c (p_id);', 'DROP INDEX i;')).toBe(1);
});
