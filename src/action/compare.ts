/** Which files the event changed: what GitHub lists for a pull request, what git shows for everything else. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { warning } from '@actions/core';
import { pullRequestFiles } from '../github/changed-files.js';
import type { GitHub } from '../github/client.js';
import type { Diff } from '../github/diff.js';
import type { GitHubChange, PullRequest } from '../github/event.js';
import { type ChangedFile, changedSince, defaultBase, mergeBase } from '../migrations/changes.js';
import { type BaseFiles, gitFiles } from '../settings/base-files.js';
import { gitTrouble } from '../system/git.js';
import { UsageError } from '../system/usage-error.js';

export interface Comparison {
  files: ChangedFile[];
  comparedWith: string;
  /** The files as they were before; absent where the settings' base branch has them. */
  base?: BaseFiles | null;
  /** What the pull request's page shows; empty where GitHub was not asked, or did not answer. */
  diff: Diff;
}

/** Throws `UsageError` where the files can't be listed, or where the job did not check them out. */
export async function compare(change: GitHubChange, github: GitHub | null, top: string): Promise<Comparison> {
  if (change.kind === 'pull_request' && github) {
    const comparison = await pullRequest(change, github, top);
    refuseMissingCheckout(comparison.files, top);
    return comparison;
  }
  const trouble = await gitTrouble(top);
  if (trouble !== null) throw new UsageError(trouble);
  const base = change.base ?? (await defaultBase(top));
  if (base === null) {
    throw new UsageError('git finds no default branch to compare with. Use actions/checkout with "fetch-depth: 0".');
  }
  const named = change.base?.slice(0, 7) ?? base;
  const comparedWith = `the merge base with ${named}`;
  const before = await gitFiles(await mergeBase(base, top), top, comparedWith);
  return { files: await changedSince(base, top), comparedWith, base: before, diff: new Map() };
}

/** GitHub's list comes first; without it, git's if the clone is deep enough: an outage must not stop a merge. */
async function pullRequest(change: PullRequest, github: GitHub, top: string): Promise<Comparison> {
  const comparedWith = `the base of pull request #${change.number} (${change.base.slice(0, 7)})`;
  try {
    return { ...(await pullRequestFiles(github, change)), comparedWith };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    const files = await changedSince(change.base, top).catch(async () => {
      const trouble = await gitTrouble(top);
      throw trouble === null ? error : new UsageError(`${reason} And ${trouble}`);
    });
    warning(`The changed files are those that git finds. ${reason}`);
    return { files, comparedWith, diff: new Map() };
  }
}

/** Files missing from the checkout must not look like "no migration changed". */
function refuseMissingCheckout(files: ChangedFile[], top: string): void {
  const expected = files.filter(({ status }) => status !== 'removed');
  if (expected.length === 0 || expected.some(({ path }) => existsSync(join(top, path)))) return;
  throw new UsageError(
    `None of the changed files is in ${top}. The job needs a step "uses: actions/checkout" before this one.`,
  );
}
