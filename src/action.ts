/** The Action's front door: reads the inputs and the event, checks, publishes, and sets the exit code. */
import './bundle.js';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { info, setFailed, setSecret } from '@actions/core';
import { trustedSettings } from './action/base.js';
import { compare } from './action/compare.js';
import { render } from './action/render.js';
import { check } from './check.js';
import { connect } from './github/client.js';
import { readEvent } from './github/event.js';
import { passwordsOf, readInputs } from './github/inputs.js';
import { printRaw } from './github/log.js';
import { publish } from './github/publish.js';
import { repositoryRoot } from './migrations/changes.js';
import { ServerUnavailable } from './rehearsal/servers/server.js';
import { resolveSettings } from './settings/resolve.js';
import { UsageError } from './usage-error.js';

/** Does the whole job; the result is the exit code. */
async function run(env: NodeJS.ProcessEnv): Promise<number> {
  const inputs = readInputs(env.GITHUB_WORKSPACE ?? process.cwd());
  for (const password of passwordsOf(inputs.settings['database-url'])) setSecret(password);
  const folder = inputs.workingDirectory;
  if (!existsSync(folder)) throw new UsageError(`working-directory: there is no folder ${folder}.`);
  // git answers with real paths: ours have to begin the same.
  const cwd = realpathSync.native(folder);
  const top = (await repositoryRoot(cwd)) ?? realpathSync.native(env.GITHUB_WORKSPACE ?? cwd);

  const change = readEvent({
    name: env.GITHUB_EVENT_NAME ?? '',
    repository: env.GITHUB_REPOSITORY ?? '',
    sha: env.GITHUB_SHA ?? '',
    payload: readPayload(env.GITHUB_EVENT_PATH),
  });
  const github = inputs.token === '' ? null : connect(inputs.token);
  const settings = await resolveSettings({
    inputs: inputs.settings,
    cwd,
    ...(await trustedSettings(change, github, top)),
  });
  // GitHub names files from the top of the repository, so reports do, too.
  const checked = await check({
    settings,
    cwd: top,
    change: await compare(change, github, top),
    // On one line: a server's words must not begin a line of the log.
    progress: (step) => info(step.replaceAll(/\s+/g, ' ')),
  });

  await publish(checked.report, {
    change,
    rendered: render(checked, change, inputs.commentKey, env),
    folder: await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'migration-safety-')),
    comment: inputs.comment && github ? { github, key: inputs.commentKey } : null,
  });
  return checked.report.verdict === 'pass' ? 0 : 1;
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
