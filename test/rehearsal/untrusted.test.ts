/** What a stranger's SQL can and can't do on a real server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceServer } from '../../src/servers/postgres/service.js';
import {
  type ChangeSession,
  PostgresError,
  type ScratchDatabase,
  type Server,
  ServerLost,
} from '../../src/servers/server.js';
import { rejection } from '../support/expect-error.js';
import { availableMajors, startService, type TestService } from '../support/postgres.js';

const DENIED: [string, string][] = [
  ['programs', `COPY t FROM PROGRAM 'id'`],
  ['programs in a DO block', `DO $$ BEGIN EXECUTE 'COPY t FROM PROGRAM ''id'''; END $$`],
  ['files', `COPY t FROM '/etc/passwd'`],
  ['reading files', `SELECT pg_read_file('/etc/passwd')`],
  ['listing folders', `SELECT pg_ls_dir('/')`],
  ['importing large objects', `SELECT lo_import('/etc/passwd')`],
  ['loading libraries', `LOAD 'auto_explain'`],
  ['C functions', `CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libc', 'getpid'`],
  ['other servers', 'CREATE EXTENSION dblink'],
  ['foreign data', 'CREATE EXTENSION postgres_fdw'],
  ['databases', 'CREATE DATABASE mine'],
  ['dropping databases', 'DROP DATABASE postgres'],
  ['roles', 'CREATE ROLE mine'],
  ['giving itself rights', 'ALTER ROLE CURRENT_USER SUPERUSER'],
  ['becoming another role', 'SET ROLE postgres'],
  ['becoming another user', 'SET SESSION AUTHORIZATION postgres'],
  ['predefined roles', 'GRANT pg_execute_server_program TO CURRENT_USER'],
  ['ending others’ sessions', `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'`],
  ['the server’s settings', `ALTER SYSTEM SET fsync = off`],
  ['its limit of temporary files', `SET temp_file_limit = -1`],
  ['tablespaces', `CREATE TABLESPACE mine LOCATION '/tmp'`],
  ['passwords of roles', 'SELECT rolpassword FROM pg_authid'],
  ['subscriptions', `CREATE SUBSCRIPTION s CONNECTION 'host=localhost' PUBLICATION p WITH (connect = false)`],
  ['event triggers', 'CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION noop()'],
  ['publications of all tables', 'CREATE PUBLICATION p FOR ALL TABLES'],
];

const ALLOWED = [
  'CREATE EXTENSION pg_trgm',
  "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('ok'); CREATE TABLE app.t (a int, m app.mood)",
  'CREATE INDEX CONCURRENTLY i ON t (a)',
  'REINDEX INDEX CONCURRENTLY i',
  'REINDEX TABLE t',
  'VACUUM (ANALYZE) t',
  'ANALYZE',
  'CLUSTER t USING i',
  'CREATE MATERIALIZED VIEW v AS SELECT 1; REFRESH MATERIALIZED VIEW v',
  'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC',
  'CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$',
  'CREATE PUBLICATION q FOR TABLE t',
  'SELECT pg_current_wal_insert_lsn()',
  'DROP SCHEMA public CASCADE; CREATE SCHEMA public',
];

for (const major of availableMajors()) {
  describe(`on PostgreSQL ${major}`, () => {
    let service: TestService;
    let server: Server;
    let scratch: ScratchDatabase;
    let session: ChangeSession;
    beforeAll(async () => {
      service = await startService(major);
      server = await serviceServer({ databaseUrl: service.url, connectTimeout: 5, statementTimeout: 20 });
      scratch = await server.createScratch();
      session = await scratch.connect();
      await session.query(`CREATE TABLE t (a int);
        CREATE FUNCTION noop() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$`);
    });
    afterAll(async () => {
      await server?.close();
      await service?.stop();
    });

    it.each(DENIED)('%s are out of reach', async (_, sql) => {
      const { sqlstate, message } = await rejection(session.query(sql), PostgresError);
      expect({ sqlstate, message }).toMatchObject({ sqlstate: '42501' });
    });

    it.each(ALLOWED)('%s works', async (sql) => {
      await session.query(sql);
    });

    it('lets in the next session although the role changed its password', async () => {
      await session.query(`ALTER ROLE CURRENT_USER PASSWORD 'mine'`);
      const next = await scratch.connect();
      expect((await next.query('SELECT current_user = session_user')).rows).toEqual([['t']]);
      await next.close();
    });

    it('leaves no role behind', async () => {
      const other = await server.createScratch();
      const name = other.role;
      await (await other.connect()).query('CREATE TABLE t (a int)');
      await other.drop();
      const admin = await (await server.createScratch()).operate();
      expect(name).toMatch(/^migration_safety_/);
      expect((await admin.query(`SELECT rolname FROM pg_roles WHERE rolname = '${name}'`)).rows).toEqual([]);
      await admin.close();
    });
  });
}

describe.skipIf(availableMajors().length === 0)('beside the rights of the role', () => {
  const newest = availableMajors().at(-1) as number;
  let service: TestService;
  beforeAll(async () => {
    service = await startService(newest);
  });
  afterAll(() => service?.stop());
  const start = (options = {}, url = service.url) =>
    serviceServer({ databaseUrl: url, connectTimeout: 5, statementTimeout: 20, ...options });

  it('`superuser` gives SQL the rights of the URL’s role', async () => {
    const server = await start({ superuser: true });
    const scratch = await server.createScratch();
    expect(scratch.role).toBeNull();
    const session = await scratch.connect();
    expect((await session.query(`SELECT current_user, pg_read_file('PG_VERSION')`)).rows).toEqual([
      ['postgres', `${newest}\n`],
    ]);
    await server.close();
    expect(server.notChecked).toEqual([]);
  });

  it('a role that may only create databases runs the SQL itself, and the report says so', async () => {
    const admin = await (await start({ superuser: true })).createScratch();
    const superuser = await admin.operate();
    await superuser.query(`CREATE ROLE modest LOGIN CREATEDB PASSWORD 'modest'`);
    const url = Object.assign(new URL(service.url), { username: 'modest', password: 'modest' }).href;
    const server = await start({}, url);
    const session = await (await server.createScratch()).connect();
    expect((await session.query('SELECT current_user')).rows).toEqual([['modest']]);
    expect(server.notChecked?.[0]?.reason).toContain('role "modest" may not create one');
    await server.close();
  });

  it('a role that may create roles and databases, and is no superuser, makes one as well', async () => {
    const admin = await (await start({ superuser: true })).createScratch();
    const superuser = await admin.operate();
    await superuser.query(`CREATE ROLE manager LOGIN CREATEDB CREATEROLE PASSWORD 'manager'`);
    const url = Object.assign(new URL(service.url), { username: 'manager', password: 'manager' }).href;
    const server = await start({ statementTimeout: 1 }, url);
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    expect((await session.query('SELECT current_user')).rows).toEqual([[scratch.role]]);
    await session.query('CREATE TABLE t (a int); SET statement_timeout = 0');
    await rejection(session.query('SELECT pg_sleep(20)'), ServerLost);
    await server.close();
    expect((await superuser.query(`SELECT 1 FROM pg_roles WHERE rolname = '${scratch.role}'`)).rows).toEqual([]);
  });

  it('a database that grows too large loses its session', async () => {
    const server = await start({ databaseSizeLimit: 50 });
    const session = await (await server.createScratch()).connect();
    const fill = `CREATE TABLE big AS SELECT repeat(md5(i::text), 30) FROM generate_series(1, 3000000) i`;
    expect((await rejection(session.query(fill), ServerLost)).message).toContain('beyond 50 MB');
    await server.close();
  });

  it('a rehearsal that takes too long ends, also between its statements', async () => {
    const server = await start({ runTimeout: 1 });
    const session = await (await server.createScratch()).connect();
    await session.query('SELECT 1');
    await expect(session.query('SELECT pg_sleep(10)')).rejects.toThrow('run-timeout allows (1 s)');
    await expect(session.query('SELECT 1')).rejects.toThrow('run-timeout allows (1 s)');
    await server.close();
  });

  it('an answer that is too large is not read to its end', async () => {
    const server = await start();
    const session = await (await server.createScratch()).connect();
    const large = session.query(`SELECT repeat('x', 1000) FROM generate_series(1, 100000)`);
    expect((await rejection(large, ServerLost)).message).toContain('larger than 16 MB');
    await server.close();
  });
});
