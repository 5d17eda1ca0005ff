/** Which settings file counts: the one on disk, or for a change that others proposed the one of the base branch. */
import { resolve } from 'node:path';
import type { NotChecked } from '../report-schema/types.js';
import { displayPath } from '../system/source.js';
import { UsageError } from '../system/usage-error.js';
import type { BaseFiles } from './base-files.js';
import type { ParsedFile, PlaceOfKey } from './file.js';
import { findSettingsFile } from './find-file.js';
import type { SettingsFile } from './schema.js';
import { TRUSTED_SETTINGS } from './table.js';

export interface FileRequest {
  /** The file that was named. */
  config: string | undefined;
  /** Where to look for it otherwise. Absolute. */
  start: string;
  cwd: string;
  /** Where trusted settings come from: undefined trusts the disk, null means that the base can't be read. */
  base?: BaseFiles | null | undefined;
}

export interface FoundSettings {
  file: string | null;
  values: SettingsFile;
  place: PlaceOfKey;
  notes: NotChecked[];
}

/** Throws `UsageError` for mistakes in the file, also where the base's is the one that counts. */
export async function findSettings({ config, start, cwd, base }: FileRequest): Promise<FoundSettings> {
  const file = config ? resolve(cwd, config) : await findSettingsFile(start, cwd);
  if (base === undefined) return { file, ...(await fromDisk(file, cwd)), notes: [] };
  if (base === null) {
    const reason = 'the base branch can’t be read here: give actions/checkout "fetch-depth: 0"';
    return distrust({ file, ...(await fromDisk(file, cwd)), notes: [] }, cwd, reason);
  }
  return fromBase({ config, start, cwd, base }, file);
}

async function fromBase({ config, start, cwd, base }: FileRequest & { base: BaseFiles }, onDisk: string | null) {
  const file = config ? resolve(cwd, config) : await findSettingsFile(start, cwd, base.read);
  const text = file === null ? null : await base.read(file);
  const head = config && text !== null ? await fromDisk(onDisk, cwd).catch(missing) : await fromDisk(onDisk, cwd);
  if (file === null || text === null) {
    const notes = onDisk === null ? [] : [note(onDisk, cwd, `${base.name} has none, so the defaults were used`)];
    return { file: null, ...NOTHING, notes };
  }
  const shown = displayPath(file, cwd);
  let trusted: ParsedFile;
  try {
    trusted = (await import('./file.js')).parseSettingsFile(text, shown);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // Else it could never be repaired.
    return distrust({ file: onDisk, ...head, notes: [] }, cwd, `${base.name} has a version with mistakes`);
  }
  const changed = file !== onDisk || JSON.stringify(head.values) !== JSON.stringify(trusted.values);
  const notes = changed ? [note(file, cwd, `the change edits it, and the version of ${base.name} was used`)] : [];
  return { file, ...trusted, notes };
}

/** Leaves out what only a trusted file may say. */
function distrust({ file, values, place }: FoundSettings, cwd: string, why: string): FoundSettings {
  const left = TRUSTED_SETTINGS.filter((name) => name in values).sort();
  const rest = Object.fromEntries(
    Object.entries(values).filter(([name]) => !left.some((other) => other === name)),
  ) as SettingsFile;
  if (file === null || left.length === 0) return { file, values: rest, place, notes: [] };
  return { file, values: rest, place, notes: [note(file, cwd, `${left.join(', ')} did not count: ${why}`)] };
}

/** No file says nothing at all. */
const NOTHING: ParsedFile = { values: {}, place: () => 'settings' };

async function fromDisk(file: string | null, cwd: string): Promise<ParsedFile> {
  // The YAML library is loaded only where there is a file.
  return file === null ? NOTHING : (await import('./file.js')).readSettingsFile(file, displayPath(file, cwd), cwd);
}

/** The change deletes the file that `config` names. */
function missing(error: unknown): ParsedFile {
  if (error instanceof UsageError && error.message.includes('there is no such file')) return NOTHING;
  throw error;
}

function note(file: string, cwd: string, reason: string): NotChecked {
  return { check: `settings in ${displayPath(file, cwd)}`, reason };
}
