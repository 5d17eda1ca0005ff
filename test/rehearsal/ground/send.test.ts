/** What precedes the change is sent as its tools have sent it, and never fails the check. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TransactionMode } from '../../../src/model.js';
import { type Rehearsal, rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { recycled } from '../../support/recycled.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();

function scriptOf(path: string, sql: string, transaction: TransactionMode = 'autocommit') {
  return grammar.parseScript({ role: 'up', file: { path, text: sql }, sql, transaction });
}

describe.each(SERVERS)('on $name', ({ skip, real, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  async function run(merged: string, transaction: TransactionMode, sql: string): Promise<Rehearsal> {
    const baseline = [scriptOf('merged.sql', merged, transaction)];
    const up = scriptOf('change.sql', sql);
    return rehearse(server, { changed: [{ id: 'c', path: 'change.sql', layout: 'plain', up }], baseline, seed: [] });
  }
  const status = ({ migrations }: Rehearsal) => migrations[0]?.statements.map((statement) => statement.status);
  const failures = ({ observations }: Rehearsal) =>
    observations.flatMap(({ finding }) => (/-fails$/.test(finding.rule) ? [finding] : []));

  const IN_A_TRANSACTION = [
    ['CREATE TEMP TABLE tt ON COMMIT DROP AS SELECT 1 AS id; CREATE TABLE made AS SELECT * FROM tt;'],
    ['CREATE TABLE made (id int); LOCK TABLE made IN ACCESS EXCLUSIVE MODE; ALTER TABLE made ADD a int;'],
    [`SET LOCAL search_path = pg_temp; CREATE TABLE public.made (id int);`],
    [
      `CREATE TABLE made (id int PRIMARY KEY DEFERRABLE); SET CONSTRAINTS ALL DEFERRED; INSERT INTO made VALUES (1), (1); DELETE FROM made;`,
    ],
    ['DECLARE c CURSOR FOR SELECT 1; CREATE TABLE made AS SELECT 1 AS id; CLOSE c;'],
    ['SAVEPOINT s; CREATE TABLE wrong (id int); ROLLBACK TO s; CREATE TABLE made (id int);'],
  ];

  for (const mode of ['per-script', 'single-query'] as const) {
    it.skipIf(skip).each(IN_A_TRANSACTION)(`runs in one transaction, as it did (${mode}): %s`, async (merged) => {
      const result = await run(merged, mode, 'ALTER TABLE made ADD COLUMN b int;');
      expect(failures(result)).toEqual([]);
      expect(status(result)).toEqual(['applied']);
    });
  }

  it.skipIf(skip)('rows that could not be written before are no fault of the change that refers to them', async () => {
    const tables = 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p);';
    const excused = await run(
      `${tables} INSERT INTO p SELECT id FROM elsewhere;`,
      'autocommit',
      'INSERT INTO c VALUES (1);',
    );
    expect(failures(excused)).toMatchObject([{ rule: 'baseline-fails', severity: 'error' }]);
    const guilty = await run(tables, 'autocommit', 'INSERT INTO c VALUES (1);');
    expect(failures(guilty)).toMatchObject([{ rule: 'migration-fails', severity: 'error' }]);
  });

  it.skipIf(skip)('so it does in a transaction of its own', async () => {
    const result = await run(
      'BEGIN; CREATE TEMP TABLE tt ON COMMIT DROP AS SELECT 1 AS id; CREATE TABLE made AS SELECT * FROM tt; COMMIT;',
      'autocommit',
      'ALTER TABLE made ADD COLUMN b int;',
    );
    expect(failures(result)).toEqual([]);
    expect(status(result)).toEqual(['applied']);
  });

  it.skipIf(skip).each([
    ['per-script', 'CREATE TABLE made (id int); SELECT 1/0; INSERT INTO made VALUES (1);'],
    ['autocommit', 'BEGIN; CREATE TABLE made (id int); SELECT 1/0; INSERT INTO made VALUES (1); COMMIT;'],
  ] as const)('goes on without a statement that is refused: %s', async (mode, merged) => {
    const result = await run(merged, mode, 'ALTER TABLE made ADD COLUMN b int;');
    expect(failures(result)).toMatchObject([{ rule: 'baseline-fails', severity: 'info', line: 1 }]);
    expect(failures(result)[0]?.message).toContain('division by zero');
    expect(failures(result)[0]?.message).not.toContain('more statement');
    expect(status(result)).toEqual(['applied']);
  });

  const TABLES = `CREATE TABLE made (id serial PRIMARY KEY, note text);
    CREATE TABLE child (made int REFERENCES made DEFERRABLE INITIALLY DEFERRED);`;

  it.skipIf(skip).each([
    ['a statement is refused', `INSERT INTO made (note) VALUES ('a'), ('b'); SELECT 1/0;`],
    ['a setting is refused', `INSERT INTO made (note) VALUES ('a'), ('b'); SET no_such_parameter = 1;`],
    ['what was never begun is released', `INSERT INTO made (note) VALUES ('a'), ('b'); RELEASE SAVEPOINT never;`],
    ['COMMIT is refused', `INSERT INTO made (note) VALUES ('a'), ('b'); INSERT INTO child VALUES (99);`],
    [
      'pending triggers',
      `INSERT INTO made (note) VALUES ('a'), ('b'); INSERT INTO child VALUES (2); ALTER TABLE child ADD x int;`,
    ],
    ['a routine commits', `INSERT INTO made (note) VALUES ('a'), ('b'); DO $$ BEGIN COMMIT; END $$;`],
    [
      'no transaction takes it',
      `INSERT INTO made (note) VALUES ('a'), ('b'); CREATE INDEX CONCURRENTLY i ON made (note);`,
    ],
    [
      'its own savepoints',
      `SAVEPOINT s; INSERT INTO made (note) VALUES ('a'), ('b'); SAVEPOINT t; SELECT 1/0; ROLLBACK TO t; RELEASE s;`,
    ],
    [
      'a level of isolation',
      `SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; INSERT INTO made (note) VALUES ('a'), ('b'); SELECT 1/0;`,
    ],
  ])('ids are those that production has given: %s', async (_, sql) => {
    const change = 'ALTER TABLE made ADD CHECK (id IN (1, 2)); INSERT INTO child VALUES (1), (2);';
    const result = await run(`${TABLES} BEGIN; ${sql} COMMIT;`, 'autocommit', change);
    expect(failures(result).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(status(result)).toEqual(['applied', 'applied']);
  });

  it.skipIf(skip)('however many of its statements can’t be run, a transaction goes on', async () => {
    const merged = `CREATE TABLE made (id int); ${'SELECT 1/0; '.repeat(60)} ALTER TABLE made ADD COLUMN a int;`;
    const result = await run(merged, 'per-script', 'ALTER TABLE made DROP COLUMN a;');
    expect(failures(result)).toMatchObject([{ rule: 'baseline-fails', severity: 'info' }]);
    expect(failures(result)[0]?.message).toContain('59 more statements');
    expect(status(result)).toEqual(['applied']);
  });

  it
    .skipIf(skip)
    .each([
      `BEGIN; CREATE TABLE undone (id int); SELECT 1/0; ROLLBACK;`,
      `CREATE TYPE e AS ENUM ('a'); BEGIN; CREATE TABLE undone (id int); ALTER TYPE e ADD VALUE 'b'; SELECT 'b'::e; ROLLBACK;`,
      `BEGIN; CREATE TABLE undone (id int); VACUUM; ROLLBACK;`,
      `BEGIN; CREATE TABLE undone (id int); SELECT 1/0;`,
    ])('what its own ROLLBACK undid is not there, and nobody misses what it lacks: %s', async (merged) => {
    const result = await run(merged, 'autocommit', 'CREATE TABLE undone (id int);');
    expect(failures(result)).toEqual([]);
    expect(status(result)).toEqual(['applied']);
  });

  it.skipIf(skip)('a statement that no transaction takes was run outside it', async () => {
    const merged = 'CREATE TABLE made (id int); CREATE INDEX CONCURRENTLY i ON made (id); CREATE TABLE more (id int);';
    const result = await run(merged, 'per-script', 'DROP INDEX i; ALTER TABLE more ADD COLUMN b int;');
    expect(failures(result)).toEqual([]);
    expect(status(result)).toEqual(['applied', 'applied']);
  });

  it.skipIf(skip).each([
    [
      'uses a new enum value',
      `CREATE TYPE e AS ENUM ('a'); BEGIN; ALTER TYPE e ADD VALUE 'b'; CREATE TABLE made (x e DEFAULT 'b'); COMMIT;`,
    ],
    [
      'has pending triggers',
      `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE made (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);
      INSERT INTO p VALUES (1); BEGIN; INSERT INTO made VALUES (1); ALTER TABLE made ADD COLUMN y int; COMMIT;`,
    ],
    ['commits by itself', `BEGIN; CREATE TABLE made (id int); DO $$ BEGIN COMMIT; END $$; COMMIT;`],
  ])('what wants an earlier one committed was run outside its transaction: %s', async (_, merged) => {
    const result = await run(merged, 'autocommit', 'ALTER TABLE made ADD COLUMN b int;');
    expect(failures(result)).toEqual([]);
    expect(status(result)).toEqual(['applied']);
  });

  it.skipIf(skip)('a COMMIT that is refused takes nothing along that comes after it', async () => {
    const merged = `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);
      BEGIN; CREATE TABLE made (id int); INSERT INTO c VALUES (7); COMMIT; CREATE TABLE later (id int);`;
    const result = await run(
      merged,
      'autocommit',
      'ALTER TABLE made ADD COLUMN b int; ALTER TABLE later ADD COLUMN b int;',
    );
    expect(failures(result)).toMatchObject([{ rule: 'baseline-fails', severity: 'info', line: 2 }]);
    expect(status(result)).toEqual(['applied', 'applied']);
  });

  it.skipIf(skip)('what a deferred constraint refuses takes only itself along', async () => {
    const merged = `CREATE TABLE made (id int PRIMARY KEY);
      CREATE TABLE child (id int REFERENCES made DEFERRABLE INITIALLY DEFERRED); INSERT INTO child VALUES (7);`;
    const result = await run(merged, 'per-script', 'ALTER TABLE child ADD COLUMN b int;');
    expect(failures(result)).toMatchObject([{ rule: 'baseline-fails', severity: 'info', line: 2 }]);
    expect(status(result)).toEqual(['applied']);
  });

  it.skipIf(skip || !real).each(['autocommit', 'per-script'] as const)(
    'what needs an administrator is left out with a note, in whatever it stands (%s)',
    async (mode) => {
      const merged = `CREATE TABLE made (id int);
DO $$ BEGIN EXECUTE 'GRANT pg_monitor TO ' || quote_ident(current_user); CREATE TABLE powerful (id int); END $$;
SET session_replication_role = replica;
ALTER SYSTEM SET work_mem = '5MB';
SELECT pg_catalog.pg_reload_conf();`;
      const result = await run(merged, mode, 'ALTER TABLE made ADD COLUMN b int;');
      expect(failures(result)).toEqual([]);
      expect(status(result)).toEqual(['applied']);
      expect(result.notChecked).toContainEqual({
        check: 'statements before the change that need more rights',
        reason: expect.stringMatching(/^merged\.sql:2 and \d more were left out: .*bootstrap/),
      });
    },
  );

  it.skipIf(skip || !real)('what it would have made is missing, and nothing else is excused for it', async () => {
    const merged = `DO $$ BEGIN EXECUTE 'GRANT pg_read_all_data TO ' || quote_ident(current_user); CREATE TABLE powerful (id int); END $$;`;
    const needy = await run(merged, 'autocommit', 'ALTER TABLE powerful ADD COLUMN b int;');
    expect(failures(needy)).toEqual([]);
    expect(needy.notChecked).toContainEqual(
      expect.objectContaining({ id: 'rehearsal', reason: expect.stringMatching(/merged\.sql:1 makes.*bootstrap/) }),
    );
    const wrong = await run(merged, 'autocommit', 'ALTER TABLE power ADD COLUMN b int;');
    expect(failures(wrong)).toMatchObject([{ rule: 'migration-fails', severity: 'error' }]);
  });
});
