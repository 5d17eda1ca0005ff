/** A limit that somebody forgot there and back is one finding, also where the way back is a file of its own. */
import { expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { sameAt } from '../../src/report/words.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { decide } from '../../src/verdict/decide.js';

const { parseScript } = await loadGrammar();

it('one finding, with both places', () => {
  const script = (role: 'up' | 'down', text: string) =>
    parseScript({ role, file: { path: `1_a.${role}.sql`, text }, sql: text, transaction: 'per-script' });
  const up = script('up', '-- more\nALTER TABLE t ADD COLUMN b int;');
  const down = script('down', 'ALTER TABLE t DROP COLUMN b;');
  const schema = new Schema();
  schema.replay(script('up', 'CREATE TABLE t (a int);').statements, 'baseline');
  const rules = RULES.filter(({ id }) => id === 'no-lock-timeout');
  const predictions = lint([{ id: '1', path: '1_a.up.sql', layout: 'sqlx', up, down }], schema, {
    rules,
    postgresVersion: null,
  });
  const { findings } = decide(
    { predictions, observations: [], scripts: [up, down], migrationOf: new Map() },
    { failOn: 'error', rules: {}, knownRules: new Set(['no-lock-timeout']), needsServer: () => false },
  );
  expect(findings).toMatchObject([
    { path: '1_a.up.sql', line: 2, places: [{ path: '1_a.down.sql', line: 1 }], fixes: [{}] },
  ]);
  expect(findings[0] && sameAt(findings[0])).toBe('The same at line 1 of 1_a.down.sql.');
});
