import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/settings/settings.js';
import { foundOnBranch } from '../support/branch.js';
import type { Files } from '../support/workspace.js';

/** What is found where a branch changes these files; `blind`: the base branch's texts can't be read. */
async function branch(main: Files, change: Files, over: Partial<Settings> & { blind?: boolean } = {}) {
  const found = await foundOnBranch(main, change, over);
  return {
    changed: found.changed.map(({ id }) => id),
    baseline: found.baseline.map(({ file, sql }) =>
      sql.trim() === file.text.trim() ? file.path : `${file.path}: ${sql.trim()}`,
    ),
    problems: found.problems.map(({ rule, severity, path, line }) => `${severity ?? '-'} ${rule} ${path}:${line}`),
    messages: found.problems.map(({ message }) => message).join('\n'),
    notChecked: found.notChecked.map(({ check, reason }) => `${check}: ${reason}`),
    found,
  };
}

const goose = (up: string, down = '') => `-- +goose Up\n${up}\n-- +goose Down\n${down}\n`;
const GOOSE: Files = {
  'migrations/00001_a.sql': goose('CREATE TABLE a ();', 'DROP TABLE a;'),
  'migrations/00002_b.sql': goose('CREATE TABLE b ();', 'DROP TABLE b;'),
  'migrations/00003_c.sql': goose('CREATE TABLE c ();', 'DROP TABLE c;'),
};

describe('a change of sqitch', () => {
  const plan = (...lines: string[]) =>
    `%project=x\n${lines.map((line) => `${line} 2026-01-01T00:00:00Z A <a@x>\n`).join('')}`;
  const main: Files = {
    'sqitch.plan': plan('views/a', '@v1', 'b', '@v2'),
    'deploy/views/a.sql': 'CREATE VIEW v AS SELECT 1;',
    'revert/views/a.sql': 'DROP VIEW v;',
    'verify/views/a.sql': 'SELECT 1 FROM v;',
    'deploy/b.sql': 'CREATE TABLE b ();',
    'revert/b.sql': 'DROP TABLE b;',
  };
  const rework: Files = {
    'sqitch.plan': plan('views/a', '@v1', 'b', '@v2', 'views/a [views/a@v2]'),
    'deploy/views/a@v2.sql': 'CREATE VIEW v AS SELECT 1;',
    'revert/views/a@v2.sql': 'DROP VIEW v;',
    'verify/views/a@v2.sql': 'SELECT 1 FROM v;',
    'deploy/views/a.sql': 'CREATE OR REPLACE VIEW v AS SELECT 2;',
    'revert/views/a.sql': 'CREATE OR REPLACE VIEW v AS SELECT 1;',
  };

  it('may be reworked: its earlier version is in the baseline, and the new one is new', async () => {
    expect(await branch(main, rework)).toMatchObject({
      changed: ['views/a'],
      baseline: ['deploy/views/a@v2.sql', 'deploy/b.sql'],
      problems: [],
      notChecked: [],
    });
  });

  it('is edited where the copy of its earlier version reads otherwise', async () => {
    const edited = { ...rework, 'deploy/views/a@v2.sql': 'CREATE VIEW v AS SELECT 3;' };
    expect((await branch(main, edited)).problems).toEqual(['warning migration-edited deploy/views/a@v2.sql:1']);
  });

  it('is edited where no rework was planned, and renamed where the plan has another name', async () => {
    const edited = { 'deploy/b.sql': 'CREATE TABLE b (id int);' };
    expect((await branch(main, edited)).problems).toEqual(['warning migration-edited deploy/b.sql:1']);
    const renamed = {
      'sqitch.plan': plan('views/a', '@v1', 'c', '@v2'),
      'deploy/b.sql': null,
      'revert/b.sql': null,
      'deploy/c.sql': 'CREATE TABLE b ();',
      'revert/c.sql': 'DROP TABLE b;',
    };
    expect((await branch(main, renamed)).problems).toEqual(['error migration-renamed deploy/c.sql:1']);
  });

  it('has its scripts in sub-folders, of which one alone may change', async () => {
    const added = {
      'sqitch.plan': plan('views/a', '@v1', 'b', '@v2', 'views/c'),
      'deploy/views/c.sql': 'CREATE VIEW c AS SELECT 1;',
      'revert/views/c.sql': 'DROP VIEW c;',
      'verify/views/c.sql': 'SELECT 1 FROM c;',
    };
    expect(await branch(main, added)).toMatchObject({ changed: ['views/c'], problems: [], notChecked: [] });
    const down = { 'revert/views/a.sql': 'DROP VIEW IF EXISTS v;', 'other/verify/views/x.sql': 'SELECT 1;' };
    expect(await branch(main, down)).toMatchObject({
      changed: ['views/a'],
      notChecked: [
        expect.stringMatching(/^other\/verify\/views\/x\.sql: neither the folder nor the name/),
        expect.stringMatching(/^deploy\/b\.sql: later than/),
      ],
    });
  });
});

