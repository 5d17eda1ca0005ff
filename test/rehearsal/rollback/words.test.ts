/** What is said of a rollback's differences: nothing that isn't one, no more than differs, and SQL that runs as it stands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Witness } from '../../../src/rehearsal/run/seen.js';
import { takeSnapshot } from '../../../src/rehearsal/snapshot/snapshot.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { migrationOf } from '../../support/examples.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();

const SETUP = `CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 1);
CREATE FUNCTION f(x int) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  -- why
  RETURN x + length('a  b');
END $$;
CREATE SCHEMA "o.d"; CREATE TABLE "o.d"."user" ("select" int DEFAULT 1, b int);
CREATE FUNCTION "o.d"."or"(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW "o.d"."v w" AS SELECT "select" FROM "o.d"."user";`;

const body = (text: string) => `CREATE OR REPLACE FUNCTION f(x int) RETURNS int LANGUAGE plpgsql AS $$${text}$$;`;

describe.each(SERVERS.filter(({ name }) => /15|18/.test(name)))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  const test = it.skipIf(skip);
  const rehearse = (up: string, down: string) => rehearseSql(server, SETUP, up, { down });

  test('a body with other white space is the same body', async () => {
    const down = body("BEGIN\n\t\t-- why\n\tRETURN x  +\n length('a  b');\nEND");
    const { report, rules } = await rehearse(body('BEGIN RETURN 1; END'), down);
    expect(report.rollback).toMatchObject({ verdict: 'reversible', differences: [] });
    expect(rules.filter((rule) => rule.startsWith('down-'))).toEqual([]);
  });

  test.each([
    "BEGIN\n -- why\n RETURN x + length('a b');\nEND",
    "BEGIN -- why RETURN x;\nRETURN x + length('a  b');\nEND",
  ])('white space in a string or after a comment is not: %j', async (text) => {
    const { report } = await rehearse(body('BEGIN RETURN 1; END'), body(text));
    expect(report.rollback.differences).toMatchObject([{ change: 'changed', kind: 'function' }]);
  });

  test('an empty rollback drops nothing: it doesn’t bring back what the migration drops, and the help has the SQL', async () => {
    const { rehearsal } = await rehearse('DROP FUNCTION f(int);', '');
    const said = rehearsal.observations.map(({ finding }) => finding).find(({ rule }) => rule === 'down-loses-object');
    expect(said?.message).toMatch(/^The rollback doesn’t bring back the function .*, which goes with the migration\.$/);
    expect(said?.help).toMatch(/^Create it in the rollback as it was:\nCREATE OR REPLACE FUNCTION/);
  });

  test('only what differs is said, and not the scratch role’s name', async () => {
    const { rehearsal } = await rehearse('GRANT SELECT, INSERT ON t TO PUBLIC;', 'REVOKE INSERT ON t FROM PUBLIC;');
    const [message] = rehearsal.observations
      .map(({ finding }) => finding.message)
      .filter((it) => /The rollback/.test(it));
    expect(message).toMatch(
      /the table `t`, .*\. It was “grants without public:SELECT”, and is “grants public:SELECT”\.$/,
    );
    const fn = await rehearse(body('BEGIN RETURN 1; END'), body('BEGIN RETURN 2; END'));
    const [changed] = fn.report.rollback.differences;
    expect(changed).toMatchObject({ after: 'body BEGIN RETURN 2; END' });
    expect(JSON.stringify(fn.rehearsal)).not.toMatch(/owner migration_safety/);
  });

  test('a constraint that comes back validated is listed, and counts for nothing', async () => {
    const setup = `${SETUP} ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;`;
    const down = 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);';
    const { report } = await rehearseSql(server, setup, 'ALTER TABLE t DROP CONSTRAINT c;', { down });
    expect(report.rollback.differences).toEqual([]);
    expect(report.rollback.harmless).toMatchObject([{ kind: 'constraint', name: 'public.t.c' }]);
  });

  describe('a value that an enum keeps', () => {
    const setup = "CREATE TYPE st AS ENUM ('a', 'b');";
    const up = "ALTER TYPE st ADD VALUE IF NOT EXISTS 'z' BEFORE 'b'; ALTER TYPE st ADD VALUE IF NOT EXISTS 'y';";
    const SAID = '-- migration-safety: irreversible an unused value does no harm\n';
    const told = async (...[of, script, down]: [string, string, string]) => {
      const { report, rehearsal } = await rehearseSql(server, of, script, { down });
      const rules = rehearsal.observations.map(({ finding }) => finding.rule).filter((it) => /^(down|rerun)/.test(it));
      return { rules, rollback: report.rollback, rerun: report.rerun };
    };

    test('counts for nothing where the author says so', async () => {
      const { rules, rollback, rerun } = await told(setup, SAID + up, 'SELECT 1;');
      expect(rules).toEqual([]);
      expect(rollback.differences).toEqual([]);
      expect(rollback.harmless).toMatchObject([{ change: 'changed', kind: 'type', name: 'public.st' }]);
      expect(rerun.verdict).toBe('repeatable');
    });

    test('counts where nobody says so', async () => {
      expect((await told(setup, up, 'SELECT 1;')).rules).toEqual(['down-changes-object']);
    });

    test('excuses nothing else of the enum', async () => {
      const rename = "ALTER TYPE st RENAME VALUE 'a' TO 'c';";
      const renamed = await told(setup, SAID + rename, 'SELECT 1;');
      expect(renamed.rules).toContain('down-changes-object');
      const anew = "DROP TYPE st; CREATE TYPE st AS ENUM ('b', 'a', 'z', 'y');";
      expect((await told(setup, SAID + up, anew)).rules).toContain('down-changes-object');
      const comment = "COMMENT ON TYPE st IS 'x';";
      expect((await told(setup, SAID + up + comment, 'SELECT 1;')).rules).toEqual(['down-leaves-object']);
    });

    test('is the one fact of the rollback and of the next attempt', async () => {
      const { rehearsal } = await rehearseSql(server, setup, "ALTER TYPE st ADD VALUE 'z';", { down: 'SELECT 1;' });
      const facts = rehearsal.observations.flatMap((one) => (/^(down|rerun)/.test(one.finding.rule) ? one.facts : []));
      const kept = { kind: 'differs', object: { kind: 'type', name: 'public.st' } };
      expect(facts).toEqual([kept, kept]);
    });
  });

  test('the SQL that is offered ends all differences, whatever the names', async () => {
    const up = `ALTER TABLE "o.d"."user" ADD "x.y" int, ALTER "select" DROP DEFAULT; CREATE OR REPLACE FUNCTION "o.d"."or"(a int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION "o.d"."f.g"(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE INDEX "i.j" ON "o.d"."user" (b); COMMENT ON COLUMN "o.d"."user".b IS 'new';
ALTER TABLE "o.d"."user" ADD CONSTRAINT "check" CHECK (b > 0); CREATE SEQUENCE "o.d"."s.t"; COMMENT ON SEQUENCE "o.d"."s.t" IS 'new';`;
    const { report } = await rehearse(up, 'SELECT 1;');
    const { missingSql = '', differences } = report.rollback;
    expect(differences).toHaveLength(9);
    expect(missingSql).not.toContain('still different');
    const again = await rehearse(up, missingSql);
    expect(again.report.rollback).toMatchObject({ verdict: expect.stringMatching(/^reversible/), differences: [] });
  });

  test('what the offered SQL does not end stands below it', async () => {
    const up =
      'CREATE TABLE fresh (id int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t ALTER a DROP DEFAULT, ALTER a SET STATISTICS 9;';
    const { report } = await rehearse(up, 'SELECT 1;');
    expect(report.rollback.missingSql).toBe(
      'DROP TABLE fresh;\nALTER TABLE t ALTER COLUMN a SET DEFAULT 1;\n-- still different after this: the column t.a\n-- still different after this: the table t',
    );
  });

  test('what came with a table that stands is found', async () => {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    const before = await takeSnapshot(scratch);
    await session.query(
      `CREATE TABLE t (id int CONSTRAINT c CHECK (id > 0)); CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
       CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();`,
    );
    const migration = migrationOf({ sql: 'SELECT 1;' }, grammar).migration;
    const witness = new Witness(true);
    witness.rolledBack(migration, { before, rolledBack: await takeSnapshot(scratch) });
    const fate = (kind: string, name: string) => witness.fate({ path: migration.path, start: 0 }, { kind, name });
    expect(fate('table', 'public.t')).toBe('left');
    expect(fate('trigger', 'public.t.x')).toBe('left');
    expect(fate('column', 'public.t.id')).toBe('left');
    expect(fate('constraint', 'public.t.c')).toBe('left');
    expect(fate('function', 'public.g')).toBe('left');
    expect(fate('trigger', 'public.t.y')).toBe('never there');
    await session.close();
    await scratch.drop();
  });
});
