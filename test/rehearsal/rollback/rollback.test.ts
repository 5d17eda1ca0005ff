/** Pairs of up and down with a known answer, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RerunReport, RollbackVerdict } from '../../../src/report-schema/types.js';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (id serial PRIMARY KEY, a int NOT NULL DEFAULT 1, b varchar(20), feels mood);
CREATE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x';
COMMENT ON TABLE t IS 'the table';
CREATE TABLE lone (id int);
CREATE UNIQUE INDEX lone_id ON lone (id);
CREATE TABLE guarded (n int, CONSTRAINT n_there CHECK (n IS NOT NULL));`;

interface Pair {
  up: string;
  down: string;
  verdict: RollbackVerdict;
  /** `change kind name`, in order. */
  differences?: string[];
  rerun?: RerunReport['verdict'];
  missingSql?: string | RegExp;
}

const PAIRS: Pair[] = [
  {
    up: 'ALTER TABLE t ADD c int;',
    down: 'ALTER TABLE t DROP c;',
    verdict: 'reversible, loses data written after deploy',
  },
  { up: 'CREATE INDEX CONCURRENTLY i ON t (a);', down: 'DROP INDEX CONCURRENTLY i;', verdict: 'reversible' },
  // The ACL is written out then, and says the same as before.
  { up: 'GRANT SELECT ON t TO PUBLIC;', down: 'REVOKE SELECT ON t FROM PUBLIC;', verdict: 'reversible' },
  // A constraint that was validated may stay so.
  {
    up: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c;',
    down: 'ALTER TABLE t DROP CONSTRAINT c;',
    verdict: 'reversible',
  },
  // The column was NOT NULL as long as its CHECK was gone.
  {
    up: 'ALTER TABLE guarded ALTER n SET NOT NULL; ALTER TABLE guarded DROP CONSTRAINT n_there;',
    down: 'ALTER TABLE guarded ALTER n DROP NOT NULL; ALTER TABLE guarded ADD CONSTRAINT n_there CHECK (n IS NOT NULL) NOT VALID;',
    verdict: 'reversible',
  },
  // CLUSTER leaves a mark of the index that it went by.
  { up: 'CLUSTER t USING t_b;', down: 'SELECT 1;', verdict: 'reversible' },
  // Another place among the columns is no other schema.
  {
    up: 'ALTER TABLE t DROP b;',
    down: 'ALTER TABLE t ADD b varchar(20); CREATE INDEX t_b ON t (b);',
    verdict: 'schema restored, data lost',
  },
  // The index went with its constraint, and its author says so: built again, the migration applies again.
  {
    up: 'CREATE UNIQUE INDEX k ON t (b); ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX k;',
    down: 'ALTER TABLE t DROP CONSTRAINT k;',
    verdict: 'reversible',
  },
  {
    up: 'ALTER TABLE lone ADD CONSTRAINT kept UNIQUE USING INDEX lone_id;',
    down: '-- migration-safety: irreversible its index goes with it\nALTER TABLE lone DROP CONSTRAINT kept;',
    verdict: 'reversible',
    rerun: 'repeatable',
  },
  {
    up: 'ALTER TABLE lone ADD CONSTRAINT kept UNIQUE USING INDEX lone_id;',
    down: 'ALTER TABLE lone DROP CONSTRAINT kept;',
    verdict: 'not restored',
    differences: ['missing index public.lone_id'],
    rerun: 'fails',
    missingSql: 'CREATE UNIQUE INDEX lone_id ON public.lone USING btree (id);',
  },
  // Of an index that the migration has nothing to do with the words say nothing.
  {
    up: 'ALTER TABLE lone ADD CONSTRAINT positive CHECK (id > 0);',
    down: '-- migration-safety: irreversible its index goes with it\nALTER TABLE lone DROP CONSTRAINT positive; DROP INDEX lone_id;',
    verdict: 'not restored',
    differences: ['missing index public.lone_id'],
    rerun: 'differs',
  },
  // Where a sequence stands is data.
  { up: "INSERT INTO t (a, b) VALUES (1, '~');", down: "DELETE FROM t WHERE b = '~';", verdict: 'reversible' },
  {
    up: 'CREATE TABLE fresh (id serial PRIMARY KEY);',
    down: 'DROP TABLE fresh;',
    verdict: 'reversible, loses data written after deploy',
  },
  {
    up: 'CREATE TABLE fresh (id serial PRIMARY KEY);',
    down: 'SELECT 1;',
    verdict: 'not restored',
    differences: ['extra table public.fresh'],
    rerun: 'fails',
    missingSql: 'DROP TABLE fresh;',
  },
  {
    up: 'CREATE TABLE IF NOT EXISTS fresh (id int);\nCREATE INDEX IF NOT EXISTS i ON fresh (id);',
    down: 'DROP INDEX i;',
    verdict: 'not restored',
    differences: ['extra table public.fresh'],
    rerun: 'repeatable',
    missingSql: 'DROP TABLE fresh;',
  },
  {
    up: "ALTER TYPE mood ADD VALUE 'bad';",
    down: 'SELECT 1;',
    verdict: 'not restored',
    differences: ['changed type public.mood'],
    rerun: 'fails',
  },
  {
    up: 'ALTER TABLE t ALTER a DROP NOT NULL;',
    down: 'SELECT 1;',
    verdict: 'not restored',
    differences: ['changed column public.t.a'],
    missingSql: 'ALTER TABLE t ALTER COLUMN a SET NOT NULL;',
  },
  {
    up: 'ALTER TABLE t ALTER a DROP DEFAULT;',
    down: 'ALTER TABLE t ALTER a SET DEFAULT 2;',
    verdict: 'not restored',
    differences: ['changed column public.t.a'],
    missingSql: 'ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;',
  },
  {
    up: 'ALTER TABLE t DROP b;',
    down: 'ALTER TABLE t ADD b varchar(20);',
    verdict: 'not restored',
    differences: ['missing index public.t_b'],
    missingSql: 'CREATE INDEX t_b ON public.t USING btree (b);',
  },
  {
    up: 'CREATE OR REPLACE FUNCTION f(x int) RETURNS int LANGUAGE sql AS $$SELECT x + 1$$;',
    down: 'SELECT 1;',
    verdict: 'not restored',
    differences: ['changed function public.f(x integer)'],
    missingSql:
      'CREATE OR REPLACE FUNCTION public.f(x integer)\n RETURNS integer\n LANGUAGE sql\nAS $function$SELECT x$function$;',
  },
  {
    up: 'DROP VIEW v;',
    down: 'CREATE VIEW v AS SELECT id FROM t;',
    verdict: 'not restored',
    differences: ['changed view public.v'],
    missingSql: /^CREATE OR REPLACE VIEW v AS SELECT (t\.)?id,\s+(t\.)?a\s+FROM public\.t;$/,
  },
  {
    up: "COMMENT ON TABLE t IS 'new';",
    down: 'SELECT 1;',
    verdict: 'not restored',
    differences: ['changed comment table public.t'],
    missingSql: "COMMENT ON table public.t IS 'the table';",
  },
  {
    up: 'ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
    down: 'SELECT 1;',
    verdict: 'not restored',
    differences: ['changed table public.t'],
  },
  {
    up: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);',
    down: 'ALTER TABLE t DROP CONSTRAINT c; ALTER TABLE t ADD CONSTRAINT d CHECK (a > 1);',
    verdict: 'not restored',
    differences: ['extra constraint public.t.d'],
    rerun: 'differs',
  },
  // IF NOT EXISTS skipped what was there, and the rollback destroys it.
  {
    up: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS t_b ON t (b);',
    down: 'DROP INDEX CONCURRENTLY t_b;',
    verdict: 'not restored',
    differences: ['missing index public.t_b'],
    missingSql: 'CREATE INDEX t_b ON public.t USING btree (b);',
  },
  {
    up: 'CREATE TABLE IF NOT EXISTS lone (id int);',
    down: 'DROP TABLE lone;',
    verdict: 'not restored',
    differences: ['missing table public.lone'],
  },
  // What is left over goes, what is gone comes back, and what nobody can undo stays unsaid.
  {
    up: "CREATE INDEX i ON t (a); DROP INDEX t_b; ALTER TYPE mood ADD VALUE 'bad';",
    down: 'SELECT 1;',
    verdict: 'not restored',
    differences: ['extra index public.i', 'missing index public.t_b', 'changed type public.mood'],
    rerun: 'fails',
    missingSql:
      'DROP INDEX CONCURRENTLY i;\nCREATE INDEX t_b ON public.t USING btree (b);\n-- still different after this: the type mood',
  },
  { up: 'ALTER TABLE t ADD c int;', down: 'ALTER TABLE t DROP d;', verdict: 'down fails', rerun: 'not checked' },
  {
    up: 'CREATE TABLE p (id int PRIMARY KEY);\nCREATE TABLE q (p int REFERENCES p);',
    down: 'DROP TABLE p;\nDROP TABLE q;',
    verdict: 'down fails',
    rerun: 'not checked',
  },
];

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  test.each(PAIRS)('$up / $down', async ({ up, down, verdict, differences = [], rerun, missingSql }) => {
    const { report, rehearsal } = await rehearseSql(server, SETUP, up, { down });
    expect(rehearsal.notChecked.filter(({ check }) => !check.startsWith('re-run'))).toEqual([]);
    expect(report.rollback.verdict).toBe(verdict);
    expect(report.rollback.differences.map(({ change, kind, name }) => `${change} ${kind} ${name}`)).toEqual(
      differences,
    );
    if (rerun !== undefined || verdict === 'reversible') expect(report.rerun.verdict).toBe(rerun ?? 'repeatable');
    if (missingSql instanceof RegExp) expect(report.rollback.missingSql).toMatch(missingSql);
    else if (missingSql !== undefined) expect(report.rollback.missingSql).toBe(missingSql);
    const blamed = rehearsal.observations.filter(({ finding }) => /^down-/.test(finding.rule));
    expect(blamed.length > 0).toBe(verdict === 'not restored' || verdict === 'down fails');
  });

  test('another order of columns is told, and is no difference', async () => {
    const down = 'ALTER TABLE t ADD b varchar(20); CREATE INDEX t_b ON t (b);';
    const { report } = await rehearseSql(server, SETUP, 'ALTER TABLE t DROP b;', { down });
    expect(report.rollback).toMatchObject({ differences: [], reordered: ['t'] });
    expect(report.proofs.find(({ check }) => check === 'rollback')).toMatchObject({
      status: 'proven',
      detail: expect.stringContaining('but for the order of columns in `t`'),
    });
  });

  test('a rollback that blocks is told of, as a migration is', async () => {
    const down = 'DROP INDEX i;';
    const { rehearsal, report } = await rehearseSql(server, SETUP, 'CREATE INDEX CONCURRENTLY i ON t (a);', { down });
    expect(report.statements.find(({ role }) => role === 'down')?.locks).toContainEqual(
      expect.objectContaining({ relation: 't', mode: 'ACCESS EXCLUSIVE' }),
    );
    expect(rehearsal.observations.map(({ finding }) => finding.rule)).toContain('no-lock-timeout');
  });

  test('a migration without a rollback says so', async () => {
    const { report } = await rehearseSql(server, SETUP, 'ALTER TABLE t ADD c int;');
    expect(report.rollback.verdict).toBe('no down');
    expect(report.proofs.find(({ check }) => check === 'rollback')?.status).toBe('not checked');
  });
});
