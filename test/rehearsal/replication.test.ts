/** Published tables after a migration: which of them refuse UPDATE and DELETE, and who did it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../src/servers/server.js';
import { rehearseSql } from '../support/rehearse.js';
import { SERVERS } from '../support/servers.js';

const SETUP = `
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b int); CREATE PUBLICATION p FOR TABLE t;
CREATE TABLE u (id int NOT NULL, a int); CREATE UNIQUE INDEX u_id ON u (id); ALTER TABLE u REPLICA IDENTITY USING INDEX u_id;
CREATE TABLE parts (id int NOT NULL, a int) PARTITION BY LIST (id); CREATE TABLE part PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE bare (a int);`;

interface Case {
  what: string;
  sql: string;
  setup?: string;
  bootstrap?: string;
}

const REFUSED: (Case & { line: number; severity?: string; words: RegExp })[] = [
  {
    what: 'the key is dropped',
    sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
    line: 1,
    words: /UPDATE and DELETE of `t`.*55000/,
  },
  {
    what: 'the key becomes deferrable',
    sql: 'SELECT 1;\nALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (id) DEFERRABLE;',
    line: 2,
    words: /`t`.*55000/,
  },
  {
    what: 'the key’s column is dropped',
    sql: 'ALTER TABLE t DROP COLUMN id;',
    line: 1,
    words: /`t`.*55000/,
  },
  {
    what: 'the index of the identity is dropped',
    setup: `${SETUP} ALTER PUBLICATION p ADD TABLE u;`,
    sql: 'DROP INDEX u_id;',
    line: 1,
    words: /`u`.*55000/,
  },
  {
    what: 'the index of the identity is swapped for another',
    setup: `${SETUP} ALTER PUBLICATION p ADD TABLE u;`,
    sql: 'CREATE UNIQUE INDEX u_new ON u (id, a);\nDROP INDEX u_id;\nALTER INDEX u_new RENAME TO u_id;',
    line: 2,
    words: /`u`.*55000/,
  },
  { what: 'a table without key is published', sql: 'ALTER PUBLICATION p ADD TABLE bare;', line: 1, words: /`bare`/ },
  {
    what: 'a new table without key is published',
    sql: 'CREATE TABLE fresh (a int);\nALTER PUBLICATION p ADD TABLE fresh;',
    line: 2,
    severity: 'warning',
    words: /`fresh`/,
  },
  {
    what: 'a partitioned table without key is published by its root',
    sql: 'CREATE PUBLICATION q FOR TABLE parts WITH (publish_via_partition_root = true);',
    line: 1,
    words: /`part`/,
  },
  {
    what: 'the rows that are published are chosen by a column outside of the key',
    sql: 'CREATE PUBLICATION q FOR TABLE t WHERE (b > 1);',
    line: 1,
    words: /`t`.*42P10/,
  },
  {
    what: 'only UPDATE is published',
    sql: "CREATE PUBLICATION q FOR TABLE bare WITH (publish = 'insert, update');",
    line: 1,
    words: /refuses UPDATE of `bare`/,
  },
  {
    what: 'all tables are published, and a key goes',
    bootstrap: 'CREATE PUBLICATION everything FOR ALL TABLES;',
    setup: 'CREATE TABLE t (id int PRIMARY KEY);',
    sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
    line: 1,
    words: /`t`.*`everything`/,
  },
  {
    what: 'the tables of a schema are published, and a key goes',
    bootstrap:
      'CREATE SCHEMA app; GRANT ALL ON SCHEMA app TO PUBLIC; CREATE PUBLICATION every FOR TABLES IN SCHEMA app;',
    setup: 'CREATE TABLE app.t (id int PRIMARY KEY);',
    sql: 'ALTER TABLE app.t DROP CONSTRAINT t_pkey;',
    line: 1,
    words: /`app\.t`.*`every`/,
  },
  {
    what: 'a block does it',
    sql: "DO $$ DECLARE k text := 't_pkey'; BEGIN EXECUTE format('ALTER TABLE t DROP CONSTRAINT %I', k); END $$;",
    line: 1,
    words: /`t`/,
  },
];

const SILENT: Case[] = [
  {
    what: 'a key that is exchanged in one statement',
    sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (a);',
  },
  {
    what: 'REPLICA IDENTITY FULL instead',
    sql: 'ALTER TABLE t REPLICA IDENTITY FULL; ALTER TABLE t DROP CONSTRAINT t_pkey;',
  },
  { what: 'a publication of INSERTs', sql: "CREATE PUBLICATION q FOR TABLE bare WITH (publish = 'insert');" },
  {
    what: 'a table that leaves its publication',
    sql: 'ALTER PUBLICATION p DROP TABLE t; ALTER TABLE t DROP CONSTRAINT t_pkey;',
  },
  {
    what: 'what was refused before',
    setup: `${SETUP} ALTER PUBLICATION p ADD TABLE bare;`,
    sql: 'ALTER TABLE bare ADD COLUMN c int;',
  },
  {
    what: 'a new table with a key',
    sql: 'CREATE TABLE fresh (id int PRIMARY KEY); ALTER PUBLICATION p ADD TABLE fresh;',
  },
  { what: 'rows that are chosen by the key', sql: 'CREATE PUBLICATION q FOR TABLE t WHERE (id > 1);' },
  {
    what: 'an identity that is named before its index goes',
    setup: `${SETUP} ALTER PUBLICATION p ADD TABLE u;`,
    sql: 'CREATE UNIQUE INDEX u_new ON u (id); ALTER TABLE u REPLICA IDENTITY USING INDEX u_new; DROP INDEX u_id;',
  },
  {
    what: 'a trigger that stops every UPDATE statement: nothing is run',
    setup: `${SETUP} CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
      CREATE TRIGGER no BEFORE UPDATE OR DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION no();`,
    sql: 'ALTER TABLE t ADD COLUMN c int; CREATE PUBLICATION q FOR TABLE t WHERE (id > 1);',
  },
];

const ABOUT = /^(?:published-table-refuses-writes|replica-identity-index-gone)$/;

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = await start();
  });

  afterAll(() => server?.close());

  const told = async ({ sql, setup = SETUP, bootstrap }: Case) => {
    const { rehearsal, report } = await rehearseSql(server, setup, sql, bootstrap === undefined ? {} : { bootstrap });
    const findings = rehearsal.observations.map(({ finding }) => finding).filter(({ rule }) => ABOUT.test(rule));
    return { findings, line: report.proofs.find(({ check }) => check === 'replication') };
  };

  test.each(REFUSED)('tells that writes are refused where $what', async (one) => {
    const { findings, line } = await told(one);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'published-table-refuses-writes',
        line: one.line,
        severity: one.severity ?? 'error',
        message: expect.stringMatching(one.words),
      }),
    ]);
    expect(line?.status).toBe('failed');
  });

  test.each(SILENT)('says nothing of $what', async (one) => {
    const { findings, line } = await told(one);
    expect(findings).toEqual([]);
    expect(line?.status ?? 'proven').toBe('proven');
  });

  test('tells of an identity whose index is gone, where nothing publishes the table here', async () => {
    const { findings } = await told({ what: '', sql: 'SELECT 1;\nDROP INDEX u_id;' });
    expect(findings).toMatchObject([{ rule: 'replica-identity-index-gone', severity: 'warning', line: 2 }]);
  });

  test('shows what is replicated, before and after', async () => {
    const { line } = await told({
      what: '',
      sql: 'ALTER PUBLICATION p ADD TABLE u; ALTER TABLE t REPLICA IDENTITY FULL;',
    });
    expect(line).toMatchObject({
      status: 'proven',
      table: {
        head: ['Table', 'Before', 'After'],
        rows: [
          ['t', 'in p, identity DEFAULT (id)', 'in p, identity FULL'],
          ['u', 'not published', 'in p, identity USING INDEX (id)'],
        ],
      },
    });
  });
});
