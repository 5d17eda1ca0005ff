/** Which folders of migrations share a database. Pure. */
import type { Migration, ScriptSource, SourceFile } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import { wholeFile } from './layouts/layout.js';
import type { ReadFolder } from './read-folder.js';

/** Migrations that follow each other in one database. */
export interface Chain {
  /** Those that the change touches, in order. */
  changed: Migration<ScriptSource>[];
  /** Scripts that build the schema before the change, in order. */
  baseline: ScriptSource[];
  /** Migrations that are not SQL: what they make is missing before the change. */
  unread: SourceFile[];
}

const MAKES_TABLE = /\bcreate\s+(?:unlogged\s+)?table\s+(?!if\b)((?:"[^"]+"|[\w$]+)(?:\s*\.\s*(?:"[^"]+"|[\w$]+))?)/gi;

/** One for each folder with changed migrations where two of them make the same table: no database has it twice. Else the whole. */
export function chainsOf(folders: ReadFolder[], own: SourceFile[], whole: Chain): Chain[] {
  const changed = folders.filter((folder) => folder.changed.length > 0);
  const seen = new Set<string>();
  const clash = changed.map(tablesOf).some((tables) => {
    const again = [...tables].some((table) => seen.has(table));
    for (const table of tables) seen.add(table);
    return again;
  });
  if (!clash) return [whole];
  return changed.map((folder) => ({
    changed: folder.changed,
    baseline: [...platforms([folder], own), ...folder.baseline],
    unread: folder.unread,
  }));
}

function tablesOf({ baseline, changed }: ReadFolder): Set<string> {
  const scripts = [...baseline, ...changed.map(({ up }) => up)];
  const made = scripts.flatMap(({ sql }) => [...sql.matchAll(MAKES_TABLE)].map(([, name = '']) => name));
  return new Set(made.map((name) => name.replace(/[\s"]/g, '').toLowerCase()));
}

/** What of the changed folders is not SQL. */
export function unreadOf(folders: ReadFolder[]): SourceFile[] {
  return folders.flatMap(({ changed, unread }) => (changed.length > 0 ? unread : []));
}

/** What the tools' platforms have, unless a script that the settings name makes it. */
export function platforms(folders: ReadFolder[], own: SourceFile[]): ScriptSource[] {
  const wanted = new Set(
    folders.flatMap(({ changed, platform }) => (changed.length > 0 && platform ? [platform] : [])),
  );
  return [...wanted]
    .filter(({ text }) => {
      const schemas = [...text.matchAll(/^CREATE SCHEMA (\w+)/gm)].map(([, name]) => name);
      const makes = new RegExp(
        String.raw`\bcreate\s+schema\s+(?:if\s+not\s+exists\s+)?"?(?:${schemas.join('|')})\b`,
        'i',
      );
      return !own.some((file) => makes.test(file.text));
    })
    .map((file) => wholeFile('up', file, 'autocommit'));
}

/** Folders in one database may be for several. */
export function severalDatabases(folders: ReadFolder[], inOne: boolean): NotChecked[] {
  const roots = folders.filter(({ note, changed }) => note && changed.length > 0).map(({ note }) => note?.root || '.');
  if (!inOne || roots.length < 2) return [];
  const reason =
    'they were rehearsed in one database, one folder after the other: if they are for several, run the check once for each, with the setting migrations';
  return [{ check: `${roots.join(' and ')} each by itself`, reason }];
}
