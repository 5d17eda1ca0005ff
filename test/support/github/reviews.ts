/** Reviews: their comments must stand on lines of the diff, or GitHub refuses the whole review. */
import { type Answer, type Asked, page, readOnly } from './answers.js';
import { sample } from './samples.js';
import type { GitHubState, StoredReviewComment } from './state.js';

type Wanted = Omit<StoredReviewComment, 'id' | 'author'> & { side?: string; start_side?: string };

export const reviewHandlers: Record<string, (asked: Asked) => Answer> = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': (asked) =>
    page(asked, asked.state.reviewComments.map(reviewCommentBody)),
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': ({ state, account, body }) => {
    if (account.readOnly) return readOnly;
    const { comments = [], commit_id } = body as { comments?: Wanted[]; commit_id?: string };
    if (commit_id !== state.pull.headSha || comments.some((comment) => !isInDiff(state, comment))) {
      const errors = ['Pull request review thread line must be part of the diff'];
      return {
        status: 422,
        body: { message: 'Unprocessable Entity', errors, documentation_url: 'https://docs.github.com/rest' },
      };
    }
    for (const { path, line, start_line, body: text } of comments) {
      const id = 2000 + state.reviewComments.length;
      state.reviewComments.push({ id, path, line, ...(start_line && { start_line }), body: text, author: account });
    }
    return { status: 200, body: sample('pull-request-review') };
  },
};

/** All lines of the comment in one hunk, by a count of its own: the code under test must not be its own judge. */
function isInDiff({ pull }: GitHubState, { path, line, start_line, side, start_side }: Wanted): boolean {
  if (side !== 'RIGHT' || (start_line !== undefined && (start_side !== 'RIGHT' || start_line >= line))) return false;
  const patch = pull.files.find(({ filename }) => filename === path)?.patch ?? '';
  return [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].some(([, start, length = '1']) => {
    const last = Number(start) + Number(length) - 1;
    return (start_line ?? line) >= Number(start) && line <= last;
  });
}

function reviewCommentBody({ id, path, body, author }: StoredReviewComment): unknown {
  const user = sample('simple-user', { login: author.login, type: author.type });
  return sample('pull-request-review-comment', { id, path, body, user });
}
