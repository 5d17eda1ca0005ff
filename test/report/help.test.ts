import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeFor } from '../../src/migrations/layouts/node-pg-migrate-code.js';
import { helpBlocks } from '../../src/report/help.js';
import { hostile } from './arbitraries.js';

it('tells SQL that is ready to paste from sentences', () => {
  const help =
    'Build it first:\n\n  CREATE INDEX CONCURRENTLY i\n    ON t (a);\n\nThen add:\nALTER TABLE t\n  ADD UNIQUE USING INDEX i;';
  expect(helpBlocks(help)).toEqual([
    { kind: 'prose', text: 'Build it first:' },
    { kind: 'sql', text: 'CREATE INDEX CONCURRENTLY i\n  ON t (a);' },
    { kind: 'prose', text: 'Then add:' },
    { kind: 'sql', text: 'ALTER TABLE t\n  ADD UNIQUE USING INDEX i;' },
  ]);
});

it('takes what stands right below a colon for code, even without a semicolon', () => {
  for (const sql of ['-- expect: rows = 6', "indexname IN ('a', 'b')", "LIKE 'idx\\_%'", 'create index i\non t (a);']) {
    expect(helpBlocks(`Write this:\n${sql}`)).toEqual([
      { kind: 'prose', text: 'Write this:' },
      { kind: 'sql', text: sql },
    ]);
  }
  expect(helpBlocks('Drop it first:\nDROP INDEX i;\ncreate index i on t (a);')[1]?.text).toBe(
    'DROP INDEX i;\ncreate index i on t (a);',
  );
});

it('keeps the items of a list apart', () => {
  expect(helpBlocks('Two steps:\n1. Add it.\n2. Validate it.').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'prose Two steps:',
    'prose 1. Add it.',
    'prose 2. Validate it.',
  ]);
});

it('keeps files apart, whatever is in them', () => {
  const help =
    'Two files:\n`1_a/up.sql`:\n-- up\nSET x = 1;\nDROP INDEX i;\n`1_a/metadata.toml`:\nrun = false\n`2_b/up.sql`:\nVACUUM;\nThat is all.';
  expect(helpBlocks(help).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'prose Two files:',
    'prose `1_a/up.sql`:',
    'sql -- up\nSET x = 1;\nDROP INDEX i;',
    'prose `1_a/metadata.toml`:',
    'sql run = false',
    'prose `2_b/up.sql`:',
    'sql VACUUM;',
    'prose That is all.',
  ]);
});

it('keeps a program whole, with its indentation and its blank lines', () => {
  const draft = { version: '1', name: 'x', up: 'VACUUM t;', down: 'VACUUM u;', outside: true };
  const program = codeFor(draft).trimEnd();
  const help = `Two files:\n\`1_x.sql.cjs\`:\n${program}\nMove the code over before the next one.\n\`2_y.sql\`:\nDROP INDEX i;`;
  expect(helpBlocks(help)).toEqual([
    { kind: 'prose', text: 'Two files:' },
    { kind: 'prose', text: '`1_x.sql.cjs`:' },
    { kind: 'sql', text: program },
    { kind: 'prose', text: 'Move the code over before the next one.' },
    { kind: 'prose', text: '`2_y.sql`:' },
    { kind: 'sql', text: 'DROP INDEX i;' },
  ]);
});

it('takes a sentence that begins with a keyword for a sentence', () => {
  for (const help of [
    'DROP INDEX CONCURRENTLY cannot run in a transaction.',
    'Set it first; then run it.',
    'SET it.\n\nThen;',
  ]) {
    expect(helpBlocks(help).map(({ kind }) => kind)).not.toContain('sql');
  }
});

it('keeps a function body in one piece, comments included', () => {
  const sql = '-- in batches\nDO $$\nBEGIN\n  UPDATE t SET a = 1;\nEND $$;';
  expect(helpBlocks(`Do this:\n${sql}`)).toEqual([
    { kind: 'prose', text: 'Do this:' },
    { kind: 'sql', text: sql },
  ]);
});

it('loses no letter of any text', () => {
  const letters = (text: string) => text.replace(/\s/g, '');
  fc.assert(
    fc.property(hostile, (text) => {
      const joined = helpBlocks(text).map((block) => block.text);
      expect(letters(joined.join(''))).toBe(letters(text));
    }),
  );
});

it('keeps the marks below the last statement of a file', () => {
  const file = '-- +goose Up\nDO $$\nBEGIN\nEND $$;\n-- +goose StatementEnd\n-- +goose Down\n-- nothing';
  const blocks = helpBlocks(`Fill it:\n\`a.sql\`:\n${file}\n\`b.sql\`:\nSELECT 1;\n-- one\nThen go.`);
  expect(blocks.filter(({ kind }) => kind === 'sql').map(({ text }) => text)).toEqual([file, 'SELECT 1;\n-- one']);
  expect(blocks.at(-1)).toEqual({ kind: 'prose', text: 'Then go.' });
});

it('takes a changelog’s lines for code, whatever its language', () => {
  const lines = '  - include:\n      file: 2.sql';
  for (const text of [lines, '  <include file="2.sql"/>'])
    expect(helpBlocks(`\`a.sql\`, at its end:\nSELECT 1;\nInclude it:\n${text}`).map(({ kind }) => kind)).toEqual([
      'prose',
      'sql',
      'prose',
      'sql',
    ]);
});
