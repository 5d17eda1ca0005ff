/** Mutes the cache's own warnings and errors, which would be annotations in the pull request: the cache is optional. */
import { debug } from '@actions/core';

/** Runs it. A failure becomes a debug line, and so does each annotation meanwhile that begins with one of `words`. */
export async function withMutedAnnotations(work: () => Promise<unknown>, words: readonly string[]): Promise<void> {
  const { write } = process.stdout;
  process.stdout.write = ((text: unknown, ...rest: never[]) =>
    write.call(
      process.stdout,
      typeof text === 'string' ? muted(text, words) : (text as string),
      ...rest,
    )) as typeof process.stdout.write;
  try {
    await work();
  } catch (error) {
    debug(`The cache was of no use: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    process.stdout.write = write;
  }
}

/** Annotations without a place that begin with one of `words`, as debug lines. Pure. */
export function muted(text: string, words: readonly string[]): string {
  return text.replaceAll(/^::(?:error|warning|notice)::(?=(.*))/gm, (command, message: string) =>
    words.some((word) => message.startsWith(word)) ? '::debug::' : command,
  );
}
