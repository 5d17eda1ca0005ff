import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/migrations/changes.js';
import { changedSince } from '../../src/migrations/changes.js';
import { type Found, findMigrations, scriptsOf } from '../../src/migrations/find.js';
import type { Settings } from '../../src/settings/settings.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { UsageError } from '../../src/system/usage-error.js';
import { rejection } from '../support/expect-error.js';
import { settingsFor } from '../support/settings.js';
import { type Files, newWorkspace } from '../support/workspace.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, each with its own path for its text unless something else is said. */
function folder(paths: string[], texts: Record<string, string | Buffer> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'find-'));
  folders.push(dir);
  for (const [path, text] of [...paths.map((path) => [path, `-- ${path}`] as const), ...Object.entries(texts)]) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

const files = (found: Found) => ({
  changed: found.changed.map((migration) =>
    scriptsOf(migration)
      .map(({ file }) => file.path)
      .join(' + '),
  ),
  baseline: found.baseline.map(({ file }) => file.path),
});
const find = (dir: string, change: Change, over: Partial<Settings> = {}) =>
  findMigrations(change, settingsFor(dir, over), dir);

describe('named paths', () => {
  it('may be folders: all in them is checked', async () => {
    const dir = folder(
      [
        'db/migrations/2_b.sql',
        'db/migrations/10_c.sql',
        'db/migrations/2_b.down.sql',
        'db/migrations/1_a.md',
        'db/x.txt',
        'db/node_modules/x/1.sql',
      ],
      {
        'db/migrations/1_a.md': '## Migration\n```sql\nSELECT 1;\n```',
      },
    );
    expect(files(await find(dir, { paths: ['db'] }))).toEqual({
      changed: ['db/migrations/2_b.sql + db/migrations/2_b.down.sql', 'db/migrations/10_c.sql', 'db/migrations/1_a.md'],
      baseline: [],
    });
  });

  it.each([
    ['m/1_a.sql', 'm/1_a.down.sql', 'm/1_a.verify.sql'],
    ['m/1_a.down.sql', 'm/1_a.sql', 'm/1_a.verify.sql'],
    ['m/1_a.sql', 'm/rollback/1_a.sql', 'm/verify/1_a.sql'],
    ['m/rollback/1_a.sql', 'm/1_a.sql', 'm/verify/1_a.sql'],
    ['m/1_a.sql', 'm/1_a_rollback.sql', 'm/1_a_verify.sql'],
    ['m/V2.1__a.sql', 'm/V2.1__a.undo.sql', 'm/V2.1__a.validate.sql'],
    ['m/down/1_a.sql', 'm/up/1_a.sql', 'm/verify/1_a.sql'],
  ])('may be one file: its other scripts come along: %s', async (named, ...others) => {
    const dir = folder([
      named,
      ...others,
      'm/2_b.sql',
      'm/V2.0__b.sql',
      'm/other/1_a.sql',
      'm/1_a.go',
      'm/1_a.sql.orig',
    ]);
    const { changed, baseline } = files(await find(dir, { paths: [named] }));
    expect(changed.map((line) => line.split(' + ').sort())).toEqual([[named, ...others].sort()]);
    // What comes before it in the folder is its baseline.
    expect(baseline).toEqual(named.includes('V2.1') ? ['m/2_b.sql', 'm/V2.0__b.sql'] : []);
  });

  it.each([
    ['m/3_c.sql', ['m/1_a.sql', 'm/2_b.sql']],
    ['m/3_c.down.sql', ['m/1_a.sql', 'm/2_b.sql']],
    ['m/notes.sql', []],
    ['m', []],
  ])('have the earlier ones before them, where names count: %s', async (named, before) => {
    const dir = folder([
      'm/1_a.sql',
      'm/1_a.down.sql',
      'm/2_b.sql',
      'm/3_c.sql',
      'm/3_c.down.sql',
      'm/4_d.sql',
      'm/notes.sql',
    ]);
    expect(files(await find(dir, { paths: [named] })).baseline).toEqual(before);
  });

  it('are told from those before them by their tool', async () => {
    const dir = folder(['m/1_a.up.sql', 'm/1_a.down.sql', 'm/2_b.up.sql', 'm/2_b.down.sql', 'm/3_c.up.sql']);
    const found = files(await find(dir, { paths: ['m/2_b.up.sql', 'm/3_c.up.sql'] }));
    expect(found.changed).toHaveLength(2);
    expect(found.baseline).toEqual(['m/1_a.up.sql']);
  });

  it('may be a file of any suffix', async () => {
    const dir = folder(['m/1_a.ddl', 'm/1_a.pgsql']);
    expect(files(await find(dir, { paths: ['m/1_a.ddl'] })).changed).toEqual(['m/1_a.ddl']);
  });

  it('may have hostile names', async () => {
    const names = [
      '1 \'a\' "b".sql',
      '2 $(touch x) `y`.sql',
      '-3.sql',
      '4\nnewline.sql',
      '5 é漢😀.sql',
      '6 [x]{a,b}*!.sql',
      '..7.sql',
    ];
    const dir = folder(names.map((name) => `m/${name}`));
    const { changed } = files(await find(dir, { paths: ['m'] }));
    expect(changed.sort()).toEqual(names.map((name) => `m/${name}`).sort());
    for (const name of names) {
      expect(files(await find(join(dir, 'm'), { paths: [name] })).changed).toEqual([name]);
    }
  });

  it('are not the documents beside them, whatever these show', async () => {
    const page = '# Migrations\n\n## Rules for a migration\n```sql\nDROP TABLE t;\n```\n';
    const pages = ['README.md', 'AGENTS.md', 'CONTRIBUTING.md', 'readme.de.md', 'style.md'];
    const dir = folder([], {
      'm/1_a.sql': 'SELECT 1;',
      'm/2_b.sql': 'SELECT 2;',
      'm/3_page.md': page,
      ...Object.fromEntries(pages.map((name) => [`m/${name}`, page])),
    });
    const found = files(await find(dir, { paths: ['m/2_b.sql'] }));
    expect(found.changed).toEqual(['m/2_b.sql']);
    expect(found.baseline).toEqual(['m/1_a.sql']);
    expect(files(await find(dir, { paths: ['m/style.md'] })).changed).toEqual(['m/style.md']);
    expect(files(await find(folder([], { 'm/README.md': page }), { paths: ['m/README.md'] })).changed).toEqual([
      'm/README.md',
    ]);
  });

  it('find the table of their tool, where one of them speaks of it', async () => {
    const texts = { 'diesel.toml': '', 'migrations/1_a/down.sql': '', 'migrations/2_b/up.sql': 'SELECT 2;' };
    const found = async (sql: string) => {
      const dir = folder([], { ...texts, 'migrations/1_a/up.sql': sql });
      return files(await find(dir, { paths: ['migrations/2_b'] })).baseline;
    };
    expect(await found('TABLE __diesel_schema_migrations;')).toEqual([
      'the bookkeeping of Diesel',
      'migrations/1_a/up.sql',
    ]);
    expect(await found('SELECT 1;')).toEqual(['migrations/1_a/up.sql']);
  });

  it('are refused where there is nothing to check', async () => {
    const dir = folder(['m/readme.md', 'm/x.txt', 'empty/x.txt', 'm/1.down.sql']);
    const message = async (path: string, over?: Partial<Settings>) =>
      (await rejection(find(dir, { paths: [path] }, over), UsageError)).message;
    expect(await message('none')).toBe('none: there is no such file or folder.');
    expect(await message('empty')).toMatch(/^No migrations found: none of the files under empty are SQL\./);
    expect(await message('m/readme.md')).toMatch(/^No migrations found in m\/readme\.md\. A migration is an SQL file/);
    expect(await message('m/1.down.sql')).toMatch(/m\/1\.down\.sql: it is a down script, and no migration/);
    expect(await message('m', { migrations: ['db/*.sql'] })).toMatch(/under m match migrations: db\/\*\.sql/);
    expect(await message('m', { layout: 'knex' })).toMatch(
      /^layout: there is no layout "knex"\. Known: auto, atlas, .*, tern\.$/,
    );
  });

  it('that can’t be read are a finding, not an end', async () => {
    const dir = folder(['m/2.sql'], { 'm/1.sql': Buffer.from('\ufeffSELECT 1', 'utf16le') });
    const found = await find(dir, { paths: ['m'] });
    expect(files(found).changed).toEqual(['m/2.sql']);
    expect(found.unreadable).toEqual([{ path: 'm/1.sql', problem: expect.stringMatching(/UTF-16/) }]);
    expect((await find(dir, { paths: ['m/1.sql'] })).unreadable).toHaveLength(1);
  });
});

