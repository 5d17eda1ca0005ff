/** All of a recipe's files in one change: none of them silences what isn't there. */
import { expect, it } from 'vitest';
import { draftsOf } from '../../src/lint/help/recipe.js';
import { exampleIn } from '../../src/lint/in-layout.js';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { decide } from '../../src/verdict/decide.js';

const grammar = await loadGrammar();
const setup = 'CREATE TABLE t (a int PRIMARY KEY DEFAULT 4, b int); CREATE INDEX i ON t (b, a);';

it.each(['plain', 'flyway', 'goose'])('in %s', (layout) => {
  const rule = RULES.find(({ id }) => id === 'alter-column-type-rewrites');
  const writing = LAYOUTS.find(({ name }) => name === layout)?.writing;
  const example = { setup, sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;' };
  const recipe = rule && exampleIn(layout, rule, example, grammar)[0]?.recipe;
  if (!recipe || !writing) throw new Error(`no recipe in ${layout}`);
  const scriptOf = (path: string, text: string, transaction = writing.transaction) =>
    grammar.parseScript({ role: 'up', file: { path, text }, sql: text, transaction });
  const schema = new Schema();
  schema.replay(scriptOf('setup.sql', setup, 'autocommit').statements, 'baseline');
  const scripts = draftsOf(recipe, writing).map(({ name, up, outside }) =>
    scriptOf(`${name}.sql`, up, outside ? 'autocommit' : writing.transaction),
  );
  const migrations = scripts.map((up) => ({ id: up.file.path, path: up.file.path, layout, up }));
  const rules = RULES.filter(({ preset }) => preset !== 'strict');
  const predictions = lint(migrations, schema, { rules, postgresVersion: 17 });
  const { findings } = decide(
    { predictions, observations: [], scripts, migrationOf: new Map() },
    { failOn: 'error', rules: {}, knownRules: new Set(RULES.map(({ id }) => id)) },
  );
  expect(scripts.length).toBeGreaterThan(8);
  expect(findings.map(({ rule: id }) => id)).not.toContain('unused-ignore');
  expect(findings.map(({ rule: id }) => id)).not.toContain('invalid-directive');
});
