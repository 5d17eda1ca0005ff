/** A run that could not do its work says so wherever its verdict would be: an older one must not be taken for it. */
import { error as annotate, info, warning } from '@actions/core';
import { attempt } from '../github/attempt.js';
import type { GitHub } from '../github/client.js';
import { type CommentRequest, writeComment } from '../github/comment.js';
import { explainRefusal } from '../github/errors.js';
import { type PullRequest, readEvent, type TriggeringEvent } from '../github/event.js';
import type { CommentWhen, TellingInputs } from '../github/inputs.js';
import { runUrlOf } from '../github/links.js';
import { writeFailedOutputs } from '../github/outputs.js';
import { pullRequestOfRef } from '../github/pull-of-ref.js';
import { writeSummary } from '../github/summary.js';
import { renderCouldNotCheck } from '../report/could-not-check.js';
import { explain, wantsStack, withoutSecrets } from '../system/faults.js';
import { TOOL } from '../system/version.js';
import { debugLines } from './last-words.js';
import type { Telling } from './telling.js';

/** What is known of a run, however little that is. */
export interface Circumstances {
  env: NodeJS.ProcessEnv;
  event: TriggeringEvent;
  /** Null: nothing can be written on the pull request. */
  github: GitHub | null;
  inputs: Pick<TellingInputs, 'mode' | 'comment' | 'commentKey' | 'isCommentClear'>;
  telling: Telling;
  /** What no text may show. */
  secrets: readonly string[];
}

const NOTHING_IS_KNOWN = 'The check was not done.';

/** One error in the log, the outputs, the summary and the comment. Never throws; the caller sets the exit code. */
export async function giveUp(error: unknown, circumstances: Circumstances): Promise<void> {
  const { env, inputs, telling, secrets } = circumstances;
  const { message, stack } = explain(error);
  const reason = withoutSecrets(message, secrets);
  annotate(reason);
  if (wantsStack(env) && stack !== null) process.stdout.write(debugLines(withoutSecrets(stack, secrets)));
  // A verdict that is published already is kept; the error in the log is about what came after it.
  if (!telling.begin()) return;
  await attempt('The outputs', () => writeFailedOutputs(inputs.mode), NOTHING_IS_KNOWN);
  const pull = await pullRequestOf(circumstances);
  await attempt('The step summary', () => writeSummary(inWords(reason, pull, circumstances)), NOTHING_IS_KNOWN);
  if (pull !== null && comments(inputs.mode)) {
    await tellPullRequest(reason, pull, circumstances, inputs.isCommentClear);
  }
}

/** Where several jobs check, it is the last one that comments; and a link that fails takes no verdict with it. */
export function comments(mode: string): boolean {
  return mode !== 'plan' && mode !== 'link';
}

/** Brings our comment up to date; makes one only where `createIfMissing`. What is refused becomes a warning. */
export async function tellPullRequest(
  reason: string,
  pull: PullRequest,
  circumstances: Pick<Circumstances, 'env' | 'github'> & {
    inputs: { commentKey: string | null; comment: CommentWhen };
  },
  createIfMissing: boolean,
): Promise<void> {
  const { github, inputs } = circumstances;
  if (github === null || inputs.commentKey === null || inputs.comment === 'never') return;
  const request: CommentRequest = {
    pull,
    key: inputs.commentKey,
    body: inWords(reason, pull, circumstances),
    createIfMissing,
  };
  try {
    const outcome = await writeComment(github, request);
    info(`Comment on the pull request: ${outcome === 'stale' ? 'left to the run for a newer commit' : outcome}.`);
  } catch (error) {
    const left = 'One that is there already is about an earlier run.';
    warning(explainRefusal('The comment on the pull request', error, pull.isFork, left));
  }
}

function inWords(reason: string, pull: PullRequest | null, { env }: Pick<Circumstances, 'env'>): string {
  return renderCouldNotCheck({
    reason,
    sha: pull?.head ?? (env.GITHUB_SHA || null),
    runUrl: runUrlOf(env),
    tool: TOOL,
  });
}

/** Null where the event is about no pull request. Where its payload can't be read, the ref still names it. */
async function pullRequestOf({ env, event, github }: Circumstances): Promise<PullRequest | null> {
  if (event.name !== 'pull_request') return null;
  try {
    const change = readEvent(event);
    return change.kind === 'pull_request' ? change : null;
  } catch {
    return github === null ? null : pullRequestOfRef(github, env).catch(() => null);
  }
}
