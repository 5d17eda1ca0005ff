import { describe, expect, it } from 'vitest';
import { muted } from '../../src/github/mute-annotations.js';

describe('what the cache says', () => {
  it('is no annotation, and other annotations stay', () => {
    const said =
      '::warning::Failed to restore: no\n::error::Failed to restore: 503\n::warning::The comment\n::error file=a.sql::Failed to restore: b\nFailed to restore: x\n';
    expect(muted(said, ['Failed to restore: '])).toBe(
      '::debug::Failed to restore: no\n::debug::Failed to restore: 503\n::warning::The comment\n::error file=a.sql::Failed to restore: b\nFailed to restore: x\n',
    );
    expect(muted('::warning::Anything\n', [''])).toBe('::debug::Anything\n');
    expect(muted('::add-mask::secret\n', [''])).toBe('::add-mask::secret\n');
  });
});
