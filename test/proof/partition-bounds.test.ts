/** The CHECK that help writes for a partition's bounds is one that Postgres takes for them: ATTACH PARTITION reads no row. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOfBounds, checkOutsideBounds } from '../../src/lint/help/partition-bounds.js';
import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { nodeOf } from '../../src/sql/ast.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { SERVERS } from '../support/servers.js';

const { parseScript } = await loadGrammar();
const script = (text: string) =>
  parseScript({ role: 'up', file: { path: 'x.sql', text }, sql: text, transaction: 'autocommit' });

const TAKEN = [
  { columns: 'a int', by: 'LIST (a)', bounds: 'IN (1)' },
  { columns: 'a varchar(10)', by: 'LIST (a)', bounds: "IN ('x', 'y')" },
  { columns: 'a int', by: 'LIST (a)', bounds: 'IN (1, NULL, 2)' },
  { columns: 'a int', by: 'LIST (a)', bounds: 'IN (NULL)' },
  { columns: 'a date', by: 'RANGE (a)', bounds: "FROM ('2026-01-01') TO ('2026-02-01')" },
  { columns: '"A" timestamptz', by: 'RANGE ("A")', bounds: "FROM ('2026-01-01') TO (MAXVALUE)" },
  { columns: 'a bigint', by: 'RANGE (a)', bounds: 'FROM (MINVALUE) TO (100)' },
  { columns: 'a bigint', by: 'RANGE (a)', bounds: 'FROM (MINVALUE) TO (MAXVALUE)' },
  { columns: 'a int, b int', by: 'RANGE (a, b)', bounds: 'FROM (1, 5) TO (3, 7)' },
  { columns: 'a int, b int', by: 'RANGE (a, b)', bounds: 'FROM (1, 5) TO (1, 7)' },
  { columns: 'a int, b int', by: 'RANGE (a, b)', bounds: 'FROM (1, MINVALUE) TO (3, MAXVALUE)' },
  { columns: 'a int, b int', by: 'RANGE (a, b)', bounds: 'FROM (1, MAXVALUE) TO (3, MINVALUE)' },
  { columns: 'a int, b int', by: 'RANGE (a, b)', bounds: 'FROM (1, MINVALUE) TO (1, 9)' },
  { columns: 'a int, b int, c int', by: 'RANGE (a, b, c)', bounds: 'FROM (1, 2, 3) TO (1, 5, MAXVALUE)' },
  { columns: 'a int', by: 'HASH (a)', bounds: 'WITH (MODULUS 2, REMAINDER 1)' },
  { columns: 'a int, b uuid', by: 'HASH (a, b)', bounds: 'WITH (MODULUS 3, REMAINDER 0)' },
];
const UNKNOWN = [
  { columns: 'a text', by: 'HASH (a)', bounds: 'WITH (MODULUS 2, REMAINDER 1)' },
  { columns: 'a text', by: 'LIST (lower(a))', bounds: "IN ('x')" },
];

type Case = (typeof TAKEN)[number];
const setupOf = ({ columns, by }: Case) =>
  `CREATE TABLE p (${columns}) PARTITION BY ${by};\nCREATE TABLE q (${columns});`;
const attach = ({ bounds }: Case) => `ALTER TABLE p ATTACH PARTITION q FOR VALUES ${bounds};`;

function checkOf(one: Case): string | undefined {
  const schema = new Schema();
  schema.replay(script(setupOf(one)).statements, 'baseline');
  const alter = nodeOf(script(attach(one)).statements[0]?.node, 'AlterTableStmt');
  const { bound } = nodeOf(nodeOf(alter?.cmds?.[0], 'AlterTableCmd')?.def, 'PartitionCmd') ?? {};
  return bound && checkOfBounds('public.p', 'public.q', bound, schema);
}

const DEFAULTED = TAKEN.filter(({ by }) => !by.startsWith('HASH'));
const besideDefault = ({ columns, by }: Case) =>
  `CREATE TABLE p (${columns}) PARTITION BY ${by};\nCREATE TABLE rest PARTITION OF p DEFAULT;`;
const beside = ({ bounds }: Case) => `CREATE TABLE q PARTITION OF p FOR VALUES ${bounds};`;

function outside(one: Case): string | undefined {
  const schema = new Schema();
  schema.replay(script(besideDefault(one)).statements, 'baseline');
  const bound = nodeOf(script(beside(one)).statements[0]?.node, 'CreateStmt')?.partbound;
  return bound && checkOutsideBounds('public.p', bound, schema);
}

it.each(UNKNOWN)('$by $bounds: none is known', (one) => {
  expect(checkOf(one)).toBeUndefined();
});

describe.each(SERVERS.filter(({ real }) => real))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  /** How often the table is read from end to end. */
  it.skipIf(skip).each(TAKEN)('$by $bounds', async (one) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    const scans = async () => {
      const { rows } = await session.query("SELECT pg_stat_get_xact_numscans('q'::regclass)");
      return rows[0]?.[0];
    };
    try {
      await session.query(setupOf(one));
      await session.query('BEGIN');
      await session.query(`ALTER TABLE q ADD CONSTRAINT bounds CHECK (${checkOf(one)})`);
      const before = await scans();
      await session.query(attach(one));
      expect(await scans()).toBe(before);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });

  /** The same of the default partition, where rows with NULL in the key lie as well. */
  it.skipIf(skip).each(DEFAULTED)('the default partition outside $by $bounds', async (one) => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    const scans = async () => {
      const { rows } = await session.query("SELECT pg_stat_get_xact_numscans('rest'::regclass)");
      return Number(rows[0]?.[0]);
    };
    try {
      await session.query(besideDefault(one));
      const holdsNull = one.bounds.includes('NULL') || one.bounds === 'FROM (MINVALUE) TO (MAXVALUE)';
      if (!holdsNull) await session.query('INSERT INTO rest DEFAULT VALUES');
      await session.query('BEGIN; SAVEPOINT plain');
      const start = await scans();
      await session.query(beside(one));
      expect(await scans()).toBe(start + 1);
      await session.query('ROLLBACK TO plain');
      await session.query(`ALTER TABLE rest ADD CONSTRAINT outside CHECK (${outside(one)})`);
      const before = await scans();
      await session.query(beside(one));
      expect(await scans()).toBe(before);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });

  it.skipIf(skip)('and one that says less is not taken: the scan is seen', async () => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      await session.query('CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q (a int CHECK (a IN (1)));');
      await session.query('BEGIN');
      await session.query('ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (1)');
      const { rows } = await session.query("SELECT pg_stat_get_xact_numscans('q'::regclass)");
      expect(Number(rows[0]?.[0])).toBe(1);
    } finally {
      await session.close();
      await scratch.drop();
    }
  });
});
