/** Row-level security that binds the table's owner, too, on every server: what the check itself reads and writes passes it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `CREATE TABLE t (id int PRIMARY KEY, tenant int NOT NULL, name text);
CREATE TABLE u (id int PRIMARY KEY, t_id int REFERENCES t);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON t USING (tenant = current_setting('app.tenant')::int);
INSERT INTO t VALUES (1, 1, 'one'), (2, 2, 'two');`;

describe.each(SERVERS)('on $name', ({ skip, real, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(async () => {
    await server?.close();
  });

  it.skipIf(skip)('hides no row from the proofs', async () => {
    const up = "ALTER TABLE t ADD COLUMN extra text NOT NULL DEFAULT 'x';\nCREATE INDEX t_name ON t (name);";
    const down = 'DROP INDEX t_name;\nALTER TABLE t DROP COLUMN extra;';
    const { report, rehearsal, rules } = await rehearseSql(server, SETUP, up, { down, transaction: 'per-script' });
    expect(rules).not.toContain('baseline-fails');
    expect(rehearsal.notChecked).toEqual([]);
    expect(report.rollback).toMatchObject({
      verdict: 'reversible, loses data written after deploy',
      data: { lost: [], refused: [] },
    });
    expect(report.writeCosts.map(({ table }) => table)).toEqual(['t']);
    expect(report.proofs.filter(({ status }) => status !== 'proven').map(({ check }) => check)).toEqual(['validation']);
  });

  it.skipIf(skip)('holds the migration as it holds a table’s owner', async () => {
    const { rules, rehearsal } = await rehearseSql(server, SETUP, "UPDATE t SET name = 'x' WHERE id = 1;", {
      transaction: 'per-script',
    });
    // The embedded server has one role, which is a superuser.
    expect(rules.includes('migration-fails')).toBe(real);
    const help = rehearsal.observations.find(({ finding }) => finding.rule === 'migration-fails')?.finding.help;
    if (real) expect(help).toMatch(/^Nothing has set `app\.tenant` in .*`superuser: true`/s);
  });
});

describe.each(SERVERS)('what the migration empties, on $name', ({ skip, start }) => {
  it.skipIf(skip)('is read no more', async () => {
    const server = await start();
    try {
      const setup = 'CREATE TABLE t (a int);\nCREATE MATERIALIZED VIEW v AS SELECT a FROM t;';
      const { rehearsal, report } = await rehearseSql(server, setup, 'REFRESH MATERIALIZED VIEW v WITH NO DATA;');
      expect(rehearsal.notChecked).toEqual([]);
      expect(report.proofs.map(({ check }) => check)).toContain('bloat');
    } finally {
      await server.close();
    }
  });
});
