/** The Action between runs: a second job, on a machine that knows nothing, starts from what the first one kept. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report-schema/types.js';
import { type CacheService, startCacheService } from '../support/github/cache-service.js';
import { type ActionRun, installAction, removeRuns } from '../support/runner.js';
import { newScene, type Scene } from '../support/scene.js';

const FIRST = 'db/migrations/001_orders.sql';
// What is built in less than two seconds is not worth a download.
const SLOW = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nSELECT pg_sleep(2.1);\n';
const CHANGE = {
  'db/migrations/002_orders_note.sql': "SET lock_timeout = '1s';\nALTER TABLE orders ADD COLUMN paid boolean;\n",
};

let action: string;
let scene: Scene;
let cache: CacheService;
let folder: string;

beforeAll(() => {
  action = installAction();
});
afterAll(() => {
  rmSync(action, { recursive: true, force: true });
  removeRuns();
});
beforeEach(async () => {
  cache = await startCacheService();
  folder = mkdtempSync(join(tmpdir(), 'runner-temp-'));
  scene = await newScene({ 'README.md': '# Shop\n', [FIRST]: SLOW }, { action, node: process.execPath });
  scene.push(CHANGE);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await scene.close();
  await cache.close();
});

/** A job on a fresh machine. */
async function job(inputs: Record<string, string> = {}): Promise<{ run: ActionRun; report: Report }> {
  const temp = join(folder, '_temp');
  rmSync(temp, { recursive: true, force: true });
  mkdirSync(temp);
  const env = { ...cache.env, RUNNER_TEMP: temp, TMPDIR: folder };
  const run = await scene.run({ inputs: { server: 'embedded', ...inputs }, env });
  return { run, report: JSON.parse(readFileSync(run.outputs['report-json'] ?? '', 'utf8')) };
}
const annotations = ({ commands }: ActionRun) => commands.filter(({ name }) => name === 'warning' || name === 'error');

describe('the Action and the cache', () => {
  it('keeps the baseline, starts from it, and keeps it no second time', async () => {
    const cold = await job();
    expect(cold.run.exitCode, cold.run.log).toBe(0);
    expect(cold.report.baseline).toEqual({ scripts: 1, fromCache: 0 });
    expect(cache.calls).toEqual([
      'GetCacheEntryDownloadURL 200',
      'CreateCacheEntry 200',
      'PUT blob 201',
      'FinalizeCacheEntryUpload 200',
    ]);
    expect(cache.entries.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^migration-safety-1-\w+-\w+-[0-9a-f]{32}-[0-9a-f]{16}$/),
    ]);
    cache.calls.length = 0;
    const warm = await job();
    expect(warm.report.baseline, warm.run.log).toEqual({ scripts: 1, fromCache: 1 });
    expect(cache.calls.filter((call) => !call.includes('blob'))).toEqual(['GetCacheEntryDownloadURL 200']);
    expect(warm.run.exitCode).toBe(0);
    expect(warm.report.findings).toEqual(cold.report.findings);
    expect(warm.run.summary).toContain('baseline from the cache');
    expect(warm.run.log).toContain('::add-mask::secret');
  });

  it('starts from the history as it was, and keeps what it has become', async () => {
    await job();
    scene.workspace.commit({ 'db/migrations/002_orders_note.sql': null });
    const grown = await newScene(
      { 'README.md': '# Shop\n', [FIRST]: SLOW, ...CHANGE },
      { action, node: process.execPath },
    );
    await scene.close();
    scene = grown;
    scene.push({
      'db/migrations/003_orders.sql': "SET lock_timeout = '1s';\nALTER TABLE orders ADD COLUMN more int;\n",
    });
    const { report } = await job();
    expect(report.baseline).toEqual({ scripts: 2, fromCache: 1 });
    expect(cache.entries).toHaveLength(2);
    expect((await job()).report.baseline).toEqual({ scripts: 2, fromCache: 2 });
  });

  it('does without where it is switched off, or has nothing to start from', async () => {
    const { report, run } = await job({ cache: 'false' });
    expect(report.baseline).toEqual({ scripts: 1, fromCache: 0 });
    expect(run.exitCode).toBe(0);
    expect(cache.calls).toEqual([]);
  });

  it.each([403, 404])('is not troubled by a service that answers %i', async (status) => {
    cache.failWith(status);
    const { report, run } = await job();
    expect(run.exitCode, run.log).toBe(0);
    expect(annotations(run)).toEqual([]);
    expect(report.baseline).toEqual({ scripts: 1, fromCache: 0 });
    expect(cache.calls.length).toBeGreaterThan(0);
  });

  it('is not troubled by what is no archive', async () => {
    await job();
    for (const entry of cache.entries) entry.blob = Buffer.from('no archive');
    const { report, run } = await job();
    expect(run.exitCode, run.log).toBe(0);
    expect(annotations(run)).toEqual([]);
    expect(report.baseline).toEqual({ scripts: 1, fromCache: 0 });
  });
});
