/** Publishes the report and writes the report files' folder: the end of every run that has a report. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { warning } from '@actions/core';
import type { GitHub } from '../github/client.js';
import type { GitHubChange } from '../github/event.js';
import type { ActionInputs } from '../github/inputs.js';
import { publish, type Rendered } from '../github/publish.js';
import type { Report } from '../report-schema/types.js';
import { whyNot } from '../system/faults.js';
import type { Telling } from './telling.js';

export interface ActionContext {
  inputs: ActionInputs;
  env: NodeJS.ProcessEnv;
  github: GitHub | null;
  telling: Telling;
}

/** Waits for ever where something else was reported: that the run was cancelled. */
export async function publishReport(
  report: Report,
  rendered: Rendered,
  change: GitHubChange,
  actionContext: ActionContext,
): Promise<void> {
  const { inputs, env, github, telling } = actionContext;
  if (!telling.begin()) await new Promise(() => {});
  const { folder, problem } = await reportFolder(env);
  await publish(report, {
    ...{ change, rendered, folder, github },
    comment: { key: inputs.commentKey, when: inputs.comment },
  });
  if (problem !== null) warning(problem);
}

/** The runner's folder for what belongs to a job; another one where that can't be written. */
async function reportFolder(env: NodeJS.ProcessEnv): Promise<{ folder: string | null; problem: string | null }> {
  const wanted = env.RUNNER_TEMP || tmpdir();
  try {
    return { folder: await newFolder(wanted), problem: null };
  } catch (error) {
    const problem = `RUNNER_TEMP: ${wanted}: ${whyNot(error)}.`;
    const folder = await newFolder(tmpdir()).catch(() => null);
    const instead = folder ? `The report's files are in ${folder}.` : 'The report has no files.';
    return { folder, problem: `${problem} ${instead} The verdict does not change.` };
  }
}

function newFolder(parent: string): Promise<string> {
  return mkdtemp(join(parent, 'migration-safety-'));
}
