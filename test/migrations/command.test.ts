import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/migrations/changes.js';
import { findMigrations } from '../../src/migrations/find.js';
import type { Settings } from '../../src/settings/settings.js';
import { UsageError } from '../../src/system/usage-error.js';
import { rejection } from '../support/expect-error.js';
import { settingsFor } from '../support/settings.js';

let dir: string;
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'command-')));
  mkdirSync(join(dir, 'shop/migrations'), { recursive: true });
  for (const name of ['0001_a.py', '0002_$(touch x).py', 'helper.txt'])
    writeFileSync(join(dir, 'shop/migrations', name), '');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Prints its arguments, and what it is told of the job. */
const PRINT =
  "process.stdout.write('SELECT ' + JSON.stringify([process.argv.slice(1), process.env.INPUT_X ?? null]) + ';')";
const node = (...args: string[]) => [process.execPath, '-e', PRINT, ...args];
const find = (over: Partial<Settings>, change: Change = { paths: ['shop/migrations/0001_a.py'] }) =>
  findMigrations(change, settingsFor(dir, over), dir);
const shown = ({ changed }: Awaited<ReturnType<typeof find>>) => changed.map(({ path, up }) => `${path} | ${up.sql}`);

describe('a command that prints SQL', () => {
  it('runs once, without a shell and without the job’s secrets', async () => {
    process.env.INPUT_X = 'token';
    const found = await find({ command: node('$(touch x)', '; rm') }).finally(() => delete process.env.INPUT_X);
    expect(shown(found)).toEqual([`output of ${process.execPath} | SELECT [["$(touch x)","; rm"],null];`]);
    expect(found.changed[0]).toMatchObject({ layout: 'command', up: { transaction: 'autocommit' } });
    expect(found.layouts).toEqual([{ root: '', layout: 'command', reason: 'named by the setting command' }]);
  });

  it('may print the schema before the change', async () => {
    const dump = '\\restrict x\nCREATE TABLE t (a int);\nCOPY t (a) FROM stdin;\n1\n\\.\n';
    const baselineCommand = [process.execPath, '-e', `process.stdout.write(${JSON.stringify(dump)})`];
    const { baseline, notChecked } = await find({ command: node(), baselineCommand });
    expect(baseline.map(({ file, sql }) => [file.path, sql.replaceAll(/\s+/g, ' ').trim()])).toEqual([
      [`output of ${process.execPath}`, 'CREATE TABLE t (a int); ;'],
    ]);
    expect(notChecked).toMatchObject([{ reason: expect.stringMatching(/row/) }]);
    const failing = find({ command: node(), baselineCommand: ['no-such-program'] });
    expect((await rejection(failing, UsageError)).message).toMatch(/^baseline-command: no-such-program failed: /);
  });

  it('runs for each changed file where it asks for its path', async () => {
    const change: Change = {
      comparedWith: '',
      files: [
        { path: 'shop/migrations/0002_$(touch x).py', status: 'added' },
        { path: 'shop/migrations/0001_a.py', status: 'modified' },
        { path: 'shop/migrations/0000_gone.py', status: 'removed' },
        { path: 'shop/models.py', status: 'modified' },
      ],
    };
    const found = await find(
      { command: node('for={path}'), migrations: ['shop/migrations/*.py'], transaction: 'per-script' },
      change,
    );
    expect(shown(found)).toEqual([
      'output for shop/migrations/0001_a.py | SELECT [["for=shop/migrations/0001_a.py"],null];',
      'output for shop/migrations/0002_$(touch x).py | SELECT [["for=shop/migrations/0002_$(touch x).py"],null];',
    ]);
    expect(found.changed[0]?.up.transaction).toBe('per-script');
    expect(found.notChecked).toEqual([]);
  });

  it('prints what Rails’ classes send: they are written so, in their version', async () => {
    const path = 'db/migrate/20260101000000_a.rb';
    mkdirSync(join(dir, 'db/migrate'), { recursive: true });
    writeFileSync(join(dir, path), 'class A < ActiveRecord::Migration[7.2]\nend\n');
    const change: Change = { comparedWith: '', files: [{ path, status: 'added' }] };
    const found = await find({ command: node('{path}'), migrations: ['db/migrate/*.rb'] }, change);
    expect(found.changed[0]).toMatchObject({
      layout: 'command',
      home: { layout: 'rails', folder: 'db/migrate/', version: '7.2' },
    });
    const whole = await find({ command: node(), migrations: ['db/migrate/*.rb'] }, change);
    expect(whole.changed[0]?.home).toEqual({ layout: 'rails' });
    expect((await find({ command: node() })).changed[0]?.home).toBeUndefined();
  });

  it.each<[string, Partial<Settings>, RegExp]>([
    [
      'says why it failed',
      { command: [process.execPath, '-e', 'console.error("no such app"); process.exit(3)'] },
      /failed: no such app$/,
    ],
    [
      'says what is missing',
      { command: ['no-such-program', 'x'] },
      /^command: no-such-program x failed: spawn no-such-program ENOENT/,
    ],
    [
      'is stopped',
      { command: [process.execPath, '-e', 'setTimeout(() => {}, 60000)'], runTimeout: 1 },
      /longer than run-timeout \(1 s\)/,
    ],
    [
      'needs to know the files',
      { command: ['x', '{path}'] },
      /^command: \{path\} stands for the changed files that the setting migrations names/,
    ],
  ])('%s', async (_, over, message) => {
    expect((await rejection(find(over), UsageError)).message).toMatch(message);
  });
});
