/** Migrations in code: a program of the user's prints their SQL. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { MigrationHome, SourceFile } from '../model.js';
import type { Settings } from '../settings/settings.js';
import { repositoryRoot } from '../system/git.js';
import { readText } from '../system/read-file.js';
import { runProgram, withoutSecrets } from '../system/run-program.js';
import { displayPath } from '../system/source.js';
import { UsageError } from '../system/usage-error.js';
import type { Change } from './changes.js';
import { type FoundMigration, wholeFile } from './layouts/layout.js';
import { byName, folderOf } from './layouts/names.js';
import { isScript } from './roots.js';

const PATH = '{path}';

/**
 * Runs the command once, or once for each changed file where it asks for `{path}`: what it prints is a migration.
 * Throws `UsageError` where it fails.
 */
export async function printedMigrations(change: Change, settings: Settings, cwd: string): Promise<FoundMigration[]> {
  const { command, transaction } = settings;
  const [program] = command;
  if (program === undefined) return [];
  const migration = (id: string, file: SourceFile, home: MigrationHome | undefined): FoundMigration => ({
    ...{ id, path: file.path, layout: 'command', ...(home && { home }) },
    // Such programs print the BEGIN and COMMIT that they would send.
    up: wholeFile('up', file, transaction === 'auto' ? 'autocommit' : transaction),
  });
  if (!command.some((argument) => argument.includes(PATH))) {
    const path = `output of ${program}`;
    const home = [...command, ...settings.migrations].some((word) => RAILS.test(word))
      ? { layout: 'rails' }
      : undefined;
    return [migration(program, { path, text: await outputOf('command', command, settings) }, home)];
  }
  if (settings.migrations.length === 0) {
    throw new UsageError(
      `command: ${PATH} stands for the changed files that the setting migrations names: set it, too.`,
    );
  }
  const migrations: FoundMigration[] = [];
  for (const absolute of (await changedFiles(change, settings, cwd)).sort(byName)) {
    const path = displayPath(absolute, settings.root);
    const filled = command.map((argument) => argument.replaceAll(PATH, () => path));
    const shown = displayPath(absolute, cwd);
    const text = await outputOf('command', filled, settings);
    migrations.push(migration(shown, { path: `output for ${shown}`, text }, await homeOf(absolute, shown, cwd)));
  }
  return migrations;
}

/** Rails' own programs, and migrations in Ruby. */
const RAILS = /(^|\/)(rails|rake)$|\.rb$/;

/** How what stands beside a file in code is written, where that is known. */
async function homeOf(absolute: string, shown: string, cwd: string): Promise<MigrationHome | undefined> {
  if (!/\.rb$/.test(shown)) return undefined;
  const read = await readText(absolute, cwd);
  const version = 'text' in read ? /ActiveRecord::Migration\[(\d+\.\d+)\]/.exec(read.text)?.[1] : undefined;
  return { layout: 'rails', folder: folderOf(shown), ...(version !== undefined && { version }) };
}

/** The schema before the change, as a program prints it; null where none is named. Throws `UsageError` where it fails. */
export async function printedBaseline(settings: Settings): Promise<SourceFile | null> {
  const { baselineCommand } = settings;
  if (baselineCommand.length === 0) return null;
  const text = await outputOf('baseline-command', baselineCommand, settings);
  return { path: `output of ${baselineCommand[0]}`, text };
}

/** What the program prints. It runs without a shell, in the settings' folder, and without this job's secrets. */
async function outputOf(
  setting: string,
  [program = '', ...args]: string[],
  { root, runTimeout }: Settings,
): Promise<string> {
  try {
    const printed = await runProgram(program, args, {
      ...{ cwd: root, env: withoutSecrets(process.env), timeout: runTimeout * 1000 },
      maxBuffer: 64 * 1024 * 1024,
    });
    return printed.replace(/^\ufeff/, '');
  } catch (thrown) {
    const error = thrown as NodeJS.ErrnoException & { stderr?: string; killed?: boolean };
    const said = error.stderr?.trim().split('\n').slice(-5).join('\n');
    const why = error.killed
      ? `it took longer than run-timeout (${runTimeout} s)`
      : said || error.message.split('\n')[0];
    throw new UsageError(`${setting}: ${[program, ...args].join(' ')} failed: ${why}`);
  }
}

/** The files in code that the change has and that `migrations` names. Absolute. */
async function changedFiles(change: Change, settings: Settings, cwd: string): Promise<string[]> {
  const options = { dot: true, flags: 's' };
  const [included, ignored] = [picomatch(settings.migrations, options), picomatch(settings.ignore, options)];
  const wanted = (absolute: string) => {
    const path = displayPath(absolute, settings.root);
    return !isScript(path) && included(path) && !ignored(path);
  };
  if ('paths' in change) {
    const named = change.paths.map((path) => resolve(cwd, path));
    const files = await Promise.all(
      named.map(async (path) => ((await stat(path).catch(() => null))?.isFile() ? [path] : [])),
    );
    return files.flat().filter(wanted);
  }
  const top = (await repositoryRoot(cwd)) ?? cwd;
  return change.files
    .filter(({ status }) => status !== 'removed')
    .map(({ path }) => join(top, path))
    .filter(wanted);
}
