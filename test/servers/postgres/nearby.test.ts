import { describe, expect, it } from 'vitest';
import { isNearby, refuseRemote } from '../../../src/servers/postgres/nearby.js';
import { ServerUnavailable } from '../../../src/servers/server.js';

describe('hosts that a rehearsal may use unasked', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'db.localhost',
    '127.0.0.1',
    '127.1',
    '127.255.0.9',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '0.0.0.0',
    '/var/run/postgresql',
    'postgres',
    'db',
    'postgres-17',
    'my_service',
    'host.docker.internal',
    'gateway.docker.internal',
    'host.containers.internal',
    'pg.orb.local',
  ])('%s', (host) => {
    expect(isNearby(host)).toBe(true);
    expect(() => refuseRemote(host)).not.toThrow();
  });
});

describe('hosts that somebody else may depend on', () => {
  it.each([
    'shop.c9akciq32.eu-central-1.rds.amazonaws.com',
    'ep-cool-darkness-123456.eu-central-1.aws.neon.tech',
    'db.internal',
    'postgres.default.svc.cluster.local',
    '10.0.0.5',
    '172.31.4.4',
    '192.168.1.10',
    '169.254.169.254',
    '127.0.0.1.example.com',
    'localhost.example.com',
    'docker.internal.example.com',
    'evildocker.internal',
    // 10.0.0.1, as the system's resolver reads it.
    '167772161',
    '0x0a000001',
    'fd12:3456::1',
    '[2001:db8::1]',
    '::ffff:10.0.0.1',
    'a,b.example.com',
    '',
  ])('%j', (host) => {
    expect(isNearby(host)).toBe(false);
    expect(() => refuseRemote(host)).toThrow(ServerUnavailable);
    expect(() => refuseRemote(host)).toThrow('allow-remote-database');
  });
});
