/** Starts a cluster with pg_ctl: on Windows it drops administrator rights, which postgres refuses to have. */
import { execFile, execFileSync } from 'node:child_process';
import { chownSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Cluster, ClusterPlan } from './cluster.js';
import { unpackCluster } from './copy.js';
import { program } from './programs.js';
import { initdbArguments, serverEnvironment, serverSettings } from './settings.js';

/** Starts the cluster on a free loopback port and stops it in an exit hook. */
export async function startWithPgCtl(plan: ClusterPlan & { listen: boolean }): Promise<Cluster> {
  const { bin, folder, identity } = plan;
  const data = path.join(folder, 'data');
  const port = plan.listen ? plan.port : await freePort();
  const passwordFile = plan.password === undefined ? undefined : path.join(folder, 'password');
  if (passwordFile !== undefined) {
    writeFileSync(passwordFile, `${plan.password}\n`, { mode: 0o600 });
    if (identity !== undefined) chownSync(passwordFile, identity.uid, identity.gid);
  }
  const options = { cwd: folder, env: serverEnvironment(process.env), ...identity };
  const pgCtl = program(bin, 'pg_ctl');
  const settings = Object.entries(serverSettings(null, port, true, plan.settings)).map(
    ([name, value]) => `-c ${name}="${value}"`,
  );

  if (plan.kept) unpackCluster(plan.kept, data, identity);
  else await promisify(execFile)(program(bin, 'initdb'), ['-D', data, ...initdbArguments(passwordFile)], options);
  const remove = () => {
    try {
      execFileSync(pgCtl, ['-D', data, '-m', 'immediate', '-w', 'stop'], { ...options, stdio: 'ignore' });
    } catch {
      // It is not running (any more).
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const removeAndEnd = (signal: NodeJS.Signals) => {
    remove();
    process.kill(process.pid, signal);
  };
  process.once('exit', remove);
  process.once('SIGINT', removeAndEnd);
  process.once('SIGTERM', removeAndEnd);
  const stop = async () => {
    process.off('exit', remove);
    process.off('SIGINT', removeAndEnd);
    process.off('SIGTERM', removeAndEnd);
    remove();
  };
  try {
    const log = path.join(folder, 'log');
    await promisify(execFile)(pgCtl, ['-D', data, '-l', log, '-w', '-o', settings.join(' '), 'start'], options);
  } catch (error) {
    await stop();
    throw error;
  }
  return { host: '127.0.0.1', port, data, stop };
}

/** A port without a listener at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
