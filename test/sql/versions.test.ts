import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { firstWith, has, isSupported, MAJORS, NEWEST, OLDEST } from '../../src/sql/versions.js';

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('has a feature from its first major on, also in versions that nobody knows yet', () => {
  const since = firstWith('newValueOfNewEnum');
  expect([since - 1, since, since + 1, 99].map((major) => has('newValueOfNewEnum', major))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

it('takes a version that nobody said for what the caller says', () => {
  expect(has('virtualColumns', null, 'as newest')).toBe(true);
  expect(has('virtualColumns', null, 'as oldest')).toBe(false);
  expect(has('virtualColumns', NEWEST, 'as oldest')).toBe(true);
  expect(has('virtualColumns', OLDEST, 'as newest')).toBe(false);
});

it('supports all majors from the oldest on', () => {
  expect([OLDEST - 1, ...MAJORS, NEWEST + 1].map(isSupported)).toEqual([false, ...MAJORS.map(() => true), true]);
});

it('is the list that CI, the binaries of the tests and the README have', () => {
  expect(parse(text('.github/workflows/ci.yml')).jobs['service-container'].strategy.matrix.postgres).toEqual(MAJORS);
  const { optionalDependencies } = JSON.parse(text('test/support/postgres-binaries/package.json'));
  const installed = Object.keys(optionalDependencies).map((name) => Number(name.split('-')[1]));
  expect([...new Set(installed)]).toEqual(MAJORS);
  expect(text('README.md')).toContain(`PostgreSQL ${OLDEST} to ${NEWEST} included`);
});
