/** Liquibase's changelogs: what they hold in SQL, and what they include. */
import { describe, expect, it } from 'vitest';
import { scriptsOf } from '../../src/migrations/find.js';
import { liquibase } from '../../src/migrations/layouts/liquibase.js';
import { loadReaders } from '../../src/migrations/layouts/readers.js';
import type { Settings } from '../../src/settings/settings.js';
import { foundOnBranch } from '../support/branch.js';
import { setOf } from '../support/file-set.js';
import type { Files } from '../support/workspace.js';

await loadReaders([{ path: 'changelog.yaml' }, { path: 'changelog.xml' }]);

function read(files: Record<string, string>) {
  const { migrations, problems, notChecked, unread = [] } = liquibase.read(setOf(files));
  for (const { sql, file } of migrations.flatMap(scriptsOf)) expect(sql).toHaveLength(file.text.length);
  return {
    scripts: migrations.flatMap((migration) =>
      scriptsOf(migration).map(({ role, sql, transaction, file }) => {
        const text = sql.trim().replace(/\s+/g, ' ');
        return `${migration.id} ${role} ${transaction} ${file.path}: ${text}`;
      }),
    ),
    said: problems.map(({ path, line, message }) => `${path}:${line} ${message}`),
    notChecked: notChecked.map(({ check, reason }) => `${check}: ${reason}`),
    unread: unread.map(({ path, text }) => `${path}: ${text.replace(/\n/g, ' ')}`),
    migrations,
  };
}

const xml = (inside: string) => `<?xml version="1.0"?>\n<databaseChangeLog>\n${inside}\n</databaseChangeLog>\n`;
const yaml = (inside: string) => `databaseChangeLog:\n${inside}`;
const json = (...entries: object[]) => JSON.stringify({ databaseChangeLog: entries });

describe('a plain SQL file', () => {
  it('that a changelog includes is one changeset in a transaction; one that none includes is not run', () => {
    const changelog = yaml('- include:\n    file: changes/1.sql\n');
    const found = read({ 'changelog.yaml': changelog, 'changes/1.sql': 'SELECT 1;', 'changes/2.sql': 'SELECT 2;' });
    expect(found).toMatchObject({
      scripts: ['1.sql up per-script changes/1.sql: SELECT 1;'],
      said: [
        'changes/2.sql:1 No changelog includes `changes/2.sql`. Liquibase never runs it, and nothing of it was checked.',
      ],
      notChecked: [],
    });
    const apart = read({ 'changelog.yaml': changelog, 'changes/1.sql': 'SELECT 1;', 'more/2.sql': 'SELECT 2;' });
    expect(apart).toMatchObject({
      said: [],
      notChecked: [expect.stringMatching(/^more\/2\.sql: it has no "--liquibase formatted sql", and no changelog/)],
    });
  });

  it('stands in the order of the includes, beside files with changesets', () => {
    const changelog = xml('<includeAll path="b/"/>\n<include file="a.sql"/>');
    const formatted = '--liquibase formatted sql\n--changeset x:1\nSELECT 1;\n';
    const files = { 'changelog.xml': changelog, 'a.sql': 'SELECT 3;', 'b/1.sql': formatted, 'b/2.sql': 'SELECT 2;' };
    expect(read(files).scripts.map((script) => script.split(' ')[0])).toEqual(['x:1', '2.sql', 'a.sql']);
  });
});

