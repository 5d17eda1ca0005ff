/** Settings that say what is checked, in the order of --help. */
import * as v from 'valibot';
import type { Setting } from '../setting.js';
import * as value from '../values.js';
import { TRANSACTIONS } from '../words.js';

export const WHAT_TO_CHECK = {
  migrations: {
    schema: value.paths,
    description:
      'Globs of the migration files, relative to the settings file, or to the working directory where there is none. Without it they are recognised by folder and name.',
    help: { value: 'glob', text: 'which files are migrations' },
    readme: 'globs of the migration files, one a line',
  },
  ignore: {
    schema: value.paths,
    description: 'Globs of files that are never looked at.',
    help: { value: 'glob', text: 'files that are never looked at' },
    needsTrust: true,
  },
  layout: {
    schema: value.text,
    description:
      'The migration tool that the files are for: plain, goose, flyway, prisma and others (docs/layouts.md); auto recognises it.',
    help: { value: 'name', text: "the migrations' layout (docs/layouts.md); auto recognises it" },
    readme: 'the migration tool ([which](layouts.md)); recognised when empty',
    default: 'auto',
  },
  placeholders: {
    schema: v.record(
      value.text,
      v.string('expected text'),
      'expected placeholders with their values, such as "schema: app"',
    ),
    description:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it names Flyway's placeholders.
      'Values for the placeholders of the migration tool, by name: Flyway’s `${x}`, sqitch’s and psql’s `:x`, tern’s `{{.x}}`, graphile-migrate’s `:X`.',
    only: 'file',
  },
  command: {
    schema: value.command,
    description:
      'A program that prints the change’s SQL, with its arguments, for migrations that are written in code. It runs without a shell; `{path}` in an argument stands for each changed file that `migrations` names. On pull requests it is read from the base branch.',
    only: 'file',
    needsTrust: true,
  },
  transaction: {
    schema: value.oneOf(TRANSACTIONS),
    description:
      'How the migration tool sends a script: statement by statement (autocommit), in a transaction of its own (per-script), in one that all pending scripts share (per-run), or as one query string (single-query). auto: as the layout’s tool does.',
    help: { text: 'how the migration tool sends a script' },
    readme: 'how the migration tool sends a script: `autocommit`, `per-script`, `per-run` or `single-query`',
    default: 'auto',
  },
  order: {
    schema: value.paths,
    description:
      'In which order the migrations are applied, where neither their names nor a list of their tool says it: file names, paths or globs, the first first; what none fits comes last, by its name. `name`: by their names.',
    only: 'file',
  },
  baseline: {
    schema: value.paths,
    description:
      'SQL files that build the schema as it stands before the change, in order: a schema dump, or first migrations. Without it the earlier migrations are applied.',
    help: { value: 'file', text: 'SQL that builds the schema before the change' },
    readme: 'SQL files that build the schema before the change: a dump, or first migrations',
    isFile: true,
  },
  'baseline-command': {
    schema: value.command,
    description:
      'A program that prints the SQL of the schema as it stands before the change, with its arguments, such as `pg_dump --schema-only`; it comes after the files of baseline. It runs without a shell. On pull requests it is read from the base branch.',
    only: 'file',
    needsTrust: true,
  },
  bootstrap: {
    schema: value.paths,
    description:
      'SQL files that the server’s administrator runs before the baseline, in order: extensions and roles that migrations may use but not make. On pull requests they are read from the base branch.',
    help: { value: 'file', text: 'SQL that the administrator runs before it: extensions, roles' },
    readme: 'SQL files that the server’s administrator runs first: extensions, roles',
    isFile: true,
    needsTrust: true,
  },
  seed: {
    schema: value.paths,
    description:
      'SQL files that put rows into the baseline’s tables before the rehearsal, so that plans and data are realistic.',
    help: { value: 'file', text: 'SQL that puts rows into it' },
    readme: 'SQL files that put rows into the baseline’s tables',
    isFile: true,
  },
  'seed-hints': {
    schema: v.record(
      value.text,
      value.text,
      'expected columns with their SQL, such as "phone.number: \'+49\' || (1000 + g)"',
    ),
    description:
      'SQL expressions by `table.column` for rows that the check makes up, where it can’t meet a constraint by itself; `g` is the row’s number.',
    only: 'file',
  },
  validation: {
    schema: value.paths,
    description:
      'Globs of validation queries that belong to no single migration: they run after the last one of the change.',
    help: { value: 'glob', text: 'validation queries that run after the last migration' },
    readme: 'globs of validation queries; they run after the last migration of the change',
  },
  queries: {
    schema: value.paths,
    description:
      'Globs of the application’s own SQL (plain files, pgTyped, sqlc): each query must still work after the migration, and its plans are compared.',
    help: { value: 'glob', text: "the application's SQL, which must still work" },
    readme: 'globs of the application’s SQL, which must still work (plain, pgTyped, sqlc)',
  },
  'application-command': {
    schema: value.command,
    description:
      'A program with its arguments, such as the application’s own tests: it is run with DATABASE_URL (and PGHOST, PGUSER and so on) of the schema before the change, and of the schema after it. What passes before and fails after is an error. It runs without a shell and without this job’s secrets, never for a fork; on pull requests it is read from the base branch.',
    only: 'file',
    needsTrust: true,
  },
  statistics: {
    schema: value.text,
    description:
      'A file that `migration-safety stats export` wrote: the planner then decides as it does in production.',
    help: { value: 'file', text: "what stats export wrote: plans are then production's" },
    readme: 'production’s planner statistics (`migration-safety stats export`)',
    isFile: true,
  },
  'max-write-cost': {
    schema: value.number('a factor, such as 1.5', 1, 'a factor of at least 1'),
    description:
      'How many times the WAL bytes of before an insert or update may write after the migration; more is an error. Without it the cost is only reported.',
    help: { value: 'factor', text: 'how much dearer writes may become' },
    readme: 'by which factor writes may become dearer; without it the cost is only reported',
  },
  config: {
    schema: value.text,
    description:
      'The path of the settings file. Without it the file is searched for in the working directory, or from the path that is checked, and above.',
    help: { value: 'file', text: 'settings file (default: .migration-safety.yml, from the path upwards)' },
    only: 'text',
  },
} as const satisfies Record<string, Setting>;