describe('settings', () => {
  const dir = folder(['m/1.sql', 'm/1.verify.sql', 'm/old/0.sql', 'schema.sql', 'm/seed.sql']);

  it('name files to look at and to leave out', async () => {
    const all = ['m/1.sql + m/1.verify.sql', 'm/seed.sql', 'm/old/0.sql'];
    expect(files(await find(dir, { paths: ['m'] })).changed).toEqual(all);
    expect(files(await find(dir, { paths: ['m'] }, { ignore: ['**/old/**', '**/seed.sql'] })).changed).toEqual([
      all[0],
    ]);
    expect(files(await find(dir, { paths: ['.'] }, { migrations: ['./m/*.sql'] })).changed).toEqual([all[0], all[1]]);
    expect(files(await find(dir, { paths: ['.'] }, { migrations: ['m/**'], ignore: ['m/1*'] })).changed).toEqual([
      all[1],
      all[2],
    ]);
  });

  it('say how scripts are sent', async () => {
    const { changed } = await find(dir, { paths: ['m/1.sql'] }, { transaction: 'per-script' });
    expect(changed[0]).toMatchObject({ up: { transaction: 'per-script' }, verify: { transaction: 'autocommit' } });
  });

  it('name the baseline and the seed, which are then no migrations', async () => {
    const named = { baseline: [join(dir, 'schema.sql')], seed: [join(dir, 'm/seed.sql')] };
    const found = await find(dir, { paths: ['.'] }, named);
    expect(files(found)).toEqual({ changed: ['m/1.sql + m/1.verify.sql', 'm/old/0.sql'], baseline: ['schema.sql'] });
    expect(found.seed.map(({ file }) => file.path)).toEqual(['m/seed.sql']);
  });

  it('are refused where a file that they name is missing', async () => {
    const error = await rejection(find(dir, { paths: ['m'] }, { baseline: [join(dir, 'none.sql')] }), UsageError);
    expect(error.message).toBe('baseline: none.sql: There is no such file.');
  });
});

