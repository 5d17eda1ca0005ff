import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { comparison } from '../../bench/compare.mjs';

const aim = (name: string, ratio: number) => ({ name, ratio, limit: 3 });

it('speaks of ratios that have grown by more than a tenth, and of no others', () => {
  const text = comparison([aim('lint', 2), aim('the example', 2)], [aim('lint', 2.1), aim('the example', 2.5)]);
  expect(text).toContain('| the example | 2.00 × | 2.50 × | +25 % | 3 × |');
  expect(text).not.toContain('lint');
});

it('is silent where nothing has grown, and about what the base did not measure', () => {
  expect(comparison([aim('lint', 2)], [aim('lint', 1), aim('new', 9)])).toBe('');
});
