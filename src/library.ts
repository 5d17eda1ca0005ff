/** The check as a program calls it: `import { check } from 'migration-safety'`. Its types are published by scripts/types.mjs. */
import { resolve } from 'node:path';
import type { Report } from './report-schema/types.js';
import type { WrittenSettings } from './settings/schema.js';
import { UsageError } from './system/usage-error.js';

/** The same names and values as in the settings file, and what no file may hold. */
type CheckSettings = WrittenSettings & { config?: string | undefined; 'database-url'?: string | undefined };

interface CheckOptions {
  /** Files or folders, checked as changed. Without them, what differs from `base`. */
  paths?: readonly string[] | undefined;
  /** A git ref; the default branch without it. */
  base?: string | undefined;
  /** What paths are relative to, in the options and in the report; the process' own without it. */
  cwd?: string | undefined;
  /** They win over the settings file. */
  settings?: CheckSettings | undefined;
  /** Called with what takes long, as it begins. */
  onProgress?: ((step: string) => void) | undefined;
}

const OPTIONS: readonly string[] = ['paths', 'base', 'cwd', 'settings', 'onProgress'] satisfies (keyof CheckOptions)[];

/**
 * Checks a change, as `migration-safety check` does, and returns the report. Rejects where the command's exit code is 2, with
 * what it says; what is wrong with SQL is in the report.
 */
export async function check(options: CheckOptions = {}): Promise<Report> {
  const unknown = Object.keys(options).filter((name) => !OPTIONS.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`check: there is no option ${unknown.join(', ')}: ${OPTIONS.join(', ')}.`);
  const { paths = [], base, settings = {}, onProgress } = options;
  const { config, 'database-url': url, ...values } = settings;
  const cwd = resolve(options.cwd ?? '.');
  const [{ settingsFrom }, { resolveSettings }, engine] = await Promise.all([
    import('./settings/file.js'),
    import('./settings/resolve.js'),
    import('./check.js'),
  ]);
  const inputs = { config, 'database-url': url ?? process.env.MIGRATION_SAFETY_DATABASE_URL };
  const from = paths[0] === undefined ? cwd : resolve(cwd, paths[0]);
  const resolved = await resolveSettings({ inputs, values: settingsFrom(values), cwd, from });
  const change =
    paths.length > 0 ? { paths: [...paths] } : await (await import('./migrations/differing.js')).differing(base, cwd);
  const checked = await engine.check({
    settings: resolved,
    cwd,
    change,
    project: cwd,
    ...(onProgress && { progress: onProgress }),
  });
  return checked.report;
}
