/** `mode: link`: lets the comment lead to the page that a step after the check has uploaded. It reads no code and decides nothing. */
import { info, warning } from '@actions/core';
import { editComment } from '../github/comment.js';
import { explainRefusal } from '../github/errors.js';
import { readEvent, type TriggeringEvent } from '../github/event.js';
import { linkedTo, serverUrlOf } from '../github/links.js';
import { UsageError } from '../system/usage-error.js';
import type { ActionContext } from './publish-report.js';

/** Always 0: the job's verdict is the check's. Throws `UsageError` for an address that is no artifact of this repository. */
export async function linkMode(event: TriggeringEvent, { inputs, env, github }: ActionContext): Promise<number> {
  const change = readEvent(event);
  const { reportUrl, commentKey } = inputs;
  // What could not be uploaded has no address, and the comment leads to the run as before.
  if (reportUrl === '' || inputs.comment === 'never' || github === null || change.kind !== 'pull_request') return 0;
  const runs = `${serverUrlOf(env)}/${change.owner}/${change.repo}/actions/runs`;
  const isArtifact = reportUrl.startsWith(`${runs}/`) && /^\d+\/artifacts\/\d+$/.test(reportUrl.slice(runs.length + 1));
  if (!isArtifact)
    throw new UsageError(`report-url: expected the artifact-url of actions/upload-artifact, in ${runs}.`);
  try {
    const outcome = await editComment(github, change, commentKey, (body) => linkedTo(body, runs, reportUrl));
    info(`The report's page in the comment: ${outcome}.`);
  } catch (error) {
    warning(explainRefusal('The link to the report’s page', error, change.isFork));
  }
  return 0;
}
