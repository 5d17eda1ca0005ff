/** A checkout in a temp folder, as actions/checkout leaves it: a branch on top of origin/main. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseNameStatus } from '../../src/migrations/changes.js';
import type { ListedFile } from './github/state.js';

/** By path; null removes the file. */
export type Files = Record<string, string | null>;

export interface Workspace {
  dir: string;
  /** The commit that the branch left main at. */
  base: string;
  /** Commits and returns the commit's SHA. */
  commit(files: Files): string;
  /** What GitHub would list for a pull request with HEAD. */
  listedFiles(): ListedFile[];
  remove(): void;
}

const IDENTITY = ['-c', 'user.name=Octavia', '-c', 'user.email=octavia@example.test', '-c', 'commit.gpgsign=false'];

export function newWorkspace(main: Files): Workspace {
  const dir = mkdtempSync(join(tmpdir(), 'workspace-'));
  const git = (...args: string[]) => execFileSync('git', [...IDENTITY, ...args], { cwd: dir, encoding: 'utf8' }).trim();
  const commit = (files: Files): string => {
    for (const [path, text] of Object.entries(files)) write(join(dir, path), text);
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'change');
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  const base = commit(main);
  git('update-ref', 'refs/remotes/origin/main', base);
  git('checkout', '--quiet', '--detach');
  return {
    dir,
    base,
    commit,
    listedFiles: () =>
      parseNameStatus(git('diff', '--name-status', '-z', '--find-renames', base, 'HEAD')).map((file) => {
        const diff = git('diff', '--find-renames', base, 'HEAD', '--', file.path);
        const at = diff.indexOf('\n@@');
        // GitHub's patch is git's without the lines that name the files.
        return { ...asListed(file), ...(at !== -1 && { patch: diff.slice(at + 1) }) };
      }),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function asListed({ path, status, previousPath }: ReturnType<typeof parseNameStatus>[number]): ListedFile {
  return { filename: path, status, ...(previousPath ? { previous_filename: previousPath } : {}) };
}

function write(path: string, text: string | null): void {
  if (text === null) {
    rmSync(path);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
