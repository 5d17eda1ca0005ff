import { describe, expect, it } from 'vitest';
import { scriptsOf } from '../../src/migrations/find.js';
import { hashesOf, totalOf } from '../../src/migrations/layouts/atlas-sum.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import { loadReaders } from '../../src/migrations/layouts/readers.js';
import { setOf } from '../support/file-set.js';

await loadReaders([{ path: 'changelog.yaml' }, { path: 'changelog.xml' }]);

/** What a layout says about files, as `path:line rule message`, and the migrations that it reads all the same. */
function read(layout: string, files: Record<string, string>, root = '', configs: Record<string, string> = {}) {
  const found = LAYOUTS.find(({ name }) => name === layout)?.read(setOf(files, root, configs));
  if (found === undefined) throw new Error(`no layout ${layout}`);
  return {
    said: found.problems.map(({ path, line, message }) => `${path}:${line} ${message}`),
    rules: found.problems.map(({ rule }) => rule),
    ids: found.migrations.map((migration) => [migration.id, ...scriptsOf(migration).map(({ role }) => role)].join(' ')),
    notChecked: found.notChecked.map(({ check, reason }) => `${check}: ${reason}`),
  };
}

const UP = { goose: '-- +goose Up', 'sql-migrate': '-- +migrate Up', dbmate: '-- migrate:up' };
const DOWN = { goose: '-- +goose Down', 'sql-migrate': '-- +migrate Down', dbmate: '-- migrate:down' };

describe.each(['goose', 'sql-migrate', 'dbmate'] as const)('%s', (tool) => {
  const [up, down] = [UP[tool], DOWN[tool]];
  const whole = `${up}\nSELECT 1;\n${down}\nSELECT 2;\n`;

  it.each<[string, string, RegExp]>([
    ['a down before the up', `${down}\nSELECT 2;\n${up}\nSELECT 1;\n`, /^1_a\.sql:1 .* expects the up section first/],
    ['two ups', `${up}\nSELECT 1;\n${up}\nSELECT 3;\n${down}\n`, /^1_a\.sql:3 A second ".*": the first is on line 1/],
    ['two downs', `${whole}${down}\nSELECT 4;\n`, /^1_a\.sql:5 A second ".*": the first is on line 3/],
    ['no up', `\n${down}\nSELECT 2;\n`, /^1_a\.sql:2 There is no ".*" in this file/],
    ['SQL before the up', `-- a\nSELECT 0;\n${whole}`, /^1_a\.sql:2 SQL before the first section/],
    ['no section at all', 'SELECT 1;\n', /^1_a\.sql:1 There is no ".*" in this file: .* runs nothing of it/],
  ])('says where a file has %s, and reads the others', (_, text, message) => {
    const { said, ids } = read(tool, { '1_a.sql': text, '2_b.sql': whole, '3_c.sql': whole.replace(/\n/g, '\r\n') });
    expect(said).toEqual([expect.stringMatching(message)]);
    expect(ids.slice(1).map((id) => id.replace(/^\S+ /, ''))).toEqual(['up down', 'up down']);
  });
});

describe('statement blocks', () => {
  const body = 'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$\nBEGIN\n  NULL;\nEND $$;';
  it.each([
    ['goose', '+goose'],
    ['sql-migrate', '+migrate'],
  ])('%s', (tool, prefix) => {
    const of = (lines: string) =>
      read(tool, { '1_a.sql': `-- ${prefix} Up\n${lines}\n-- ${prefix} Down\nSELECT 1;\n` }).said;
    expect(of(`-- ${prefix} StatementBegin\n${body}\n-- ${prefix} StatementEnd`)).toEqual([]);
    expect(of(body)).toEqual([
      expect.stringMatching(/^1_a\.sql:4 .* ends a statement where a line ends in a semicolon/),
    ]);
    expect(of(`-- ${prefix} StatementBegin\n${body}`)).toEqual([
      expect.stringMatching(/^1_a\.sql:2 .* is never closed/),
    ]);
    expect(of(`${'SELECT 1;'}\n-- ${prefix} StatementEnd`)).toEqual([
      expect.stringMatching(/^1_a\.sql:3 .* without a ".*StatementBegin" before it/),
    ]);
    expect(of(`-- ${prefix} StatementBegin\n-- ${prefix} StatementBegin\n${body}\n-- ${prefix} StatementEnd`)).toEqual([
      expect.stringMatching(/^1_a\.sql:3 .* inside the block of line 2/),
    ]);
  });
});

