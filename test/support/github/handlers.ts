/** How the double answers each call of the contract. */
import { sample } from './samples.js';
import type { Account, GitHubState, ListedFile, StoredComment } from './state.js';

export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
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

const notFound: Answer = { status: 404, body: { message: 'Not Found', status: '404' } };
const readOnly: Answer = { status: 403, body: { message: 'Resource not accessible by integration', status: '403' } };
/** GitHub's documented limit; what it stores in fact may be more. */
const LONGEST_BODY = 65_536;

export const handlers: Record<string, (asked: Asked) => Answer> = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': ({ state }) => ({ status: 200, body: pullBody(state) }),
  'GET /repos/{owner}/{repo}/contents/{path}': ({ state, params, query }) => {
    const path = decodeURIComponent(params.path ?? '');
    const text = state.contents[query.get('ref') ?? '']?.[path];
    return text === undefined ? notFound : { status: 200, body: contentBody(path, text) };
  },
  // GitHub lists 3000 files at most, whatever the pull request holds.
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': (asked) =>
    page(asked, asked.state.pull.files.slice(0, 3000).map(fileBody)),
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': (asked) =>
    page(asked, asked.state.comments.map(commentBody)),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ state, account, body }) => {
    if (account.readOnly) return readOnly;
    const text = bodyText(body);
    if (text.length > LONGEST_BODY) return tooLong();
    const comment: StoredComment = { id: 1000 + state.comments.length, body: text, author: account };
    state.comments.push(comment);
    return { status: 201, body: commentBody(comment) };
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': ({ state, account, params, body }) => {
    if (account.readOnly) return readOnly;
    const comment = state.comments.find(({ id }) => String(id) === params.comment_id);
    if (!comment) return notFound;
    const text = bodyText(body);
    if (text.length > LONGEST_BODY) return tooLong();
    comment.body = text;
    return { status: 200, body: commentBody(comment) };
  },
};

/** Another repository or pull request than the double's: nothing there. */
export function isElsewhere({ state, params }: Asked): boolean {
  const { owner, repo, pull } = state;
  const number = params.pull_number ?? params.issue_number ?? String(pull.number);
  return params.owner !== owner || params.repo !== repo || number !== String(pull.number);
}

export function elsewhere(): Answer {
  return notFound;
}

function tooLong(): Answer {
  const issue = { resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long' };
  const message = 'Validation Failed: Body is too long (maximum is 65536 characters)';
  return { status: 422, body: { message, errors: [issue], documentation_url: 'https://docs.github.com/rest' } };
}

function bodyText(body: unknown): string {
  return String((body as { body?: unknown } | null)?.body ?? '');
}

function page({ query, url }: Asked, items: unknown[]): Answer {
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const number = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string) => `<${url}?per_page=${size}&page=${to}>; rel="${rel}"`;
  const headers = number < last ? { link: `${link(number + 1, 'next')}, ${link(last, 'last')}` } : {};
  return { status: 200, body: items.slice((number - 1) * size, number * size), headers };
}

function pullBody({ pull }: GitHubState): unknown {
  const body = sample('pull-request', { number: pull.number, changed_files: pull.files.length });
  Object.assign(body.head as object, { sha: pull.headSha });
  Object.assign(body.base as object, { sha: pull.baseSha });
  return body;
}

function fileBody(file: ListedFile): unknown {
  return sample('diff-entry', { ...file });
}

function contentBody(path: string, text: string): unknown {
  const content = Buffer.from(text).toString('base64').replaceAll(/.{60}/g, '$&\n');
  const name = path.split('/').at(-1);
  return sample('content-file', { type: 'file', encoding: 'base64', path, name, size: text.length, content });
}

function commentBody({ id, body, author }: StoredComment): unknown {
  const user = sample('simple-user', { login: author.login, type: author.type });
  return sample('issue-comment', { id, body, user });
}
