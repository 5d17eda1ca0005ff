/** Which type changes rewrite a table or rebuild its indexes, and which functions are volatile: what we know, held against real servers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeChange } from '../../src/schema/type-change.js';
import { isVolatile } from '../../src/schema/volatility.js';
import type { ChangeSession, PostgresError } from '../../src/servers/server.js';
import { SERVERS } from '../support/servers.js';
import { alteredType, alterType } from '../support/type-changes.js';

const SETUP = `CREATE TYPE mood AS ENUM ('ok'); CREATE DOMAIN label AS text; CREATE DOMAIN short AS varchar(10);
CREATE DOMAIN filled AS text CHECK (value <> ''); CREATE DOMAIN few AS short;`;

type Change = [from: string, to: string, using?: string];

const CHANGES: Change[] = [
  ['varchar(10)', 'varchar(20)'],
  ['varchar(10)', 'varchar(10)'],
  ['varchar(10)', 'varchar'],
  ['varchar(10)', 'text'],
  ['varchar(20)', 'varchar(10)'],
  ['varchar', 'varchar(10)'],
  ['text', 'varchar'],
  ['text', 'varchar(10)'],
  ['text', 'char(10)'],
  ['text', 'bpchar'],
  ['varchar(4)', 'bpchar'],
  ['char(4)', 'char(8)'],
  ['char(4)', 'bpchar'],
  ['char(4)', 'text'],
  ['char(4)', 'varchar(4)'],
  ['varchar(10)', 'varchar(20)', 'a::varchar(20)'],
  ['varchar(10)', 'text', 'a::varchar(20)'],
  ['varchar(10)', 'text', 'a::varchar(5)'],
  ['text', 'text', 'a::text'],
  ['text', 'text', 'upper(a)'],
  ['text', 'text', "'x'"],
  ['int', 'bigint'],
  ['smallint', 'int'],
  ['bigint', 'int'],
  ['int', 'oid'],
  ['oid', 'int'],
  ['int', 'numeric'],
  ['real', 'double precision'],
  ['numeric(10, 2)', 'numeric(12, 2)'],
  ['numeric(10, 2)', 'numeric(12, 3)'],
  ['numeric(10, 2)', 'numeric(8, 2)'],
  ['numeric(10, 2)', 'numeric(12)'],
  ['numeric(10, 2)', 'numeric'],
  ['numeric(10)', 'numeric(12, 0)'],
  ['numeric', 'numeric(10, 2)'],
  ['timestamp(3)', 'timestamp(6)'],
  ['timestamp', 'timestamp(6)'],
  ['timestamp', 'timestamp(3)'],
  ['timestamptz(2)', 'timestamptz(4)'],
  ['timestamp', 'timestamptz'],
  ['timestamptz', 'timestamp'],
  ['timestamp(3)', 'timestamptz(6)'],
  ['timestamp(3)', 'timestamptz(3)'],
  ['timestamp', 'timestamptz', 'a::timestamptz'],
  ['timestamp', 'timestamptz', "a AT TIME ZONE 'UTC'"],
  ['timestamp', 'date'],
  ['date', 'timestamp'],
  ['time(2)', 'time(4)'],
  ['time', 'timetz'],
  ['timetz(3)', 'timetz'],
  ['interval(2)', 'interval(4)'],
  ['interval', 'interval(3)'],
  ['interval year', 'interval'],
  ['interval year', 'interval(6)'],
  ['interval', 'interval day'],
  ['interval day', 'interval day'],
  ['interval(3)', 'interval second(3)'],
  ['interval second(3)', 'interval second(5)'],
  ['bit varying(4)', 'bit varying(8)'],
  ['bit varying', 'bit varying(4)'],
  ['bit(4)', 'bit varying'],
  ['bit(4)', 'bit varying(8)'],
  ['cidr', 'inet'],
  ['inet', 'cidr'],
  ['macaddr', 'macaddr8'],
  ['name', 'text'],
  ['uuid', 'text'],
  ['uuid', 'uuid'],
  ['jsonb', 'jsonb'],
  ['text', 'jsonb', 'a::jsonb'],
  ['text', 'mood', 'a::mood'],
  ['mood', 'text'],
  ['text', 'label'],
  ['varchar(10)', 'label'],
  ['varchar(5)', 'short'],
  ['varchar(5)', 'few'],
  ['text', 'filled'],
  ['filled', 'text'],
  ['short', 'varchar(10)'],
  ['short', 'varchar'],
  ['few', 'text'],
  ['text[]', 'text[]'],
  ['varchar(10)[]', 'varchar[]'],
  ['varchar(10)[]', 'varchar(20)[]'],
  ['varchar[]', 'text[]'],
  ['int[]', 'bigint[]'],
  ['text', 'text[]', 'ARRAY[a]'],
];

/** Without an index: their types have no order. */
const UNINDEXED: Change[] = [
  ['json', 'jsonb'],
  ['jsonb', 'json'],
  ['json', 'text'],
  ['xml', 'text'],
  ['xml', 'varchar'],
];

