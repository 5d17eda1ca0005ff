/** What the administrator does first, what needs more rights, and what a server lacks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '../../../src/model.js';
import { type Rehearsal, rehearse } from '../../../src/rehearsal/rehearse.js';
import { catalogSql } from '../../../src/servers/catalogs/catalog-sql.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { migrationOf } from '../../support/examples.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();

function scriptOf(path: string, text: string): Script {
  return grammar.parseScript({ role: 'up', file: { path, text }, sql: text, transaction: 'autocommit' });
}

function run(server: Server, { bootstrap = '', setup = '', sql = '', down = '' }): Promise<Rehearsal> {
  const { migration, baseline } = migrationOf({ setup, sql, ...(down && { down }) }, grammar);
  return rehearse(server, {
    changed: [migration],
    bootstrap: bootstrap === '' ? [] : [scriptOf('bootstrap.sql', bootstrap)],
    baseline,
    seed: [],
  });
}
const findings = ({ observations }: Rehearsal) =>
  observations.flatMap(({ finding }) => (finding.rule.endsWith('-fails') ? [finding] : []));
const statuses = ({ migrations }: Rehearsal) => migrations[0]?.statements.map(({ status }) => status);

describe.each(SERVERS.filter(({ skip }) => !skip))('on $name', ({ name, start }) => {
  let server: Server;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.close());

  it('an extension that it lacks is not checked, and neither is what needs it', async () => {
    const result = await run(server, { sql: 'CREATE EXTENSION postgis; CREATE TABLE t (a geometry)' });
    expect(findings(result)).toEqual([]);
    expect(result.notChecked).toMatchObject([
      { check: expect.stringContaining('rehearsal of'), reason: expect.stringContaining('may need postgis') },
      { check: 'extension postgis', reason: expect.stringMatching(/postgis\/postgis:\d+-3\.[56]$/) },
    ]);
  });

  it('a baseline goes on without an extension that nothing in it needs', async () => {
    const setup = `CREATE EXTENSION IF NOT EXISTS vector; COMMENT ON EXTENSION vector IS 'x'; CREATE TABLE t (a int)`;
    const result = await run(server, { setup, sql: 'ALTER TABLE t ADD b int' });
    expect(findings(result)).toEqual([]);
    expect(statuses(result)).toEqual(['applied']);
    expect(result.notChecked.map(({ check }) => check)).toEqual(['extension vector']);
    expect(result.notChecked[0]?.reason).toContain('pgvector/pgvector:pg');
  });

  it('a baseline that needs it goes on without, and what needs that is not checked', async () => {
    const setup = 'CREATE EXTENSION timescaledb; CREATE TABLE t (a int, b nosuchtype)';
    const result = await run(server, { setup, sql: 'ALTER TABLE t ADD c int' });
    expect(findings(result)).toEqual([]);
    expect(statuses(result)).toEqual(['notRun']);
    expect(result.notChecked.map(({ reason }) => reason).join()).toContain('timescale/timescaledb:latest-pg');
  });

  it('a statement before the change that fails hides nothing that can do without it', async () => {
    const setup =
      'CREATE TABLE t (a int); CREATE TABLE u (a nosuchtype); CREATE INDEX ON u (a); SELECT 1/0; CREATE TABLE v (a int);';
    const fine = await run(server, { setup, sql: 'ALTER TABLE v ADD b int' });
    expect(statuses(fine)).toEqual(['applied']);
    const message =
      'type "nosuchtype" does not exist (SQLSTATE 42704). So it does with 1 more statement before the change.';
    expect(findings(fine)).toMatchObject([{ rule: 'baseline-fails', severity: 'info', path: 'setup.sql', line: 1 }]);
    expect(findings(fine)[0]?.message).toContain(message);
    const needy = await run(server, { setup, sql: 'ALTER TABLE u ADD b int' });
    expect(statuses(needy)).toEqual(['notRun']);
    expect(findings(needy)).toMatchObject([{ rule: 'baseline-fails', severity: 'error' }]);
    expect(needy.notChecked).toMatchObject([{ reason: 'it may need what fails before it, in setup.sql:1' }]);
  });

  it('a migration that does not apply hides nothing that can do without it', async () => {
    const scripts = [
      'CREATE TABLE t (a int)',
      'CREATE TABLE u (a nosuchtype)',
      'ALTER TABLE u ADD b int',
      'ALTER TABLE t ADD b int',
    ];
    const changed = scripts.map((sql, index) => ({
      id: `${index}`,
      path: `${index}.sql`,
      layout: 'plain',
      up: scriptOf(`${index}.sql`, sql),
    }));
    const result = await rehearse(server, { changed, baseline: [], seed: [] });
    expect(result.migrations.map(({ statements }) => statements[0]?.status)).toEqual([
      'applied',
      'failed',
      'notRun',
      'applied',
    ]);
    expect(findings(result).map(({ path }) => path)).toEqual(['1.sql']);
    expect(result.notChecked).toMatchObject([
      { check: 'rehearsal of 2.sql', reason: 'it may need 1.sql, which comes before it and does not apply' },
    ]);
  });

  it('drops the roles that a block of the bootstrap makes', async () => {
    const bootstrap = `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'block_made') THEN
  CREATE ROLE block_made; END IF; END $$;`;
    const result = await run(server, {
      bootstrap,
      setup: 'CREATE TABLE t (a int)',
      sql: 'GRANT SELECT ON t TO block_made',
    });
    expect(findings(result)).toEqual([]);
    const scratch = await server.createScratch();
    try {
      const { rows } = await (await scratch.connect()).query(catalogSql('existing roles', ['block_made']));
      expect(rows).toEqual([]);
    } finally {
      await scratch.drop();
    }
  });

  it('what is wrong for another reason is still a finding', async () => {
    const result = await run(server, { sql: 'CREATE EXTENSION postgiss_and_more(); SELECT 1' });
    expect(findings(result)).not.toEqual([]);
    const other = await run(server, { setup: 'CREATE EXTENSION vector', sql: 'SELECT 1/0' });
    expect(findings(other).map(({ rule }) => rule)).toEqual(['migration-fails']);
  });

  it('refuses COPY … PROGRAM and psql’s commands before the server sees them', async () => {
    const result = await run(server, {
      setup: 'CREATE TABLE t (a text)',
      sql: `COPY t FROM PROGRAM 'id'; SELECT 1`,
    });
    const [finding] = findings(result);
    expect(finding).toMatchObject({ rule: 'migration-fails', proof: 'It was not sent to the server.' });
    expect(finding?.message).toContain('runs a program');
    expect(finding?.message).not.toContain('SQLSTATE');
    expect(statuses(result)).toEqual(['failed', 'skipped']);
    const copied = await run(server, { setup: 'CREATE TABLE t (a text)', sql: 'COPY t FROM STDIN' });
    expect(findings(copied)[0]?.message).toContain('write INSERT');
  });

  it('does without psql’s commands and rows in what stands before the change', async () => {
    const setup = 'CREATE TABLE t (a text);\n\\set x 1\nCOPY t FROM STDIN;\n1\n2\n\\.\nCREATE TABLE u (a int);';
    const result = await run(server, { setup, sql: 'ALTER TABLE u ADD b int' });
    expect(findings(result)).toEqual([]);
    expect(statuses(result)).toEqual(['applied']);
    expect(result.notChecked).toContainEqual({
      check: 'psql’s commands and rows before the change',
      reason: 'setup.sql:2 and 2 more were left out: they stand beside the SQL',
    });
  });

  it('reads a dump as pg_dump writes it', async () => {
    const setup = `\\restrict b3iYKm\n\nSET client_encoding = 'UTF8';\nCREATE TABLE t (a int);\n\n\\unrestrict b3iYKm\n`;
    const result = await run(server, { setup, sql: 'ALTER TABLE t ADD b int' });
    expect(findings(result)).toEqual([]);
    expect(statuses(result)).toEqual(['applied']);
  });

  it('runs the bootstrap first', async () => {
    const result = await run(server, {
      bootstrap: 'CREATE EXTENSION pg_stat_statements; CREATE ROLE app NOLOGIN; GRANT CREATE ON SCHEMA public TO app',
      setup: 'CREATE TABLE t (a int); ALTER TABLE t OWNER TO app; CREATE EXTENSION IF NOT EXISTS pg_stat_statements',
      sql: 'GRANT SELECT ON t TO app',
    });
    expect(findings(result)).toEqual([]);
    expect(statuses(result)).toEqual(['applied']);
  });

  it('leaves alone the tables that the bootstrap made for the administrator', async () => {
    const result = await run(server, {
      bootstrap: `CREATE TABLE theirs (a int PRIMARY KEY); GRANT REFERENCES ON theirs TO public;
        CREATE SCHEMA closed; CREATE TABLE closed.x (a int); CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;`,
      setup: 'CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES theirs);',
      sql: 'ALTER TABLE t ADD COLUMN c int; UPDATE t SET c = 1 WHERE a > 1; CREATE INDEX i ON t (c);',
      down: 'DROP INDEX i; ALTER TABLE t DROP COLUMN c;',
    });
    expect(result.notChecked.filter(({ check }) => !check.startsWith('re-run'))).toEqual([]);
    expect(result.migrations[0]?.bloat).toMatchObject([{ table: 't', rows: 50 }]);
  });

  it('names a bootstrap that fails', async () => {
    const result = await run(server, { bootstrap: 'CREATE TABEL x ()', sql: 'SELECT 1' });
    expect(findings(result)).toMatchObject([{ rule: 'baseline-fails', path: 'bootstrap.sql' }]);
  });

  it.skipIf(name.startsWith('the embedded'))('drops the roles that the bootstrap made', async () => {
    const bootstrap = `CREATE ROLE passing; CREATE ROLE "Odd ""one""" LOGIN; CREATE ROLE strong SUPERUSER`;
    const sql = `SET ROLE passing; RESET ROLE; SELECT 1`;
    // Twice: what stayed would be in the way.
    for (let i = 0; i < 2; i++) expect(findings(await run(server, { bootstrap, sql }))).toEqual([]);
    const denied = await run(server, { bootstrap, sql: 'SET ROLE strong' });
    expect(findings(denied).map(({ rule }) => rule)).toEqual(['migration-fails']);
    const scratch = await server.createScratch();
    const session = await scratch.operate();
    const { rows } = await session.query(`SELECT rolname FROM pg_roles WHERE rolname !~ '^(pg_|migration_safety_)'`);
    expect(rows.filter(([role]) => ['passing', 'Odd "one"', 'strong'].includes(role ?? ''))).toEqual([]);
    await scratch.drop();
  });

  it.skipIf(name.startsWith('the embedded'))('lends no role that may do more than everybody', async () => {
    const rights = {
      parameter: 'GRANT ALTER SYSTEM ON PARAMETER archive_command TO lent',
      // As a statement it would be about the scratch database.
      database: "DO $$ BEGIN EXECUTE 'GRANT CREATE ON DATA' || 'BASE postgres TO lent'; END $$",
      function: 'GRANT EXECUTE ON FUNCTION pg_read_file(text) TO lent',
      catalog: 'GRANT SELECT ON pg_authid TO lent',
      member: 'GRANT pg_read_all_data TO lent',
    };
    for (const [right, grant] of Object.entries(rights)) {
      const result = await run(server, { bootstrap: `CREATE ROLE lent; ${grant}`, sql: 'SET ROLE lent' });
      expect(
        findings(result).map(({ rule }) => rule),
        right,
      ).toEqual(['migration-fails']);
    }
    const plain =
      'CREATE ROLE lent; CREATE SCHEMA app; CREATE TABLE app.t (a int); GRANT USAGE ON SCHEMA app TO lent; GRANT SELECT ON app.t TO lent; GRANT CREATE ON SCHEMA public TO lent';
    expect(findings(await run(server, { bootstrap: plain, sql: 'SET ROLE lent; RESET ROLE' }))).toEqual([]);
  });

  it.skipIf(name.startsWith('the embedded'))('says what helps where the rights don’t suffice', async () => {
    const result = await run(server, { sql: 'CREATE ROLE mine' });
    expect(findings(result)).toEqual([]);
    expect(result.notChecked).toMatchObject([
      {
        check: 'up.sql:1',
        reason: expect.stringMatching(/needs rights .* bootstrap, .* superuser: true/),
      },
    ]);
  });
});
