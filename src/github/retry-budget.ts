/** How long we wait for GitHub before we go on without it: one budget for all waits of one client. */
import { setTimeout as sleep } from 'node:timers/promises';
import { debug } from '@actions/core';
import type { Octokit } from '@octokit/core';

export interface RetryBudget {
  /** Takes `seconds` out of the budget; false where too little is left. */
  spend(seconds: number): boolean;
  /** Takes out what is spent already: what is left may be less than nothing. */
  take(seconds: number): void;
}

export function retryBudget(seconds: number): RetryBudget {
  let left = seconds;
  return {
    spend(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
    take(seconds) {
      left -= seconds;
    },
  };
}

/** Throttling's two callbacks: wait for a rate limit only while the budget lasts. */
export function throttleOptions(budget: RetryBudget) {
  const waitFor = (limit: string) => (retryAfter: number) => {
    const willWait = budget.spend(retryAfter);
    debug(`GitHub's ${limit}: ${willWait ? `waiting ${retryAfter} s` : `${retryAfter} s is too long to wait`}`);
    return willWait;
  };
  return { onRateLimit: waitFor('rate limit'), onSecondaryRateLimit: waitFor('secondary rate limit') };
}

/**
 * An octokit plugin that lets the retry plugin try again only while the budget lasts. It must precede that plugin:
 * the hook that was registered first sees an error first.
 */
export function boundedRetries(budget: RetryBudget) {
  return (octokit: Octokit): Record<string, never> => {
    octokit.hook.error('request', (error, options) => {
      const status = 'status' in error ? error.status : 0;
      const request = options.request as { retryCount?: number; retries?: number };
      // The retry plugin waits (n + 1)² seconds before its nth retry.
      const pause = ((request.retryCount ?? 0) + 1) ** 2;
      if (status >= 500 && request.retries !== 0 && !budget.spend(pause)) request.retries = 0;
      throw error;
    });
    return {};
  };
}

/**
 * An octokit plugin that waits where GitHub says 429 and for how long: the throttling plugin knows such an answer only
 * by the text of its message.
 */
export function tooManyRequests(budget: RetryBudget) {
  return (octokit: Octokit): Record<string, never> => {
    octokit.hook.wrap('request', async (request, options) => {
      for (;;) {
        try {
          return await request(options);
        } catch (error) {
          const seconds = waitFor(error);
          if (seconds === null || !budget.spend(seconds)) throw error;
          await sleep(seconds * 1000);
        }
      }
    });
    return {};
  };
}

function waitFor(error: unknown): number | null {
  const { status, response } = error as { status?: number; response?: { headers?: Record<string, string> } };
  const seconds = Number(response?.headers?.['retry-after'] || Number.NaN);
  // Zero would be asked again and again without an end.
  return status === 429 && seconds >= 0 ? Math.max(1, seconds) : null;
}
