/** Everything that the Action publishes: log, annotations, outputs, step summary, comment. None of it changes the verdict. */
import { info, warning } from '@actions/core';
import type { Report } from '../report-schema/types.js';
import { attempt } from './attempt.js';
import type { GitHub } from './client.js';
import { writeComment } from './comment.js';
import { explainRefusal, isForbidden } from './errors.js';
import type { GitHubChange, PullRequest } from './event.js';
import type { CommentWhen } from './inputs.js';
import { printRaw } from './log.js';
import { type ReportFiles, writeOutputs } from './outputs.js';
import { type SuggestedLines, writeSuggestions } from './suggestions.js';
import { writeSummary } from './summary.js';

/** The report in every form that is published. */
export interface Rendered extends ReportFiles {
  /** For the pull request. */
  comment: string;
  /** For the step summary. */
  summary: string;
  /** Workflow commands, at most ten of a kind. */
  annotations: { commands: string[]; dropped: number };
  /** For the log. */
  log: string;
  /** For the lines of the diff. */
  suggestions: SuggestedLines[];
}

export interface PublishOptions {
  change: GitHubChange;
  rendered: Rendered;
  /** The folder for the report files; null where none could be made. */
  folder: string | null;
  /** Null: without a token, nothing can be written on the pull request. */
  github: GitHub | null;
  comment: { key: string; when: CommentWhen };
}

/** Publishes what it can. What GitHub or the runner refuses becomes one warning, never a failure. */
export async function publish(report: Report, options: PublishOptions): Promise<void> {
  const { change, rendered, folder } = options;
  if (rendered.log !== '') printRaw(rendered.log);
  for (const command of rendered.annotations.commands) process.stdout.write(`${command}\n`);
  if (rendered.annotations.dropped > 0) info(`${rendered.annotations.dropped} more in the step summary.`);
  await attempt('The outputs', () => writeOutputs(report, rendered, folder));
  await attempt('The step summary', () => writeSummary(rendered.summary));
  if (options.github && change.kind === 'pull_request') {
    await tellPullRequest(report, { ...options, change, github: options.github });
  }
}

type Addressed = PublishOptions & { change: PullRequest; github: GitHub };

async function tellPullRequest(report: Report, options: Addressed): Promise<void> {
  const { change, github, rendered, comment } = options;
  if (comment.when !== 'never' && !(await postComment(report, options))) return;
  try {
    const written = await writeSuggestions(github, change, comment.key, rendered.suggestions);
    if (written) info(`Suggested changes on the pull request: ${written}.`);
  } catch (error) {
    warning(explainRefusal('The suggested changes', error, change.isFork));
  }
}

/** False where the token may not write at all: one warning is enough. */
async function postComment(report: Report, { change, github, rendered, comment }: Addressed): Promise<boolean> {
  try {
    const createIfMissing = comment.when === 'always' || isWorthAComment(report);
    const outcome = await writeComment(github, {
      pull: change,
      key: comment.key,
      body: rendered.comment,
      createIfMissing,
    });
    info(`Comment on the pull request: ${outcome === 'stale' ? 'left to the run for a newer commit' : outcome}.`);
    return true;
  } catch (error) {
    warning(explainRefusal('The comment on the pull request', error, change.isFork));
    return !isForbidden(error);
  }
}

/** A report without findings needs no comment. */
function isWorthAComment({ verdict, counts, statements }: Report): boolean {
  return verdict === 'fail' || counts.error + counts.warning + statements.notUnderstood > 0;
}
