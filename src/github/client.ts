/**
 * The one connection to GitHub: retries and rate limits are handled, and every wait has an end. Import it only when it is
 * needed: what it imports throws for a broken event file and for invalid addresses.
 */
import { getOctokit } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import { rejectTruncatedJson } from './reject-truncated-json.js';
import { retryBudget, retrying } from './retrying.js';

export type GitHub = ReturnType<typeof getOctokit>;

export interface ConnectOptions {
  /** For tests; otherwise GITHUB_API_URL. */
  baseUrl?: string;
  /** How long all waits together may last, in seconds. */
  patience?: number;
  /** How long one request may last, in seconds. */
  timeout?: number;
  /** How long all answers together may take, in seconds. */
  answers?: number;
}

/** More than any pull request has pages. */
const ASKED_AT_MOST = 500;

export function connect(token: string, options: ConnectOptions = {}): GitHub {
  const budget = retryBudget(options.patience ?? 30);
  const answers = retryBudget(options.answers ?? 120);
  const timeout = options.timeout ?? 15;
  const baseUrl = options.baseUrl ?? (process.env.GITHUB_API_URL || 'https://api.github.com');
  // Through the proxy, where there is one.
  const fetchOnce: typeof fetch = defaults.request?.fetch ?? fetch;
  let asked = 0;
  const send = async (url: string, init: RequestInit) => {
    const began = performance.now();
    // One answer may take its time; many that do, and pages without an end, would keep a check for hours.
    if (!answers.spend(0) || asked++ >= ASKED_AT_MOST) throw new Error('GitHub took too long to answer all questions');
    try {
      return await fetchOnce(url, { ...init, signal: AbortSignal.timeout(timeout * 1000) });
    } finally {
      answers.take((performance.now() - began) / 1000);
    }
  };
  return getOctokit(
    token,
    {
      baseUrl,
      request: { ...defaults.request, fetch: send },
      // octokit logs warnings to stderr, where the runner would read them as ours
      log: { debug() {}, info() {}, warn() {}, error() {} },
    },
    // In this order: what it rejects is asked for again.
    rejectTruncatedJson,
    retrying(budget),
  );
}