describe('what differs from a base', () => {
  async function differing(main: Files, branch: Files, over: Partial<Settings> = {}, below = '') {
    const workspace = newWorkspace(main);
    folders.push(workspace.dir);
    workspace.commit(branch);
    const cwd = join(workspace.dir, below);
    const change = { files: await changedSince('origin/main', cwd), comparedWith: 'main' };
    const absolute = {
      ...over,
      ...(over.baseline && { baseline: over.baseline.map((path) => join(workspace.dir, path)) }),
    };
    const found = await findMigrations(change, settingsFor(cwd, absolute), cwd);
    const { notChecked, unreadable, problems } = found;
    return { ...files(found), notChecked, unreadable, problems };
  }
  const main: Files = {
    'db/migrations/1_a.sql': 'SELECT 1;',
    'db/migrations/2_b.sql': 'SELECT 2;',
    'db/migrations/10_c.sql': 'SELECT 10;',
    'src/x.ts': '',
  };

  it('is checked, and the earlier migrations are the baseline', async () => {
    expect(
      await differing(main, {
        'db/migrations/11_d.sql': 'SELECT 11;',
        'db/migrations/11_d.down.sql': '',
        'src/x.ts': 'y',
      }),
    ).toEqual({
      changed: ['db/migrations/11_d.sql + db/migrations/11_d.down.sql'],
      baseline: ['db/migrations/1_a.sql', 'db/migrations/2_b.sql', 'db/migrations/10_c.sql'],
      notChecked: [],
      unreadable: [],
      problems: [],
    });
  });

  it('may be added between others: production has them all', async () => {
    const { changed, baseline } = await differing(main, { 'db/migrations/3_d.sql': '' });
    expect(changed).toEqual(['db/migrations/3_d.sql']);
    expect(baseline).toEqual(['db/migrations/1_a.sql', 'db/migrations/2_b.sql', 'db/migrations/10_c.sql']);
  });

  it('may be one that was there: what came after it is left out of the baseline, and that is said', async () => {
    expect(await differing(main, { 'db/migrations/2_b.sql': 'SELECT 3;' })).toMatchObject({
      changed: ['db/migrations/2_b.sql'],
      baseline: ['db/migrations/1_a.sql'],
      notChecked: [
        {
          check: 'db/migrations/10_c.sql',
          reason: 'later than db/migrations/2_b.sql, which the change alters: the baseline ends before it',
        },
      ],
    });
  });

  it('may be only a rollback', async () => {
    expect(
      await differing({ ...main, 'db/migrations/10_c.down.sql': '' }, { 'db/migrations/10_c.down.sql': 'SELECT 1;' }),
    ).toMatchObject({
      changed: ['db/migrations/10_c.sql + db/migrations/10_c.down.sql'],
      baseline: ['db/migrations/1_a.sql', 'db/migrations/2_b.sql'],
    });
  });

  it('has its baseline from a schema dump where one is named', async () => {
    expect(
      await differing(
        { ...main, 'db/schema.sql': '' },
        { 'db/migrations/11_d.sql': '' },
        { baseline: ['db/schema.sql'] },
      ),
    ).toMatchObject({
      changed: ['db/migrations/11_d.sql'],
      baseline: ['db/schema.sql'],
    });
  });

  it('is a changelog of Liquibase, whatever it is called and wherever it is', async () => {
    const text = '--liquibase formatted sql\n--changeset a:1\nSELECT 1;\n';
    const more = `${text}--changeset a:2\nSELECT 2;\n`;
    for (const path of ['example-changelog.sql', 'db/changelog.sql', 'sql/all.sql']) {
      const { changed } = await differing({ [path]: text }, { [path]: more });
      expect(changed.join()).toContain(path);
    }
  });

  it('is named where it is removed, and where it is not known for a migration', async () => {
    const { changed, notChecked, problems } = await differing(
      { ...main, 'sql/report.sql': '' },
      { 'db/migrations/10_c.sql': null, 'sql/report.sql': 'SELECT 1;', 'a.sql': '', 'b.sql': '', 'c.sql': '' },
    );
    expect(changed).toEqual([]);
    expect(problems).toMatchObject([{ rule: 'migration-deleted', path: 'db/migrations/10_c.sql' }]);
    expect(notChecked).toEqual([
      { check: 'a.sql, b.sql, c.sql and 1 more', reason: expect.stringMatching(/^neither the folder nor the name/) },
    ]);
  });

  it.each([
    ['prisma/migrations/20260101_x/migration.sql'],
    ['db/migrate/1.sql'],
    ['my-migrations/1.sql'],
    ['sql/20260101120000_x.sql'],
    ['sql/2026-01-01_x.sql'],
    ['sql/V1__x.sql'],
    ['sql/001.sql'],
  ])('is known for a migration: %s', async (path) => {
    expect((await differing({ x: '' }, { [path]: '' })).changed).toEqual([path]);
  });

  it('is known by the globs of the settings', async () => {
    const branch = { 'sql/a/x.sql': '', 'sql/b/y.sql': '', 'db/migrations/11.sql': '' };
    expect(
      await differing({ ...main, 'sql/a/w.sql': '' }, branch, { migrations: ['sql/**/*.sql'], ignore: ['sql/b/**'] }),
    ).toMatchObject({
      changed: ['sql/a/x.sql'],
      baseline: ['sql/a/w.sql'],
      notChecked: [],
    });
  });

  it('is found under its new name', async () => {
    expect(
      (await differing(main, { 'db/migrations/10_c.sql': null, 'db/migrations/12_c.sql': 'SELECT 10;' })).changed,
    ).toEqual(['db/migrations/12_c.sql']);
  });

  it('may have hostile names', async () => {
    const names = [
      '11 \'a\' "b".sql',
      '12 $(touch x) `y`.sql',
      '-13.sql',
      '14\nnewline\t.sql',
      '15 é漢😀.sql',
      '16 [x]{a,b}*!.sql',
      '..17.sql',
    ];
    const { changed } = await differing({ x: '' }, Object.fromEntries(names.map((name) => [`migrations/${name}`, ''])));
    expect(changed.sort()).toEqual(names.map((name) => `migrations/${name}`).sort());
  });

  it('is looked for only below the working directory', async () => {
    const branch = { 'a/migrations/1.sql': '', 'b/migrations/1.sql': '', 'loose.sql': '' };
    expect(await differing({ 'a/x': '' }, branch, {}, 'a')).toMatchObject({
      changed: ['migrations/1.sql'],
      notChecked: [],
    });
  });

  it('may hold what can’t be read; an earlier one that can’t is said', async () => {
    const workspace = newWorkspace({ 'm/migrations/1.sql': 'SELECT 1;' });
    folders.push(workspace.dir);
    writeFileSync(join(workspace.dir, 'm/migrations/1.sql'), Buffer.from([0xff, 0xfe, 0x41, 0]));
    const cwd = workspace.dir;
    const change = async () => ({ files: await changedSince('HEAD', cwd), comparedWith: '' });
    expect((await findMigrations(await change(), settingsFor(cwd), cwd)).unreadable).toMatchObject([
      { path: 'm/migrations/1.sql' },
    ]);
    workspace.commit({ 'm/migrations/2.sql': '' });
    writeFileSync(join(cwd, 'm/migrations/2.sql'), 'SELECT 2;');
    const found = await findMigrations(await change(), settingsFor(cwd), cwd);
    expect(found.unreadable).toEqual([]);
    expect(found.notChecked).toMatchObject([
      {
        check: 'm/migrations/1.sql',
        reason: expect.stringMatching(/^it was left out of the baseline: The file is UTF-16/),
      },
    ]);
  });
});

