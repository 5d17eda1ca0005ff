/** An octokit plugin: octokit hands out what isn't JSON, or was cut off, as plain text, and `null` as an empty list. */
import type { Octokit } from '@octokit/core';

/** Makes such an answer a server error, which is asked for again. It must be registered before `retrying`. */
export function rejectTruncatedJson(octokit: Octokit): Record<string, never> {
  octokit.hook.after('request', (response, request) => {
    const data: unknown = response.data;
    if (response.status === 204 || (typeof data === 'object' && data !== null)) return;
    const type = response.headers['content-type'] ?? '';
    const message = /\bjson\b/.test(type)
      ? 'GitHub’s answer was cut off'
      : `The answer is no JSON but ${oneWord(type)}: a proxy may stand before GitHub, or GITHUB_API_URL names something else`;
    throw Object.assign(new Error(message), { status: 502, request });
  });
  return {};
}

function oneWord(type: string): string {
  return /^[\w/+.-]{1,60}/.exec(type)?.[0] ?? 'of no known type';
}
