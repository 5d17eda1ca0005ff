/** Printing to the job's log, where every line that starts with `::` is a command to the runner. */
import { randomUUID } from 'node:crypto';

/** Text that others wrote (SQL, a server's messages), wrapped so that the runner reads no command in it. */
export function rawText(text: string, token: string = randomUUID()): string {
  return `::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`;
}

export function printRaw(text: string): void {
  process.stdout.write(rawText(text));
}
