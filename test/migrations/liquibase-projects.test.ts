/** Liquibase's projects are found by what their changelogs hold, whatever those are called and wherever they stand. */
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMigrations } from '../../src/migrations/find.js';
import { isChangelog } from '../../src/migrations/layouts/liquibase-includes.js';
import { changelogFiles } from '../../src/migrations/layouts/liquibase-settings.js';
import type { Settings } from '../../src/settings/settings.js';
import { foundOnBranch } from '../support/branch.js';
import { settingsFor } from '../support/settings.js';
import { type Files, newWorkspace } from '../support/workspace.js';

const sqlFile = (id: number, path: string) =>
  `- changeSet:\n    id: ${id}\n    author: x\n    changes:\n    - sqlFile:\n        path: ${path}\n        relativeToChangelogFile: true\n`;
const inline = (id: number, sql: string) =>
  `- changeSet:\n    id: ${id}\n    author: x\n    changes:\n    - sql:\n        sql: "${sql}"\n`;
const include = (file: string) => `- include:\n    file: ${file}\n    relativeToChangelogFile: true\n`;
const yaml = (...entries: string[]) => `databaseChangeLog:\n${entries.join('')}`;
const xml = (inside: string) => `<?xml version="1.0"?>\n<databaseChangeLog>\n${inside}\n</databaseChangeLog>\n`;
const xmlFile = (id: number, path: string) =>
  `<changeSet id="${id}" author="x"><sqlFile path="${path}" relativeToChangelogFile="true"/></changeSet>\n`;

async function branch(main: Files, change: Files, over: Partial<Settings> = {}) {
  const found = await foundOnBranch(main, change, over);
  return {
    changed: found.changed.map(({ id, path }) => `${id} ${path}`),
    baseline: found.baseline.map(({ file }) => file.path),
    problems: found.problems.map(({ rule, path, message }) => `${rule} ${path} ${message}`),
    notChecked: found.notChecked.map(({ check, reason }) => `${check}: ${reason}`),
    layouts: found.layouts.map(({ root, layout }) => `${root} ${layout}`),
  };
}

describe('changesets of a changelog are read as Liquibase’s', () => {
  const one = 'CREATE TABLE t (a int);';
  const two = 'CREATE INDEX i ON t (a);';

  it.each([
    'db/changelog.yaml',
    'db/changelog-master.yaml',
    'changelog.yaml',
    'db/liquibase/root.yaml',
    'db/main.json',
  ])('of inline SQL in %s', async (path) => {
    const asJson = (...sqls: string[]) =>
      JSON.stringify({
        databaseChangeLog: sqls.map((sql, at) => ({
          changeSet: { id: at + 1, author: 'x', changes: [{ sql: { sql } }] },
        })),
      });
    const text = (...sqls: string[]) =>
      path.endsWith('.json') ? asJson(...sqls) : yaml(...sqls.map((sql, at) => inline(at + 1, sql)));
    expect(await branch({ [path]: text(one) }, { [path]: text(one, two) })).toMatchObject({
      changed: [`x:2 ${path}`],
      baseline: [path],
      problems: [],
      layouts: [expect.stringMatching(/ liquibase$/)],
    });
  });

  it.each(['db/changelog.xml', 'db/changelog-root.xml', 'db/changelog.yaml', 'db/x/y.yaml'])(
    'of SQL files beside %s, with and without settings',
    async (path) => {
      const folder = path.replace(/[^/]*$/, '');
      const text = (...entries: number[]) =>
        path.endsWith('.xml')
          ? xml(entries.map((id) => xmlFile(id, `sql/00${id}-a.sql`)).join(''))
          : yaml(...entries.map((id) => sqlFile(id, `sql/00${id}-a.sql`)));
      const main = { [path]: text(1), [`${folder}sql/001-a.sql`]: one };
      const change = { [path]: text(1, 2), [`${folder}sql/002-a.sql`]: two };
      const expected = {
        changed: [`x:2 ${folder}sql/002-a.sql`],
        baseline: [`${folder}sql/001-a.sql`],
        problems: [],
        layouts: [`${folder} liquibase`],
      };
      expect(await branch(main, change)).toMatchObject(expected);
      const settings = { 'liquibase.properties': `changelog-file: ${path}\n` };
      expect(await branch({ ...main, ...settings }, change)).toMatchObject(expected);
    },
  );

  it('where the change edits an included file, and the changelog stands in a folder that only settings name', async () => {
    const main = {
      'config/lb/all.yaml': yaml(include('../../scripts/a.sql'), include('sub/more.xml')),
      'config/lb/sub/more.xml': xml('<changeSet id="9" author="x"><sql>SELECT 9;</sql></changeSet>'),
      'scripts/a.sql': '--liquibase formatted sql\n--changeset x:1\nSELECT 1;\n',
      'liquibase.properties': 'changeLogFile=config/lb/all.yaml\n',
    };
    const change = { 'scripts/a.sql': `${main['scripts/a.sql']}--changeset x:2\nSELECT 2;\n` };
    expect(await branch(main, change)).toMatchObject({
      changed: ['x:2 scripts/a.sql'],
      baseline: ['scripts/a.sql', 'config/lb/sub/more.xml'],
      layouts: ['config/lb/ liquibase'],
    });
  });

  it('where a changelog that another includes gets one', async () => {
    const child = (...ids: number[]) =>
      xml(ids.map((id) => `<changeSet id="${id}" author="x"><sql>SELECT ${id};</sql></changeSet>`).join('\n'));
    const main = { 'db/root.yaml': yaml(inline(0, one), include('v/a.xml')), 'db/v/a.xml': child(1) };
    expect(await branch(main, { 'db/v/a.xml': child(1, 2) })).toMatchObject({
      changed: ['x:2 db/v/a.xml'],
      baseline: ['db/root.yaml', 'db/v/a.xml'],
      problems: [],
      layouts: ['db/ liquibase'],
    });
  });

  it('where changes are no SQL they are named as not checked', async () => {
    const table = '- changeSet:\n    id: 1\n    author: x\n    changes:\n    - createTable:\n        tableName: a\n';
    expect(await branch({ x: '' }, { 'db/changes.yaml': yaml(table) })).toMatchObject({
      changed: [],
      notChecked: [expect.stringMatching(/^db\/changes\.yaml: its changes createTable are not SQL/)],
      layouts: ['db/ liquibase'],
    });
  });

  it('where a changelog is removed, that is told', async () => {
    const main = { 'db/all.yaml': yaml(inline(1, one)), 'db/x.sql': 'SELECT 1;' };
    expect((await branch(main, { 'db/all.yaml': null })).problems).toEqual([
      expect.stringMatching(/^migration-deleted db\/all\.yaml /),
    ]);
  });
});