describe('names', () => {
  it.each<[string, Record<string, string>, string[], string[]]>([
    [
      'goose',
      { 'x.sql': '-- +goose Up\n', '1_a.sql': '-- +goose Up\nSELECT 1;' },
      [],
      ['x.sql: its name has no version: goose passes it over'],
    ],
    [
      'supabase',
      { 'x.sql': '', '1_a.sql': '' },
      [],
      ['x.sql: its name is not <timestamp>_name.sql: the Supabase CLI passes it over'],
    ],
    ['flyway', { 'V1_a.sql': '', 'V1__a.sql': '' }, ['V1_a.sql:1 Flyway doesn’t read `V1_a.sql`'], []],
    ['flyway', { 'U2__a.sql': '', 'V1__a.sql': '' }, ['U2__a.sql:1 There is no V migration'], []],
    [
      'flyway',
      { 'afterMigrate.sql': '', 'B1__a.sql': '' },
      [],
      ['B1__a.sql: it is a baseline migration', 'afterMigrate.sql: it is a callback'],
    ],
    ['diesel', { 'add/up.sql': '', '1_a/up.sql': '' }, ['add/up.sql:1 The folder `add` has no version'], []],
    [
      'diesel',
      { '2_b/down.sql': '', '1_a/up.sql': '' },
      ['2_b/down.sql:1 The folder `2_b` has a `down.sql` and no `up.sql`'],
      [],
    ],
    ['hasura', { 'add/up.sql': '', '1_a/up.sql': '' }, ['add/up.sql:1 The folder `add` has no version'], []],
    [
      'atlas',
      { '1_a.sql': '-- atlas:txmode none\nCREATE INDEX CONCURRENTLY i ON t (a);' },
      ['1_a.sql:1 "-- atlas:txmode" is followed by a statement'],
      [],
    ],
    ['golang-migrate', { '1_a.down.sql': '', '2_b.up.sql': '' }, [], ['1_a.down.sql: it is a down script']],
  ])('%s %#', (layout, files, said, notChecked) => {
    const found = read(layout, files);
    expect(found.said).toEqual(said.map((text) => expect.stringContaining(text)));
    expect(found.notChecked).toEqual(notChecked.map((text) => expect.stringContaining(text)));
    expect(found.ids.length).toBeGreaterThan(layout === 'flyway' && 'B1__a.sql' in files ? -1 : 0);
  });
});

