/** What GitHub's refusals mean, in words that say what to do. */

export function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}

function isRateLimit(error: Error): boolean {
  return statusOf(error) === 429 || /rate limit/i.test(error.message);
}

/** Why the comment could not be written, as one line. */
export function explainRefusal(error: unknown, isFork: boolean): string {
  const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
  const lost = 'The comment on the pull request could not be written';
  if (error instanceof Error && statusOf(error) === 403 && !isRateLimit(error)) {
    const fork = isFork
      ? ' A pull request from a fork always gets a read-only token, so there is nothing to mend.'
      : '';
    return `${lost}: this token may not (${reason}). The workflow has to grant "permissions: pull-requests: write".${fork} The report is in the step summary; the verdict does not change.`;
  }
  return `${lost}: ${reason}. The report is in the step summary; the verdict does not change.`;
}
