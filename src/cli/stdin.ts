/** `check -`: a migration that comes from the standard input, as an editor or a hook has it. */
import { MOST_BYTES } from '../system/read-file.js';
import { asText, displayPath } from '../system/source.js';
import { UsageError } from '../system/usage-error.js';

/** Without a path it stands for a file that is not there, in the working directory. */
export const STDIN_PATH = 'stdin.sql';

/** All that is read, as the file that it stands for, named from `root`. Throws `UsageError` for what is no text, or too much of it. */
export async function migrationFrom(
  input: AsyncIterable<Buffer | string>,
  path: string,
  root: string,
): Promise<{ path: string; text: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES)
      throw new UsageError(`-: there is more than the ${MOST_BYTES / 1024 / 1024} MB that are read.`);
    chunks.push(bytes);
  }
  const read = asText(Buffer.concat(chunks), displayPath(path, root));
  if ('problem' in read) throw new UsageError(`-: ${read.problem}`);
  return read.file;
}
