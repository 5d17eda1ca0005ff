/** `init`: writes the workflow and the settings file; never over what is there, unless that is confirmed. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { findMigrations, type LayoutNote } from '../migrations/find.js';
import { oneLine } from '../report/escape.js';
import { FILE_NAME } from '../settings/find-file.js';
import { resolveSettings } from '../settings/resolve.js';
import { UsageError } from '../system/usage-error.js';
import { WORKFLOW } from './workflow.js';

/** The content of the settings file: the layout only where one fits all. */
function settingsText(layouts: readonly LayoutNote[]): string {
  const names = [...new Set(layouts.map(({ layout }) => layout))];
  const found = layouts.map(({ root, layout, reason }) => `# ${oneLine(`${root || '.'}: ${layout}, ${reason}`)}\n`);
  const recognised = found.length > 0 ? `# Found here:\n${found.join('')}` : '';
  const layout = names.length === 1 ? `layout: ${names[0]}\n` : '# layout: auto\n';
  return `# What migration-safety should know of this repository. Everything here may be left out.

# How the migrations are named, split and ordered. Without this it is recognised.
${recognised}${layout}
# Where the migrations are. Without this they are recognised by folder and name.
# migrations: db/migrations/*.sql

# The major version that production runs.
# postgres-version: 17

# The least severity that fails the check.
fail-on: error

# What must have been proven of every migration, so that a server that is missing can't look like a pass.
# required-checks: [rehearsal, rollback, rerun]
`;
}

const WORKFLOW_PATH = '.github/workflows/migration-safety.yml';

/** Asks a person; false means no. */
export type Ask = (question: string) => Promise<boolean>;

/**
 * Returns what was done, for people. What is there already is overwritten only where `overwrite` or the person who is
 * asked says so; else it throws `UsageError` before anything is written.
 */
export async function initialize(folder: string, overwrite: boolean, ask?: Ask): Promise<string> {
  const files = [
    [WORKFLOW_PATH, WORKFLOW],
    [FILE_NAME, settingsText(await layoutsIn(folder))],
  ] as const;
  const present: string[] = [];
  for (const [path] of files) if (await stat(join(folder, path)).catch(() => null)) present.push(path);
  const there = `${present.join(' and ')} ${present.length > 1 ? 'are' : 'is'} there already.`;
  if (present.length > 0 && !overwrite && !(await ask?.(`${there} Overwrite?`))) {
    throw new UsageError(`init: ${there} Nothing was written. To overwrite, add --yes.`);
  }
  for (const [path, contents] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  const list = files.map(([path]) => `  ${path}\n`).join('');
  return `Wrote\n${list}Next: name production’s Postgres version in both, commit them, and make “Migration safety” a required status check.\n`;
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

/** Asks on the terminal; without one nothing is asked. */
export function askOnTerminal(): Ask | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await terminal.question(`${question} [y/N] `);
    terminal.close();
    return /^y(es)?$/i.test(answer.trim());
  };
}
