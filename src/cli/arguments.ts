/** Reads the command line. Pure. */
import { parseArgs } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import { UsageError } from '../system/usage-error.js';

export const FORMATS = ['text', 'json', 'sarif', 'markdown', 'github'] as const;
export type Format = (typeof FORMATS)[number];

const OPTIONS = {
  base: { type: 'string' },
  config: { type: 'string' },
  migrations: { type: 'string' },
  ignore: { type: 'string' },
  baseline: { type: 'string' },
  bootstrap: { type: 'string' },
  seed: { type: 'string' },
  validation: { type: 'string' },
  queries: { type: 'string' },
  statistics: { type: 'string' },
  'max-write-cost': { type: 'string' },
  layout: { type: 'string' },
  transaction: { type: 'string' },
  'postgres-version': { type: 'string' },
  server: { type: 'string' },
  'database-url': { type: 'string' },
  superuser: { type: 'boolean' },
  'allow-remote-database': { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  'connect-timeout': { type: 'string' },
  'statement-timeout': { type: 'string' },
  'script-timeout': { type: 'string' },
  'run-timeout': { type: 'string' },
  'database-size-limit': { type: 'string' },
  'fail-on': { type: 'string' },
  'required-checks': { type: 'string' },
  preset: { type: 'string' },
  fix: { type: 'boolean' },
  'with-values': { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

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
}

/** Throws `UsageError` for an option that there isn't, or a value that it can't have. */
export function parseCommandLine(args: string[]): CommandLine {
  const { values, positionals } = parse(args);
  const [command = 'help', ...words] = positionals;
  const {
    base,
    format = 'text',
    output,
    yes = false,
    fix = false,
    'with-values': withValues = false,
    help,
    version,
    'no-cache': noCache = false,
    ...settings
  } = values;
  if (!isFormat(format)) throw new UsageError(`--format ${format}: expected one of ${FORMATS.join(', ')}.`);
  if (fix && format === 'github') {
    throw new UsageError('--fix and --format github: a workflow reports on a change, it does not rewrite it.');
  }
  return {
    command: help ? 'help' : version ? 'version' : command,
    words,
    settings: {
      ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])),
      ...(noCache && { cache: 'false' }),
    },
    format,
    yes,
    fix,
    withValues,
    ...(base !== undefined && { base }),
    ...(output !== undefined && { output }),
  };
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

export const HELP = `migration-safety: rehearse Postgres migrations before they merge

  migration-safety check [path…]     check files or folders; without a path, what differs from --base
  migration-safety rules             list everything that can be reported
  migration-safety explain <rule>    what a rule finds, why it matters, what to do instead
  migration-safety init              write the workflow and the settings file for this repository
  migration-safety stats export      production's planner statistics, for --statistics; reads no row
                                     (--database-url, --output; --with-values adds common values)

What to check
  --base <git ref>             compare with this (default: the merge base with the default branch)
  --migrations <glob>          which files are migrations
  --ignore <glob>              files that are never looked at
  --layout <name>              the migrations' layout (docs/layouts.md); auto recognises it
  --transaction auto|autocommit|per-script|single-query
                               how the migration tool sends a script
  --baseline <file>            SQL that builds the schema before the change
  --bootstrap <file>           SQL that the administrator runs before it: extensions, roles
  --seed <file>                SQL that puts rows into it
  --validation <glob>          validation queries that run after the last migration
  --queries <glob>             the application's SQL, which must still work
  --statistics <file>          what stats export wrote: plans are then production's
  --max-write-cost <factor>    how much dearer writes may become
  --config <file>              settings file (default: .migration-safety.yml, from the path upwards)

Where to rehearse
  --server auto|service|local|embedded|none
  --database-url <url>         for service; or in MIGRATION_SAFETY_DATABASE_URL
  --superuser                  migrations run with the rights of the URL's role
  --allow-remote-database      the URL may name a host beyond this machine and its containers
  --postgres-version <major>   production's version
  --no-cache                   build the baseline anew, and keep nothing for the next run
  --connect-timeout <seconds>  how long to wait for a server that isn't up yet
  --statement-timeout <seconds>
  --script-timeout <seconds>
  --run-timeout <seconds>      for the whole rehearsal
  --database-size-limit <megabytes>

What comes out
  --fix                        first repair in the files what can be repaired mechanically
  --fail-on error|warning|info|never
  --required-checks <names>    what must have been proven, such as rehearsal,rollback,rerun,validation
  --preset recommended|strict  which rules are on
  --format text|json|sarif|markdown|github
  --output <file>

Exit codes: 0 pass · 1 findings at or above --fail-on · 2 the check could not do its work
`;