describe('a merged migration', () => {
  it('that is edited is said; what comes later is left out of the baseline', async () => {
    const edited = { 'migrations/00002_b.sql': goose('CREATE TABLE b (id int);', 'DROP TABLE b;') };
    expect(await branch(GOOSE, edited)).toMatchObject({
      changed: ['00002_b'],
      baseline: [expect.stringMatching(/^migrations\/00001_a\.sql/)],
      problems: ['warning migration-edited migrations/00002_b.sql:1'],
      notChecked: [expect.stringMatching(/^migrations\/00003_c\.sql: later than migrations\/00002_b\.sql/)],
    });
  });

  it('whose comments or rollback change is not edited', async () => {
    const down = { 'migrations/00003_c.sql': goose('CREATE TABLE c ();', 'DROP TABLE IF EXISTS c;') };
    expect(await branch(GOOSE, down)).toMatchObject({ changed: ['00003_c'], problems: [] });
    const comment = { 'migrations/00003_c.sql': goose('-- c\nCREATE TABLE\n  c ();', 'DROP TABLE c;') };
    expect(await branch(GOOSE, comment)).toMatchObject({ changed: ['00003_c'], problems: [] });
    expect((await branch(GOOSE, comment, { blind: true })).problems).toEqual([
      'warning migration-edited migrations/00003_c.sql:1',
    ]);
  });

  it('is refused where the tool compares checksums', async () => {
    const main = { 'sql/V1__a.sql': 'SELECT 1;', 'sql/V2__b.sql': 'SELECT 2;' };
    const { problems, messages } = await branch(main, { 'sql/V2__b.sql': '-- two\nSELECT 2;' });
    expect(problems).toEqual(['error migration-edited sql/V2__b.sql:1']);
    expect(messages).toContain('Migration checksum mismatch');
  });

  it('may be renamed or deleted, which is said', async () => {
    const main = { 'sql/V1__a.sql': 'SELECT 1;\n'.repeat(9), 'sql/V2__b.sql': 'SELECT 2;' };
    const { problems, changed } = await branch(main, {
      'sql/V1__a.sql': null,
      'sql/V2__b.sql': null,
      'sql/V3__a.sql': main['sql/V1__a.sql'],
    });
    expect(changed).toEqual(['V3__a']);
    expect(problems).toEqual(['error migration-renamed sql/V3__a.sql:1', 'error migration-deleted sql/V2__b.sql:1']);
    expect((await branch(GOOSE, { 'migrations/00003_c.sql': null }, { blind: true })).problems).toEqual([
      'warning migration-deleted migrations/00003_c.sql:1',
    ]);
  });

  it('that is repeatable may be edited: the baseline has its earlier version', async () => {
    const main = { 'sql/V1__a.sql': 'CREATE TABLE a ();', 'sql/R__v.sql': 'CREATE OR REPLACE VIEW v AS SELECT 1;' };
    const result = await branch(main, { 'sql/R__v.sql': 'CREATE OR REPLACE VIEW v AS SELECT 2;' });
    expect(result).toMatchObject({ changed: ['R__v'], problems: [], baseline: ['sql/V1__a.sql', 'sql/R__v.sql'] });
    expect(result.found.baseline[1]?.sql).toContain('SELECT 1');
  });

  it('of Liquibase is a changeset: new ones are added to the same file', async () => {
    const first = '--liquibase formatted sql\n--changeset a:1\nCREATE TABLE a ();\n';
    const main = { 'db/changelog/a.sql': first };
    const more = { 'db/changelog/a.sql': `${first}--changeset a:2\nCREATE TABLE b ();\n` };
    expect(await branch(main, more)).toMatchObject({
      changed: ['a:2'],
      baseline: ['db/changelog/a.sql: CREATE TABLE a ();'],
      problems: [],
    });
    expect((await branch(main, more, { blind: true })).changed).toEqual(['a:1', 'a:2']);
  });
});

