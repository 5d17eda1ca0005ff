/** Finds the migrations that a change touches, and what came before them. */
import { join } from 'node:path';
import { brokeReading } from '../findings/internal-error.js';
import type { Migration, ScriptSource, SourceFile } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import type { BaseFiles } from '../settings/base-files.js';
import type { Settings } from '../settings/settings.js';
import { didYouMean } from '../settings/wrong.js';
import { repositoryRoot } from '../system/git.js';
import { displayPath, readSource } from '../system/source.js';
import { UsageError } from '../system/usage-error.js';
import { readQueryFiles, readStatisticsFile, readValidation } from './application.js';
import { setAtBase } from './base-set.js';
import { type Chain, chainsOf, platforms, severalDatabases, unreadOf } from './chains.js';
import type { Change } from './changes.js';
import { printedBaseline, printedMigrations } from './command.js';
import { readDump } from './dump.js';
import { type Candidates, candidates, type Folder } from './files.js';
import { findRunner } from './find-runner.js';
import { codeOf, folderSets, withListsOfBase, withText } from './folder-sets.js';
import { LAYOUTS } from './layouts/index.js';
import type { FileSet } from './layouts/layout.js';
import { sqlFiles } from './layouts/names.js';
import { loadReaders } from './layouts/readers.js';
import type { FileProblem } from './problem.js';
import { includedAtBase, includedPaths, readIncluded } from './psql/includes.js';
import { type ReadFolder, readFolder } from './read-folder.js';
import { recognise } from './recognise.js';

/** How a folder was read. */
export interface LayoutNote {
  root: string;
  layout: string;
  /** For example `recognised by "-- +goose Up" in db/migrations/1_a.sql`. */
  reason: string;
}

export interface Found extends Chain {
  /** What is rehearsed in a database of its own: all of it, or each folder where two make the same table. */
  chains: Chain[];
  /** Scripts that put rows into the baseline's tables. */
  seed: ScriptSource[];
  /** Validation queries that belong to no single migration, and the application's own. */
  validation: ScriptSource[];
  queries: SourceFile[];
  /** What production's planner knows; null where the settings name no such file. */
  statistics: SourceFile | null;
  /** Files that belong to the change and could not be read. */
  unreadable: { path: string; problem: string }[];
  /** What is wrong with the migrations as files. */
  problems: FileProblem[];
  /** Which layout each folder with changed migrations has, and why. */
  layouts: LayoutNote[];
  notChecked: NotChecked[];
}

