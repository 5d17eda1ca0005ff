/** The one connection to GitHub: retries and rate limits are handled, and every wait has an end. */
import { HttpClient } from '@actions/http-client';
import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { fetch, type RequestInit } from 'undici';
import { boundedRetries, patience, throttleOptions, tooManyRequests } from './patience.js';
import { wholeAnswers } from './whole-answers.js';

// Not @actions/github: while it is loaded it reads the event and the addresses, and dies of what is wrong with them.
const Client = Octokit.plugin(restEndpointMethods, paginateRest);

export type GitHub = InstanceType<typeof Client>;

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

/** What a retry can't mend, and 429, which is the throttling plugin's. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451];

/** Throws where the address, or the proxy's in the environment, is no URL. */
export function connect(token: string, options: ConnectOptions = {}): GitHub {
  const purse = patience(options.patience ?? 30);
  const answers = patience(options.answers ?? 120);
  const timeout = options.timeout ?? 15;
  const baseUrl = options.baseUrl ?? (process.env.GITHUB_API_URL || 'https://api.github.com');
  const dispatcher = new HttpClient().getAgentDispatcher(baseUrl);
  let asked = 0;
  const send = async (url: string, init: RequestInit) => {
    const began = performance.now();
    // One answer may take its time; many that do, and pages without an end, would keep a check for hours.
    if (!answers.spend(0) || asked++ >= ASKED_AT_MOST) throw new Error('GitHub took too long to answer all questions');
    try {
      return await fetch(url, {
        ...init,
        ...(dispatcher && { dispatcher }),
        signal: AbortSignal.timeout(timeout * 1000),
      });
    } finally {
      answers.take((performance.now() - began) / 1000);
    }
  };
  const WithPlugins = Client.plugin(wholeAnswers, tooManyRequests(purse), boundedRetries(purse), retry, throttling);
  return new WithPlugins({
    auth: `token ${token}`,
    baseUrl,
    request: { fetch: send },
    // octokit logs every retry to stderr, where the runner would read it as ours
    log: { debug() {}, info() {}, warn() {}, error() {} },
    retry: { doNotRetry: FINAL, retries: 2 },
    throttle: { ...throttleOptions(purse), id: baseUrl },
  });
}
