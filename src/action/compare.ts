/** Which files the event changed: what GitHub lists for a pull request, what git shows for everything else. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pullRequestFiles } from '../github/changed-files.js';
import type { GitHub } from '../github/client.js';
import type { Change } from '../github/event.js';
import { type ChangedFile, changedSince, defaultBase } from '../migrations/changes.js';
import { UsageError } from '../usage-error.js';

export interface Comparison {
  files: ChangedFile[];
  comparedWith: string;
}

/** Throws `UsageError` where the files can't be listed, or where the job did not check them out. */
export async function compare(change: Change, github: GitHub | null, top: string): Promise<Comparison> {
  if (change.kind === 'pull_request' && github) {
    const files = await pullRequestFiles(github, change);
    refuseMissingCheckout(files, top);
    return { files, comparedWith: `the base of pull request #${change.number} (${change.base.slice(0, 7)})` };
  }
  const base = change.base ?? (await defaultBase(top));
  if (base === null) {
    throw new UsageError('git finds no default branch to compare with. Use actions/checkout with "fetch-depth: 0".');
  }
  const named = change.base?.slice(0, 7) ?? base;
  return { files: await changedSince(base, top), comparedWith: `the merge base with ${named}` };
}

/** Files that nobody checked out must not look like "no migration changed". */
function refuseMissingCheckout(files: ChangedFile[], top: string): void {
  const expected = files.filter(({ status }) => status !== 'removed');
  if (expected.length === 0 || expected.some(({ path }) => existsSync(join(top, path)))) return;
  throw new UsageError(
    `None of the changed files is in ${top}. The job needs a step "uses: actions/checkout" before this one.`,
  );
}
