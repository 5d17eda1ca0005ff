/** The example that the documentation shows, as a pull request: the migration as it was written, then the mended one. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableMajors, startService, type TestService } from '../support/postgres.js';
import { installAction, nodeBinaries, removeRuns } from '../support/runner.js';
import { newScene } from '../support/scene.js';
import type { Files } from '../support/workspace.js';

const CASE = 'db/migrations/2026-01-23_p0_perf_indexes';

const written = readExample('p0-perf-indexes');
const mended = readExample('p0-perf-indexes-fixed');
const before = Object.fromEntries(Object.entries(written).filter(([path]) => !path.startsWith(CASE)));

function readExample(name: string): Files {
  const folder = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

let action: string;
beforeAll(() => {
  action = installAction();
});
afterAll(() => {
  rmSync(action, { recursive: true, force: true });
  removeRuns();
});

// The embedded server where npm has no PostgreSQL for this platform.
const servers = [
  ...availableMajors().map((major) => ({ on: `PostgreSQL ${major}`, major })),
  { on: 'PGlite', major: null },
];

/** The Action's own Node sees every server, another one the newest. */
const own = nodeBinaries.at(-1);

describe.each(nodeBinaries)('the example on $name', ({ path: node }) => {
  it.each(node === own?.path ? servers : servers.slice(-2, -1))(
    'is refused, then accepted, by $on',
    async ({ major }) => {
      const service: TestService | null = major === null ? null : await startService(major);
      const inputs = service ? { server: 'service', 'database-url': service.url } : { server: 'embedded' };
      const scene = await newScene(before, { action, node });
      try {
        scene.push(written);
        const red = await scene.run({ inputs });
        expect(red.exitCode, red.log).toBe(1);
        const found = red.commands.filter(({ name }) => name === 'error' || name === 'warning');
        expect(found.map(({ properties }) => properties.file)).toContain(`${CASE}.sql`);
        const broken = found.filter(({ properties }) => properties.title?.startsWith('concurrently-in-transaction'));
        expect(broken.map(({ properties }) => properties.title)).toEqual(['concurrently-in-transaction (confirmed)']);
        expect(broken[0]?.message).toContain('The same at lines 10, 14, 18, 22, 26.');
        expect(scene.github.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('### ❌')]);

        scene.push(mended);
        const green = await scene.run({ inputs });
        expect(green.exitCode, green.log).toBe(0);
        expect(scene.github.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('### ✅')]);
        expect(scene.github.violations).toEqual([]);
      } finally {
        await scene.close();
        await service?.stop();
      }
    },
  );
});
