/** What no changelog includes, and what help says to whoever writes a new changeset. */
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../src/findings/recipe.js';
import { recipeHelp } from '../../src/lint/help/recipe.js';
import { wayOutAdvice } from '../../src/lint/help/way-out.js';
import { liquibase } from '../../src/migrations/layouts/liquibase.js';
import { loadReaders } from '../../src/migrations/layouts/readers.js';
import { foundOnBranch } from '../support/branch.js';
import { setOf } from '../support/file-set.js';
import type { Files } from '../support/workspace.js';

await loadReaders([{ path: 'changelog.yaml' }, { path: 'changelog.xml' }]);

const formatted = (...ids: number[]) =>
  `--liquibase formatted sql\n${ids.map((id) => `--changeset dba:${id}\nSELECT ${id};\n--rollback SELECT ${id};\n`).join('')}`;
const yaml = (...files: string[]) =>
  `databaseChangeLog:\n${files.map((file) => `- include:\n    file: ${file}\n    relativeToChangelogFile: true\n`).join('')}`;
const xml = (inside: string) => `<databaseChangeLog>\n${inside}\n</databaseChangeLog>\n`;

describe('a new file that no changelog includes', () => {
  async function told(main: Files, change: Files) {
    const { changed, problems } = await foundOnBranch(main, change);
    return {
      changed: changed.map(({ id }) => id),
      problems: problems.map(({ rule, path, severity, help }) => ({ rule, path, severity, help })),
    };
  }
  const rule = 'bookkeeping-out-of-step';

  it.each([
    ['db/all.yaml', yaml('sql/1.sql'), '  - include:\n      file: sql/2.sql\n      relativeToChangelogFile: true'],
    [
      'db/all.xml',
      xml('<include file="sql/1.sql" relativeToChangelogFile="true"/>'),
      '  <include file="sql/2.sql" relativeToChangelogFile="true"/>',
    ],
    [
      'db/all.json',
      JSON.stringify({ databaseChangeLog: [{ include: { file: 'sql/1.sql', relativeToChangelogFile: true } }] }),
      '  { "include": { "file": "sql/2.sql", "relativeToChangelogFile": true } },',
    ],
  ])('is an error beside those of %s, with the lines to paste', async (path, text, lines) => {
    const found = await told({ [path]: text, 'db/sql/1.sql': formatted(1) }, { 'db/sql/2.sql': formatted(2) });
    expect(found).toEqual({
      changed: [],
      problems: [
        {
          rule,
          path: 'db/sql/2.sql',
          severity: 'error',
          help: expect.stringContaining(`\`${path}\`, or wherever its turn is:\n${lines}`),
        },
      ],
    });
  });

  it('is a warning where it may be none of Liquibase’s; what a rollback is called is none', async () => {
    const main = { 'db/all.yaml': yaml('sql/1.sql'), 'db/sql/1.sql': 'SELECT 1;' };
    expect((await told(main, { 'db/sql/2.sql': 'SELECT 2;' })).problems).toMatchObject([{ rule, severity: 'warning' }]);
    expect((await told(main, { 'db/sql/1.rollback.sql': 'SELECT 2;' })).problems).toEqual([]);
  });

  it('beside the one file that Liquibase is pointed at runs after it, if at all', async () => {
    const main = { 'db/changelog.sql': formatted(1) };
    const change = { 'db/002-x.sql': formatted(2) };
    expect(await told(main, change)).toMatchObject({
      changed: ['dba:2'],
      problems: [
        {
          rule,
          path: 'db/002-x.sql',
          severity: 'warning',
          help: expect.stringContaining('to the end of `db/changelog.sql`'),
        },
      ],
    });
    const settings = { 'liquibase.properties': 'changeLogFile=db/changelog.sql\n' };
    expect(await told({ ...main, ...settings }, change)).toMatchObject({
      changed: [],
      problems: [{ rule, path: 'db/002-x.sql', severity: 'error' }],
    });
  });

  it('is none where a changelog takes all files of the folder, or can’t be read', async () => {
    const all = xml('<includeAll path="sql" relativeToChangelogFile="true"/>');
    const main = { 'db/all.xml': all, 'db/sql/1.sql': formatted(1) };
    expect(await told(main, { 'db/sql/2.sql': formatted(2) })).toEqual({ changed: ['dba:2'], problems: [] });
    const broken = { 'db/changelog.xml': '<databaseChangeLog><include', 'db/1.sql': formatted(1) };
    expect(await told(broken, { 'db/2.sql': formatted(2) })).toEqual({ changed: ['dba:2'], problems: [] });
  });
});

