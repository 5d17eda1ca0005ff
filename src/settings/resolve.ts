/** Untrusted input (action inputs, flags, the settings file) -> one validated Settings. */
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { isOfRepository } from '../system/read-file.js';
import { UsageError } from '../system/usage-error.js';
import type { BaseFiles } from './base-files.js';
import { readBootstrap } from './bootstrap.js';
import { DEFAULTS, type SettingsFile, settingsSchema } from './schema.js';
import type { Settings } from './settings.js';
import { findSettings } from './source.js';

export interface SettingsRequest {
  /** By setting name; undefined and empty mean: not given. They win over the file. `config` names the file. */
  inputs: Record<string, string | undefined>;
  /** What paths on the command line are relative to. Absolute. */
  cwd: string;
  /** Where to look for the settings file first: the path that is checked. */
  from?: string;
  /** Where trusted settings come from, for a change that others proposed; null: it can't be read. Without it the disk is trusted. */
  base?: BaseFiles | null;
}

/** Throws `UsageError` that names the input or the file, line and column, and what was expected. */
export async function resolveSettings({ inputs, cwd, from = cwd, base }: SettingsRequest): Promise<Settings> {
  const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined && value !== ''));
  const start = (await stat(from).catch(() => null))?.isDirectory() ? from : dirname(resolve(cwd, from));
  const found = await findSettings({ config: given.config, start: start === '' ? cwd : start, cwd, base });
  const { file, values: fromFile } = found;
  const fromInputs = parseInputs(given);
  const root = file === null ? cwd : rootOf(file, cwd);
  const settings: SettingsFile = { ...fromFile, ...fromInputs };
  // Paths in the file are relative to it; paths that somebody typed are relative to where they typed them.
  const files = (name: 'baseline' | 'bootstrap' | 'seed' | 'statistics') => {
    const base = name in fromInputs ? cwd : root;
    return list(settings[name]).map((path) => resolve(base, path));
  };
  for (const name of ['baseline', 'bootstrap', 'seed', 'statistics'] as const) {
    if (!(name in fromInputs)) await refuseOutside(name, files(name), found.place, root);
  }
  const bootstrap = await readBootstrap(files('bootstrap'), cwd, base);
  return {
    migrations: list(settings.migrations),
    ignore: list(settings.ignore),
    baseline: files('baseline'),
    bootstrap: bootstrap.files,
    seed: files('seed'),
    seedHints: settings['seed-hints'] ?? {},
    validation: list(settings.validation),
    queries: list(settings.queries),
    statistics: files('statistics')[0] ?? null,
    maxWriteCost: settings['max-write-cost'] ?? null,
    layout: settings.layout ?? DEFAULTS.layout,
    placeholders: settings.placeholders ?? {},
    command: settings.command ?? [],
    baselineCommand: settings['baseline-command'] ?? [],
    transaction: settings.transaction ?? DEFAULTS.transaction,
    postgresVersion: settings['postgres-version'] ?? null,
    server: settings.server ?? DEFAULTS.server,
    databaseUrl: given['database-url'] ?? null,
    superuser: settings.superuser ?? DEFAULTS.superuser,
    allowRemoteDatabase: settings['allow-remote-database'] ?? DEFAULTS['allow-remote-database'],
    cache: settings.cache ?? DEFAULTS.cache,
    connectTimeout: settings['connect-timeout'] ?? DEFAULTS['connect-timeout'],
    statementTimeout: settings['statement-timeout'] ?? DEFAULTS['statement-timeout'],
    scriptTimeout: settings['script-timeout'] ?? DEFAULTS['script-timeout'],
    runTimeout: settings['run-timeout'] ?? DEFAULTS['run-timeout'],
    databaseSizeLimit: settings['database-size-limit'] ?? DEFAULTS['database-size-limit'],
    failOn: settings['fail-on'] ?? DEFAULTS['fail-on'],
    requiredChecks: [...new Set(list(settings['required-checks']))],
    preset: settings.preset ?? DEFAULTS.preset,
    rules: settings.rules ?? {},
    root,
    file,
    place: found.place,
    notes: [...found.notes, ...bootstrap.notes],
  };
}

/** The settings file, which a change may edit, must not name what lies beside the repository. */
async function refuseOutside(name: string, paths: string[], place: Settings['place'], root: string): Promise<void> {
  for (const path of paths) {
    if (!(await isOfRepository(path, root)))
      throw new UsageError(
        `${place([name])}: ${name}: ${path} lies outside of the repository. Put it there, or name it as an input.`,
      );
  }
}

/** Where the settings file is; a folder such as .github only keeps it for the one above. */
function rootOf(file: string, cwd: string): string {
  let root = dirname(file);
  while (root !== cwd && basename(root).startsWith('.')) root = dirname(root);
  return root;
}

const LISTS = new Set([
  'migrations',
  'ignore',
  'baseline',
  'bootstrap',
  'seed',
  'validation',
  'queries',
  'required-checks',
]);
const NUMBERS = new Set([
  'postgres-version',
  'max-write-cost',
  'connect-timeout',
  'statement-timeout',
  'script-timeout',
  'run-timeout',
  'database-size-limit',
]);
const FLAGS = new Set(['superuser', 'allow-remote-database', 'cache']);

function parseInputs(inputs: Record<string, string | undefined>): SettingsFile {
  const entries = Object.entries(inputs)
    .filter(([name]) => name in settingsSchema.entries)
    .map(([name, value = '']) => [name, convert(name, value)]);
  const result = v.safeParse(settingsSchema, Object.fromEntries(entries));
  if (result.success) return result.output;
  const problems = result.issues.map(
    ({ path, message, received }) => `${path?.[0]?.key}: ${message}, got ${received}.`,
  );
  throw new UsageError(problems.join('\n'));
}

/** Inputs are text: lists are one entry a line, or separated by commas. */
function convert(name: string, value: string): unknown {
  if (NUMBERS.has(name)) return Number.isNaN(Number(value)) ? value : Number(value);
  if (FLAGS.has(name)) return /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value;
  if (!LISTS.has(name)) return value;
  return value
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function list<T extends string>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
