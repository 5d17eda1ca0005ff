/** The event as the runner hands it over: some variables, and a file that may be missing or broken. */
import { readFileSync, statSync } from 'node:fs';
import { whyNot } from '../system/faults.js';
import { UsageError } from '../system/usage-error.js';
import type { TriggeringEvent } from './event.js';

const REMEDY = 'The runner writes that file: run the job again, and see that no earlier step changes it.';

/** The payload is read when it is asked for: some events need none. Reading it throws `UsageError`. */
export function triggeringEvent(env: NodeJS.ProcessEnv): TriggeringEvent {
  const path = env.GITHUB_EVENT_PATH;
  return {
    name: env.GITHUB_EVENT_NAME ?? '',
    repository: env.GITHUB_REPOSITORY ?? '',
    sha: env.GITHUB_SHA ?? '',
    ...(path && { path }),
    get payload() {
      return readPayload(path);
    },
  };
}

function readPayload(path: string | undefined): unknown {
  if (!path) throw new UsageError(`GITHUB_EVENT_PATH names no event file. ${REMEDY}`);
  const problem = (what: string) => new UsageError(`The event file ${path} (GITHUB_EVENT_PATH) ${what}. ${REMEDY}`);
  let text: string;
  try {
    // What is no file may never end.
    if (!statSync(path).isFile()) throw problem('is no file');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw error instanceof UsageError ? error : problem(`can’t be read: ${whyNot(error)}`);
  }
  if (text.trim() === '') throw problem('is empty');
  try {
    return JSON.parse(text);
  } catch {
    throw problem('is not JSON');
  }
}
