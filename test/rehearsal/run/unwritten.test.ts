/** What goes without being named by the SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `
CREATE TABLE kv (k text PRIMARY KEY, v text);
CREATE TABLE docs (id int PRIMARY KEY, owner text, kv text REFERENCES kv ON DELETE CASCADE);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON docs USING (true);
CREATE VIEW shown AS SELECT k FROM kv;
CREATE MATERIALIZED VIEW kept AS SELECT id FROM docs;
CREATE FUNCTION wipe() RETURNS void LANGUAGE sql AS 'DELETE FROM docs';
CREATE FUNCTION drop_it(name text) RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE format(''DROP TABLE %I CASCADE'', name); END';
CREATE TABLE parts (k int PRIMARY KEY) PARTITION BY LIST (k);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE hanging (k int REFERENCES parts ON DELETE CASCADE);
CREATE PROCEDURE truncate_it(name text) LANGUAGE plpgsql AS 'BEGIN EXECUTE format(''TRUNCATE %I CASCADE'', name); END';`;

const inBlock = (sql: string) => `DO $$ DECLARE t text := 'kv'; BEGIN EXECUTE format('${sql}', t); END $$;`;

const CASES: { sql: string; says: string }[] = [
  { sql: inBlock('DROP TABLE %I CASCADE'), says: 'table `kv`' },
  { sql: inBlock('ALTER TABLE %I RENAME TO other'), says: 'another name to table `kv` (now `other`)' },
  { sql: inBlock('ALTER TABLE %I DROP COLUMN v CASCADE'), says: 'column `kv.v`' },
  { sql: inBlock('ALTER TABLE %I RENAME COLUMN v TO w'), says: 'column `kv.v` (now `kv.w`)' },
  { sql: inBlock('ALTER TABLE %I DROP CONSTRAINT kv_pkey CASCADE'), says: 'constraint `kv.kv_pkey`' },
  {
    sql: "DO $$ DECLARE t text := 'docs'; BEGIN EXECUTE 'ALTER TABLE ' || t || ' DISABLE ROW LEVEL SECURITY'; END $$;",
    says: 'row level security of `docs`',
  },
  {
    sql: "DO $$ DECLARE t text := 'docs'; BEGIN EXECUTE 'DROP POLICY own ON ' || t; END $$;",
    says: 'policy `docs.own`',
  },
  { sql: "SELECT drop_it('kv');", says: 'view `shown`' },
  { sql: 'SELECT wipe();', says: 'deletes all rows of `docs`' },
  { sql: "CALL truncate_it('kv');", says: 'deletes all rows of `docs`, `kv`' },
  // Who names a partitioned table names its partitions; what hangs on them is another table.
  { sql: 'DELETE FROM parts;', says: 'deletes all rows of `hanging`, which' },
  {
    sql: "DO $$ DECLARE t text := 'parts'; BEGIN EXECUTE format('DELETE FROM %I', t); END $$;",
    says: 'deletes all rows of `hanging`, `parts_1`, which',
  },
  { sql: inBlock('DELETE FROM %I WHERE k = (SELECT min(k) FROM kv)'), says: 'deletes some rows of `docs`, `kv`' },
];

const SILENT = [
  inBlock('ALTER TABLE %I ADD COLUMN w int'),
  inBlock('ALTER TABLE %I ALTER v TYPE varchar(2000)'),
  'DO $$ BEGIN ALTER TABLE docs DROP COLUMN kv; ALTER TABLE kv DROP COLUMN v; END $$;',
  "CREATE TABLE fresh (a int);\nDO $$ BEGIN EXECUTE 'DROP TABLE ' || 'fr' || 'esh'; END $$;",
  'DROP MATERIALIZED VIEW kept;\nDROP TABLE docs;',
  'ALTER TABLE docs RENAME COLUMN owner TO holder;',
  'DROP POLICY own ON docs;\nSELECT wipe() WHERE false;',
  'ALTER TABLE docs DISABLE ROW LEVEL SECURITY;\nSELECT count(*) FROM kv;',
  "DELETE FROM docs WHERE owner = 'nobody';",
  'REFRESH MATERIALIZED VIEW kept;',
];

describe.each(SERVERS)('on $name', ({ name, skip, start }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  const found = async (sql: string) => {
    const { rehearsal, up } = await rehearseSql(server, SETUP, sql);
    expect(up.map(({ status }) => status)).not.toContain('failed');
    return rehearsal.observations.map(({ finding }) => finding).filter(({ rule }) => rule === 'unwritten-loss');
  };

  test.each(CASES)('$sql', async ({ sql, says }) => {
    const told = await found(sql);
    expect(told.map(({ message }) => message).join(' ')).toContain(says);
    expect(told.map(({ severity }) => severity)).toContain(says.includes('some rows') ? 'warning' : 'error');
  });

  // The embedded server's only role owns its catalogs, too.
  it.skipIf(skip || name.includes('embedded'))('DROP OWNED', async () => {
    expect((await found('DROP OWNED BY CURRENT_USER;')).map(({ message }) => message).join()).toContain('table `kv`');
  });

  test.each(SILENT)('nothing is said of %s', async (sql) => {
    expect((await found(sql)).map(({ message }) => message)).toEqual([]);
  });
});
