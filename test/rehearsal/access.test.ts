/** Who may do what, before and after: what changes without being said, and what a REVOKE takes away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { migrationOf } from '../support/examples.js';
import { startPostgres } from '../support/postgres.js';
import { rehearseSql } from '../support/rehearse.js';
import { SERVERS } from '../support/servers.js';

/** Roles are an administrator's to make. */
const ROLES =
  'CREATE ROLE app_reader; CREATE ROLE app_group; CREATE ROLE app_member; CREATE ROLE app_second; GRANT app_group TO app_member;';

const SETUP = `
CREATE SCHEMA s;
CREATE TABLE t (id int PRIMARY KEY, owner text, secret text);
CREATE TABLE s.u (id serial PRIMARY KEY);
ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON t USING (owner = current_user);
GRANT SELECT, INSERT ON t TO app_reader; GRANT SELECT ON t TO app_group, app_member; GRANT UPDATE (secret) ON t TO app_reader;
CREATE VIEW v WITH (security_invoker = true) AS SELECT id FROM t; GRANT SELECT ON v TO PUBLIC;
CREATE FUNCTION f() RETURNS int STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS 'SELECT 1';
GRANT USAGE ON SCHEMA s TO app_reader; GRANT USAGE ON SEQUENCE s.u_id_seq TO app_reader;`;

/** Its text stands in no line of the file. */
const dynamic = (sql: string) =>
  `DO $$ DECLARE gap text := ' '; BEGIN EXECUTE '${sql.replaceAll("'", "''").replace(' ', "' || gap || '")}'; END $$;`;

/** The rules of findings that are about rights, with a part of their message. */
const TOLD: { what: string; sql: string; says: [rule: string, words: RegExp][] }[] = [
  {
    what: 'a GRANT that a block builds',
    sql: dynamic('GRANT UPDATE ON t TO app_group'),
    says: [['unwritten-access-change', /app_group on table t: SELECT → SELECT, UPDATE/]],
  },
  {
    what: 'a column privilege, a schema’s and a sequence’s that a block takes away',
    sql: dynamic(
      'REVOKE UPDATE (secret) ON t FROM app_reader; REVOKE USAGE ON SCHEMA s FROM app_reader; REVOKE USAGE ON SEQUENCE s.u_id_seq FROM app_reader',
    ),
    says: [
      [
        'unwritten-access-change',
        /column secret of t: UPDATE → nothing; .*sequence s\.u_id_seq: USAGE → nothing; app_reader on schema s: USAGE → nothing/,
      ],
    ],
  },
  {
    what: 'row level security that no longer holds for the owner',
    sql: dynamic('ALTER TABLE t NO FORCE ROW LEVEL SECURITY'),
    says: [['unwritten-access-change', /table t: holds for the owner, too → the owner sees all rows/]],
  },
  {
    what: 'a policy that a block opens',
    sql: dynamic('ALTER POLICY own ON t USING (true)'),
    says: [['unwritten-access-change', /policy own of t: FOR ALL USING \(.*\) → FOR ALL USING \(true\)/]],
  },
  {
    what: 'a policy that a block adds',
    sql: dynamic('CREATE POLICY everything ON t USING (true)'),
    says: [['unwritten-access-change', /policy everything of t: nothing → FOR ALL USING \(true\)/]],
  },
  {
    what: 'a view’s security_invoker that a block takes away',
    sql: dynamic('ALTER VIEW v RESET (security_invoker)'),
    says: [['unwritten-access-change', /view v: security_invoker=true → none of its security options/]],
  },
  {
    what: 'what a function is, which a block changes',
    sql: dynamic('ALTER FUNCTION f() SECURITY INVOKER'),
    says: [['unwritten-access-change', /function f\(\): runs with its owner’s rights → runs with its caller’s rights/]],
  },
  {
    what: 'default privileges that a block sets',
    sql: dynamic('ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO PUBLIC'),
    says: [['unwritten-access-change', /PUBLIC \(every role\) on default privileges .*: nothing → SELECT/]],
  },
  {
    what: 'OR REPLACE that leaves out SECURITY DEFINER, SET and STABLE',
    sql: "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2';",
    says: [
      ['replacement-loses-protection', /lacks what the old one had \(security attributes\): SECURITY DEFINER/],
      ['replacement-loses-protection', /\(settings\): search_path=pg_catalog/],
      ['replacement-loses-attribute', /\(volatility\): STABLE \(it is VOLATILE\)/],
    ],
  },
  {
    what: 'a REVOKE from a role that had it',
    sql: 'REVOKE SELECT, INSERT ON t FROM app_reader;',
    says: [['privilege-revoked', /`app_reader` loses SELECT and INSERT on `table t`/]],
  },
  {
    what: 'a REVOKE from PUBLIC',
    sql: 'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;',
    says: [['privilege-revoked', /Who has it through PUBLIC alone loses SELECT on `view v`/]],
  },
];

