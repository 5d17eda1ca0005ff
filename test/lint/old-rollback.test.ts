/** A migration's own rollback, where new files take the place of one of its statements. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';

const grammar = await loadGrammar();

function helpOf(rule: string, setup: string, up: string, down: string) {
  const script = (role: 'up' | 'down', text: string) =>
    grammar.parseScript({ role, file: { path: `1_a.${role}.sql`, text }, sql: text, transaction: 'single-query' });
  const schema = new Schema();
  schema.replay(script('up', setup).statements, 'baseline');
  const migration = {
    ...{ id: '1_a', path: '1_a.up.sql', layout: 'golang-migrate' },
    ...{ up: script('up', up), down: script('down', down) },
  };
  const found = lint([migration], schema, { rules: RULES.filter(({ id }) => id === rule), postgresVersion: 17 });
  return found[0]?.finding.help ?? '';
}

describe('the rollback that is there', () => {
  const setup = 'CREATE TABLE t (a int);';

  it('gives up what the new files’ rollbacks do, and keeps the rest', () => {
    const up = 'ALTER TABLE t ADD COLUMN b int;\nCREATE INDEX i ON t (b);';
    const help = helpOf('index-not-concurrent', setup, up, 'DROP INDEX i;\nALTER TABLE t DROP COLUMN b;');
    expect(help.split('\n').at(-1)).toBe(
      'Take line 1 (`DROP INDEX i;`) out of this migration’s rollback: the new files’ rollbacks do that.',
    );
  });

  it('is said nothing of where the new files are the whole migration, or it does nothing about the statement', () => {
    const whole = helpOf('index-not-concurrent', setup, 'CREATE INDEX i ON t (a);', 'DROP INDEX i;');
    const silent = 'ALTER TABLE t ADD COLUMN b int;\nCREATE INDEX i ON t (b);';
    const column = helpOf('index-not-concurrent', setup, silent, 'ALTER TABLE t DROP COLUMN b;');
    for (const help of [whole, column]) expect(help).not.toContain('this migration’s rollback');
  });

  it('is the new file’s where nobody else knows what was there', () => {
    const help = helpOf('drop-index-not-concurrent', setup, 'DROP INDEX i;', 'CREATE INDEX i ON t (a);');
    expect(help).toContain('This migration’s rollback becomes the new file’s.');
    const known = `${setup} CREATE INDEX i ON t (a);`;
    expect(helpOf('drop-index-not-concurrent', known, 'DROP INDEX i;', 'CREATE INDEX i ON t (a);')).not.toContain(
      'becomes',
    );
  });
});
