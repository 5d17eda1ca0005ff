/** `mode: check`: checks what the event changed. */
import { existsSync, realpathSync } from 'node:fs';
import { info, setSecret } from '@actions/core';
import { check } from '../check.js';
import { readEvent, type TriggeringEvent } from '../github/event.js';
import { passwordsOf } from '../github/inputs.js';
import { repositoryRoot } from '../migrations/changes.js';
import { resolveSettings } from '../settings/resolve.js';
import { UsageError } from '../usage-error.js';
import { trustedSettings } from './base.js';
import { compare } from './compare.js';
import { tell, type World } from './published.js';
import { render } from './render.js';

/** The result is the exit code: the verdict alone decides it. */
export async function checkMode(event: TriggeringEvent, world: World): Promise<number> {
  const { inputs, env, github } = world;
  for (const password of passwordsOf(inputs.settings['database-url'])) setSecret(password);
  const folder = inputs.workingDirectory;
  if (!existsSync(folder)) throw new UsageError(`working-directory: there is no folder ${folder}.`);
  // git answers with real paths: ours have to begin the same.
  const cwd = realpathSync.native(folder);
  const top = (await repositoryRoot(cwd)) ?? realpathSync.native(env.GITHUB_WORKSPACE ?? cwd);

  const change = readEvent(event);
  const trusted = await trustedSettings(change, github, top);
  const settings = await resolveSettings({ inputs: inputs.settings, cwd, ...trusted });
  const { diff, ...files } = await compare(change, github, top);
  const { report, sources } = await check({
    settings,
    // GitHub names files from the top of the repository, so reports do, too.
    cwd: top,
    change: { ...trusted, ...files },
    // On one line: a server's words must not begin a line of the log.
    progress: (step) => info(step.replaceAll(/\s+/g, ' ')),
  });

  const { commentKey, suggestions } = inputs;
  await tell(report, render(report, { change, diff, commentKey, env, sources, suggestions }), change, world);
  return report.verdict === 'pass' ? 0 : 1;
}
