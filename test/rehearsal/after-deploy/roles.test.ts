/** Roles that were given the right to write try it, too, on every server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const SETUP = `CREATE TABLE o (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant int NOT NULL, s text);
GRANT SELECT, INSERT, UPDATE, DELETE ON o TO app_writer;`;

const BREAKS: { name: string; sql: string; words: string[] }[] = [
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
    name: 'a policy asks for a setting that nobody sets',
    sql: `ALTER TABLE o ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON o USING (tenant = current_setting('app.tenant_id')::int);`,
    words: ['by the role `app_writer`', '42704', 'app.tenant_id'],
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
  { name: 'everybody may read', sql: 'GRANT SELECT ON o TO PUBLIC;' },
];

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(async () => {
    await server?.close();
  });

  const run = async (sql: string) => {
    const bootstrap = 'CREATE ROLE app_writer;';
    const { rehearsal, report } = await rehearseSql(server, SETUP, sql, { bootstrap });
    const findings = rehearsal.observations.map(({ finding }) => finding).filter(({ rule }) => rule === 'write-breaks');
    return { findings, proof: report.proofs.find(({ check }) => check === 'probes') };
  };

  test.each(BREAKS)('$name: an error that names the role', async ({ sql, words }) => {
    const { findings } = await run(sql);
    const found = findings.filter(({ message }) => words.every((word) => message.includes(word)));
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
    // The owner may do what it could.
    expect(findings.every(({ message }) => message.includes('app_writer'))).toBe(true);
  });

  test.each(WORKS)('$name: proven, also as the role', async ({ sql }) => {
    const { findings, proof } = await run(sql);
    expect(findings).toEqual([]);
    expect(proof).toMatchObject({ status: 'proven', detail: expect.stringContaining('also as `app_writer`') });
  });
});
