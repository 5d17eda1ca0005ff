/** How the double answers each call of the contract. */
import { type Answer, type Asked, notFound, page, readOnly } from './answers.js';
import { listPulls, pullBody } from './pulls.js';
import { reviewHandlers } from './reviews.js';
import { sample } from './samples.js';
import type { ListedFile, StoredComment } from './state.js';

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
    const id = 1 + Math.max(999, ...state.comments.map((comment) => comment.id));
    const comment: StoredComment = { id, body: text, author: account };
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
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': ({ state, account, params }) => {
    if (account.readOnly) return readOnly;
    const at = state.comments.findIndex(({ id }) => String(id) === params.comment_id);
    if (at === -1) return notFound;
    state.comments.splice(at, 1);
    return { status: 204, body: null };
  },
  'GET /repos/{owner}/{repo}/pulls': (asked) => page(asked, listPulls(asked)),
  ...reviewHandlers,
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
