/** The command line's entry point. It is small on purpose: what a command needs is loaded with the command. */
import './system/bundle.js';
import module from 'node:module';
import { lastWords, listen } from './cli/last-words.js';

listen();
try {
  // Node 22.1 and later keep the compiled code from one run to the next.
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  const { main } = await import('./cli/main.js');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  process.stderr.write(lastWords(error, process.env));
}
