/** Rollbacks and validation scripts that somebody wrote badly, or to do harm: contained, and reported. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const UP = 'CREATE TABLE fresh (a int);';
const SHOUT = `DO $$ BEGIN RAISE NOTICE E'::error::boo\\n::set-output name=x::1'; END $$;`;

interface Case {
  what: string;
  down?: string;
  verify?: string;
  rules: string[];
  says?: RegExp;
}

const CASES: Case[] = [
  { what: 'a rollback that doesn’t parse', down: 'DROP TABEL fresh;', rules: ['down-fails'], says: /syntax error/ },
  { what: 'a validation that doesn’t parse', verify: 'SELEC 1;', rules: ['validation-fails'], says: /syntax error/ },
  { what: 'a million rows', verify: '-- expect: rows = 1000000\nSELECT generate_series(1, 1000000);', rules: [] },
  {
    what: 'a validation that writes',
    verify: 'INSERT INTO fresh VALUES (1);\n-- expect: value = 0\nSELECT count(*) FROM fresh;',
    rules: ['validation-fails'],
    says: /read-only transaction/,
  },
  {
    what: 'a validation that wants to write all the same',
    verify: `SET transaction_read_only = off;\nSET default_transaction_read_only = off;\nCOMMIT;\nDROP TABLE fresh;\n-- expect: value = 0\nSELECT count(*) FROM fresh;`,
    rules: ['validation-fails'],
  },
  { what: 'a validation that drops the database', verify: 'DROP DATABASE postgres;', rules: ['validation-fails'] },
  { what: 'a rollback that drops the database', down: 'DROP DATABASE postgres;', rules: ['down-fails'] },
  {
    what: 'a rollback that drops the schema',
    down: 'DROP SCHEMA public CASCADE;',
    rules: ['down-loses-object', 'down-loses-object', 'rerun-fails'],
  },
  {
    what: 'a rollback that lifts its limit',
    down: 'SET statement_timeout = 0;\nSELECT count(*) FROM generate_series(1, 100000000000);',
    rules: ['down-fails'],
  },
  {
    what: 'a validation that lifts its limit',
    verify: 'SET statement_timeout = 0;\nSELECT count(*) FROM generate_series(1, 100000000000);',
    rules: ['validation-fails'],
  },
  { what: 'workflow commands', down: `${SHOUT}\nDROP TABLE fresh;`, verify: SHOUT, rules: [] },
];

describe.each(SERVERS.filter(({ name }) => /18|embedded/.test(name)))('on $name', ({ skip, limited }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await limited({ statementTimeout: 2 });
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(CASES)('$what', async ({ down, verify, rules, says }) => {
    const {
      rehearsal,
      report,
      rules: found,
    } = await rehearseSql(server, '', UP, {
      ...(down !== undefined && { down }),
      ...(verify !== undefined && { verify }),
    });
    expect(rehearsal.observations.map(({ finding }) => finding.message).join('\n')).toMatch(says ?? /^/);
    expect(found).toEqual(rules);
    expect(report.statements[0]?.status).toBe('applied');
  });
});
