/** What help writes to give a view what its table’s GRANTs gave gives it no more and no less, held against real servers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantedAgain } from '../../src/lint/help/granted.js';
import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const { parseScript } = await loadGrammar();
const TABLE = 'CREATE TABLE t (id int PRIMARY KEY, a text, "B" int);';

/** What the scripts granted, and what is written for a view. */
const CASES: { granted: string; written: string[] }[] = [
  { granted: 'SELECT 1', written: [] },
  {
    granted: 'GRANT SELECT ON t TO pg_monitor; GRANT INSERT, SELECT ON TABLE t TO pg_signal_backend, pg_monitor',
    written: ['GRANT SELECT, INSERT ON v TO pg_monitor;', 'GRANT INSERT, SELECT ON v TO pg_signal_backend;'],
  },
  {
    granted: 'GRANT SELECT, UPDATE (a, "B"), INSERT (a) ON t TO PUBLIC',
    written: ['GRANT SELECT, UPDATE (a, "B"), INSERT (a) ON v TO PUBLIC;'],
  },
  {
    granted: 'GRANT ALL ON t TO pg_monitor; REVOKE DELETE, TRUNCATE ON t FROM pg_monitor',
    written: ['GRANT ALL ON v TO pg_monitor;', 'REVOKE DELETE, TRUNCATE ON v FROM pg_monitor;'],
  },
  {
    granted: 'GRANT SELECT ON t TO pg_monitor; REVOKE ALL ON t FROM pg_monitor; GRANT INSERT ON t TO pg_monitor',
    written: ['GRANT INSERT ON v TO pg_monitor;'],
  },
  { granted: 'GRANT SELECT ON t TO pg_monitor; REVOKE SELECT ON t FROM pg_monitor', written: [] },
  { granted: 'GRANT UPDATE (a) ON t TO pg_monitor; REVOKE UPDATE ON t FROM pg_monitor', written: [] },
  {
    granted: 'GRANT UPDATE (a, id) ON t TO pg_monitor; REVOKE UPDATE (id) ON t FROM pg_monitor',
    written: ['GRANT UPDATE (a) ON v TO pg_monitor;'],
  },
  {
    granted:
      'GRANT SELECT, UPDATE ON t TO pg_monitor WITH GRANT OPTION; GRANT SELECT ON t TO pg_monitor; REVOKE GRANT OPTION FOR UPDATE ON t FROM pg_monitor',
    written: ['GRANT UPDATE ON v TO pg_monitor;', 'GRANT SELECT ON v TO pg_monitor WITH GRANT OPTION;'],
  },
  {
    granted: 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO pg_monitor',
    written: ['GRANT SELECT ON v TO pg_monitor;'],
  },
  {
    granted: 'GRANT ALL ON t TO pg_monitor; REVOKE UPDATE ON t FROM pg_monitor; GRANT UPDATE (a) ON t TO pg_monitor',
    written: [
      'GRANT ALL ON v TO pg_monitor;',
      'REVOKE UPDATE ON v FROM pg_monitor;',
      'GRANT UPDATE (a) ON v TO pg_monitor;',
    ],
  },
];
/** What came by default, and was taken. */
const BY_DEFAULT = [
  {
    standing: 'ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO pg_monitor;',
    granted: 'REVOKE ALL ON t FROM pg_monitor; GRANT SELECT ON t TO pg_monitor',
    written: ['REVOKE ALL ON v FROM pg_monitor;', 'GRANT SELECT ON v TO pg_monitor;'],
  },
  {
    standing: 'ALTER DEFAULT PRIVILEGES GRANT SELECT, UPDATE ON TABLES TO PUBLIC;',
    granted: 'REVOKE UPDATE ON t FROM PUBLIC',
    written: ['REVOKE UPDATE ON v FROM PUBLIC;'],
  },
];
const ALL = [...CASES.map((one) => ({ standing: '', ...one })), ...BY_DEFAULT];

function writtenFor(granted: string): string[] | undefined {
  const text = `${TABLE} ${granted};`;
  const script = parseScript({ role: 'up', file: { path: 'x.sql', text }, sql: text, transaction: 'autocommit' });
  // As in a real check: something may have been there that no script shows.
  const schema = new Schema({ partial: true });
  schema.replay(script.statements, 'baseline');
  const table = schema.find('table', 'public.t');
  return table && grantedAgain(table, 'public.v', schema);
}

it.each(ALL)('$granted', ({ granted, written }) => {
  expect(writtenFor(granted)).toEqual(written);
});

it('names of roles are quoted where they must be', () => {
  expect(writtenFor('GRANT SELECT ON t TO "A b", app, "select"; GRANT DELETE ON t TO SESSION_USER')).toEqual([
    'GRANT SELECT ON v TO "A b", app, "select";',
    'GRANT DELETE ON v TO SESSION_USER;',
  ]);
});

it.each([
  'GRANT ALL ON t TO app WITH GRANT OPTION; REVOKE GRANT OPTION FOR SELECT ON t FROM app',
  'GRANT SELECT (a) ON t TO app; ALTER TABLE t RENAME a TO c',
])('%s: nobody knows', (granted) => {
  expect(writtenFor(granted)).toBeUndefined();
});

const RIGHTS = (name: string) => `SELECT grantee::regrole::text, privilege_type, is_grantable, ''
    FROM pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner))) WHERE oid = '${name}'::regclass
  UNION ALL SELECT grantee::regrole::text, privilege_type, is_grantable, attname
    FROM pg_attribute, aclexplode(attacl) WHERE attrelid = '${name}'::regclass ORDER BY 1, 2, 3, 4`;

describe.each(SERVERS.filter(({ real }) => real))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(ALL)('$standing $granted', async ({ standing, granted, written }) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await session.query(`${standing} ${TABLE} ${granted};`);
      await session.query(`CREATE VIEW v AS SELECT * FROM t; ${written.join(' ')}`);
      const [table, view] = [await session.query(RIGHTS('t')), await session.query(RIGHTS('v'))];
      expect(view.rows).toEqual(table.rows);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });
});
