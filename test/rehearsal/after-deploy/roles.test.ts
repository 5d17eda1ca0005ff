/** Roles that were given the right to write try it, too, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `CREATE TABLE o (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant int NOT NULL, s text);
GRANT SELECT, INSERT, UPDATE, DELETE ON o TO app_writer;
CREATE TABLE base (id int PRIMARY KEY, v text, hidden text);
CREATE VIEW api AS SELECT id, v FROM base;
GRANT SELECT, INSERT ON api TO app_reader;
CREATE VIEW plain AS SELECT id, v FROM base;
CREATE VIEW read_only AS SELECT id FROM base OFFSET 0; GRANT INSERT ON read_only TO app_writer;
CREATE FUNCTION written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO base VALUES (NEW.id); RETURN NEW; END $$;
CREATE TRIGGER written INSTEAD OF INSERT ON read_only FOR EACH ROW EXECUTE FUNCTION written();
CREATE TABLE called (id int PRIMARY KEY, n int); GRANT SELECT, INSERT ON called TO app_writer;
CREATE FUNCTION helper() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION calls() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := helper(); RETURN NEW; END $$;
CREATE TRIGGER calls BEFORE INSERT ON called FOR EACH ROW EXECUTE FUNCTION calls();
CREATE TABLE ev (id int PRIMARY KEY, tenant text NOT NULL);
GRANT SELECT, INSERT ON ev TO app_writer;
CREATE TABLE grouped (id int PRIMARY KEY, tenant text); GRANT SELECT, INSERT ON grouped TO app_group;
CREATE TABLE narrow (id int PRIMARY KEY, note text); GRANT SELECT, INSERT (id, note) ON narrow TO app_writer;`;

const BREAKS: { name: string; sql: string; words: string[] }[] = [
  {
    name: 'a function that a trigger calls, and that may be built into its plan',
    sql: 'REVOKE EXECUTE ON FUNCTION helper() FROM PUBLIC;',
    words: ['INSERT on `called` by the role `app_writer`', '42501', 'permission denied for function helper'],
  },
  {
    name: 'what writes for a view has only the rights of who asks it',
    sql: 'ALTER FUNCTION written() SECURITY INVOKER;',
    words: ['INSERT on `read_only` by the role `app_writer`', '42501', 'permission denied for table base'],
  },
  {
    name: 'a new audit trigger whose table nobody may write to',
    sql: `CREATE TABLE o_audit (id bigint);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO o_audit VALUES (NEW.id); RETURN NULL; END $$;
CREATE TRIGGER f AFTER INSERT ON o FOR EACH ROW EXECUTE FUNCTION f();`,
    words: ['INSERT on `o` by the role `app_writer`', '42501', 'permission denied for table o_audit'],
  },
  {
    name: 'a privilege is revoked',
    sql: 'REVOKE INSERT ON o FROM app_writer;',
    words: ['INSERT on `o` by the role `app_writer`', '42501'],
  },
  {
    name: 'row security comes without a policy for INSERT',
    sql: `ALTER TABLE o ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON o FOR SELECT USING (true);`,
    words: ['INSERT on `o` by the role `app_writer`', '42501', 'row-level security'],
  },
  {
    name: 'a function in a CHECK may not be run',
    sql: `CREATE FUNCTION norm(text) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT lower($1) $$;
REVOKE EXECUTE ON FUNCTION norm(text) FROM PUBLIC;
ALTER TABLE o ADD CONSTRAINT c CHECK (norm(s) <> 'bad') NOT VALID;`,
    words: ['INSERT', 'by the role `app_writer`', '42501', 'permission denied for function norm'],
  },
  {
    name: 'a view shows no column of a new CHECK, so that no write through it can satisfy it',
    sql: 'ALTER TABLE base ADD CONSTRAINT c CHECK (hidden IS NOT NULL) NOT VALID;',
    words: ['INSERT on `api` by the role `app_reader`', '23514'],
  },
  {
    name: 'a view reads with the rights of who asks',
    sql: 'ALTER VIEW api SET (security_invoker = true);',
    words: ['SELECT', 'on `api` by the role `app_reader`', '42501', 'permission denied for table base'],
  },
  {
    name: 'a view is made again without a column',
    sql: 'DROP VIEW plain; CREATE VIEW plain AS SELECT id FROM base;',
    words: ['SELECT on `plain`', '42703', '"v" does not exist'],
  },
  {
    name: 'rights on columns are revoked',
    sql: 'REVOKE INSERT (note) ON narrow FROM app_writer;',
    words: ['INSERT', 'on `narrow` by the role `app_writer`', '42501'],
  },
  {
    name: 'a view takes no writes any more',
    sql: 'CREATE OR REPLACE VIEW api AS SELECT DISTINCT id, v FROM base;',
    words: ['INSERT', 'on `api` by the role `app_reader`', '55000'],
  },
];

/** What the application's own rows and settings decide. */
const MAY_WORK: { name: string; sql: string }[] = [
  {
    name: 'a policy asks for a setting of the application’s',
    sql: `ALTER TABLE o ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON o USING (tenant = current_setting('app.tenant_id')::int);`,
  },
  {
    name: 'a role that may insert and not delete meets a policy',
    sql: `ALTER TABLE ev ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON ev USING (tenant = current_setting('app.tenant', true));`,
  },
  {
    name: 'a row that may be written and not be read again',
    sql: `ALTER TABLE ev ENABLE ROW LEVEL SECURITY;
CREATE POLICY w ON ev FOR INSERT WITH CHECK (true); CREATE POLICY r ON ev FOR SELECT USING (tenant = 'nobody');`,
  },
  {
    name: 'a policy that only some rows pass',
    sql: `ALTER TABLE ev ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON ev FOR INSERT WITH CHECK (tenant <> 'admin' AND length(tenant) > 20);`,
  },
];

