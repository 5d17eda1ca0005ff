/** The npm package as others get it: packed, installed into an empty folder without a network, and used there. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report-schema/types.js';
import { POSTGRES_PACKAGE } from '../../src/servers/cluster/npm-packages.js';
import { ROOT } from '../support/cli.js';
import { newestMajor, packageFolder } from '../support/postgres.js';

const newest = newestMajor();

const SHELL = process.platform === 'win32';
const ENV = { ...process.env, npm_config_update_notifier: 'false' };

const work = mkdtempSync(path.join(tmpdir(), 'package-'));
const home = path.join(work, 'home');
afterAll(() => rmSync(work, { recursive: true, force: true }));

let packed: { filename: string; size: number; files: { path: string; mode: number }[] };

const npm = (args: string[], cwd: string) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell: SHELL, env: ENV, stdio: ['ignore', 'pipe', 'pipe'] });

/** A file of a program that uses the package, run by this Node. */
function runNode(name: string, text: string) {
  writeFileSync(path.join(home, name), text);
  return spawnSync(process.execPath, [name], { cwd: home, encoding: 'utf8', timeout: 590_000 });
}

function compile(name: string, text: string) {
  writeFileSync(path.join(home, name), text);
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--module',
    'nodenext',
    '--target',
    'es2023',
  ];
  const types = ['--types', 'node', '--typeRoots', path.join(ROOT, 'node_modules/@types')];
  return spawnSync(process.execPath, [tsc, ...options, ...types, name], { cwd: home, encoding: 'utf8' });
}

beforeAll(() => {
  packed = JSON.parse(npm(['pack', '--json', '--pack-destination', work], ROOT))[0];
  mkdirSync(home);
  writeFileSync(path.join(home, 'package.json'), '{ "name": "shop", "private": true, "type": "module" }\n');
  npm(['install', '--offline', '--ignore-scripts', '-D', path.join(work, packed.filename)], home);
  mkdirSync(path.join(home, 'migrations'));
  writeFileSync(
    path.join(home, 'migrations/001_notes.sql'),
    'CREATE TABLE notes (id bigint PRIMARY KEY, body text);\n',
  );
  writeFileSync(path.join(home, 'migrations/002_index.sql'), 'CREATE INDEX notes_body ON notes (body);\n');
  cpSync(path.join(ROOT, 'examples/p0-perf-indexes-fixed'), path.join(home, 'fixed'), { recursive: true });
});

/** What takes long is named on a busy machine. */
const withoutProgress = (stderr: string) => stderr.replace(/^[A-Z][^\n]* …\n/gm, '');

describe('the tarball', () => {
  it('is small: below 15 MB, fewer than 200 files', () => {
    expect(packed.size).toBeLessThan(15_000_000);
    expect(packed.files.length).toBeLessThan(200);
  });

  it('needs no other package, and runs nothing when it is installed', () => {
    const installed = JSON.parse(readFileSync(path.join(home, 'node_modules/migration-safety/package.json'), 'utf8'));
    expect(installed).not.toHaveProperty('dependencies');
    expect(installed).not.toHaveProperty('optionalDependencies');
    expect(installed).not.toHaveProperty('private');
    expect(Object.keys(installed.scripts)).not.toEqual(
      expect.arrayContaining(['postinstall', 'install', 'preinstall']),
    );
    expect(installed.publishConfig).toEqual({ access: 'public', provenance: true });
    const lock = JSON.parse(readFileSync(path.join(home, 'package-lock.json'), 'utf8'));
    expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/migration-safety']);
  });

  it('holds the command, the library, the schemas and licences, and not the Action', () => {
    const names = packed.files.map((file) => file.path);
    for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md', 'docs/report.schema.json', 'docs/settings.schema.json'])
      expect(names).toContain(name);
    expect(names).toEqual(
      expect.arrayContaining(['dist/cli.js', 'dist/library.js', 'dist/library.d.ts', 'dist/licenses.txt']),
    );
    expect(names.filter((name) => /(^|\.)index\.js$/.test(path.posix.basename(name)))).toEqual([
      'dist/pglite/index.js',
    ]);
    expect(names.filter((name) => !/^(dist\/|docs\/|[A-Z]+(\.md)?$|package\.json$)/.test(name))).toEqual([]);
  });
});

