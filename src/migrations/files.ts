/** Which files to look at: the named ones, or those of the folders that hold a changed migration. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { NotChecked } from '../model.js';
import type { Settings } from '../settings/settings.js';
import { UsageError } from '../usage-error.js';
import type { ChangedFile } from './changes.js';
import { repositoryRoot } from './changes.js';
import type { Change } from './find.js';
import { LAYOUTS } from './layouts/index.js';
import { stemOf } from './layouts/plain.js';
import { displayPath } from './source.js';

export interface Candidates {
  /** Absolute paths, sorted. */
  files: string[];
  /** By display path. */
  isChanged(path: string): boolean;
  /** Whether the change alters a file that was there before. By display path. */
  isAltered(path: string): boolean;
  notChecked: NotChecked[];
}

const SKIPPED = new Set(['node_modules', '.git']);
const MIGRATION_FOLDER = /^(.*[-_])?(migrations?|migrate|deploy|changelogs?)$/i;
const ROLE_FOLDER = /^(up|down|rollback|revert|undo|verify|validate|validation|maintenance)$/i;
/** A version, a timestamp or a date in front of a name. */
const ORDER_KEY = /^(\d{3,}|\d{4}-\d{2}-\d{2}|[VU]\d[\d._]*__)/;

/** The files that a check reads. */
export async function candidates(change: Change, settings: Settings, cwd: string): Promise<Candidates> {
  return 'paths' in change ? fromPaths(change.paths, settings, cwd) : fromChanges(change.files, settings, cwd);
}

async function fromPaths(paths: string[], settings: Settings, cwd: string): Promise<Candidates> {
  const wanted = selector(settings);
  const named = new Set<string>();
  const beside = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const found = await stat(absolute).catch(() => null);
    if (found === null) throw new UsageError(`${path}: there is no such file or folder.`);
    if (found.isDirectory()) {
      for (const file of await filesUnder(absolute)) if (wanted.matches(file)) named.add(file);
    } else {
      named.add(absolute);
      // A migration's other scripts belong to it, also when only one of them is named.
      const root = migrationsRoot(absolute);
      for (const file of await filesUnder(root)) {
        const belongs = migrationsRoot(file) === root && stemOf(file) === stemOf(absolute);
        if (belongs && wanted.matches(file)) beside.add(file);
      }
    }
  }
  if (named.size === 0) {
    const where = settings.migrations.length > 0 ? ` match migrations: ${settings.migrations.join(', ')}` : ' are SQL';
    throw new UsageError(
      `No migrations found: none of the files under ${paths.join(', ')}${where}. Name the files or folders that hold them.`,
    );
  }
  const shown = new Set([...named].map((file) => displayPath(file, cwd)));
  return {
    files: [...new Set([...named, ...beside])].sort(),
    isChanged: (path) => shown.has(path),
    isAltered: () => false,
    notChecked: [],
  };
}

async function fromChanges(changes: ChangedFile[], settings: Settings, cwd: string): Promise<Candidates> {
  const top = (await repositoryRoot(cwd)) ?? cwd;
  const wanted = selector(settings);
  const changed = new Map<string, ChangedFile>();
  const passedOver: string[] = [];
  for (const file of changes) {
    const absolute = join(top, file.path);
    if (!isUnder(absolute, settings.root) || !wanted.matches(absolute)) continue;
    if (settings.migrations.length > 0 || looksLikeMigration(file.path)) changed.set(absolute, file);
    else if (/\.sql$/i.test(file.path)) passedOver.push(file.path);
  }
  const folders = new Set([...changed.keys()].map(migrationsRoot));
  // Also what the checkout lacks: it then can't be read, which is said, instead of being passed over.
  const files = new Set([...changed].filter(([, { status }]) => status !== 'removed').map(([file]) => file));
  for (const folder of folders) {
    for (const file of await filesUnder(folder).catch(() => [])) if (wanted.matches(file)) files.add(file);
  }
  const notChecked: NotChecked[] = [...changed.values()]
    .filter(({ status }) => status === 'removed')
    .map(({ path }) => ({ check: path, reason: 'the change removes it' }));
  if (passedOver.length > 0) {
    const check =
      passedOver.length > 3
        ? `${passedOver.slice(0, 3).join(', ')} and ${passedOver.length - 3} more`
        : passedOver.join(', ');
    const reason =
      'neither the folder nor the name says that it is a migration: if it is one, name it with the setting migrations';
    notChecked.push({ check, reason });
  }
  const shown = new Map([...changed].map(([file, { status }]) => [displayPath(file, cwd), status]));
  return {
    files: [...files].sort(),
    isChanged: (path) => shown.has(path),
    isAltered: (path) => shown.get(path) === 'modified',
    notChecked,
  };
}

/** Whether the settings want a file: by its globs, not ignored, not the baseline or the seed, in a layout's form. */
function selector(settings: Settings): { matches(absolute: string): boolean } {
  // Without `s`, a name with a newline in it would match nothing and go unseen.
  const options = { dot: true, flags: 's' };
  const included = picomatch(settings.migrations.length > 0 ? settings.migrations : ['**'], options);
  const ignored = picomatch(settings.ignore, options);
  const special = new Set([...settings.baseline, ...settings.seed]);
  return {
    matches(absolute) {
      if (special.has(absolute) || !LAYOUTS.some((layout) => layout.reads(absolute))) return false;
      const path = displayPath(absolute, settings.root);
      return included(path) && !ignored(path);
    },
  };
}

/** The folder that holds a migration and its neighbours: not `rollback/` or `verify/`, but the folder above. */
function migrationsRoot(file: string): string {
  const folder = dirname(file);
  return ROLE_FOLDER.test(folder.slice(folder.lastIndexOf(sep) + 1)) ? dirname(folder) : folder;
}

function looksLikeMigration(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return parts.some((part) => MIGRATION_FOLDER.test(part)) || (/\.sql$/i.test(name) && ORDER_KEY.test(name));
}

function isUnder(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(nested)).flat().sort();
}
