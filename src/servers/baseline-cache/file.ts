/** A file that is either whole or not there, whatever became of the process that wrote it. */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';

const digestBytes = 32;

/** What was kept, if it is whole. */
export function readKept(file: string): Buffer | undefined {
  try {
    const content = readFileSync(file);
    const kept = content.subarray(digestBytes);
    return digest(kept).equals(content.subarray(0, digestBytes)) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `content`, and says whether it could. Readers see the old file or the new one, never a part. */
export function writeKept(file: string, content: Uint8Array): boolean {
  const partial = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const opened = openSync(partial, 'wx', 0o600);
    try {
      for (const part of [digest(content), content]) writeAll(opened, part);
    } finally {
      closeSync(opened);
    }
    renameSync(partial, file);
    return true;
  } catch {
    // A full disk costs the next run its time, no more.
    rmSync(partial, { force: true });
    return false;
  }
}

function writeAll(file: number, content: Uint8Array): void {
  for (let at = 0; at < content.length; ) at += writeSync(file, content, at);
}

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
