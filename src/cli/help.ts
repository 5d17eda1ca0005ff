/** What --help says: the settings' lines come from their entries, the commands' from theirs. */
import { kindOf, type Setting, wordsOf } from '../settings/setting.js';
import { entryOf, GROUPS, type TextSetting } from '../settings/table.js';
import { COMMANDS, type CommandEntry, type CommandName, commandOf } from './commands.js';
import { flagOf, type OwnOption } from './options.js';

/** Where the texts begin. */
const COLUMN = 31;
/** Where those of the commands do. */
const COMMAND_COLUMN = 37;

const CODES = 'Exit codes: 0 pass · 1 findings at or above --fail-on · 2 the check could not do its work\n';

/** The line of each option that is no setting. */
const OWN: Readonly<Record<OwnOption, (command: CommandEntry) => string>> = {
  base: () => line('--base <git ref>', 'compare with this (default: the merge base with the default branch)'),
  'stdin-path': () => line('--stdin-path <file>', 'which file - stands for: its folder, layout and settings count'),
  fix: () => line('--fix', 'first repair in the files what can be repaired mechanically'),
  format: ({ formats }) => line(`--format ${formats.join('|')}`, 'how it is written (default: text)'),
  output: () => line('--output <file>', 'instead of the standard output; its folder is made'),
  verbose: () => line('--verbose', 'the whole report, however long'),
  yes: () => line('-y, --yes', 'write over what is there already'),
  'with-values': () => line('--with-values', 'with the most common values of the columns'),
};

/** What a setting is for where the command checks nothing. */
const ASKED: Readonly<Partial<Record<TextSetting, Pick<Setting, 'help'>>>> = {
  'database-url': { help: { value: 'url', text: 'the server that is asked; or in MIGRATION_SAFETY_DATABASE_URL' } },
};

/** What surrounds a group's settings: options that are none. */
const AROUND: Readonly<Record<keyof typeof GROUPS, { before: OwnOption[]; after: OwnOption[] }>> = {
  'What to check': { before: ['base', 'stdin-path'], after: [] },
  'Where to rehearse': { before: [], after: [] },
  'What comes out': { before: ['fix'], after: ['format', 'output', 'verbose'] },
};

const groups = Object.entries(GROUPS).map(group).join('\n');

export const HELP = `migration-safety: rehearse Postgres migrations before they merge

${(Object.keys(COMMANDS) as CommandName[]).map(commandLines).join('')}  migration-safety <command> --help  what one command takes

${groups}
${CODES}`;

/** One command's. */
export function helpOf(name: CommandName): string {
  const command = commandOf(name);
  const about = command.about.map((text) => `  ${text}\n`).join('');
  const head = `migration-safety ${command.usage}\n${about}\n`;
  if (name === 'check') return `${head}${groups}\n${CODES}`;
  const options = [
    ...command.settings.map((setting) => settingLine(setting, { ...entryOf(setting), ...ASKED[setting] })),
    ...command.options.map((option) => OWN[option](command)),
  ];
  return `${head}Options\n${options.join('')}`;
}

function commandLines(name: CommandName): string {
  const { usage, about } = commandOf(name);
  return about
    .map((text, at) => `${(at === 0 ? `  migration-safety ${usage}` : '').padEnd(COMMAND_COLUMN)}${text}\n`)
    .join('');
}

function group([title, settings]: [string, Readonly<Record<string, Setting>>]): string {
  const { before, after } = AROUND[title as keyof typeof GROUPS];
  const own = (options: OwnOption[]) => options.map((option) => OWN[option](commandOf('check')));
  const given = Object.entries(settings).filter(([, { only }]) => only !== 'file');
  const lines = given.map(([name, setting]) => settingLine(name as TextSetting, setting));
  return `${title}\n${[...own(before), ...lines, ...own(after)].join('')}`;
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