it.each([
  [['db/changelog.yaml'], ['x:1', 'x:2']],
  [['db'], ['x:1', 'x:2']],
  [['db/sql/2.sql'], ['x:2']],
])('%j names changesets', async (paths, ids) => {
  const { dir } = newWorkspace({
    'db/changelog.yaml': yaml(sqlFile(1, 'sql/1.sql'), sqlFile(2, 'sql/2.sql')),
    'db/sql/1.sql': 'SELECT 1;',
    'db/sql/2.sql': 'SELECT 2;',
  });
  try {
    const found = await findMigrations({ paths }, settingsFor(dir, {}), dir);
    expect(found.changed.map(({ id }) => id)).toEqual(ids);
    expect(found.layouts).toMatchObject([{ root: 'db/', layout: 'liquibase' }]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

describe('what is none of Liquibase’s stays so', () => {
  it.each([
    ['a.yaml', 'apiVersion: v1\ndata:\n  changelog.yaml: |\n    databaseChangeLog:\n    - include: {file: a.sql}\n'],
    ['application.yml', 'spring:\n  liquibase:\n    databaseChangeLogTable: x\n'],
    ['pom.xml', '<project><databaseChangeLogTableName>x</databaseChangeLogTableName></project>'],
    ['openapi.json', '{"schemas": {"databaseChangeLog": {"type": "object"}}}'],
    ['readme.sql', '<databaseChangeLog>'],
  ])('%s speaks of it', async (path, text) => {
    expect(isChangelog({ path, text })).toBe(false);
    expect(await branch({ x: '' }, { [path]: text })).toMatchObject({ changed: [], layouts: [], problems: [] });
  });

  it('a folder of another tool below one with a changelog', async () => {
    const main = {
      'db/changelog.yaml': yaml(sqlFile(1, 'sql/1.sql')),
      'db/sql/1.sql': 'SELECT 1;',
      'db/migrations/1_a.sql': '-- +goose Up\nSELECT 1;\n',
    };
    const change = { 'db/migrations/2_b.sql': '-- +goose Up\nSELECT 2;\n' };
    expect(await branch(main, change)).toMatchObject({
      layouts: ['db/migrations/ goose'],
      changed: ['2_b db/migrations/2_b.sql'],
    });
  });
});

it.each([
  ['changeLogFile=db/a.xml', ['db/a.xml']],
  ['liquibase.command.changelogFile: /db/a.xml', ['db/a.xml']],
  ['spring.liquibase.change-log=classpath:/db/changelog/a.xml', ['db/changelog/a.xml']],
  ['spring:\n  liquibase:\n    change-log: classpath:db/a.yaml\n', ['db/a.yaml']],
  ['<configuration><changeLogFile>src/a.xml</changeLogFile></configuration>', ['src/a.xml']],
  ["liquibase { activities { main { changelogFile 'src/a.xml' } } }", ['src/a.xml']],
])('the settings %s name their changelog', (text, paths) => {
  expect(changelogFiles(text)).toEqual(paths);
});
