/** The command line's front door. It is small on purpose: what a command needs is loaded with the command. */
import module from 'node:module';
import { lastWords, listen } from './cli/last-words.js';
import { stayWithFirstCompiler } from './system/first-compiler.js';

/** Runs a command to its end, and sets the exit code. */
export async function run(args: string[]): Promise<void> {
  listen();
  stayWithFirstCompiler();
  try {
    // Node 22.1 and later keep the compiled code from one run to the next.
    (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
    const { main } = await import('./cli/main.js');
    process.exitCode = await main(args);
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(lastWords(error, process.env));
  }
}
