import { describe, expect, it } from 'vitest';
import { PostgresError, RunTimeExceeded, ServerLost, ServerUnavailable } from '../../src/servers/server.js';
import { explain, wantsStack, whyNot, withoutSecrets } from '../../src/system/faults.js';
import { UsageError } from '../../src/system/usage-error.js';

const refusal = (code: string, over: object = {}) =>
  Object.assign(new Error(`${code}: in the system's words`), { code, syscall: 'open', path: '/srv/report', ...over });

describe('explain', () => {
  it.each([new UsageError('x: y.'), new ServerUnavailable('x: y.'), new RunTimeExceeded('x: y.')])(
    'lets words for people stand: %s',
    (error) => {
      expect(explain(error)).toMatchObject({ message: 'x: y.', isBug: false });
    },
  );

  it.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EMFILE', 'EIO', 'ENOMEM'])(
    'names the place and the remedy of %s',
    (code) => {
      const { message, isBug } = explain(refusal(code));
      expect(isBug).toBe(false);
      expect(message).toMatch(/^\/srv\/report: .+\.$/);
      expect(message).not.toContain('in the system');
    },
  );

  it.each([
    Object.assign(new Error("Cannot find module '/opt/ms/dist/7.js' imported from x"), {
      code: 'ERR_MODULE_NOT_FOUND',
    }),
    new Error("Aborted(Error: ENOENT: no such file or directory, open '/opt/ms/dist/7.wasm'). Build with -s"),
  ])('knows an installation that is not whole: %s', (error) => {
    expect(explain(error)).toMatchObject({
      message: expect.stringMatching(/^A part of migration-safety is missing, \/opt\/ms\/dist\/7\.(js|wasm): install/),
      isBug: false,
    });
  });

  it('knows programs, the network and the server', () => {
    expect(explain(refusal('ENOENT', { syscall: 'spawn pg_dump', path: 'pg_dump' })).message).toContain(
      'pg_dump could not be started: install it',
    );
    expect(explain(refusal('ECONNREFUSED', { syscall: 'connect' }))).toMatchObject({ isBug: false });
    expect(explain(new ServerLost('gone'))).toMatchObject({ isBug: false });
    const full = new PostgresError({ message: 'sorry, too many clients already', sqlstate: '53300' } as never);
    expect(explain(full).message).toMatch(/53300: sorry, too many clients.*look at/);
  });

  it.each([new TypeError('x\n  is undefined'), refusal('EWHAT'), 'x is undefined', undefined, null, { a: 1 }])(
    'calls everything else a bug, in one line: %s',
    (error) => {
      const { message, isBug } = explain(error);
      expect(isBug).toBe(true);
      expect(message).toMatch(/^This is a bug of migration-safety, please report it: .+$/);
    },
  );
});

describe('whyNot', () => {
  it('is one line for anything', () => {
    expect(whyNot(refusal('ENOSPC'))).toContain('no space is left');
    expect(whyNot(new Error('a\nb'))).toBe('a b');
    expect(whyNot('text')).toBe('text');
  });
});

describe('withoutSecrets', () => {
  it.each([
    ['postgres://ci:hunter2@db/app is away', 'postgres://ci:***@db/app is away'],
    ['postgres://ci:p@ss@db/app', 'postgres://ci:***@db/app'],
    ['see https://docs.example/a@b and http://x:80/y', 'see https://docs.example/a@b and http://x:80/y'],
    ['the token is t0ken-long, t0ken', 'the token is ***, ***'],
  ])('%s', (text, shown) => {
    expect(withoutSecrets(text, ['', 't0ken', 't0ken-long'])).toBe(shown);
  });
});

describe('wantsStack', () => {
  it('is asked for in the environment alone', () => {
    expect(
      [{}, { RUNNER_DEBUG: '0' }, { DEBUG: '' }, { DEBUG: '0' }, { DEBUG: 'false' }].map(wantsStack),
    ).not.toContain(true);
    expect([{ RUNNER_DEBUG: '1' }, { DEBUG: '1' }, { DEBUG: '*' }].map(wantsStack)).not.toContain(false);
  });
});
