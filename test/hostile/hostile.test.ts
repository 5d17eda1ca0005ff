/**
 * Pull requests that mean no good, on every real server: no program of theirs is started with an administrator's rights, no
 * verdict is better than the honest one, nothing is left, and an administrator's session is sent nothing but SQL of ours.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModule, parseSync } from 'libpg-query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check.js';
import type { Finding, Report } from '../../src/report-schema/types.js';
import { serviceServer } from '../../src/servers/postgres/service.js';
import type { ChangeSession } from '../../src/servers/server.js';
import type { Settings } from '../../src/settings/settings.js';
import { administers } from '../support/administers.js';
import {
  availableMajors,
  newestMajor,
  postgresBin,
  sessionAt,
  startService,
  type TestService,
} from '../support/postgres.js';
import { LOG_ALL, statementsSent } from '../support/server-log.js';
import { settingsFor } from '../support/settings.js';
import { armed, type Change, type Input } from './input.js';
import { FORGED } from './inputs/forged.js';
import { STUBBORN } from './inputs/stubborn.js';
import { SUPERUSER } from './inputs/superuser.js';

const INPUTS: Input[] = [...SUPERUSER, ...FORGED, ...STUBBORN];

const newest = newestMajor();
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

async function checked({ base, up, down, verify }: Change, marker: string, over: Partial<Settings>): Promise<Report> {
  const root = join(folder, `repository-${made++}`);
  mkdirSync(join(root, 'migrations'), { recursive: true });
  const scripts = { '001_base': base, '002_change': up, '002_change.down': down, '002_change.verify': verify };
  for (const [name, text] of Object.entries(scripts)) {
    if (text !== undefined) writeFileSync(join(root, 'migrations', `${name}.sql`), armed(text, marker));
  }
  const settings = settingsFor(root, { statementTimeout: 10, runTimeout: 60, ...over });
  const { report } = await check({ settings, cwd: root, change: { paths: ['migrations/002_change.sql'] } });
  return report;
}

/** No program of an administrator's, and no verdict that is better than the honest one. */
async function holds(input: Input, over: Partial<Settings>): Promise<void> {
  const marker = join(folder, `program-${made++}`);
  const report = await checked(input, marker, over);
  expect(existsSync(marker), 'a program ran with an administrator’s rights').toBe(false);
  if (input.verdict) expect(report.verdict, told(report)).toBe(input.verdict);
  if (!input.honest) return;
  const honest = await checked(input.honest, marker, over);
  expect(honest.verdict, 'the honest change is red').toBe('fail');
  expect(report.verdict, told(report)).toBe('fail');
  const refuted = report.findings.filter(({ evidence, severity }) => evidence === 'refuted' && severity === 'error');
  expect(refuted.map(spoken).filter((one) => errors(honest).includes(one))).toEqual([]);
}

/** Every input on every version with HOSTILE=all (`npm run test:hostile`); else each on one of them, in turn. */
function shareOf(inputs: readonly Input[], major: number): readonly Input[] {
  return process.env.HOSTILE === 'all' ? inputs : inputs.filter((_, index) => (index + major) % 4 === 0);
}

const LEFT = `SELECT datname FROM pg_database WHERE datname ~ '^migration_safety' UNION ALL SELECT rolname FROM pg_roles WHERE rolname ~ '^migration_safety'`;
const LIMIT = { timeout: 600_000 };

