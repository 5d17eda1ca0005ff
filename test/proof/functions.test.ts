/** Holds the list of Postgres' own functions against the servers: none on it is volatile, and no usual one is missing. */
import { describe, expect, it } from 'vitest';
import { isStableBuiltIn } from '../../src/schema/built-in-functions.js';
import { isVolatile } from '../../src/schema/volatility.js';
import { SERVERS } from '../support/servers.js';

/** What a default may call: plain functions of values, none of those that stand behind operators, types, aggregates and indexes. */
const CALLED = `
  SELECT proname, bool_or(provolatile = 'v') FROM pg_proc p
  WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind = 'f' AND NOT proretset AND proname !~ '^pg_'
    AND NOT 'internal'::regtype = ANY (string_to_array(proargtypes::text, ' ')::oid[])
    AND prorettype NOT IN ('internal'::regtype, 'trigger'::regtype, 'event_trigger'::regtype, 'cstring'::regtype, 'void'::regtype)
    AND NOT EXISTS (SELECT FROM pg_operator WHERE oprcode = p.oid) AND NOT EXISTS (SELECT FROM pg_amproc WHERE amproc = p.oid)
    AND NOT EXISTS (SELECT FROM pg_aggregate WHERE p.oid IN (aggtransfn, aggfinalfn, aggcombinefn, aggmtransfn, aggminvtransfn))
    AND NOT EXISTS (SELECT FROM pg_range WHERE p.oid IN (rngcanonical, rngsubdiff))
    AND NOT EXISTS (SELECT FROM pg_type WHERE p.oid IN (typinput, typoutput, typreceive, typsend, typmodin, typmodout))
  GROUP BY proname`;

/** Those that no default calls: statistics, binary upgrade, estimators, support of text search and foreign keys. */
const INTERNAL =
  /^(binary_upgrade|_|RI_|ts_|lo|numeric_|similar_to|satisfies_|textlen|d(exp|log|round|trunc))|(sel|_support|_validator|_sum|inc)$/;

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  it.skipIf(skip)('each function is known for what it is', async () => {
    const server = await start();
    try {
      const scratch = await server.createScratch();
      const { rows } = await (await scratch.connect()).query(CALLED);
      const volatile = rows.flatMap(([name, is]) => (is === 't' ? (name ?? '') : []));
      const stable = rows.flatMap(([name, is]) => (is === 'f' && !INTERNAL.test(name ?? '') ? (name ?? '') : []));
      expect(volatile.filter(isStableBuiltIn)).toEqual([]);
      expect(volatile).toEqual(expect.arrayContaining(['random', 'clock_timestamp', 'nextval']));
      expect(stable.filter((name) => !isStableBuiltIn(name) && !isVolatile(name))).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
