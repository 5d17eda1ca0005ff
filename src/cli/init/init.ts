/** `init`: writes the workflow and the settings; never over what is there, unless that is confirmed. */
import { mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { findMigrations, type LayoutNote } from '../../migrations/find.js';
import { FILE_NAME, hasSettings, PACKAGE_FILE } from '../../settings/find-file.js';
import { resolveSettings } from '../../settings/resolve.js';
import { repositoryRoot } from '../../system/git.js';
import { UsageError } from '../../system/usage-error.js';
import type { Ask } from '../ask.js';
import { MONOREPO_WORKFLOW } from '../monorepo-workflow.js';
import { WORKFLOW_PATH } from '../own-workflow.js';
import { workflowFor } from '../workflow.js';
import { databasesOf } from './databases.js';
import { fromHere } from './production-version.js';
import { type Said, sayVersion } from './say-version.js';
import { closingWords, settingsText } from './texts.js';

export interface InitRequest {
  folder: string;
  overwrite: boolean;
  ask?: Ask | undefined;
  /** The flags that were given, by setting. */
  given?: Readonly<Record<string, string | undefined>>;
}

interface PlannedFile {
  /** Absolute. */
  path: string;
  contents: string;
}

/**
 * Returns what was done, for people. What is there already is overwritten only where `overwrite` or the person who is
 * asked says so; else it throws `UsageError` before anything is written.
 */
export async function initialize({ folder, overwrite, ask, given = {} }: InitRequest): Promise<string> {
  const cwd = await realpath(folder);
  const top = (await repositoryRoot(cwd)) ?? cwd;
  const shown = (path: string) => fromHere(path, cwd);
  const layouts = await layoutsIn(cwd);
  const folders = cwd === top ? await databases(layouts, cwd) : ['.'];
  const settled = new Set<string>();
  for (const database of folders) if (await sharesPackageFile(join(cwd, database))) settled.add(database);
  const said = await sayVersion({ cwd, top, given, ask });
  const several = cwd !== top || folders.length > 1;
  const left: string[] = [];
  const settings = folders.flatMap((database): PlannedFile[] => {
    if (settled.has(database)) {
      left.push(`${shown(join(cwd, database, PACKAGE_FILE))} holds settings already: they were left as they are.`);
      return [];
    }
    const own = folders.length > 1 ? layouts.filter(({ root }) => root.startsWith(`${database}/`)) : layouts;
    const below = own.map((note) => ({ ...note, root: relative(database, note.root) }));
    return [
      {
        path: join(cwd, database, FILE_NAME),
        contents: settingsText(below, said.version?.major ?? null, several ? null : WORKFLOW_PATH),
      },
    ];
  });
  const workflow = {
    path: join(top, WORKFLOW_PATH),
    contents: several ? MONOREPO_WORKFLOW : workflowFor(said.version?.major ?? null),
  };
  const standing = cwd === top || overwrite ? null : await readFile(workflow.path, 'utf8').catch(() => null);
  const files = standing === null ? [workflow, ...settings] : settings;
  await refuseOverwriting(files, shown, { overwrite, ask });
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  const guessed = (several ? settings : [workflow]).map(({ path }) => shown(path));
  return closingWords({
    written: files.map(({ path }) => shown(path)),
    left: standing === null ? left : [...left, aboutStanding(standing, shown(workflow.path))],
    ...(said satisfies Said),
    isEmpty: layouts.length === 0,
    guessed,
  });
}

/** GitHub reads workflows at the top only, and there is one already. */
function aboutStanding(text: string, path: string): string {
  const plans = /^\s*mode: plan\s*$/m.test(text);
  return plans
    ? `${path} is there already, and checks every folder with settings: it was left as it is.`
    : `${path} is there already, for one database: it was left as it is. For several, write it anew with --yes, or give this folder a job of its own with working-directory.`;
}

async function refuseOverwriting(
  files: readonly PlannedFile[],
  shown: (path: string) => string,
  { overwrite, ask }: Pick<InitRequest, 'overwrite' | 'ask'>,
): Promise<void> {
  const present: string[] = [];
  for (const { path } of files) if (await stat(path).catch(() => null)) present.push(shown(path));
  if (present.length === 0 || overwrite) return;
  const there = `${present.join(' and ')} ${present.length > 1 ? 'are' : 'is'} there already.`;
  if (ask && /^y(es)?$/i.test(await ask(`${there} Overwrite? [y/N]`))) return;
  throw new UsageError(`init: ${there} Nothing was written. To overwrite, add --yes.`);
}

/** A project's own file. */
const MANIFEST =
  /^(package\.json|go\.mod|Cargo\.toml|pyproject\.toml|setup\.py|requirements\.txt|pom\.xml|build\.gradle(\.kts)?|Gemfile|composer\.json|mix\.exs|.+\.csproj)$/;

/** The folders that get settings: one for each database, which may be the top itself. */
async function databases(layouts: readonly LayoutNote[], top: string): Promise<string[]> {
  const projects = new Set<string>();
  const settled = new Set<string>();
  for (const { root } of layouts) {
    const parts = root.split('/').filter((part) => part !== '');
    for (let length = parts.length; length > 0; length--) {
      const folder = parts.slice(0, length).join('/');
      const names: string[] = await readdir(join(top, folder)).catch(() => []);
      if (names.some((name) => MANIFEST.test(name))) projects.add(folder);
      if (names.includes(FILE_NAME)) settled.add(folder);
    }
  }
  const found = databasesOf(
    layouts.map(({ root }) => root),
    new Set([...projects, ...settled]),
  );
  return found.length > 1 ? found : ['.'];
}

/** Settings in package.json: a file of their own beside it would be refused. */
async function sharesPackageFile(folder: string): Promise<boolean> {
  return hasSettings(await readFile(join(folder, PACKAGE_FILE), 'utf8').catch(() => ''));
}

/** The layouts of the migrations that are there; none where nothing is recognised, or the old settings are broken. */
async function layoutsIn(folder: string): Promise<LayoutNote[]> {
  try {
    const settings = await resolveSettings({ inputs: {}, cwd: folder });
    return (await findMigrations({ paths: ['.'] }, settings, folder)).layouts;
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}
