import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/arguments.js';
import { COMMANDS, type CommandName } from '../../src/cli/commands.js';
import { HELP, helpOf } from '../../src/cli/help.js';
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
const FILE_ONLY = new Set([
  'rules',
  'seed-hints',
  'placeholders',
  'command',
  'order',
  'baseline-command',
  'application-command',
]);

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
    [['check', '-x'], /^There is no option -x\./],
    [
      ['check', '--format', 'xml'],
      '--format: expected one of text, json, sarif, gitlab, junit, markdown, html, github, got "xml".',
    ],
    [
      ['check', '--fix', '--format', 'github'],
      '--fix and --format github: a workflow reports on a change, it does not rewrite it.',
    ],
    [
      ['chek', 'a.sql'],
      'There is no command "chek". Did you mean migration-safety check? Commands: check, rules, explain, init, stats.',
    ],
    [['verify'], 'There is no command "verify". Commands: check, rules, explain, init, stats.'],
    [['db/1.sql'], /^There is no command "db\/1\.sql"\. Did you mean migration-safety check db\/1\.sql\?/],
    [['constructor'], /^There is no command "constructor"\./],
    [['rules', 'drop-table'], 'rules takes no "drop-table". See migration-safety rules --help.'],
    [['init', 'services/a'], 'init takes no "services/a". See migration-safety init --help.'],
    [['explain', 'drop-table', 'set-not-null'], /^explain takes no "set-not-null"\./],
    [['rules', '--base', 'x'], 'rules takes no --base. See migration-safety rules --help.'],
    [['init', '--format', 'json'], 'init takes no --format. See migration-safety init --help.'],
    [['rules', '--format', 'sarif'], '--format: expected one of text, json, got "sarif".'],
    [
      ['check', '--baseline-command', 'true'],
      '--baseline-command: that setting can stand in the settings file (.migration-safety.yml) only: see docs/settings.md.',
    ],
    [['check', '--cache', '--no-cache'], '--cache and --no-cache: give one of them.'],
    [['check', '-', '--fix'], /^--fix and -: /],
    [['check', '--base'], '--base needs a value.'],
    [['check', '--yes=1'], '--yes takes no value.'],
  ])('%j is refused', (args, message) => {
    if (typeof message === 'string') expect(refusal(...args)).toBe(message);
    else expect(refusal(...args)).toMatch(message);
  });

  it('has a flag for each setting that its page says has one, in both forms where it is true or false', () => {
    const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');
    const [, except = ''] = /Each but (.*?) may also be given as/.exec(page) ?? [];
    const names = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(30);
    for (const name of names.slice(0, names.indexOf('rules'))) {
      const [flags, fileOnly] = [[`--${name}`, 'x'], except.includes(`\`${name}\``)];
      if (fileOnly) expect(refusal('check', ...flags)).toMatch(/can stand in the settings file/);
      else expect(Object.keys(parseCommandLine(['check', ...flags]).settings)).toEqual([name]);
    }
    expect(parseCommandLine(['check', '--cache', '--no-superuser']).settings).toEqual({
      cache: 'true',
      superuser: 'false',
    });
  });

  it.each(Object.keys(COMMANDS) as CommandName[])('helps with %s: what it takes, and nothing else', (name) => {
    expect(parseCommandLine([name, '--help'])).toMatchObject({ command: 'help', words: [name] });
    expect(parseCommandLine(['help', name])).toMatchObject({ command: 'help', words: [name] });
    const help = helpOf(name);
    expect(help.startsWith(`migration-safety ${COMMANDS[name].usage}\n`)).toBe(true);
    for (const [, flag = ''] of help.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)) {
      const value = ['yes', 'fix', 'with-values', 'superuser', 'allow-remote-database', 'no-cache'].includes(flag)
        ? []
        : ['text'];
      expect(() => parseCommandLine([name, `--${flag}`, ...value])).not.toThrow();
    }
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
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

it.each(Object.keys(COMMANDS) as CommandName[])('each option of %s has words of its own', (command) => {
  const lines = helpOf(command).split('\n');
  const bare = lines.filter((line, at) => {
    if (!/^ {2}-/.test(line)) return false;
    return !/^ {2}-.* {2,}\S|^ {2}-.{28} \S/.test(line) && !/^ {31}\S/.test(lines[at + 1] ?? '');
  });
  expect(bare).toEqual([]);
});
