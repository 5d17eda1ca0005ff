/** Which files to look at: the named ones, or those of the folders that hold a changed migration, folder by folder. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { NotChecked } from '../report-schema/types.js';
import type { Settings } from '../settings/settings.js';
import { repositoryRoot } from '../system/git.js';
import { displayPath } from '../system/source.js';
import { UsageError } from '../system/usage-error.js';
import { liquibaseProjects, saysItIsChangelog, wasChangelog } from './changelogs.js';
import type { Change, ChangedFile } from './changes.js';
import { filesUnder } from './files-under.js';
import { flywayLocations, sqitchFolders } from './locations.js';
import { belongsTo, isBookkeeping, isCode, isScript, looksLikeMigration, type OneHistory, rootOf } from './roots.js';

export interface Folder {
  /** As reports name it, with a slash at its end; empty for the top. */
  root: string;
  /** Absolute paths of its scripts and bookkeeping, sorted. */
  files: string[];
  /** Migrations that are written in code, as reports name them. */
  code: string[];
  /** Absolute paths of the tools' settings files in the folder and above, the nearest first. */
  configs: string[];
}

export interface Candidates {
  /** The repository's top folder, or the working directory. Absolute. */
  top: string;
  folders: Folder[];
  /** By display path. */
  isChanged(path: string): boolean;
  /** The changes by display path; null where paths were named. */
  changes: Map<string, ChangedFile> | null;
  notChecked: NotChecked[];
  /** Which folders are one history, by their tool's settings. */
  together: readonly OneHistory[];
}

const CONFIG =
  /^(flyway\.(conf|toml)|sqitch\.(conf|plan)|diesel\.toml|drizzle\.config\.\w+|schema\.prisma|prisma\.config\.\w+|liquibase\.properties|config\.(toml|ya?ml)|atlas\.hcl|tern\.conf|\.gmrc(\.c?js)?|package\.json|Cargo\.toml|go\.mod|Gemfile)$/;

type Roots = Record<'top' | 'cwd', string>;

/** The files that a check reads. `texts`: by display path, of files that need not be there. */
export async function candidates(
  change: Change,
  settings: Settings,
  cwd: string,
  texts: ReadonlyMap<string, string>,
): Promise<Candidates> {
  const top = (await repositoryRoot(cwd)) ?? cwd;
  const at = { top, cwd };
  return 'paths' in change ? fromPaths(change.paths, settings, at, texts) : fromChanges(change, settings, at);
}

async function fromPaths(
  paths: string[],
  settings: Settings,
  at: Roots,
  texts: ReadonlyMap<string, string>,
): Promise<Candidates> {
  const { cwd } = at;
  const wanted = selector(settings);
  const named = new Set<string>();
  const below: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const found = await stat(absolute).catch(() => null);
    if (texts.has(displayPath(absolute, cwd)) && !found?.isDirectory()) {
      named.add(absolute);
      continue;
    }
    if (found === null) throw new UsageError(`${path}: there is no such file or folder.`);
    if (found.isDirectory()) {
      below.push(absolute);
      for (const file of await filesUnder(absolute))
        if (wanted.matches(file) && (isScript(file) || (await saysItIsChangelog(file)))) named.add(file);
    } else if (isScript(absolute) || settings.command.length === 0) named.add(absolute);
  }
  if (named.size === 0 && settings.command.length === 0) {
    const where = settings.migrations.length > 0 ? ` match migrations: ${settings.migrations.join(', ')}` : ' are SQL';
    throw new UsageError(
      `No migrations found: none of the files under ${paths.join(', ')}${where}. Name the files or folders that hold them.`,
    );
  }
  const together = await histories([...named], settings, at);
  const roots = new Set([...named].map((file) => rootOf(displayPath(file, cwd), together)));
  const shown = new Set([...named].map((file) => displayPath(file, cwd)));
  return {
    top: at.top,
    folders: await foldersOf({ roots, together }, named, wanted, at),
    isChanged: (path) =>
      shown.has(path) || (isBookkeeping(path) && below.some((folder) => isUnder(resolve(cwd, path), folder))),
    changes: null,
    notChecked: [],
    together,
  };
}

