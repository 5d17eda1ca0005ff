/** `npm run new-setting` in a copy of what it writes to. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TABLE = 'src/settings/table';
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'new-setting-'));
  mkdirSync(join(dir, 'scripts'));
  cpSync(join(ROOT, 'scripts/new-setting.mjs'), join(dir, 'scripts/new-setting.mjs'));
  cpSync(join(ROOT, 'src'), join(dir, 'src'), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'biome.json']) cpSync(join(ROOT, name), join(dir, name));
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const newSetting = (...args: string[]) =>
  spawnSync(process.execPath, [join(dir, 'scripts/new-setting.mjs'), ...args], { encoding: 'utf8' });
const groups = readdirSync(join(ROOT, TABLE)).map((file) => file.replace(/\.ts$/, ''));
const read = (group: string) => readFileSync(join(dir, TABLE, `${group}.ts`), 'utf8');
const keys = (group: string) => [...read(group).matchAll(/^ {2}'?([\w-]+)'?: \{$/gm)].map(([, name]) => name);

it.each(['number', 'text', 'flag', 'list'])('adds one entry of the kind %s', (kind) => {
  const before = keys('what-to-check');
  const { status, stdout } = newSetting(`zzz-${kind}`, '--kind', kind);
  expect(status).toBe(0);
  expect(stdout).toContain(`${TABLE}/what-to-check.ts`);
  expect(keys('what-to-check')).toEqual([...before, `zzz-${kind}`]);
});

it.each(groups)('adds it to %s where that is named; a plain word needs no quotes', (group) => {
  const name = group.replaceAll('-', '');
  expect(newSetting(name, 'number', '--group', group).status).toBe(0);
  expect(keys(group).at(-1)).toBe(name);
  expect(read(group)).toContain(`\n  ${name}: {\n`);
});

it('what it wrote is formatted', () => {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'check', TABLE], { cwd: dir, stdio: 'pipe' });
});

it('what it wrote compiles, and has the kind’s type', () => {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  writeFileSync(
    join(dir, 'src/uses.ts'),
    `import type { Settings } from './settings/settings.js';
export function uses({ zzzNumber, zzzText, zzzFlag, zzzList }: Settings) {
  const number: number = zzzNumber ?? 0;
  const text: string = zzzText ?? '';
  const flag: boolean = zzzFlag;
  const list: string[] = zzzList;
  return [number, text, flag, list, zzzNumber === null, zzzText === null];
}
`,
  );
  const include = ['src/uses.ts', 'src/settings'];
  writeFileSync(join(dir, 'tsconfig.uses.json'), JSON.stringify({ extends: './tsconfig.json', include }));
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', join(dir, 'tsconfig.uses.json')], { encoding: 'utf8' });
  expect(stdout).toBe('');
});

it.each([
  [[], /^Usage: /],
  [['Wrong', '--kind', 'text'], /^Usage: /],
  [['zzz-kind', '--kind', 'date'], /^Usage: /],
  [['zzz-group', '--kind', 'text', '--group', '../..'], /^Usage: /],
  [['zzz-option', '--kind', 'text', '--wrong'], /^Usage: /],
  [['fail-on', '--kind', 'text'], /is there already, in src\/settings\/table\/what-comes-out\.ts/],
  [['seed', '--kind', 'list'], /is there already, in src\/settings\/table\/what-to-check\.ts/],
])('refuses %j', (args, message) => {
  const before = groups.map(read);
  const { status, stderr } = newSetting(...args);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
  expect(groups.map(read)).toEqual(before);
});
