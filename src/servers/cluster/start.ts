/** A throwaway cluster: made in a temporary folder, gone with the process that asked for it. */
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Cluster } from './cluster.js';
import { clusterParent } from './folder.js';
import { copyInstallation, runsInPlace } from './installation.js';
import { startWithPgCtl } from './pg-ctl.js';
import { startSupervised } from './supervised.js';
import { unprivilegedIdentity } from './unprivileged.js';

export interface ClusterOptions {
  bin: string;
  password?: string;
  /** A loopback port to listen on as well. */
  port?: number;
  /** What it may come to hold: with room for so much it lives in memory. */
  mostBytes?: number | undefined;
  /** Settings of the server besides ours. */
  settings?: Record<string, string>;
  /** Called with what the server writes to its log. */
  log?: (text: string) => void;
  /** A data folder to start from, as a tar. */
  kept?: Buffer | undefined;
}

/** Makes a cluster of these binaries and starts it. Throws an `Error` with what initdb or postgres said. */
export async function startCluster({
  bin,
  password,
  port,
  mostBytes,
  kept,
  settings,
  log,
}: ClusterOptions): Promise<Cluster> {
  const identity = unprivilegedIdentity();
  if (identity === undefined && process.getuid?.() === 0) {
    throw new Error('PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody`');
  }
  // A memory file system may forbid to run what lies in it: a copy of the binaries would.
  const inPlace = runsInPlace(bin, identity);
  const most = inPlace ? mostBytes : undefined;
  const folder = mkdtempSync(path.join(clusterParent(identity, most), 'migration-safety-pg-'));
  try {
    if (identity !== undefined) chownSync(folder, identity.uid, identity.gid);
    const plan = {
      bin: inPlace ? bin : copyInstallation(bin, path.join(folder, 'postgresql'), identity),
      folder,
      identity,
      password,
      port: port ?? 5432,
      kept,
      settings,
      log,
    };
    const start = process.platform === 'win32' ? startWithPgCtl : startSupervised;
    return await start({ ...plan, listen: port !== undefined });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
