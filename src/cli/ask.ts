/** Asks a person on the terminal; without one nothing is asked. */
import { createInterface } from 'node:readline/promises';

/** The answer, without the space around it. */
export type Ask = (question: string) => Promise<string>;

export function askOnTerminal(): Ask | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await terminal.question(`${question} `);
    terminal.close();
    return answer.trim();
  };
}