describe('the command', () => {
  const bin = (...args: string[]) =>
    spawnSync(path.join('node_modules', '.bin', 'migration-safety'), args, {
      cwd: home,
      encoding: 'utf8',
      shell: SHELL,
      timeout: 590_000,
    });

  it('rehearses on the embedded server', () => {
    const { status, stdout, stderr } = bin('check', 'fixed', '--server', 'embedded', '--format', 'json');
    expect(withoutProgress(stderr)).toBe('');
    const report: Report = JSON.parse(stdout);
    expect(report.postgres.server?.kind).toBe('embedded');
    expect(report.migrations[0]?.proofs.find(({ check }) => check === 'rollback')?.status).toBe('proven');
    expect([status, report.verdict]).toEqual([0, 'pass']);
  });

  it.skipIf(newest === undefined)(
    'rehearses on PostgreSQL of an npm package beside it, also where only its owner may look',
    () => {
      const name = POSTGRES_PACKAGE;
      const beside = path.join(home, 'node_modules', name);
      cpSync(packageFolder(newest as number), beside, { recursive: true, verbatimSymlinks: true });
      const links = path.join(beside, 'native/pg-symlinks.json');
      // npm runs no install script here: the links that it would make are missing.
      if (existsSync(links)) {
        for (const { target } of JSON.parse(readFileSync(links, 'utf8')))
          rmSync(path.join(beside, target), { force: true });
      }
      chmodSync(home, 0o700);
      const { stdout, stderr } = bin(
        'check',
        'fixed',
        '--server',
        'local',
        '--postgres-version',
        String(newest),
        '--format',
        'json',
      );
      expect(withoutProgress(stderr)).toBe('');
      const { server } = (JSON.parse(stdout) as Report).postgres;
      const { version } = JSON.parse(readFileSync(path.join(beside, 'package.json'), 'utf8'));
      expect(server).toEqual({ kind: 'local', version: version.replace(/^(\d+\.\d+)\..*/, '$1') });
      rmSync(beside, { recursive: true });
    },
  );

  it('says with its exit code that something is wrong', () => {
    expect(bin('check', 'migrations/002_index.sql', '--server', 'embedded').status).toBe(1);
  });

  it('is the one of this version', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(bin('--version').stdout).toBe(`${version}\n`);
  });
});

describe('the library', () => {
  it('checks, and leaves the process as it was', () => {
    const { status, stdout, stderr } = runNode(
      'use.js',
      `import { check } from 'migration-safety';
       const before = Object.keys(globalThis).length;
       const steps = [];
       const report = await check({
         paths: ['migrations/002_index.sql'],
         settings: { server: 'embedded', 'postgres-version': 18, rules: { 'no-lock-timeout': 'off' } },
         onProgress: (step) => steps.push(step),
       });
       const refused = await check({ settings: { 'fail-on': 'sometimes' } }).catch((error) => error.message);
       const mistaken = await check({ path: 'x' }).catch((error) => error.message);
       const found = report.findings.map(({ rule, evidence }) => [rule, evidence]);
       const more = Object.keys(globalThis).length - before;
       console.log(JSON.stringify({ found, verdict: report.verdict, steps: steps.length, refused, mistaken, more }));`,
    );
    expect(withoutProgress(stderr)).toBe('');
    expect(status).toBe(0);
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({ verdict: 'fail', more: 0 });
    expect(said.found).toContainEqual(['index-not-concurrent', 'confirmed']);
    expect(said.found.map(([rule]: [string]) => rule)).not.toContain('no-lock-timeout');
    expect(said.steps).toBeGreaterThan(0);
    expect(said.refused).toMatch(/^settings: fail-on: expected one of error, /);
    expect(said.mistaken).toBe('check: there is no option path: paths, base, cwd, settings, onProgress.');
  });

  it('has the types that it says it has', () => {
    const { stdout, status } = compile(
      'use.ts',
      `import { check, type Finding, type Report } from 'migration-safety';
       const report: Report = await check({ paths: ['migrations'], settings: { server: 'none', 'fail-on': 'warning' } });
       const rules: string[] = report.findings.map((finding: Finding) => finding.rule);
       console.log(rules, report.postgres.server?.kind);
       // @ts-expect-error no such severity
       await check({ settings: { 'fail-on': 'sometimes' } });`,
    );
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it('is typed as the source is, in both directions', () => {
    const source = (file: string) => JSON.stringify(path.join(ROOT, 'src', file));
    const { stdout } = compile(
      'same.ts',
      `import type * as theirs from 'migration-safety';
       import type { Report, MigrationReport, Proof } from ${source('report-schema/types.js')};
       import type { WrittenSettings } from ${source('settings/schema.js')};
       type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
       const same: [Same<Report, theirs.Report>, Same<MigrationReport, theirs.MigrationReport>, Same<Proof, theirs.Proof>] = [true, true, true];
       type OfFiles = Omit<theirs.CheckSettings, 'config' | 'database-url'>;
       const taken: Same<Record<keyof WrittenSettings, 1>, Record<keyof OfFiles, 1>> = true;
       const given: WrittenSettings = {} as OfFiles;
       console.log(same, taken, given);`,
    );
    expect(stdout).toBe('');
  });

  it('offers its schemas by name', () => {
    const { stdout } = runNode(
      'schemas.js',
      `for (const name of ['report', 'settings']) console.log(import.meta.resolve('migration-safety/' + name + '.schema.json'));`,
    );
    for (const url of stdout.trim().split('\n')) expect(existsSync(new URL(url))).toBe(true);
    expect(statSync(path.join(home, 'node_modules/migration-safety/docs/report.schema.json')).size).toBeGreaterThan(
      1000,
    );
  });
});
