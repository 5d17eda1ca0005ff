/** Rows that are written between the copy and the swap: when they are lost, and what keeps them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { findingsOf, sqlOf } from '../../support/change.js';
import { SERVERS } from '../../support/servers.js';

const setup = `CREATE SCHEMA app; CREATE TABLE t (id int, a int); CREATE TABLE app.t (id int);
CREATE FUNCTION mirror() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';`;
const CREATE = 'CREATE TABLE t_new (id int, a int);';
const COPY = 'INSERT INTO t_new SELECT * FROM t;';
const SWAP = 'ALTER TABLE t RENAME TO t_old; ALTER TABLE t_new RENAME TO t; DROP TABLE t_old;';

const LOSE: [string, string[]][] = [
  ['no transaction', [`${CREATE}\n${COPY}\n${SWAP}`]],
  ['a transaction without a lock', [`BEGIN; ${CREATE} ${COPY} ${SWAP} COMMIT;`]],
  ['three migrations', [CREATE, COPY, SWAP]],
  ['CREATE TABLE AS', ['CREATE TABLE t_new AS TABLE t; DROP TABLE t; ALTER TABLE t_new RENAME TO t;']],
  ['a lock that lets writers in', [`BEGIN; ${CREATE} LOCK TABLE t IN ROW EXCLUSIVE MODE; ${COPY} ${SWAP} COMMIT;`]],
  ['a lock after the copy', [`BEGIN; ${CREATE} ${COPY} LOCK TABLE t; ${SWAP} COMMIT;`]],
  ['a lock that ends before the swap', [`${CREATE} BEGIN; LOCK TABLE t; ${COPY} COMMIT; ${SWAP}`]],
  [
    'a trigger that comes too late',
    [`${CREATE} ${COPY} CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION mirror(); ${SWAP}`],
  ],
  [
    'a trigger that carries only what is inserted',
    [`${CREATE} CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION mirror(); ${COPY} ${SWAP}`],
  ],
  ['a DO block that copies', [`${CREATE}\nDO $$ BEGIN INSERT INTO t_new SELECT * FROM t; END $$;\n${SWAP}`]],
  ['SQL that is made at run time', [`${CREATE}\nDO $$ BEGIN EXECUTE 'INSERT INTO t_new TABLE t'; END $$;\n${SWAP}`]],
  ['a CTE', [`${CREATE} WITH x AS (SELECT * FROM t) INSERT INTO t_new SELECT * FROM x; ${SWAP}`]],
  [
    'MERGE',
    [`${CREATE} MERGE INTO t_new n USING t o ON n.id = o.id WHEN NOT MATCHED THEN INSERT VALUES (o.id, o.a); ${SWAP}`],
  ],
  ['a view', [`CREATE VIEW seen AS TABLE t; ${CREATE} INSERT INTO t_new SELECT * FROM seen; DROP VIEW seen; ${SWAP}`]],
  [
    'another schema',
    [
      'CREATE SCHEMA next; CREATE TABLE next.t (id int); INSERT INTO next.t SELECT id FROM app.t; DROP TABLE app.t; ALTER TABLE next.t SET SCHEMA app;',
    ],
  ],
];

const KEEP: [string, string[]][] = [
  ['SHARE', [`BEGIN; ${CREATE} LOCK TABLE t IN SHARE MODE; ${COPY} ${SWAP} COMMIT;`]],
  [
    'ACCESS EXCLUSIVE of an ALTER',
    [`BEGIN; ${CREATE} ALTER TABLE t ADD b int; ALTER TABLE t DROP b; ${COPY} ${SWAP} COMMIT;`],
  ],
  [
    'a trigger from before',
    [
      `${CREATE} CREATE TRIGGER b AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION mirror();`,
      `${COPY} ${SWAP}`,
    ],
  ],
  [
    'two triggers that share the work',
    [
      `${CREATE} CREATE TRIGGER b AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION mirror(); CREATE TRIGGER c AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION mirror(); ${COPY} ${SWAP}`,
    ],
  ],
  [
    'the rest fetched after the swap',
    [
      `${CREATE} ${COPY} ALTER TABLE t RENAME TO t_old; ALTER TABLE t_new RENAME TO t; INSERT INTO t SELECT * FROM t_old EXCEPT SELECT * FROM t;`,
    ],
  ],
  [
    'the old one renamed first',
    [`BEGIN; ALTER TABLE t RENAME TO t_old; CREATE TABLE t AS TABLE t_old; DROP TABLE t_old; COMMIT;`],
  ],
  ['nothing copied', [`${CREATE} ${SWAP}`]],
  ['a copy that takes nobody’s place', ['CREATE TABLE archive AS TABLE t; DROP TABLE t;']],
];

describe.each(SERVERS.filter(({ name }) => /17|embedded/.test(name)))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());
  const rows = (change: string[]) => findingsOf(server, { setup, change, rules: /^swap-loses-rows$/ });

  it.skipIf(skip).each(LOSE)('lost: %s', async (_, change) => {
    const [found, ...others] = await rows(change);
    expect(others).toEqual([]);
    expect(found?.message).toMatch(
      /^Rows that others write to `(?:app\.)?t` between this copy and the swap in line \d+(?: of `3\.sql`)? are lost/,
    );
    expect(found?.statement).toMatch(/^(?:INSERT INTO|CREATE TABLE t_new AS|DO |WITH |MERGE )/);
  });

  it.skipIf(skip).each(KEEP)('kept: %s', async (_, change) => {
    expect(await rows(change)).toEqual([]);
  });

  it.skipIf(skip)('the lock that is offered keeps them', async () => {
    const [found] = await rows([`BEGIN; ${CREATE} ${COPY} ${SWAP} COMMIT;`]);
    const lock = found ? sqlOf(found) : '';
    expect(lock).toBe('LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;');
    expect(await rows([`BEGIN; ${lock} ${CREATE} ${COPY} ${SWAP} COMMIT;`])).toEqual([]);
  });
});
