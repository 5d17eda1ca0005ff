/** The names of scratch databases and their roles: they hold the time when they were made. Pure. */
import { randomBytes } from 'node:crypto';

const namePattern = /^migration_safety_(\d{10})_\d+_[0-9a-f]{8}$/;
const leftoverAgeSeconds = 6 * 60 * 60;

/** Is this a scratch database or its role? */
export function isScratch(name: string): boolean {
  return namePattern.test(name);
}

/** A unique name that says when it was made and by which process. */
function scratchName(unixSeconds: number, pid: number): string {
  return `migration_safety_${unixSeconds}_${pid}_${randomBytes(4).toString('hex')}`;
}

/** Is this of a run that must have crashed, since no run takes so long? */
export function isLeftover(name: string, unixSeconds: number): boolean {
  const made = namePattern.exec(name)?.[1];
  return made !== undefined && unixSeconds - Number(made) > leftoverAgeSeconds;
}

/** A name for a database of this run. */
export function newName(): string {
  return scratchName(Math.floor(Date.now() / 1000), process.pid);
}
