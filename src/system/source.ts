/** Reads files as text, or says why that can't be done. */
import { isAbsolute, relative, sep } from 'node:path';
import type { SourceFile } from '../model.js';
import { readBytes } from './read-file.js';

export type ReadResult = { file: SourceFile } | { path: string; problem: string };

/** Reads a file as UTF-8 and drops a byte order mark. Never throws for what is wrong with the file. */
export async function readSource(absolute: string, cwd: string): Promise<ReadResult> {
  const path = displayPath(absolute, cwd);
  const read = await readBytes(absolute, cwd);
  return 'problem' in read ? { path, problem: read.problem } : asText(read.bytes, path);
}

/** The bytes of a file as its text, or what is wrong with them. */
export function asText(bytes: Buffer, path: string): ReadResult {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { path, problem: 'The file is UTF-16. Save it as UTF-8: Postgres reads migrations in UTF-8.' };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const line = bytes.subarray(0, nul).toString('latin1').split('\n').length;
    return {
      path,
      problem: `The file holds a NUL byte (line ${line}): it is UTF-16 or no text at all. Save it as UTF-8.`,
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { file: { path, text, ...(isMarked && { byteOrderMark: true }) } };
  } catch {
    return { path, problem: `The file is not UTF-8${where(bytes)}. Save it as UTF-8.` };
  }
}

/** The path as reports show it: relative to the working directory where it lies inside, with forward slashes. */
export function displayPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  const outside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  const shown = path === '' || outside ? absolute : path;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

/** The line of the first byte that isn't UTF-8. */
function where(bytes: Buffer): string {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); ; end = bytes.indexOf(10, start)) {
    const part = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!Buffer.from(part.toString('utf8'), 'utf8').equals(part)) return ` (line ${line})`;
    if (end === -1) return '';
    start = end + 1;
    line++;
  }
}
