import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeSample, regexSamples } from '../../../../src/rehearsal/ground/seed/pattern.js';

describe('samples of a regular expression', () => {
  it.each([
    String.raw`^\+[0-9]{8,15}$`,
    '^[^@ ]+@[^@ ]+\\.[a-z]{2,}$',
    '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    '^(draft|live) [A-Z]{3}-\\d{4}$',
    '^[-_.a-z]{3}x?y*$',
    '^#([0-9a-f]{3}|[0-9a-f]{6})$',
  ])('%s', (pattern) => {
    const samples = regexSamples(pattern, 50);
    expect(samples).toHaveLength(50);
    expect(new Set(samples).size).toBeGreaterThan(3);
    for (const sample of samples) expect(sample).toMatch(new RegExp(pattern));
  });

  it('spells POSIX classes out', () => {
    for (const sample of regexSamples('^[[:upper:]][[:digit:]_]$', 9)) expect(sample).toMatch(/^[A-Z][0-9_]$/);
  });

  it.each(['(?=a)b', '(a', '[a', 'a\\y', '[^ -~a-z0-9_-]'])('gives up on %s', (pattern) => {
    expect(regexSamples(pattern, 3)).toEqual([]);
  });

  it('never throws, whatever the pattern', () => {
    fc.assert(fc.property(fc.string(), (pattern) => Array.isArray(regexSamples(pattern, 3))));
  });
});

it('fills the wildcards of LIKE', () => {
  expect(likeSample('https://%', 12)).toBe('https://12');
  expect(likeSample('a\\%_', 12)).toBe('a%2');
});
