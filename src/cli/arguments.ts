/** Reads the command line. Pure. */
import { parseArgs } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import { TEXT_SETTINGS, type TextSetting } from '../settings/table.js';
import { UsageError } from '../system/usage-error.js';
import { FORMATS, type Format, flagOf, OPTIONS, type OWN_OPTIONS } from './options.js';

type OwnValues = ReturnType<typeof parseArgs<{ options: typeof OWN_OPTIONS }>>['values'];

export interface CommandLine {
  command: string;
  /** What follows the command. */
  words: string[];
  /** By setting name. */
  settings: Record<string, string | undefined>;
  base?: string;
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

/** Throws `UsageError` for an option that there isn't, or a value that it can't have. */
export function parseCommandLine(args: string[]): CommandLine {
  const { values, positionals } = parse(args);
  const [command = 'help', ...words] = positionals;
  // All others are settings.
  const own = values as OwnValues;
  const { base, format = 'text', output, yes = false, fix = false, help, version } = own;
  if (!isFormat(format)) throw new UsageError(`--format ${format}: expected one of ${FORMATS.join(', ')}.`);
  if (fix && format === 'github') {
    throw new UsageError('--fix and --format github: a workflow reports on a change, it does not rewrite it.');
  }
  return {
    command: help ? 'help' : version ? 'version' : command,
    words,
    settings: Object.fromEntries(TEXT_SETTINGS.flatMap((name) => asText(name, values[flagOf(name).flag]))),
    format,
    yes,
    fix,
    withValues: own['with-values'] ?? false,
    verbose: own.verbose ?? false,
    ...(base !== undefined && { base }),
    ...(output !== undefined && { output }),
  };
}

/** What a flag says of its setting: flags are true, or false where they switch something off. */
function asText(name: TextSetting, value: ReturnType<typeof parse>['values'][string]): [TextSetting, string][] {
  if (value === undefined) return [];
  return [[name, flagOf(name).negates ? 'false' : String(value)]];
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const wrong = /^Unknown option '--?([\w-]+)/.exec(error.message)?.[1];
    if (wrong === undefined) throw new UsageError(error.message);
    const near = closest(wrong, Object.keys(OPTIONS));
    const hint = distance(wrong, near) <= 3 ? ` Did you mean --${near}?` : ' See migration-safety --help.';
    throw new UsageError(`There is no option --${wrong}.${hint}`);
  }
}

function isFormat(format: string): format is Format {
  return (FORMATS as readonly string[]).includes(format);
}
