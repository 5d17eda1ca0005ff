import { expect, it } from 'vitest';
import { lineOf } from '../../src/sql/positions.js';
import { capitalized, code } from '../../src/sql/words.js';

it('marks a name, and no name can end the mark', () => {
  expect(code('orders')).toBe('`orders`');
  expect(code('a`b` c')).toBe('`a’b’ c`');
  expect(code(' two\nlines ')).toBe('`two lines`');
  expect(code(' ')).toBe('');
});

it('begins a sentence', () => {
  expect(capitalized('reads and writes')).toBe('Reads and writes');
  expect(capitalized('')).toBe('');
});

it('names the file of a line where it is another one', () => {
  const at = (path: string) => ({ location: { path, line: 3, column: 1, endLine: 3, endColumn: 2 } });
  expect(lineOf(at('a.sql'), at('a.sql'))).toBe('line 3');
  expect(lineOf(at('a.sql'), at('b.sql'))).toBe('line 3 of `a.sql`');
});