describe('SQL in a changelog', () => {
  const set = (...changes: object[]) => ({ changeSet: { id: 1, author: 'x', changes } });

  it.each<[string, string]>([
    [
      'a block',
      yaml('- changeSet:\n    id: 1\n    author: x\n    changes:\n    - sql:\n        sql: |\n          SELECT 1;\n'),
    ],
    [
      'a folded block',
      yaml(
        '- changeSet:\n    id: 1\n    author: x\n    changes:\n    - sql:\n        sql: >-\n          SELECT\n          1;\n',
      ),
    ],
    ['a plain text', yaml('- changeSet:\n    id: 1\n    author: x\n    changes:\n    - sql: SELECT 1;\n')],
    [
      'a quoted text',
      yaml("- changeSet:\n    id: 1\n    author: x\n    changes:\n    - sql:\n        sql: 'SELECT 1;'\n"),
    ],
    ['JSON', json(set({ sql: { sql: 'SELECT\n1;' } }))],
    ['an element', xml('<changeSet id="1" author="x"><sql>SELECT 1;</sql></changeSet>')],
    ['CDATA', xml('<changeSet id="1" author="x"><sql>\n<![CDATA[SELECT 1;]]></sql></changeSet>')],
    [
      'an element with a comment',
      xml('<changeSet id="1" author="x"><sql><comment>a</comment>SELECT <!-- b -->1;</sql></changeSet>'),
    ],
  ])('is read from %s, at its place', (_, text) => {
    const path = /^\{/.test(text) ? 'changelog.json' : text.startsWith('<') ? 'changelog.xml' : 'changelog.yaml';
    const { scripts, migrations, said, notChecked } = read({ [path]: text });
    expect({ scripts, said, notChecked }).toEqual({
      scripts: [`x:1 up per-script ${path}: SELECT 1;`],
      said: [],
      notChecked: [],
    });
    const sql = migrations[0]?.up.sql ?? '';
    expect(sql.indexOf('SELECT')).toBe(text.indexOf('SELECT'));
  });

  it.each<[string, string, string]>([
    [
      'XML’s entities',
      xml(
        "<changeSet id='1' author='x'><sql>SELECT 1 &lt;= 2 AND 3 &lt;&gt; 4, j-&gt;'a' &amp;&amp; &quot;b&quot;</sql></changeSet>",
      ),
      'SELECT 1 <= 2 AND 3 <> 4, j ->\'a\' && "b"',
    ],
    [
      'doubled quotes',
      yaml("- changeSet:\n    id: 1\n    author: x\n    changes:\n    - sql: 'SELECT ''a'', '''', ''it''''s'''\n"),
      "SELECT 'a' , '', 'it'' s'",
    ],
    ['escapes', json(set({ sql: { sql: 'SELECT "a"."b" -- c\nFROM\tt' } })), 'SELECT "a" . "b" -- c FROM t'],
  ])('with %s is as long as it was', (_, text, expected) => {
    const path = /^\{/.test(text) ? 'changelog.json' : text.startsWith('<') ? 'changelog.xml' : 'changelog.yaml';
    const { scripts, migrations } = read({ [path]: text });
    expect(scripts).toEqual([`x:1 up per-script ${path}: ${expected}`]);
    if (text.includes('-- c')) expect(migrations[0]?.up.sql).toMatch(/-- c \n/);
  });

  it('of several changes is one script, each a statement of its own', () => {
    const text = xml(
      '<changeSet id="1" author="x" runInTransaction="false"><sql>SELECT 1</sql>\n<sql>SELECT 2;</sql></changeSet>',
    );
    expect(read({ 'changelog.xml': text }).scripts).toEqual(['x:1 up autocommit changelog.xml: SELECT 1; SELECT 2;']);
  });

  it('is sent as its attributes say', () => {
    const sql = (attributes: string, own = '') =>
      read({
        'changelog.xml': xml(
          `<changeSet id="1" author="x" ${own}><sql ${attributes}>SELECT 1\nGO\nSELECT 2\nGO</sql></changeSet>`,
        ),
      }).scripts;
    expect(sql('endDelimiter="\\nGO"')).toEqual(['x:1 up per-script changelog.xml: SELECT 1 ; SELECT 2 ;']);
    expect(sql('splitStatements="false"', 'runInTransaction="false"')[0]).toMatch(/^x:1 up single-query /);
    expect(sql('dbms="mysql"')).toEqual([]);
    expect(sql('dbms="h2, postgresql"')).toHaveLength(1);
    expect(sql('', 'dbms="oracle"')).toEqual([]);
  });

  it('may be in a file: relative to the changelog, or to where Liquibase is run', () => {
    const changelog = (path: string, relative: boolean) =>
      yaml(
        `- changeSet:\n    id: 1\n    author: x\n    changes:\n    - sqlFile:\n        path: ${path}\n        relativeToChangelogFile: ${relative}\n`,
      );
    const files = { 'db/sql/1.sql': 'SELECT 1;' };
    for (const text of [changelog('../sql/1.sql', true), changelog('db/sql/1.sql', false)])
      expect(read({ ...files, 'db/log/changelog.yaml': text })).toMatchObject({
        scripts: ['x:1 up per-script db/sql/1.sql: SELECT 1;'],
        said: [],
        notChecked: [],
      });
    expect(read({ 'changelog.yaml': changelog('gone.sql', false) }).said).toEqual([
      expect.stringMatching(/^changelog\.yaml:6 changelog\.yaml runs gone\.sql, and there is no such file/),
    ]);
  });
});

describe('a rollback', () => {
  const rollback = (text: string) =>
    read({
      'changelog.xml': xml(`<changeSet id="1" author="x"><sql>SELECT 1;</sql>${text}</changeSet>`),
      'down.sql': 'SELECT 3;',
    });
  const down = (text: string) => rollback(text).scripts.slice(1);

  it('is a text, SQL, a file, or said to be none', () => {
    expect(down('<rollback>SELECT 2;</rollback>')).toEqual(['x:1 down per-script changelog.xml: SELECT 2;']);
    expect(down('<rollback><sql>SELECT 2;</sql></rollback>')).toEqual(['x:1 down per-script changelog.xml: SELECT 2;']);
    expect(down('<rollback><sqlFile path="down.sql"/></rollback>')).toEqual([
      'x:1 down per-script down.sql: SELECT 3;',
    ]);
    expect(down('<rollback><dropTable tableName="a"/></rollback>')).toEqual([]);
    expect(rollback('<rollback/>').migrations[0]).toMatchObject({
      irreversible: 'its changeset says that nothing is to be rolled back',
    });
    expect(rollback('').migrations[0]?.irreversible).toBeUndefined();
  });

  it.each([
    ['-- migration-safety: irreversible the rows are gone\nSELECT 1;'],
    ['SELECT 1;\n-- irreversible: the rows are gone'],
    ['-- irreversible: the rows are gone\nSELECT 1;\n--rollback empty'],
    ['SELECT 1;\n--rollback -- irreversible: the rows are gone'],
  ])('is none where a comment in the changeset says so: %s', (text) => {
    const formatted = `--liquibase formatted sql\n--changeset x:1\n${text}\n`;
    expect(read({ 'a.sql': formatted }).migrations[0]).toMatchObject({ irreversible: 'the rows are gone' });
    expect(read({ 'a.sql': formatted }).migrations[0]?.down).toBeUndefined();
    if (text.includes('--rollback')) return;
    const changelog = xml(`<changeSet id="1" author="x"><sql>${text}</sql></changeSet>`);
    expect(read({ 'changelog.xml': changelog }).migrations[0]).toMatchObject({ irreversible: 'the rows are gone' });
  });

  it('that a comment in it takes for none is one where it has SQL', () => {
    const formatted =
      '--liquibase formatted sql\n--changeset x:1\n-- irreversible: no\nSELECT 1;\n--rollback SELECT 2;\n';
    const [migration] = read({ 'a.sql': formatted }).migrations;
    expect(migration?.irreversible).toBeUndefined();
    expect(migration?.down?.sql.trim()).toBe('SELECT 2;');
  });

  it('in YAML is a text or a list', () => {
    const of = (text: string) =>
      read({
        'changelog.yaml': yaml(
          `- changeSet:\n    id: 1\n    author: x\n    changes:\n    - sql: SELECT 1;\n    rollback:${text}\n`,
        ),
      });
    expect(of(' SELECT 2;').scripts[1]).toBe('x:1 down per-script changelog.yaml: SELECT 2;');
    expect(of('\n    - sql:\n        sql: SELECT 2;').scripts[1]).toBe('x:1 down per-script changelog.yaml: SELECT 2;');
    expect(of(' empty').migrations[0]).toMatchObject({
      irreversible: 'its changeset says that nothing is to be rolled back',
    });
  });
});

it('changes that are not SQL are named once for each file, and their changesets left out', () => {
  const changelog = xml(`<changeSet id="1" author="x"><createTable tableName="a"/><sql>SELECT 1;</sql></changeSet>
<changeSet id="2" author="x"><addColumn tableName="a"/><createTable tableName="b"/></changeSet>
<changeSet id="3" author="x"><tagDatabase tag="v1"/><sql>SELECT 3;</sql></changeSet>`);
  expect(read({ 'changelog.xml': changelog })).toMatchObject({
    scripts: ['x:3 up per-script changelog.xml: SELECT 3;'],
    notChecked: [expect.stringMatching(/^changelog\.xml: its changes createTable, addColumn are not SQL: /)],
    unread: ['changelog.xml: 1 x a SELECT 1; 2 x a b'],
  });
});

it('properties fill placeholders', () => {
  const changelog = xml(
    '<property name="s" value="app"/><property name="s" value="other"/><property name="o" value="x" dbms="oracle"/>',
  );
  expect(liquibase.filled?.(setOf({ 'changelog.xml': changelog }))).toEqual({ s: 'app' });
});

describe('what can’t be followed is named, and the rest is read', () => {
  const formatted = '--liquibase formatted sql\n--changeset x:1\nSELECT 1;\n';
  it.each<[string, Record<string, string>, RegExp, number]>([
    [
      'YAML',
      { 'changelog.yaml': 'databaseChangeLog:\n- include:\n  file: "a' },
      /^changelog\.yaml:3 changelog\.yaml can’t be read as YAML, and nothing of it was checked/,
      1,
    ],
    [
      'XML',
      { 'changelog.xml': '<databaseChangeLog>\n<include file="a.sql">\n</databaseChangeLog>' },
      /^changelog\.xml:3 changelog\.xml can’t be read as XML/,
      1,
    ],
    [
      'JSON',
      { 'changelog.json': '{"databaseChangeLog": [' },
      /^changelog\.json:1 changelog\.json can’t be read as JSON/,
      1,
    ],
    [
      'a way out of the repository',
      { 'changelog.xml': xml('<include file="../a.sql" relativeToChangelogFile="true"/>\n<include file="a.sql"/>') },
      /^changelog\.xml:3 .* which is not in this repository. It was not followed/,
      1,
    ],
    [
      'a changelog that is not there',
      { 'changelog.xml': xml('<include file="sub/changelog.xml"/>\n<include file="a.sql"/>') },
      /^changelog\.xml:3 .* includes `sub\/changelog\.xml`, and there is no such file here/,
      1,
    ],
    [
      'elements in each other without end',
      { 'changelog.xml': xml('<a>'.repeat(500) + '</a>'.repeat(500)) },
      /^changelog\.xml:1 changelog\.xml can’t be read as XML/,
      1,
    ],
    [
      'lists in each other without end',
      { 'changelog.yaml': `databaseChangeLog: ${'['.repeat(20_000)}` },
      /^changelog\.yaml:1 changelog\.yaml can’t be read as YAML/,
      1,
    ],
    [
      'a circle',
      {
        'changelog.xml': xml('<include file="changelog-2.yaml"/>\n<include file="a.sql"/>'),
        'changelog-2.yaml': yaml('- include:\n    file: changelog.xml\n'),
      },
      /The changelogs include each other in a circle: /,
      1,
    ],
  ])('%s', (_, files, message, count) => {
    const { said, scripts } = read({ ...files, 'a.sql': formatted });
    expect(said).toEqual([expect.stringMatching(message)]);
    expect(scripts).toHaveLength(count);
  });

  it('a library’s changelog may be elsewhere', () => {
    expect(read({ 'changelog.xml': xml('<include file="classpath:/org/lib/changelog.xml"/>') }).said).toEqual([]);
  });
});

async function branch(main: Files, change: Files, over: Partial<Settings> = {}) {
  const found = await foundOnBranch(main, change, over);
  return {
    changed: found.changed.map(({ id }) => id),
    baseline: found.baseline.map(({ file, sql }) => `${file.path}: ${sql.trim()}`),
    problems: found.problems.map(({ rule, path, message }) => `${rule} ${path} ${message}`),
    notChecked: found.notChecked.map(({ check, reason }) => `${check}: ${reason}`),
    layouts: found.layouts.map(({ root, layout }) => `${root} ${layout}`),
    unread: found.unread.map(({ path }) => path),
  };
}

describe('in a repository', () => {
  const set = (id: number, sql: string) =>
    `- changeSet:\n    id: ${id}\n    author: x\n    changes:\n    - sql: ${sql}\n`;
  const MASTER = 'src/main/resources/db/changelog/db.changelog-master.yaml';

  it('a changeset that is added to a changelog is new; one that is edited there is edited', async () => {
    const main = { [MASTER]: yaml(set(1, 'SELECT 1;')) };
    expect(await branch(main, { [MASTER]: yaml(set(1, 'SELECT 1;') + set(2, 'SELECT 2;')) })).toMatchObject({
      changed: ['x:2'],
      baseline: [`${MASTER}: SELECT 1;`],
      problems: [],
    });
    expect((await branch(main, { [MASTER]: yaml(set(1, 'SELECT 3;')) })).problems).toEqual([
      expect.stringMatching(/^migration-edited .* x:1 is on the base branch already/),
    ]);
  });

  it('changelogs of any name below the folder, and files elsewhere, are followed', async () => {
    const main = {
      [MASTER]: yaml(
        '- include:\n    file: changes/1.yaml\n    relativeToChangelogFile: true\n- include:\n    file: db/scripts/2.sql\n',
      ),
      'src/main/resources/db/changelog/changes/1.yaml': yaml(set(1, 'SELECT 1;')),
      'src/main/resources/db/scripts/2.sql': 'SELECT 2;',
    };
    const added = {
      [MASTER]: `${main[MASTER]}- include:\n    file: db/scripts/0003_c.sql\n- include:\n    file: ../../../x.sql\n`,
      'src/main/resources/db/scripts/0003_c.sql': 'SELECT 3;',
    };
    expect(await branch(main, added)).toMatchObject({
      changed: ['0003_c.sql'],
      baseline: [expect.stringMatching(/1\.yaml: SELECT 1;$/), 'src/main/resources/db/scripts/2.sql: SELECT 2;'],
      problems: [expect.stringMatching(/includes `\.\.\/\.\.\/\.\.\/x\.sql`, and there is no such file/)],
      layouts: ['src/main/resources/db/changelog/ liquibase'],
    });
  });

  it('what is not SQL is missing before the change, unless a dump or a command has it', async () => {
    const main = {
      [MASTER]: yaml(
        '- changeSet:\n    id: 0\n    author: x\n    changes:\n    - createTable:\n        tableName: a\n',
      ),
    };
    const change = { [MASTER]: main[MASTER] + set(1, 'SELECT 1;') };
    expect(await branch(main, change)).toMatchObject({ changed: ['x:1'], unread: [MASTER] });
    const printed = { command: [process.execPath, '-e', 'console.log("SELECT 5;")'], migrations: ['**/*.yaml'] };
    expect((await branch(main, change, printed)).changed).not.toContain('x:1');
  });

  it('other files in folders called changelog are none of Liquibase’s', async () => {
    const found = await branch({ x: '' }, { 'changelogs/unreleased/1.yml': 'title: x\n' });
    expect(found).toMatchObject({ changed: [], problems: [], notChecked: [], layouts: [] });
  });
});

describe('what moves, leaves out or takes back changesets', () => {
  const HEAD = '--liquibase formatted sql\n';
  const order = (files: Record<string, string>) => read(files).scripts.map((script) => script.replace(/:[^:]*$/, ''));

  it('runOrder moves to an end of all, and keeps the order there', () => {
    const files = {
      'changelog.xml': xml(
        '<changeSet id="z" author="x" runOrder="last"><sql>SELECT 9;</sql></changeSet><include file="a.sql"/><changeSet id="f" author="x" runOrder="first"><sql>SELECT 0;</sql></changeSet>',
      ),
      'a.sql': `${HEAD}--changeset x:1\nSELECT 1;\n--changeset x:l runOrder:last\nSELECT 8;\n--changeset x:e runOrder:first\nSELECT 2;\n`,
    };
    expect(read(files).migrations.map(({ id }) => id)).toEqual(['x:e', 'x:f', 'x:1', 'x:z', 'x:l']);
  });

  it('ignore passes over a changeset, and over all that an include names', () => {
    const files = {
      'changelog.yaml': yaml(
        '- include:\n    file: a.sql\n- include:\n    file: b.sql\n    ignore: true\n- changeSet:\n    id: 3\n    author: x\n    ignore: true\n    changes:\n    - sql: SELECT 3;\n',
      ),
      'a.sql': `${HEAD}--changeset x:1 ignore:true\nSELECT 1;\n--changeset x:2\nSELECT 2;\n`,
      'b.sql': `${HEAD}--changeset x:4\nSELECT 4;\n`,
    };
    const { migrations, notChecked, said } = read(files);
    expect(migrations.map(({ id }) => id)).toEqual(['x:2']);
    expect(said).toEqual([]);
    expect(notChecked).toEqual([
      expect.stringMatching(/^a\.sql \(x:1\): it says ignore/),
      expect.stringMatching(/^changelog\.yaml \(x:3\): it says ignore/),
      expect.stringMatching(/^b\.sql: no changelog includes it/),
    ]);
  });

  it.each([
    ['', ['top.sql', 'mid.sql', 'low.sql', 'x.txt.sql']],
    ['maxDepth="1"', ['top.sql', 'x.txt.sql']],
    ['minDepth="2"', ['mid.sql', 'low.sql']],
    ['minDepth="2" maxDepth="2"', ['mid.sql']],
    ['endsWithFilter=".TXT.sql"', ['x.txt.sql']],
  ])('includeAll takes what its filters let through: %s', (attributes, ids) => {
    const files = {
      'changelog.xml': xml(`<includeAll path="./db/" ${attributes}/>`),
      'db/top.sql': 'SELECT 1;',
      'db/m/mid.sql': 'SELECT 2;',
      'db/m/l/low.sql': 'SELECT 3;',
      'db/x.txt.sql': 'SELECT 4;',
    };
    expect(
      read(files)
        .migrations.map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
  });

  it('modifyChangeSets says with what its includes are run, and a changeset may say it itself', () => {
    const a = `${HEAD}--changeset x:1\nSELECT 1;\n--changeset x:2 runWith:jdbc\nSELECT 2;\n`;
    const inner = xml('<changeSet id="3" author="x"><sql>SELECT 3;</sql></changeSet>');
    const outer = xml(
      '<modifyChangeSets runWith="psql"><include file="a.sql"/><include file="in.xml"/><include file="p.sql"/></modifyChangeSets>',
    );
    const shown = [
      'x:1 up autocommit a.sql',
      'x:2 up per-script a.sql',
      'x:3 up autocommit in.xml',
      'p.sql up autocommit p.sql',
    ];
    expect(order({ 'changelog.xml': outer, 'in.xml': inner, 'a.sql': a, 'p.sql': 'SELECT 4;' })).toEqual(shown);
    const own = `${HEAD}--changeset x:1 runWith:psql\nSELECT 1;\n`;
    expect(order({ 'a.sql': own })).toEqual(['x:1 up autocommit a.sql']);
  });

  it('a rollback may be another changeset', () => {
    const formatted = `${HEAD}--changeset x:1\nCREATE TABLE t (a int);\n--rollback DROP TABLE t;\n--changeset x:2\nDROP TABLE t;\n--rollback changeSetId:1 changeSetAuthor:x\n`;
    expect(read({ 'a.sql': formatted }).scripts.at(-1)).toBe('x:2 down per-script a.sql: CREATE TABLE t (a int);');
    const changelog = xml(
      '<changeSet id="1" author="x"><sql>CREATE TABLE t (a int);</sql></changeSet><changeSet id="2" author="x"><sql>DROP TABLE t;</sql><rollback changeSetId="1" changeSetAuthor="x"/></changeSet>',
    );
    const { scripts, migrations } = read({ 'changelog.xml': changelog });
    expect(scripts.at(-1)).toMatch(/^x:2 down per-script changelog\.xml: .*CREATE TABLE t/);
    expect(migrations.at(-1)?.irreversible).toBeUndefined();
  });
});
