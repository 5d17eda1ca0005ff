/** Reads a settings file's text: what stands in a repository may be a link to anything. */
import { readFile, stat } from 'node:fs/promises';

/** No settings file is larger; a link to a device would never end. */
const MAX_BYTES = 5_000_000;

/** Rejects as `readFile` does; also for what is no file, and for what is too large to be settings. */
export async function readText(path: string): Promise<string> {
  const stats = await stat(path);
  if (stats.isDirectory()) return readFile(path, 'utf8');
  // A shell hands over what a command prints as a pipe.
  if (!stats.isFile() && !stats.isFIFO()) throw new Error('this is a device, not a file: name a file');
  if (stats.size > MAX_BYTES) throw new Error(`the file is larger than ${MAX_BYTES / 1_000_000} MB: no settings are`);
  return readFile(path, 'utf8');
}