describe('one transaction for all pending files', () => {
  const up = 'CREATE TABLE t (a int);\n';
  const modes = async (texts: Record<string, string>, over: Partial<Settings> = {}) => {
    const cwd = folder([], texts);
    const found = await findMigrations({ paths: ['.'] }, settingsFor(cwd, over), cwd);
    return found.changed.flatMap(scriptsOf).map(({ role, transaction }) => `${role} ${transaction}`);
  };
  const pgMigrate = { 'm/1767268800000_a.sql': `-- Up Migration\n${up}-- Down Migration\nDROP TABLE t;\n` };
  const flyway = { 'm/V1__a.sql': up, 'm/V2__b.sql': 'CREATE INDEX CONCURRENTLY i ON t (a);\n' };

  it.each<[string, Record<string, string>, string[]]>([
    ['node-pg-migrate', pgMigrate, ['up per-run', 'down per-script']],
    [
      'node-pg-migrate with --no-single-transaction',
      { ...pgMigrate, 'package.json': '{"scripts": {"migrate": "node-pg-migrate --no-single-transaction up"}}' },
      ['up per-script', 'down per-script'],
    ],
    ['Flyway', flyway, ['up per-script', 'up autocommit']],
    ['Flyway with group', { ...flyway, 'flyway.conf': 'flyway.group=true\n' }, ['up per-run', 'up autocommit']],
    [
      'Flyway with group, in TOML',
      { ...flyway, 'flyway.toml': '[flyway]\ngroup = true\n' },
      ['up per-run', 'up autocommit'],
    ],
  ])('%s', async (_, texts, expected) => {
    expect(await modes(texts)).toEqual(expected);
  });

  it('by the settings, for what goes up', async () => {
    const texts = { 'm/1_a.up.sql': up, 'm/1_a.down.sql': 'DROP TABLE t;\n' };
    expect(await modes(texts, { transaction: 'per-run' })).toEqual(['up per-run', 'down per-script']);
  });
});

