/** Time grows with the length of a text, whatever it repeats: twice the text, about twice the time. */
import { beforeAll, it } from 'vitest';
import { type Grammar, loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';
import { expectLinear } from '../support/growth.js';
import { readAsText } from './linear-work.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const LENGTH = 120_000;

const TEXTS: Record<string, (length: number) => string> = {
  'nested comments': (n) => `${'/*'.repeat(n / 4)}${'*/'.repeat(n / 4)}\nCREATE INDEX i ON t (v);`,
  'nested comments with words': (n) => `SELECT 1;${'/* a '.repeat(n / 8)}${' */'.repeat(n / 8)}`,
  'a comment that is never closed': (n) => '/*'.repeat(n / 2),
  'one behind a statement': (n) => `SELECT 1;${'/*'.repeat(n / 2)}`,
  'comments between signs': (n) => `SELECT 1${'+/**/'.repeat(n / 5)}1`,
  'empty comments': (n) => '/**/'.repeat(n / 4),
  'a comment of asterisks': (n) => `/${'*'.repeat(n)}/`,
  'asterisks without an end': (n) => `/${'*'.repeat(n)}`,
  'a line of dashes': (n) => '-'.repeat(n),
  'empty line comments': (n) => '--\n'.repeat(n / 3),
  signs: (n) => `SELECT 1 ${'+-'.repeat(n / 2)}1`,
  'other signs': (n) => `SELECT 1 ${'@#'.repeat(n / 2)}1`,
  'signs and spaces': (n) => `SELECT ${'- '.repeat(n / 2)}1`,
  semicolons: (n) => ';'.repeat(n),
  statements: (n) => 'SELECT 1;'.repeat(n / 9),
  'statements that are refused': (n) => 'SELCT 1;'.repeat(n / 8),
  quotes: (n) => "'".repeat(n + 1),
  strings: (n) => "'a' ".repeat(n / 4),
  'strings and comments': (n) => `SELECT 'a'${"/**/\n'b'".repeat(n / 8)}`,
  'quoted names': (n) => '"'.repeat(n + 1),
  dollars: (n) => '$'.repeat(n),
  'dollar quotes': (n) => Array.from({ length: n / 10 }, (_, at) => `$t${at}$ `).join(''),
  'open parentheses': (n) => '('.repeat(n),
  'statements whose parentheses never close': (n) => 'SELECT (1;\n'.repeat(n / 11),
  'closing parentheses': (n) => ')'.repeat(n),
  'commands of psql': (n) => 'SELECT 1 \\g\n'.repeat(n / 12),
  'COPY without rows': (n) => 'COPY t FROM STDIN;\n'.repeat(n / 19),
  'COPY with rows': (n) => 'COPY t FROM STDIN;\n1\n\\.\n'.repeat(n / 25),
  spaces: (n) => `SELECT 1${' '.repeat(n)};`,
  'line breaks': (n) => '\r\n'.repeat(n / 2),
  'byte order marks': (n) => '\ufeff'.repeat(n),
  letters: (n) => 'a'.repeat(n),
  words: (n) => 'a '.repeat(n / 2),
  'bodies that never end': (n) => 'BEGIN ATOMIC '.repeat(n / 13),
  placeholders: (n) => '$'.concat('{a} {{b}} :c ? %(d)s ').repeat(n / 22),
  'an expectation with spaces': (n) => `/* expect:${' '.repeat(n)}x */ SELECT 1;`,
  'spaces before an expectation': (n) => `/* a\n${' '.repeat(n)}x */ SELECT 1;`,
  'a directive with spaces': (n) => `-- migration-safety: ignore a${' '.repeat(n)}b\nSELECT 1;`,
  'a directive with many rules': (n) => `-- migration-safety: ignore ${'a,'.repeat(n / 2)}\nSELECT 1;`,
  rows: (n) => `INSERT INTO t VALUES (1)${',(1)'.repeat(n / 4)};`,
  'statements in a block': (n) => `DO $$ BEGIN ${'PERFORM 1; '.repeat(n / 11)}END $$;`,
  'letters of two bytes': (n) => `SELECT '${'é'.repeat(n)}';`,
  settings: (n) => Array.from({ length: n / 16 }, (_, at) => `SET a.b${at} = 1;`).join(''),
};

it.each(Object.entries(TEXTS))('%s', (_, text) => {
  expectLinear((length) => {
    const source = scriptSource('up', text(length));
    readAsText(grammar.parseScript(source), source.file);
  }, LENGTH);
});