describe('sqitch.plan', () => {
  const files = (plan: string) => ({
    'sqitch.plan': `%project=shop\n${plan}`,
    'deploy/a.sql': 'SELECT 1;',
    'deploy/b.sql': 'SELECT 2;',
    'revert/a.sql': 'SELECT 3;',
  });
  const on = '2026-01-01T00:00:00Z Ada <a@x>';

  it.each<[string, string, RegExp[], string[]]>([
    [
      'names a missing file',
      `a ${on}\nc ${on}\nb ${on}`,
      [/^sqitch\.plan:3 The plan names `c`, and there is no `deploy\/c\.sql`/],
      ['a up down', 'b up'],
    ],
    ['leaves one out', `a ${on}`, [/^deploy\/b\.sql:1 `sqitch\.plan` does not name `b`/], ['a up down', 'b up']],
    [
      'has a requirement that comes later',
      `a [b] ${on}\nb ${on}`,
      [/^sqitch\.plan:2 `a` requires `b`, which only comes on line 3/],
      ['a up down', 'b up'],
    ],
    [
      'has a circle',
      `a [b] ${on}\nb [a] ${on}`,
      [/^sqitch\.plan:2 `a` requires `b`, which requires `a` in turn: a circle/],
      ['a up down', 'b up'],
    ],
    [
      'has a requirement that isn’t there',
      `a ${on}\nb [x] ${on}`,
      [/^sqitch\.plan:3 `b` requires `x`, which the plan does not have/],
      ['a up down', 'b up'],
    ],
    [
      'names a change twice',
      `a ${on}\nb ${on}\na ${on}`,
      [/^sqitch\.plan:4 The change `a` stands in the plan twice/],
      ['a up down', 'b up', 'a up down'],
    ],
    [
      'has a line that is none',
      `a ${on}\n[x]\nb ${on}`,
      [/^sqitch\.plan:3 This line of the plan is neither/],
      ['a up down', 'b up'],
    ],
    ['is in order', `b ${on}\na [b !c other:d] ${on}\n@v1 ${on}`, [], ['b up', 'a up down']],
  ])('that %s', (_, plan, said, ids) => {
    const found = read('sqitch', files(plan));
    expect(found.said).toEqual(said.map((pattern) => expect.stringMatching(pattern)));
    expect(found.ids).toEqual(ids);
  });

  it('keeps the earlier scripts of a reworked change under its tag', () => {
    const plan = `%project=x\na ${on}\n@v1 ${on}\na [a@v1] ${on}`;
    const found = read('sqitch', { 'sqitch.plan': plan, 'deploy/a.sql': '', 'deploy/a@v1.sql': '' });
    expect(found).toMatchObject({ said: [], ids: ['a@v1 up', 'a up'] });
  });

  it('may keep them under any tag up to the rework: sqitch looks at the last ones first', () => {
    const plan = `%project=x\na ${on}\n@v1 ${on}\n@v1.1 ${on}\nb ${on}\n@v2 ${on}\na [a@v2] ${on}\n@v3 ${on}\n`;
    const at = (...tags: string[]) =>
      read('sqitch', {
        'sqitch.plan': plan,
        ...Object.fromEntries(['a', 'b', ...tags.map((tag) => `a@${tag}`)].map((name) => [`deploy/${name}.sql`, ''])),
      });
    expect(at('v2')).toMatchObject({ said: [], ids: ['a@v2 up', 'b up', 'a up'] });
    expect(at('v1.1')).toMatchObject({ said: [], ids: ['a@v1.1 up', 'b up', 'a up'] });
    expect(at('v1', 'v2')).toMatchObject({ said: [], ids: ['a@v2 up', 'b up', 'a up'] });
    expect(at('v3')).toMatchObject({
      said: [expect.stringMatching(/^sqitch\.plan:2 .* there is no `deploy\/a@v2\.sql`/)],
      ids: ['b up', 'a up'],
    });
  });

  it('may be missing: then names say the order', () => {
    expect(read('sqitch', { 'deploy/2.sql': '', 'deploy/10.sql': '' })).toMatchObject({
      said: [],
      ids: ['2 up', '10 up'],
    });
  });
});

