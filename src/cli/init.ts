/** `init`: writes the workflow and the settings file; never over what is there, unless told to. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FILE_NAME } from '../settings/file.js';
import { UsageError } from '../usage-error.js';
import { WORKFLOW } from './workflow.js';

const SETTINGS = `# What migration-safety should know of this repository. Everything here may be left out.

# Where the migrations are. Without this they are recognised by folder and name.
# migrations: db/migrations/*.sql

# The major version that production runs.
# postgres-version: 17

# The least severity that fails the check.
fail-on: error
`;

const FILES: readonly (readonly [string, string])[] = [
  ['.github/workflows/migration-safety.yml', WORKFLOW],
  [FILE_NAME, SETTINGS],
];

/** Returns what was done, for people. Throws `UsageError`, before it writes anything, where a file is in the way. */
export async function initialize(folder: string, overwrite: boolean): Promise<string> {
  const present: string[] = [];
  for (const [path] of FILES) if (await stat(join(folder, path)).catch(() => null)) present.push(path);
  if (present.length > 0 && !overwrite) {
    throw new UsageError(
      `init: ${present.join(' and ')} ${present.length > 1 ? 'are' : 'is'} there already. Nothing was written. To overwrite, add --yes.`,
    );
  }
  for (const [path, contents] of FILES) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  const list = FILES.map(([path]) => `  ${path}\n`).join('');
  return `Wrote\n${list}Next: name production’s Postgres version in both, commit them, and make “Migration safety” a required status check.\n`;
}
