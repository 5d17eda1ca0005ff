/** Another run may be writing about a newer commit at this moment: its result counts. */
import type { GitHub } from './client.js';
import type { PullRequest } from './event.js';

/** Whether the pull request's head is still the commit that was checked. */
export async function isHeadCurrent(github: GitHub, { owner, repo, number, head }: PullRequest): Promise<boolean> {
  const { data } = await github.rest.pulls.get({ owner, repo, pull_number: number });
  return data.head.sha === head;
}
