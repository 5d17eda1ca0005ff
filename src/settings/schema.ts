/** The settings file's schema: it validates, and the JSON Schema for editors and the documentation come from it. */
import * as v from 'valibot';
import { REQUIRABLE } from '../verdict/required-checks.js';

const text = v.pipe(v.string('expected text'), v.nonEmpty('expected text, got nothing'));
const paths = v.union([text, v.array(text)], 'expected a path or a list of paths');
const flag = v.boolean('expected true or false');
const seconds = v.pipe(v.number('expected a number of seconds'), v.minValue(1, 'expected at least 1 second'));

function setting<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.optional(v.pipe(schema, v.description(description)));
}

export const SERVERS = ['auto', 'service', 'local', 'embedded', 'none'] as const;
export const FAIL_ON = ['error', 'warning', 'info', 'never'] as const;
export const TRANSACTIONS = ['auto', 'autocommit', 'per-script', 'single-query'] as const;
export const LEVELS = ['off', 'info', 'warning', 'error'] as const;
export const PRESETS = ['recommended', 'strict'] as const;

/** One of a list of words; the message names them. */
function oneOf<const T extends readonly string[]>(words: T) {
  return v.picklist(words, `expected one of ${words.join(', ')}`);
}

/** What else stands in the object are the rule's own options: they are held against the rule's schema later. */
const ruleObject = v.looseObject({ severity: v.optional(oneOf(LEVELS)), ignore: v.optional(paths) });

