/** `npm run new-layout` in a copy of what it writes to. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'new-layout-'));
  for (const folder of ['scripts', 'test/migrations']) mkdirSync(join(dir, folder), { recursive: true });
  cpSync(join(ROOT, 'scripts/new-layout.mjs'), join(dir, 'scripts/new-layout.mjs'));
  cpSync(join(ROOT, 'src/migrations/layouts'), join(dir, 'src/migrations/layouts'), { recursive: true });
  cpSync(join(ROOT, 'biome.json'), join(dir, 'biome.json'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const newLayout = (...ids: string[]) =>
  spawnSync(process.execPath, [join(dir, 'scripts/new-layout.mjs'), ...ids], { encoding: 'utf8' });
const index = () => readFileSync(join(dir, 'src/migrations/layouts/index.ts'), 'utf8');

it.each(['aaa-first', 'mmm-in-between', 'zzz-last'])('registers %s, in order', (id) => {
  expect(newLayout(id).status).toBe(0);
  const imported = [...index().matchAll(/from '\.\/(.*)\.js';$/gm)].map(([, name]) => name);
  expect(imported.filter((name) => name === id)).toHaveLength(1);
  const names = [...index().matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name);
  expect(names).toEqual([...names].sort());
});

it('what it wrote is formatted', () => {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const files = [
    'src/migrations/layouts/index.ts',
    'src/migrations/layouts/aaa-first.ts',
    'test/migrations/zzz-last.test.ts',
  ];
  execFileSync(process.execPath, [biome, 'check', ...files], { cwd: dir, stdio: 'pipe' });
});

it.each([
  [[], /^Usage: /],
  [['Wrong'], /^Usage: /],
  [['../evil'], /^Usage: /],
  [['goose'], /is there already/],
])('refuses %j', (ids, message) => {
  const before = index();
  const { status, stderr } = newLayout(...ids);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
  expect(index()).toBe(before);
});
