/** Writes a command's output: to the standard output, or into the file that was named. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { whyNot } from '../system/faults.js';
import { UsageError } from '../system/usage-error.js';

/** Ends silently where the reader has closed the pipe, as `| head` does. Throws `UsageError` where it can't be written. */
export async function print(text: string): Promise<void> {
  if (text === '') return;
  const error = await new Promise<Error | null | undefined>((done) => process.stdout.write(text, done));
  if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') {
    throw new UsageError(`The output can’t be written: ${whyNot(error)}.`);
  }
}

/** Into the file, whose folder is made, or to the standard output without one. Throws `UsageError` that names the file. */
export async function deliver(text: string, output: string | undefined, cwd: string): Promise<void> {
  if (output === undefined) return print(text);
  try {
    const file = resolve(cwd, output);
    await writeFile(file, text).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      await makeFolder(dirname(file));
      await writeFile(file, text);
    });
  } catch (error) {
    throw new UsageError(`--output ${output}: ${whyNot(error)}.`);
  }
}

/** With those above it. Node's own `recursive` goes round without end where a file system refuses a folder with ENOENT, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  const above = dirname(folder);
  if (!existsSync(above) && above !== folder) await makeFolder(above);
  if (!existsSync(folder)) await mkdir(folder);
}
