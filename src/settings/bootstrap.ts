/** Reads the bootstrap's files from where they are trusted: it runs with the administrator's rights. */

import type { SourceFile } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import { displayPath, readSource } from '../system/source.js';
import { UsageError } from '../system/usage-error.js';
import type { BaseFiles } from './base-files.js';

/** `base`: undefined trusts the disk, null means that nothing can be trusted. Throws `UsageError` for a file on disk that can't be read. */
export async function readBootstrap(
  paths: string[],
  cwd: string,
  base: BaseFiles | null | undefined,
): Promise<{ files: SourceFile[]; notes: NotChecked[] }> {
  const files: SourceFile[] = [];
  const notes: NotChecked[] = [];
  for (const path of paths) {
    if (base === undefined) {
      const result = await readSource(path, cwd);
      if ('problem' in result) throw new UsageError(`bootstrap: ${result.path}: ${result.problem}`);
      files.push(result.file);
      continue;
    }
    const text = base === null ? null : await base.read(path);
    if (text !== null) {
      files.push({ path: displayPath(path, cwd), text });
      continue;
    }
    const why = base === null ? 'the base branch can’t be read here: give actions/checkout "fetch-depth: 0"' : null;
    const reason = `it did not run: ${why ?? `${base?.name} does not have it, and a change must not bring its own`}`;
    notes.push({ check: `bootstrap ${displayPath(path, cwd)}`, reason });
  }
  return { files, notes };
}
