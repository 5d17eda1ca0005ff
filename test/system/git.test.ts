import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { repositoryRoot } from '../../src/system/git.js';
import { newWorkspace } from '../support/workspace.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What git itself says. */
function asked(cwd: string): string {
  return normalize(git(cwd, 'rev-parse', '--show-toplevel').replace(/\r?\n$/, ''));
}

function emptyFolder(): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'git-')));
  folders.push(dir);
  return dir;
}

function repository(): string {
  const { dir } = newWorkspace({ 'a/b/c.sql': '' });
  folders.push(dir);
  return realpathSync(dir);
}

describe('the repository’s top folder', () => {
  it('is found from below', async () => {
    const top = repository();
    expect(await repositoryRoot(top)).toBe(top);
    expect(await repositoryRoot(join(top, 'a/b'))).toBe(top);
    expect(asked(join(top, 'a/b'))).toBe(top);
  });

  it('may have spaces and letters beyond ASCII', async () => {
    const dir = join(emptyFolder(), ' é $(x) ');
    mkdirSync(dir);
    git(dir, 'init', '--quiet');
    expect(await repositoryRoot(dir)).toBe(dir);
  });

  it('is a worktree’s own', async () => {
    const worktree = join(emptyFolder(), 'tree');
    git(repository(), 'worktree', 'add', '--quiet', worktree);
    expect(await repositoryRoot(join(worktree, 'a'))).toBe(worktree);
    expect(asked(join(worktree, 'a'))).toBe(worktree);
  });

  it('is the real one behind a link', async () => {
    const top = repository();
    const link = join(emptyFolder(), 'link');
    symlinkSync(join(top, 'a'), link);
    expect(await repositoryRoot(link)).toBe(top);
    expect(asked(link)).toBe(top);
  });

  it('is not where something else has the name .git', async () => {
    const top = repository();
    mkdirSync(join(top, 'a/.git'));
    writeFileSync(join(top, 'a/b/.git'), 'a note\n');
    expect(await repositoryRoot(join(top, 'a'))).toBe(top);
    expect(asked(join(top, 'a'))).toBe(top);
    expect(await repositoryRoot(join(top, 'a/b'))).toBe(top);
  });

  it('is where git’s variables say', async () => {
    const top = repository();
    const elsewhere = emptyFolder();
    vi.stubEnv('GIT_DIR', join(top, '.git'));
    vi.stubEnv('GIT_WORK_TREE', top);
    expect(await repositoryRoot(elsewhere)).toBe(top);
  });

  it('is null where there is none', async () => {
    expect(await repositoryRoot(emptyFolder())).toBeNull();
  });
});
