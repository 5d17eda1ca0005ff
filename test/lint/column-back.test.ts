/** The rollback of the step that drops the old column. */
import { describe, expect, it } from 'vitest';
import { exampleIn } from '../../src/lint/in-layout.js';
import { RULES } from '../../src/lint/registry.js';
import { loadGrammar } from '../../src/sql/parse.js';

const grammar = await loadGrammar();

function lastOf(id: string, setup: string, sql: string) {
  const rule = RULES.find((one) => one.id === id);
  if (!rule) throw new Error(id);
  return exampleIn('golang-migrate', rule, { setup, sql }, grammar)[0]?.recipe?.steps.at(-1);
}

describe('the way back from a column’s replacement', () => {
  it('writes the old column from the new one, with what hung on it', () => {
    const last = lastOf(
      'alter-column-type-rewrites',
      "CREATE TABLE t (a int NOT NULL DEFAULT 7, b text, CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON t (a) WHERE b = 'x';",
      'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
    );
    expect(last?.oneWay).toBeUndefined();
    expect(last?.sql).toContain('irreversible-up');
    const lines = (last?.down ?? '').split('\n');
    expect(lines[0]).toMatch(
      /^-- migration-safety: ignore-file alter-column-type-rewrites, set-not-null, index-not-concurrent, check-without-not-valid, down-fails-with-new-data /,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'ALTER INDEX i RENAME TO i_new;',
        'ALTER TABLE t RENAME CONSTRAINT c TO c_new;',
        'ALTER TABLE t RENAME COLUMN a TO a_new;',
        'ALTER TABLE t ALTER COLUMN a TYPE int4 USING a_new::int4, ALTER COLUMN a SET NOT NULL;',
        'ALTER TABLE t ALTER COLUMN a SET DEFAULT 7;',
        "CREATE INDEX i ON t (a) WHERE b = 'x';",
        'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);',
      ]),
    );
    expect(lines.at(-1)).toMatch(/^CREATE TRIGGER /);
  });

  it('is the same for another name, which holds the same values', () => {
    const down = lastOf('rename-column', 'CREATE TABLE t (a int);', 'ALTER TABLE t RENAME COLUMN a TO b;')?.down;
    expect(down).toContain('ALTER TABLE t ALTER COLUMN a TYPE int4 USING b::int4;');
    expect(down).not.toContain('RENAME COLUMN');
    expect(down).not.toContain('down-fails-with-new-data');
  });

  it('is none where the values are others, and where a text may name the column', () => {
    const setup = 'CREATE TABLE t (a text);';
    const made = lastOf(
      'alter-column-type-rewrites',
      setup,
      'ALTER TABLE t ALTER COLUMN a TYPE jsonb USING to_jsonb(a);',
    );
    expect(made).toEqual(expect.objectContaining({ oneWay: 'the old column is gone' }));
    expect(made).not.toHaveProperty('down');
    const named = "CREATE TABLE t (a int, CONSTRAINT c CHECK (a::text <> 'a_new'));";
    const vague = lastOf('alter-column-type-rewrites', named, 'ALTER TABLE t ALTER COLUMN a TYPE bigint;');
    expect(vague).not.toHaveProperty('down');
  });
});
