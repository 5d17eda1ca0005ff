/** Reads a folder in its layout, with what is so for every layout. Pure. */
import type { Settings } from '../settings/settings.js';
import type { FileSet, FoundMigration, Layout, LayoutResult } from './layouts/layout.js';
import { byName, folderOf } from './layouts/names.js';
import { isScript } from './roots.js';

/** The folder's migrations in the order in which they run. */
export function readLayout(layout: Layout, set: FileSet, { command }: Pick<Settings, 'command'>): LayoutResult {
  const result = inFolders(layout.read(set), layout);
  return command.length > 0 ? scriptsOnly(result) : result;
}

/** Where each folder counts for itself, one folder's migrations come after the other's. */
function inFolders(result: LayoutResult, { versionsPerFolder, listed }: Layout): LayoutResult {
  if (!versionsPerFolder || listed) return result;
  const folder = ({ path }: FoundMigration) => folderOf(path);
  const folders = [...new Set(result.migrations.map(folder))].sort(byName);
  if (folders.length < 2) return result;
  return { ...result, migrations: folders.flatMap((one) => result.migrations.filter((it) => folder(it) === one)) };
}

/** What a changelog holds itself is left to the program that prints it. */
function scriptsOnly(result: LayoutResult): LayoutResult {
  return {
    ...result,
    migrations: result.migrations.filter(({ up }) => isScript(up.file.path)),
    notChecked: result.notChecked.filter(({ check }) => !/\.(ya?ml|json|xml)( \(.*\))?$/i.test(check)),
  };
}