describe('a new migration', () => {
  it('counts in its folder, of several that make one chain', async () => {
    const main = {
      'schema/migrations/0/01_a.sql': 'CREATE TABLE a ();',
      'schema/migrations/0/02_b.sql': 'CREATE TABLE b ();',
      'schema/migrations/0/03_c.sql': 'CREATE TABLE c ();',
    };
    const next = { 'schema/migrations/101/02_d.sql': 'CREATE TABLE d ();' };
    expect(await branch(main, next)).toMatchObject({ changed: ['02_d'], problems: [] });
    const same = { 'schema/migrations/0/02_d.sql': 'CREATE TABLE d ();' };
    expect((await branch(main, same)).problems).toEqual([
      'warning duplicate-version schema/migrations/0/02_d.sql:1',
      'warning version-out-of-order schema/migrations/0/02_d.sql:1',
    ]);
    const gap = { 'schema/migrations/0/05_e.sql': 'CREATE TABLE e ();', 'schema/migrations/101/04_f.sql': 'SELECT 1;' };
    expect((await branch(main, gap)).problems).toEqual(['- version-gap schema/migrations/0/05_e.sql:1']);
  });

  it('comes too late for no file that has no number among numbered ones', async () => {
    const main = { 'db/sql/0001-a.sql': 'CREATE TABLE a ();', 'db/sql/XXXX-later.sql': 'SELECT 1;' };
    expect(await branch(main, { 'db/sql/0002-b.sql': 'CREATE TABLE b ();' })).toMatchObject({
      changed: ['0002-b'],
      problems: [],
    });
    expect(
      (await branch(main, { 'db/sql/_setup.sql': 'SELECT 2;', 'db/sql/0002-b.sql': 'SELECT 3;' })).problems,
    ).toEqual([]);
    expect((await branch(main, { 'db/sql/0000-z.sql': 'SELECT 2;' })).problems).toEqual([
      'warning version-out-of-order db/sql/0000-z.sql:1',
    ]);
    const names = { 'db/migrations/users.sql': 'SELECT 1;' };
    expect((await branch(names, { 'db/migrations/orders.sql': 'SELECT 2;' })).problems).toEqual([]);
  });

  it('may not have the version of another', async () => {
    const { problems, messages } = await branch(GOOSE, { 'migrations/00003_d.sql': goose('SELECT 1;', 'SELECT 2;') });
    expect(problems).toEqual(['error duplicate-version migrations/00003_d.sql:2']);
    expect(messages).toContain('`00003_d` has the version of `00003_c` (`migrations/00003_c.sql`).');
    const both = {
      'migrations/0004_d.sql': goose('SELECT 1;', 'SELECT 2;'),
      'migrations/00004_e.sql': goose('SELECT 1;', 'SELECT 2;'),
    };
    expect((await branch(GOOSE, both)).problems).toHaveLength(1);
  });

  it('may not come before what was merged', async () => {
    const main = { 'm/migrations/1_a.sql': 'SELECT 1;', 'm/migrations/3_c.sql': 'SELECT 3;' };
    const late = await branch(main, { 'm/migrations/2_b.sql': 'SELECT 2;' });
    expect(late.problems).toEqual(['warning version-out-of-order m/migrations/2_b.sql:1']);
    expect(late.messages).toContain('`2_b` comes before `3_c`, which is on the base branch already.');
    const { 'migrations/00002_b.sql': _, ...gone } = GOOSE;
    const skipped = await branch(gone, { 'migrations/00002_b.sql': goose('SELECT 1;', 'SELECT 2;') });
    expect(skipped.problems).toEqual(['error version-out-of-order migrations/00002_b.sql:2']);
  });

  it('may leave a number out, and is told where the folder counts', async () => {
    const numbered = (...names: string[]): Files =>
      Object.fromEntries(names.map((name) => [`migrations/${name}.sql`, 'SELECT 1;']));
    const main = numbered('001_a', '002_b', '003_c');
    expect((await branch(main, numbered('005_e', '006_f'))).problems).toEqual(['- version-gap migrations/005_e.sql:1']);
    expect((await branch(main, numbered('004_d'))).problems).toEqual([]);
    expect((await branch(numbered('010_a', '020_b', '030_c'), numbered('040_d', '060_f'))).problems).toEqual([]);
    expect(
      (await branch(numbered('20260101120000_a', '20260102120000_b'), numbered('20260109120000_c'))).problems,
    ).toEqual([]);
  });

  it('is asked for a rollback where the others have one', async () => {
    const { problems, messages } = await branch(GOOSE, { 'migrations/00004_d.sql': goose('\nCREATE TABLE d ();') });
    expect(problems).toEqual(['- down-missing migrations/00004_d.sql:3']);
    expect(messages).toBe('`00004_d` has no rollback. Of the 3 migrations beside it, 3 have one.');
    const said = { 'migrations/00004_d.sql': goose('CREATE TABLE d ();', '-- irreversible: rows are gone') };
    expect((await branch(GOOSE, said)).problems).toEqual([]);
    const inIt = { 'migrations/00004_d.sql': goose('-- migration-safety: irreversible rows are gone\nDROP TABLE d;') };
    expect((await branch(GOOSE, inIt)).problems).toEqual([]);
    expect((await branch({ 'migrations/1_a.sql': '' }, { 'migrations/2_b.sql': '' })).problems).toEqual([]);
  });
});

