/** Where a throwaway cluster lives: in memory where there is room, since half of a rehearsal is making and dropping files. */
import { statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import { canReach, type Identity } from './unprivileged.js';

/** `.s.PGSQL.5432` below the folder must fit into `sun_path`: 103 bytes on macOS, 107 on Linux. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length;

const sharedMemory = '/dev/shm';
/** statfs(2). */
const tmpfs = 0x01021994;

/** The folder to make the cluster's own in. `mostBytes`: what the cluster may come to hold, if known. */
export function clusterParent(identity: Identity | undefined, mostBytes: number | undefined): string {
  // A TMPDIR that is set is used.
  const named = process.env.TMPDIR !== undefined;
  return !named && mostBytes !== undefined && hasRoom(sharedMemory, mostBytes)
    ? sharedMemory
    : temporaryFolder(identity);
}

function hasRoom(folder: string, bytes: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const { type, bavail, bsize } = statfsSync(folder);
    const openToAll = (statSync(folder).mode & 0o003) === 0o003;
    return type === tmpfs && openToAll && bavail * bsize >= bytes && freemem() >= bytes;
  } catch {
    return false;
  }
}

function temporaryFolder(identity: Identity | undefined): string {
  const own = tmpdir();
  if (process.platform === 'win32') return own;
  const fits = Buffer.byteLength(path.join(own, 'migration-safety-pg-123456')) <= longestSocketFolder;
  return fits && (identity === undefined || canReach(own, identity)) ? own : '/tmp';
}
