/** What no session of an administrator's takes, and what SQL can't protect from being dropped. */
import { describe, expect, it } from 'vitest';
import { catalogSql } from '../../src/servers/catalogs/catalog-sql.js';
import { keeperSql, name, value } from '../../src/servers/keeper-sql.js';
import { serviceServer } from '../../src/servers/postgres/service.js';
import type { Keeper, Observer } from '../../src/servers/server.js';
import { availableMajors, sessionAt, startService } from '../support/postgres.js';

it('is no text that isn’t ours: the compiler holds that', () => {
  const userSql: string = 'SELECT 1';
  // Never called: only its types count.
  const sends = (observer: Observer, keeper: Keeper) => {
    // @ts-expect-error an observer takes no text
    void observer.read(userSql);
    // @ts-expect-error nor what a template makes of one
    void observer.read(`SELECT ${userSql}`);
    // @ts-expect-error nor what is for a keeper
    void observer.read(keeperSql`drop database ${name('x')}`);
    // @ts-expect-error a keeper takes no text
    void keeper.run(userSql);
    // @ts-expect-error and a text gets into none of its statements but as a name or a value
    void keeper.run(keeperSql`drop database ${userSql}`);
    // @ts-expect-error a session of an administrator's is none of the change's
    void observer.query(userSql);
  };
  expect(sends).toBeTypeOf('function');
});

it('takes names and values as such', () => {
  expect(keeperSql`drop role ${name('a"; drop database b; --')}`).toBe('drop role "a""; drop database b; --"');
  expect(keeperSql`select ${value("it's \\")}, ${value(7)}`).toBe("select E'it''s \\\\', 7");
  expect(catalogSql('existing roles', ["it's", 'a "b"\\'])).toContain(`E'{"it''s","a \\\\"b\\\\"\\\\\\\\"}'`);
  expect(catalogSql('held', 12)).toContain('CAST(12 AS ');
});

describe.each(availableMajors())('on PostgreSQL %i', (major) => {
  it('what a run left is dropped by the next one, whatever SQL did to protect it', async () => {
    const service = await startService(major, undefined, { settings: { max_prepared_transactions: '5' } });
    const superuser = await sessionAt(service.url);
    try {
      const old = `migration_safety_${Math.floor(Date.now() / 1000) - 7 * 3600}_1_`;
      const [template, closed, held, owned] = ['0000000a', '0000000b', '0000000c', '0000000d'].map((it) => old + it);
      await superuser.query(`CREATE ROLE ${held} LOGIN PASSWORD 'x'`);
      await superuser.query('CREATE ROLE somebody');
      for (const database of [template, closed, held, owned]) await superuser.query(`CREATE DATABASE ${database}`);
      await superuser.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
      await superuser.query(
        `ALTER DATABASE ${closed} WITH ALLOW_CONNECTIONS false CONNECTION LIMIT 0 IS_TEMPLATE true`,
      );
      await superuser.query(`ALTER DATABASE ${held} OWNER TO ${held}`);
      await superuser.query(`ALTER DATABASE ${owned} OWNER TO somebody`);
      await superuser.query(`GRANT SET ON PARAMETER session_replication_role TO ${held}`);
      const url = Object.assign(new URL(service.url), { pathname: `/${held}`, username: held, password: 'x' }).href;
      const inside = await sessionAt(url);
      await inside.query("BEGIN; CREATE TABLE t (a int); PREPARE TRANSACTION 'held'");
      await inside.close();
      const server = await serviceServer({ databaseUrl: service.url, connectTimeout: 5, statementTimeout: 20 });
      await server.close();
      const { rows } = await superuser.query(
        `SELECT datname FROM pg_database WHERE datname ~ '^migration_' UNION ALL SELECT rolname FROM pg_roles WHERE rolname ~ '^migration_'`,
      );
      expect(rows).toEqual([]);
    } finally {
      await superuser.close();
      await service.stop();
    }
  });
});
