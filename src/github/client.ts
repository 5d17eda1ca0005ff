/** The one connection to GitHub: retries and rate limits are handled, and every wait has an end. */
import { getOctokit } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { boundedRetries, patience, throttleOptions, tooManyRequests } from './patience.js';
import { wholeAnswers } from './whole-answers.js';

export type GitHub = ReturnType<typeof getOctokit>;

export interface ConnectOptions {
  /** For tests; otherwise GITHUB_API_URL. */
  baseUrl?: string;
  /** How long all waits together may last, in seconds. */
  patience?: number;
  /** How long one request may last, in seconds. */
  timeout?: number;
}

/** What a retry can't mend, and 429, which is the throttling plugin's. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451];

export function connect(token: string, options: ConnectOptions = {}): GitHub {
  const purse = patience(options.patience ?? 30);
  const timeout = (options.timeout ?? 15) * 1000;
  const send: typeof fetch = defaults.request?.fetch ?? fetch;
  const baseUrl = options.baseUrl ?? process.env.GITHUB_API_URL ?? 'https://api.github.com';
  return getOctokit(
    token,
    {
      baseUrl,
      request: {
        ...defaults.request,
        fetch: (url: string, init: RequestInit) => send(url, { ...init, signal: AbortSignal.timeout(timeout) }),
      },
      // octokit logs every retry to stderr, where the runner would read it as ours
      log: { debug() {}, info() {}, warn() {}, error() {} },
      retry: { doNotRetry: FINAL, retries: 2 },
      throttle: { ...throttleOptions(purse), id: baseUrl },
    },
    wholeAnswers,
    tooManyRequests(purse),
    boundedRetries(purse),
    retry,
    throttling,
  );
}
