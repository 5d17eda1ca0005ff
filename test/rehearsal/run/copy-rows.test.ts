/** What is sent for COPY … FROM STDIN leaves the rows that COPY itself would. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { ChangeSession, Server } from '../../../src/servers/server.js';
import { sqlToSend } from '../../../src/sql/copy-rows.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { newestMajor, sessionAt, startService, type TestService } from '../../support/postgres.js';
import { recycled } from '../../support/recycled.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();
const newest = newestMajor();

function scriptOf(sql: string) {
  return grammar.parseScript({
    ...{ role: 'up', file: { path: 'a.sql', text: sql }, sql },
    transaction: 'autocommit',
    sendsRows: true,
  });
}

/** The table, the options, and the rows as a file has them. */
const CASES: [string, string, string, string][] = [
  ['text', 'a int, b text', '', '1\tx\n2\t\\N\n3\t\n'],
  ['escapes', 'a text, b text', '', 'a\\tb\\\\c\tx\\ny\n\\x41\\101\\b\\v\tq\\\'r\\"s\n'],
  ['quotes and backslashes', 'a text', '', "it's\nC:\\\\dir\\\\\nE'x'\n$$\n"],
  ['a mark that is escaped', 'a text', '', '\\\\N\n'],
  ['no rows', 'a int', '', ''],
  ['another delimiter', 'a int, b text', " WITH (DELIMITER '|', NULL 'none')", '1|a\\|b\n2|none\n'],
  [
    'other types',
    'a date, b numeric, c jsonb, d bool, e int[], f timestamptz',
    '',
    '2026-01-02\t1.50\t{"a": [1, "x\\\\ty"]}\tt\t{1,NULL,3}\t2026-01-02 03:04:05+01\n',
  ],
  ['an identity', 'a int GENERATED ALWAYS AS IDENTITY, b text', '', '7\tx\n'],
  ['a generated column', 'a int, c int GENERATED ALWAYS AS (a * 2) STORED', '', '4\n5\n'],
  ['CSV', 'a int, b text', ' WITH (FORMAT csv)', '1,"x, ""y"""\n2,\n3,""\n4,"two\nlines"\n'],
  [
    'CSV with a header',
    'a int, b text',
    " WITH (FORMAT csv, HEADER true, DELIMITER ';', QUOTE '''')",
    "a;b\n1;'it''s; so'\n",
  ],
  ['CSV with another escape', 'a text', " WITH (FORMAT csv, ESCAPE '\\')", '"a\\"b\\\\c"\n'],
  ['CSV as it was written before', 'a int, b text', " CSV HEADER NULL AS '-'", 'a,b\n1,-\n2,"-"\n'],
];

describe.skipIf(newest === undefined)('as COPY itself', () => {
  let service: TestService;
  let session: ChangeSession;
  const folder = mkdtempSync(join(tmpdir(), 'copy-rows-'));
  beforeAll(async () => {
    chmodSync(folder, 0o755);
    service = await startService(newest as number);
    session = await sessionAt(service.url);
  });
  afterAll(async () => {
    await session?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(CASES)('%s', async (_, columns, options, rows) => {
    const path = join(folder, 'rows');
    writeFileSync(path, rows);
    const names = columns.includes('STORED') ? ' (a)' : '';
    await session.query(`CREATE TABLE theirs (${columns}); CREATE TABLE ours (${columns})`);
    try {
      await session.query(`COPY theirs${names} FROM '${path}'${options}`);
      const [copy, ...more] = scriptOf(`COPY ours${names} FROM STDIN${options};\n${rows}\\.\n`).statements;
      expect(more).toEqual([]);
      await session.query(sqlToSend(copy as NonNullable<typeof copy>));
      const all = async (table: string) => (await session.query(`SELECT t::text FROM ${table} t`)).rows;
      expect(await all('ours')).toEqual(await all('theirs'));
      expect(await all('ours')).toHaveLength(rows === '' ? 0 : (await all('theirs')).length);
    } finally {
      await session.query('DROP TABLE theirs, ours');
    }
  });
});

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  it.skipIf(skip)('rows are written, in the baseline and in the change, and what refuses them is told', async () => {
    const baseline = [scriptOf('CREATE TABLE t (a int PRIMARY KEY);\nCOPY t FROM STDIN;\n1\n\\.\n')];
    const up = scriptOf('COPY t (a) FROM stdin;\n2\n1\n\\.\nALTER TABLE t ADD COLUMN b int;\n');
    const { migrations, observations } = await rehearse(server, {
      changed: [{ id: 'a', path: 'a.sql', layout: 'plain', up }],
      baseline,
      seed: [],
    });
    expect(migrations[0]?.statements.map(({ status }) => status)).toEqual(['failed', 'skipped']);
    expect(observations.map(({ finding }) => `${finding.rule} ${finding.line} ${finding.message}`)).toEqual([
      expect.stringMatching(/^migration-fails 1 .*duplicate key.*23505/),
    ]);
  });

  it
    .skipIf(skip)
    .each([
      'COPY t FROM STDIN;\n1\n2\n',
      'COPY t FROM STDIN;\n1\n2',
      'COPY t FROM STDIN;\n1\n\\.\nCOPY t FROM STDIN;\n2',
    ])('the end of the file ends rows as psql reads them: %j', async (rows) => {
    const { migrations } = await rehearse(server, {
      changed: [
        { id: 'a', path: 'a.sql', layout: 'plain', up: scriptOf('ALTER TABLE t ADD CHECK (a IN (1, 2)), ADD b int;') },
      ],
      baseline: [scriptOf(`CREATE TABLE t (a int PRIMARY KEY);\n${rows}`)],
      seed: [],
    });
    expect(migrations[0]?.statements.map(({ status }) => status)).toEqual(['applied']);
    const taken = await rehearse(server, {
      changed: [{ id: 'a', path: 'a.sql', layout: 'plain', up: scriptOf('INSERT INTO t VALUES (2);') }],
      baseline: [scriptOf(`CREATE TABLE t (a int PRIMARY KEY);\n${rows}`)],
      seed: [],
    });
    expect(taken.observations[0]?.finding).toMatchObject({ rule: 'migration-fails' });
  });
});
