/** Runs dist/cli.js as a child process, as a user would. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../src/report-schema/types.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface CliRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in `cwd` with a bare environment and what `env` adds. */
export function runCli(
  args: string[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<CliRun> {
  const { PATH, HOME, TMPDIR, SystemRoot, TEMP } = process.env;
  const bare = { PATH, HOME, TMPDIR, SystemRoot, TEMP, ...env };
  return new Promise((resolve, reject) => {
    const options = { cwd, env: bare, maxBuffer: 64 * 1024 * 1024, timeout: 590_000 };
    execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** `check … --format json`: the report beside the exit code. Fails where there is none. */
export async function checkJson(
  args: string[],
  options?: Parameters<typeof runCli>[1],
): Promise<{ exitCode: number; report: Report }> {
  const { exitCode, stdout, stderr } = await runCli(['check', ...args, '--format', 'json'], options);
  if (exitCode === 2) throw new Error(stderr);
  return { exitCode, report: JSON.parse(stdout) as Report };
}
