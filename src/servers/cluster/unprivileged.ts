/** Postgres refuses to run as root: who it runs as instead, and what that user can reach. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Identity {
  uid: number;
  gid: number;
}

/** `postgres`, else `nobody`, when this process is root; undefined when it may start a server itself. */
export function unprivilegedIdentity(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findUser(readFileSync('/etc/passwd', 'utf8'), ['postgres', 'nobody']);
}

/** The first of `names` in the text of `/etc/passwd`. Pure. */
export function findUser(passwd: string, names: string[]): Identity | undefined {
  const users = new Map(passwd.split('\n').map((line) => [line.split(':', 1)[0], line.split(':')]));
  for (const name of names) {
    const [, , uid, gid] = users.get(name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** May this user enter every folder on the way to `folder`, by the permission bits? */
export function canReach(folder: string, { uid, gid }: Identity): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = statSync(at);
    const needed = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
    if ((stat.mode & needed) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
