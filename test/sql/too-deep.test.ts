import { expect, it } from 'vitest';
import { loadGrammar } from '../../src/sql/parse.js';
import { UsageError } from '../../src/usage-error.js';
import { scriptSource } from '../support/examples.js';

// In a file of its own: after the overflow the module can't be used again.
it('says which file holds a statement that the parser can’t follow, and doesn’t hang', async () => {
  const { parseScript } = await loadGrammar();
  const sql = `SELECT ${'1+'.repeat(100_000)}1`;
  const read = () => parseScript(scriptSource('up', sql, 'autocommit', 'deep.sql'));
  expect(read).toThrow(UsageError);
  expect(read).toThrow(/^deep\.sql: A statement chains so many operators/);
});
