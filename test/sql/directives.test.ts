import { describe, expect, it } from 'vitest';
import { readDirectives } from '../../src/sql/directives.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();
const read = (sql: string) => readDirectives(grammar.parseScript(scriptSource('up', sql)));

describe('a directive', () => {
  it.each<[string, string, string[], string]>([
    ['-- migration-safety: ignore a-b small table', 'statement', ['a-b'], 'small table'],
    ['--migration-safety:ignore a-b, c , d-e-f because', 'statement', ['a-b', 'c', 'd-e-f'], 'because'],
    ['-- Migration-Safety: IGNORE a-b Because', 'statement', ['a-b'], 'Because'],
    ['/* migration-safety: ignore a-b\n   on two lines */', 'statement', ['a-b'], 'on two lines'],
    ['-- migration-safety: ignore-file a-b old file', 'file', ['a-b'], 'old file'],
    ['-- migration-safety: ignore-file a, b old file', 'file', ['a', 'b'], 'old file'],
    ['-- migration-safety: ignore a-b é漢😀', 'statement', ['a-b'], 'é漢😀'],
  ])('is read: %s', (comment, scope, rules, reason) => {
    const { directives, problems } = read(`SELECT 0;\n${comment}\nSELECT 1;`);
    expect(problems).toEqual([]);
    expect(directives).toMatchObject([{ scope, rules, reason, location: { line: 2, column: 1 } }]);
  });

  it.each([
    ['-- migration-safety: ignore', 'ignore names no rule: write "ignore <rule> <reason>".'],
    ['-- migration-safety: ignore Some_Rule why', 'ignore names no rule: write "ignore <rule> <reason>".'],
    ['-- migration-safety: ignore a-b', "ignore gives no reason: write why, after the rule's name."],
    ['-- migration-safety: ignore a-b, c', "ignore gives no reason: write why, after the rule's name."],
    ['-- migration-safety: ignore-file', 'ignore-file names no rule: write "ignore-file <rule> <reason>".'],
    ['-- migration-safety: ignore-file a-b', "ignore-file gives no reason: write why, after the rule's name."],
    [
      '-- migration-safety: ignore-all a-b why',
      '"ignore-all a-b why" is not a directive: write "ignore <rule> <reason>", "ignore-file <rule> <reason>" or "irreversible <reason>".',
    ],
    [
      '-- migration-safety: ignored a-b why',
      '"ignored a-b why" is not a directive: write "ignore <rule> <reason>", "ignore-file <rule> <reason>" or "irreversible <reason>".',
    ],
    [
      '-- migration-safety:',
      '"" is not a directive: write "ignore <rule> <reason>", "ignore-file <rule> <reason>" or "irreversible <reason>".',
    ],
  ])('is refused: %s', (comment, message) => {
    const { directives, problems } = read(`SELECT 0;\n  ${comment}\nSELECT 1;`);
    expect(directives).toEqual([]);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(problems[0]?.location).toMatchObject({
      path: 'up.sql',
      line: 2,
      column: 3,
      endLine: 2,
      endColumn: 3 + comment.length,
    });
  });

  it('is not what only speaks of one', () => {
    const sql = "-- see migration-safety: ignore a-b why\nSELECT '-- migration-safety: ignore a-b why';";
    expect(read(sql)).toEqual({ directives: [], problems: [] });
  });

  it('stands above its statement: other comments may be between, other statements may not', () => {
    const sql = [
      '-- migration-safety: ignore a one',
      '-- and more',
      'SELECT 1; -- migration-safety: ignore b two',
      'SELECT 2 -- migration-safety: ignore c inside',
      '  + 1;',
      'SELECT 3;',
      '-- migration-safety: ignore d last',
    ].join('\n');
    const starts = read(sql).directives.map(({ statementStart }) =>
      statementStart === null ? null : sql.slice(statementStart, statementStart + 8),
    );
    expect(starts).toEqual(['SELECT 1', 'SELECT 2', null, null]);
  });
});