/** Throws `UsageError` for a path that doesn't exist, or where it can't be determined what to check. `texts`: instead of the files'. */
export async function findMigrations(
  change: Change,
  settings: Settings,
  cwd: string,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<Found> {
  refuseUnknownLayout(settings);
  const notChecked: NotChecked[] = [];
  const before = await printedBaseline(settings);
  const dumps = [...(await namedFiles(settings.baseline, 'baseline', change, cwd)), ...(before ? [before] : [])].map(
    readDump,
  );
  const seed = (await namedFiles(settings.seed, 'seed', change, cwd)).map(readDump);
  for (const { script, rowsLeftOut } of [...dumps, ...seed])
    if (rowsLeftOut.length > 0) notChecked.push(rows(script, rowsLeftOut));

  const wanted = await candidates(change, settings, cwd, texts);
  notChecked.push(...wanted.notChecked);
  const unreadable: Found['unreadable'] = [];
  const sets = await folderSets(wanted.folders, { cwd, texts }, unreadable, notChecked);
  const folders = withoutParts(await readAll(sets, { change, wanted, settings, unreadable, texts }, cwd));
  notChecked.push(...folders.flatMap((folder) => folder.notChecked));
  const printed = await printedMigrations(change, settings, cwd);
  const changed = [...folders.flatMap((folder) => folder.changed), ...printed];
  const problems = folders.flatMap((folder) => folder.problems);
  const mine = unreadable.filter(
    ({ path }) => wanted.isChanged(path) || changed.some((migration) => isScriptOf(migration.path, path)),
  );
  if ('paths' in change && changed.length + mine.length + problems.length === 0)
    throw nothingFound(change.paths, notChecked);
  if ('files' in change && wanted.changes?.size === 0 && changed.length === 0)
    notChecked.push(nothingChanged(change, settings));
  for (const { path, problem } of unreadable.filter((one) => !mine.includes(one))) {
    notChecked.push({ check: path, reason: `it was left out of the baseline: ${problem}` });
  }
  // A schema dump replaces the earlier migrations.
  const earlier = dumps.length > 0 ? dumps.map(({ script }) => script) : folders.flatMap((folder) => folder.baseline);
  for (const [index, folder] of folders.entries()) {
    const code = sets[index]?.folder.code ?? [];
    if (dumps.length > 0) folder.unread = [];
    else if (code.length > 0 && folder.changed.length > 0) folder.unread.push(...(await codeOf(code, cwd)));
  }
  const [validation, queries] = [await readValidation(settings, cwd), await readQueryFiles(settings, cwd)];
  const own = [...dumps.map(({ script }) => script.file), ...settings.bootstrap];
  // What the settings name is about one database.
  const shared = dumps.length + seed.length + validation.length + queries.length + printed.length > 0;
  const whole = { changed, baseline: [...platforms(folders, own), ...earlier], unread: unreadOf(folders) };
  const chains = shared ? [whole] : chainsOf(folders, own, whole);
  notChecked.push(...severalDatabases(folders, wanted.changes !== null && chains.length < 2));
  return {
    ...whole,
    chains,
    seed: seed.map(({ script }) => script),
    validation,
    queries,
    statistics: settings.statistics === null ? null : await readStatisticsFile(settings.statistics, cwd),
    unreadable: mine,
    problems,
    layouts: [
      ...folders.flatMap(({ note }) => note ?? []),
      ...(printed[0] ? [{ root: '', layout: 'command', reason: 'named by the setting command' }] : []),
    ],
    notChecked,
  };
}

/** A file that a script of another folder includes is a part of it. */
function withoutParts(folders: ReadFolder[]): ReadFolder[] {
  const parts = includedPaths(folders.flatMap(({ changed, baseline }) => [...changed.flatMap(scriptsOf), ...baseline]));
  return folders.map((folder) => ({ ...folder, changed: folder.changed.filter(({ path }) => !parts.has(path)) }));
}

interface Wanted {
  change: Change;
  wanted: Candidates;
  settings: Settings;
  unreadable: Found['unreadable'];
  texts: ReadonlyMap<string, string>;
}

async function readAll(
  sets: { folder: Folder; set: FileSet }[],
  { change, wanted, settings, unreadable, texts }: Wanted,
  cwd: string,
): Promise<ReadFolder[]> {
  const folders: ReadFolder[] = [];
  const { top, together } = wanted;
  for (const { folder, set: files } of sets) {
    const read = await readIncluded(files, cwd);
    const included = new Map(
      [...read].map(([path, file]) => [path, typeof file === 'string' ? file : withText(file, texts)]),
    );
    const own = { ...(await withOwnRunner(files, settings, cwd)), included };
    const base = wanted.changes && (await setAtBase(own, wanted.changes, { base: baseOf(change), top, cwd, together }));
    if (base) base.included = await includedAtBase(included, change, { top, cwd });
    const set = withListsOfBase(own, base, unreadable);
    await loadReaders([...set.files, ...(base?.files ?? [])]);
    try {
      const read = readFolder({ folder, set, base, candidates: wanted, settings });
      // What a list that can't be read is out of step with is not known.
      const problems = read.problems.filter(({ rule }) => !(set.unreadable && rule === 'bookkeeping-out-of-step'));
      folders.push({ ...read, problems });
    } catch (error) {
      folders.push(brokenFolder(folder, set, wanted, error));
    }
  }
  return folders;
}

/** What no tool is known to send, the project's own code may. */
async function withOwnRunner(set: FileSet, { layout, transaction }: Settings, cwd: string): Promise<FileSet> {
  if (transaction !== 'auto' || (layout !== 'auto' && layout !== 'plain')) return set;
  const recognised = recognise(set);
  const isPlain = layout === 'plain' || ('layout' in recognised && recognised.layout.name === 'plain');
  const runner = isPlain && sqlFiles(set).length > 0 ? await findRunner(set, cwd) : null;
  return runner ? { ...set, runner } : set;
}

/** Whether a file is named as a rollback or the like of a migration would be: it isn't there, for all that could be read. */
function isScriptOf(migration: string, path: string): boolean {
  const stem = migration.replace(/(\.up)?\.sql$/, '');
  return path !== migration && /^[._-]/.test(path.slice(stem.length)) && path.startsWith(stem);
}

/** A folder whose reading broke costs nothing of the other folders. */
function brokenFolder({ root }: Folder, set: FileSet, { isChanged }: Candidates, error: unknown): ReadFolder {
  const path = set.files.find((file) => isChanged(file.path))?.path ?? root;
  const message = brokeReading(`The folder ${root || './'}`, error);
  const problems: FileProblem[] = [{ rule: 'internal-error', path, line: 1, message }];
  return { changed: [], baseline: [], problems, notChecked: [], unread: [], note: null };
}

/** A migration's scripts, `up` first. */
export function scriptsOf<S extends ScriptSource>({ up, down, verify, maintenance }: Migration<S>): S[] {
  return [up, verify, maintenance, down].filter((script) => script !== undefined);
}

/** Files that the settings name. Where the change edits one, the base branch's version says what was there before it. */
async function namedFiles(paths: string[], setting: string, change: Change, cwd: string): Promise<SourceFile[]> {
  const top = paths.length === 0 ? cwd : ((await repositoryRoot(cwd)) ?? cwd);
  const edited =
    'files' in change
      ? new Set(change.files.flatMap(({ path, status }) => (status === 'modified' ? [join(top, path)] : [])))
      : null;
  const read = paths.map(async (path): Promise<SourceFile> => {
    const before = edited?.has(path) ? await baseOf(change)?.read(path) : null;
    if (before) return { path: displayPath(path, cwd), text: before };
    const result = await readSource(path, cwd);
    if ('problem' in result) throw new UsageError(`${setting}: ${result.path}: ${result.problem}`);
    return result.file;
  });
  return Promise.all(read);
}

function baseOf(change: Change): BaseFiles | null | undefined {
  return 'files' in change ? change.base : null;
}

function rows({ file }: ScriptSource, tables: string[]): NotChecked {
  const names =
    tables.length > 3 ? `${tables.slice(0, 3).join(', ')} and ${tables.length - 3} more` : tables.join(', ');
  return {
    check: `rows in ${file.path} (${names})`,
    reason: 'they stand beside the SQL, for psql: give rows as INSERT statements with the setting seed',
  };
}

/** Green that nothing stands behind must not look like any other. */
function nothingChanged(
  { files, comparedWith }: Extract<Change, { files: unknown }>,
  { migrations }: Settings,
): NotChecked {
  const differ = files.length === 1 ? 'the one file that differs' : `${files.length} files that differ`;
  const none =
    files.length === 0
      ? `nothing differs from ${comparedWith}`
      : `of ${differ} from ${comparedWith}, none is a migration`;
  const rule =
    migrations.length > 0
      ? `that is what the setting migrations names (${migrations.join(', ')})`
      : 'that is an SQL file whose folder says so (migrations/, migrate/, deploy/ …) or whose name begins with a version, or what the setting migrations names';
  return { check: 'migrations', reason: `${none}: ${rule}` };
}

function nothingFound(paths: string[], notChecked: NotChecked[]): UsageError {
  const why = notChecked.map(({ check, reason }) => `\n  ${check}: ${reason}`).join('');
  const hint = 'A migration is an SQL file, or a Markdown page with SQL under a heading that says Migration.';
  return new UsageError(`No migrations found in ${paths.join(', ')}. ${hint}${why}`);
}

function refuseUnknownLayout({ layout }: Settings): void {
  if (layout === 'auto' || LAYOUTS.some(({ name }) => name === layout)) return;
  const known = ['auto', ...LAYOUTS.map(({ name }) => name)];
  throw new UsageError(
    `layout: there is no layout "${layout}".${didYouMean(layout, known)} Known: ${known.join(', ')}.`,
  );
}
