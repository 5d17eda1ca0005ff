import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../src/servers/cluster/pg-ctl.js';
import { parseDatabaseUrl } from '../../../src/servers/postgres/database-url.js';
import { serviceServer } from '../../../src/servers/postgres/service.js';
import { refusal } from '../../../src/servers/postgres/service-refusals.js';
import { type ChangeSession, ServerUnavailable } from '../../../src/servers/server.js';
import { rejection } from '../../support/expect-error.js';
import { availableMajors, newestMajor, sessionAt, startService, type TestService } from '../../support/postgres.js';
import { startProxy } from '../../support/proxy.js';
import { describeServer } from '../contract.js';

const newest = newestMajor();
const owner = new URL('../../../build/servers/postgres/service.js', import.meta.url).href;
const limits = { connectTimeout: 5, statementTimeout: 20 };

for (const major of availableMajors()) {
  describe(`a service container with ${major}`, () => {
    let service: TestService;
    beforeAll(async () => {
      service = await startService(major);
    });
    afterAll(() => service?.stop());
    describeServer(`service ${major}`, () => serviceServer({ databaseUrl: service.url, ...limits }));
  });
}

describe.skipIf(newest === undefined)('a service', () => {
  let service: TestService;
  let superuser: ChangeSession;
  beforeAll(async () => {
    service = await startService(newest as number);
    superuser = await sessionAt(service.url);
  });
  afterAll(async () => {
    await superuser?.close();
    await service?.stop();
  });
  const databases = async () =>
    (await superuser.query('select datname from pg_database order by 1')).rows.map(([name]) => name as string);
  const refused = async (databaseUrl: string, connectTimeout = 60) => {
    const start = Date.now();
    const error = await rejection(
      serviceServer({ databaseUrl, connectTimeout, statementTimeout: 5 }),
      ServerUnavailable,
    );
    expect(error.message).not.toContain(service.password);
    return { message: error.message, seconds: (Date.now() - start) / 1000 };
  };

  it('can do all that a check may need', async () => {
    const server = await serviceServer({ databaseUrl: service.url, ...limits });
    expect(server.kind).toBe('service');
    expect(server.capabilities).toEqual({ multiSession: true, templates: true, wholeCopies: false });
    await server.close();
  });

  it('drops its scratch databases, also those that nobody dropped', async () => {
    const before = await databases();
    const server = await serviceServer({ databaseUrl: service.url, ...limits });
    const [kept, dropped] = [await server.createScratch(), await server.createScratch()];
    await kept.connect();
    await dropped.drop();
    expect(await databases()).toHaveLength(before.length + 1);
    await server.close();
    expect(await databases()).toEqual(before);
  });

  it('drops what an earlier crash left, and nothing else', async () => {
    const now = Math.floor(Date.now() / 1000);
    const old = `migration_safety_${now - 7 * 3600}_123_0a1b2c3d`;
    const others = [
      `migration_safety_${now - 3600}_123_0a1b2c3d`,
      `migration_safety_${now - 7 * 3600}_123_0a1b2c3d_copy`,
      'migration_safety_notes',
      'migrationxsafety_1000000000_1_0a1b2c3d',
    ];
    for (const name of [old, ...others]) await superuser.query(`create role ${name}`);
    for (const name of [old, ...others]) await superuser.query(`create database ${name} owner ${name}`);
    const server = await serviceServer({ databaseUrl: service.url, ...limits });
    await server.close();
    const left = await databases();
    expect(left).not.toContain(old);
    expect(left).toEqual(expect.arrayContaining(others));
    const roles = (await superuser.query('select rolname from pg_roles')).rows.flat();
    expect(roles).not.toContain(old);
    expect(roles).toEqual(expect.arrayContaining(others));
    for (const name of others) await superuser.query(`drop database ${name}`);
    for (const name of others) await superuser.query(`drop role ${name}`);
  });

  it('waits for a server that is still starting', async () => {
    const port = await freePort();
    const late = sleep(700).then(() => startService(newest as number, port));
    const databaseUrl = `postgres://postgres@127.0.0.1:${port}/postgres`;
    // A loaded machine takes long to start a server.
    const unready = serviceServer({ databaseUrl, connectTimeout: 60, statementTimeout: 20 });
    // It comes up asking for a password: that it asks is the proof that the connection was tried again.
    expect((await rejection(unready, ServerUnavailable)).message).toContain('asks for a password');
    const { url, stop } = await late;
    const server = await serviceServer({ databaseUrl: url, ...limits });
    await server.close();
    await stop();
  });

  it('gives up on a port where nobody listens', async () => {
    const port = await freePort();
    const url = `postgres://postgres:${service.password}@127.0.0.1:${port}/postgres`;
    const { message, seconds } = await refused(url, 1);
    expect(message).toMatch(new RegExp(`127\\.0\\.0\\.1:${port} \\(\\d+ tries in 1 s, the last: ECONNREFUSED\\)`));
    expect(message).toContain('ports:');
    expect(message).toContain('--health-cmd pg_isready');
    // Far from the 30 seconds that it waits unless told otherwise.
    expect(seconds).toBeLessThan(20);
  });

  it('gives up on a host that is unknown', async () => {
    const { message } = await refused(`postgres://postgres:${service.password}@no-such-host:5432/postgres`, 1);
    expect(message).toContain('no-such-host:5432');
  });

  it('does not go to a host that others may depend on unless it is told to', async () => {
    const databaseUrl = `postgres://postgres:${service.password}@no-such-host.invalid:5432/postgres`;
    expect((await refused(databaseUrl)).message).toContain('allow-remote-database');
    const allowed = { databaseUrl, connectTimeout: 0, statementTimeout: 5, allowRemoteDatabase: true };
    expect((await rejection(serviceServer(allowed), ServerUnavailable)).message).toContain('No PostgreSQL answers');
    vi.stubEnv('PGHOST', 'production.example.com');
    expect((await refused('postgres:///postgres')).message).toContain('production.example.com');
    vi.unstubAllEnvs();
  });

  it.each([
    [
      'a wrong password',
      (url: URL) => Object.assign(url, { password: 'wrong' }),
      'refused the password of role "postgres"',
    ],
    ['no password', (url: URL) => Object.assign(url, { password: '' }), 'asks for a password'],
    ['an unknown database', (url: URL) => Object.assign(url, { pathname: '/nowhere' }), 'has no database "nowhere"'],
    [
      'an unknown role',
      (url: URL) => Object.assign(url, { username: 'nobody' }),
      'refused the password of role "nobody"',
    ],
    ['a server without TLS', (url: URL) => Object.assign(url, { search: '?sslmode=require' }), 'sslmode'],
  ])('refuses %s at once', async (_, change, expected) => {
    const { message, seconds } = await refused(change(new URL(service.url)).href);
    expect(message).toContain(expected);
    // An answer is no reason to wait: it would try for a minute.
    expect(seconds).toBeLessThan(30);
  });

  it('refuses a server that is too old', async () => {
    const lie = (answer: Buffer) =>
      Buffer.from(
        answer.toString('latin1').replaceAll(`${newest}00`, '1400').replaceAll(`${newest}.`, '14.'),
        'latin1',
      );
    const proxy = await startProxy(service.port, undefined, lie);
    const { message, seconds } = await refused(service.url.replace(`:${service.port}`, `:${proxy.port}`));
    await proxy.close();
    expect(message).toMatch(
      new RegExp(
        `^PostgreSQL at 127.0.0.1:${proxy.port} is version 14\\.\\d+, and a rehearsal needs 15 or later\\. Give`,
      ),
    );
    expect(seconds).toBeLessThan(1);
  });

  it('knows one that is too old for its own settings', () => {
    const error = Object.assign(new Error('unrecognized configuration parameter "idle_session_timeout"'), {
      code: '42704',
    });
    expect(refusal(parseDatabaseUrl('postgres://u@h:1/d'), error)).toMatch(/^PostgreSQL at h:1 is older than 15, and/);
  });

  it.each([
    ['not a url', 'is not a valid URL'],
    ['postgres://user:s3cret-p#ss@host/db', 'is not a valid URL'],
    ['postgres://user:12/s3cret-@host/db', 'percent-encoded'],
    ['mysql://user:s3cret-@host/db', "doesn't start with `postgres://`"],
  ])('refuses the URL %s', async (url, expected) => {
    const { message } = await refused(url);
    expect(message).toContain(expected);
    expect(message).not.toContain('s3cret-');
  });

  it('asks for the right to create databases', async () => {
    await superuser.query(`create role limited login password 'limited'`);
    const url = Object.assign(new URL(service.url), { username: 'limited', password: 'limited' }).href;
    expect((await refused(url)).message).toContain('ALTER ROLE "limited" CREATEDB');
    await superuser.query('alter role limited createdb');
    const server = await serviceServer({ databaseUrl: url, ...limits });
    const session = await (await server.createScratch()).connect();
    await session.query('create table t (a int)');
    await server.close();
    await superuser.query('drop role limited');
  });

  it('drops its database and its role when a signal ends it', async () => {
    const script = `
      import { serviceServer } from ${JSON.stringify(owner)};
      const server = await serviceServer({ databaseUrl: ${JSON.stringify(service.url)}, connectTimeout: 5, statementTimeout: 60 });
      const session = await (await server.createScratch()).connect();
      console.log((await session.query('select current_user')).rows[0][0]);
      await session.query('select pg_sleep(60)');`;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [name = ''] = (await child.stdout.setEncoding('utf8').take(1).toArray()) as string[];
      expect(await databases()).toContain(name.trim());
      const start = Date.now();
      child.kill(signal);
      const ended = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
      expect(ended).toBe(signal);
      expect(Date.now() - start).toBeLessThan(30_000);
      expect(await databases()).not.toContain(name.trim());
      expect((await superuser.query(`select rolname from pg_roles where rolname = '${name.trim()}'`)).rows).toEqual([]);
    }
  });

  it('stops a statement of a role without rights that has reset its timeout', async () => {
    await superuser.query(`create role impatient login createdb password 'impatient'`);
    const url = Object.assign(new URL(service.url), { username: 'impatient', password: 'impatient' }).href;
    const server = await serviceServer({ databaseUrl: url, connectTimeout: 5, statementTimeout: 1 });
    const session = await (await server.createScratch()).connect();
    await session.query('set statement_timeout = 0');
    await expect(session.query('select pg_sleep(20)')).rejects.toThrow('limit of 1 s');
    await server.close();
    await superuser.query('drop role impatient');
  });
});
