/** Evidence for a layout: marks in files, files that only one tool writes, settings files, names. Pure. */
import type { SourceFile } from '../../model.js';
import type { FileSet, LayoutEvidence } from './layout.js';
import { baseName, configsNamed, dependent, topSqlFiles } from './names.js';

/** The first mark that is found in a file. */
export function marked(files: SourceFile[], mark: RegExp, shown: string): LayoutEvidence | undefined {
  const file = files.find(({ text }) => mark.test(text));
  return file && { kind: 'marks', reason: `"${shown}" in ${file.path}` };
}

/** A settings file of that name beside the migrations or above. */
export function configured(set: FileSet, name: RegExp): LayoutEvidence | undefined {
  const file = configsNamed(set, name)[0];
  return file && { kind: 'config', reason: file.path };
}

/** A package that the repository depends on. */
export function depends(set: FileSet, packageName: RegExp, shown: string): LayoutEvidence | undefined {
  const file = dependent(set, packageName);
  return file && { kind: 'config', reason: `${shown} in ${file.path}` };
}

/** Whether all SQL files of the set's folder have such names; false where there is none. */
export function allNamed(set: FileSet, name: RegExp, files = topSqlFiles(set)): boolean {
  return files.length > 0 && files.every(({ path }) => name.test(baseName(path)));
}
