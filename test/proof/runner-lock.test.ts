/** What a migration tool's own lock does to what is built CONCURRENTLY: shown by sessions that lock as the tools do. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { availableMajors, startService, type TestService } from '../support/postgres.js';

const BUILD = 'CREATE INDEX CONCURRENTLY i ON t (a)';

describe.each(availableMajors())('on PostgreSQL %i', (major) => {
  let service: TestService;
  const open: pg.Client[] = [];

  beforeAll(async () => {
    service = await startService(major);
    const admin = await connect();
    await admin.query('CREATE TABLE t (a int)');
  });

  afterAll(async () => {
    await Promise.allSettled(open.map((one) => one.end()));
    await service?.stop();
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: service.url });
    // Sessions are ended while they wait.
    client.on('error', () => {});
    await client.connect();
    open.push(client);
    return client;
  }

  /** Runs it for a while, then ends all sessions: what came of it, and whether an index was left. */
  async function run(sql: string, sessions: pg.Client[], builder: pg.Client): Promise<string> {
    const hung = new Promise<string>((resolve) => setTimeout(() => resolve('hangs'), 2500));
    const done = builder.query(sql).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
    const outcome = await Promise.race([done, hung]);
    const admin = await connect();
    for (const one of sessions) {
      const { processID } = one as unknown as { processID: number };
      await admin.query('SELECT pg_terminate_backend($1)', [processID]);
    }
    await done;
    await admin.query('DROP INDEX IF EXISTS i');
    return outcome;
  }

  /** A query of the kind that drivers send: with its parameters beside it. */
  const extended = (client: pg.Client, sql: string) => client.query({ text: sql, values: [1] });

  const until = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('a transaction that holds the lock, sent as drivers do, keeps its snapshot: the build never ends', async () => {
    const [lock, builder] = [await connect(), await connect()];
    await lock.query('BEGIN');
    await extended(lock, 'SELECT pg_try_advisory_xact_lock($1)');
    expect(await run(BUILD, [lock, builder], builder)).toBe('hangs');
  });

  it('a second run that waits for the builder’s own lock: Postgres ends the build', async () => {
    const [builder, waiter] = [await connect(), await connect()];
    await builder.query('SELECT pg_advisory_lock(1)');
    waiter.query('SELECT pg_advisory_lock(1)').catch(() => {});
    // It has looked for a deadlock by then, and found none.
    await until(1300);
    expect(await run(BUILD, [builder, waiter], builder)).toBe('40P01');
  });

  it('REINDEX waits in the same way', async () => {
    const [lock, builder, waiter] = [await connect(), await connect(), await connect()];
    await builder.query('CREATE INDEX i ON t (a)');
    await lock.query('SELECT pg_advisory_lock(1)');
    waiter.query('SELECT pg_advisory_lock(1)').catch(() => {});
    await until(200);
    expect(await run('REINDEX INDEX CONCURRENTLY i', [lock, builder, waiter], builder)).toBe('hangs');
  });

  it('a lock of the session that is merely held, or tried again and again, stops nothing', async () => {
    const [lock, builder, waiter] = [await connect(), await connect(), await connect()];
    await extended(lock, 'SELECT pg_advisory_lock($1)');
    const polls = setInterval(() => extended(waiter, 'SELECT pg_try_advisory_lock($1)').catch(() => {}), 50);
    try {
      expect(await run(BUILD, [lock, builder], builder)).toBe('done');
    } finally {
      clearInterval(polls);
    }
  });

  it('DROP INDEX CONCURRENTLY waits for the table’s users alone', async () => {
    const [lock, builder, waiter] = [await connect(), await connect(), await connect()];
    await builder.query('CREATE INDEX i ON t (a)');
    await lock.query('SELECT pg_advisory_lock(1)');
    waiter.query('SELECT pg_advisory_lock(1)').catch(() => {});
    await until(200);
    expect(await run('DROP INDEX CONCURRENTLY i', [lock, builder, waiter], builder)).toBe('done');
  });
});
