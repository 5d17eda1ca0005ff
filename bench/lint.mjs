// How long linting takes, whole process and no server: one file, and 2,000 generated files of 12 statements, side by side
// with squawk-cli; then the cost of a file from 500 to 5,000 of them. Ratios carry over; times are of this machine.
// `npm run bench:lint` builds dist/ first, which is what is measured.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintOf, quiet, squawkBinary, writeFiles } from './lint-files.mjs';
import { race } from './race.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-lint-'));

const ms = (time) => `${time.toFixed(0)} ms`;
const lint = lintOf(cli, folder);
const squawk = squawkBinary();

function compare(title, [ours, theirs]) {
  const ratio = theirs === undefined ? '' : ` = ${(ours / theirs).toFixed(2)} × squawk's ${ms(theirs)}`;
  console.log(`${title}: ${ms(ours)}${ratio}`);
}

try {
  const one = path.join(writeFiles(folder, 1), '000000_orders.sql');
  const [node, single, other] = await race(
    [[process.execPath, '-e', '0'], lint(one), ...(squawk ? [[squawk, one]] : [])],
    21,
    { cwd: folder },
  );
  console.log(`Node ${process.version}; the aim: one file under 100 ms, 2,000 files at most 1 × squawk`);
  if (!squawk) console.log('squawk-cli has no binary for this platform');
  compare(`one file (Node's own start is ${ms(node)} of it)`, [single, other]);

  const many = writeFiles(folder, 2000);
  compare(
    '2,000 files, 24,000 statements, nothing found',
    await race(quiet(many, { lint, squawk, folder }), 7, { cwd: folder }),
  );
  compare(
    '2,000 files, all that each tool finds and prints',
    await race([lint(many), ...(squawk ? [[squawk, path.join(many, '*.sql')]] : [])], 5, { cwd: folder }),
  );

  const counts = [500, 1000, 2000, 5000];
  const folders = counts.map((count) => (count === 2000 ? many : writeFiles(folder, count)));
  const times = await race(
    folders.map((target) => [...lint(target), '--config', 'quiet.yml']),
    5,
    { cwd: folder },
  );
  const perFile = times.map((time, at) => (1000 * (time - single)) / counts[at]);
  console.log('the cost of a file beyond the first, nothing found:');
  for (const [at, count] of counts.entries()) {
    console.log(`  ${String(count).padStart(5)} files: ${perFile[at].toFixed(0)} µs each, ${ms(times[at])} in all`);
  }
  console.log(`  5,000 against 500: ${(perFile[3] / perFile[0]).toFixed(2)} × (1 is linear)`);
} finally {
  rmSync(folder, { recursive: true });
}
