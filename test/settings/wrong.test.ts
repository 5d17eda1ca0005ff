/** Of each wrong value it is said what was given, what was expected, and what is near: never a type's name. */
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/arguments.js';
import { settingsFrom } from '../../src/settings/file.js';
import { FILE_SETTINGS, TEXT_SETTINGS } from '../../src/settings/table.js';
import { parseTexts } from '../../src/settings/text.js';
import { nearest } from '../../src/settings/wrong.js';
import { UsageError } from '../../src/system/usage-error.js';

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
}

describe('a wrong value', () => {
  const odd: unknown[] = [['a', 3], { a: 1 }, null, true, 3.5, '', [], [[]], { severity: ['x'] }];

  it.each(FILE_SETTINGS)('of %s is quoted, whatever it is', (name) => {
    for (const value of odd) {
      const said = refusal(() => settingsFrom({ [name]: value }));
      expect(said).not.toMatch(/got (Array|Object|undefined)/);
      if (Array.isArray(value) && value.length === 2 && said !== '') expect(said).toMatch(/got (\["a",3\]|"a"|3)\./);
    }
  });

  it.each(TEXT_SETTINGS)('of %s as text is quoted', (name) => {
    for (const text of ['nonsense', 'a,b', '-1', '{}'])
      expect(refusal(() => parseTexts({ [name]: text }))).not.toMatch(/got (Array|Object|undefined)/);
  });

  it.each([
    [() => parseTexts({ 'fail-on': 'eror' }), 'got "eror". Did you mean "error"?'],
    [() => parseTexts({ 'required-checks': 'applied,rollbak' }), 'got "rollbak". Did you mean "rollback"?'],
    [() => parseTexts({ server: 'embeded' }), 'Did you mean "embedded"?'],
    [() => settingsFrom({ preset: ['a', 'b'] }), 'expected one of recommended, strict, got ["a","b"].'],
    [() => settingsFrom({ rules: { 'drop-column': 'warn' } }), 'got "warn". Did you mean "warning"?'],
    [() => settingsFrom({ fail_on: 'error' }), 'there is no setting "fail_on". Did you mean "fail-on"?'],
    [() => settingsFrom({ version: 17 }), 'Did you mean "postgres-version"?'],
    [() => settingsFrom({ zzzz: 17 }), 'there is no setting "zzzz". Known: '],
    [() => parseCommandLine(['check', '--format', 'sarfi']), 'got "sarfi". Did you mean "sarif"?'],
    [() => parseCommandLine(['check', '--sever', 'none']), 'Did you mean --server?'],
    [() => parseCommandLine(['check', '--fail-on']), '--fail-on needs a value: one of error, warning, info, never.'],
    [() => parseCommandLine(['check', '--format', '--fix']), '--format needs a value: one of text, json, '],
    [() => parseCommandLine(['check', '--output']), '--output needs a value.'],
    [() => parseCommandLine(['check', '--no-cache=1']), '--no-cache takes no value.'],
  ])('%#: says what is near, and nothing where nothing is', (act, words) => {
    expect(refusal(act)).toContain(words);
  });
});

it('guesses only what is near', () => {
  expect(nearest('no', ['off', 'info'])).toBeUndefined();
  expect(nearest('xyzzy', ['enum-type', 'drop-table'])).toBeUndefined();
  expect(nearest('timeout', ['run-timeout', 'script-timeout'])).toBeUndefined();
  expect(nearest('prismaa', ['prisma', 'pop'])).toBe('prisma');
  expect(nearest('xml', ['text', 'html'])).toBeUndefined();
  expect(nearest('', ['a'])).toBeUndefined();
});
