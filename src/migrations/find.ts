/** Finds the migrations that a change touches, and what came before them. */
import type { Migration, NotChecked, ScriptSource, SourceFile } from '../model.js';
import type { Settings } from '../settings/settings.js';
import { UsageError } from '../usage-error.js';
import type { ChangedFile } from './changes.js';
import { candidates } from './files.js';
import { LAYOUTS, type Layout } from './layouts/index.js';
import { wholeFile } from './layouts/layout.js';
import { readSource } from './source.js';

/** What to check: paths that somebody named, or the files that differ from a base. */
export type Change = { paths: string[] } | { files: ChangedFile[]; comparedWith: string };

export interface Found {
  /** The migrations that the change touches, in order. */
  changed: Migration<ScriptSource>[];
  /** Scripts that build the schema as it stands before the change, in order. */
  baseline: ScriptSource[];
  /** Scripts that put rows into the baseline's tables. */
  seed: ScriptSource[];
  /** Files that belong to the change and could not be read. */
  unreadable: { path: string; problem: string }[];
  notChecked: NotChecked[];
}

/** Throws `UsageError` for a path that doesn't exist, or where nobody can tell what to check. */
export async function findMigrations(change: Change, settings: Settings, cwd: string): Promise<Found> {
  const unreadable: Found['unreadable'] = [];
  const read = async (paths: string[]): Promise<SourceFile[]> => {
    const results = await Promise.all(paths.map((path) => readSource(path, cwd)));
    return results.flatMap((result) => {
      if ('file' in result) return [result.file];
      unreadable.push(result);
      return [];
    });
  };
  const named = async (paths: string[], setting: string): Promise<ScriptSource[]> => {
    const files = await read(paths);
    const failed = unreadable.splice(0);
    if (failed[0]) throw new UsageError(`${setting}: ${failed[0].path}: ${failed[0].problem}`);
    return files.map((file) => wholeFile('up', file, 'autocommit'));
  };
  const baseline = await named(settings.baseline, 'baseline');
  const seed = await named(settings.seed, 'seed');

  const { files, isChanged, isAltered, notChecked } = await candidates(change, settings, cwd);
  const sources = await read(files);
  const migrations: Migration<ScriptSource>[] = [];
  for (const layout of layoutsOf(settings)) {
    const result = layout.read(sources.filter((source) => layout.reads(source.path) || isOnlyFor(layout, source.path)));
    migrations.push(...result.migrations.map((migration) => withTransaction(migration, settings)));
    notChecked.push(...result.notChecked.filter(({ check }) => isChanged(check)));
  }
  const changed = migrations.filter((migration) => scriptsOf(migration).some(({ file }) => isChanged(file.path)));
  if ('paths' in change && changed.length === 0 && unreadable.length === 0)
    throw nothingFound(change.paths, notChecked);
  // What comes after a migration that was there before can't be built without it.
  const firstAltered = migrations.findIndex(({ up }) => isAltered(up.file.path));
  const before = firstAltered === -1 ? migrations : migrations.slice(0, firstAltered);
  // A schema dump stands in for the earlier migrations.
  const earlier = baseline.length > 0 ? [] : before.filter((migration) => !changed.includes(migration));
  if (baseline.length === 0) notChecked.push(...leftOut(migrations.slice(before.length), changed));
  for (const { path, problem } of unreadable) {
    if (!isChanged(path)) notChecked.push({ check: path, reason: `it was left out of the baseline: ${problem}` });
  }
  return {
    changed,
    baseline: [...baseline, ...earlier.map(({ up }) => up)],
    seed,
    unreadable: unreadable.filter(({ path }) => isChanged(path)),
    notChecked,
  };
}

function leftOut(after: Migration<ScriptSource>[], changed: Migration<ScriptSource>[]): NotChecked[] {
  const later = after.filter((migration) => !changed.includes(migration)).map(({ path }) => path);
  if (later.length === 0) return [];
  const check = later.length > 3 ? `${later.slice(0, 3).join(', ')} and ${later.length - 3} more` : later.join(', ');
  return [{ check, reason: `later than ${after[0]?.path}, which the change alters: the baseline ends before it` }];
}

/** A migration's scripts, `up` first. */
export function scriptsOf<S extends ScriptSource>({ up, down, verify, maintenance }: Migration<S>): S[] {
  return [up, verify, maintenance, down].filter((script) => script !== undefined);
}

/** A file that somebody named, with a suffix that no layout knows, is read as plain SQL. */
function isOnlyFor(layout: Layout, path: string): boolean {
  return layout.name === 'plain' && !LAYOUTS.some((other) => other.reads(path));
}

function nothingFound(paths: string[], notChecked: NotChecked[]): UsageError {
  const why = notChecked.map(({ check, reason }) => `\n  ${check}: ${reason}`).join('');
  const hint = 'A migration is an SQL file, or a Markdown page with SQL under a heading that says Migration.';
  return new UsageError(`No migrations found in ${paths.join(', ')}. ${hint}${why}`);
}

function layoutsOf({ layout }: Settings) {
  if (layout === 'auto') return LAYOUTS;
  const named = LAYOUTS.filter(({ name }) => name === layout);
  if (named.length > 0) return named;
  const known = LAYOUTS.map(({ name }) => name).join(', ');
  throw new UsageError(`layout: there is no layout "${layout}". Known: auto, ${known}.`);
}

function withTransaction(migration: Migration<ScriptSource>, { transaction }: Settings): Migration<ScriptSource> {
  if (transaction === 'auto') return migration;
  const { up, down } = migration;
  return { ...migration, up: { ...up, transaction }, ...(down && { down: { ...down, transaction } }) };
}
