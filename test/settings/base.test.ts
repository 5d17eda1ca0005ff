/** A change must not switch off its own check: settings come from the base commit, read with a real git. */
import { realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BaseFiles, gitFiles } from '../../src/settings/base-files.js';
import { resolveSettings } from '../../src/settings/resolve.js';
import { UsageError } from '../../src/system/usage-error.js';
import { rejection } from '../support/expect-error.js';
import { type Files, newWorkspace, type Workspace } from '../support/workspace.js';

const FILE = '.migration-safety.yml';
let workspace: Workspace | undefined;
afterEach(() => workspace?.remove());

/** What the settings are for a change from `before` to `after`. */
async function settingsOf(before: Files, after: Files, inputs: Record<string, string> = {}, readable = true) {
  workspace?.remove();
  workspace = newWorkspace({ 'README.md': 'shop', ...before });
  workspace.commit(after);
  const cwd = realpathSync.native(workspace.dir);
  const base = readable ? await gitFiles(workspace.base, cwd, 'the base branch') : null;
  return resolveSettings({ inputs, cwd, base });
}
const reasons = ({ notes }: { notes: { reason: string }[] }) => notes.map(({ reason }) => reason);

describe('settings of a change that others proposed', () => {
  it('are those of the base branch, and the report says that the change edits them', async () => {
    const settings = await settingsOf(
      { [FILE]: 'fail-on: warning\nrules: { index-not-concurrent: error }' },
      { [FILE]: 'fail-on: never\nsuperuser: true\nrules: { index-not-concurrent: off }' },
    );
    expect(settings).toMatchObject({
      failOn: 'warning',
      superuser: false,
      rules: { 'index-not-concurrent': 'error' },
      notes: [{ check: `settings in ${FILE}`, reason: expect.stringContaining('version of the base branch was used') }],
    });
  });

  it('are those of the base branch in package.json, too', async () => {
    const inPackage = (settings: object) => JSON.stringify({ name: 'shop', 'migration-safety': settings }, null, 2);
    const settings = await settingsOf(
      { 'package.json': inPackage({ 'fail-on': 'warning', preset: 'strict' }) },
      { 'package.json': inPackage({ 'fail-on': 'never' }) },
    );
    expect(settings).toMatchObject({ failOn: 'warning', preset: 'strict' });
    expect(settings.notes).toHaveLength(1);
    const moved = await settingsOf(
      { 'package.json': inPackage({ 'fail-on': 'warning' }) },
      { 'package.json': '{}', [FILE]: 'fail-on: never' },
    );
    expect(moved.failOn).toBe('warning');
  });

  it('say nothing where the change leaves them alone, or only its comments', async () => {
    const settings = await settingsOf({ [FILE]: 'fail-on: warning' }, { [FILE]: '# strict\nfail-on: warning' });
    expect(settings).toMatchObject({ failOn: 'warning', notes: [] });
  });

  it('are the defaults where the change brings the first file', async () => {
    const settings = await settingsOf({}, { [FILE]: 'fail-on: never' });
    expect(settings).toMatchObject({ failOn: 'error', file: null });
    expect(reasons(settings)).toEqual(['the base branch has none, so the defaults were used']);
  });

  it('stand although the change deletes the file', async () => {
    const settings = await settingsOf({ [FILE]: 'fail-on: warning' }, { [FILE]: null });
    expect(settings.failOn).toBe('warning');
    expect(settings.notes).toHaveLength(1);
    const named = await settingsOf({ 'ci/ms.yml': 'fail-on: warning' }, { 'ci/ms.yml': null }, { config: 'ci/ms.yml' });
    expect(named.failOn).toBe('warning');
  });

  it('let the inputs win, which stand in the workflow', async () => {
    const settings = await settingsOf({ [FILE]: 'fail-on: warning' }, {}, { 'fail-on': 'info' });
    expect(settings.failOn).toBe('info');
  });

  it('report mistakes in the new version before it counts', async () => {
    const error = await rejection(settingsOf({ [FILE]: '' }, { [FILE]: 'fail-om: error' }), UsageError);
    expect(error.message).toContain('there is no setting "fail-om"');
  });

  it('can be mended where the base branch has mistakes', async () => {
    const settings = await settingsOf({ [FILE]: 'fail-om: error' }, { [FILE]: 'fail-on: never\nmigrations: db/*.sql' });
    expect(settings).toMatchObject({ failOn: 'error', migrations: ['db/*.sql'] });
    expect(reasons(settings)).toEqual(['fail-on did not count: the base branch has a version with mistakes']);
  });

  it('leave out what switches the check off where the base can’t be read', async () => {
    const head = 'fail-on: never\nmigrations: db/*.sql\nserver: none\nallow-remote-database: true\nrules: {}';
    const settings = await settingsOf({}, { [FILE]: head }, {}, false);
    expect(settings).toMatchObject({
      failOn: 'error',
      server: 'auto',
      allowRemoteDatabase: false,
      migrations: ['db/*.sql'],
    });
    expect(reasons(settings)[0]).toMatch(
      /^allow-remote-database, fail-on, rules, server did not count: .*fetch-depth: 0/,
    );
  });
});

