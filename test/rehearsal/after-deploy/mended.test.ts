/** What one migration breaks and the next mends is told as what it is: a moment between the two. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '../../../src/model.js';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { applicationQueries } from '../../../src/sql/queries.js';
import { recycled } from '../../support/recycled.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();
const scriptOf = (path: string, text: string): Script =>
  grammar.parseScript({ role: 'up', file: { path, text }, sql: text, transaction: 'autocommit' });

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  /** Of each finding the rule, the severity, the file, and whether it is said to be mended. */
  async function told(files: readonly string[], queries = '', setup = '', rule = /-breaks$/): Promise<string[]> {
    const { observations } = await rehearse(server, {
      baseline: [
        scriptOf(
          'baseline.sql',
          `CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, state text NOT NULL DEFAULT 'new', note text); ${setup}`,
        ),
      ],
      seed: [],
      changed: files.map((sql, at) => {
        const path = `${at + 1}.sql`;
        return { id: path, path, layout: 'plain', up: scriptOf(path, sql) };
      }),
      queries: applicationQueries({ path: 'queries.sql', text: queries }),
    });
    return observations
      .filter(({ finding }) => rule.test(finding.rule))
      .map(({ finding: { rule, severity, path, message } }) =>
        [rule, severity, path, ...(/later migration/.test(message) ? ['mended'] : [])].join(' '),
      )
      .sort();
  }

  const DROP = 'ALTER TABLE t ALTER COLUMN state DROP DEFAULT;';
  const BACK = "ALTER TABLE t ALTER COLUMN state SET DEFAULT 'open';";

  it.skipIf(skip)('a write', async () => {
    expect(await told([DROP])).toEqual(['write-breaks error 1.sql']);
    expect(await told([DROP, BACK])).toEqual(['write-breaks warning 1.sql mended']);
    expect(await told([DROP, 'COMMENT ON TABLE t IS $$x$$;'])).toEqual(['write-breaks error 1.sql']);
  });

  it.skipIf(skip)('a table that nobody can write to for another reason is not mended', async () => {
    const gone = 'ALTER TABLE t RENAME TO u;';
    expect(await told([DROP, gone])).toContain('write-breaks error 1.sql');
  });

  it.skipIf(skip)('a query, as it is planned and as it is run', async () => {
    const query =
      '-- name: notes\nSELECT note FROM t WHERE id = $1;\n-- name: add\nINSERT INTO t (note) VALUES ($1);\n';
    const rename = ['ALTER TABLE t RENAME COLUMN note TO text;', 'ALTER TABLE t RENAME COLUMN text TO note;'];
    expect((await told(rename.slice(0, 1), query)).filter((one) => /^query-breaks /.test(one))).toEqual([
      'query-breaks error 1.sql',
      'query-breaks error 1.sql',
    ]);
    expect((await told(rename, query)).filter((one) => /^query-breaks .* 1.sql/.test(one))).toEqual([
      'query-breaks warning 1.sql mended',
      'query-breaks warning 1.sql mended',
    ]);
    expect(await told([DROP, BACK], query)).toContain('query-breaks warning 1.sql mended');
  });

  it.skipIf(skip).each([
    [
      'stored code, whose view comes back',
      "CREATE VIEW v AS SELECT id FROM t; CREATE FUNCTION g() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(*) FROM v); END';",
      ['DROP VIEW v;', 'CREATE VIEW v AS SELECT id, note FROM t;'],
      'stored-code-breaks',
    ],
    [
      'a published table, that has a key again',
      'CREATE PUBLICATION news FOR TABLE t;',
      ['ALTER TABLE t DROP CONSTRAINT t_pkey;', 'ALTER TABLE t ADD PRIMARY KEY (id);'],
      'published-table-refuses-writes',
    ],
    [
      'an index, whose function has its search_path again',
      `CREATE FUNCTION low(x text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(x)';
       CREATE FUNCTION nm(x text) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = public AS 'BEGIN RETURN low(x); END'; CREATE INDEX i ON t (nm(note));`,
      ['ALTER FUNCTION nm(text) RESET search_path;', 'ALTER FUNCTION nm(text) SET search_path = public;'],
      'dump-not-restorable',
    ],
  ])('%s', async (_, setup, files, rule) => {
    const of = new RegExp(`^${rule}$`);
    expect(await told(files.slice(0, 1), '', setup, of)).toEqual([`${rule} error 1.sql`]);
    expect(await told(files, '', setup, of)).toEqual([`${rule} warning 1.sql mended`]);
  });
});
