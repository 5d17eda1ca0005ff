import { describe, expect, it } from 'vitest';
import { findMigrations, scriptsOf } from '../../src/migrations/find.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { fixtureFolder } from '../support/file-set.js';
import { settingsFor } from '../support/settings.js';

const grammar = await loadGrammar();

interface Expected {
  layout: string;
  root: string;
  reason: RegExp;
  /** Each migration: its id, how its up script is sent, and its other scripts. */
  migrations: string[];
}

const steps = (ids: string[], more: Record<number, string> = {}, rest = 'per-script, down') =>
  ids.map((id, index) => `${id}: ${more[index] ?? rest}`);

const FIXTURES: Record<string, Expected> = {
  atlas: {
    layout: 'atlas',
    root: 'migrations/',
    reason: /migrations\/atlas\.sum/,
    migrations: steps(
      ['20260101120000_create_orders', '20260102120000_alone', '20260103120000_beside', '20260104120000_marked'],
      { 3: 'autocommit' },
      'per-script',
    ),
  },
  dbmate: {
    layout: 'dbmate',
    root: 'db/migrations/',
    reason: /"-- migrate:up" in db\/migrations\/20260101120000_create_orders\.sql/,
    migrations: steps(
      [
        '20260101120000_create_orders',
        '20260102120000_alone',
        '20260103120000_beside',
        '20260104120000_marked',
        '20260105120000_marked_beside',
      ],
      { 3: 'single-query, down', 4: 'single-query, down' },
    ),
  },
  diesel: {
    layout: 'diesel',
    root: 'migrations/',
    reason: /migrations\/2026-01-04-120000_marked\/metadata\.toml/,
    migrations: steps(
      [
        '2026-01-01-120000_create_orders',
        '2026-01-02-120000_alone',
        '2026-01-03-120000_beside',
        '2026-01-04-120000_marked',
        '2026-01-05-120000_marked_beside',
      ],
      { 3: 'single-query, down', 4: 'single-query, down' },
    ),
  },
  drizzle: {
    layout: 'drizzle',
    root: 'drizzle/',
    reason: /drizzle\/meta\/_journal\.json/,
    migrations: steps(['0000_create_orders', '0001_alone', '0002_beside', '0003_marked'], {}, 'per-run'),
  },
  flyway: {
    layout: 'flyway',
    root: 'src/main/resources/db/migration/',
    reason: /flyway\.conf/,
    migrations: steps(
      ['V1__create_orders', 'V2__alone', 'V3__beside', 'V4__marked', 'V4_1__grants', 'R__open_orders'],
      {
        1: 'autocommit, down',
        3: 'autocommit, down',
        5: 'per-script',
      },
    ),
  },
  'golang-migrate': {
    layout: 'golang-migrate',
    root: 'db/migrations/',
    reason: /golang-migrate in go\.mod/,
    migrations: steps(['000001_create_orders', '000002_alone', '000003_beside'], {}, 'single-query, down'),
  },
  goose: {
    layout: 'goose',
    root: 'migrations/',
    reason: /"-- \+goose Up" in migrations\/00001_create_orders\.sql/,
    migrations: steps(['00001_create_orders', '00002_alone', '00003_beside', '00004_marked', '00005_touch'], {
      3: 'autocommit, down',
    }),
  },
  'graphile-migrate': {
    layout: 'graphile-migrate',
    root: 'migrations/',
    reason: /migrations\/committed\/000001-create_orders\.sql/,
    migrations: steps(
      [
        'committed/000001-create_orders',
        'committed/000002-alone',
        'committed/000003-beside',
        'committed/000004-marked',
        'committed/000005-marked_beside',
      ],
      { 3: 'single-query', 4: 'single-query' },
      'per-script',
    ),
  },
  hasura: {
    layout: 'hasura',
    root: 'migrations/default/',
    reason: /config\.yaml/,
    migrations: steps(['1767268800000_create_orders', '1767355200000_alone', '1767441600000_beside']),
  },
  liquibase: {
    layout: 'liquibase',
    root: 'db/changelog/',
    reason: /"--liquibase formatted sql"/,
    migrations: steps(['ada:create-orders', 'ada:alone', 'ada:beside', 'ada:marked', 'bob:last-word'], {
      3: 'autocommit, down',
      4: 'per-script',
    }),
  },
  'node-pg-migrate': {
    layout: 'node-pg-migrate',
    root: 'migrations/',
    reason: /"-- Up Migration"/,
    migrations: steps(
      ['1767268800000_create_orders', '1767355200000_alone', '1767441600000_beside', '1767528000000_marked.sql'],
      { 3: 'autocommit, down' },
      'per-run, down',
    ),
  },
  plain: {
    layout: 'plain',
    root: 'db/migrations/',
    reason: /no migration tool detected/,
    migrations: steps(
      ['2026-01-01_create_orders', '2026-01-02_alone', '2026-01-03_beside', '2026-01-04_marked'],
      { 3: 'autocommit, verify, down' },
      'autocommit, down',
    ),
  },
  pop: {
    layout: 'pop',
    root: 'migrations/',
    reason: /create_orders\.mysql\.up\.sql/,
    migrations: steps(
      [
        '20260101000000000000_create_orders',
        '20260102000000000000_alone',
        '20260103000000000000_beside',
        '20260104000000000000_marked',
        '20260105000000000000_marked_beside',
      ],
      { 3: 'single-query, down', 4: 'single-query, down' },
    ),
  },
  'postgres-migrations': {
    layout: 'postgres-migrations',
    root: 'migrations/',
    reason: /"-- postgres-migrations disable-transaction"/,
    migrations: steps(
      ['0001_create_orders', '0002_alone', '0003_beside', '0004_marked', '0005_marked_beside'],
      { 3: 'single-query', 4: 'single-query' },
      'per-script',
    ),
  },
  prisma: {
    layout: 'prisma',
    root: 'prisma/migrations/',
    reason: /migration_lock\.toml/,
    migrations: steps(
      ['20260101120000_create_orders', '20260102120000_alone', '20260103120000_beside'],
      {},
      'single-query',
    ),
  },
  'prisma-splits': {
    layout: 'prisma',
    root: 'prisma/migrations/',
    reason: /migration_lock\.toml/,
    migrations: steps(
      ['20260101120000_create_orders', '20260102120000_alone', '20260103120000_beside'],
      { 0: 'single-query' },
      'autocommit',
    ),
  },
  sqitch: {
    layout: 'sqitch',
    root: '',
    reason: /sqitch\.plan/,
    migrations: steps(
      ['zz_orders', 'alone', 'beside', 'marked'],
      { 0: 'autocommit, verify, down' },
      'autocommit, down',
    ),
  },
  'sql-migrate': {
    layout: 'sql-migrate',
    root: 'migrations/',
    reason: /"-- \+migrate Up"/,
    migrations: steps(['1-create_orders.sql', '2-alone.sql', '3-beside.sql', '4-marked.sql'], {
      3: 'autocommit, down',
    }),
  },
  sqlx: {
    layout: 'sqlx',
    root: 'migrations/',
    reason: /"-- no-transaction" in|sqlx in Cargo\.toml/,
    migrations: steps(
      [
        '20260101120000_create_orders',
        '20260102120000_alone',
        '20260103120000_beside',
        '20260104120000_marked',
        '20260105120000_marked_beside',
      ],
      { 3: 'single-query, down', 4: 'single-query, down' },
    ),
  },
  supabase: {
    layout: 'supabase',
    root: 'supabase/migrations/',
    reason: /supabase\/config\.toml/,
    migrations: steps(
      ['20260101120000_create_orders', '20260102120000_alone', '20260103120000_beside'],
      { 0: 'per-script' },
      'autocommit',
    ),
  },
  'supabase-batched': {
    layout: 'supabase',
    root: 'supabase/migrations/',
    reason: /supabase\/config\.toml/,
    migrations: steps(
      ['20260101120000_create_orders', '20260102120000_alone', '20260103120000_beside'],
      {},
      'per-script',
    ),
  },
  tern: {
    layout: 'tern',
    root: 'migrations/',
    reason: /create above \/ drop below/,
    migrations: steps(['001_create_orders', '002_alone', '003_beside', '004_marked'], { 3: 'autocommit, down' }),
  },
};

