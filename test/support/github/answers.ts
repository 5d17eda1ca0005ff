/** What every handler of the double is given, and the answers that several of them give. */
import type { Account, GitHubState } from './state.js';

export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  /** What is sent instead of the body, for example half of it. */
  raw?: string;
}

export interface Asked {
  state: GitHubState;
  account: Account;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  /** The address without its query, for Link headers. */
  url: string;
}

export const notFound: Answer = { status: 404, body: { message: 'Not Found', status: '404' } };
export const readOnly: Answer = {
  status: 403,
  body: { message: 'Resource not accessible by integration', status: '403' },
};

/** One page of a list, with GitHub's Link header. */
export function page({ query, url }: Asked, items: unknown[]): Answer {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string) => `<${url}?per_page=${size}&page=${to}>; rel="${rel}"`;
  const headers = number < last ? { link: `${link(number + 1, 'next')}, ${link(last, 'last')}` } : {};
  return { status: 200, body: items.slice((number - 1) * size, number * size), headers };
}
