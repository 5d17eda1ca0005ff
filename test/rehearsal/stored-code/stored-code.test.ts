/** Functions and triggers that a change breaks, as servers show it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';
import { BREAKS, HARMLESS, WITH_CHECKER } from './cases.js';

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  const told = async (setup: string, sql: string) => {
    const { rehearsal, report } = await rehearseSql(server, setup, sql);
    const findings = rehearsal.observations
      .map(({ finding }) => finding)
      .filter(({ rule }) => rule === 'stored-code-breaks');
    return { findings, line: report.proofs.find(({ check }) => check === 'stored-code'), report };
  };

  test.each([...BREAKS, WITH_CHECKER])('$what', async ({ setup, sql, says, severity = 'error', line = 1 }) => {
    const { findings, line: proof, report } = await told(setup, sql);
    expect(report.statements.map(({ error }) => error).filter(Boolean)).toEqual([]);
    const [finding] = findings;
    for (const part of says) expect(finding?.message).toContain(part);
    expect(findings.map((one) => [one.severity, one.line])).toEqual([[severity, line]]);
    // Only what the text alone says was not tried.
    expect(proof?.status).toBe(says.includes('could not be tried') ? 'not checked' : 'failed');
  });

  test.each(HARMLESS)('nothing is said of this: $what', async ({ setup, sql }) => {
    const { findings, report } = await told(setup, sql);
    expect(report.statements.map(({ error }) => error).filter(Boolean)).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([]);
  });
});
