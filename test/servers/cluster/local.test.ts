import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { localServer } from '../../../src/servers/cluster/local.js';
import { startWithPgCtl } from '../../../src/servers/cluster/pg-ctl.js';
import { ServerLost, ServerUnavailable } from '../../../src/servers/server.js';
import { rejection } from '../../support/expect-error.js';
import { availableMajors, newestMajor, postgresBin, startPostgres } from '../../support/postgres.js';
import { eventually, isAlive, temporaryFolder } from '../../support/processes.js';
import { describeServer } from '../contract.js';

const owner = path.join(import.meta.dirname, '..', '..', '..', 'build', 'servers', 'cluster', 'local.js');
const newest = newestMajor();

for (const major of availableMajors()) describeServer(`local server ${major}`, () => startPostgres(major));

describe.skipIf(newest === undefined)('a local server', () => {
  const major = newest as number;

  it('can do all that a check may need', async () => {
    const server = await startPostgres(major);
    expect(server.kind).toBe('local');
    expect(server.capabilities).toEqual({ multiSession: true, templates: true, wholeCopies: false });
    await server.close();
  });

  it('leaves nothing behind when it is closed', async () => {
    const server = await startPostgres(major);
    const { folder, pid } = await whereabouts(server);
    await server.close();
    expect(existsSync(folder)).toBe(false);
    expect(isAlive(pid)).toBe(false);
    await server.close();
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'leaves nothing behind when its owner dies by %s',
    async (signal) => {
      const script = `
      import { localServer } from ${JSON.stringify(owner)};
      const server = await localServer({ bin: ${JSON.stringify(postgresBin(major))}, target: null, statementTimeout: 9 });
      const session = await (await server.createScratch()).operate();
      const { rows } = await session.query("select current_setting('data_directory'), pg_backend_pid()");
      console.log(JSON.stringify(rows[0]));
      await session.query('select pg_sleep(9)');`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await child.stdout.setEncoding('utf8').take(1).toArray()) as string[];
      const [data, pid] = JSON.parse(line as string) as [string, string];
      expect(isAlive(Number(pid))).toBe(true);
      child.kill(signal);
      await eventually(() => expect(existsSync(path.dirname(data))).toBe(false));
      expect(isAlive(Number(pid))).toBe(false);
    },
  );

  it.each([30, 200, 300, 400])('leaves nothing behind when its owner dies %i ms into the start', async (ms) => {
    const mine = mkdtempSync(path.join(tmpdir(), 'ms-test-'));
    chmodSync(mine, 0o777);
    const script = `
      import { localServer } from ${JSON.stringify(owner)};
      console.log('go');
      await localServer({ bin: ${JSON.stringify(postgresBin(major))}, target: null, statementTimeout: 9 });
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: mine },
    });
    await once(child.stdout, 'data');
    await sleep(ms);
    child.kill('SIGKILL');
    await eventually(() => expect(readdirSync(mine)).toEqual([]));
    await sleep(100);
    expect(readdirSync(mine)).toEqual([]);
    rmSync(mine, { recursive: true });
  });

  it('does not keep its owner from ending', async () => {
    const script = `
      import { localServer } from ${JSON.stringify(owner)};
      await localServer({ bin: ${JSON.stringify(postgresBin(major))}, target: null, statementTimeout: 9 });
      process.exit(3);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(3);
  });

  it('stops a statement that has reset its timeout', async () => {
    const server = await startPostgres(major, { statementTimeout: 1 });
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    const stopped = await rejection(session.query('select pg_sleep(5)'), Error);
    expect(stopped).toMatchObject({ name: 'PostgresError', sqlstate: '57014' });
    await session.query('set statement_timeout = 0');
    const lost = await rejection(session.query('select pg_sleep(20)'), ServerLost);
    expect(lost.message).toContain('limit of 1 s');
    const next = await scratch.connect();
    expect((await next.query('select 1')).rows).toEqual([['1']]);
    await server.close();
  });

  it('gives each statement of a script the whole budget', async () => {
    const server = await startPostgres(major, { statementTimeout: 1 });
    const session = await (await server.createScratch()).connect();
    await session.query('set statement_timeout = 0');
    await session.query('select pg_sleep(0.9); select pg_sleep(0.9); select pg_sleep(0.9)');
    await server.close();
  });

  it('notices that its session was terminated', async () => {
    const server = await startPostgres(major);
    const scratch = await server.createScratch();
    const [session, other] = [await scratch.connect(), await scratch.connect()];
    const pid = (await session.query('select pg_backend_pid()')).rows[0]?.[0];
    await other.query(`select pg_terminate_backend(${pid})`);
    await rejection(session.query('select 1'), ServerLost);
    await rejection(session.query('select 1'), ServerLost);
    await server.close();
  });

  it('keeps our environment from the SQL', async () => {
    process.env.MIGRATION_SAFETY_TEST_TOKEN = 'secret';
    const server = await startPostgres(major);
    const session = await (await server.createScratch()).operate();
    await session.query(`create table env (line text); copy env from program 'env'`);
    const { rows } = await session.query('select line from env order by 1');
    expect(rows.flat().join('\n')).not.toContain('secret');
    delete process.env.MIGRATION_SAFETY_TEST_TOKEN;
    await server.close();
  });

  it('is what pg_ctl starts where there is no shell', async () => {
    const { folder, identity } = temporaryFolder();
    const cluster = await startWithPgCtl({
      ...{ bin: postgresBin(major), folder, identity, password: undefined, port: 0, listen: false },
    });
    expect(cluster.host).toBe('127.0.0.1');
    await cluster.stop();
    expect(existsSync(folder)).toBe(false);
  });

  it('says why it could not start', async () => {
    const error = await rejection(
      localServer({ bin: '/nowhere', target: null, statementTimeout: 1 }),
      ServerUnavailable,
    );
    expect(error.message).toContain('/nowhere');
    expect(error.message).toContain('MIGRATION_SAFETY_POSTGRES_BIN');
  });

  it.skipIf(process.platform === 'win32')('is not started where it is too old', async () => {
    const bin = mkdtempSync(path.join(tmpdir(), 'migration-safety-test-'));
    writeFileSync(path.join(bin, 'postgres'), "#!/bin/sh\necho 'postgres (PostgreSQL) 14.19'\n", { mode: 0o755 });
    const error = await rejection(localServer({ bin, target: null, statementTimeout: 1 }), ServerUnavailable);
    rmSync(bin, { recursive: true });
    expect(error.message).toContain(
      `PostgreSQL 14 in ${bin} is too old: a rehearsal needs 15 or later. Install a newer`,
    );
  });
});

async function whereabouts(
  server: Awaited<ReturnType<typeof startPostgres>>,
): Promise<{ folder: string; pid: number }> {
  const session = await (await server.createScratch()).operate();
  const { rows } = await session.query(`select current_setting('data_directory'), pg_backend_pid()`);
  return { folder: path.dirname(rows[0]?.[0] as string), pid: Number(rows[0]?.[1]) };
}
