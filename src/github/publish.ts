/** Everything that the Action tells: log, annotations, outputs, step summary, comment. None of it changes the verdict. */
import { info, summary, warning } from '@actions/core';
import type { Report } from '../model.js';
import type { GitHub } from './client.js';
import { writeComment } from './comment.js';
import { explainRefusal } from './errors.js';
import type { Change } from './event.js';
import { printRaw } from './log.js';
import { type ReportFiles, writeOutputs } from './outputs.js';

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
}

export interface PublishOptions {
  change: Change;
  rendered: Rendered;
  /** The folder for the report files. */
  folder: string;
  /** Null: no comment is wanted. */
  comment: { github: GitHub; key: string } | null;
}

/** Publishes what it can. What GitHub or the runner refuses becomes one warning, never a failure. */
export async function publish(report: Report, { change, rendered, folder, comment }: PublishOptions): Promise<void> {
  if (rendered.log !== '') printRaw(rendered.log);
  for (const command of rendered.annotations.commands) process.stdout.write(`${command}\n`);
  if (rendered.annotations.dropped > 0) info(`${rendered.annotations.dropped} more in the step summary.`);
  await attempt('The outputs', () => writeOutputs(report, rendered, folder));
  await attempt('The step summary', async () => void (await summary.addRaw(rendered.summary, true).write()));
  if (!comment || change.kind !== 'pull_request') return;
  try {
    const { github, key } = comment;
    const createIfMissing = isWorthAComment(report);
    const outcome = await writeComment(github, { pull: change, key, body: rendered.comment, createIfMissing });
    info(`Comment on the pull request: ${outcome === 'stale' ? 'left to the run for a newer commit' : outcome}.`);
  } catch (error) {
    warning(explainRefusal(error, change.isFork));
  }
}

/** Nobody wants a comment that says that all is well. */
function isWorthAComment({ verdict, counts, statements }: Report): boolean {
  return verdict === 'fail' || counts.error + counts.warning + statements.notUnderstood > 0;
}

async function attempt(what: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    warning(
      `${what} could not be written: ${error instanceof Error ? error.message : error}. The verdict does not change.`,
    );
  }
}