describe('drizzle’s journal', () => {
  const entry = (idx: number, tag: string, when = idx) => ({ idx, when, tag });
  const journal = (...entries: object[]) => JSON.stringify({ entries }, null, 1);
  const files = { '0000_a.sql': 'SELECT 1', '0001_b.sql': 'SELECT 2' };

  it.each<[string, string, RegExp[]]>([
    ['in order', journal(entry(0, '0000_a'), entry(1, '0001_b')), []],
    [
      'names a missing file',
      journal(entry(0, '0000_a'), entry(1, '0001_b'), entry(2, '0002_c')),
      [/^meta\/_journal\.json:\d+ The journal names `0002_c`, and there is no/],
    ],
    [
      'leaves a file out',
      journal(entry(0, '0000_a')),
      [/^0001_b\.sql:1 The journal .* does not name `0001_b`. Drizzle never runs it/],
    ],
    [
      'has times that go back',
      journal(entry(0, '0000_a', 5), entry(1, '0001_b', 4)),
      [/`0001_b` has an earlier time .* skips `0001_b`/],
    ],
    [
      'has an index twice',
      journal(entry(0, '0000_a', 1), entry(0, '0001_b', 2)),
      [/`0001_b` has the index 0 of `0000_a`/],
    ],
    ['has a merge conflict', '{\n<<<<<<< HEAD\n}', [/^meta\/_journal\.json:2 The journal is not JSON/]],
    [
      'is something else',
      '{"entries": [{}]}',
      [/^meta\/_journal\.json:1 The journal is not what Drizzle writes: at entries\.0/],
    ],
  ])('%s', (_, text, said) => {
    const found = read('drizzle', { ...files, 'meta/_journal.json': text });
    expect(found.said).toEqual(said.map((pattern) => expect.stringMatching(pattern)));
    expect(found.ids).toEqual(['0000_a up', '0001_b up']);
  });
});

describe('atlas.sum', () => {
  const files = {
    '1_initial.sql':
      '-- add new schema named "my_schema"\nCREATE DATABASE `my_schema`;\n-- create "tbl" table\nCREATE TABLE `my_schema`.`tbl` (`col` int NOT NULL);',
  };
  // The checksums of Atlas' own documentation.
  const line = '1_initial.sql h1:SrFyOe0eg5WnE96GH3TtAt6046sfrOK4YKZYBlYr1SA=';
  const total = 'h1:AAAA=';

  it('is computed as Atlas does', () => {
    const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
    expect(hashesOf(sources).get('1_initial.sql')).toBe(line.replace(/^.* h1:/, ''));
    const sums = new Map([
      ['1_initial.sql', 'SrFyOe0eg5WnE96GH3TtAt6046sfrOK4YKZYBlYr1SA='],
      ['2_second.sql', 'FPzwV+MzwyCss7SASZtyafXiYc9Un5bzlcc3u7MxLJU='],
      ['3_third.sql', 'uD+xDcA3Q+gHqwca2ZBDAHWYvC2eiUcwr1IgMsN0Q6c='],
    ]);
    expect(totalOf(sums)).toBe('cD9kOv5VDRLrKVZ0pM4CxAlhH6mgE8PQLpUeuIMKDcs=');
  });

  it.each<[string, string, RegExp[]]>([
    ['another first line', `h1:AAAA=\n${line}\n`, [/^atlas\.sum:1 The first line of `atlas\.sum`/]],
    ['another checksum', `${total}\n${line.replace('Sr', 'AA')}\n`, [/^atlas\.sum:2 The checksum of `1_initial\.sql`/]],
    [
      'a file that isn’t there',
      `${total}\n${line}\n2_x.sql h1:AAAA=\n`,
      [/^atlas\.sum:3 `atlas\.sum` lists `2_x\.sql`/],
    ],
    ['a file left out', `${total}\n`, [/^atlas\.sum:1 `atlas\.sum` doesn’t list `1_initial\.sql`/]],
    ['a merge conflict', `<<<<<<< HEAD\n${total}\n`, [/^atlas\.sum:1 `atlas\.sum` holds an unresolved merge conflict/]],
  ])('%s', (_, text, said) => {
    expect(read('atlas', { ...files, 'atlas.sum': text }).said).toEqual(
      said.map((pattern) => expect.stringMatching(pattern)),
    );
  });
});