export const settingsSchema = v.strictObject({
  migrations: setting(
    paths,
    'Globs of the migration files, relative to the settings file. Without it they are recognised by folder and name.',
  ),
  ignore: setting(paths, 'Globs of files that are never looked at.'),
  baseline: setting(
    paths,
    'SQL files that build the schema as it stands before the change, in order: a schema dump, or first migrations. Without it the earlier migrations are applied.',
  ),
  'baseline-command': setting(
    v.pipe(v.array(text, 'expected a list: a program and its arguments'), v.nonEmpty('expected a program')),
    'A program that prints the SQL of the schema as it stands before the change, with its arguments, such as `pg_dump --schema-only`; it comes after the files of baseline. It runs without a shell. On pull requests it is read from the base branch.',
  ),
  bootstrap: setting(
    paths,
    'SQL files that the server’s administrator runs before the baseline, in order: extensions and roles that migrations may use but not make. On pull requests they are read from the base branch.',
  ),
  seed: setting(
    paths,
    'SQL files that put rows into the baseline’s tables before the rehearsal, so that plans and data are realistic.',
  ),
  'seed-hints': setting(
    v.record(text, text, 'expected columns with their SQL, such as "phone.number: \'+49\' || (1000 + g)"'),
    'SQL expressions by `table.column` for rows that the check makes up, where it can’t meet a constraint by itself; `g` is the row’s number.',
  ),
  validation: setting(
    paths,
    'Globs of validation queries that belong to no single migration: they run after the last one of the change.',
  ),
  queries: setting(
    paths,
    'Globs of the application’s own SQL (plain files, pgTyped, sqlc): each query must still work after the migration, and its plans are compared.',
  ),
  statistics: setting(
    text,
    'A file that `migration-safety stats export` wrote: the planner then decides as it does in production.',
  ),
  'max-write-cost': setting(
    v.pipe(v.number('expected a factor, such as 1.5'), v.minValue(1, 'expected a factor of at least 1')),
    'How many times the WAL bytes of before an insert or update may write after the migration; more is an error. Without it the cost is only reported.',
  ),
  layout: setting(text, 'The layout of the migrations; auto recognises it.'),
  placeholders: setting(
    v.record(text, v.string('expected text'), 'expected placeholders with their values, such as "schema: app"'),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it speaks of Flyway’s placeholders.
    'Values for the placeholders of the migration tool, by name: Flyway’s `${x}`, sqitch’s and psql’s `:x`, tern’s `{{.x}}`, graphile-migrate’s `:X`.',
  ),
  command: setting(
    v.pipe(v.array(text, 'expected a list: a program and its arguments'), v.nonEmpty('expected a program')),
    'A program that prints the change’s SQL, with its arguments, for migrations that are written in code. It runs without a shell; `{path}` in an argument stands for each changed file that `migrations` names. On pull requests it is read from the base branch.',
  ),
  transaction: setting(
    oneOf(TRANSACTIONS),
    'How the migration tool sends a script: statement by statement, in a transaction of its own, or as one query string. auto: as the layout’s tool does.',
  ),
  'postgres-version': setting(
    v.pipe(
      v.number('expected a major version, such as 17'),
      v.integer('expected a major version, such as 17'),
      v.minValue(9, 'expected a major version, such as 17'),
      v.maxValue(99, 'expected a major version, such as 17'),
    ),
    'The major version of production’s Postgres.',
  ),
  server: setting(
    oneOf(SERVERS),
    'Where to rehearse: service (needs database-url), local (PostgreSQL binaries on this machine), embedded (PGlite), none (lint only), or auto: the first that there is.',
  ),
  superuser: setting(
    flag,
    'Whether migrations run with the rights of the database-url’s role, or of a local server’s superuser, instead of as a role that owns nothing but the scratch database.',
  ),
  'allow-remote-database': setting(
    flag,
    'Whether database-url may name a host that is neither this machine nor a service container.',
  ),
  cache: setting(
    flag,
    'Whether the state after the baseline is kept for the next run, by a digest of all that makes it (docs/rehearsal.md).',
  ),
  'connect-timeout': setting(seconds, 'How long to wait for a server that isn’t up yet, in seconds.'),
  'statement-timeout': setting(seconds, 'How long one statement may run in the rehearsal, in seconds.'),
  'script-timeout': setting(
    seconds,
    'How long one script, a migration or its rollback, may run in the rehearsal, in seconds; a statement that has begun is not cut short.',
  ),
  'run-timeout': setting(seconds, 'How long the whole rehearsal may take, in seconds.'),
  'database-size-limit': setting(
    v.pipe(v.number('expected a number of megabytes'), v.minValue(50, 'expected at least 50 megabytes')),
    'How large a scratch database on a real server may grow, in megabytes.',
  ),
  'fail-on': setting(oneOf(FAIL_ON), 'The least severity that fails the check; never reports only.'),
  'required-checks': setting(
    v.union([oneOf(REQUIRABLE), v.array(oneOf(REQUIRABLE))], `expected some of ${REQUIRABLE.join(', ')}`),
    'What must have been proven of every changed migration: rehearsal, applied, objects, rollback, rerun, validation, plans. One that could not be tried fails the check.',
  ),
  preset: setting(
    oneOf(PRESETS),
    'Which rules are on: recommended, or strict, which adds those that are a matter of taste or of house style.',
  ),
  rules: setting(
    v.record(
      text,
      v.union([oneOf(LEVELS), ruleObject], `expected one of ${LEVELS.join(', ')}`),
      'expected rules with their severities, such as "index-not-concurrent: warning"',
    ),
    'By rule: a severity (off, info, warning, error), or an object with `severity`, `ignore` (globs of files) and the rule’s own options. A severity switches a rule of the strict preset on.',
  ),
});

export type SettingsFile = v.InferOutput<typeof settingsSchema>;

/** The names of all settings that a file may hold. */
export const SETTING_NAMES = Object.keys(settingsSchema.entries);

/** What the file’s values are where nothing is said. Shown in the documentation. */
export const DEFAULTS = {
  layout: 'auto',
  transaction: 'auto',
  server: 'auto',
  superuser: false,
  'allow-remote-database': false,
  cache: true,
  'connect-timeout': 30,
  'statement-timeout': 60,
  'script-timeout': 300,
  'run-timeout': 600,
  'database-size-limit': 1024,
  'fail-on': 'error',
  preset: 'recommended',
} as const satisfies Partial<SettingsFile>;
