/** The event that started the workflow, as the change that it asks us to check. Pure: the payload comes in. */
import * as v from 'valibot';
import { UsageError } from '../system/usage-error.js';

export interface Repository {
  owner: string;
  repo: string;
}

/** A pull request: GitHub itself knows the changed files, and there is a place to comment. */
export interface PullRequest extends Repository {
  kind: 'pull_request';
  number: number;
  base: string;
  head: string;
  /** Its token is read-only, whatever the workflow asks for. */
  isFork: boolean;
  /** How many files GitHub counts; it lists no more than 3000 of them. */
  fileCount: number | null;
}

/** A commit without a pull request: git knows the changed files. */
interface Commit extends Repository {
  kind: 'merge_group' | 'push' | 'workflow_dispatch';
  /** The commit to compare with; null means the default branch. */
  base: string | null;
  head: string;
}

export type GitHubChange = PullRequest | Commit;

const Side = v.object({ sha: v.string(), repo: v.nullish(v.object({ full_name: v.string() })) });
const PullRequestPayload = v.object({
  pull_request: v.object({ number: v.number(), head: Side, base: Side, changed_files: v.optional(v.number()) }),
});
const MergeGroupPayload = v.object({ merge_group: v.object({ base_sha: v.string(), head_sha: v.string() }) });
const PushPayload = v.object({ before: v.string(), forced: v.optional(v.boolean(), false) });

/** The runner's data about the event: GITHUB_EVENT_NAME, GITHUB_REPOSITORY, GITHUB_SHA, and the payload's file. */
export interface TriggeringEvent {
  name: string;
  repository: string;
  sha: string;
  payload: unknown;
  /** The file that the payload comes from, for messages. */
  path?: string;
}

/** Throws `UsageError` for an event that holds nothing to check. */
export function readEvent(event: TriggeringEvent): GitHubChange {
  const [owner = '', repo = ''] = event.repository.split('/');
  switch (event.name) {
    case 'pull_request':
      return { owner, repo, ...pullRequest(parse(PullRequestPayload, event)) };
    case 'merge_group': {
      const { base_sha, head_sha } = parse(MergeGroupPayload, event).merge_group;
      return { owner, repo, kind: 'merge_group', base: base_sha, head: head_sha };
    }
    case 'push': {
      const { before, forced } = parse(PushPayload, event);
      // A new branch has no commit before, and a forced push has one that the clone doesn't hold.
      const base = forced || /^0+$/.test(before) ? null : before;
      return { owner, repo, kind: 'push', base, head: event.sha };
    }
    case 'workflow_dispatch':
      return { owner, repo, kind: 'workflow_dispatch', base: null, head: event.sha };
    case 'pull_request_target':
      throw new UsageError(
        'migration-safety does not run on "pull_request_target": it would run the SQL of strangers beside a token that can write. Use "on: pull_request".',
      );
    default:
      throw new UsageError(
        `migration-safety does not know what changed in the event "${event.name}". Run it on pull_request, merge_group, push or workflow_dispatch.`,
      );
  }
}

function pullRequest({
  pull_request: pull,
}: v.InferOutput<typeof PullRequestPayload>): Omit<PullRequest, 'owner' | 'repo'> {
  const head = pull.head.repo?.full_name; // null: the fork is gone
  return {
    kind: 'pull_request',
    number: pull.number,
    base: pull.base.sha,
    head: pull.head.sha,
    isFork: head === undefined || head !== pull.base.repo?.full_name,
    fileCount: pull.changed_files ?? null,
  };
}

/** The part of the payload that matters. Throws `UsageError` where it is not what GitHub sends. */
export function parse<S extends v.GenericSchema>(
  schema: S,
  event: Pick<TriggeringEvent, 'name' | 'payload' | 'path'>,
): v.InferOutput<S> {
  const result = v.safeParse(schema, event.payload);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? 'the top';
  const file = event.path ? ` (GITHUB_EVENT_PATH: ${event.path})` : '';
  throw new UsageError(
    `The payload of the event "${event.name}"${file} is not what GitHub sends: at ${where}: ${issue.message}. The runner writes that file: run the job again, and see that no earlier step changes it.`,
  );
}
