/** Where the written-out steps would fail on a server, none are written. */
import { expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample } from '../support/examples.js';

const grammar = await loadGrammar();

it.each([
  {
    rule: 'rename-column',
    setup: 'CREATE TABLE u (id bigint PRIMARY KEY, name text NOT NULL); CREATE VIEW v AS SELECT id, name FROM u;',
    sql: 'ALTER TABLE u RENAME COLUMN name TO full_name;',
    never: 'CREATE VIEW',
  },
  {
    rule: 'update-whole-table',
    setup: 'CREATE TABLE o (id bigint PRIMARY KEY, status text);',
    sql: "DO $$ DECLARE r record; BEGIN FOR r IN SELECT id FROM o LOOP UPDATE o SET status = 'x' WHERE id = r.id; END LOOP; END $$;",
    never: 'r.id',
  },
])('$rule', ({ rule, never, ...example }) => {
  const found = lintExample(example, RULES, grammar).filter(({ finding }) => finding.rule === rule);
  expect(found).toHaveLength(1);
  expect(found[0]?.finding.help).not.toContain(never);
});
