import { describe, expect, it } from 'vitest';
import { explainRefusal, isForbidden } from '../../src/github/errors.js';

function refusal(status: number, message: string): Error {
  return Object.assign(new Error(message), { status });
}

const COMMENT = 'The comment on the pull request';
const ACCESS = 'Resource not accessible by integration';

describe('explainRefusal', () => {
  it.each([refusal(403, ACCESS), refusal(404, 'Not Found')])('names the permission that is missing for %s', (error) => {
    const text = explainRefusal(COMMENT, error, false);
    expect(text).toContain('"permissions: pull-requests: write"');
    expect(text).not.toContain('fork');
  });

  it('says that a fork has nothing to mend, and where the comment can come from', () => {
    const text = explainRefusal(COMMENT, refusal(403, ACCESS), true);
    expect(text).toContain('nothing to mend');
    expect(text).toContain('docs/github.md');
  });

  it.each([
    [refusal(403, 'API rate limit exceeded'), 'API rate limit exceeded'],
    [refusal(500, 'Server\nError'), 'Server Error'],
    [refusal(422, 'Validation Failed'), 'Validation Failed'],
    [refusal(401, 'Bad credentials'), 'github-token'],
    [refusal(403, 'Unable to create comment because issue is locked'), 'the conversation is locked'],
    ['a string', 'a string'],
  ])('is one line that blames no permission for %s', (error, words) => {
    const text = explainRefusal(COMMENT, error, false);
    expect(text).toContain(words);
    expect(text).toMatch(/The report is in the step summary; the verdict does not change\.$/);
    expect(text).not.toContain('permissions');
    expect(text).not.toContain('\n');
  });
});

describe('isForbidden', () => {
  it('is what no second try can mend', () => {
    expect(isForbidden(refusal(403, ACCESS))).toBe(true);
    expect(isForbidden(refusal(403, 'You have exceeded a secondary rate limit'))).toBe(false);
    expect(isForbidden(refusal(500, 'x'))).toBe(false);
  });
});
