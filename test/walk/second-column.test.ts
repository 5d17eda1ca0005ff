/** A column of another type, with all that hangs on it: the help is followed on a server, and leads to the schema that was asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSnapshots } from '../../src/rehearsal/snapshot/compare.js';
import { type Snapshot, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import type { Server } from '../../src/servers/server.js';
import { onGround } from '../support/kept.js';
import { recycled } from '../support/recycled.js';
import { SERVERS } from '../support/servers.js';
import { walk } from './walk.js';

const ROWS = 'INSERT INTO t SELECT FROM generate_series(1, 5);';
/** What hangs on the column `a` of `t`; `also`: what comes with the new type that ALTER COLUMN doesn’t do. */
const CASES: { name: string; setup: string; sql?: string; also?: string; decides?: string[] }[] = [
  { name: 'a default', setup: "CREATE TABLE t (id int, a int NOT NULL DEFAULT 3 + length('x'));" },
  {
    name: 'a serial primary key',
    setup: `CREATE TABLE t (a serial PRIMARY KEY, b int); ${ROWS}`,
    also: 'ALTER SEQUENCE t_a_seq AS bigint;',
  },
  { name: 'an identity', setup: `CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b int); ${ROWS}` },
  {
    name: 'a sequence of its own',
    setup: `CREATE SEQUENCE s; CREATE TABLE t (a int DEFAULT nextval('s'), b int); ALTER SEQUENCE s OWNED BY t.a; ${ROWS}`,
  },
  {
    name: 'checks',
    setup:
      "CREATE TABLE t (a int CHECK (a > 0), b text, CONSTRAINT pair CHECK (t.a BETWEEN 1 AND length(b) OR b IN ('x', 'y')));",
  },
  {
    name: 'indexes',
    setup:
      'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a DESC NULLS LAST); CREATE INDEX j ON t (b, (a + 1)) WHERE a IS NOT NULL; CREATE UNIQUE INDEX k ON t USING btree (b) INCLUDE (a);',
  },
  {
    name: 'a unique constraint',
    setup: 'CREATE TABLE t (a int, b int, CONSTRAINT once UNIQUE NULLS NOT DISTINCT (b, a) DEFERRABLE);',
  },
  {
    name: 'a foreign key',
    setup:
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int NOT NULL REFERENCES p ON DELETE CASCADE ON UPDATE RESTRICT);',
  },
  {
    name: 'foreign keys of others',
    setup:
      'CREATE TABLE t (a int PRIMARY KEY, b int); CREATE TABLE c (t_a int REFERENCES t ON DELETE SET NULL); CREATE TABLE d (t_a int NOT NULL REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED); INSERT INTO t VALUES (1), (2); INSERT INTO c VALUES (1); INSERT INTO d VALUES (2);',
  },
  {
    name: 'a view',
    setup:
      'CREATE TABLE t (a int, b int); CREATE VIEW v (x, y) WITH (security_invoker = true) AS SELECT t.a, count(*) FROM t WHERE b > 1 GROUP BY t.a;',
  },
  { name: 'a comment', setup: "CREATE TABLE t (a int, b int); COMMENT ON COLUMN t.a IS 'it''s';" },
  {
    name: 'names that need quotes, in a schema',
    setup:
      'CREATE SCHEMA "App"; CREATE TABLE "App"."order" ("user" serial PRIMARY KEY, "end" int UNIQUE CHECK ("end" > 0)); CREATE INDEX "select" ON "App"."order" (("end" + 1)); CREATE TABLE c (o int REFERENCES "App"."order");',
    sql: 'ALTER TABLE "App"."order" ALTER COLUMN "end" TYPE bigint;',
  },
  {
    name: 'all at once, with USING',
    setup:
      "CREATE TABLE t (a text NOT NULL DEFAULT '7' UNIQUE, b int); CREATE INDEX i ON t (b, a); INSERT INTO t SELECT n::text, n FROM generate_series(1, 9) n;",
    sql: 'ALTER TABLE t ALTER COLUMN a DROP DEFAULT; ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint;',
    // Whether all code writes the column is for its author to say.
    decides: ['drop-default-still-required'],
  },
];

const real = SERVERS.find(({ major, real: isReal }) => isReal && major === 17);
describe.skipIf(real === undefined || real.skip)('on PostgreSQL 17, a column with', () => {
  let server: Server;
  beforeAll(async () => {
    if (real) server = recycled(await real.start());
  });
  afterAll(() => server?.close());

  async function schemaOf(scripts: string[]): Promise<Snapshot> {
    const { seen, obstacle } = await onGround(server, { scripts }, ({ scratch }) => takeSnapshot(scratch));
    if (seen === undefined) throw new Error(JSON.stringify(obstacle));
    return seen;
  }

  const asked = 'ALTER TABLE t ALTER COLUMN a TYPE bigint;';
  const layouts = ['plain', 'golang-migrate', 'flyway'];
  it.each(layouts.flatMap((layout) => CASES.map((one) => [one.name, layout, one] as const)))(
    '%s, in %s',
    async (_, layout, { setup, sql = asked, also = '', decides = [] }) => {
      const { deployed, decided } = await walk(layout, { setup, sql }, server, { most: 3 });
      expect(decided).toEqual(decides);
      // A view has to make room for the change that was asked for.
      const view = /CREATE VIEW (\w+)[^;]+;/.exec(setup);
      const wanted = view ? [setup, `DROP VIEW ${view[1]};`, sql, view[0]] : [setup, sql];
      expect(compareSnapshots(await schemaOf([...wanted, also || 'SELECT 1;']), await schemaOf(deployed))).toEqual([]);
      expect(deployed.length).toBeGreaterThan(4);
      expect(deployed.join('\n')).not.toContain('…');
    },
  );
});
