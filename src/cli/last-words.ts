/** What the command line says where an unforeseen error ends it. It imports next to nothing, so that nothing can be missing. */
import { explain, wantsStack, withoutSecrets } from '../system/faults.js';

/** The line for the maintainer; with the stack where `DEBUG` asks for it. */
export function lastWords(error: unknown, env: NodeJS.ProcessEnv): string {
  const { message, stack } = explain(error);
  const shown = wantsStack(env) && stack !== null ? `${message}\n${stack}` : message;
  return `migration-safety: ${withoutSecrets(shown)}\n`;
}

/** Bugs end with exit code 2 and a line. A failed write is handled by its caller: it must not end the process. */
export function listen(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', (error) => {
    process.stderr.write(lastWords(error, process.env));
    process.exit(2);
  });
}
