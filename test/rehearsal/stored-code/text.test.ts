/** Code as text: what is a name in it, and what only looks so. */
import { expect, it } from 'vitest';
import { fieldsOf, masked, replacedRecord, sidesOf, wordsOf } from '../../../src/rehearsal/stored-code/text.js';

it('strings and comments are no code, quoted names are', () => {
  const text = `a -- b\n'c''d' /* e */ $x$ f $x$ "g"`;
  expect(masked(text)).toHaveLength(text.length);
  expect(masked(text).match(/\w+/g)).toEqual(['a', 'g']);
});

it('names are folded unless they are quoted', () => {
  expect([...wordsOf('SELECT "Old Name", Legacy FROM it')]).toEqual([
    ...['select', 'Old Name', 'old', 'name', 'legacy', 'from', 'it'],
  ]);
});

it.each([
  ['NEW.a + new."B c" + other.new.x', 'new', ['a', '"B c"']],
  ["r.a || 'r.b' || r . c -- r.d", 'r', ['a', 'c']],
  ['car.a + "r".b', 'r', ['b']],
])('%s: the fields of %s', (text, record, fields) => {
  expect(fieldsOf(text, record)).toEqual(fields);
});

it('a record’s fields are replaced, nothing else', () => {
  expect(replacedRecord("SELECT r.a, 'r.b', car.a FROM t WHERE r.id = id", 'r', (field) => `<${field}>`)).toBe(
    "SELECT <a>, 'r.b', car.a FROM t WHERE <id> = id",
  );
});

it.each([
  ['a := b = c', ['a', 'b = c']],
  ["x[y['=']] = 1", ["x[y['=']]", '1']],
  ['new.a=1', ['new.a', '1']],
  ['nothing', undefined],
])('%s has two sides', (text, sides) => {
  expect(sidesOf(text)).toEqual(sides);
});
