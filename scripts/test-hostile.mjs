/** Every hostile pull request on every server: `npm test` runs each on one of the four versions. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['vitest', 'run', 'test/hostile', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, HOSTILE: 'all' },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
