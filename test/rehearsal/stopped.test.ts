/** A server that is lost takes nothing with it that was found before. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { embeddedServer } from '../../src/rehearsal/servers/embedded.js';
import type { Server } from '../../src/rehearsal/servers/server.js';
import { rehearseSql } from '../support/rehearse.js';

let server: Server;
beforeAll(async () => {
  server = await embeddedServer({ statementTimeout: 2 });
});
afterAll(() => server.close());

const ENDLESS = 'SELECT count(*) FROM generate_series(1, 100000000000);';

it('says that the rehearsal stopped, and keeps what it saw', async () => {
  const { rehearsal, rules } = await rehearseSql(server, 'CREATE TABLE t (a int);', 'ALTER TABLE t ADD b int;', {
    verify: ENDLESS,
  });
  expect(rules).toEqual(['rehearsal-stopped']);
  expect(rehearsal.observations[0]?.finding).toMatchObject({ severity: 'error', line: 1 });
  expect(rehearsal.notChecked.map(({ reason }) => reason)).toContain('the rehearsal was stopped');
});

it('tells which statement of the migration does not end', async () => {
  const { rules, up } = await rehearseSql(server, '', `SELECT 1;\n${ENDLESS}\nSELECT 2;`);
  expect(rules).toEqual(['migration-fails']);
  expect(up.map(({ status }) => status)).toEqual(['applied', 'failed', 'skipped']);
});

it('tells which statement of the rollback does not end', async () => {
  const { rules, report } = await rehearseSql(server, '', 'CREATE TABLE fresh (a int);', { down: ENDLESS });
  expect(rules).toEqual(['down-fails']);
  expect(report.rollback.verdict).toBe('down fails');
});
