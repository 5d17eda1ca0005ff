/** GitHub's cache between runs: brings kept baselines to the runner, and saves new ones. It never fails a check. */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withMutedAnnotations } from './mute-annotations.js';

/** How long the check waits for it. */
const patienceMs = 10_000;
/** Another shape of the folder needs another prefix. */
const PREFIX = `migration-safety-1-${process.platform}-${process.arch}-`;

export interface ActionsCache {
  /** Brings what was kept under the first of the keys, else the latest that there is: it may hold an earlier baseline. */
  fetch(keys: readonly string[]): Promise<void>;
  /** Saves what this run has kept, if that is anything new. */
  save(): Promise<void>;
}

/** Whether the runner offers the cache to this job. */
export function hasActionsCache({ ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL, ACTIONS_RUNTIME_TOKEN }: NodeJS.ProcessEnv) {
  return Boolean((ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL) && ACTIONS_RUNTIME_TOKEN);
}

/** The cache of one folder. */
export function actionsCache(folder: string): ActionsCache {
  const start = Date.now();
  let brought = '';
  let wanted: string | undefined;
  return {
    async fetch([key = '']) {
      wanted = key;
      const exact = `${PREFIX}${key}-`;
      const options = { timeoutInMs: patienceMs, segmentTimeoutInMs: patienceMs };
      const restored = withMutedAnnotations(async () => {
        const { restoreCache } = await import('@actions/cache');
        // Keys that are saved name the files, too: a server's update makes another one of the same scripts.
        await restoreCache([folder], exact, [exact, PREFIX], options);
      }, ['Failed to restore: ']);
      // A service that doesn't answer is not asked again.
      if (!(await inTime(restored))) wanted = undefined;
      await withMutedAnnotations(async () => {
        brought = contents(folder).join();
      }, []);
    },
    async save() {
      if (wanted === undefined) return;
      const key = wanted;
      // No warning or error of the cache is shown any more.
      await withMutedAnnotations(async () => {
        if (contents(folder).join() === brought) return;
        const { saveCache } = await import('@actions/cache');
        for (const name of contents(folder)) if (usedAt(join(folder, name)) < start) rmSync(join(folder, name));
        const names = createHash('sha256').update(contents(folder).join()).digest('hex').slice(0, 16);
        await saveCache([folder], `${PREFIX}${key}-${names}`);
      }, ['']);
    },
  };
}

async function inTime(work: Promise<unknown>): Promise<boolean> {
  const done = new AbortController();
  const late = sleep(patienceMs, false, { signal: done.signal, ref: false }).catch(() => false);
  return Promise.race([work.then(() => true), late]).finally(() => done.abort());
}

function contents(folder: string): string[] {
  return readdirSync(folder).sort();
}

function usedAt(file: string): number {
  return statSync(file).mtimeMs;
}
