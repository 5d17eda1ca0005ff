import { describe, expect, it } from 'vitest';
import { codeFor, sqlInCode } from '../../src/migrations/layouts/node-pg-migrate-code.js';

const read = (text: string) => sqlInCode({ path: 'migrations/1_x.sql.cjs', text }, 'per-run');
const draft = { version: '1', name: 'x', up: 'DROP INDEX CONCURRENTLY i;', down: null, outside: true };
const sent = (body: string) => `exports.up = (pgm) => {\n  ${body}\n};\n`;

describe('a migration in code that only sends SQL', () => {
  it('is read as it is written', () => {
    const text = codeFor({ ...draft, up: 'DO $$\nBEGIN\n  COMMIT;\nEND\n$$;', down: 'DROP INDEX CONCURRENTLY i;' });
    const found = read(text);
    expect(found?.up.transaction).toBe('autocommit');
    expect(found?.up.sql.trim()).toBe('DO $$\nBEGIN\n  COMMIT;\nEND\n$$;');
    expect(found?.down?.sql.trim()).toBe('DROP INDEX CONCURRENTLY i;');
    // Places stay those of the file.
    expect(found?.up.sql.indexOf('DO $$')).toBe(text.indexOf('DO $$'));
  });

  it('says whether there is a way back', () => {
    expect(read(codeFor(draft))).toMatchObject({ irreversible: 'no rollback: there is nothing to undo' });
    const unknown = read(codeFor({ ...draft, unknownDown: true }));
    expect(unknown?.up.sql.trim()).toBe(draft.up);
    expect(unknown).not.toHaveProperty('down');
    expect(unknown).not.toHaveProperty('irreversible');
  });

  it('shares the tool’s transaction unless it leaves it', () => {
    expect(read(sent('pgm.sql(`SELECT 1;`); pgm.sql(`SELECT 2;`);'))?.up.transaction).toBe('per-run');
    expect(read(sent('pgm.noTransaction(); pgm.sql(`SELECT 1; SELECT 2;`);'))?.up.transaction).toBe('single-query');
  });

  it.each([
    'pgm.createTable(`t`, { id: `id` });',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands in the file.
    'pgm.sql(`SELECT ${1};`);',
    'pgm.sql(`SELECT \\`1\\`;`);',
    'pgm.sql(`SELECT 1`); pgm.sql(`SELECT 2;`);',
    'pgm.noTransaction(); pgm.sql(`SELECT 1; SELECT 2;`); pgm.sql(`SELECT 3;`);',
  ])('is not read where it does more: %s', (body) => {
    expect(read(sent(body))).toBeUndefined();
    expect(read('exports.down = () => {};')).toBeUndefined();
  });
});