describe('other bookkeeping', () => {
  it('a hash that graphile-migrate 1.4 and 2.0 have computed is right', () => {
    const body = 'CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\n';
    const first = `--! Previous: -\n--! Hash: sha1:b796ca861927b6599f5ef79c517a9e7d2d5f97a5\n\n${body}`;
    expect(read('graphile-migrate', { 'committed/000001.sql': first }).said).toEqual([]);
  });

  it('graphile-migrate’s chain of hashes', () => {
    const file =
      '--! Previous: sha1:0e686602ae4cba3eac231e786ad5bb7c054d33ab\n--! Hash: sha1:3a5bcc62bef94cdd5159667de33be6a49faee5bd\n\n--! no-transaction\nCREATE INDEX CONCURRENTLY ON users_live_streams_viewers ("userId", "streamId");\n';
    const said = (text: string) => read('graphile-migrate', { 'committed/000001.sql': text }).said;
    expect(said(file)).toEqual([
      expect.stringMatching(/:1 The header says that `sha1:0e68\w+` comes before, but the migration before has `-`/),
    ]);
    expect(said('SELECT 1;')).toEqual([expect.stringMatching(/:1 The header lacks/)]);
    const first = '--! Previous: -\n--! Hash: sha1:0000\n\nSELECT 1;\n';
    expect(said(first)).toEqual([
      expect.stringMatching(/:2 The text’s hash is `sha1:\w{40}`, and the header says `sha1:0000/),
    ]);
    expect(said(first.replace('\n\n', '\n--! AllowInvalidHash\n\n'))).toEqual([]);
  });

  it('Prisma’s lock file and folders', () => {
    const files = { '1_a/migration.sql': '', '2_b/down.sql': '' };
    const lock = (provider: string) => ({ ...files, 'migration_lock.toml': `provider = "${provider}"` });
    expect(read('prisma', lock('postgresql')).said).toEqual([
      expect.stringMatching(/^2_b\/down\.sql:1 The folder `2_b` has no `migration\.sql`\. Prisma refuses it \(P3015\)/),
    ]);
    expect(read('prisma', files).said[1]).toMatch(/^1_a\/migration\.sql:1 There is no `migration_lock\.toml`/);
  });

  it('Liquibase’s changelogs', () => {
    const sql = '--liquibase formatted sql\n--changeset a:1\nSELECT 1;\n';
    const master = 'databaseChangeLog:\n- include:\n    file: a.sql\n- include:\n    file: gone.sql\n';
    expect(read('liquibase', { 'db.changelog.yaml': master, 'a.sql': sql, 'b.sql': sql })).toMatchObject({
      said: [
        expect.stringMatching(/^db\.changelog\.yaml:5 .* includes `gone\.sql`, and there is no such file/),
        expect.stringMatching(/^b\.sql:1 No changelog includes `b\.sql`/),
      ],
      ids: ['a:1 up'],
      notChecked: [],
    });
    const circle = (other: string) =>
      `<databaseChangeLog>\n<!-- <include file="x.sql"/> -->\n<include file="${other}"/>\n<include file="a.sql"/></databaseChangeLog>`;
    const both = {
      'changelog-1.xml': circle('changelog-2.xml'),
      'changelog-2.xml': circle('changelog-1.xml'),
      'a.sql': sql,
    };
    expect(read('liquibase', both)).toMatchObject({
      said: [
        expect.stringMatching(/^changelog-2\.xml:3 .* circle: changelog-1\.xml → changelog-2\.xml → changelog-1\.xml/),
      ],
      ids: ['a:1 up'],
    });
    expect(
      read('liquibase', { 'a.sql': `--liquibase formatted sql\nSELECT 0;\n--changeset x\n--changeset a:1\nSELECT 1;` })
        .said,
    ).toEqual([
      expect.stringMatching(/^a\.sql:3 This changeset has no name/),
      expect.stringMatching(/^a\.sql:2 SQL before the first/),
    ]);
  });
});

it('irreversible marks are no rollback', () => {
  const down = '-- irreversible: the rows are gone\n';
  expect(read('goose', { '1_a.sql': `-- +goose Up\nSELECT 1;\n-- +goose Down\n${down}` }).ids).toEqual(['1_a up']);
  expect(read('plain', { '1_a.sql': 'SELECT 1;', '1_a.down.sql': down }).ids).toEqual(['1_a up']);
  expect(
    read('liquibase', { 'a.sql': '--liquibase formatted sql\n--changeset a:1\nSELECT 1;\n--rollback not required' })
      .ids,
  ).toEqual(['a:1 up']);
});
