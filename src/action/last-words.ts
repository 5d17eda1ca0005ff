/** What a run says that an unforeseen error ends. It imports next to nothing, so that nothing can be missing. */
import { explain, wantsStack, withoutSecrets } from '../system/faults.js';

/** One error for the runner, and the stack where it is wanted, as text in which the runner reads no command. */
export function lastWords(error: unknown, env: NodeJS.ProcessEnv): string {
  const { message, stack } = explain(error);
  const shown = `::error::${escaped(withoutSecrets(message))}\n`;
  return wantsStack(env) && stack !== null ? `${shown}${debugLines(withoutSecrets(stack))}` : shown;
}

/** Lines that the runner shows, and takes for nothing else. */
export function debugLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `::debug::${escaped(line)}\n`)
    .join('');
}

/** A log that is no longer read, or that has no room, must not end the check. */
export function listenForBrokenStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

function escaped(text: string): string {
  return text.slice(0, 4000).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
