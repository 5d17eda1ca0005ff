import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseServer, type ServerWish } from '../../src/servers/choose.js';
import { ServerUnavailable } from '../../src/servers/server.js';
import { rejection } from '../support/expect-error.js';
import { newestMajor, postgresBin, startService } from '../support/postgres.js';

const newest = newestMajor();
const wish: ServerWish = {
  choice: 'auto',
  databaseUrl: null,
  target: null,
  connectTimeout: 5,
  statementTimeout: 20,
};

describe('choosing a server', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const kindOf = async (changes: Partial<ServerWish>) => {
    const { server, notChecked } = await chooseServer({ ...wish, ...changes });
    const found = { kind: server?.kind, major: server?.major, notChecked };
    await server?.close();
    return found;
  };

  it('takes none when none is wished for', async () => {
    expect(await chooseServer({ ...wish, choice: 'none' })).toEqual({ server: null });
  });

  it.skipIf(newest === undefined)('takes the binaries of this machine when there is no URL', async () => {
    vi.stubEnv('MIGRATION_SAFETY_POSTGRES_BIN', postgresBin(newest as number));
    expect(await kindOf({})).toEqual({ kind: 'local', major: newest, notChecked: undefined });
    expect(await kindOf({ choice: 'local' })).toMatchObject({ kind: 'local' });
    expect(await kindOf({ choice: 'embedded' })).toMatchObject({ kind: 'embedded' });
  });

  it.skipIf(newest === undefined)('takes the service when there is a URL', async () => {
    const { url, stop } = await startService(newest as number);
    expect(await kindOf({ databaseUrl: url })).toMatchObject({ kind: 'service' });
    expect(await kindOf({ databaseUrl: url, choice: 'embedded' })).toMatchObject({ kind: 'embedded' });
    await stop();
  });

  it('does not put another server in the place of a service that is not there', async () => {
    const databaseUrl = 'postgres://postgres@127.0.0.1:1/postgres';
    const error = await rejection(chooseServer({ ...wish, databaseUrl, connectTimeout: 0 }), ServerUnavailable);
    expect(error.message).toContain('127.0.0.1:1 (1 try in 0 s, the last: ECONNREFUSED)');
  });

  it('wants a URL for a service', async () => {
    const error = await rejection(chooseServer({ ...wish, choice: 'service' }), ServerUnavailable);
    expect(error.message).toContain('database-url');
  });
});
