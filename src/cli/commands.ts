/** The commands: what each does, and which options it takes. */
import { TEXT_SETTINGS, type TextSetting } from '../settings/table.js';
import { FORMATS, type Format, type OwnOption } from './options.js';

export interface CommandEntry {
  /** What follows the program's name. */
  usage: string;
  /** What it does: the line of --help, and what else there is to say. */
  about: readonly [string, ...string[]];
  options: readonly OwnOption[];
  settings: readonly TextSetting[];
  /** How many words may follow it; without it, as many as you like. */
  words?: number;
  /** What `--format` takes. */
  formats: readonly Format[];
}

export const COMMANDS = {
  check: {
    usage: 'check [path…]',
    about: [
      'check files or folders; without a path, what differs from --base',
      '(- is the standard input; --stdin-path: the file that it stands for)',
    ],
    options: ['base', 'stdin-path', 'fix', 'format', 'output', 'verbose'],
    settings: TEXT_SETTINGS,
    formats: FORMATS,
  },
  rules: {
    usage: 'rules',
    about: ['list everything that can be reported'],
    options: ['format', 'output'],
    settings: [],
    words: 0,
    formats: ['text', 'json'],
  },
  explain: {
    usage: 'explain <rule>',
    about: ['what a rule finds, why it matters, what to do instead', '(--layout: the files to write for that tool)'],
    options: ['format', 'output'],
    settings: ['layout'],
    words: 1,
    formats: ['text', 'json'],
  },
  init: {
    usage: 'init',
    about: [
      'write the workflow and the settings file for this folder',
      '(--postgres-version, --database-url: if the repository doesn’t say it)',
    ],
    options: ['yes'],
    settings: ['postgres-version', 'database-url'],
    words: 0,
    formats: ['text'],
  },
  stats: {
    usage: 'stats export',
    about: [
      "production's planner statistics, for --statistics; reads no row",
      '(--database-url, --output; --with-values adds common values)',
    ],
    options: ['output', 'with-values'],
    settings: ['database-url'],
    words: 1,
    formats: ['text'],
  },
} as const satisfies Record<string, CommandEntry>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** The command as any. */
export function commandOf(name: CommandName): CommandEntry {
  return COMMANDS[name];
}
