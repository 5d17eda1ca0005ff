/** Runs a program to its end. */
import type { ExecFileOptions } from 'node:child_process';

/**
 * Runs a program without a shell. Returns what it prints; rejects, as `execFile` does, where it fails or can't be started.
 * What starts programs is loaded only then: most checks start none.
 */
export async function runProgram(program: string, args: string[], options: ExecFileOptions): Promise<string> {
  const [{ execFile }, { promisify }] = await Promise.all([import('node:child_process'), import('node:util')]);
  const { stdout } = await promisify(execFile)(program, args, { windowsHide: true, ...options, encoding: 'utf8' });
  return stdout;
}
