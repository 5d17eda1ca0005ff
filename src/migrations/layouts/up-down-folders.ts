/** `<version>_name/up.sql` and `down.sql`, as diesel and Hasura have them. Pure. */
import type { TransactionMode } from '../../model.js';
import { code } from '../../sql/words.js';
import { malformed } from '../problem.js';
import { migrationFolders } from './folders.js';
import { type FileSet, type FoundMigration, type LayoutResult, wholeFile } from './layout.js';
import { byText } from './names.js';
import { assemble } from './parts.js';

interface UpDownFolders {
  layout: string;
  tool: string;
  /** The version in a folder's name; undefined where it has none. */
  versionOf(name: string): string | undefined;
  transaction(files: ReadonlyMap<string, { text: string }>): TransactionMode;
  order(a: FoundMigration, b: FoundMigration): number;
}

/** One migration for each folder that has an `up.sql`. */
export function readUpDownFolders(
  set: FileSet,
  { layout, tool, versionOf, transaction, order }: UpDownFolders,
): LayoutResult {
  const result: LayoutResult = { migrations: [], problems: [], notChecked: [] };
  for (const { name, files } of migrationFolders(set)) {
    const version = versionOf(name);
    const [up, down, metadata] = [files.get('up.sql'), files.get('down.sql'), files.get('metadata.toml')];
    const first = up ?? down;
    if (first === undefined) continue;
    if (up === undefined) {
      result.problems.push(
        malformed(
          first,
          1,
          `The folder ${code(name)} has a ${code('down.sql')} and no ${code('up.sql')}. ${tool} expects one.`,
        ),
      );
      continue;
    }
    if (version === undefined) {
      const message = `The folder ${code(name)} has no version in front of its name. ${tool} expects ${code('<version>_<name>')}.`;
      result.problems.push(malformed(up, 1, message, 'Rename the folder.'));
    }
    const mode = transaction(files);
    const parts = [up, down].flatMap((file, index) =>
      file ? [{ key: name, id: name, script: wholeFile(index === 0 ? 'up' : 'down', file, mode) }] : [],
    );
    const migration = assemble(layout, parts);
    if (migration === undefined) continue;
    result.migrations.push({
      ...migration,
      ...(version !== undefined && { version }),
      ...(metadata && { beside: [metadata.path] }),
    });
  }
  result.migrations.sort((a, b) => order(a, b) || byText(a.path, b.path));
  return result;
}
