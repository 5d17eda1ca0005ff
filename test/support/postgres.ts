/** Real PostgreSQL servers for tests, from the npm packages of test/support/postgres-binaries. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { arch, platform } from 'node:process';
import { copyInstallation, runsInPlace } from '../../src/servers/cluster/installation.js';
import { localServer } from '../../src/servers/cluster/local.js';
import { freePort } from '../../src/servers/cluster/pg-ctl.js';
import { type ClusterOptions, startCluster } from '../../src/servers/cluster/start.js';
import { unprivilegedIdentity } from '../../src/servers/cluster/unprivileged.js';
import { RunClock } from '../../src/servers/limits.js';
import { openChange } from '../../src/servers/postgres/connections.js';
import type { ChangeSession, Server } from '../../src/servers/server.js';
import { MAJORS } from '../../src/sql/versions.js';

const modules = path.join(import.meta.dirname, '..', '..', 'node_modules');

export function packageFolder(major: number): string {
  return path.join(modules, `postgres-${major}-${platform === 'win32' ? 'windows' : platform}-${arch}`);
}

/** The majors whose binaries npm installed; none on a platform that has no package. Says so where one is missing. */
export function availableMajors(): number[] {
  const found = MAJORS.filter((major) => existsSync(path.join(packageFolder(major), 'native', 'bin')));
  if (found.length < MAJORS.length) {
    const missing = MAJORS.filter((major) => !found.includes(major)).join(', ');
    console.warn(`No PostgreSQL ${missing} for ${platform}-${arch}: its tests are skipped. \`npm ci\` installs them.`);
  }
  return found;
}

/** The newest available major; undefined where there is none. */
export function newestMajor(): number | undefined {
  return availableMajors().at(-1);
}

/** The bin folder of a major, ready to run: a copy, made once, where the package isn't. */
export function postgresBin(major: number): string {
  const folder = packageFolder(major);
  const bin = path.join(folder, 'native', 'bin');
  if (runsInPlace(bin, unprivilegedIdentity())) return bin;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(tmpdir(), `migration-safety-test-postgresql-${version}`);
  if (!existsSync(copy)) {
    const mine = `${copy}.${process.pid}`;
    copyInstallation(bin, mine);
    try {
      renameSync(mine, copy);
    } catch {
      // Another test worker was quicker.
      rmSync(mine, { recursive: true, force: true });
    }
  }
  return path.join(copy, 'bin');
}

/** Starts a server of this major, as the product starts a local one. */
export function startPostgres(
  major: number,
  options: Partial<Parameters<typeof localServer>[0]> = {},
): Promise<Server> {
  const usual = { statementTimeout: 20, databaseSizeLimit: 512 };
  return localServer({ bin: postgresBin(major), target: major, ...usual, ...options });
}

/** A session of whoever a URL names. */
export function sessionAt(url: string): Promise<ChangeSession> {
  const address = (database: string | null) => ({ connectionString: url, ...(database && { database }) });
  return openChange({ address, limits: { statementTimeout: 60 }, clock: new RunClock(undefined) }, '', null);
}

export interface TestService {
  /** With the password of the superuser `postgres`. */
  url: string;
  host: string;
  port: number;
  password: string;
  stop(): Promise<void>;
}

/** Starts what a service container is to a job: a server on a loopback port that asks for a password. */
export async function startService(
  major: number,
  port?: number,
  { settings = {}, log }: Pick<ClusterOptions, 'settings' | 'log'> = {},
): Promise<TestService> {
  const chosen = port ?? (await freePort());
  const password = `s3cret-${randomBytes(6).toString('hex')}`;
  const cluster = await startCluster({
    bin: postgresBin(major),
    port: chosen,
    password,
    mostBytes: 2 ** 31,
    settings,
    ...(log && { log }),
  });
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${chosen}/postgres`,
    host: '127.0.0.1',
    port: chosen,
    password,
    stop: cluster.stop,
  };
}
