/** What is found where a branch changes files of a repository. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { changedSince } from '../../src/migrations/changes.js';
import { type Found, findMigrations } from '../../src/migrations/find.js';
import { gitFiles } from '../../src/settings/base-files.js';
import type { Settings } from '../../src/settings/settings.js';
import { settingsFor } from './settings.js';
import { type Files, newWorkspace } from './workspace.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** `blind`: the base branch's texts can't be read. `baseline`: paths from the top. */
export async function foundOnBranch(
  main: Files,
  change: Files,
  { blind = false, baseline = [], ...over }: Partial<Settings> & { blind?: boolean } = {},
): Promise<Found> {
  const { dir, base, commit } = newWorkspace(main);
  folders.push(dir);
  commit(change);
  const before = blind ? null : await gitFiles(base, dir, 'main');
  const files = await changedSince('origin/main', dir);
  return findMigrations(
    { files, comparedWith: 'main', base: before },
    { ...settingsFor(dir, over), baseline: baseline.map((path) => join(dir, path)) },
    dir,
  );
}