describe('help for a new changeset', () => {
  const recipe: Recipe = {
    says: 'Another way.',
    steps: [
      { name: 'one', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);', outside: true, down: 'DROP INDEX CONCURRENTLY i;' },
      { name: 'two', sql: 'DROP TABLE u;', oneWay: 'what was there is gone' },
    ],
  };
  function helpBeside(files: Record<string, string>) {
    const migration = liquibase.read(setOf(files)).migrations.at(-1);
    if (!migration) throw new Error('no changeset');
    return {
      text: recipeHelp(recipe, { migration, script: { role: 'up', transaction: 'per-script' } }),
      way: wayOutAdvice(migration),
    };
  }

  it('names the changelog that has to include the files, and where they go', () => {
    const { text } = helpBeside({ 'db/all.yaml': yaml('sql/1.sql'), 'db/sql/1.sql': formatted(1) });
    expect(text).toContain(
      '`db/sql/<version>-one.sql`:\n--liquibase formatted sql\n--changeset dba:<version>-one runInTransaction:false\nCREATE',
    );
    expect(text).toContain('-- irreversible: what was there is gone\nDROP TABLE u;\n--rollback empty\n');
    expect(text).toMatch(
      /Include the new files in `db\/all\.yaml`, in this order, where this changeset stands:\n {2}- include:\n {6}file: sql\/<version>-one\.sql\n[\s\S]*file: sql\/<version>-two\.sql\n/,
    );
  });

  it('goes to the end of a file that takes all changesets', () => {
    for (const files of [{ 'db/changelog.sql': formatted(1) }, { 'a.yaml': yaml('b.sql'), 'b.sql': formatted(1, 2) }]) {
      const { text } = helpBeside(files as Record<string, string>);
      expect(text).toMatch(
        /\n`(db\/changelog|b)\.sql`, at its end:\n--changeset dba:<version>-one runInTransaction:false\n/,
      );
      expect(text).not.toMatch(/formatted sql|Include/);
    }
  });

  it('needs no line where a folder is included as a whole', () => {
    const all = xml('<includeAll path="sql" relativeToChangelogFile="true"/>');
    const { text } = helpBeside({ 'db/all.xml': all, 'db/sql/1.sql': formatted(1) });
    expect(text).toContain('`db/sql/<version>-one.sql`:');
    expect(text).not.toContain('Include');
  });

  it.each([
    ['yaml', '`runInTransaction: false`'],
    ['json', '`"runInTransaction": false`'],
    ['xml', '`runInTransaction="false"`'],
  ])('of a changeset in %s has that language’s marks', (end, mark) => {
    const asJson = JSON.stringify({
      databaseChangeLog: [{ changeSet: { id: '1', author: 'dba', changes: [{ sql: { sql: 'SELECT 1;' } }] } }],
    });
    const text = end === 'xml' ? xml('<changeSet id="1" author="dba"><sql>SELECT 1;</sql></changeSet>') : asJson;
    const { way, text: help } = helpBeside({ [`a.${end}`]: text });
    expect(way).toContain(mark);
    expect(help).toContain(`Include the new files in \`a.${end}\``);
  });

  it('where a migration has no rollback says how none is said', async () => {
    const [before, after] = [formatted(1, 2, 3), `${formatted(1, 2, 3)}--changeset dba:4\nSELECT 4;\n`];
    const { problems } = await foundOnBranch({ 'changelog.sql': before }, { 'changelog.sql': after });
    expect(problems).toMatchObject([{ rule: 'down-missing', help: expect.stringContaining('`--rollback empty`') }]);
  });
});
