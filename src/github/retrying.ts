/** When we ask GitHub again, and how long we wait before we go on without it: one budget for all waits of one client. */
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

/** How often a request is repeated that got no answer, or a server error. */
const RETRIES = 2;

/**
 * An octokit plugin: repeats a request after a rate limit as soon as GitHub allows, and after a server error or no answer
 * twice, while the budget lasts. A request with `request: { retries: 0 }` is never repeated after a server error: it may
 * have been carried out. Octokit's own two plugins queue every request and know neither a budget nor a plain 429.
 */
export function retrying(budget: RetryBudget) {
  return (octokit: Octokit): Record<string, never> => {
    octokit.hook.wrap('request', async (request, options) => {
      const { retries = RETRIES } = options.request as { retries?: number };
      for (let failures = 0; ; ) {
        try {
          return await request(options);
        } catch (error) {
          const limit = rateLimitSeconds(error);
          if (limit === null && (!isServerError(error) || failures++ >= retries)) throw error;
          const seconds = limit ?? failures ** 2;
          const waits = budget.spend(seconds);
          debug(`${String(error)}: ${waits ? 'asking again' : 'too long to wait'}, ${seconds} s`);
          if (!waits) throw error;
          await sleep(seconds * 1000);
        }
      }
    });
    return {};
  };
}

interface FailedRequest {
  status?: number;
  message?: string;
  response?: { headers?: Record<string, string | number | undefined> };
}

/** Octokit reports an answer that never came as a 500, too. */
function isServerError(error: unknown): boolean {
  return ((error as FailedRequest).status ?? 0) >= 500;
}

/**
 * Seconds until GitHub takes another request; null where it was no rate limit that refused. Source: GitHub's docs, “Rate limits
 * for the REST API”, section “Exceeding the rate limit”.
 */
export function rateLimitSeconds(error: unknown, now = Date.now()): number | null {
  const { status, message, response } = error as FailedRequest;
  if (status !== 403 && status !== 429) return null;
  const headers = response?.headers ?? {};
  const after = numberOf(headers['retry-after']);
  // Never at once, or it would be asked again and again without an end.
  if (after !== null) return Math.max(1, after);
  const reset = numberOf(headers['x-ratelimit-reset']);
  if (numberOf(headers['x-ratelimit-remaining']) === 0 && reset !== null) {
    return Math.max(1, Math.ceil(reset - now / 1000) + 1);
  }
  return status === 429 || /\bsecondary rate\b/i.test(message ?? '') ? 60 : null;
}

function numberOf(header: string | number | undefined): number | null {
  const number = header === undefined || header === '' ? Number.NaN : Number(header);
  return Number.isFinite(number) && number >= 0 ? number : null;
}
