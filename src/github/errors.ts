/** What GitHub's refusals mean, as messages that say what to do. */

export function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}

/** Whether the token may not do this: asking again would say the same again. */
export function isForbidden(error: unknown): boolean {
  return statusOf(error) === 403 && !/rate limit|locked/i.test((error as Error).message);
}

/** What is left where a report could not be written. */
const REPORT_IS_THERE = 'The report is in the step summary; the verdict does not change.';

/** Why `what` could not be written, as one line; `left` says what there is instead. */
export function explainRefusal(what: string, error: unknown, isFork: boolean, left = REPORT_IS_THERE): string {
  const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').trim().slice(0, 500) : String(error);
  return `${what} could not be written: ${mend(error, reason, isFork)} ${left}`;
}

function mend(error: unknown, reason: string, isFork: boolean): string {
  const status = statusOf(error);
  if (/locked/i.test(reason) && status === 403) return `the conversation is locked (${reason}).`;
  if (status === 401)
    return `GitHub does not accept the token (${reason}). The input "github-token" needs a valid one.`;
  // GitHub also says "not found" of what a token may not see.
  if (!isForbidden(error) && status !== 404) return `${reason}${reason.endsWith('.') ? '' : '.'}`;
  const grant = `this token may not (${reason}). The workflow has to grant "permissions: pull-requests: write".`;
  if (!isFork) return grant;
  return `${grant} A pull request from a fork always gets a read-only token, so there is nothing to mend here: docs/github.md shows the second workflow that posts the comment for forks.`;
}
