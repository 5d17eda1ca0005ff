/** What every kind of server owes its users. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ChangeSession,
  PostgresError,
  type ScratchDatabase,
  type Server,
  ServerLost,
} from '../../src/servers/server.js';
import { rejection } from '../support/expect-error.js';

/** Runs the contract against servers from `start`. */
export function describeServer(name: string, start: () => Promise<Server>): void {
  describe(name, () => {
    let server: Server;
    let scratch: ScratchDatabase;
    let session: ChangeSession;
    beforeAll(async () => {
      server = await start();
      scratch = await server.createScratch();
      session = await scratch.connect();
    });
    afterAll(() => server?.close());

    it('tells its version', () => {
      expect(server.version).toMatch(/^\d+(\.\d+)?$/);
      expect(server.major).toBe(Number.parseInt(server.version, 10));
    });

    it('starts with an empty UTF-8 database', async () => {
      const { rows } = await session.query(`select count(*) from pg_class where relnamespace = 'public'::regnamespace`);
      expect(rows).toEqual([['0']]);
      expect((await session.query('show server_encoding')).rows).toEqual([['UTF8']]);
    });

    it('gives values as the text that psql shows', async () => {
      const result = await session.query(`
        select 1 as int, 2.50::numeric as num, true as bool, null as nothing, '' as empty, '{1,NULL,3}'::int[] as list,
               '{"a": [1]}'::jsonb as json, '\\x00ff'::bytea as bytes, 'infinity'::float8 as inf, 9007199254740993 as big,
               timestamptz '2026-01-02 03:04:05.678+00' at time zone 'UTC' as at, interval '1 day 2 hours' as span,
               row(1, 'a b') as record, 'ä€😀' as text, 'x'::"char" as "weird ""name"`);
      expect(result).toMatchObject({
        columns: ['int', 'num', 'bool', 'nothing', 'empty', 'list', 'json', 'bytes', 'inf', 'big', 'at', 'span'].concat(
          ['record', 'text', 'weird "name'],
        ),
        rows: [
          ['1', '2.50', 't', null, '', '{1,NULL,3}', '{"a": [1]}', '\\x00ff', 'Infinity', '9007199254740993'].concat([
            '2026-01-02 03:04:05.678',
            '1 day 02:00:00',
            '(1,"a b")',
            'ä€😀',
            'x',
          ] as never[]),
        ],
        command: 'SELECT 1',
      });
    });

    it('returns the result of the last statement', async () => {
      const created = await session.query('select 1, 2; create table last_one (a int)');
      expect(created).toEqual({ columns: [], types: [], rows: [], command: 'CREATE TABLE', statements: 2 });
      expect(await session.query('insert into last_one values (1), (2)')).toMatchObject({ command: 'INSERT 0 2' });
      expect(await session.query('create index on last_one (a); select a from last_one order by a')).toEqual({
        columns: ['a'],
        types: [23],
        rows: [['1'], ['2']],
        command: 'SELECT 2',
        statements: 2,
      });
      expect(await session.query('-- nothing')).toEqual({
        columns: [],
        types: [],
        rows: [],
        command: '',
        statements: 1,
      });
    });

    it('reports what the server refuses', async () => {
      const error = await rejection(session.query('select "ä😀", nme from (select 1 as name) t'), PostgresError);
      expect(error).toMatchObject({ sqlstate: '42703', position: 8 });
      const hinted = await rejection(session.query('select nme from (select 1 as name) t'), PostgresError);
      expect(hinted).toMatchObject({ sqlstate: '42703', message: 'column "nme" does not exist', position: 8 });
      expect(hinted.hint).toContain('t.name');
      const detailed = await rejection(
        session.query('create table one (a int primary key); insert into one values (1), (1)'),
        PostgresError,
      );
      expect(detailed).toMatchObject({ sqlstate: '23505', detail: 'Key (a)=(1) already exists.' });
      expect((await session.query('select 1')).rows).toEqual([['1']]);
    });

    it('counts positions in characters', async () => {
      const error = await rejection(session.query(`select '😀ä', nope`), PostgresError);
      expect(error.position).toBe(14);
    });

    it('runs several statements of one query as one transaction', async () => {
      await rejection(session.query('create table half (a int); select 1/0'), PostgresError);
      expect((await session.query(`select to_regclass('half')`)).rows).toEqual([[null]]);
    });

    it('keeps a failed transaction failed', async () => {
      await session.query('begin');
      await session.query('set transaction isolation level serializable');
      await rejection(session.query('select 1/0'), PostgresError);
      expect(await rejection(session.query('select 1'), PostgresError)).toMatchObject({ sqlstate: '25P02' });
      await session.query('rollback');
    });

    it('collects notices until they are taken', async () => {
      session.takeNotices();
      await session.query(
        `do $$ begin raise notice 'first %', 'ä'; raise warning 'second' using errcode = '01004'; end $$`,
      );
      await session.query('drop table if exists never_there');
      expect(session.takeNotices()).toEqual([
        { severity: 'NOTICE', message: 'first ä', sqlstate: '00000' },
        { severity: 'WARNING', message: 'second', sqlstate: '01004' },
        { severity: 'NOTICE', message: 'table "never_there" does not exist, skipping', sqlstate: '00000' },
      ]);
      expect(session.takeNotices()).toEqual([]);
    });

    it('has databases that know nothing of each other and are gone once dropped', async () => {
      await session.query('create table mine (a int)');
      const other = await server.createScratch();
      const there = await other.connect();
      expect((await there.query(`select to_regclass('mine')`)).rows).toEqual([[null]]);
      await other.drop();
      await rejection(there.query('select 1'), ServerLost);
      await other.drop();
    });
  });
}