async function fromChanges(
  { files: changes, base }: Extract<Change, { files: unknown }>,
  settings: Settings,
  at: Roots,
): Promise<Candidates> {
  const { top, cwd } = at;
  const wanted = selector(settings);
  const together = await histories(
    changes.map(({ path }) => join(top, path)),
    settings,
    at,
  );
  const isTogether = (path: string) => together.some((history) => belongsTo(path, history));
  const changed = new Map<string, ChangedFile>();
  const passedOver: string[] = [];
  for (const file of changes) {
    const absolute = join(top, file.path);
    if (!isUnder(absolute, settings.root)) continue;
    const isList = (await saysItIsChangelog(absolute)) || (await wasChangelog(absolute, file.status, base));
    const known = isScript(file.path) ? wanted.matches(absolute) : isBookkeeping(file.path) || isCode(file.path);
    if (!known && !(isList && !wanted.ignores(absolute))) continue;
    const named = settings.migrations.length > 0 && isScript(file.path);
    const isMigration = looksLikeMigration(file.path) || isTogether(displayPath(absolute, cwd));
    if (named || isMigration || isList || (await isBesideDeploy(absolute))) changed.set(absolute, file);
    else if (/\.sql$/i.test(file.path)) passedOver.push(file.path);
  }
  // Also what the checkout lacks: it then can't be read, which is said, instead of being passed over.
  const there = [...changed].filter(([, { status }]) => status !== 'removed').map(([file]) => file);
  const roots = new Set([...changed.keys()].map((file) => rootOf(displayPath(file, cwd), together)));
  const shown = new Map([...changed].map(([file, entry]) => [displayPath(file, cwd), entry]));
  return {
    top,
    folders: await foldersOf({ roots, together }, new Set(there), wanted, at),
    isChanged: (path) => shown.has(path),
    changes: shown,
    notChecked: passedOver.length === 0 ? [] : [unknown(passedOver)],
    together,
  };
}

/** `revert/` and `verify/` belong to the `deploy/` beside them, whatever folders they hold. */
async function isBesideDeploy(absolute: string): Promise<boolean> {
  const above = /^(.*\/)(?:revert|verify)\/.+\.sql$/i.exec(absolute.split(sep).join('/'))?.[1];
  const found = above === undefined ? null : await stat(join(above, 'deploy')).catch(() => null);
  return found?.isDirectory() ?? false;
}

function unknown(paths: string[]): NotChecked {
  const reason =
    'neither the folder nor the name says that it is a migration: if it is one, name it with the setting migrations';
  return { check: enumerate(paths), reason };
}

/** The first few of a list of paths, and how many more there are. */
export function enumerate(paths: string[]): string {
  return paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
}

/** Each folder with all its files; `named` ones count whatever they are called. */
async function foldersOf(
  { roots, together }: { roots: Set<string>; together: readonly OneHistory[] },
  named: Set<string>,
  wanted: Selector,
  at: Roots,
): Promise<Folder[]> {
  const { top, cwd } = at;
  const folders = [...roots].sort().map(async (root): Promise<Folder> => {
    const absolute = resolve(cwd, root);
    const mine = (path: string) => rootOf(displayPath(path, cwd), together) === root;
    const listed = (await filesUnder(absolute).catch(() => [])).filter(mine);
    const files = listed.filter((file) => (isScript(file) ? wanted.matches(file) : isBookkeeping(file)));
    const mineToo = together.flatMap((one) => (one.root === root ? (one.changelogs ?? []) : []));
    const own = [...[...named].filter((file) => mine(file) && !isCode(file)), ...mineToo];
    const code = listed.filter((file) => isCode(file)).map((file) => displayPath(file, cwd));
    const lists = together.flatMap((one) => (one.root === root && one.list ? [one.list] : []));
    const configs = [...new Set([...lists, ...(await configsAbove(absolute, top))])];
    return { root, files: [...new Set([...files, ...own])].sort(), code, configs };
  });
  return Promise.all(folders);
}

async function histories(files: string[], { layout }: Settings, at: Roots): Promise<OneHistory[]> {
  const isOpen = layout === 'auto' || layout === 'liquibase';
  return [
    ...(await flywayLocations(files, at)),
    ...(await sqitchFolders(files, at)),
    ...(isOpen ? await liquibaseProjects(files, at) : []),
  ];
}

interface Selector {
  matches(absolute: string): boolean;
  ignores(absolute: string): boolean;
}

/** Whether the settings select a file: by its globs, not ignored, not the baseline or the seed, nor the application's SQL. */
function selector(settings: Settings): Selector {
  // Without `s`, a name with a newline in it would match nothing and go unseen.
  const options = { dot: true, flags: 's' };
  const included = picomatch(settings.migrations.length > 0 ? settings.migrations : ['**'], options);
  const ignored = picomatch(settings.ignore, options);
  const special = new Set([...settings.baseline, ...settings.seed]);
  const beside = picomatch([...settings.queries, ...settings.validation], options);
  return {
    ignores: (absolute) => ignored(displayPath(absolute, settings.root)),
    matches(absolute) {
      if (special.has(absolute)) return false;
      const path = displayPath(absolute, settings.root);
      return included(path) && !ignored(path) && !beside(path);
    },
  };
}

async function configsAbove(folder: string, top: string): Promise<string[]> {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    for (const name of await readdir(at).catch(() => [])) if (CONFIG.test(name)) found.push(join(at, name));
    if (at === top || at === dirname(at) || !isUnder(at, top)) return found;
  }
}

function isUnder(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
