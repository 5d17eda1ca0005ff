import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FILE_NAME } from '../../src/settings/find-file.js';
import { resolveSettings } from '../../src/settings/resolve.js';
import { UsageError } from '../../src/system/usage-error.js';
import { rejection } from '../support/expect-error.js';
import { settingsFor } from '../support/settings.js';

const dir = mkdtempSync(join(tmpdir(), 'resolve-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
mkdirSync(join(dir, 'service/db/migrations'), { recursive: true });
mkdirSync(join(dir, '.github'), { recursive: true });
mkdirSync(join(dir, 'bare/.git'), { recursive: true });
writeFileSync(
  join(dir, 'service', FILE_NAME),
  'fail-on: warning\nbaseline: schema.sql\nseed: [a.sql, b/c.sql]\nmigrations: db/**\nrules:\n  a-b: off\n',
);
writeFileSync(join(dir, 'service/db/migrations/1.sql'), '');
writeFileSync(join(dir, '.github/safety.yml'), 'baseline: db/schema.sql\n');

const service = join(dir, 'service');
const resolved = (inputs: Record<string, string | undefined>, from?: string, cwd = dir) =>
  resolveSettings({ inputs, cwd, ...(from && { from }) });

describe('settings', () => {
  it('are the defaults where nobody said anything', async () => {
    const { server, ...rest } = settingsFor(join(dir, 'bare'));
    expect(await resolved({}, undefined, join(dir, 'bare'))).toEqual({
      ...rest,
      server: 'auto',
      cache: true,
      place: expect.any(Function),
    });
    expect(server).toBe('none');
  });

  it('come from the file nearest to what is checked; its paths are relative to it', async () => {
    for (const from of [
      service,
      join(service, 'db'),
      join(service, 'db/migrations/1.sql'),
      'service/db/migrations/1.sql',
    ]) {
      expect(await resolved({}, from)).toMatchObject({
        root: service,
        file: join(service, FILE_NAME),
        failOn: 'warning',
        migrations: ['db/**'],
        baseline: [join(service, 'schema.sql')],
        seed: [join(service, 'a.sql'), join(service, 'b/c.sql')],
        rules: { 'a-b': 'off' },
      });
    }
  });

  it('come from inputs before the file; typed paths are relative to where they were typed', async () => {
    expect(
      await resolved({ 'fail-on': 'never', baseline: 'x.sql', seed: '', server: undefined }, service),
    ).toMatchObject({
      failOn: 'never',
      baseline: [join(dir, 'x.sql')],
      seed: [join(service, 'a.sql'), join(service, 'b/c.sql')],
      server: 'auto',
    });
  });

  it('may be in a file that is named', async () => {
    expect(await resolved({ config: `service/${FILE_NAME}` })).toMatchObject({ root: service, failOn: 'warning' });
    expect((await rejection(resolved({ config: 'none.yml' }), UsageError)).message).toBe(
      'config: none.yml: there is no such file.',
    );
  });

  it('kept in a folder such as .github speak of the folder above', async () => {
    expect(await resolved({ config: '.github/safety.yml' })).toMatchObject({
      root: dir,
      baseline: [join(dir, 'db/schema.sql')],
    });
  });

  it('are read from text', async () => {
    const inputs = {
      migrations: 'a/*.sql, b/*.sql\n\n c.sql \n',
      'postgres-version': '17',
      'connect-timeout': '5',
      'database-url': 'postgres://x',
      transaction: 'per-script',
    };
    expect(await resolved(inputs)).toMatchObject({
      migrations: ['a/*.sql', 'b/*.sql', 'c.sql'],
      postgresVersion: 17,
      connectTimeout: 5,
      databaseUrl: 'postgres://x',
      transaction: 'per-script',
    });
  });

  it('are refused all at once, by the input’s name', async () => {
    const inputs = { 'postgres-version': 'seventeen', 'fail-on': 'fatal', server: 'docker', 'statement-timeout': '0' };
    const { message } = await rejection(resolved(inputs), UsageError);
    expect(message.split('\n').sort()).toEqual([
      'fail-on: expected one of error, warning, info, never, got "fatal".',
      'postgres-version: expected a major version, such as 17, got "seventeen".',
      'server: expected one of auto, service, local, embedded, none, got "docker".',
      'statement-timeout: expected at least 1 second, got 0.',
    ]);
  });
});
