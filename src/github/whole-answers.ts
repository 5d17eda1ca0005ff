/** An octokit plugin: octokit hands out JSON that was cut off as plain text, which nobody here expects. */
import type { Octokit } from '@octokit/core';

/** Makes such an answer a server error, which is asked for again. It must stand before the retry plugin. */
export function wholeAnswers(octokit: Octokit): Record<string, never> {
  octokit.hook.after('request', (response, request) => {
    const type = response.headers['content-type'] ?? '';
    if (typeof response.data !== 'string' || !/\bjson\b/.test(type)) return;
    throw Object.assign(new Error('GitHub’s answer was cut off'), { status: 502, request });
  });
  return {};
}