describe('bookkeeping', () => {
  it('that the change leaves behind is said, and what was wrong before is not', async () => {
    const journal = (...tags: string[]) =>
      JSON.stringify({ entries: tags.map((tag, idx) => ({ idx, when: idx, tag })) });
    const main = {
      'drizzle/0000_a.sql': 'SELECT 1',
      'drizzle/0001_lost.sql': 'SELECT 2',
      'drizzle/meta/_journal.json': journal('0000_a'),
    };
    const { problems } = await branch(main, { 'drizzle/0002_c.sql': 'SELECT 3' });
    expect(problems).toEqual(['- bookkeeping-out-of-step drizzle/0002_c.sql:1']);
    const { problems: named } = await branch(main, { 'drizzle/meta/_journal.json': journal('0000_a', '0002_c') });
    expect(named).toEqual(['- bookkeeping-out-of-step drizzle/meta/_journal.json:1']);
  });

  it('beside a migration is part of it', async () => {
    const main = { 'migrations/1_a/up.sql': 'SELECT 1;', 'migrations/1_a/down.sql': 'SELECT 1;' };
    const { changed } = await branch(main, { 'migrations/1_a/metadata.toml': 'run_in_transaction = false' });
    expect(changed).toEqual(['1_a']);
  });
});

describe('a folder', () => {
  it('that two tools claim is not checked, which is an error', async () => {
    const { problems, changed, messages } = await branch(
      { x: '' },
      { 'migrations/001_a.sql': '-- +goose Up\n', 'migrations/002_b.sql': '-- migrate:up\n' },
    );
    expect([problems, changed]).toEqual([['- ambiguous-layout migrations/001_a.sql:1'], []]);
    expect(messages).toMatch(
      /^Two layouts fit `migrations\/`: dbmate \(.*\) and goose \(.*\)\. Nothing in it was checked\.$/,
    );
    const named = await branch(
      { x: '' },
      { 'migrations/001_a.sql': '-- +goose Up\nSELECT 1;', 'migrations/002_b.sql': '-- migrate:up\n' },
      { layout: 'goose' },
    );
    expect(named.found.layouts).toEqual([
      { root: 'migrations/', layout: 'goose', reason: 'named by the setting layout' },
    ]);
  });

  it('whose names fit several tools is read as plain files, with a question', async () => {
    const { notChecked, found } = await branch(
      { x: '' },
      { 'migrations/1_a.up.sql': 'SELECT 1;', 'migrations/1_a.down.sql': 'SELECT 1;' },
    );
    expect(notChecked).toEqual([
      expect.stringMatching(/^the layout of migrations\/: its file names fit golang-migrate or sqlx/),
    ]);
    expect(found.changed[0]?.up.transaction).toBe('autocommit');
  });

  it('of another database beside it is named', async () => {
    const { notChecked } = await branch({ x: '' }, { 'a/migrations/1.sql': '', 'b/migrations/1.sql': '' });
    expect(notChecked).toEqual([
      expect.stringMatching(/^a\/migrations\/ and b\/migrations\/ each by itself: they were rehearsed in one database/),
    ]);
  });

  it('with migrations in code names those of the change', async () => {
    const { notChecked } = await branch(GOOSE, { 'migrations/00004_x.go': 'package x' });
    expect(notChecked).toEqual([expect.stringMatching(/^migrations\/00004_x\.go: a migration in code/)]);
  });
});

it('Rails’ structure.sql of the base branch is the baseline', async () => {
  const structure = (column: string) =>
    `CREATE TABLE public.t (${column});\nINSERT INTO "schema_migrations" (version) VALUES ('1');\n`;
  const main = { 'db/structure.sql': structure('a int') };
  const { baseline, notChecked, changed } = await branch(main, {
    'db/structure.sql': structure('b int'),
    'db/migrate/20260101000000_b.rb': '',
  });
  expect(baseline).toEqual(['db/structure.sql']);
  expect(changed).toEqual([]);
  expect(notChecked).toEqual([
    expect.stringMatching(/^db\/structure\.sql: it is the schema after all migrations/),
    expect.stringMatching(/^db\/migrate\/20260101000000_b\.rb: a migration in code/),
  ]);
});

it('a dump that the change edits counts as it was', async () => {
  const main = { 'schema.sql': 'CREATE TABLE a ();', 'migrations/1.sql': '' };
  const change = { 'schema.sql': 'CREATE TABLE a (); CREATE TABLE b ();', 'migrations/2.sql': 'CREATE TABLE b ();' };
  const found = await foundOnBranch(main, change, { baseline: ['schema.sql'] });
  expect(found.baseline.map(({ sql }) => sql)).toEqual(['CREATE TABLE a ();']);
});
