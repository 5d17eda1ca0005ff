/** Folders that Atlas keeps in another tool's format. */
import { describe, expect, it } from 'vitest';
import { scriptsOf } from '../../src/migrations/find.js';
import { hashesOf, totalOf } from '../../src/migrations/layouts/atlas-sum.js';
import { recognise } from '../../src/migrations/recognise.js';
import { setOf } from '../support/file-set.js';

/** `atlas.sum` over these files, in this order. */
function sumOf(files: Record<string, string>, names = Object.keys(files)): string {
  const hashes = hashesOf(
    names.map((path) => ({ path, text: files[path] ?? '' })),
    ({ path }) => path,
  );
  return [`h1:${totalOf(hashes)}`, ...[...hashes].map(([name, hash]) => `${name} h1:${hash}`), ''].join('\n');
}

function read(files: Record<string, string>, configs: Record<string, string> = {}) {
  const set = setOf(files, '', configs);
  const found = recognise(set);
  if ('layouts' in found) throw new Error('ambiguous');
  const { migrations, problems } = found.layout.read(set);
  return {
    layout: found.layout.name,
    reason: found.reason,
    ids: migrations.map((migration) => [migration.id, ...scriptsOf(migration).map(({ role }) => role)].join(' ')),
    sent: migrations.map(({ up }) => up.transaction),
    said: problems.map(({ path, line, message }) => `${path}:${line} ${message}`),
  };
}

const UP_DOWN = {
  '20260101000000_a.up.sql': 'CREATE TABLE a (id int);',
  '20260101000000_a.down.sql': 'DROP TABLE a;',
  '20260102000000_b.up.sql': 'CREATE TABLE b (id int);',
  '20260102000000_b.down.sql': 'DROP TABLE b;',
};
const UPS = Object.keys(UP_DOWN).filter((name) => name.endsWith('.up.sql'));
const GOOSE = {
  '1_a.sql': '-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n',
  '2_b.sql': '-- +goose Up\nSELECT 1;',
};
const DBMATE = { '1_a.sql': '-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n' };
const LIQUIBASE = { '1_a.sql': '--liquibase formatted sql\n--changeset atlas:1-1\nSELECT 1;\n--rollback SELECT 2;\n' };
const FLYWAY = {
  'V2__b.sql': 'SELECT 2;',
  'V10__c.sql': 'SELECT 3;',
  'U10__c.sql': 'SELECT 4;',
  'R__v.sql': 'SELECT 5;',
  'sub/V1__a.sql': 'SELECT 1;',
};
const FLYWAY_LISTED = ['sub/V1__a.sql', 'V2__b.sql', 'V10__c.sql', 'R__v.sql'];

describe('the format is told from the files beside atlas.sum', () => {
  it.each<[string, Record<string, string>, string[] | undefined, string[]]>([
    ['golang-migrate', UP_DOWN, UPS, ['20260101000000_a up down', '20260102000000_b up down']],
    ['goose', GOOSE, undefined, ['1_a up down', '2_b up']],
    ['dbmate', DBMATE, undefined, ['1_a up down']],
    ['liquibase', LIQUIBASE, undefined, ['atlas:1-1 up down']],
    ['flyway', FLYWAY, FLYWAY_LISTED, ['V1__a up', 'V2__b up', 'V10__c up down', 'R__v up']],
  ])('%s', (layout, files, listed, ids) => {
    const found = read({ ...files, 'atlas.sum': sumOf(files, listed) });
    expect(found).toMatchObject({ layout, ids, said: [], reason: expect.stringMatching(/ beside atlas\.sum$/) });
  });

  it('and stays Atlas’ own where they have no tool’s marks', () => {
    const files = { '20260101000000_a.sql': 'SELECT 1;', '20260102000000_b.sql': 'SELECT 1;' };
    expect(read({ ...files, 'atlas.sum': sumOf(files) })).toMatchObject({ layout: 'atlas', said: [] });
  });
});