const SILENT: { what: string; sql: string }[] = [
  { what: 'a privilege that it has through its group', sql: 'REVOKE SELECT ON t FROM app_member;' },
  {
    what: 'a privilege that is taken and given again',
    sql: 'REVOKE ALL ON t FROM app_reader; GRANT SELECT, INSERT ON t TO app_reader; GRANT UPDATE (secret) ON t TO app_reader;',
  },
  {
    what: 'a new table that is granted',
    sql: 'CREATE TABLE fresh (id int); GRANT ALL ON fresh TO app_reader; REVOKE INSERT ON fresh FROM app_reader;',
  },
  {
    what: 'a new table with policies in a block',
    sql:
      'CREATE TABLE fresh (id int);\nALTER TABLE fresh ENABLE ROW LEVEL SECURITY;\n' +
      dynamic('CREATE POLICY p ON fresh USING (true)'),
  },
  {
    what: 'default privileges at work',
    sql: 'ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO app_reader;\nCREATE TABLE s.fresh (id int);',
  },
  {
    what: 'names that move with what they stand on',
    sql: 'ALTER TABLE t RENAME TO renamed; ALTER TABLE renamed RENAME COLUMN secret TO hidden; ALTER POLICY own ON renamed RENAME TO mine;',
  },
  {
    what: 'a table’s privilege that each column has by itself',
    sql: 'REVOKE INSERT ON t FROM app_reader; GRANT INSERT (id, owner, secret) ON t TO app_reader;',
  },
  { what: 'a table that goes with its rights', sql: 'DROP VIEW v; DROP TABLE t;' },
  {
    what: 'a function whose new text says what it is',
    sql: "CREATE OR REPLACE FUNCTION f() RETURNS int VOLATILE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS 'SELECT 2';",
  },
  {
    what: 'a block that says it plainly',
    sql: 'DO $$ BEGIN GRANT UPDATE ON t TO app_group; ALTER TABLE t NO FORCE ROW LEVEL SECURITY; END $$;',
  },
];

