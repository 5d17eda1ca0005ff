import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKept } from '../../../src/servers/baseline-cache/file.js';
import { ownFolder } from '../../../src/servers/baseline-cache/folder.js';
import { cacheFile } from '../../../src/servers/embedded/cache.js';
import { embeddedServer } from '../../../src/servers/embedded/embedded.js';
import { pgliteFolder } from '../../../src/servers/embedded/files.js';
import { type ChangeSession, ServerLost } from '../../../src/servers/server.js';
import { rejection } from '../../support/expect-error.js';
import { describeServer } from '../contract.js';

describeServer('embedded server', () => embeddedServer({ statementTimeout: 20 }));

describe('an embedded server', () => {
  async function withSession(work: (session: ChangeSession) => Promise<void>, statementTimeout = 20): Promise<void> {
    const server = await embeddedServer({ statementTimeout });
    try {
      await work(await (await server.createScratch()).connect());
    } finally {
      await server.close();
    }
  }

  it('says what it can not do', async () => {
    const server = await embeddedServer({ statementTimeout: 20 });
    expect(server).toMatchObject({ kind: 'embedded', major: 18 });
    expect(server.capabilities).toEqual({ multiSession: false, templates: true, wholeCopies: true });
    await server.close();
    await server.close();
  });

  it('notices when the engine only pretends to work', () =>
    withSession(async (session) => {
      await session.query('create table t (a text)');
      await rejection(session.query(`copy t from program 'echo 1'`), ServerLost);
      await rejection(session.query('select 1'), ServerLost);
    }));

  it('notices when the engine ends', () =>
    withSession(async (session) => {
      await session.query('create table t (a text)');
      await rejection(session.query('copy t from stdin'), ServerLost);
    }));

  it('is stopped when a statement takes too long', () =>
    withSession(async (session) => {
      const start = Date.now();
      const lost = await rejection(session.query('do $$ begin loop end loop; end $$'), ServerLost);
      expect(lost.message).toContain('still running after 1 s');
      expect(Date.now() - start).toBeLessThan(30_000);
    }, 1));

  it('goes on with a new database after one was lost', async () => {
    const server = await embeddedServer({ statementTimeout: 1 });
    const first = await server.createScratch();
    await rejection((await first.connect()).query('select pg_sleep(5)'), ServerLost);
    await first.drop();
    const next = await (await server.createScratch()).connect();
    expect((await next.query('select 1')).rows).toEqual([['1']]);
    await server.close();
  });

  it('has one session at a time, each without the one before', async () => {
    const server = await embeddedServer({ statementTimeout: 20 });
    const scratch = await server.createScratch();
    const first = await scratch.connect();
    await rejection(scratch.connect(), Error);
    await first.query('create table t (a int); set search_path = pg_catalog');
    await first.query('begin; drop table public.t');
    await first.close();
    const second = await scratch.connect();
    expect((await second.query('select * from t')).rows).toEqual([]);
    expect(second.takeNotices()).toEqual([]);
    await server.close();
  });

  it('knows the extensions that PGlite ships', () =>
    withSession(async (session) => {
      await session.query('create extension pg_trgm; create extension pgcrypto; create extension hstore');
      const { rows } = await session.query(
        `select similarity('word', 'words'), 'word' % 'words', 'a=>1'::hstore -> 'a'`,
      );
      expect(rows).toEqual([['0.5714286', 't', '1']]);
    }));

  it('keeps our environment and our files from the SQL', () =>
    withSession(async (session) => {
      await expect(session.query(`select pg_read_file('/etc/passwd')`)).rejects.toThrow('could not open file');
    }));
});

describe("the embedded server's cache", () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'migration-safety-test-'));
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const work = async (freshFile: string | null) => {
    const server = await embeddedServer({ statementTimeout: 20, freshFile });
    const session = await (await server.createScratch()).connect();
    await session.query('create table t (a int primary key); insert into t values (1)');
    expect((await session.query('select a from t')).rows).toEqual([['1']]);
    await server.close();
  };

  it('is written once, closed to others, used, and made anew when it is damaged', async () => {
    const file = cacheFile(pgliteFolder(), ownFolder(parent)) as string;
    await work(file);
    const written = statSync(file);
    await work(file);
    expect(statSync(file)).toMatchObject({ mtimeMs: written.mtimeMs, ino: written.ino });
    if (process.platform !== 'win32') {
      expect(written.mode & 0o777).toBe(0o600);
      expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    }
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    expect(readKept(file)).toBeUndefined();
    await work(file);
    expect(readKept(file)?.length).toBe(written.size - 32);
  });

  it('is not needed', async () => {
    await work(null);
    await work(path.join(parent, 'nowhere', 'cache.tar'));
    expect(existsSync(path.join(parent, 'nowhere'))).toBe(false);
  });
});
