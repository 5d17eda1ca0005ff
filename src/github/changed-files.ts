/** The files that a pull request changes, as GitHub lists them. */
import type { ChangedFile } from '../migrations/changes.js';
import { UsageError } from '../system/usage-error.js';
import type { GitHub } from './client.js';
import { type Diff, parsePatch } from './diff.js';
import { statusOf } from './errors.js';
import type { PullRequest } from './event.js';

/** GitHub lists no more files than this, and does not say so. */
const LISTED_AT_MOST = 3000;

type ListedFile = Awaited<ReturnType<GitHub['rest']['pulls']['listFiles']>>['data'][number];

export interface PullRequestFiles {
  files: ChangedFile[];
  diff: Diff;
}

/** Throws `UsageError` where the list can't be complete: a migration that was not checked must not pass. */
export async function pullRequestFiles(github: GitHub, pull: PullRequest): Promise<PullRequestFiles> {
  const listed = await list(github, pull);
  if (listed.length >= LISTED_AT_MOST && (pull.fileCount ?? Number.POSITIVE_INFINITY) > listed.length) {
    throw new UsageError(
      `This pull request changes ${pull.fileCount ?? `${LISTED_AT_MOST} or more`} files, and GitHub lists only the first ${LISTED_AT_MOST}: a migration may be among the rest. Give actions/checkout "fetch-depth: 0", so that git can list them, or move the migrations into a pull request of their own.`,
    );
  }
  const shown = listed.flatMap(({ filename, patch }) => (patch ? [[filename, parsePatch(patch)] as const] : []));
  return { files: listed.flatMap(toChangedFile), diff: new Map(shown) };
}

async function list(github: GitHub, { owner, repo, number, fileCount }: PullRequest): Promise<ListedFile[]> {
  try {
    const wanted = { owner, repo, pull_number: number, per_page: 100 };
    const listed: unknown[] = await github.paginate(github.rest.pulls.listFiles, wanted);
    // An empty list would pass: a server at that address must not claim it where the event says otherwise.
    if (listed.length === 0 && (fileCount ?? 0) > 0) throw new Error('the answer is empty');
    if (!listed.every(isListedFile)) throw new Error('the answer is no list of files');
    return listed;
  } catch (error) {
    const status = statusOf(error);
    const said = `GitHub does not list the files of pull request #${number} (${(error as Error).message})`;
    const isRefused = status === 401 || status === 403 || status === 404;
    throw new UsageError(
      isRefused
        ? `${said}. Grant it in the workflow: "permissions: pull-requests: write" ("read" is enough without the comment).`
        : `${said}. Give actions/checkout "fetch-depth: 0", so that git can list them.`,
      { cause: error },
    );
  }
}

function isListedFile(it: unknown): it is ListedFile {
  return typeof it === 'object' && it !== null && 'filename' in it && typeof it.filename === 'string';
}

function toChangedFile(file: ListedFile): ChangedFile[] {
  const path = file.filename;
  switch (file.status) {
    case 'added':
    case 'copied':
      return [{ path, status: 'added' }];
    case 'removed':
      return [{ path, status: 'removed' }];
    case 'renamed':
      return [{ path, status: 'renamed', ...(file.previous_filename ? { previousPath: file.previous_filename } : {}) }];
    case 'unchanged':
      return [];
    default:
      return [{ path, status: 'modified' }];
  }
}
