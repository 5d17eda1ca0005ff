/** `mode: report`: publishes what other jobs found. It runs no SQL and checks out no code. */
import { info, warning } from '@actions/core';
import { pullRequestFiles } from '../github/changed-files.js';
import type { GitHub } from '../github/client.js';
import type { Diff } from '../github/diff.js';
import { explainRefusal } from '../github/errors.js';
import { type GitHubChange, readEvent, type TriggeringEvent } from '../github/event.js';
import { finishedRun, pullRequestsOf } from '../github/workflow-run.js';
import { mergeReports, type NamedReport } from '../report/merge.js';
import { UsageError } from '../system/usage-error.js';
import { tellPullRequest } from './give-up.js';
import { type ActionContext, publishReport } from './publish-report.js';
import { render } from './render.js';
import { readReports } from './reports.js';

/** Beside other jobs the exit code is the verdict of all reports together; after a run, that run's counts. */
export async function reportMode(event: TriggeringEvent, actionContext: ActionContext): Promise<number> {
  if (event.name === 'workflow_run') return afterRun(event, actionContext);
  const change = readEvent(event);
  const { inputs } = actionContext;
  const found = await readReports(inputs.reports);
  const wanted = found.filter(({ name }) => inputs.databases === null || inputs.databases.includes(name));
  const missing = (inputs.databases ?? []).filter((name) => !found.some((one) => one.name === name));
  const [first, ...rest] = wanted;
  if (first === undefined) {
    // No database in the repository: the matrix was empty, and there is nothing to be proven.
    if (inputs.databases?.length === 0) return 0;
    throw new UsageError(`reports: there is no report.json in ${inputs.reports}: no job has left a report.`);
  }
  return publishAll({ reports: [first, ...rest], missing }, change, actionContext);
}

async function afterRun(event: TriggeringEvent, actionContext: ActionContext): Promise<number> {
  const run = finishedRun(event);
  const { github, inputs } = actionContext;
  if (github === null) throw new UsageError('github-token: mode report needs a token to find the pull request.');
  const pulls = run.event === 'pull_request' ? await pullRequestsOf(github, run).catch(refused) : [];
  const [pull, ...others] = pulls;
  if (pull === undefined || others.length > 0) {
    const why = pull ? `${pulls.length} open pull requests have` : 'no open pull request has';
    info(`Nothing is written: ${why} the commit ${run.sha.slice(0, 7)} of that run as its head.`);
    return 0;
  }
  const env = { ...actionContext.env, GITHUB_RUN_ID: String(run.id) };
  const tellOfNone = (reason: string, createIfMissing: boolean) =>
    tellPullRequest(reason, pull, { env, github, inputs }, createIfMissing);
  const [first, ...rest] = await readReports(inputs.reports).catch(async (error) => {
    await tellOfNone('the pull request’s own run left a report that can’t be read. Look at its log.', false);
    throw error;
  });
  if (first === undefined) {
    info('That run ended before it had a report.');
    const failed = run.conclusion === 'failure' || run.conclusion === 'timed_out';
    await tellOfNone('the pull request’s own run ended before it had a report. Its log says why.', failed);
    return 0;
  }
  const origin = 'from the artifact of the pull request’s own run: the required status is what counts';
  await publishAll({ reports: [first, ...rest], missing: [], origin }, pull, { ...actionContext, env });
  return 0;
}

function refused(error: unknown): never[] {
  warning(explainRefusal('The comment on the pull request', error, false));
  return [];
}

interface FoundReports {
  reports: [NamedReport, ...NamedReport[]];
  /** Databases that have none. */
  missing: string[];
  /** Where they come from, where that has to be said. */
  origin?: string;
}

async function publishAll(
  { reports, missing, origin }: FoundReports,
  change: GitHubChange,
  actionContext: ActionContext,
): Promise<number> {
  const { inputs, env, github } = actionContext;
  const report = mergeReports(reports, missing);
  const isOne = reports.length === 1 && missing.length === 0;
  const context = { ...(isOne ? {} : { parts: { reports, missing } }), ...(origin && { origin }) };
  const diff = await diffOf(change, github);
  await publishReport(
    report,
    render(report, { change, diff, commentKey: inputs.commentKey, env, context }),
    change,
    actionContext,
  );
  return report.verdict === 'pass' ? 0 : 1;
}

/** Links into the diff are a nicety: without them they lead to the files. */
async function diffOf(change: GitHubChange, github: GitHub | null): Promise<Diff> {
  if (change.kind !== 'pull_request' || github === null) return new Map();
  return pullRequestFiles(github, change).then(
    ({ diff }) => diff,
    () => new Map(),
  );
}