describe.each(availableMajors())('on a service with PostgreSQL %i', LIMIT, (major) => {
  let service: TestService;
  let log = '';
  let superuser: ChangeSession;
  beforeAll(async () => {
    const settings = { ...LOG_ALL, max_prepared_transactions: '5' };
    const write = (text: string) => {
      log += text;
    };
    service = await startService(major, undefined, { settings, log: write });
    superuser = await sessionAt(service.url);
  }, LIMIT.timeout);
  afterAll(async () => {
    await superuser?.close();
    await service?.stop();
  });

  it.concurrent.each(shareOf(INPUTS, major).filter(({ since = 0 }) => since <= major))('$name', (input) =>
    holds(input, { server: 'service', databaseUrl: service.url }),
  );

  it('leaves nothing on the server, and sends administrators’ sessions nothing but SQL of ours', async () => {
    expect((await superuser.query(LEFT)).rows).toEqual([]);
    const sent = statementsSent(log);
    const ours = sent.filter(({ application }) => /^migration-safety (observer|keeper)$/.test(application));
    expect(ours.length).toBeGreaterThan(200);
    expect(new Set(ours.map(({ user }) => user))).toEqual(new Set(['postgres']));
    // What is longer than a pipe takes at once (4 kB) may have other entries in its middle, the more the busier the machine is: such
    // pieces don't parse. Each statement of ours is sent many times.
    const whole = ours.filter(({ sql }) => parses(sql));
    expect(whole.length).toBeGreaterThan(ours.length / 3);
    const wrong = new Map(whole.map(({ sql }) => [sql.slice(0, 300), administers(sql)]));
    expect([...wrong].filter(([, faults]) => faults.length > 0)).toEqual([]);
    console.info(`PostgreSQL ${major}: ${whole.length} statements of administrators’ sessions read`);
    // Whoever is an administrator in a scratch database is of one of these kinds.
    const kinds = sent.filter(({ user, database }) => user === 'postgres' && database.startsWith('migration_safety'));
    const known = ['migration-safety keeper', 'migration-safety observer', 'migration-safety operator'];
    expect(kinds.filter(({ application }) => !known.includes(application))).toEqual([]);
    const operator = kinds.filter(({ application }) => application === 'migration-safety operator');
    expect(operator.filter(({ sql }) => !/^create (schema|extension) if not exists /.test(sql))).toEqual([]);
  });
});

describe.skipIf(newest === undefined)('with an administrator that is no superuser', LIMIT, () => {
  let service: TestService;
  let superuser: ChangeSession;
  let url = '';
  beforeAll(async () => {
    service = await startService(newest as number, undefined, { settings: { max_prepared_transactions: '5' } });
    superuser = await sessionAt(service.url);
    await superuser.query(`CREATE ROLE manager LOGIN CREATEDB CREATEROLE PASSWORD 'manager'`);
    url = Object.assign(new URL(service.url), { username: 'manager', password: 'manager' }).href;
  }, LIMIT.timeout);
  afterAll(async () => {
    await superuser?.close();
    await service?.stop();
  });

  it.concurrent.each(shareOf([...FORGED, ...STUBBORN], 15))('$name', (input) =>
    holds(input, { server: 'service', databaseUrl: url }),
  );

  it('leaves nothing on the server', async () => {
    expect((await superuser.query(LEFT)).rows).toEqual([]);
  });
});

describe.skipIf(newest === undefined)('on a server of our own', LIMIT, () => {
  beforeAll(() => {
    process.env.MIGRATION_SAFETY_POSTGRES_BIN = postgresBin(newest as number);
  });
  afterAll(() => {
    delete process.env.MIGRATION_SAFETY_POSTGRES_BIN;
  });
  const local = [...SUPERUSER.filter((_, index) => index % 4 === 0), ...STUBBORN.filter((_, index) => index % 6 === 0)];
  it.each(local)('$name', (input) => holds(input, { server: 'local' }));
});

describe('on the embedded server', LIMIT, () => {
  it.each(shareOf(FORGED, 17))('$name', (input) => holds(input, { server: 'embedded' }));
  it.each(STUBBORN.filter((_, index) => index % 3 === 0))('$name', (input) => holds(input, { server: 'embedded' }));
});

describe.skipIf(newest === undefined)('a baseline that is kept between runs', LIMIT, () => {
  it('runs nothing of its own when it is kept and when it is taken up', async () => {
    const service = await startService(newest as number);
    const marker = join(folder, `program-${made++}`);
    const limits = {
      connectTimeout: 5,
      statementTimeout: 20,
      minUptime: 0,
      baselines: { folder: '', keys: [], worthMs: 0 },
    };
    try {
      for (const { base = '', name } of SUPERUSER.filter(({ name }) => name.startsWith('a merged'))) {
        const server = await serviceServer({ databaseUrl: service.url, ...limits });
        const scratch = await server.createScratch();
        const session = await scratch.connect();
        await session.query(armed(base, marker));
        await scratch.keep?.(name);
        const kept = await server.kept?.([name]);
        await kept?.scratch.observe();
        await server.close();
      }
      expect(existsSync(marker)).toBe(false);
    } finally {
      await service.stop();
    }
  });
});

function parses(sql: string): boolean {
  try {
    parseSync(sql);
    return true;
  } catch {
    return false;
  }
}

function errors({ findings }: Report): string[] {
  return findings.filter(({ severity, evidence }) => severity === 'error' && evidence !== 'refuted').map(spoken);
}

function spoken({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

function told({ findings }: Report): string {
  return findings
    .map(({ rule, severity, evidence, message }: Finding) => `${severity} ${rule} [${evidence}] ${message}`)
    .join('\n')
    .slice(0, 2000);
}
