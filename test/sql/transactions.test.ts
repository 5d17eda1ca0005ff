import { describe, expect, it } from 'vitest';
import type { TransactionContext, TransactionMode } from '../../src/model.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();

/** One word a statement: `-` none, the mode's name for the tool's, `B<n>` for the transaction opened on line n. */
function contexts(lines: string[], mode: TransactionMode): string {
  const { statements } = grammar.parseScript(scriptSource('up', lines.map((line) => `${line};`).join('\n'), mode));
  return statements.map(({ transaction }) => wordOf(transaction)).join(' ');
}

function wordOf(transaction: TransactionContext): string {
  if (transaction.kind === 'explicit') return `B${transaction.begin.line}`;
  return transaction.kind === 'layout' ? transaction.mode : '-';
}

const P = 'per-script';
const Q = 'single-query';

describe('statement by statement', () => {
  it.each<[string[], string]>([
    [['SELECT 1'], '-'],
    [['SELECT 1', 'SELECT 2'], '- -'],
    [['BEGIN', 'SELECT 1', 'COMMIT', 'SELECT 2'], '- B1 B1 -'],
    [['BEGIN WORK', 'SELECT 1', 'END', 'SELECT 2'], '- B1 B1 -'],
    [['START TRANSACTION READ ONLY', 'SELECT 1', 'ROLLBACK', 'SELECT 2'], '- B1 B1 -'],
    [['SELECT 0', 'BEGIN', 'SELECT 1', 'ABORT', 'SELECT 2'], '- - B2 B2 -'],
    [['BEGIN', 'SELECT 1'], '- B1'],
    [['COMMIT', 'SELECT 1'], '- -'],
    [['BEGIN', 'BEGIN', 'SELECT 1', 'COMMIT', 'SELECT 2'], '- B1 B1 B1 -'],
    [['BEGIN', 'COMMIT', 'BEGIN', 'SELECT 1', 'COMMIT'], '- B1 - B3 B3'],
    [['BEGIN', 'SAVEPOINT a', 'ROLLBACK TO a', 'RELEASE a', 'SELECT 1', 'COMMIT'], '- B1 B1 B1 B1 B1'],
    [
      ['BEGIN', 'COMMIT AND CHAIN', 'SELECT 1', 'ROLLBACK AND CHAIN', 'SELECT 1', 'COMMIT AND NO CHAIN', 'SELECT 1'],
      '- B1 B2 B2 B4 B4 -',
    ],
    [['COMMIT AND CHAIN', 'SELECT 1'], '- -'],
    [['BEGIN', "PREPARE TRANSACTION 'x'", 'SELECT 1', "COMMIT PREPARED 'x'"], '- B1 - -'],
    [['BEGIN', "ROLLBACK PREPARED 'x'", 'SELECT 1'], '- B1 B1'],
    [['BEGIN', 'SELEC 1', 'SELECT 2', 'COMMIT'], '- B1 B1 B1'],
    [["SELECT 'BEGIN'", 'SELECT 2'], '- -'],
    [['DO $$ BEGIN COMMIT; END $$', 'SELECT 2'], '- -'],
  ])('%j', (lines, expected) => {
    expect(contexts(lines, 'autocommit')).toBe(expected);
  });
});

describe('in the tool’s own transaction', () => {
  it.each<[string[], string]>([
    [['SELECT 1'], P],
    [['SELECT 1', 'SELECT 2'], `${P} ${P}`],
    [['COMMIT', 'SELECT 1', 'SELECT 2'], `${P} - -`],
    [['BEGIN', 'SELECT 1', 'COMMIT', 'SELECT 2'], `${P} B1 B1 -`],
    [['ROLLBACK', 'BEGIN', 'SELECT 1'], `${P} - B2`],
    [['SAVEPOINT a', 'ROLLBACK TO SAVEPOINT a', 'SELECT 1'], `${P} ${P} ${P}`],
    [['COMMIT AND CHAIN', 'SELECT 1'], `${P} B1`],
  ])('%j', (lines, expected) => {
    expect(contexts(lines, P)).toBe(expected);
  });
});

describe('in one query string', () => {
  it.each<[string[], string]>([
    [['SELECT 1'], '-'],
    [['SELECT 1', 'SELECT 2'], `${Q} ${Q}`],
    [['SELECT 1', 'SELEC 2'], `${Q} ${Q}`],
    [['BEGIN', 'SELECT 1', 'COMMIT', 'SELECT 2', 'SELECT 3'], `${Q} B1 B1 ${Q} ${Q}`],
    [['COMMIT', 'SELECT 1'], `${Q} ${Q}`],
  ])('%j', (lines, expected) => {
    expect(contexts(lines, Q)).toBe(expected);
  });
});

describe('in one transaction with the script before it', () => {
  it.each<[string, string[], string]>([
    ['which is open', ['SELECT 1'], 'per-run'],
    ['which a COMMIT has ended', ['SELECT 1', 'COMMIT'], '-'],
    ['which the script has opened', ['COMMIT', 'BEGIN', 'SELECT 1'], 'B2'],
    ['which a script without a statement left', [], 'per-run'],
  ])('%s', (_, before, expected) => {
    const sql = before.map((line) => `${line};`).join('\n');
    const { leaves } = grammar.parseScript(scriptSource('up', sql, 'per-run'));
    const { statements } = grammar.parseScript(scriptSource('up', 'SELECT 2;', 'per-run'), leaves);
    expect(statements.map(({ transaction }) => wordOf(transaction))).toEqual([expected]);
  });
});
