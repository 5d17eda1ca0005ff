/** Servers that fail the check: each fault ends with one sentence that says where and how to mend it, in bounded time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check.js';
import type { Report } from '../../src/report-schema/types.js';
import { type ChangeSession, ServerUnavailable } from '../../src/servers/server.js';
import type { Settings } from '../../src/settings/settings.js';
import { rejection } from '../support/expect-error.js';
import { newestMajor, sessionAt, startService, type TestService } from '../support/postgres.js';
import { startProxy, type TestProxy } from '../support/proxy.js';
import { settingsFor } from '../support/settings.js';

const newest = newestMajor();
const folder = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function checked(
  databaseUrl: string,
  over: Partial<Settings> = {},
  up = 'CREATE TABLE x (id bigint PRIMARY KEY);\n',
): Promise<Report> {
  const root = mkdtempSync(join(folder, 'repository-'));
  mkdirSync(join(root, 'migrations'));
  writeFileSync(join(root, 'migrations/001_base.sql'), 'CREATE TABLE t (id bigint PRIMARY KEY, v text);\n');
  writeFileSync(join(root, 'migrations/002_change.sql'), up);
  writeFileSync(join(root, 'migrations/002_change.down.sql'), 'DROP TABLE x;\n');
  const settings = settingsFor(root, { server: 'service', databaseUrl, connectTimeout: 5, ...over });
  return (await check({ settings, cwd: root, change: { paths: ['migrations/002_change.sql'] } })).report;
}

// They wait for one limit after the other: side by side.
describe.skipIf(newest === undefined).concurrent('a connection that falls silent', () => {
  let service: TestService;
  const proxies: TestProxy[] = [];
  beforeAll(async () => {
    service = await startService(newest as number);
  });
  afterAll(async () => {
    for (const proxy of proxies) await proxy.close();
    await service?.stop();
  });
  const silentAfter = async (trigger?: string) => {
    const proxy = await startProxy(service.port, trigger);
    proxies.push(proxy);
    return proxy;
  };

  /** What the client sends when the proxy falls silent. */
  it.each([
    ['in a statement', 'pg_sleep'],
    ['while a database is made', 'template'],
    ['while locks are looked at', 'pg_locks'],
    ['while the schema is read', 'pg_identify_object'],
    ['while databases are dropped', 'drop database'],
  ])('%s ends the rehearsal, and what needs no server is told', async (_, trigger) => {
    const proxy = await silentAfter(trigger);
    const url = Object.assign(new URL(service.url), { port: String(proxy.port) }).href;
    const runTimeout = 12;
    const up = 'SELECT pg_sleep(0.1);\nCREATE INDEX ix ON t (v);\nCREATE TABLE x (id bigint PRIMARY KEY);\n';
    const start = performance.now();
    const outcome = await checked(url, { statementTimeout: 3, runTimeout }, up).catch((error: Error) => error);
    // 10 s on a machine that has nothing else to do.
    expect((performance.now() - start) / 1000).toBeLessThan(runTimeout + 60);
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(ServerUnavailable);
      return;
    }
    expect(outcome.verdict).toBe('fail');
    expect(outcome.findings.map(({ rule }) => rule)).toContain('index-not-concurrent');
  });

  it('before it said anything is no server', async () => {
    const proxy = await silentAfter();
    proxy.freeze();
    const url = Object.assign(new URL(service.url), { port: String(proxy.port) }).href;
    const { message } = await rejection(checked(url, { connectTimeout: 1 }), ServerUnavailable);
    expect(message).toContain(`127.0.0.1:${proxy.port}`);
  });
});

describe.skipIf(newest === undefined)('a server', () => {
  let service: TestService | undefined;
  afterEach(async () => {
    await service?.stop();
    service = undefined;
  });
  const start = async (settings: Record<string, string>) => {
    service = await startService(newest as number, undefined, { settings });
    return service;
  };

  it('that only reads is named, with what to do', async () => {
    const { url, port } = await start({ default_transaction_read_only: 'on' });
    const { message } = await rejection(checked(url), ServerUnavailable);
    expect(message).toMatch(new RegExp(`^PostgreSQL at 127\\.0\\.0\\.1:${port} refused .*25006\\)\\. It only reads`));
  });

  it('whose slots are used up is named, with what to do', async () => {
    const { url } = await start({ max_connections: '12', superuser_reserved_connections: '3' });
    const others: ChangeSession[] = [];
    for (let i = 0; i < 9; i++) others.push(await sessionAt(url));
    const { message } = await rejection(checked(url), ServerUnavailable);
    expect(message).toContain('no connection slot left');
    expect(message).toContain('Raise max_connections');
    await others.pop()?.close();
    await Promise.all(others.map((session) => session.close()));
    const report = await checked(url);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('rehearsal-stopped');
    const superuser = await sessionAt(url);
    const { rows } = await superuser.query(
      `SELECT datname FROM pg_database WHERE datname ~ '^migration_safety' UNION ALL SELECT rolname FROM pg_roles WHERE rolname ~ '^migration_safety'`,
    );
    await superuser.close();
    expect(rows).toEqual([]);
  });

  it('with a statement_timeout of its own rehearses all the same', async () => {
    const { url } = await start({ statement_timeout: '5ms', lock_timeout: '5ms', idle_session_timeout: '50ms' });
    const report = await checked(url);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('rehearsal-stopped');
    expect(report.postgres.server?.kind).toBe('service');
  });
});
