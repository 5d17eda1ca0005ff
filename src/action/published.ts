/** The report files' folder, and who is told what: the end of every run that has a report. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitHub } from '../github/client.js';
import type { Change } from '../github/event.js';
import type { ActionInputs } from '../github/inputs.js';
import { publish, type Rendered } from '../github/publish.js';
import type { Report } from '../model.js';

export interface World {
  inputs: ActionInputs;
  env: NodeJS.ProcessEnv;
  github: GitHub | null;
}

export async function tell(report: Report, rendered: Rendered, change: Change, world: World): Promise<void> {
  const { inputs, env, github } = world;
  await publish(report, {
    change,
    rendered,
    folder: await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'migration-safety-')),
    github,
    comment: { key: inputs.commentKey, when: inputs.comment },
  });
}
