import { describe, expect, it } from 'vitest';
import { type Expectation, expectationsOf } from '../../src/sql/expectations.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();
const expectations = (sql: string) =>
  grammar.parseScript(scriptSource('verify', sql)).statements.map((statement) => expectationsOf(statement));

describe('an expectation', () => {
  it.each<[string, Expectation | null]>([
    ['rows = 6', { kind: 'rows', count: 6 }],
    ['ROWS=0', { kind: 'rows', count: 0 }],
    ['empty', { kind: 'empty' }],
    ['Not  Empty', { kind: 'not empty' }],
    ['all true', { kind: 'all true' }],
    ['value = 6', { kind: 'value', value: '6' }],
    ["value = 'a b = c'", { kind: 'value', value: 'a b = c' }],
    ['value = é漢😀', { kind: 'value', value: 'é漢😀' }],
    ['uses index idx_a', { kind: 'uses index', index: 'idx_a' }],
    ['uses index app.idx_a', { kind: 'uses index', index: 'app.idx_a' }],
    ['rows', null],
    ['rows = many', null],
    ['rows = -1', null],
    ['rows > 1', null],
    ['six rows', null],
    ['uses index', null],
    ['', null],
  ])('%s', (text, expectation) => {
    for (const comment of [
      `-- expect: ${text}`,
      `--EXPECT:${text}\r`,
      `/* expect: ${text} */`,
      `/*\r\n * expect: ${text}\r\n */`,
    ]) {
      expect(expectations(`${comment}\nSELECT 1;`)).toEqual([[{ text: text.trim(), expectation }]]);
    }
  });

  it('speaks of the query below it, and several may', () => {
    const sql = '-- expect: rows = 1\n-- a word\n-- expect: all true\nSELECT 1 -- expect: empty\n+ 1;\nSELECT 2;';
    expect(expectations(sql).map((list) => list.map(({ text }) => text))).toEqual([['rows = 1', 'all true'], []]);
  });

  it('is not a word in a sentence or in a string', () => {
    expect(expectations("-- we expect: empty\nSELECT '-- expect: empty';")).toEqual([[]]);
  });
});