describe.each(Object.entries(FIXTURES))('%s', (name, { layout, root, reason, migrations }) => {
  const cwd = fixtureFolder(name);

  it('is recognised, and read in order with its parts', async () => {
    const found = await findMigrations({ paths: ['.'] }, settingsFor(cwd), cwd);
    expect(found.layouts).toEqual([{ root, layout, reason: expect.stringMatching(reason) }]);
    const shown = found.changed.map((migration) => {
      const others = scriptsOf(migration).slice(1);
      return [`${migration.id}: ${migration.up.transaction}`, ...others.map(({ role }) => role)].join(', ');
    });
    expect(shown).toEqual(migrations);
    expect(found.problems).toEqual([]);
    expect(found.unreadable).toEqual([]);
  });

  it('keeps every statement in its place', async () => {
    const found = await findMigrations({ paths: ['.'] }, settingsFor(cwd), cwd);
    for (const script of found.changed.flatMap(scriptsOf)) {
      const { statements } = grammar.parseScript(script);
      expect(statements.filter(({ syntaxError }) => syntaxError)).toEqual([]);
      // Placeholders are the only text that isn't the file's.
      if (script.fills) {
        expect(script.file.text).toContain('${');
        continue;
      }
      expect(script.sql).toHaveLength(script.file.text.length);
      for (const { start, end, sql } of statements) expect(sql).toBe(script.sql.slice(start, end));
      const blanked = [...script.sql].every((char, at) => char === script.file.text[at] || /[\s;]/.test(char));
      expect(blanked).toBe(true);
    }
  });
});

it('covers every layout', () => {
  const covered = new Set([...Object.values(FIXTURES).map(({ layout }) => layout), 'markdown', 'rails']);
  expect(LAYOUTS.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  expect(LAYOUTS.map(({ name }) => name)).toEqual(LAYOUTS.map(({ name }) => name).sort());
});
