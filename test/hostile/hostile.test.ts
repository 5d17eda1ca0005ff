/**
 * Pull requests that mean no good, on every real server: no program of theirs is started with an administrator's rights, no
 * verdict is better than the honest one, nothing is left, and an administrator's session is sent nothing but SQL of ours.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModule } from 'libpg-query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check.js';
import type { Finding, Report } from '../../src/model.js';
import type { ChangeSession } from '../../src/rehearsal/servers/server.js';
import { administers } from '../support/administers.js';
import { availableMajors, sessionAt, startService, type TestService } from '../support/postgres.js';
import { LOG_ALL, statementsSent } from '../support/server-log.js';
import { settingsFor } from '../support/settings.js';
import { armed, type Change, type Input } from './input.js';
import { FORGED } from './inputs/forged.js';
import { STUBBORN } from './inputs/stubborn.js';
import { SUPERUSER } from './inputs/superuser.js';

const INPUTS: Input[] = [...SUPERUSER, ...FORGED, ...STUBBORN];

let folder: string;
let made = 0;
beforeAll(async () => {
  await loadModule();
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  chmodSync(folder, 0o777);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('are many, and each has a name of its own', () => {
  expect(INPUTS.length).toBeGreaterThanOrEqual(80);
  expect(new Set(INPUTS.map(({ name }) => name)).size).toBe(INPUTS.length);
});

describe.each(availableMajors())('on PostgreSQL %i', { timeout: 120_000 }, (major) => {
  let service: TestService;
  let log = '';
  let superuser: ChangeSession;
  beforeAll(async () => {
    service = await startService(major, undefined, {
      settings: { ...LOG_ALL, max_prepared_transactions: '5' },
      log: (text) => {
        log += text;
      },
    });
    superuser = await sessionAt(service.url);
  }, 120_000);
  afterAll(async () => {
    await superuser?.close();
    await service?.stop();
  });

  async function checked({ base, up, down, verify }: Change, marker: string): Promise<Report> {
    const root = join(folder, `repository-${made++}`);
    mkdirSync(join(root, 'migrations'), { recursive: true });
    const scripts = { '001_base': base, '002_change': up, '002_change.down': down, '002_change.verify': verify };
    for (const [name, text] of Object.entries(scripts)) {
      if (text !== undefined) writeFileSync(join(root, 'migrations', `${name}.sql`), armed(text, marker));
    }
    const settings = settingsFor(root, {
      server: 'service',
      databaseUrl: service.url,
      statementTimeout: 10,
      runTimeout: 60,
    });
    const { report } = await check({ settings, cwd: root, change: { paths: ['migrations/002_change.sql'] } });
    return report;
  }

  it.concurrent.each(INPUTS.filter(({ since = 0 }) => since <= major))('$name', async (input) => {
    const marker = join(folder, `program-${major}-${made++}`);
    const report = await checked(input, marker);
    expect(existsSync(marker), 'a program ran with an administrator’s rights').toBe(false);
    if (input.verdict) expect(report.verdict, told(report)).toBe(input.verdict);
    if (!input.honest) return;
    const honest = await checked(input.honest, marker);
    expect(honest.verdict, 'the honest change is red').toBe('fail');
    expect(report.verdict, told(report)).toBe('fail');
    const refuted = report.findings.filter(({ evidence, severity }) => evidence === 'refuted' && severity === 'error');
    expect(refuted.filter(({ rule }) => errors(honest).includes(rule))).toEqual([]);
  });

  it('leaves nothing on the server, and sends administrators’ sessions nothing but SQL of ours', async () => {
    const { rows } = await superuser.query(
      `SELECT datname FROM pg_database WHERE datname ~ '^migration_safety' UNION ALL SELECT rolname FROM pg_roles WHERE rolname ~ '^migration_safety'`,
    );
    expect(rows).toEqual([]);
    const sent = statementsSent(log).filter(({ application }) => /(observer|keeper)$/.test(application));
    expect(sent.length).toBeGreaterThan(1000);
    expect(new Set(sent.map(({ user }) => user))).toEqual(new Set(['postgres']));
    const wrong = new Map<string, string[]>();
    for (const { sql } of sent) {
      const faults = administers(sql);
      if (faults.length > 0) wrong.set(sql.slice(0, 300), faults);
    }
    expect([...wrong]).toEqual([]);
    // Whatever logged in as the administrator was of a kind of ours.
    const others = statementsSent(log).filter(
      ({ user, application }) =>
        user === 'postgres' &&
        /^migration-safety/.test(application) &&
        !/(observer|keeper|operator)$/.test(application),
    );
    expect(others.filter(({ database }) => /^migration_safety/.test(database))).toEqual([]);
  });
});

function errors({ findings }: Report): string[] {
  return findings
    .filter(({ severity, evidence }) => severity === 'error' && evidence !== 'refuted')
    .map(({ rule }) => rule);
}

function told({ findings }: Report): string {
  return findings
    .map(({ rule, severity, evidence, message }: Finding) => `${severity} ${rule} [${evidence}] ${message}`)
    .join('\n')
    .slice(0, 2000);
}