const ABOUT = /^(?:unwritten-access-change|privilege-revoked|replacement-loses-\w+)$/;

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = await start();
  });

  afterAll(() => server?.close());

  const told = async (sql: string) => {
    const { rehearsal } = await rehearseSql(server, SETUP, sql, { bootstrap: ROLES });
    return rehearsal.observations.flatMap(({ finding: { rule, message } }) =>
      ABOUT.test(rule) ? [`${rule}: ${message}`] : [],
    );
  };

  test.each(TOLD)('tells of $what', async ({ sql, says }) => {
    const all = await told(sql);
    expect(all).toHaveLength(says.length);
    for (const [rule, words] of says) expect(all.filter((one) => one.startsWith(rule)).join('\n')).toMatch(words);
  });

  test.each(SILENT)('says nothing of $what', async ({ sql }) => {
    expect(await told(sql)).toEqual([]);
  });

  test.each([
    {
      what: 'what the change itself has granted',
      ups: ['GRANT DELETE ON t TO app_second;', 'REVOKE DELETE ON t FROM app_second;'],
      lost: [],
    },
    {
      what: 'a table of the change',
      ups: ['CREATE TABLE n (a int); GRANT SELECT ON n TO app_second;', 'REVOKE SELECT ON n FROM app_second;'],
      lost: [],
    },
    {
      what: 'what it had before, beside what it got',
      ups: ['GRANT DELETE ON t TO app_reader;', 'REVOKE SELECT, DELETE ON t FROM app_reader;'],
      lost: [/`app_reader` loses SELECT on `table t`/],
    },
    {
      what: 'what it had under the old name',
      ups: ['ALTER TABLE t RENAME TO t2;', 'REVOKE SELECT ON t2 FROM app_reader;'],
      lost: [/`app_reader` loses SELECT on `table t2`/],
    },
    {
      what: 'what it had through PUBLIC',
      ups: ['REVOKE SELECT ON v FROM PUBLIC; GRANT SELECT ON v TO app_second;', 'REVOKE SELECT ON v FROM app_second;'],
      lost: [/PUBLIC alone loses SELECT on `view v`/, /`app_second` loses SELECT on `view v`/],
    },
  ])('a later file that takes away $what', async ({ ups, lost }) => {
    const grammar = await loadGrammar();
    const all = ups.map((sql) => migrationOf({ setup: SETUP, sql }, grammar));
    const changed = all.map(({ migration }, at) => ({ ...migration, path: `${at}.sql` }));
    const bootstrap = [migrationOf({ setup: '', sql: ROLES }, grammar).migration.up];
    const plan = { changed, baseline: all[0]?.baseline ?? [], seed: [], bootstrap };
    const { observations } = await rehearse(server, plan);
    const told = observations.flatMap(({ finding: { rule, message } }) =>
      rule === 'privilege-revoked' ? [message] : [],
    );
    expect(told).toHaveLength(lost.length);
    for (const [at, words] of lost.entries()) expect(told[at]).toMatch(words);
  });

  test('shows a table of who may do what', async () => {
    const { report } = await rehearseSql(
      server,
      SETUP,
      'GRANT UPDATE ON t TO app_group; ALTER TABLE t DISABLE ROW LEVEL SECURITY; DROP POLICY own ON t; CREATE TABLE n (a int); GRANT SELECT ON n TO PUBLIC;',
      { bootstrap: ROLES },
    );
    const line = report.proofs.find(({ check }) => check === 'access');
    expect(line).toMatchObject({ status: 'proven' });
    expect(line?.table).toEqual({
      caption: 'who may do what',
      head: ['Role', 'Object', 'Before', 'After'],
      rows: [
        ['PUBLIC (every role)', 'table n', 'not there', 'SELECT'],
        ['app_group', 'table t', 'SELECT', 'SELECT, UPDATE'],
        ['all roles', 'table t', 'row level security on', 'row level security off'],
        ['PUBLIC (every role)', 'policy own of t', expect.stringMatching(/^FOR ALL USING/), 'dropped'],
      ],
    });
  });

  test.each([
    'DROP VIEW v; CREATE VIEW v AS SELECT id FROM t;',
    'CREATE OR REPLACE VIEW v AS SELECT id FROM t;',
    "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2';",
  ])('is not proven where an object is made anew without what it had: %s', async (sql) => {
    const { report } = await rehearseSql(server, SETUP, sql, { bootstrap: ROLES });
    expect(report.proofs.find(({ check }) => check === 'access')).toMatchObject({ status: 'failed' });
  });

  test('a block that has the command in its text, and makes up the names, is a warning', async () => {
    const sql = `DO $$ DECLARE r text; BEGIN
  FOR r IN SELECT tablename FROM pg_tables WHERE tablename = 't' LOOP
    EXECUTE format('CREATE POLICY %I ON %I USING (id > 0)', r || '_ids', r);
    EXECUTE format('GRANT UPDATE ON %I TO app_second', r);
  END LOOP;
END $$;`;
    const { rehearsal } = await rehearseSql(server, SETUP, sql, { bootstrap: ROLES });
    const told = rehearsal.observations.filter(({ finding: { rule } }) => rule === 'unwritten-access-change');
    expect(told.map(({ finding: { severity, message } }) => [severity, message])).toEqual([
      [
        'warning',
        expect.stringMatching(/^The names are made up at run time.*app_second on table t.*policy t_ids of t/),
      ],
    ]);
  });

  test('tells that a new policy does nothing, also where a block makes it', async () => {
    const sql = dynamic('CREATE POLICY p ON s.u USING (id > 1)');
    const { rehearsal } = await rehearseSql(server, SETUP, sql, { bootstrap: ROLES });
    const [one] = rehearsal.observations.filter(({ finding: { rule } }) => rule === 'policy-without-row-security');
    expect(one?.finding.message).toMatch(/policy `p` does nothing: row level security of `s\.u` is off/);
  });

  test('a policy that follows a renamed column is as it was', async () => {
    const setup = `${SETUP}\nCREATE TABLE g (id int, state text);\nCREATE POLICY p ON g USING (state <> 'x');`;
    const { rules } = await rehearseSql(server, setup, 'ALTER TABLE g RENAME state TO status;', { bootstrap: ROLES });
    expect(rules).not.toContain('unwritten-access-change');
  });

  test('shows nothing where nothing changes', async () => {
    const { report } = await rehearseSql(server, SETUP, 'ALTER TABLE t ADD COLUMN note text; CREATE TABLE n (a int);', {
      bootstrap: ROLES,
    });
    expect(report.proofs.some(({ check }) => check === 'access')).toBe(false);
  });
});

describe('as a superuser', () => {
  const newest = SERVERS.findLast(({ real, skip }) => real && !skip);

  it.skipIf(newest === undefined)('REVOKE … CASCADE takes from those who had it at second hand', async () => {
    const server = await startPostgres(newest?.major ?? 0, { superuser: true });
    try {
      const setup = `${ROLES} CREATE TABLE t (a int); GRANT SELECT ON t TO app_reader WITH GRANT OPTION;
        SET ROLE app_reader; GRANT SELECT ON t TO app_second; RESET ROLE;`;
      const { rehearsal } = await rehearseSql(server, setup, 'REVOKE SELECT ON t FROM app_reader CASCADE;');
      const told = rehearsal.observations.map(({ finding }) => `${finding.rule}: ${finding.message}`);
      expect(told.find((one) => one.startsWith('unwritten'))).toMatch(/app_second on table t: SELECT → nothing/);
      expect(told.find((one) => one.startsWith('privilege'))).toMatch(/`app_reader` loses SELECT/);
    } finally {
      await server.close();
    }
  });
});
