/** `npm run new-rule` in a copy of what it writes to. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'new-rule-'));
  mkdirSync(join(dir, 'scripts'));
  for (const name of ['new-rule.mjs', 'registry.mjs']) cpSync(join(ROOT, 'scripts', name), join(dir, 'scripts', name));
  cpSync(join(ROOT, 'src'), join(dir, 'src'), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'biome.json']) cpSync(join(ROOT, name), join(dir, name));
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const newRule = (...ids: string[]) =>
  spawnSync(process.execPath, [join(dir, 'scripts/new-rule.mjs'), ...ids], { encoding: 'utf8' });
const registry = () => readFileSync(join(dir, 'src/lint/registry.ts'), 'utf8');
const imported = () => [...registry().matchAll(/^import \w+ from '\.\.\/rules\/(.*)\.js';$/gm)].map(([, id]) => id);

it.each(['aaa-first', 'mmm-in-between', 'zzz-last'])('puts %s into the registry, in order', (id) => {
  const before = imported();
  const { status, stdout } = newRule(id);
  expect(status).toBe(0);
  expect(stdout).toContain(`src/rules/${id}.ts`);
  expect(imported()).toEqual([...before, id].sort());
  const camel = id.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  expect(registry().match(new RegExp(`^ {2}${camel},$`, 'gm'))).toHaveLength(1);
});

it('what it wrote is formatted, and lists the rules in the order of their ids', () => {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const files = ['src/lint/registry.ts', 'src/rules/aaa-first.ts', 'src/rules/zzz-last.ts'];
  execFileSync(process.execPath, [biome, 'check', ...files], { cwd: dir, stdio: 'pipe' });
  const names = [...registry().matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name);
  const order = [...registry().matchAll(/^import (\w+) from/gm)].map(([, name]) => name);
  expect(names).toEqual(order);
});

it('what it wrote compiles', () => {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const files = ['src/rules/aaa-first.ts', 'src/rules/zzz-last.ts'];
  writeFileSync(join(dir, 'tsconfig.rules.json'), JSON.stringify({ extends: './tsconfig.json', include: [], files }));
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', join(dir, 'tsconfig.rules.json')], { encoding: 'utf8' });
  expect(stdout.split('\n').filter((line) => /rules[\\/](aaa-first|zzz-last)/.test(line))).toEqual([]);
});

it.each([
  [[], /^Usage: /],
  [['Wrong'], /^Usage: /],
  [['../evil'], /^Usage: /],
  [['index-not-concurrent'], /is there already/],
])('refuses %j', (ids, message) => {
  const before = registry();
  const { status, stderr } = newRule(...ids);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
  expect(registry()).toBe(before);
});
