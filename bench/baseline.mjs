// What the length of a history costs: the whole process, cold, warm, and warm with ten times the history, on the embedded and a
// local server. The schema is the same in the longer history; only more came and went. Prints the best of a few runs, and ratios.
// Usage: node bench/baseline.mjs [runs]
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeHistory } from './history.mjs';

const RUNS = Number(process.argv[2] ?? 5);
const LENGTHS = [1000, 10_000];
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
chmodSync(folder, 0o755);

function check(length, server, temp, ...more) {
  const start = performance.now();
  const args = [cli, 'check', '--server', server, '--format', 'json', ...more];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: join(folder, String(length)),
    env: { ...process.env, TMPDIR: temp },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${server}, ${length}: exit code ${status}\n${stderr}${stdout.slice(0, 2000)}`);
  return { time, ...JSON.parse(stdout).baseline };
}

/** A temporary folder that nothing was kept in but what the embedded server always keeps. */
function freshTemp(server) {
  const temp = mkdtempSync(join(folder, 'temp-'));
  chmodSync(temp, 0o777);
  if (server === 'embedded') check(1000, server, temp, '--no-cache');
  return temp;
}

try {
  for (const length of LENGTHS) {
    mkdirSync(join(folder, String(length)));
    makeHistory(join(folder, String(length)), length);
  }
  for (const server of ['embedded', 'local']) {
    const best = {};
    for (const length of LENGTHS) {
      const times = { cold: [], warm: [] };
      for (let i = 0; i < RUNS; i++) {
        const temp = freshTemp(server);
        const cold = check(length, server, temp);
        const warm = check(length, server, temp);
        if (cold.fromCache !== 0 || warm.fromCache !== warm.scripts)
          throw new Error('the cache was not used as it should be');
        times.cold.push(cold.time);
        times.warm.push(warm.time);
        rmSync(temp, { recursive: true, force: true });
      }
      best[length] = { cold: Math.min(...times.cold), warm: Math.min(...times.warm) };
      const { cold, warm } = best[length];
      console.log(
        `${server}, ${length} earlier migrations: cold ${cold.toFixed(0)} ms, warm ${warm.toFixed(0)} ms = ${(warm / cold).toFixed(2)} × cold`,
      );
    }
    const [short, long] = LENGTHS.map((length) => best[length].warm);
    console.log(`${server}: warm with ten times the history = ${(long / short).toFixed(2)} × warm`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
