/** Holds what the lint takes for not immutable against the servers: functions and casts. */
import { describe, expect, it } from 'vitest';
import { BY_ARGUMENTS, BY_ZONE, CASTS, NEVER_IMMUTABLE } from '../../src/schema/mutability.js';
import { PostgresError } from '../../src/servers/server.js';
import { SERVERS } from '../support/servers.js';

const FUNCTIONS = `SELECT proname, pronargs, provolatile, proargtypes[0]::regtype, proargtypes[1]::regtype FROM pg_proc
  WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind = 'f'`;

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  it.skipIf(skip)('no such function is immutable', async () => {
    const scratch = await (await start()).createScratch();
    const session = await scratch.connect();
    try {
      const { rows } = await session.query(FUNCTIONS);
      const immutable = (name: string, also: (row: (string | null)[]) => boolean) =>
        rows.filter((row) => row[0] === name && row[2] === 'i' && also(row));
      for (const name of NEVER_IMMUTABLE) {
        expect(
          rows.some((row) => row[0] === name),
          name,
        ).toBe(true);
        expect(
          immutable(name, () => true),
          name,
        ).toEqual([]);
      }
      for (const [name, count] of Object.entries(BY_ARGUMENTS)) {
        expect(
          immutable(name, (row) => row[1] === String(count)),
          name,
        ).toEqual([]);
      }
      for (const [name, { at, of }] of Object.entries(BY_ZONE)) {
        const zoned = (row: (string | null)[]) => row[1] === String(of) && row[3 + at] === 'timestamp with time zone';
        expect(
          rows.some((row) => row[0] === name && zoned(row)),
          name,
        ).toBe(true);
        expect(immutable(name, zoned), name).toEqual([]);
      }
    } finally {
      await session.close();
      await scratch.drop();
    }
  });

  it.skipIf(skip)('no index takes such a cast, and each takes the others', async () => {
    const scratch = await (await start()).createScratch();
    const session = await scratch.connect();
    const types = Object.keys(CASTS);
    try {
      await session.query(`CREATE TABLE t (${types.map((type) => `c_${type} ${type}`).join(', ')})`);
      for (const from of types) {
        for (const to of types) {
          const [made] = await session.queryAll([`CREATE INDEX ON t ((c_${from}::${to}))`]);
          const isRefused = made instanceof PostgresError && made.sqlstate === '42P17';
          expect(isRefused, `${from} to ${to}`).toBe(CASTS[from]?.includes(to) ?? false);
        }
      }
    } finally {
      await session.close();
      await scratch.drop();
    }
  });
});
