/** The lock that a migration's tool holds while it runs. */
import { LAYOUTS } from '../../migrations/layouts/index.js';
import type { RunnerLock } from '../../migrations/layouts/layout.js';
import type { Migration } from '../../model.js';

export function runnerLock({
  layout,
  unlocked = false,
}: Pick<Migration, 'layout' | 'unlocked'>): (RunnerLock & { tool: string }) | undefined {
  const found = LAYOUTS.find(({ name }) => name === layout);
  if (unlocked || found?.runnerLock === undefined) return undefined;
  return { ...found.runnerLock, tool: found.tool };
}