describe('the format is told from atlas.hcl', () => {
  const hcl = (block: string, more = '') => ({
    'atlas.hcl': `env "local" {\n  migration {\n    ${block}\n  }\n}\n${more}`,
  });
  it.each<[string, Record<string, string>, string]>([
    ['as an attribute', hcl('dir = "file://."\n    format = golang-migrate'), 'golang-migrate'],
    ['in quotes', hcl('dir = "file://."\n    format = "golang-migrate"'), 'golang-migrate'],
    ['in the address', hcl('dir = "file://.?format=golang-migrate"'), 'golang-migrate'],
    ['whose folder is a variable', hcl('dir = var.dir\n    format = golang-migrate'), 'golang-migrate'],
    ['as Atlas’ own', hcl('dir = "file://."\n    format = atlas'), 'atlas'],
    ['that is a comment', hcl('dir = "file://."\n    # format = goose'), 'golang-migrate'],
    ['of another folder', hcl('dir = "file://other"\n    format = goose'), 'golang-migrate'],
  ])('%s', (_, configs, layout) => {
    expect(read({ ...UP_DOWN, 'atlas.sum': sumOf(UP_DOWN) }, configs).layout).toBe(layout);
  });

  it('without atlas.sum, too', () => {
    const configs = { ...hcl('dir = "file://."\n    format = golang-migrate'), 'go.mod': 'golang-migrate/migrate/v4' };
    expect(read(UP_DOWN, configs)).toMatchObject({ layout: 'golang-migrate', said: [] });
    expect(read(UP_DOWN, { 'atlas.hcl': '', 'go.mod': 'golang-migrate/migrate/v4' }).layout).toBe('golang-migrate');
    const other = { 'atlas.hcl': 'env "a" {\n  migration {\n    dir = "file://a/migrations"\n  }\n}' };
    expect(read({ '1_a.sql': 'SELECT 1;' }, other).layout).toBe('plain');
  });
});

describe('atlas.sum', () => {
  const said = (files: Record<string, string>, sum: string) => read({ ...files, 'atlas.sum': sum }).said;

  it('says that an up is missing in it, or was edited; downs are none of its business', () => {
    expect(said(UP_DOWN, sumOf(UP_DOWN, UPS.slice(0, 1)))).toEqual([
      expect.stringMatching(/^atlas\.sum:1 `atlas\.sum` doesn’t list `20260102000000_b\.up\.sql`/),
    ]);
    const edited = { ...UP_DOWN, '20260102000000_b.up.sql': 'SELECT 1;' };
    expect(said(edited, sumOf(UP_DOWN, UPS))).toEqual([
      expect.stringMatching(/^atlas\.sum:3 The checksum of `20260102000000_b\.up\.sql` in `atlas\.sum` is another one/),
    ]);
    const down = { ...UP_DOWN, '20260102000000_b.down.sql': 'DROP TABLE IF EXISTS b;' };
    expect(said(down, sumOf(UP_DOWN, UPS))).toEqual([]);
  });

  it('may list the downs, as Ent writes it: then they count', () => {
    const all = Object.keys(UP_DOWN).sort();
    expect(said(UP_DOWN, sumOf(UP_DOWN, all))).toEqual([]);
    const down = { ...UP_DOWN, '20260102000000_b.down.sql': 'DROP TABLE IF EXISTS b;' };
    expect(said(down, sumOf(UP_DOWN, all))).toEqual([
      expect.stringMatching(/^atlas\.sum:4 The checksum of `20260102000000_b\.down\.sql`/),
    ]);
  });

  it('lists of Flyway’s files what is later than the newest baseline', () => {
    const files = { ...FLYWAY, 'B2__base.sql': 'SELECT 1;' };
    expect(said(files, sumOf(files, ['B2__base.sql', 'V10__c.sql', 'R__v.sql']))).toEqual([]);
    expect(said(files, sumOf(files, ['V10__c.sql', 'R__v.sql']))).toEqual([expect.stringMatching(/B2__base\.sql/)]);
  });
});
