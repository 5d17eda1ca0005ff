import { describe, expect, it } from 'vitest';
import { databasesOf } from '../../src/cli/init/databases.js';
import { imageVersion, toolVersion } from '../../src/cli/init/production-version.js';

describe('an image’s version of PostgreSQL', () => {
  it.each([
    ['    image: postgres:17', 17],
    ["    image: 'postgres:16.2-alpine3.20' # the one of production", 16],
    ['image: docker.io/library/postgres:18beta1', 18],
    ['    - image: postgis/postgis:15-3.4', 15],
    ['image: pgvector/pgvector:pg17', 17],
    ['image: pgvector/pgvector:0.8.0-pg16', 16],
    ['image: timescale/timescaledb:latest-pg16', 16],
    ['image: timescale/timescaledb:2.17.2-pg15', 15],
    ['image: supabase/postgres:15.1.0.147', 15],
    ['image: bitnami/postgresql:17.4.0', 17],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is compose's.
    ['image: postgres:${POSTGRES_VERSION:-16}-alpine', 16],
    ['  - name: postgres:16', 16],
    ['      - image: cimg/postgres:17.2', 17],
  ])('of %j is %i', (line, major) => {
    expect(imageVersion(line)).toBe(major);
  });

  it.each([
    'image: postgres',
    'image: postgres:latest',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is GitHub's.
    'image: postgres:${{ matrix.postgres }}',
    'image: redis:17',
    'image: timescale/timescaledb:17.1',
    'image: postgrest/postgrest:12',
    '# image: postgres:15',
    'image: acme/app:17',
    'image: postgres:9.6',
  ])('is not known from %j', (line) => {
    expect(imageVersion(line)).toBeNull();
  });
});

describe('a version manager’s', () => {
  it.each([
    ['postgres 17.2', 17],
    ['postgresql   16', 16],
    ['postgres = "18"', 18],
    ['postgres = ["15.1"]', 15],
    ['nodejs 20.1.0', null],
    ['postgres latest', null],
    ['# postgres 15', null],
  ])('%j says %j', (line, major) => {
    expect(toolVersion(line)).toBe(major);
  });
});

describe('the databases of a repository', () => {
  it.each<[string[], string[], string[]]>([
    [['db/migrations/'], [], ['.']],
    [['services/a/migrations/', 'services/b/db/migrate/'], [], ['services/a', 'services/b']],
    [['apps/a/prisma/migrations/', 'apps/a/supabase/migrations/'], [], ['apps/a']],
    [['apps/a/src/db/migrations/'], ['apps/a'], ['apps/a']],
    [['packages/db/migrations/'], ['packages/db'], ['packages/db']],
    [['migrations/', 'examples/x/migrations/', 'test/fixtures/y/'], [], ['.']],
    [['src/main/resources/db/migration/'], [], ['.']],
    [[''], [], ['.']],
  ])('with migrations in %j are %j', (roots, projects, databases) => {
    expect(databasesOf(roots, new Set(projects))).toEqual(databases);
  });
});
