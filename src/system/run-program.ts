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

/** The environment for a program of the user's: without this job's tokens and inputs, and without our own server's address. */
export function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(INPUT_|ACTIONS_|MIGRATION_SAFETY_|GITHUB_TOKEN$|GH_TOKEN$)/.test(name)),
  );
}

export interface ProgramEnd {
  /** Null where it was stopped, or could not be started. */
  code: number | null;
  /** The end of what it printed, both streams in their order. */
  lastWords: string;
  /** It was stopped for its time, in seconds. */
  stoppedAfter?: number;
}

/** Of its output only the end is kept, however much it is. */
const MOST_CHARACTERS = 4000;

const LINGER_MS = 500;

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // None of them is left.
  }
}

/** Runs a program without a shell to its end, whatever that is. When its time is over, it goes with all that it started. */
export async function runToTheEnd(
  [program = '', ...args]: readonly string[],
  { cwd, env, seconds }: { cwd: string; env: NodeJS.ProcessEnv; seconds: number },
): Promise<ProgramEnd> {
  const { spawn } = await import('node:child_process');
  const isGroup = process.platform !== 'win32';
  const options = { cwd, env, detached: isGroup, windowsHide: true };
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let lastWords = '';
  const keep = (chunk: string) => {
    lastWords = (lastWords + chunk).slice(-MOST_CHARACTERS);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);
  let isStopped = false;
  const timer = setTimeout(() => {
    isStopped = true;
    if (isGroup && child.pid) endGroup(child.pid);
    else child.kill('SIGKILL');
  }, seconds * 1000);
  const end = await new Promise<ProgramEnd>((resolve) => {
    child.on('error', ({ message }) => resolve({ code: null, lastWords: message }));
    child.on('close', (code) => resolve({ code, lastWords }));
    // What it has left running may hold its output open for ever.
    child.on('exit', (code) => setTimeout(() => resolve({ code, lastWords }), LINGER_MS).unref());
  });
  if (isGroup && child.pid) endGroup(child.pid);
  clearTimeout(timer);
  return isStopped ? { ...end, code: null, stoppedAfter: seconds } : end;
}
