/** `mode: plan`: the databases of a monorepo, one for each settings file, as a matrix for the jobs that check them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { info, setOutput } from '@actions/core';
import picomatch from 'picomatch';
import { readEvent, type TriggeringEvent } from '../github/event.js';
import { settingsFolders } from '../settings/folders.js';
import { resolveSettings } from '../settings/resolve.js';
import { listOf } from '../settings/text.js';
import { NEWEST } from '../sql/versions.js';
import { gitTrouble } from '../system/git.js';
import { UsageError } from '../system/usage-error.js';
import { foldersOf } from './folders.js';
import type { ActionContext } from './publish-report.js';

export interface Database {
  database: string;
  'working-directory': string;
}

/** What a job of the matrix is told. */
interface PlannedJob extends Database {
  'postgres-version': number;
}

export async function planMode(event: TriggeringEvent, { inputs, env }: ActionContext): Promise<number> {
  const change = readEvent(event);
  const { top } = await foldersOf(inputs, env);
  const proposed = change.kind === 'pull_request' || change.kind === 'merge_group';
  const base = proposed && change.base !== null ? await settingsFolders(change.base, top) : [];
  const head = await settingsFolders('HEAD', top);
  if (base === null || head === null) {
    const trouble = await gitTrouble(top);
    throw new UsageError(
      trouble ?? 'mode plan reads the base commit with git. Give actions/checkout "fetch-depth: 0".',
    );
  }
  const isIgnored = picomatch(listOf(inputs.settings.ignore ?? ''), { dot: true });
  // A change must not take a database out of the plan by deleting its settings.
  const folders = [...new Set([...base, ...head])].filter(
    (folder) => !isIgnored(folder) && existsSync(join(top, folder)),
  );
  const databases: PlannedJob[] = [];
  for (const database of plan(folders)) {
    databases.push({ ...database, 'postgres-version': await versionIn(join(top, database['working-directory'])) });
  }
  for (const { database, 'working-directory': folder, 'postgres-version': version } of databases)
    info(`${database}: ${folder}, PostgreSQL ${version}`);
  setOutput('matrix', JSON.stringify({ include: databases }));
  setOutput('databases', JSON.stringify(databases.map(({ database }) => database)));
  return 0;
}

/** What the folder's settings say, for the service container of its job; the newest where they don't, or have mistakes, which that job reports. */
async function versionIn(folder: string): Promise<number> {
  try {
    const { postgresVersion } = await resolveSettings({ inputs: {}, cwd: folder });
    return Math.min(postgresVersion ?? NEWEST, NEWEST);
  } catch (error) {
    if (error instanceof UsageError) return NEWEST;
    throw error;
  }
}

/** Names that differ, made of the folders'. Pure. */
export function plan(folders: readonly string[]): Database[] {
  const used = new Set<string>();
  return [...folders].sort().map((folder) => {
    const name = folder.replaceAll(/[^A-Za-z0-9_]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'root';
    let database = name;
    for (let n = 2; used.has(database); n++) database = `${name}-${n}`;
    used.add(database);
    return { database, 'working-directory': folder };
  });
}