describe('a byte order mark', () => {
  const sql = '\ufeffALTER TABLE t ADD COLUMN a int;\nSELECT 1;\n';
  const read = async (texts: Record<string, string>) => {
    const cwd = folder([], texts);
    const found = await findMigrations({ paths: ['.'] }, settingsFor(cwd), cwd);
    const { parseScript } = await loadGrammar();
    const errors = found.changed
      .flatMap(scriptsOf)
      .flatMap((script) =>
        parseScript(script).statements.flatMap(({ location: { path, line, column }, syntaxError }) =>
          syntaxError ? [`${path}:${line}:${column} ${syntaxError.message}`] : [],
        ),
      );
    return [...errors, ...found.problems.map(({ path, line, message }) => `${path}:${line} ${message}`)];
  };
  const SENT = /the byte order mark at the file’s beginning is no SQL, and this tool sends it/;

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'golang-migrate',
      {
        'm/1_a.up.sql': sql,
        'm/1_a.down.sql': 'SELECT 1;',
        'go.mod': 'require github.com/golang-migrate/migrate/v4 v4.1.0',
      },
      SENT,
    ],
    [
      'Drizzle',
      { 'drizzle/0000_a.sql': sql, 'drizzle/meta/_journal.json': '{"entries":[{"idx":0,"when":1,"tag":"0000_a"}]}' },
      SENT,
    ],
    [
      'node-pg-migrate',
      { 'm/1767268800000_a.sql': `\ufeff-- Up Migration\n${sql.slice(1)}-- Down Migration\nSELECT 2;\n` },
      SENT,
    ],
    [
      'dbmate',
      { 'db/migrations/20260101000000_a.sql': `\ufeff-- migrate:up\n${sql.slice(1)}-- migrate:down\nSELECT 2;\n` },
      /dbmate doesn’t see “-- migrate:up” behind it/,
    ],
  ])('that %s stumbles over is an error', async (_, texts, expected) => {
    expect(await read(texts)).toEqual([expect.stringMatching(expected)]);
  });

  it('that psql drops is none', async () => {
    expect(await read({ 'm/1_a.sql': sql })).toEqual([]);
  });
});

