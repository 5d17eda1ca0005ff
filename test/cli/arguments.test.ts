import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/arguments.js';
import { HELP } from '../../src/cli/help.js';
import { FORMATS } from '../../src/cli/options.js';
import { settingsSchema } from '../../src/settings/schema.js';
import { UsageError } from '../../src/system/usage-error.js';

function refusal(...args: string[]): string {
  try {
    parseCommandLine(args);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** What only the settings file can say. */
const FILE_ONLY = new Set(['rules', 'seed-hints', 'placeholders', 'command', 'order', 'baseline-command']);

describe('the command line', () => {
  it('is read', () => {
    expect(
      parseCommandLine([
        'check',
        'a b.sql',
        '--base',
        'origin/main',
        '--fail-on=warning',
        '--format',
        'json',
        '--output',
        'o.json',
        'c',
      ]),
    ).toEqual({
      command: 'check',
      words: ['a b.sql', 'c'],
      settings: { 'fail-on': 'warning' },
      base: 'origin/main',
      fix: false,
      withValues: false,
      verbose: false,
      format: 'json',
      output: 'o.json',
      yes: false,
    });
    expect(parseCommandLine(['init', '-y'])).toMatchObject({ command: 'init', yes: true, format: 'text' });
    expect(parseCommandLine(['check', '--', '-x.sql'])).toMatchObject({ words: ['-x.sql'] });
  });

  it.each([
    [[], 'help'],
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['check', '--help'], 'help'],
    [['--version'], 'version'],
    [['-v'], 'version'],
    [['rules'], 'rules'],
  ])('%j asks for %s', (args, command) => {
    expect(parseCommandLine(args).command).toBe(command);
  });

  it.each([
    [['check', '--fial-on', 'x'], 'There is no option --fial-on. Did you mean --fail-on?'],
    [['check', '--frobnicate'], 'There is no option --frobnicate. See migration-safety --help.'],
    [['check', '-x'], /^There is no option --x\./],
    [
      ['check', '--format', 'xml'],
      'There is no such format'.replace(
        /.*/,
        '--format xml: expected one of text, json, sarif, gitlab, junit, markdown, html, github.',
      ),
    ],
    [
      ['check', '--fix', '--format', 'github'],
      '--fix and --format github: a workflow reports on a change, it does not rewrite it.',
    ],
    [['check', '--base'], /base.* argument missing/],
    [['check', '--yes=1'], /yes.* does not take an argument/],
  ])('%j is refused', (args, message) => {
    if (typeof message === 'string') expect(refusal(...args)).toBe(message);
    else expect(refusal(...args)).toMatch(message);
  });

  it('knows every setting that a flag can give, and its help names every flag', () => {
    for (const name of Object.keys(settingsSchema.entries).filter((it) => !FILE_ONLY.has(it) && it !== 'cache')) {
      expect(Object.keys(parseCommandLine(['check', `--${name}`, 'x']).settings)).toEqual([name]);
      expect(HELP).toContain(`--${name}`);
    }
    // What is on by itself has a flag that switches it off.
    expect(parseCommandLine(['check', '--no-cache']).settings).toEqual({ cache: 'false' });
    for (const name of ['no-cache', 'base', 'config', 'output', 'format', 'database-url'])
      expect(HELP).toContain(`--${name}`);
    expect(HELP).toContain(FORMATS.join('|'));
    for (const line of HELP.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
  });
});
