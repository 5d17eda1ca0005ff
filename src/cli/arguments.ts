/** Reads the command line. Pure. */
import { parseArgs } from 'node:util';
import { FILE_NAME } from '../settings/find-file.js';
import { wordsOf } from '../settings/setting.js';
import { entryOf, SETTINGS, TEXT_SETTINGS, type TextSetting } from '../settings/table.js';
import { didYouMean, nearest } from '../settings/wrong.js';
import { UsageError } from '../system/usage-error.js';
import { COMMANDS, type CommandName, commandOf, isCommand } from './commands.js';
import { FORMATS, type Format, flagsOf, OPTIONS, type OWN_OPTIONS } from './options.js';

type Values = ReturnType<typeof parse>['values'];
type OwnValues = ReturnType<typeof parseArgs<{ options: typeof OWN_OPTIONS }>>['values'];

export interface CommandLine {
  command: CommandName | 'help' | 'version';
  /** What follows the command; for `help` the command that it is about. */
  words: string[];
  /** By setting name. */
  settings: Record<string, string | undefined>;
  base?: string;
  /** The file that the standard input stands for. */
  stdinPath?: string;
  /** Statistics with the values of rows. */
  withValues: boolean;
  /** Repair what can be repaired mechanically. */
  fix: boolean;
  format: Format;
  output?: string;
  yes: boolean;
  /** The whole report, however long. */
  verbose: boolean;
}

/** Throws `UsageError` for a command or an option that there isn't, or a value that it can't have. */
export function parseCommandLine(args: string[]): CommandLine {
  const { values, positionals } = parse(args);
  // All others are settings.
  const own = values as OwnValues;
  const { command, words } = commandIn(positionals, own);
  const { base, format = 'text', output, yes = false, fix = false, 'stdin-path': stdinPath } = own;
  if (isCommand(command)) refuseOthers(command, { words, values, format });
  if (fix && format === 'github') {
    throw new UsageError('--fix and --format github: a workflow reports on a change, it does not rewrite it.');
  }
  if (fix && words.includes('-')) {
    throw new UsageError('--fix and -: what comes from the standard input is no file that could be repaired.');
  }
  return {
    command,
    words,
    settings: Object.fromEntries(TEXT_SETTINGS.flatMap((name) => asText(name, values))),
    format: format as Format,
    yes,
    fix,
    withValues: own['with-values'] ?? false,
    verbose: own.verbose ?? false,
    ...(base !== undefined && { base }),
    ...(stdinPath !== undefined && { stdinPath }),
    ...(output !== undefined && { output }),
  };
}

function commandIn(
  [first = 'help', ...words]: string[],
  { help, version }: OwnValues,
): Pick<CommandLine, 'command' | 'words'> {
  if (help) return { command: 'help', words: first === 'help' ? words : [first] };
  if (version) return { command: 'version', words: [] };
  if (first === 'help' || first === 'version' || isCommand(first)) return { command: first, words };
  throw unknownCommand(first);
}

/** What is near it, or what a file's name in its place was meant to say. */
export function unknownCommand(word: string): UsageError {
  const names = [...Object.keys(COMMANDS), 'help', 'version'];
  const isPath = /[./\\]/.test(word);
  const meant = isPath ? `check ${word}` : nearest(word, names);
  const hint = meant === undefined ? '' : ` Did you mean migration-safety ${meant}?`;
  return new UsageError(`There is no command "${word}".${hint} Commands: ${Object.keys(COMMANDS).join(', ')}.`);
}

/** What a command can't follow it must not pass over. */
function refuseOthers(
  command: CommandName,
  { words, values, format }: { words: string[]; values: Values; format: string },
): void {
  const { options, settings, formats, words: most = words.length } = commandOf(command);
  const extra = words.slice(most).map((word) => `"${word}"`);
  if (extra.length > 0)
    throw new UsageError(`${command} takes no ${extra.join(' ')}. See migration-safety ${command} --help.`);
  const known = [...options, ...settings.flatMap(flagsOf)];
  const wrong = Object.keys(values).filter((name) => !known.includes(name));
  if (wrong.length > 0) {
    const names = wrong.map((name) => `--${name}`).join(', ');
    throw new UsageError(`${command} takes no ${names}. See migration-safety ${command} --help.`);
  }
  if (!formats.some((one) => one === format))
    throw new UsageError(
      `--format: expected one of ${formats.join(', ')}, got "${format}".${didYouMean(format, formats)}`,
    );
}

/** What a flag says of its setting. */
function asText(name: TextSetting, values: Values): [TextSetting, string][] {
  const given = flagsOf(name).filter((flag) => values[flag] !== undefined);
  const [flag] = given;
  if (flag === undefined) return [];
  if (given.length > 1) throw new UsageError(`${given.map((one) => `--${one}`).join(' and ')}: give one of them.`);
  return [[name, flag === name ? String(values[flag]) : 'false']];
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [, dashes = '', wrong] = /^Unknown option '(--?)([\w-]+)/.exec(error.message) ?? [];
    if (wrong === undefined) throw new UsageError(aboutArgument(error.message));
    if (Object.hasOwn(SETTINGS, wrong)) {
      throw new UsageError(
        `--${wrong}: that setting can stand in the settings file (${FILE_NAME}) only: see docs/settings.md.`,
      );
    }
    const near = nearest(wrong, Object.keys(OPTIONS));
    const hint = near === undefined ? ' See migration-safety --help.' : ` Did you mean --${near}?`;
    throw new UsageError(`There is no option ${dashes}${wrong}.${hint}`);
  }
}

/** Node's sentences on options, in ours. */
function aboutArgument(message: string): string {
  const [, name = '', what = ''] = /--([\w-]+)[^']*' (argument|does not take)/.exec(message) ?? [];
  if (what === 'does not take') return `--${name} takes no value.`;
  if (what !== 'argument') return message;
  const words = name === 'format' ? FORMATS : isTextSetting(name) ? wordsOf(entryOf(name).schema) : [];
  return `--${name} needs a value${words.length > 0 ? `: one of ${words.join(', ')}` : ''}.`;
}

function isTextSetting(name: string): name is TextSetting {
  return (TEXT_SETTINGS as readonly string[]).includes(name);
}
