import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/migrations/recognise.js';
import { isCode, looksLikeMigration, rootOf } from '../../src/migrations/roots.js';
import { setOf } from '../support/file-set.js';

function seen(files: Record<string, string>, configs: Record<string, string> = {}, root = ''): string {
  const found = recognise(setOf(files, root, configs));
  if ('layouts' in found) return found.layouts.map(({ layout }) => layout.name).join(' or ');
  return [found.layout.name, ...(found.doubt ?? []).map(({ name }) => `${name}?`)].join(' ');
}

describe('a layout is recognised', () => {
  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['by nothing: plain', { '1_a.sql': 'SELECT 1;' }, {}, 'plain'],
    ['by names that one tool has', { 'V1__a.sql': '' }, {}, 'flyway'],
    [
      'by names that several have: plain, with a question',
      { '1_a.up.sql': '', '1_a.down.sql': '' },
      {},
      'plain golang-migrate? sqlx?',
    ],
    [
      'by a package: golang-migrate',
      { '1_a.up.sql': '' },
      { 'go.mod': 'require github.com/golang-migrate/migrate/v4 v4' },
      'golang-migrate',
    ],
    ['by a package: sqlx', { '1_a.up.sql': '' }, { 'Cargo.toml': '[dependencies]\nsqlx = "0.8"' }, 'sqlx'],
    [
      'by a package, files with plain names',
      { '1_a.sql': '' },
      { 'Cargo.toml': '[dependencies.sqlx]\nversion = "0.8"' },
      'sqlx',
    ],
    ['not by a package whose files look otherwise', { 'a.sql': '' }, { 'Cargo.toml': 'sqlx = "0.8"' }, 'plain'],
    ['by folders', { '2026-01-01-000000_a/up.sql': '' }, {}, 'diesel'],
    ['by folders of milliseconds', { '1767268800000_a/up.sql': '' }, {}, 'hasura'],
    ['by folders with a migration.sql', { '20260101_a/migration.sql': '' }, {}, 'prisma'],
    ['by a breakpoint', { '0_a.sql': 'SELECT 1;\n--> statement-breakpoint\nSELECT 2' }, {}, 'drizzle'],
    [
      'by a mark that beats a package',
      { '1_a.sql': '-- +goose Up\n' },
      { 'go.mod': 'github.com/golang-migrate/migrate/v4' },
      'goose',
    ],
    [
      'by no one’s guess where two left marks',
      { '1_a.sql': '-- +goose Up\n', '2_b.sql': '-- migrate:up\n' },
      {},
      'dbmate or goose',
    ],
    ['by a settings file', { '1_a.sql': '' }, { 'tern.conf': '' }, 'tern'],
    ['by a settings file of Atlas', { '1_a.sql': '' }, { 'atlas.hcl': '' }, 'atlas'],
    ['by sqitch’s', { 'deploy/a.sql': '' }, { 'sqitch.conf': '' }, 'sqitch'],
    ['not by deploy/ alone', { 'deploy/a.sql': '', 'revert/a.sql': '' }, {}, 'plain'],
    ['by a dump', { 'structure.sql': 'INSERT INTO "schema_migrations" (version) VALUES' }, {}, 'rails'],
    ['by sqlx’s mark', { '1_a.sql': '-- no-transaction\nSELECT 1;' }, {}, 'sqlx'],
    ['not by a mark in the middle of a line', { '1_a.sql': "SELECT '-- +goose Up';" }, {}, 'plain'],
  ])('%s', (_, files, configs, expected) => {
    expect(seen(files, configs)).toBe(expected);
  });
});

it('Drizzle’s settings name its folder', () => {
  const files = { 'db/out/20260101_a/migration.sql': '' };
  const config = (out: string) => ({ 'drizzle.config.ts': `export default { out: '${out}' }` });
  expect(seen(files, config('./db/out'), 'db/out/')).toBe('drizzle');
  expect(seen({ 'db/sql/1_a.sql': '' }, config('./db/out'), 'db/sql/')).toBe('plain');
  expect(seen({ 'drizzle/1_a.sql': '' }, { 'drizzle.config.ts': '' }, 'drizzle/')).toBe('drizzle');
});

describe('the folder of a migration', () => {
  it.each([
    ['db/migrations/1_a.sql', 'db/migrations/'],
    ['1_a.sql', ''],
    ['db/rollback/1_a.sql', 'db/'],
    ['db/deploy/sub/a.sql', 'db/'],
    ['deploy/a.sql', ''],
    ['deploy/migrations/1_a.sql', 'deploy/migrations/'],
    ['prisma/migrations/2026_a/migration.sql', 'prisma/migrations/'],
    ['migrations/default/17_a/up.sql', 'migrations/default/'],
    ['db/up.sql', 'db/'],
    ['drizzle/meta/_journal.json', 'drizzle/'],
    ['migrations/committed/000001.sql', 'migrations/'],
    ['migrations/current.sql', 'migrations/'],
    ['migrations/current/1.sql', 'migrations/'],
    ['db/changelog/changes/1.sql', 'db/changelog/'],
    ['src/main/resources/db/migration/2024/V1__a.sql', 'src/main/resources/db/migration/'],
    ['src/main/resources/db/migration/postgresql/V1__a.sql', 'src/main/resources/db/migration/postgresql/'],
    ['migrations/2024/001_a.sql', 'migrations/'],
    ['migrations/users/001_a.sql', 'migrations/users/'],
    ['migrations/1_a/metadata.toml', 'migrations/'],
  ])('%s', (path, root) => {
    expect(rootOf(path)).toBe(root);
  });
});

it('what belongs to migrations is told from code', () => {
  const ours = [
    'db/migrate/20260101000000_a.rb',
    'migrations/0007_a.py',
    'x/atlas.sum',
    'sql/R__a.sql',
    'x/revert/a.sql',
  ];
  const others = ['src/x.ts', 'docs/a.md', 'CHANGELOG.md', 'src/deploy/app.ts', 'report.sql', 'a/changelog.xml'];
  expect(ours.filter((path) => !looksLikeMigration(path))).toEqual([]);
  expect(others.filter((path) => looksLikeMigration(path))).toEqual([]);
  expect([isCode('m/00002_a.go'), isCode('m/a.go'), isCode('m/00002_a.sql')]).toEqual([true, false, false]);
});
