/** Untrusted input (action inputs, flags, the settings file) -> one validated Settings. */
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { isOfRepository } from '../system/read-file.js';
import { UsageError } from '../system/usage-error.js';
import type { BaseFiles } from './base-files.js';
import { readBootstrap } from './bootstrap.js';
import type { SettingsFile } from './schema.js';
import { camelCase, type Settings, valuesOf } from './settings.js';
import { findSettings } from './source.js';
import { PATH_SETTINGS } from './table.js';
import { parseTexts } from './text.js';

export interface SettingsRequest {
  /** By setting name; undefined and empty mean: not given. They win over the file. `config` names the file. */
  inputs: Record<string, string | undefined>;
  /** The same as a program gives them, of their own types; inputs win over them. Paths are relative to the working directory. */
  values?: SettingsFile;
  /** What paths on the command line are relative to. Absolute. */
  cwd: string;
  /** Where to look for the settings file first: the path that is checked. */
  from?: string;
  /** Where trusted settings come from, for a change that others proposed; null: it can't be read. Without it the disk is trusted. */
  base?: BaseFiles | null;
}

/** Throws `UsageError` that names the input or the file, line and column, and what was expected. */
export async function resolveSettings({
  inputs,
  values: own = {},
  cwd,
  from = cwd,
  base,
}: SettingsRequest): Promise<Settings> {
  const given = Object.fromEntries(Object.entries(inputs).flatMap(([name, text]) => (text ? [[name, text]] : [])));
  const start = (await stat(from).catch(() => null))?.isDirectory() ? from : dirname(resolve(cwd, from));
  const found = await findSettings({ config: given.config, start: start === '' ? cwd : start, cwd, base });
  const { file, values: fromFile } = found;
  const typed = { ...own, ...parseTexts(given) };
  const root = file === null ? cwd : rootOf(file, cwd);
  // Paths in the file are relative to it; typed paths are relative to the working directory.
  const values = valuesOf({ ...fromFile, ...typed }, (name, path) => resolve(name in typed ? cwd : root, path));
  for (const name of PATH_SETTINGS) {
    const paths = [values[camelCase(name)] ?? []].flat();
    if (!(name in typed)) await refuseOutside(name, paths, found.place, root);
  }
  const bootstrap = await readBootstrap(values.bootstrap, cwd, base);
  const notes = [...found.notes, ...bootstrap.notes];
  return { ...values, bootstrap: bootstrap.files, root, file, place: found.place, notes };
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
