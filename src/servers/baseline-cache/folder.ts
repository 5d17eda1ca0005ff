/** The folder that keeps what a later run can start from. */
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/** Made if it isn't there; null where there is no folder that only we can write to. */
export function ownFolder(parent: string = tmpdir()): string | null {
  const folder = path.join(parent, `migration-safety-${userName()}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or it can't be made: the check below shows.
  }
  try {
    const stat = lstatSync(folder);
    const ours = process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o077) === 0);
    return stat.isDirectory() && ours ? folder : null;
  } catch {
    return null;
  }
}

function userName(): string {
  return process.getuid === undefined ? userInfo().username : String(process.getuid());
}
