/** What is wrong with the files, in the report of a whole check. */
import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { check } from '../../src/check.js';
import { changedSince } from '../../src/migrations/changes.js';
import { gitFiles } from '../../src/settings/base-files.js';
import type { Settings } from '../../src/settings/settings.js';
import { settingsFor } from '../support/settings.js';
import { type Files, newWorkspace } from '../support/workspace.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function findings(main: Files, change: Files, over: Partial<Settings> = {}) {
  const { dir, base, commit } = newWorkspace(main);
  folders.push(dir);
  commit(change);
  const files = await changedSince('origin/main', dir);
  const { report } = await check({
    settings: settingsFor(dir, over),
    cwd: dir,
    change: { files, comparedWith: 'main', base: await gitFiles(base, dir, 'main') },
  });
  return report.findings.map(
    ({ rule, severity, path, line, column }) => `${severity} ${rule} ${path}:${line}:${column}`,
  );
}

const placeholder = '$' + '{schema}';

it('a placeholder without a value explains the syntax error that it makes', async () => {
  const change = { 'sql/V1__a.sql': `SELECT 1;\nCREATE TABLE ${placeholder}.t (a int);\nSELEC 2;\n` };
  const found = await findings({ x: '' }, change);
  expect(found).toEqual(['error unknown-placeholder sql/V1__a.sql:2:14', 'error syntax-error sql/V1__a.sql:3:1']);
  expect(await findings({ x: '' }, change, { placeholders: { schema: 'app' } })).toEqual([
    'error syntax-error sql/V1__a.sql:3:1',
  ]);
});

it('a problem with a file can be ignored with a reason, and levelled by the settings', async () => {
  const main = { 'sql/V1__a.sql': 'CREATE TABLE a ();\n' };
  const edited = 'CREATE TABLE a (id int);\n';
  expect(await findings(main, { 'sql/V1__a.sql': edited })).toEqual(['error migration-edited sql/V1__a.sql:1:1']);
  const reason = `-- migration-safety: ignore-file migration-edited never deployed\n${edited}`;
  expect(await findings(main, { 'sql/V1__a.sql': reason })).toEqual([]);
  const levels = { rules: { 'migration-edited': 'info' } } as const;
  expect(await findings(main, { 'sql/V1__a.sql': edited }, levels)).toEqual([
    'info migration-edited sql/V1__a.sql:1:1',
  ]);
});

it('one broken file hides no other', async () => {
  const change = {
    'migrations/001_a.sql': '-- +goose Down\nDROP TABLE a;\n-- +goose Up\nCREATE TABLE a ();\n',
    'migrations/002_b.sql': '-- +goose Up\nSELEC 1;\n',
    'migrations/oops.sql': '-- +goose Up\n',
    'other/migrations/meta/_journal.json': '{',
    'other/migrations/0000_a.sql': 'SELEC 2',
  };
  expect(await findings({ x: '' }, change)).toEqual([
    'error malformed-migration migrations/001_a.sql:1:1',
    'error syntax-error migrations/002_b.sql:2:1',
    'error syntax-error other/migrations/0000_a.sql:1:1',
    'error bookkeeping-out-of-step other/migrations/meta/_journal.json:1:1',
  ]);
});
