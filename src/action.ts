/** The Action's front door: reads the inputs and the event, does what the mode asks for, and sets the exit code. */
import './bundle.js';
import { existsSync, readFileSync } from 'node:fs';
import { setFailed } from '@actions/core';
import { connect } from './github/client.js';
import { readInputs } from './github/inputs.js';
import { printRaw } from './github/log.js';
import { ServerUnavailable } from './rehearsal/servers/server.js';
import { UsageError } from './usage-error.js';

/** Does the whole job; the result is the exit code. */
async function run(env: NodeJS.ProcessEnv): Promise<number> {
  const inputs = readInputs(env.GITHUB_WORKSPACE ?? process.cwd());
  const world = { inputs, env, github: inputs.token === '' ? null : connect(inputs.token) };
  const event = {
    name: env.GITHUB_EVENT_NAME ?? '',
    repository: env.GITHUB_REPOSITORY ?? '',
    sha: env.GITHUB_SHA ?? '',
    payload: readPayload(env.GITHUB_EVENT_PATH),
  };
  switch (inputs.mode) {
    case 'check':
      return (await import('./action/check-mode.js')).checkMode(event, world);
    case 'report':
      return (await import('./action/report-mode.js')).reportMode(event, world);
    case 'plan':
      return (await import('./action/plan-mode.js')).planMode(event, world);
  }
}

function readPayload(path: string | undefined): unknown {
  return path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

try {
  process.exitCode = await run(process.env);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const isForPeople = error instanceof UsageError || error instanceof ServerUnavailable;
  setFailed(isForPeople ? message : `migration-safety could not do its work: ${message}`);
  if (error instanceof Error && !isForPeople) printRaw(error.stack ?? message);
}
