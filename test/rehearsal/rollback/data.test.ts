/** Rollbacks on rows: what they lose, and what new data they stumble over, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RollbackVerdict } from '../../../src/report-schema/types.js';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b varchar(20), feels mood, price numeric(6,2), email text UNIQUE,
  n int CHECK (n > 0), p_id int REFERENCES p, small int);`;

interface Pair {
  up: string;
  down: string;
  verdict: RollbackVerdict;
  lost?: string[];
  refused?: string[];
}

const PAIRS: Pair[] = [
  { up: 'CREATE INDEX i ON t (a);', down: 'DROP INDEX i;', verdict: 'reversible' },
  {
    up: 'ALTER TABLE t ADD c int;',
    down: 'ALTER TABLE t DROP c;',
    verdict: 'reversible, loses data written after deploy',
  },
  {
    up: 'CREATE TABLE fresh (a int);',
    down: 'DROP TABLE fresh;',
    verdict: 'reversible, loses data written after deploy',
  },
  {
    up: 'ALTER TABLE t DROP b;',
    down: 'ALTER TABLE t ADD b varchar(20);',
    verdict: 'schema restored, data lost',
    lost: ['t.b: 3 of 3 values lost'],
  },
  {
    up: 'DROP TABLE t;',
    down: SETUP.slice(SETUP.indexOf('CREATE TABLE t')),
    verdict: 'schema restored, data lost',
    lost: ['t: it held 3 rows, it holds 0'],
  },
  {
    up: 'UPDATE t SET a = a + 1000;',
    down: 'SELECT 1;',
    verdict: 'schema restored, data lost',
    lost: ['t.a: its values are not what they were'],
  },
  {
    up: 'ALTER TABLE t ALTER a DROP NOT NULL;',
    down: 'ALTER TABLE t ALTER a SET NOT NULL;',
    verdict: 'reversible only while there is no new data',
    refused: ['a NULL in `t.a`: 23502'],
  },
  {
    up: 'ALTER TABLE t ALTER b TYPE varchar(50);',
    down: 'ALTER TABLE t ALTER b TYPE varchar(20);',
    verdict: 'reversible only while there is no new data',
    refused: ['a text of 21 characters in `t.b`: 22001'],
  },
  {
    up: 'ALTER TABLE t ALTER small TYPE bigint;',
    down: 'ALTER TABLE t ALTER small TYPE int;',
    verdict: 'reversible only while there is no new data',
    refused: ['the number 2147483648 in `t.small`: 22003'],
  },
  {
    up: 'ALTER TABLE t ALTER price TYPE numeric(10,2);',
    down: 'ALTER TABLE t ALTER price TYPE numeric(6,2);',
    verdict: 'reversible only while there is no new data',
    refused: ['a number of 5 digits in `t.price`: 22003'],
  },
  {
    up: 'ALTER TABLE t DROP CONSTRAINT t_email_key;',
    down: 'ALTER TABLE t ADD CONSTRAINT t_email_key UNIQUE (email);',
    verdict: 'reversible only while there is no new data',
    refused: ['a second row with the same `email` in `t`: 23505'],
  },
  {
    up: 'DROP INDEX CONCURRENTLY IF EXISTS none; ALTER TABLE t DROP CONSTRAINT t_email_key;',
    down: 'CREATE UNIQUE INDEX CONCURRENTLY t_email_key ON t (email); ALTER TABLE t ADD CONSTRAINT t_email_key UNIQUE USING INDEX t_email_key;',
    verdict: 'reversible only while there is no new data',
    refused: ['a second row with the same `email` in `t`: 23505'],
  },
  {
    up: 'ALTER TABLE t DROP CONSTRAINT t_n_check;',
    down: 'ALTER TABLE t ADD CONSTRAINT t_n_check CHECK (n > 0);',
    verdict: 'reversible only while there is no new data',
    refused: ['a row that the constraint `t_n_check` of `t` forbade: 23514'],
  },
  {
    up: 'ALTER TABLE t DROP CONSTRAINT t_p_id_fkey;',
    down: 'ALTER TABLE t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES p;',
    verdict: 'reversible only while there is no new data',
    refused: ['a value without a parent in `t.p_id`: 23503'],
  },
  {
    up: "ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('ok', 'bad', 'new'); ALTER TABLE t ALTER feels TYPE mood USING feels::text::mood; DROP TYPE mood_old;",
    down: "ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('ok', 'bad'); ALTER TABLE t ALTER feels TYPE mood USING feels::text::mood; DROP TYPE mood_old;",
    verdict: 'reversible only while there is no new data',
    refused: ['the label “new” in `t.feels`: 22P02'],
  },
  // A rollback that deals with what may have come.
  {
    up: 'ALTER TABLE t ALTER a DROP NOT NULL;',
    down: 'UPDATE t SET a = 0 WHERE a IS NULL; ALTER TABLE t ALTER a SET NOT NULL;',
    verdict: 'reversible',
  },
  {
    up: 'ALTER TABLE t ALTER b TYPE text;',
    down: 'ALTER TABLE t ALTER b TYPE varchar(20) USING left(b, 20);',
    verdict: 'reversible',
  },
  {
    up: '-- migration-safety: irreversible the old data is worthless\nALTER TABLE t DROP b;',
    down: '',
    verdict: 'declared irreversible',
  },
];

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  it.skipIf(skip).each(PAIRS)('$verdict: $up', async ({ up, down, verdict, lost = [], refused = [] }) => {
    const { report, rules } = await rehearseSql(server, SETUP, up, down ? { down } : {});
    const { data } = report.rollback;
    expect(report.rollback).toMatchObject({ verdict, differences: [] });
    expect(
      data?.lost.map(({ table, column, detail }) => `${table}${column ? `.${column}` : ''}: ${detail}`) ?? [],
    ).toEqual(lost);
    expect(data?.refused.map(({ data, sqlstate }) => `${data}: ${sqlstate}`) ?? []).toEqual(refused);
    expect(rules.filter((rule) => rule === 'rollback-loses-data')).toHaveLength(lost.length);
    expect(rules.filter((rule) => rule === 'down-fails-with-new-data')).toHaveLength(refused.length);
  });
});
