import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { changedSince, defaultBase, mergeBase, parseNameStatus } from '../../src/migrations/changes.js';
import { UsageError } from '../../src/system/usage-error.js';
import { rejection } from '../support/expect-error.js';
import { newWorkspace } from '../support/workspace.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' });
function workspace(main: Parameters<typeof newWorkspace>[0]) {
  const made = newWorkspace(main);
  folders.push(made.dir);
  return made;
}
function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'changes-'));
  folders.push(dir);
  return dir;
}

describe('what differs from a base', () => {
  const text = 'SELECT 1;\n'.repeat(20);

  it('is added, modified, removed, renamed or not yet tracked', async () => {
    const { dir, commit } = workspace({
      'a.sql': '',
      'b.sql': 'b',
      'c.sql': text,
      'd.sql': 'd',
      'e.sql': 'e',
      '.gitignore': '*.log',
    });
    commit({ 'new.sql': '', 'a.sql': 'changed', 'b.sql': null, 'c.sql': null, 'sub/c2.sql': text });
    writeFileSync(join(dir, 'sub/untracked.sql'), '');
    writeFileSync(join(dir, 'ignored.log'), '');
    writeFileSync(join(dir, 'd.sql'), 'not committed');
    git(dir, 'rm', '--quiet', '--cached', 'e.sql');
    const expected = [
      { path: 'a.sql', status: 'modified' },
      { path: 'd.sql', status: 'modified' },
      { path: 'new.sql', status: 'added' },
      { path: 'sub/c2.sql', status: 'renamed', previousPath: 'c.sql' },
      { path: 'sub/untracked.sql', status: 'added' },
    ];
    for (const cwd of [dir, join(dir, 'sub')]) {
      const changed = await changedSince('origin/main', cwd);
      const byPath = changed.filter(({ path }) => path !== 'b.sql' && path !== 'e.sql');
      expect(byPath.sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(expected);
      expect(changed).toContainEqual({ path: 'b.sql', status: 'removed' });
      expect(changed.findLast(({ path }) => path === 'e.sql')).toEqual({ path: 'e.sql', status: 'added' });
    }
  });

  it('is the same whatever the user’s git settings are', async () => {
    const { dir, commit } = workspace({ 'sub/a.sql': '' });
    commit({ 'sub/é.sql': '', 'top.sql': '' });
    for (const [name, value] of [
      ['diff.relative', 'true'],
      ['core.quotePath', 'true'],
      ['diff.noprefix', 'true'],
      ['color.ui', 'always'],
      ['diff.external', 'false'],
    ] as const) {
      git(dir, 'config', name, value);
    }
    expect((await changedSince('origin/main', join(dir, 'sub'))).map(({ path }) => path)).toEqual([
      'sub/é.sql',
      'top.sql',
    ]);
  });

  it('is measured from where the branch left, not from where main is now', async () => {
    const { dir, commit, base } = workspace({ 'a.sql': '' });
    const ahead = commit({ 'main-only.sql': '' });
    git(dir, 'update-ref', 'refs/remotes/origin/main', ahead);
    git(dir, 'checkout', '--quiet', base);
    commit({ 'mine.sql': '' });
    expect(await changedSince('origin/main', dir)).toEqual([{ path: 'mine.sql', status: 'added' }]);
    expect(await mergeBase('origin/main', dir)).toBe(base);
  });

  it('keeps hostile names as they are', async () => {
    const names = [
      'a b.sql',
      '"q".sql',
      "it's.sql",
      'n\nl.sql',
      '-x.sql',
      't\tt.sql',
      'é漢😀.sql',
      '$(x).sql',
      ' lead.sql',
      'R100.sql',
    ];
    const { dir, commit } = workspace({ 'x.sql': '' });
    commit(Object.fromEntries(names.map((name) => [name, name])));
    writeFileSync(join(dir, ' untracked\n.sql'), '');
    const paths = (await changedSince('origin/main', dir)).map(({ path }) => path);
    expect(paths.sort()).toEqual([...names, ' untracked\n.sql'].sort());
  });
});

describe('a base', () => {
  it('that nobody names is the remote’s default branch, else main or master', async () => {
    const { dir, base } = workspace({ 'a.sql': '' });
    expect(await defaultBase(dir)).toBe('origin/main');
    git(dir, 'update-ref', 'refs/remotes/origin/trunk', base);
    git(dir, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    expect(await defaultBase(dir)).toBe('origin/trunk');
    git(dir, 'update-ref', '-d', 'refs/remotes/origin/trunk');
    git(dir, 'update-ref', '-d', 'refs/remotes/origin/main');
    expect(await defaultBase(dir)).toBe('main');
    git(dir, 'branch', '--quiet', '-m', 'main', 'other');
    expect(await defaultBase(dir)).toBeNull();
    expect(await defaultBase(emptyFolder())).toBeNull();
  });

  it('may be a branch, a tag or a commit', async () => {
    const { dir, base, commit } = workspace({ 'a.sql': '' });
    git(dir, 'tag', 'v1');
    commit({ 'b.sql': '' });
    for (const ref of ['main', 'v1', base, base.slice(0, 8), 'HEAD~1']) expect(await mergeBase(ref, dir)).toBe(base);
  });

  it.each(['none', '', 'a..b', '$(touch x)', "it's", 'main:a.sql'])(
    'is refused where git doesn’t know it: %j',
    async (ref) => {
      const { dir } = workspace({ 'a.sql': '' });
      const { message } = await rejection(changedSince(ref, dir), UsageError);
      expect(message).toContain(`git doesn't know the base "${ref}" here.`);
      expect(message).toContain('fetch-depth: 0');
    },
  );

  it.each(['-x', '--output=x', '--'])('is refused where git would take it for an option: %s', async (ref) => {
    const { dir } = workspace({ 'a.sql': '' });
    expect((await rejection(changedSince(ref, dir), UsageError)).message).toBe(`--base ${ref}: not a git ref`);
  });

  it('is refused where there is no repository', async () => {
    expect((await rejection(changedSince('main', emptyFolder()), UsageError)).message).toBe(
      '--base main: there is no git repository here. Name the files or folders to check instead.',
    );
  });

  it('is refused where the clone is too shallow to share a commit with it', async () => {
    const { dir, commit, base } = workspace({ 'a.sql': '' });
    commit({ 'b.sql': '' });
    const head = commit({ 'c.sql': '' });
    git(dir, 'branch', 'work', head);
    git(dir, 'branch', '--force', 'left', base);
    const clone = emptyFolder();
    git(clone, 'clone', '--quiet', '--depth', '1', '--no-single-branch', pathToFileURL(dir).href, '.');
    git(clone, 'checkout', '--quiet', 'work');
    const { message } = await rejection(changedSince('origin/left', clone), UsageError);
    expect(message).toMatch(/^git finds no commit that "origin\/left" and HEAD share: the clone is probably shallow\./);
    expect(message).toContain('git fetch --unshallow');
  });
});

describe('git’s list of changes', () => {
  it.each([
    ['', []],
    ['A\0a b\0', [{ path: 'a b', status: 'added' }]],
    [
      'M\0a\0D\0b\0T\0c\0',
      [
        { path: 'a', status: 'modified' },
        { path: 'b', status: 'removed' },
        { path: 'c', status: 'modified' },
      ],
    ],
    [
      'R087\0a\0b\0A\0c\0',
      [
        { path: 'b', status: 'renamed', previousPath: 'a' },
        { path: 'c', status: 'added' },
      ],
    ],
    ['C100\0a\0b\0', [{ path: 'b', status: 'added' }]],
    [
      'A\0R100\0A\0x\ny\0',
      [
        { path: 'R100', status: 'added' },
        { path: 'x\ny', status: 'added' },
      ],
    ],
  ])('%j', (output, expected) => {
    expect(parseNameStatus(output)).toEqual(expected);
  });
});
