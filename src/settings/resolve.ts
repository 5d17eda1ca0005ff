/** Untrusted input (action inputs, flags, the settings file) -> one validated Settings. */
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { displayPath } from '../migrations/source.js';
import { UsageError } from '../usage-error.js';
import { findSettingsFile, readSettingsFile } from './file.js';
import { DEFAULTS, type SettingsFile, settingsSchema } from './schema.js';
import type { Settings } from './settings.js';

export interface SettingsRequest {
  /** By setting name; undefined and empty mean: not given. They win over the file. `config` names the file. */
  inputs: Record<string, string | undefined>;
  /** What paths on the command line are relative to. Absolute. */
  cwd: string;
  /** Where to look for the settings file first: the path that is checked. */
  from?: string;
}

/** Throws `UsageError` that names the input or the file, line and column, and what was expected. */
export async function resolveSettings({ inputs, cwd, from = cwd }: SettingsRequest): Promise<Settings> {
  const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined && value !== ''));
  const start = (await stat(from).catch(() => null))?.isDirectory() ? from : dirname(resolve(cwd, from));
  const file = given.config ? resolve(cwd, given.config) : await findSettingsFile(start === '' ? cwd : start, cwd);
  const fromFile = file === null ? {} : await readSettingsFile(file, displayPath(file, cwd));
  const fromInputs = parseInputs(given);
  const root = file === null ? cwd : dirname(file);
  const settings: SettingsFile = { ...fromFile, ...fromInputs };
  // Paths in the file are relative to it; paths that somebody typed are relative to where they typed them.
  const files = (name: 'baseline' | 'seed') => {
    const base = name in fromInputs ? cwd : root;
    return list(settings[name]).map((path) => resolve(base, path));
  };
  return {
    migrations: list(settings.migrations),
    ignore: list(settings.ignore),
    baseline: files('baseline'),
    seed: files('seed'),
    layout: settings.layout ?? DEFAULTS.layout,
    transaction: settings.transaction ?? DEFAULTS.transaction,
    postgresVersion: settings['postgres-version'] ?? null,
    server: settings.server ?? DEFAULTS.server,
    databaseUrl: given['database-url'] ?? null,
    connectTimeout: settings['connect-timeout'] ?? DEFAULTS['connect-timeout'],
    statementTimeout: settings['statement-timeout'] ?? DEFAULTS['statement-timeout'],
    failOn: settings['fail-on'] ?? DEFAULTS['fail-on'],
    rules: settings.rules ?? {},
    root,
    file,
  };
}

const LISTS = new Set(['migrations', 'ignore', 'baseline', 'seed']);
const NUMBERS = new Set(['postgres-version', 'connect-timeout', 'statement-timeout']);

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
  if (!LISTS.has(name)) return value;
  return value
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