const WORKS: { name: string; sql: string }[] = [
  { name: 'a new column', sql: 'ALTER TABLE o ADD COLUMN x int;' },
  {
    name: 'an audit trigger with the rights of its owner',
    sql: `CREATE TABLE o_audit (id bigint);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  INSERT INTO public.o_audit VALUES (NEW.id); RETURN NULL;
END $$;
CREATE TRIGGER f AFTER INSERT ON o FOR EACH ROW EXECUTE FUNCTION f();`,
  },
  {
    name: 'a policy for the member of a group that nobody logs in as',
    sql: 'ALTER TABLE grouped ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON grouped TO app_member USING (true);',
  },
  { name: 'everybody may read', sql: 'GRANT SELECT ON o TO PUBLIC;' },
];

describe.each(SERVERS)('on $name', ({ skip, start, real }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(async () => {
    await server?.close();
  });

  const run = async (sql: string, more = '') => {
    const bootstrap = `CREATE ROLE app_open NOLOGIN; CREATE ROLE app_front LOGIN NOINHERIT; GRANT app_open TO app_front; CREATE ROLE app_writer; CREATE ROLE app_reader; CREATE ROLE app_group; CREATE ROLE app_member LOGIN;
GRANT app_group TO app_member;`;
    const { rehearsal, report } = await rehearseSql(server, SETUP + more, sql, { bootstrap });
    const findings = rehearsal.observations.map(({ finding }) => finding).filter(({ rule }) => rule === 'write-breaks');
    return { findings, proof: report.proofs.find(({ check }) => check === 'probes') };
  };

  test.each(BREAKS)('$name: an error that names the role', async ({ sql, words }) => {
    const { findings } = await run(sql);
    const found = findings.filter(({ message }) => words.every((word) => message.includes(word)));
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
  });

  test.each(MAY_WORK)('$name: not checked, and no error', async ({ sql }) => {
    const { findings, proof } = await run(sql);
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({ status: 'not checked', detail: expect.stringContaining('by `app_writer`') });
  });

  /** As a tenant's session has it. */
  const TENANTS = `CREATE TABLE tenants (id int PRIMARY KEY);
CREATE TABLE tasks (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenants, title text);
GRANT SELECT, INSERT, UPDATE, DELETE ON tasks TO app_writer;
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tasks USING (tenant_id = current_setting('app.tenant_id', true)::int);
CREATE VIEW my_tasks AS SELECT id, title FROM tasks; ALTER VIEW my_tasks SET (security_invoker = true); GRANT SELECT ON my_tasks TO app_writer;`;
  const audit = (table: string) => `CREATE TABLE activity (what text);
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO activity VALUES (TG_OP); RETURN NULL; END $$;
CREATE TRIGGER noted AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION noted();`;
  const security = 'ALTER TABLE activity ENABLE ROW LEVEL SECURITY; GRANT INSERT ON activity TO app_writer;';

  describe.skipIf(!real)('where policies ask for a setting of the application’s own', () => {
    test.each([
      ['no right on what a trigger writes to', audit('tasks'), 'permission denied for table activity'],
      ['no policy there', `${audit('tasks')} ${security}`, 'policy for table "activity"'],
    ])('it is set: %s', async (_, sql, words) => {
      const { findings } = await run(sql, TENANTS);
      expect(findings.map(({ severity }) => severity)).toEqual(['error']);
      expect(findings[0]?.message).toContain('INSERT and UPDATE on `tasks` by the role `app_writer`');
      expect(findings[0]?.message).toContain(words);
    });

    test('what works with it is proven, also where it has to be set from now on', async () => {
      const sql = "ALTER POLICY tenant ON tasks USING (tenant_id = current_setting('app.tenant_id')::int);";
      const { findings, proof } = await run(sql, TENANTS);
      expect(findings).toEqual([]);
      expect(proof?.status).toBe('proven');
      expect(proof?.detail).toContain('as `app_writer`: INSERT, UPDATE and DELETE on `tasks`, SELECT on `my_tasks`');
    });
  });

  test('each right that is missing is a finding of its own', async () => {
    const setup =
      'CREATE TABLE n (id serial PRIMARY KEY, a text); GRANT SELECT, INSERT, DELETE ON n TO app_writer; GRANT USAGE ON SEQUENCE n_id_seq TO app_writer;';
    const { findings } = await run(
      'REVOKE USAGE ON SEQUENCE n_id_seq FROM app_writer;\nREVOKE DELETE ON n FROM app_writer;',
      setup,
    );
    expect(findings.map(({ line, message }) => [line, message.slice(0, 14)]).sort()).toEqual([
      [1, 'INSERT on `n` '],
      [2, 'DELETE on `n` '],
    ]);
  });

  test('a view with a number of the server’s own may stop taking writes, whether it shows a row or not', async () => {
    const setup = `CREATE TABLE n (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int DEFAULT 1);
CREATE VIEW big AS SELECT id, a FROM n WHERE a > 1000000; GRANT SELECT, INSERT ON big TO app_writer;`;
    const { findings } = await run('CREATE OR REPLACE VIEW big AS SELECT DISTINCT id, a FROM n;', setup);
    expect(findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(findings[0]?.message).toContain('INSERT on `big` by the role `app_writer`');
  });

  test('a command without a policy is a warning', async () => {
    const policies = ['SELECT USING (true)', 'INSERT WITH CHECK (true)', 'UPDATE USING (true)'];
    const sql = `ALTER TABLE o ENABLE ROW LEVEL SECURITY;
${policies.map((one, at) => `CREATE POLICY p${at} ON o FOR ${one};`).join('\n')}`;
    const { findings } = await run(sql);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(findings[0]?.message).toContain('DELETE on `o` by the role `app_writer` deletes no row any more');
  });

  test.each([
    ['who inherits nothing becomes the group', 'GRANT SELECT, INSERT ON plain_rows TO app_open;', 'app_open'],
    ['everybody may', 'GRANT SELECT, INSERT ON plain_rows TO PUBLIC;', 'app_front'],
    ['a right on some columns', 'GRANT INSERT (id, a) ON plain_rows TO app_writer;', 'app_writer'],
  ])('%s: an error that names the role', async (_, grant, role) => {
    const table = `CREATE TABLE plain_rows (id int PRIMARY KEY, a text, b text, c text); ${grant}`;
    const { findings } = await run(audit('plain_rows'), table);
    expect(findings.map(({ severity }) => severity)).toContain('error');
    expect(findings.map(({ message }) => message).join()).toContain(`by the role \`${role}\``);
  });

  test('roles that are too many are named', async () => {
    const roles = ['app_writer', 'app_reader', 'app_group', 'app_open', 'app_front', 'app_member'];
    const table = `CREATE TABLE many (id int PRIMARY KEY); GRANT INSERT ON many TO ${roles.join(', ')};`;
    const { proof } = await run('ALTER TABLE many ADD COLUMN a int;', table);
    expect(proof?.status).toBe('not checked');
    expect(proof?.detail).toContain('was not tried by `app_writer` (other roles with rights on it were tried)');
  });

  test('a view that nobody was given the right to write to may stop taking writes', async () => {
    const { findings, proof } = await run('CREATE OR REPLACE VIEW plain AS SELECT DISTINCT id, v FROM base;');
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({
      status: 'not checked',
      detail: expect.stringContaining('whether the application writes to it is not known'),
    });
  });

  test('the writes that lack one function’s right are of one cause, by whatever code they come to it', async () => {
    const setup = `${SETUP}
CREATE TABLE direct (id int PRIMARY KEY, n int DEFAULT helper()); GRANT SELECT, INSERT ON direct TO app_writer;`;
    const sql = 'REVOKE EXECUTE ON FUNCTION helper() FROM PUBLIC;';
    const { rehearsal } = await rehearseSql(server, setup, sql, {
      bootstrap: 'CREATE ROLE app_writer; CREATE ROLE app_reader; CREATE ROLE app_group;',
    });
    const broken = rehearsal.observations.filter(({ finding }) => finding.rule === 'write-breaks');
    const tables = broken.map(({ finding: { message } }) => /on `(\w+)`/.exec(message)?.[1]);
    expect(tables.toSorted()).toEqual(['called', 'direct']);
    expect(new Set(broken.map(({ cause }) => cause)).size).toBe(1);
  });

  test('what no row goes through is not checked', async () => {
    const view = 'CREATE VIEW none AS SELECT id FROM base WHERE false';
    const trigger = 'CREATE TRIGGER written INSTEAD OF INSERT ON none FOR EACH ROW EXECUTE FUNCTION written()';
    const { findings, proof } = await run('ALTER FUNCTION written() SET search_path = public;', `${view}; ${trigger};`);
    expect(findings).toEqual([]);
    expect(proof?.status).toBe('not checked');
    expect(proof?.detail).toContain('`none` was not tried (writes to it were planned only');
  });

  test('a view that stays as it was is proven by planning', async () => {
    const { findings, proof } = await run('CREATE OR REPLACE VIEW api AS SELECT id, v FROM base WHERE id > 0;');
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({ status: 'proven', detail: expect.stringContaining('on `api`') });
  });

  test.each(WORKS)('$name: proven, also as the role', async ({ sql }) => {
    const { findings, proof } = await run(sql);
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({ status: 'proven', detail: expect.stringMatching(/as `app_(writer|member)`/) });
  });
});