/** Refused without USING, or not. */
const CONVERTED: Change[] = [
  ['text', 'int'],
  ['varchar', 'date'],
  ['text', 'mood'],
  ['text', 'xml'],
  ['text', 'name'],
  ['char(3)', 'uuid'],
  ['int', 'bool'],
  ['bool', 'int'],
  ['bigint', 'bool'],
  ['bool', 'text'],
  ['text', 'filled'],
  ['text', 'bytea'],
  ['jsonb', 'text'],
  ['text', 'jsonb'],
  ['int', 'text'],
  ['timestamp', 'date'],
];

describe.each(SERVERS.filter(({ real }) => real))('$name', ({ skip, start }) => {
  let session: ChangeSession;
  let close: () => Promise<void>;

  beforeAll(async () => {
    if (skip) return;
    const scratch = await (await start()).createScratch();
    session = await scratch.connect();
    close = () => scratch.drop();
    await session.query(SETUP);
  });
  afterAll(() => close?.());

  const files = async () => {
    const { rows } = await session.query(
      "SELECT relname, pg_relation_filenode(oid) FROM pg_class WHERE relname IN ('t', 'i') ORDER BY 1",
    );
    return Object.fromEntries(rows.map(([name, file]) => [String(name), file]));
  };

  /** What the server did, in the words of `TypeChange`. */
  async function observed([from, to, using]: Change, zone: string, index: string) {
    await session.query(`SET timezone = '${zone}'; BEGIN; CREATE TABLE t (a ${from}); ${index}`);
    const before = await files();
    await session.query(alterType(to, using));
    const after = await files();
    await session.query('ROLLBACK');
    return {
      rows: before.t === after.t ? 'kept' : 'rewritten',
      ...(index && { indexes: before.i === after.i ? 'kept' : 'rebuilt' }),
    };
  }

  async function expected([from, to, using]: Change, zone: string) {
    const { was, now, expression, types } = await alteredType(from, to, using, SETUP);
    const change = typeChange(was, now, { ...(expression && { using: expression }), column: 'a', types });
    const inZone = zone === 'UTC' ? 'kept' : 'rewritten';
    const rows = change?.rows === 'kept in UTC' ? inZone : change?.rows;
    return { rows, indexes: rows === 'rewritten' ? 'rebuilt' : change?.indexes };
  }

  it.skipIf(skip)('rewrites and rebuilds what we say, and nothing else', async () => {
    for (const zone of ['UTC', 'Europe/Berlin']) {
      for (const change of CHANGES) {
        const seen = await observed(change, zone, 'CREATE INDEX i ON t (a);');
        expect(await expected(change, zone), `${change.join(' to ')} in ${zone}`).toEqual(seen);
      }
      for (const change of UNINDEXED) {
        expect(await expected(change, zone), change.join(' to ')).toMatchObject(await observed(change, zone, ''));
      }
    }
  });

  it.skipIf(skip)('needs USING where we say so', async () => {
    for (const [from, to] of CONVERTED) {
      const { was, now, types } = await alteredType(from, to, undefined, SETUP);
      await session.query(`BEGIN; CREATE TABLE t (a ${from});`);
      const refused = await session.query(alterType(to)).then(
        () => undefined,
        (error: PostgresError) => error.sqlstate,
      );
      await session.query('ROLLBACK');
      const predicted = typeChange(was, now, { column: 'a', types })?.needsUsing && '42804';
      expect(predicted, `${from} to ${to}`).toBe(refused);
    }
  });

  it.skipIf(skip)('calls volatile what we call volatile', async () => {
    const { rows } = await session.query(
      "SELECT proname, bool_and(provolatile = 'v') FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace GROUP BY 1",
    );
    const ours = rows.filter(([name]) => isVolatile(String(name)));
    expect(ours.filter(([, volatile]) => volatile !== 't')).toEqual([]);
    expect(ours.length).toBeGreaterThan(15);
    // Functions that anybody would put in a default, and that stay the same through a statement.
    for (const name of ['now', 'transaction_timestamp', 'to_char', 'upper', 'md5', 'age'])
      expect(isVolatile(name)).toBe(false);
  });
});
