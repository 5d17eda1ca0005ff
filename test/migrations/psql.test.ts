/** Files that psql runs are read as psql reads them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseRun } from '../../src/lint/read-change.js';
import { changedSince } from '../../src/migrations/changes.js';
import { findMigrations } from '../../src/migrations/find.js';
import { gitFiles } from '../../src/settings/base-files.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { settingsFor } from '../support/settings.js';
import { newWorkspace } from '../support/workspace.js';

const grammar = await loadGrammar();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folder(texts: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'psql-'));
  folders.push(dir);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

async function read(texts: Record<string, string>, placeholders: Record<string, string> = {}) {
  const cwd = folder(texts);
  return readFolder(cwd, placeholders);
}

async function readFolder(cwd: string, placeholders: Record<string, string> = {}) {
  const found = await findMigrations({ paths: ['.'] }, settingsFor(cwd, { placeholders }), cwd);
  const changed = parseRun(found.changed, grammar);
  return {
    paths: changed.map(({ path }) => path),
    statements: changed.flatMap(({ up }) =>
      up.statements.map(({ location, sql, syntaxError, rows }) => {
        const place = `${location.path.replace(/^.*\//, '')}:${location.line}`;
        return `${place} ${syntaxError ? `! ${syntaxError.message}` : sql}${rows === undefined ? '' : ` < ${rows.trim()}`}`;
      }),
    ),
    problems: found.problems.map(({ path, line, message }) => `${path}:${line} ${message}`),
    notChecked: found.notChecked.map(({ check }) => check),
  };
}

const one = (...lines: string[]) => read({ 'm/1_a.sql': `${lines.join('\n')}\n` });

describe('what psql does beside the SQL', () => {
  it.each<[string, string[], string[]]>([
    [
      'output and timing',
      ['\\echo hello; world', '\\timing on', '\\set ON_ERROR_STOP on', 'SELECT 1;'],
      ['1_a.sql:4 SELECT 1'],
    ],
    ['several commands in a line', ["\\set a 1 \\set b 'x''y'", "SELECT :a, :'b';"], ["1_a.sql:2 SELECT 1, 'x''y'"]],
    [
      'a variable of another length',
      ['\\set s a_long_name', 'SELECT * FROM :s.t;', 'SELECT 2;'],
      ['1_a.sql:2 SELECT * FROM a_long_name.t', '1_a.sql:3 SELECT 2'],
    ],
    [
      'a variable of a variable',
      ['\\set a x', '\\set b :a _y', 'SELECT * FROM :"b";'],
      ['1_a.sql:3 SELECT * FROM "x_y"'],
    ],
    [
      'a variable that is unset again',
      ['\\set a 1', '\\unset a', 'SELECT :a;'],
      ['1_a.sql:3 ! :a is a variable of psql, or a parameter that a program binds, not SQL'],
    ],
    [
      'variables where psql leaves them alone',
      ['\\set a 1', "SELECT ':a', $$ :a $$, x::a, y[1:a]; -- :a"],
      ["1_a.sql:2 SELECT ':a', $$ :a $$, x::a, y[1:a]"],
    ],
    [
      'a branch that counts',
      ['\\if true', 'SELECT 1;', '\\elif true', 'SELECT 2;', '\\else', 'SELECT 3;', '\\endif', 'SELECT 4;'],
      ['1_a.sql:2 SELECT 1', '1_a.sql:8 SELECT 4'],
    ],
    [
      'a branch behind one that doesn’t',
      ['\\if off', 'SELECT 1;', '\\else', 'SELECT 2;', '\\endif'],
      ['1_a.sql:4 SELECT 2'],
    ],
    [
      'branches within branches',
      [
        '\\if 0',
        '\\if 1',
        'SELECT 1;',
        '\\else',
        'SELECT 2;',
        '\\endif',
        '\\set a 1',
        '\\elif yes',
        '\\if no',
        'SELECT 3;',
        '\\else',
        'SELECT 4;',
        '\\endif',
        '\\endif',
      ],
      ['1_a.sql:12 SELECT 4'],
    ],
    [
      'whether a variable is set',
      ['\\if :{?a}', '\\else', '\\set a 5', '\\endif', 'SELECT :a;'],
      ['1_a.sql:5 SELECT 5'],
    ],
    [
      'dead branches within dead branches',
      ['\\if false', 'SELECT 1;', '\\if true', 'SELECT 2;', '\\endif', 'SELECT 3;', '\\endif', 'SELECT 4;'],
      ['1_a.sql:8 SELECT 4'],
    ],
    [
      'the database that psql is connected to',
      ['GRANT CONNECT ON DATABASE :"DBNAME" TO a;'],
      ['1_a.sql:1 GRANT CONNECT ON DATABASE "production" TO a'],
    ],
    ['what comes after \\q', ['SELECT 1;', '\\q', 'SELECT 2;'], ['1_a.sql:1 SELECT 1']],
    ['a command that sends', ['SELECT 1 \\g', 'SELECT 2;'], ['1_a.sql:1 SELECT 1', '1_a.sql:2 SELECT 2']],
    [
      'rows',
      ['COPY t (a, b) FROM stdin;', '1\t\\N', '\\.', 'SELECT 1;'],
      ['1_a.sql:1 COPY t (a, b) FROM stdin < 1\t\\N', '1_a.sql:4 SELECT 1'],
    ],
    [
      'a command that there isn’t',
      ['\\frobnicate', 'SELECT 1;'],
      ['1_a.sql:1 ! \\frobnicate is a command of psql, not SQL', '1_a.sql:2 SELECT 1'],
    ],
  ])('%s', async (_, lines, expected) => {
    const { statements, problems, notChecked } = await one(...lines);
    expect({ statements, problems, notChecked }).toEqual({ statements: expected, problems: [], notChecked: [] });
  });

  it.each<[string, string[], string[], string[]]>([
    [
      'what a query answers',
      ['SELECT 1 AS a \\gset', 'SELECT :a;', 'SELECT 2;'],
      ['1_a.sql:1 SELECT 1 AS a', '1_a.sql:3 SELECT 2'],
      [':a in m/1_a.sql:2'],
    ],
    [
      'what a query’s answer does',
      ["SELECT 'DROP TABLE t' \\gexec"],
      ["1_a.sql:1 SELECT 'DROP TABLE t'"],
      ['\\gexec in m/1_a.sql:1'],
    ],
    [
      'what a program prints',
      ['\\set a `date`', "SELECT 1, :'a';", 'SELECT 2;'],
      ['1_a.sql:3 SELECT 2'],
      [":'a' in m/1_a.sql:2"],
    ],
    ['a program', ['\\! rm -rf /', 'SELECT 1;'], ['1_a.sql:2 SELECT 1'], ['\\! in m/1_a.sql:1']],
    ['another database', ['\\connect other', 'SELECT 1;'], ['1_a.sql:2 SELECT 1'], ['\\connect in m/1_a.sql:1']],
    ['a condition', ['\\if :x', 'SELECT 1;', '\\endif', 'SELECT 2;'], ['1_a.sql:4 SELECT 2'], ['\\if in m/1_a.sql:1']],
    [
      'which of two branches counts',
      ['SELECT 1 AS x \\gset', '\\if :x', 'SELECT 2;', '\\else', 'SELECT 3;', '\\endif', 'SELECT 4;'],
      ['1_a.sql:1 SELECT 1 AS x', '1_a.sql:7 SELECT 4'],
      ['\\if in m/1_a.sql:2'],
    ],
    ['who is connected', ["SELECT :'USER';", 'SELECT 1;'], ['1_a.sql:2 SELECT 1'], [":'USER' in m/1_a.sql:1"]],
    [
      'transactions of psql’s own',
      ['\\set AUTOCOMMIT off', 'SELECT 1;'],
      ['1_a.sql:2 SELECT 1'],
      ['\\set in m/1_a.sql:1'],
    ],
    [
      'rows of a program',
      ["\\copy t from program 'cat /etc/passwd'", 'SELECT 1;'],
      ['1_a.sql:2 SELECT 1'],
      ['\\copy in m/1_a.sql:1'],
    ],
    [
      'a statement of which a part is known',
      ['\\set a 1', '\\prompt b', 'SELECT :a, :b;', 'SELECT :a;'],
      ['1_a.sql:4 SELECT 1'],
      [':b in m/1_a.sql:3'],
    ],
  ])('is said where nobody knows: %s', async (_, lines, expected, said) => {
    const { statements, problems, notChecked } = await one(...lines);
    expect({ statements, problems, notChecked }).toEqual({ statements: expected, problems: [], notChecked: said });
  });
});

describe('files that scripts include', () => {
  it('run where they are named, at their own places', async () => {
    const { paths, statements, notChecked } = await read({
      'm/1_a.sql': 'SELECT 1;\n\\ir parts/x.sql\nSELECT 3;\n\\i sql/y.sql\nSELECT 5;\n',
      'm/parts/x.sql': '-- x\nSELECT 2;\n',
      'sql/y.sql': 'SELECT 4;\n',
    });
    expect(statements).toEqual([
      '1_a.sql:1 SELECT 1',
      'x.sql:2 SELECT 2',
      '1_a.sql:3 SELECT 3',
      'y.sql:1 SELECT 4',
      '1_a.sql:5 SELECT 5',
    ]);
    expect({ paths, notChecked }).toEqual({ paths: ['m/1_a.sql'], notChecked: [] });
  });

  it('see and set the variables', async () => {
    const { statements } = await read({
      'm/1_a.sql': '\\set s app\n\\i m/settings.psql\nSELECT * FROM :s.:t;\n',
      'm/settings.psql': '\\set t things\nSELECT 1 FROM :s.x;\n',
    });
    expect(statements).toEqual(['settings.psql:2 SELECT 1 FROM app.x', '1_a.sql:3 SELECT * FROM app.things']);
  });

  it('may include others; a circle is named', async () => {
    const { statements, problems } = await read({
      'm/1_a.sql': '\\ir p/x.sql\nSELECT 9;\n',
      'm/p/x.sql': 'SELECT 1;\n\\ir y.sql\n',
      'm/p/y.sql': 'SELECT 2;\n\\ir x.sql\n',
    });
    expect(statements).toEqual(['x.sql:1 SELECT 1', 'y.sql:1 SELECT 2', '1_a.sql:2 SELECT 9']);
    expect(problems).toEqual([
      'm/p/y.sql:2 The files include each other without end: m/p/x.sql includes m/p/y.sql includes m/p/x.sql.',
    ]);
  });

  it('are found in the middle of a line, by a variable, and whatever they are called', async () => {
    const { statements, notChecked } = await read({
      'm/1_a.sql': '\\set d parts\nSELECT 1; \\ir :d/x.ddl\nSELECT 3;\n',
      'm/parts/x.ddl': '\\ir y.inc\n',
      'm/parts/y.inc': "SELECT 'c' AS v \\gset\n",
    });
    expect(statements).toEqual(['1_a.sql:2 SELECT 1', "y.inc:1 SELECT 'c' AS v", '1_a.sql:3 SELECT 3']);
    expect(notChecked).toEqual([]);
  });

  it('don’t multiply without end, and neither do variables', async () => {
    const ten = (name: string) => `\\ir ${name}\n`.repeat(10);
    const files = Object.fromEntries(
      'abcdefg'.split('').map((name, at) => [`m/p/${name}.sql`, ten(`${'bcdefgh'[at]}.sql`)]),
    );
    const { statements, notChecked } = await read({
      'm/1_a.sql': '\\ir p/a.sql\n',
      ...files,
      'm/p/h.sql': 'SELECT 1;\n',
    });
    expect(statements.length).toBeLessThan(1100);
    expect(notChecked[0]).toMatch(/\\ir in m\/p\//);
    const grown = await one(
      '\\set x 0123456789',
      ...Array.from({ length: 40 }, () => '\\set x :x:x'),
      "SELECT :'x';",
      'SELECT 1;',
    );
    expect(grown.statements.at(-1)).toBe('1_a.sql:43 SELECT 1');
    expect(Math.max(...grown.statements.map(({ length }) => length))).toBeLessThan(100_100);
  });

  it('an \\if that is never closed is named', async () => {
    const { problems } = await one('SELECT 1;', '\\if true', 'SELECT 2;');
    expect(problems).toEqual([expect.stringMatching(/^m\/1_a\.sql:2 An \\if is never closed/)]);
  });

  it('are never read where they lead out of the repository', async () => {
    const outside = folder({ 'secret.sql': 'SELECT 666;' });
    const cwd = folder({
      'm/1_a.sql': `\\i ${outside}/secret.sql\n\\i ../../../../../../etc/passwd\n\\ir link.sql\n\\ir gone.sql\nSELECT 1;\n`,
    });
    symlinkSync(join(outside, 'secret.sql'), join(cwd, 'm/link.sql'));
    const { statements, notChecked } = await readFolder(cwd);
    expect(statements.filter((line) => line.includes('666'))).toEqual([]);
    expect(statements).toContain('1_a.sql:5 SELECT 1');
    expect(notChecked.filter((line) => line.startsWith('\\i'))).toHaveLength(4);
  });

  it('a file that only names migrations is their list, and none itself', async () => {
    const { paths } = await read({
      'm/1_a.sql': 'SELECT 1;\n',
      'm/2_b.sql': 'SELECT 2;\n',
      'm/all.sql': '\\ir 1_a.sql\n\\ir 2_b.sql\n',
    });
    expect(paths).toEqual(['m/1_a.sql', 'm/2_b.sql']);
  });

  it('rows of a file of the repository stand where it is copied', async () => {
    const { statements, notChecked } = await read({
      'm/1_a.sql': "\\copy t (a, b) from 'data/t.csv' with (format csv, header)\nSELECT 1;\n",
      'data/t.csv': 'a,b\n1,"x, y"\n',
    });
    expect(statements).toEqual([
      '1_a.sql:1 COPY t (a, b) FROM STDIN with (format csv, header) < a,b\n1,"x, y"',
      '1_a.sql:2 SELECT 1',
    ]);
    expect(notChecked).toEqual([]);
  });

  it('count as the base branch has them before the change', async () => {
    const workspace = newWorkspace({
      'migrations/1_a.sql': 'SELECT 1;\n\\ir x/t.psql\n',
      'migrations/x/t.psql': 'CREATE TABLE old (a int);\n',
    });
    folders.push(workspace.dir);
    workspace.commit({
      'migrations/2_b.sql': 'SELECT 2;\n\\ir x/t.psql\n',
      'migrations/x/t.psql': 'CREATE TABLE new (a int);\n',
    });
    const { dir } = workspace;
    const files = await changedSince('origin/main', dir);
    const base = await gitFiles(workspace.base, dir, 'main');
    const found = await findMigrations({ files, comparedWith: 'origin/main', base }, settingsFor(dir), dir);
    const texts = (scripts: (typeof found)['baseline']) =>
      scripts.flatMap((script) => grammar.parseScript(script).statements.map(({ sql }) => sql));
    expect(texts(found.baseline)).toEqual(['SELECT 1', 'CREATE TABLE old (a int)']);
    expect(texts(found.changed.map(({ up }) => up))).toEqual(['SELECT 2', 'CREATE TABLE new (a int)']);
  });
});

it('other tools send no command of psql', async () => {
  const { statements } = await read({ 'm/001_a.sql': '-- +goose Up\n\\set a 1\nSELECT 1;\n' });
  expect(statements[0]).toContain('! \\set is a command of psql, not SQL');
});
