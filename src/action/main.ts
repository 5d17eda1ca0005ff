/** One run of the Action: its context, its work, and what is reported where that can't be done. */
import { setSecret, warning } from '@actions/core';
import { apiAddress, checkProxy } from '../github/addresses.js';
import type { GitHub } from '../github/client.js';
import type { TriggeringEvent } from '../github/event.js';
import { triggeringEvent } from '../github/event-file.js';
import { passwordsOf, readInputs, readTellingInputs, type TellingInputs } from '../github/inputs.js';
import { withoutSecrets } from '../system/faults.js';
import { UsageError } from '../system/usage-error.js';
import { onCancel } from './cancelled.js';
import { giveUp } from './give-up.js';
import type { ActionContext } from './publish-report.js';
import { newTelling } from './telling.js';

export interface Job {
  /** Does the whole job; the result is the exit code. */
  run(): Promise<number>;
  /** Says that it can't be done, and why. */
  giveUp(error: unknown): Promise<void>;
}

/** Never fails for what the runner, the workflow or the network have wrong: what is missing shows when it is needed. */
export async function newJob(env: NodeJS.ProcessEnv): Promise<Job> {
  const inputs = readTellingInputs();
  const secrets = passwordsOf(inputs.databaseUrl);
  for (const secret of secrets) setSecret(secret);
  const event = triggeringEvent(env);
  const github = await reach(inputs, event, env);
  const telling = newTelling();
  const circumstances = { env, event, github, inputs, telling, secrets: [...secrets, inputs.token] };
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  const isDone = onCancel({ ...circumstances, event });

  return {
    async run() {
      try {
        const read = readInputs(workspace);
        return await work(event, { inputs: read, env, github, telling });
      } catch (error) {
        await giveUp(error, circumstances);
        return 1;
      } finally {
        isDone();
      }
    },
    giveUp: (error) => giveUp(error, circumstances),
  };
}

async function work(event: TriggeringEvent, actionContext: ActionContext): Promise<number> {
  switch (actionContext.inputs.mode) {
    case 'check':
      return (await import('./check-mode.js')).checkMode(event, actionContext);
    case 'report':
      return (await import('./report-mode.js')).reportMode(event, actionContext);
    case 'plan':
      return (await import('./plan-mode.js')).planMode(event, actionContext);
    case 'link':
      return (await import('./link-mode.js')).linkMode(event, actionContext);
  }
}

/** Null where there is no token, or no way to GitHub: git can take its place, and a warning says what is wrong. */
async function reach({ token }: TellingInputs, event: TriggeringEvent, env: NodeJS.ProcessEnv): Promise<GitHub | null> {
  if (token === '') return null;
  try {
    checkProxy(apiAddress(env), env);
    if (!/^[\w.-]+\/[\w.-]+$/.test(env.GITHUB_REPOSITORY ?? '')) {
      throw new UsageError('GITHUB_REPOSITORY is not the name of a repository, such as acme/shop');
    }
    hideBrokenPayload(event);
    // Not before: while @actions/github is loaded it reads the event and the addresses, and throws for what is wrong there.
    return (await import('../github/client.js')).connect(token);
  } catch (error) {
    const reason = withoutSecrets((error as Error).message, [token]).replace(/[\s.]+$/, '');
    const what =
      error instanceof UsageError
        ? reason
        : `there is no way to GitHub (${reason}): look at GITHUB_API_URL and the proxy's variables`;
    warning(`GitHub is not asked, and the pull request gets no comment: ${what}. git lists the changed files instead.`);
    return null;
  }
}

/** From @actions/github, which needs none: the code that needs the payload reports what is wrong with it. */
function hideBrokenPayload(event: TriggeringEvent): void {
  try {
    void event.payload;
  } catch {
    delete process.env.GITHUB_EVENT_PATH;
  }
}
