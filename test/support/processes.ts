/** What a test needs to know of processes and temporary folders. */
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Identity, unprivilegedIdentity } from '../../src/servers/cluster/unprivileged.js';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until `assertion` holds; throws what it threw last after 15 s. */
export async function eventually(assertion: () => void): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    try {
      return assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(20);
    }
  }
}

/** A folder of the user that a server runs as. */
export function temporaryFolder(): { folder: string; identity: Identity | undefined } {
  const identity = unprivilegedIdentity();
  const folder = mkdtempSync(path.join(tmpdir(), 'migration-safety-test-'));
  if (identity !== undefined) chownSync(folder, identity.uid, identity.gid);
  return { folder, identity };
}
