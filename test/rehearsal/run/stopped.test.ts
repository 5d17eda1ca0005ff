/** A server that is lost takes nothing with it that was found before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedServer } from '../../../src/servers/embedded/embedded.js';
import type { Server } from '../../../src/servers/server.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

let server: Server;
beforeAll(async () => {
  server = await embeddedServer({ statementTimeout: 2 });
});
afterAll(() => server.close());

const ENDLESS = 'SELECT count(*) FROM generate_series(1, 100000000000);';

it('tells which validation query does not end, and keeps what it saw', async () => {
  const { report, rehearsal, rules } = await rehearseSql(
    server,
    'CREATE TABLE t (a int);',
    "SET lock_timeout = '1s';\nALTER TABLE t ADD b int;",
    {
      verify: `SELECT 1;\n${ENDLESS}\nSELECT 2;`,
      down: 'ALTER TABLE t DROP b;',
    },
  );
  expect(rules).toEqual(['validation-fails']);
  expect(rehearsal.observations[0]?.finding).toMatchObject({ severity: 'error', line: 2 });
  expect(report.validations.map(({ status }) => status)).toEqual(['unchecked', 'failed', 'notRun']);
  expect(report.proofs.find(({ check }) => check === 'applied')?.status).toBe('proven');
  expect(report.proofs.find(({ check }) => check === 'rollback')).toMatchObject({ status: 'not checked' });
});

it('says that the rehearsal stopped where the time for the whole run is used up', async () => {
  const brief = await embeddedServer({ statementTimeout: 20, runTimeout: 2 });
  const { rehearsal, rules } = await rehearseSql(brief, '', `CREATE TABLE fresh (a int);\n${ENDLESS}`);
  expect(rules).toEqual(['rehearsal-stopped']);
  expect(rehearsal.observations[0]?.finding).toMatchObject({ severity: 'error', line: 1 });
  expect(rehearsal.notChecked.map(({ reason }) => reason)).toContain('the rehearsal was stopped');
  await brief.close();
});

it('tells which statement of the migration does not end', async () => {
  const { rules, up } = await rehearseSql(server, '', `SELECT 1;\n${ENDLESS}\nSELECT 2;`);
  expect(rules).toEqual(['migration-fails']);
  expect(up.map(({ status }) => status)).toEqual(['applied', 'failed', 'skipped']);
});

describe.each(SERVERS)('a script of many slow statements, on $name', ({ skip, real, limited }) => {
  let limitedServer: Server;
  beforeAll(async () => {
    if (!skip) limitedServer = await limited({ statementTimeout: 20, scriptTimeout: 1 });
  });
  afterAll(() => limitedServer?.close());
  const slow = Array.from({ length: 20 }, (_, i) => `SELECT pg_sleep(0.3), ${i};`).join('\n');

  it.skipIf(skip)('is stopped, and what came before it stays checked', async () => {
    const { rules, up, rehearsal } = await rehearseSql(limitedServer, '', `CREATE TABLE fresh (a int);\n${slow}`);
    expect(rules).toEqual(['migration-fails']);
    const statuses = up.map(({ status }) => status);
    expect(statuses.slice(0, 2)).toEqual(['applied', 'applied']);
    expect(statuses.slice(-10)).toEqual(Array(10).fill('skipped'));
    expect(statuses.filter((status) => status === 'failed')).toHaveLength(1);
    expect(rehearsal.observations[0]?.finding.message).toContain('all that script-timeout allows');
  });

  it.skipIf(skip)('is a rollback’s own trouble', async () => {
    const { rules, report } = await rehearseSql(limitedServer, '', 'CREATE TABLE fresh (a int);', { down: slow });
    expect(rules).toEqual(['down-fails']);
    expect(report.rollback.verdict).toBe('down fails');
    expect(report.proofs[0]).toMatchObject({ check: 'applied', status: 'proven' });
  });

  it.skipIf(skip || !real)('leaves the rest of the run alone', async () => {
    const { rules } = await rehearseSql(limitedServer, slow, 'CREATE TABLE fresh (a int);');
    expect(rules).toEqual([]);
  });
});

it('tells which statement of the rollback does not end', async () => {
  const { rules, report } = await rehearseSql(server, '', 'CREATE TABLE fresh (a int);', { down: ENDLESS });
  expect(rules).toEqual(['down-fails']);
  expect(report.rollback.verdict).toBe('down fails');
});
