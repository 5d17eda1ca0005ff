/** Layouts with a folder for each migration: `<version>_name/up.sql`. Pure. */
import type { SourceFile } from '../../model.js';
import type { FileSet } from './layout.js';
import { baseName, below } from './names.js';

export interface MigrationFolder {
  /** The folder's own name. */
  name: string;
  /** Its files by their names. */
  files: Map<string, SourceFile>;
}

/** The folders directly below the set's own that hold files, by name. */
export function migrationFolders(set: FileSet): MigrationFolder[] {
  const folders = new Map<string, MigrationFolder>();
  for (const file of set.files) {
    const [name, base, ...deeper] = below(set, file).split('/');
    if (name === undefined || base === undefined || deeper.length > 0) continue;
    const folder = folders.get(name) ?? { name, files: new Map() };
    folder.files.set(baseName(base), file);
    folders.set(name, folder);
  }
  return [...folders.values()];
}
