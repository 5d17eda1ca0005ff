// Programs that take turns.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * The runs take turns, so that what else the machine does hits both; the median counts. This process goes on meanwhile: a server that
 * it has started writes to it.
 */
export async function race(commands, runs, { cwd, env = process.env } = {}) {
  const times = commands.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [at, [program, ...args]] of commands.entries()) {
      const start = performance.now();
      const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
      let stderr = '';
      child.stderr.on('data', (text) => {
        stderr += text;
      });
      const [status] = await once(child, 'close');
      times[at].push(performance.now() - start);
      if (status !== 0 && status !== 1) throw new Error(`${program} ${args.join(' ')}: exit code ${status}: ${stderr}`);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
}
