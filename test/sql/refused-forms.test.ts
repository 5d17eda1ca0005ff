import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();

describe('what the grammar knows only to refuse it', () => {
  it.each([
    ['ALTER TABLE t ADD CONSTRAINT u UNIQUE (a) NOT VALID;', 'CREATE UNIQUE INDEX CONCURRENTLY'],
    ['ALTER TABLE t ADD PRIMARY KEY (a) NOT VALID;', 'CREATE UNIQUE INDEX CONCURRENTLY'],
    ['ALTER TABLE t ADD EXCLUDE USING gist (a WITH &&) NOT VALID;', 'maintenance window'],
    ["ALTER TYPE mood DROP VALUE 'ok';", 'create a new type'],
  ])('%s', (sql, help) => {
    const [statement] = grammar.parseScript(scriptSource('up', sql)).statements;
    expect(statement?.syntaxError?.message).toMatch(/cannot be marked NOT VALID|not implemented/);
    expect(statement?.syntaxError?.help).toContain(help);
  });
});
