import { describe, expect, it } from 'vitest';
import { explainRefusal } from '../../src/github/errors.js';

function refusal(status: number, message: string): Error {
  return Object.assign(new Error(message), { status });
}

describe('explainRefusal', () => {
  it('names the permission that is missing', () => {
    const text = explainRefusal(refusal(403, 'Resource not accessible by integration'), false);
    expect(text).toContain('"permissions: pull-requests: write"');
    expect(text).not.toContain('fork');
  });

  it('says that a fork has nothing to mend', () => {
    expect(explainRefusal(refusal(403, 'Resource not accessible by integration'), true)).toContain('nothing to mend');
  });

  it.each([refusal(403, 'API rate limit exceeded'), refusal(500, 'Server\nError'), 'a string'])(
    'is one line that blames no permission for %s',
    (error) => {
      const text = explainRefusal(error, false);
      expect(text).not.toContain('permissions');
      expect(text).not.toContain('\n');
    },
  );
});
