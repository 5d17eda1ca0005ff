/** A short run of the fuzzer with a seed of its own; `npm run fuzz` runs as long as somebody likes. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('finds a report in every format for whatever files hold', () => {
  const args = ['scripts/fuzz.mjs', '--inputs', '120', '--seed', '20260101', '--cli-every', '0'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(`${stdout}${stderr}`).toMatch(
    /^seed 20260101: 120 inputs in 9 formats, 0 of them also by dist\/cli\.js, 0 failures\n$/,
  );
  expect(status).toBe(0);
});
