/** Looks for the settings: `.migration-safety.yml`, or the same object in package.json. */
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readText } from '../system/read-file.js';
import { displayPath } from '../system/source.js';
import { UsageError } from '../system/usage-error.js';

export const FILE_NAME = '.migration-safety.yml';
export const PACKAGE_FILE = 'package.json';
/** The key in package.json. */
export const PACKAGE_KEY = 'migration-safety';

/** Reads a file by its absolute path; null where there is none. */
export type Read = (path: string) => Promise<string | null>;

/** The nearest settings from `folder` upwards, not beyond the repository or the working directory. */
export async function findSettingsFile(
  folder: string,
  cwd: string,
  read: Read = fromDisk(cwd),
): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await settingsIn(at, cwd, read);
    if (found !== null) return found;
    if (at === cwd || at === dirname(at) || (await exists(join(at, '.git')))) return null;
  }
}

/** Whether a file is a package.json, whose settings are under a key. */
export function isPackageFile(file: string): boolean {
  return basename(file) === PACKAGE_FILE;
}

async function settingsIn(folder: string, cwd: string, read: Read): Promise<string | null> {
  const own = join(folder, FILE_NAME);
  const shared = join(folder, PACKAGE_FILE);
  const [text, packageText] = await Promise.all([read(own), read(shared)]);
  if (packageText === null || !hasSettings(packageText)) return text === null ? null : own;
  if (text === null) return shared;
  throw new UsageError(
    `${displayPath(shared, cwd)}: "${PACKAGE_KEY}" stands beside ${FILE_NAME}, which is the one that would count. Move what is missing into it and delete the key.`,
  );
}

/** A package.json that isn't JSON is not ours to report. */
export function hasSettings(text: string): boolean {
  if (!text.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, PACKAGE_KEY);
  } catch {
    return false;
  }
}

function fromDisk(cwd: string): Read {
  return async (path) => {
    const read = await readText(path, cwd);
    if ('text' in read) return read.text;
    // What is there and can't be read is said when it is read.
    return read.missing || (await isFolder(path)) ? null : '';
  };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