describe('where no migration differs', () => {
  const against = async (files: Files, over: Partial<Settings> = {}) => {
    const workspace = newWorkspace({ 'migrations/1_a.sql': 'SELECT 1;\n' });
    folders.push(workspace.dir);
    workspace.commit(files);
    const changed = await changedSince('origin/main', workspace.dir);
    const change = { files: changed, comparedWith: 'origin/main (merge base 1234567)' };
    const { notChecked } = await findMigrations(change, settingsFor(workspace.dir, over), workspace.dir);
    return notChecked.filter(({ check }) => check === 'migrations').map(({ reason }) => reason);
  };

  it('says from what, and what one would be', async () => {
    const [reason] = await against({ 'src/a.ts': 'x', 'src/b.ts': 'y' });
    expect(reason).toMatch(
      /^of 2 files that differ from origin\/main \(merge base 1234567\), none is a migration: that is an SQL file/,
    );
    expect(await against({})).toEqual([expect.stringMatching(/^nothing differs from origin\/main/)]);
    expect(await against({ 'db/x.sql': 'SELECT 1;' }, { migrations: ['sql/**'] })).toEqual([
      expect.stringMatching(/none is a migration: that is what the setting migrations names \(sql\/\*\*\)$/),
    ]);
  });

  it('says nothing where one does, or where one is gone', async () => {
    expect(await against({ 'migrations/2_b.sql': 'SELECT 2;\n' })).toEqual([]);
    expect(await against({ 'migrations/1_a.sql': null })).toEqual([]);
  });
});