describe('the bootstrap of a change that others proposed', () => {
  it('has the text of the base branch', async () => {
    const { bootstrap } = await settingsOf(
      { [FILE]: 'bootstrap: db/bootstrap.sql', 'db/bootstrap.sql': 'CREATE EXTENSION postgis;' },
      { 'db/bootstrap.sql': 'ALTER SYSTEM SET fsync = off;' },
    );
    expect(bootstrap).toEqual([{ path: 'db/bootstrap.sql', text: 'CREATE EXTENSION postgis;' }]);
  });

  it('does not run where only the change has it', async () => {
    const settings = await settingsOf({}, { 'db/bootstrap.sql': 'SELECT 1' }, { bootstrap: 'db/bootstrap.sql' });
    expect(settings.bootstrap).toEqual([]);
    expect(settings.notes).toEqual([
      { check: 'bootstrap db/bootstrap.sql', reason: expect.stringContaining('a change must not bring its own') },
    ]);
  });

  it('is read from the disk on the command line', async () => {
    workspace = newWorkspace({ 'README.md': 'shop' });
    await mkdir(join(workspace.dir, 'db'));
    await writeFile(join(workspace.dir, 'db/b.sql'), 'SELECT 1');
    const inputs = { bootstrap: 'db/b.sql', superuser: 'TRUE' };
    expect(await resolveSettings({ inputs, cwd: workspace.dir })).toMatchObject({
      bootstrap: [{ path: 'db/b.sql', text: 'SELECT 1' }],
      superuser: true,
    });
    const missing = resolveSettings({ inputs: { bootstrap: 'db/c.sql' }, cwd: workspace.dir });
    expect((await rejection(missing, UsageError)).message).toContain('bootstrap: db/c.sql');
    const wrong = resolveSettings({ inputs: { superuser: 'yes' }, cwd: workspace.dir });
    expect((await rejection(wrong, UsageError)).message).toContain('superuser: expected true or false, got "yes"');
  });
});

describe('files of a commit', () => {
  let files: BaseFiles | null;
  beforeEach(async () => {
    workspace = newWorkspace({ 'a b/ä.yml': 'x: 1\n', 'a b/c/d.txt': '' });
    files = await gitFiles(workspace.base, workspace.dir, 'the base branch');
  });

  it('are read by their absolute path', async () => {
    const dir = realpathSync.native(workspace?.dir ?? '');
    expect(await files?.read(join(dir, 'a b/ä.yml'))).toBe('x: 1\n');
    expect(await files?.read(join(dir, 'a b/c/d.txt'))).toBe('');
    for (const none of ['a b', 'a b/c', 'nothing.yml', '../outside'])
      expect(await files?.read(join(dir, none))).toBeNull();
  });

  it('need the commit', async () => {
    const dir = workspace?.dir ?? '';
    expect(await gitFiles('0123456789'.repeat(4), dir, 'x')).toBeNull();
    expect(await gitFiles('--help', dir, 'x')).toBeNull();
    expect(await gitFiles('main', dir, 'x')).toBeNull();
  });
});
