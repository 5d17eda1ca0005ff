/** What must not make a noise: the cache's own warnings and errors would stand in the pull request, and it is a mere help. */
import { debug } from '@actions/core';

/** Runs it; failures, and what it says with commands to the runner, become debug lines. */
export async function quietly(work: () => Promise<unknown>): Promise<void> {
  const { write } = process.stdout;
  process.stdout.write = function (this: typeof process.stdout, text: unknown, ...rest: never[]) {
    return write.call(this, typeof text === 'string' ? muted(text) : (text as string), ...rest);
  } as typeof process.stdout.write;
  try {
    await work();
  } catch (error) {
    debug(`The cache was of no use: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    process.stdout.write = write;
  }
}

/** Annotations as debug lines. Pure. */
export function muted(text: string): string {
  return text.replaceAll(/^::(?:error|warning|notice)(?: [^\n]*?)?::/gm, '::debug::');
}
