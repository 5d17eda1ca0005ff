/** What --help says: the settings' lines come from their entries. */
import { kindOf, type Setting, wordsOf } from '../settings/setting.js';
import { GROUPS, type TextSetting } from '../settings/table.js';
import { FORMATS, flagOf } from './options.js';

/** Where the texts begin. */
const COLUMN = 31;

/** What surrounds a group's settings: options that are none. */
const AROUND: Readonly<Record<keyof typeof GROUPS, { before: string[]; after: string[] }>> = {
  'What to check': {
    before: [line('--base <git ref>', 'compare with this (default: the merge base with the default branch)')],
    after: [],
  },
  'Where to rehearse': { before: [], after: [] },
  'What comes out': {
    before: [line('--fix', 'first repair in the files what can be repaired mechanically')],
    after: [
      line(`--format ${FORMATS.join('|')}`),
      line('--output <file>'),
      line('--verbose', 'the whole report, however long'),
    ],
  },
};

export const HELP = `migration-safety: rehearse Postgres migrations before they merge

  migration-safety check [path…]     check files or folders; without a path, what differs from --base
  migration-safety rules             list everything that can be reported
  migration-safety explain <rule>    what a rule finds, why it matters, what to do instead
                                     (--layout: the files to write for that tool)
  migration-safety init              write the workflow and the settings file for this repository
  migration-safety stats export      production's planner statistics, for --statistics; reads no row
                                     (--database-url, --output; --with-values adds common values)

${Object.entries(GROUPS).map(group).join('\n')}
Exit codes: 0 pass · 1 findings at or above --fail-on · 2 the check could not do its work
`;

function group([title, settings]: [string, Readonly<Record<string, Setting>>]): string {
  const { before, after } = AROUND[title as keyof typeof GROUPS];
  const given = Object.entries(settings).filter(([, { only }]) => only !== 'file');
  const lines = given.map(([name, setting]) => settingLine(name as TextSetting, setting));
  return `${title}\n${[...before, ...lines, ...after].join('')}`;
}

function settingLine(name: TextSetting, { schema, help = {} }: Setting): string {
  const words = wordsOf(schema);
  const value = words.length > 0 ? words.join('|') : `<${help.value ?? kindOf(schema)}>`;
  const { flag, type } = flagOf(name);
  return line(type === 'boolean' ? `--${flag}` : `--${flag} ${value}`, help.text);
}

/** The text of an option that reaches into its column is printed below it. */
function line(option: string, text = ''): string {
  const left = `  ${option}`;
  if (text === '') return `${left}\n`;
  const gap = left.length + 2 > COLUMN ? `\n${' '.repeat(COLUMN)}` : ' '.repeat(COLUMN - left.length);
  return `${left}${gap}${text}\n`;
}
