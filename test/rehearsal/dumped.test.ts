/** What the server's own pg_dump makes of a schema is restored, where these binaries are on the machine. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../src/servers/cluster/binaries.js';
import { localServer } from '../../src/servers/cluster/local.js';
import { program } from '../../src/servers/cluster/programs.js';
import type { Server } from '../../src/servers/server.js';
import { isSupported } from '../../src/sql/versions.js';
import { rehearseSql } from '../support/rehearse.js';

const found = (await findPostgres()).find(
  ({ bin, major }) => isSupported(major) && existsSync(program(bin, 'pg_dump')),
);

describe.skipIf(found === undefined)('a dump by pg_dump', () => {
  let server: Server;
  beforeAll(async () => {
    server = await localServer({ ...(found && { bin: found.bin }), target: null, statementTimeout: 20 });
  });
  afterAll(() => server?.close());

  const run = async (setup: string, sql: string) => {
    const { rehearsal, report } = await rehearseSql(server, setup, sql);
    const findings = rehearsal.observations.filter(({ finding }) => finding.rule === 'dump-not-restorable');
    return {
      findings: findings.map(({ finding: { severity, line, message } }) => ({ severity, line, message })),
      proof: report.proofs.find(({ check }) => check === 'restore'),
    };
  };
  const TABLES = 'CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE z (id int PRIMARY KEY);';
  const LOOKS = `CREATE FUNCTION known(i int) RETURNS boolean LANGUAGE sql AS 'SELECT EXISTS (SELECT FROM public.z WHERE id = i)';`;

  it('shows that rows come before those that a CHECK looks for', async () => {
    const { findings, proof } = await run(
      `${TABLES} ${LOOKS}`,
      'ALTER TABLE a ADD COLUMN y int;\nALTER TABLE a ADD CONSTRAINT there CHECK (known(x)) NOT VALID;\nALTER TABLE a VALIDATE CONSTRAINT there;',
    );
    expect(findings).toEqual([
      { severity: 'error', line: expect.any(Number), message: expect.stringContaining('SQLSTATE 23514') },
    ]);
    expect(proof).toMatchObject({ status: 'failed', detail: expect.stringContaining('of them refused') });
  });

  it('is silent of what could not be restored before', async () => {
    const before = `${TABLES} ${LOOKS} ALTER TABLE a ADD CONSTRAINT there CHECK (known(x));`;
    const lower = `CREATE FUNCTION low(t int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT t + 1';`;
    const { findings, proof } = await run(`${before} ${lower}`, 'CREATE INDEX CONCURRENTLY i ON z (low(id));');
    expect(findings).toEqual([]);
    expect(proof?.detail).toContain('was restored into an empty database');
  });

  it('is proven to be restorable', async () => {
    const { findings, proof } = await run(
      `${TABLES} CREATE FUNCTION low(t int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT t + 1'; CREATE TYPE "odd; name" AS ENUM ('it''s');
       CREATE VIEW v AS SELECT id FROM z; COMMENT ON TABLE z IS 'a;b';`,
      'CREATE INDEX CONCURRENTLY i ON z (low(id));',
    );
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({ status: 'proven', detail: expect.stringContaining('dump by pg_dump') });
  });
});
