/** A program of the user's gets an address that leads to the rehearsal's database, and never to another. */
import { expect, it } from 'vitest';
import { environmentOf } from '../../../src/servers/postgres/environment.js';
import { withoutSecrets } from '../../../src/system/run-program.js';

it.each([
  [
    { connectionString: 'postgres://role:s%20t@db:5433/scratch' },
    'postgresql://role:s%20t@db:5433/scratch',
    { PGHOST: 'db', PGPORT: '5433', PGUSER: 'role', PGPASSWORD: 's t', PGDATABASE: 'scratch' },
  ],
  [
    { connectionString: 'postgres://role:x@localhost/scratch?host=/run/pg' },
    'postgresql://role:x@localhost:5432/scratch?host=%2Frun%2Fpg',
    { PGHOST: '/run/pg', PGPORT: '5432' },
  ],
  [
    { host: '127.0.0.1', port: 5999, user: 'role', password: 'x', database: 'scratch' },
    'postgresql://role:x@127.0.0.1:5999/scratch',
    { PGHOST: '127.0.0.1', PGPORT: '5999' },
  ],
])('is that of %j', (config, url, variables) => {
  expect(environmentOf(config)).toMatchObject({ DATABASE_URL: url, ...variables });
});

it('is refused rather than left to a driver’s default', () => {
  expect(() => environmentOf({ user: 'role' })).toThrow('no address');
});

it('comes without our own tokens, inputs and server', () => {
  const env = { PATH: '/bin', GITHUB_TOKEN: 'a', INPUT_X: 'b', MIGRATION_SAFETY_DATABASE_URL: 'c' };
  expect(withoutSecrets(env)).toEqual({ PATH: '/bin' });
});
